package org.ratchet.meaning;

/** Three-valued truth: what cannot be known from what is given is unknown, never guessed. */
public enum Truth {
  /** Certainly so. */
  TRUE,
  /** Certainly not so. */
  FALSE,
  /** Not decidable from what is given. */
  UNKNOWN;

  /** The truth of a condition that was decided. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Both. */
  public Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }

  /** At least one. */
  public Truth or(Truth other) {
    if (this == TRUE || other == TRUE) {
      return TRUE;
    }
    return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
  }

  /** The opposite. */
  public Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
