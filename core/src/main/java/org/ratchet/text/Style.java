package org.ratchet.text;

/**
 * How a run of text is set. Styles are evidence for structure; two texts are compared without them,
 * except for {@link Rise}.
 *
 * @param bold heavier than the body text
 * @param italic slanted
 * @param rise raised, lowered, or on the line
 */
public record Style(boolean bold, boolean italic, Rise rise) {

  /** Whether a run stands on the line. */
  public enum Rise {
    /** On the line. */
    NONE,
    /** Raised: an exponent or a footnote reference. */
    SUPER,
    /** Lowered. */
    SUB
  }

  /** Upright text of ordinary weight on the line. */
  public static final Style PLAIN = new Style(false, false, Rise.NONE);

  /** Bold text on the line. */
  public static final Style BOLD = new Style(true, false, Rise.NONE);

  /** Italic text on the line. */
  public static final Style ITALIC = new Style(false, true, Rise.NONE);

  /** Raised text. */
  public static final Style SUPERSCRIPT = new Style(false, false, Rise.SUPER);

  /** Lowered text. */
  public static final Style SUBSCRIPT = new Style(false, false, Rise.SUB);
}
