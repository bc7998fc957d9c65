package org.ratchet.meaning;

/** Which way a change goes, relative to the state before it. */
public enum Direction {
  /** More needs authorization, or authorization is harder to get. */
  TIGHTER,
  /** Less needs authorization, or authorization is easier to get. */
  LOOSER,
  /** Both, for different transactions. */
  MIXED,
  /** The legal effect is the same. */
  UNCHANGED,
  /** It cannot be known from the texts at hand; the finding says why. */
  UNDETERMINED;

  /** The direction of the opposite change. */
  public Direction flip() {
    return switch (this) {
      case TIGHTER -> LOOSER;
      case LOOSER -> TIGHTER;
      case MIXED, UNCHANGED, UNDETERMINED -> this;
    };
  }
}
