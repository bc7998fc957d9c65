package org.ratchet.amend;

import java.util.List;
import org.ratchet.clause.Citation;

/**
 * One operation on the regulation, as an instruction asks for it. What is set out stands in the
 * instruction; an operation only names its target.
 */
public sealed interface Amendment {

  /** The unit that is changed; of a redesignation, where it stands before. */
  Citation target();

  /** All citations that the operation touches. */
  default List<Citation> targets() {
    return List.of(target());
  }

  /** How much of a unit an instruction names. */
  enum Extent {
    /** The unit with everything under it. */
    WHOLE,
    /** The text before the first unit under it. */
    INTRODUCTORY_TEXT,
    /** The heading alone. */
    HEADING
  }

  /** The named extent of a unit is replaced by the text set out. */
  record Revise(Citation target, Extent extent) implements Amendment {}

  /** The unit set out is inserted. */
  record Add(Citation target, Extent extent) implements Amendment {}

  /** The unit is taken away. */
  record Remove(Citation target) implements Amendment {}

  /** The designation is kept or made, marked as reserved; what stood there goes. */
  record Reserve(Citation target) implements Amendment {}

  /** The unit is taken away and its designation kept as reserved: it must be there. */
  record RemoveAndReserve(Citation target) implements Amendment {}

  /** The unit gets another designation, together with the others of its instruction. */
  record Redesignate(Citation target, Citation to) implements Amendment {
    @Override
    public List<Citation> targets() {
      return List.of(target, to);
    }
  }

  /**
   * Words are replaced by others.
   *
   * @param target the unit in which they stand
   * @param extent how much of it is meant
   * @param words the words to be removed
   * @param replacement the words that take their place, empty if none do
   * @param times how often they must be there, 0 for wherever they are
   */
  record ReplaceWords(Citation target, Extent extent, String words, String replacement, int times)
      implements Amendment {}

  /** Nothing changes: the text continues to read, or is shown again for convenience. */
  record NoChange(Citation target) implements Amendment {}
}
