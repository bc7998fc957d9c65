package org.ratchet.meaning;

import java.util.List;
import java.util.Optional;
import org.ratchet.clause.Citation;

/**
 * What the control list of a release says of a product. Other entries than those examined, end
 * uses, end users and destinations are not part of the answer.
 *
 * @param product name of the product
 * @param release name of the release
 * @param outcome the answer
 * @param paragraphs every paragraph that the product meets, in the order of the list
 * @param governing the first of them, unless it is open whether the product meets one before it
 * @param exceptions list-based license exceptions of the governing paragraph's entry whose line is
 *     open to the product, or may be
 * @param missing what would have to be known to decide the paragraphs left open; of a product that
 *     is specified these are further paragraphs
 * @param assumptions on which the answer rests, as the vocabulary states them; usually none
 */
public record Verdict(
    String product,
    String release,
    Outcome outcome,
    List<Citation> paragraphs,
    Optional<Citation> governing,
    List<ExceptionLine> exceptions,
    List<Missing> missing,
    List<String> assumptions) {

  /** Copies the lists. */
  public Verdict {
    paragraphs = List.copyOf(paragraphs);
    exceptions = List.copyOf(exceptions);
    missing = List.copyOf(missing);
    assumptions = List.copyOf(assumptions);
  }

  /** The three answers. */
  public enum Outcome {
    /** The product meets at least one paragraph. */
    SPECIFIED,
    /** The product meets no paragraph of the entries examined. */
    NOT_SPECIFIED,
    /** Something that decides is not known. */
    UNKNOWN
  }

  /**
   * A line of an entry under "List Based License Exceptions". What part 740 asks beyond the line is
   * not examined.
   *
   * @param label as printed: {@code NAC}
   * @param open {@link Truth#TRUE} if the line opens the exception to the product, {@link
   *     Truth#UNKNOWN} if that is not decidable
   * @param reason why it is not decidable, else empty
   */
  public record ExceptionLine(String label, Truth open, String reason) {}

  /**
   * Something that is not known.
   *
   * @param paragraph which paragraph it leaves open
   * @param what name of the quantity or characteristic, or the words that are not understood
   */
  public record Missing(Citation paragraph, String what) {}
}
