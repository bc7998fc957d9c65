package org.ratchet.amend;

import java.util.List;
import org.ratchet.clause.Citation;

/**
 * One operation on the regulation, as an instruction asks for it. What is set out stands in the
 * instruction; an operation only names its target.
 *
 * <p>Kinds may be added in a minor release.
 */
public sealed interface Amendment {

  /** The unit that is changed; of a redesignation, where it stands before. */
  Citation target();

  /** All citations that the operation touches. */
  default List<Citation> targets() {
    return List.of(target());
  }

  /** The operation in a few words: {@code revise 15 CFR 744.6(c), first sentence}. */
  default String inWords() {
    return AmendmentWords.of(this);
  }

  /** How much of a unit an instruction names. */
  enum Extent {
    /** The unit with everything under it. */
    WHOLE,
    /** The text before the first unit under it. */
    INTRODUCTORY_TEXT,
    /** The heading alone. */
    HEADING,
    /** The undesignated text that follows the unit. */
    FOLLOWING_TEXT
  }

  /**
   * Sentences of a text by their places.
   *
   * @param ordinals counted from 1; {@link #LAST} for the last
   */
  record Sentences(List<Integer> ordinals) {

    /** The last sentence of a text. */
    public static final int LAST = -1;

    /** Not some sentences but the whole text. */
    public static final Sentences ALL = new Sentences(List.of());

    /** Copies the ordinals. */
    public Sentences {
      ordinals = List.copyOf(ordinals);
    }

    /** Whether the whole text is meant. */
    public boolean all() {
      return ordinals.isEmpty();
    }
  }

  /**
   * A place within a text.
   *
   * @param where on which side of what
   * @param words the words beside which it is; empty if it is beside a sentence or at an end
   * @param second of a place between two phrases, the words behind it; else empty
   * @param sentence the sentence beside which it is, counted from 1; 0 if it is beside none
   */
  record Position(Where where, String words, String second, int sentence) {

    /** On which side of what. */
    public enum Where {
      /** At the beginning of the text. */
      BEGINNING,
      /** At the end of the text. */
      END,
      /** Before the words or the sentence. */
      BEFORE,
      /** After the words or the sentence. */
      AFTER,
      /** Between the two phrases. */
      BETWEEN
    }

    /** The end of a text. */
    public static final Position END = new Position(Where.END, "", "", 0);
  }

  /** What happens to the force of a provision whose text stays as it is. */
  enum Force {
    /** It does not apply until a date. */
    STAYED,
    /** A stay ends. */
    RESTORED,
    /** An amendment that has not taken effect is given up. */
    WITHDRAWN,
    /** An amendment takes effect later. */
    DELAYED
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
   * The rows under a row that heads them are replaced by those set out under it.
   *
   * @param target the row that heads them
   * @param removed how many there must be
   * @param added how many are set out; 0 if it is not said
   */
  record ReviseRows(Citation target, int removed, int added) implements Amendment {}

  /** The unit keeps its designation and stands under another heading. */
  record Transfer(Citation target, Citation to) implements Amendment {
    @Override
    public List<Citation> targets() {
      return List.of(target, to);
    }
  }

  /** The unit keeps its designation and stands behind another. */
  record MoveBehind(Citation target, Citation other) implements Amendment {}

  /**
   * Words are replaced by others.
   *
   * @param target the unit in which they stand
   * @param extent how much of it is meant
   * @param sentences the sentences of it that are meant
   * @param words the words to be removed
   * @param replacement the words that take their place, empty if none do
   * @param times how often they must be there; {@link #WHEREVER} or {@link #AT_THE_END}
   */
  record ReplaceWords(
      Citation target,
      Extent extent,
      Sentences sentences,
      String words,
      String replacement,
      int times)
      implements Amendment {

    /** Wherever they are, however often. */
    public static final int WHEREVER = 0;

    /** Once, where the text ends. */
    public static final int AT_THE_END = -1;
  }

  /** Words are inserted at a place. */
  record InsertWords(
      Citation target, Extent extent, Sentences sentences, String words, Position position)
      implements Amendment {}

  /** Some sentences are replaced by the ones set out. */
  record ReviseSentences(Citation target, Extent extent, Sentences sentences)
      implements Amendment {}

  /** Some sentences are taken away. */
  record RemoveSentences(Citation target, Extent extent, Sentences sentences)
      implements Amendment {}

  /**
   * Sentences set out are inserted.
   *
   * @param count how many; 0 if it is not said
   */
  record AddSentences(Citation target, Extent extent, int count, Position position)
      implements Amendment {}

  /**
   * The force of a provision changes, not its text.
   *
   * @param extent how much of the unit is meant
   * @param sentences the sentences of it that are meant
   * @param until the date as printed; empty if none is named
   */
  record ChangeForce(Citation target, Extent extent, Sentences sentences, Force force, String until)
      implements Amendment {}

  /**
   * A document that was published is corrected, and so is the text that it makes.
   *
   * @param printed where the mistake is printed: {@code page 30705, first column}
   * @param operation what is done to the text
   */
  record Correct(String printed, Amendment operation) implements Amendment {
    @Override
    public Citation target() {
      return operation.target();
    }

    @Override
    public List<Citation> targets() {
      return operation.targets();
    }
  }

  /**
   * An instruction of a document that was published is corrected: what it now asks for is done as
   * far as the correction sets it out.
   *
   * @param printed where the instruction is printed
   * @param instruction its number
   * @param operations what it asks for now, at least one
   */
  record CorrectInstruction(String printed, String instruction, List<Amendment> operations)
      implements Amendment {

    /** Copies the operations. */
    public CorrectInstruction {
      operations = List.copyOf(operations);
    }

    @Override
    public Citation target() {
      return operations.get(0).target();
    }

    @Override
    public List<Citation> targets() {
      return operations.stream().flatMap(operation -> operation.targets().stream()).toList();
    }
  }

  /** Nothing changes: the text continues to read, or is shown again for convenience. */
  record NoChange(Citation target) implements Amendment {}
}
