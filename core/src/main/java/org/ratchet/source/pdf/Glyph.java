package org.ratchet.source.pdf;

/**
 * One printed character.
 *
 * @param text what it stands for, {@link FontTable#UNKNOWN} if the font does not say
 * @param x left edge
 * @param y baseline
 * @param width advance
 * @param size height of the type
 * @param face how its font looks
 */
record Glyph(String text, float x, float y, float width, float size, Face face) {

  /** Where the next character would stand. */
  float end() {
    return x + width;
  }

  boolean isSpace() {
    return text.length() == 1 && isSpace(text.charAt(0));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\u00A0' && Character.isSpaceChar(c));
  }

  /** Whether any of it is a letter or a digit. */
  boolean isWordPart() {
    if (text.length() == 1) {
      return Character.isLetterOrDigit(text.charAt(0));
    }
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  boolean isUpperCase() {
    return text.length() == 1 && Character.isUpperCase(text.charAt(0));
  }
}
