package org.ratchet.text;

/**
 * A word of the field in a {@link NormalText}: what a reader takes in at once, and what a
 * comparison replaces as a whole.
 *
 * @param kind what it is
 * @param text its characters in normal form
 * @param start where it begins in the normal text
 * @param end where it ends there
 */
public record Token(Kind kind, String text, int start, int end) {

  /** What a token is. */
  public enum Kind {
    /** A word, with its hyphens and apostrophes: {@code double-precision}, {@code U.S.}. */
    WORD,
    /** A number as printed: {@code 4,800}, {@code 5.92}, {@code 10^26}, {@code 10/25/2023}. */
    NUMBER,
    /** A unit that is more than a word: {@code GB/s/mm²}, {@code °C}, {@code %}. */
    UNIT,
    /**
     * A citation: {@code § 744.23(a)(1)}, {@code 3A090.a.1}, {@code D:5}, or designators alone:
     * {@code (a)(1)}.
     */
    CITATION,
    /** A term in quotation marks, with them. */
    QUOTED,
    /** One character of anything else. */
    MARK
  }
}
