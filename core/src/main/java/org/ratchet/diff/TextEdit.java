package org.ratchet.diff;

/**
 * A stretch of words that was kept, deleted or inserted. The edits of a change in order, without
 * the insertions, give the text before; without the deletions, the text after.
 *
 * @param kind what happened to the words
 * @param text the words, with the spaces between and after them
 * @param editorial whether only spacing, quotation marks, dashes, list punctuation or the like
 *     differ
 */
public record TextEdit(Kind kind, String text, boolean editorial) {

  /** What happened to a stretch of words. */
  public enum Kind {
    /** On both sides. */
    EQUAL,
    /** Only before. */
    DELETE,
    /** Only after. */
    INSERT
  }
}
