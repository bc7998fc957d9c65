package org.ratchet.amend;

import java.util.List;
import org.ratchet.clause.Citation;
import org.ratchet.text.Span;

/**
 * What became of one instruction.
 *
 * @param document number of the document
 * @param instruction its id in the document: {@code 7.b}
 * @param text its words
 * @param status applied, refused, ambiguous or pending
 * @param targets the citations it touched, or would have touched as far as known
 * @param reason why it was refused or is ambiguous or pending, and what would be needed; empty if
 *     applied
 * @param effective the date from which it holds, as printed for this instruction or for the
 *     document; empty if none is printed
 * @param span where it is printed
 */
public record LedgerLine(
    String document,
    String instruction,
    String text,
    Status status,
    List<Citation> targets,
    String reason,
    String effective,
    Span span) {

  /** What became of an instruction. */
  public enum Status {
    /** Carried out. */
    APPLIED,
    /** Not carried out; nothing was changed. */
    REFUSED,
    /** Could be carried out in more than one way; nothing was changed. */
    AMBIGUOUS,
    /** Has no effect on the day that was asked for; nothing was changed. */
    PENDING
  }

  /** Copies the targets. */
  public LedgerLine {
    targets = List.copyOf(targets);
  }
}
