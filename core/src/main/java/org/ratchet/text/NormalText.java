package org.ratchet.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text without what carries no meaning, and the way back to the original: single spaces between
 * words and none at the ends, straight quotation marks, one shape of dash, no invisible characters.
 * Two single marks side by side are a double one, two hyphens a dash. Case and accents stay.
 *
 * <pre>{@code
 * NormalText normal = NormalText.of("of  ‘‘4,800’’ or more");
 * normal.text();             // of "4,800" or more
 * normal.original(3, 10);    // ‘‘4,800’’
 * }</pre>
 */
public final class NormalText {

  private final String original;
  private final String text;

  /** For each character of the text its place in the original, then the end; null if the same. */
  private final int @Nullable [] origins;

  private NormalText(String original, String text, int @Nullable [] origins) {
    this.original = original;
    this.text = text;
    this.origins = origins;
  }

  /** The normal form of a text. */
  public static NormalText of(String original) {
    return normal(original) ? new NormalText(original, original, null) : normalise(original);
  }

  private static boolean normal(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = c == before && (c == ' ' || c == '\'' || c == '-');
      if (c < ' ' || c > '~' || c == '`' || doubled) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }

  private static NormalText normalise(String original) {
    StringBuilder out = new StringBuilder(original.length());
    int[] origins = new int[original.length() + 1];
    boolean space = false;
    int ended = 0;
    for (int i = 0; i < original.length(); i++) {
      char c = shape(original.charAt(i));
      if (c == ' ') {
        space = true;
      } else if (c != 0) {
        int last = out.length() - 1;
        boolean doubled = !space && last >= 0 && out.charAt(last) == c;
        if (doubled && c == '\'') {
          out.setCharAt(last, '"');
        } else if (!doubled || c != '-') {
          if (space && last >= 0) {
            origins[out.length()] = ended;
            out.append(' ');
          }
          origins[out.length()] = i;
          out.append(c);
        }
        space = false;
        ended = i + 1;
      }
    }
    origins[out.length()] = original.length();
    return new NormalText(original, out.toString(), Arrays.copyOf(origins, out.length() + 1));
  }

  /** The character that stands for one; a space for all kinds of space, 0 for an invisible one. */
  private static char shape(char c) {
    if (c > ' ' && c <= '~') {
      return c == '`' ? '\'' : c;
    }
    return switch (c) {
      case '“', '”', '„' -> '"';
      case '‘', '’', '´' -> '\'';
      case '\u2044' -> '/';
      case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
      case '\u00ad', '\u200b', '\u2060', '\ufeff' -> 0;
      default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
    };
  }

  /** The text in normal form. */
  public String text() {
    return text;
  }

  /** The text as it was given. */
  public String original() {
    return original;
  }

  /**
   * Where a character of the normal text begins in the original.
   *
   * @param position from 0 to the length of the normal text; at the length, the end of the original
   * @throws IndexOutOfBoundsException if the position is outside
   */
  public int origin(int position) {
    if (origins == null) {
      return Objects.checkIndex(position, text.length() + 1);
    }
    return origins[position];
  }

  /** The original of a stretch of the normal text, with what was dropped inside or behind it. */
  public String original(int start, int end) {
    return original.substring(origin(start), origin(end));
  }

  /** The tokens in order; they cover all but the spaces between them. */
  public List<Token> tokens() {
    return new Tokens(this).all();
  }

  @Override
  public String toString() {
    return text;
  }
}
