package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that a file prints without a break, which tell what a hyphen at a line end is. Of
 * compounds with hyphens each word counts, and each two that a hyphen joins.
 */
final class Vocabulary {

  private static final int SHORTEST_PART = 2;
  private static final int SHORTEST_OF_COMPOUND = 4;

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> doubts = new ArrayList<>();

  /** Takes the words of a line. */
  void add(String line) {
    lines.add(line);
  }

  /** Counts the words of a line except one that goes on in the next line. */
  private void count(String line) {
    String joined = "";
    int at = 0;
    while (at < line.length()) {
      int end = wordEnd(line, at);
      boolean hyphen = end < line.length() && line.charAt(end) == '-';
      boolean goesOn = hyphen && isLetter(line, end + 1);
      String word = line.substring(at, end).toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && (goesOn || !hyphen)) {
        counts.merge(word, 1, Integer::sum);
        if (!joined.isEmpty()) {
          counts.merge(joined + word, 1, Integer::sum);
        }
      }
      joined = goesOn ? word + "-" : "";
      at = end + 1;
    }
  }

  /** Where the letters that begin here end. */
  private static int wordEnd(String line, int from) {
    int end = from;
    while (isLetter(line, end)) {
      end++;
    }
    return end;
  }

  /** Where the letters that end here begin. */
  private static int wordStart(String line, int to) {
    int start = to;
    while (start > 0 && Character.isLetter(line.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLetter(String line, int at) {
    return at < line.length() && Character.isLetter(line.charAt(at));
  }

  /**
   * Whether a hyphen at the end of a line in a table was put there to break a word. No word is
   * broken so that a letter stands alone: such a hyphen is part of a name, as of a chemical.
   *
   * @param before the line with its hyphen
   * @param after the next line
   */
  boolean isBroken(String before, String after) {
    int hyphen = before.length() - 1;
    String first = before.substring(wordStart(before, hyphen), hyphen);
    String second = after.substring(0, wordEnd(after, 0));
    if (first.length() < SHORTEST_PART || second.length() < SHORTEST_PART) {
      return false;
    }
    String last = first.substring(first.lastIndexOf('-') + 1);
    for (String start : List.of(first, last)) {
      int joined = times(start + second);
      int hyphenated = times(start + "-" + second);
      if (joined != hyphenated) {
        return joined > hyphenated;
      }
    }
    doubts.add(first + "-" + second);
    return isLowerCase(last) && isLowerCase(second) && !isCompound(last, second);
  }

  /** Two long words that the file also prints alone are rather a compound than one word. */
  private boolean isCompound(String first, String second) {
    return Math.min(first.length(), second.length()) >= SHORTEST_OF_COMPOUND
        && times(first) > 0
        && times(second) > 0;
  }

  /** Words at whose hyphens the file did not tell; empties the list. */
  List<String> takeDoubts() {
    List<String> taken = List.copyOf(doubts);
    doubts.clear();
    return taken;
  }

  /** How often a word stands in the lines; they are counted when the first is asked for. */
  private int times(String word) {
    lines.forEach(this::count);
    lines.clear();
    return counts.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  private static boolean isLowerCase(String word) {
    return word.chars().allMatch(Character::isLowerCase);
  }
}
