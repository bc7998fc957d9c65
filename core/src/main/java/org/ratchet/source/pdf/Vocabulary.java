package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that a file prints without a break, which tell what a hyphen at a line end is. */
final class Vocabulary {

  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> doubts = new ArrayList<>();

  /** Takes the words of a line except one that goes on in the next line. */
  void add(String line) {
    int at = 0;
    while (at < line.length()) {
      int end = wordEnd(line, at);
      boolean broken = end < line.length() && line.charAt(end) == '-';
      if (end > at && !broken) {
        counts.merge(line.substring(at, end).toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
      at = Math.max(end, at + 1);
    }
  }

  /** Where the letters that begin here end, with hyphens between letters. */
  private static int wordEnd(String line, int from) {
    int end = from;
    while (end < line.length()
        && (isLetter(line, end)
            || (end > from && line.charAt(end) == '-' && isLetter(line, end + 1)))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(String line, int at) {
    return at < line.length() && Character.isLetter(line.charAt(at));
  }

  /**
   * Whether a hyphen at the end of a line in a table was put there to break a word.
   *
   * @param before the line with its hyphen
   * @param after the next line
   */
  boolean isBroken(String before, String after) {
    String first = lastWord(before.substring(0, before.length() - 1));
    String second = firstWord(after);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    int joined = count(first + second);
    int hyphenated = count(first + "-" + second);
    if (joined != hyphenated) {
      return joined > hyphenated;
    }
    boolean lower = isLowerCase(first) && isLowerCase(second);
    doubts.add(first + "-" + second);
    return lower;
  }

  /** Words at whose hyphens the file did not tell; empties the list. */
  List<String> takeDoubts() {
    List<String> taken = List.copyOf(doubts);
    doubts.clear();
    return taken;
  }

  private int count(String word) {
    return counts.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  private static boolean isLowerCase(String word) {
    return word.chars().allMatch(c -> Character.isLowerCase(c) || c == '-');
  }

  private static String lastWord(String text) {
    int from = text.length();
    while (from > 0 && isWordPart(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from);
  }

  private static String firstWord(String text) {
    int to = 0;
    while (to < text.length() && isWordPart(text.charAt(to))) {
      to++;
    }
    return text.substring(0, to);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetter(c) || c == '-';
  }
}
