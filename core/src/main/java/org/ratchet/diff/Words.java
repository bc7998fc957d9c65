package org.ratchet.diff;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ratchet.text.NormalText;
import org.ratchet.text.Token;

/**
 * A text cut into its tokens, each as printed and as it is compared. The words with the spaces
 * after them, joined, are the text.
 */
final class Words {

  private static final CharMatcher RISE = CharMatcher.anyOf("^_");

  /**
   * One word.
   *
   * @param raw as printed, with the spaces after it
   * @param key what is compared: without spaces, quotes and dashes of one shape
   * @param start where it begins in the text
   */
  record Word(String raw, String key, int start) {}

  private Words() {}

  static List<Word> of(String text) {
    NormalText normal = NormalText.of(text);
    List<Token> tokens = normal.tokens();
    List<Word> words = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      int start = i == 0 ? 0 : normal.origin(tokens.get(i).start());
      boolean last = i + 1 == tokens.size();
      int end = last ? text.length() : normal.origin(tokens.get(i + 1).start());
      words.add(new Word(text.substring(start, end), key(tokens.get(i)), start));
    }
    if (tokens.isEmpty() && !text.isEmpty()) {
      words.add(new Word(text, "", 0));
    }
    return words;
  }

  private static String key(Token token) {
    String text = token.text();
    return switch (token.kind()) {
      case WORD -> wordKey(text);
      case QUOTED, CITATION -> text.replace(" ", "");
      default -> text;
    };
  }

  /** How "supplement" and "No." are capitalised says nothing. */
  private static String wordKey(String word) {
    char first = word.charAt(0);
    if (first != 'S' && first != 'N') {
      return word;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "supplement", "supplements", "supp", "no.", "nos." -> lower;
      default -> word;
    };
  }

  /**
   * The keys of a text, separated by a space, to find what answers to what: raised and lowered
   * words stand on the line there, as in a copy that does not raise them.
   */
  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (Token token : NormalText.of(RISE.removeFrom(text)).tokens()) {
      out.append(key(token)).append(' ');
    }
    return out.toString();
  }
}
