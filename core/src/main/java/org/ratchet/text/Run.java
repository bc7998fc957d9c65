package org.ratchet.text;

/**
 * A stretch of text in one style. Runs join without anything between them: the spaces between words
 * are in the text.
 *
 * @param text the characters, with single spaces between words; small capitals are lower case
 * @param style how they are set
 */
public record Run(String text, Style style) {

  /** Plain text. */
  public static Run plain(String text) {
    return new Run(text, Style.PLAIN);
  }
}
