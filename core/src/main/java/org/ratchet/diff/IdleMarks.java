package org.ratchet.diff;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ratchet.diff.Words.Word;

/**
 * Marks that carry no meaning where they stand: the points of an abbreviation and the comma behind
 * "e.g." and "i.e.", a mark set twice, and the border between the stub of a row and its one entry
 * behind the dash that leads to it. Any other mark can regroup what it separates.
 */
final class IdleMarks {

  private static final Set<String> FOR_EXAMPLE = Set.of("e.g.", "i.e.");
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?i:e\\.?g|i\\.?e)\\.?,?|U\\.?S\\.?(?:A\\.?)?|U\\.?N\\.?");
  private static final Pattern NUMBER = Pattern.compile("(?i:nos?)\\.?");
  private static final Set<String> LEADER = Set.of("-");
  private static final Set<String> DOUBLED = Set.of(",", ".", ";", ":");

  /**
   * Words that one side has in place of words of the other.
   *
   * @param words those of this side; may be empty
   * @param before the word before them, if there is one
   * @param after the word behind them, if there is one
   */
  record Place(List<Word> words, @Nullable Word before, @Nullable Word after) {

    private String joined() {
      return words.stream().map(Word::key).collect(Collectors.joining());
    }

    private boolean follows(Set<String> keys) {
      return before != null && keys.contains(before.key());
    }

    private boolean touches(String key) {
      return (before != null && before.key().equals(key))
          || (after != null && after.key().equals(key));
    }

    private boolean leadsToNumber() {
      return after != null && Character.isDigit(after.key().charAt(0));
    }
  }

  private IdleMarks() {}

  /** Whether two different stretches of words differ only in such marks. */
  static boolean differ(Place old, Place now) {
    String left = old.joined();
    String right = now.joined();
    return afterExample(old, now, left, right)
        || abbreviates(left, right)
        || (numbers(left, right) && old.leadsToNumber() && now.leadsToNumber())
        || doubles(left, right, now)
        || doubles(right, left, old);
  }

  private static boolean afterExample(Place old, Place now, String left, String right) {
    return old.follows(FOR_EXAMPLE) && now.follows(FOR_EXAMPLE) && (left + right).equals(",");
  }

  private static boolean abbreviates(String left, String right) {
    return ABBREVIATION.matcher(left).matches()
        && ABBREVIATION.matcher(right).matches()
        && bare(left).equals(bare(right));
  }

  private static boolean numbers(String left, String right) {
    return NUMBER.matcher(left).matches()
        && NUMBER.matcher(right).matches()
        && bare(left).equalsIgnoreCase(bare(right));
  }

  /** Whether the words are the border of the first cell, behind the dash that leads over it. */
  static boolean leadOverBorder(Place old, Place now) {
    return (old.joined() + now.joined()).equals(OwnText.BORDER)
        && old.follows(LEADER)
        && now.follows(LEADER);
  }

  private static String bare(String words) {
    return words.replaceAll("[.,]", "");
  }

  private static boolean doubles(String none, String mark, Place with) {
    return none.isEmpty() && DOUBLED.contains(mark) && with.touches(mark);
  }
}
