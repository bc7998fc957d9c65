package org.ratchet.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into the words of the field: a number, a unit, a citation and a quoted term are one
 * word each. The words with the spaces after them, joined, are the text.
 */
final class Words {

  private static final String LABEL = "\\(\\s?\\w{1,5}\\s?\\)";
  private static final String BLANK = "\\s\\u00a0\\u2000-\\u200a\\u202f";
  private static final Pattern WORD =
      Pattern.compile(
          "["
              + BLANK
              + "]*(?:"
              + "[“\"][^“”\"]{1,60}[”\"]"
              + "|(?<![\\p{L}\\p{N}])['‘][^'‘’]{1,60}['’](?![\\p{L}\\p{N}])"
              + "|§§?\\s?\\d+[a-z]?\\.\\d+[a-z]?(?:"
              + LABEL
              + ")*"
              + "|\\d[A-E]\\d{3}(?:\\.[a-z0-9]{1,3})*"
              + "|\\$?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?"
              + "|\\$?\\d+(?:\\.\\d+)*(?:\\^-?\\d+)?"
              + "|(?:"
              + LABEL
              + ")+"
              + "|(?i:nos?\\.)(?=\\s?\\d)"
              + "|\\p{L}[\\p{L}\\p{M}]*(?:/\\p{L}+)+(?:\\^\\d)?"
              + "|\\p{L}+\\^\\d"
              + "|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[-‐‑–'’][\\p{L}\\p{N}]+)*"
              + "|[^"
              + BLANK
              + "])["
              + BLANK
              + "]*");
  private static final Pattern SPACE = Pattern.compile("[" + BLANK + "]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b\\ufeff]");

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
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      words.add(new Word(text.substring(end, matcher.end()), key(matcher.group()), end));
      end = matcher.end();
    }
    if (end < text.length()) {
      words.add(new Word(text.substring(end), key(text.substring(end)), end));
    }
    return words;
  }

  /** What is compared of a word or a text. */
  static String key(String printed) {
    String key = fold(printed);
    String lower = key.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "supplement", "supplements", "supp", "no.", "nos." -> lower;
      default -> key;
    };
  }

  private static String fold(String printed) {
    boolean plain = true;
    for (int i = 0; i < printed.length() && plain; i++) {
      char c = printed.charAt(i);
      plain = c < 0x80 && c > ' ' && c != '`' && c != '\'' && c != '-';
    }
    if (plain) {
      return printed;
    }
    String key = SPACE.matcher(printed).replaceAll("");
    key = INVISIBLE.matcher(key).replaceAll("");
    key = key.replaceAll("[‐‑‒–—―−]", "-").replaceAll("-{2,}", "-");
    key = key.replaceAll("``|''|‘‘|’’|[“”„]", "\"").replaceAll("[‘’`´]", "'");
    return key;
  }

  /** The keys of a text, separated by a space. */
  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (Word word : of(text)) {
      out.append(word.key()).append(' ');
    }
    return out.toString();
  }
}
