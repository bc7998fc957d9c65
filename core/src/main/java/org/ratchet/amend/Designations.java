package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Designator;

/**
 * Which paragraph an abbreviated designation means: in {@code (a)(6)(i) through (iii) and (b)(10)}
 * the second is (a)(6)(iii). The levels are those of 1 CFR 21.11: (a), (1), (i), (A), (1), (i).
 */
final class Designations {

  private static final Pattern LABEL = Pattern.compile("\\((\\w+)\\)");
  private static final Pattern FORM = Pattern.compile("([A-Z]+-)(\\d+)(?:\\(([a-z])\\))?");
  private static final int LEVELS = 6;
  private static final int LONGEST = 60;

  private Designations() {}

  static List<String> labels(String chain) {
    List<String> labels = new ArrayList<>();
    Matcher matcher = LABEL.matcher(chain);
    while (matcher.find()) {
      labels.add(matcher.group(1));
    }
    return labels;
  }

  /**
   * The full path of a designation.
   *
   * @param before the path named before it, or that of the place it stands under
   * @param under whether {@code before} is a place around it rather than a neighbour
   * @return the path, or empty if the levels do not fit
   */
  static Optional<List<String>> resolve(List<String> before, List<String> chain, boolean under) {
    if (under && fits(chain, before.size())) {
      return Optional.of(join(before, before.size(), chain));
    }
    int sibling = before.size() - 1;
    if (sibling >= 0 && fits(chain, sibling) && follows(before, chain, sibling)) {
      return Optional.of(join(before, sibling, chain));
    }
    for (int level = 0; level < before.size(); level++) {
      if (fits(chain, level) && (level == 0 || follows(before, chain, level))) {
        return Optional.of(join(before, level, chain));
      }
    }
    return before.isEmpty() ? Optional.of(chain) : Optional.empty();
  }

  /** {@code (C) and (C)(1)}: a neighbour has a greater label, or the same one and goes deeper. */
  private static boolean follows(List<String> before, List<String> chain, int level) {
    int more = value(chain.get(0), level) - value(before.get(level), level);
    return more > 0 || (more == 0 && level + chain.size() > before.size());
  }

  private static List<String> join(List<String> before, int level, List<String> chain) {
    List<String> path = new ArrayList<>(before.subList(0, level));
    path.addAll(chain);
    return path;
  }

  private static boolean fits(List<String> chain, int level) {
    for (int i = 0; i < chain.size(); i++) {
      if (level + i >= LEVELS || value(chain.get(i), level + i) <= 0) {
        return false;
      }
    }
    return true;
  }

  /** The place of a label in the series of its level, 0 if it does not belong there. */
  private static int value(String label, int level) {
    return switch (level) {
      case 0 -> label.matches("[a-z]{1,2}") ? Designator.letter(label) : 0;
      case 1, 4 -> label.matches("\\d{1,3}") ? Integer.parseInt(label) : 0;
      case 2, 5 -> label.matches("[ivxl]+") ? Designator.roman(label) : 0;
      case 3 -> label.matches("[A-Z]{1,2}") ? Designator.letter(label.toLowerCase(Locale.ROOT)) : 0;
      default -> 0;
    };
  }

  /** Whether a label follows another at any level. */
  static boolean isNext(String label, String other) {
    for (int level = 0; level < LEVELS; level++) {
      int value = value(label, level);
      if (value > 0 && value(other, level) == value + 1) {
        return true;
      }
    }
    return false;
  }

  /** The labels after one up to another, or empty if they are no series of that level. */
  static Optional<List<String>> upTo(String from, String to, int level) {
    int first = value(from, level);
    int last = value(to, level);
    if (first <= 0 || last <= first || last - first > LONGEST) {
      return Optional.empty();
    }
    List<String> labels = new ArrayList<>();
    for (int value = first + 1; value <= last; value++) {
      labels.add(label(value, level));
    }
    return Optional.of(labels);
  }

  /** The labels of model forms after one up to another: {@code A-30(a)} to {@code A-30(d)}. */
  static Optional<List<String>> formsUpTo(String from, String to) {
    Matcher first = FORM.matcher(from);
    Matcher last = FORM.matcher(to);
    if (!first.matches() || !last.matches() || !first.group(1).equals(last.group(1))) {
      return Optional.empty();
    }
    boolean letters = first.group(2).equals(last.group(2));
    String stem = first.group(1) + (letters ? first.group(2) : "");
    Optional<List<String>> labels =
        letters ? upTo(first.group(3), last.group(3), 0) : upTo(first.group(2), last.group(2), 1);
    return labels.map(
        list -> list.stream().map(l -> letters ? stem + "(" + l + ")" : stem + l).toList());
  }

  private static String label(int value, int level) {
    return switch (level) {
      case 0 -> letters(value);
      case 1, 4 -> Integer.toString(value);
      case 2, 5 -> roman(value);
      default -> letters(value).toUpperCase(Locale.ROOT);
    };
  }

  /** a to z, then aa, bb and so on. */
  private static String letters(int value) {
    String letter = String.valueOf((char) ('a' + (value - 1) % 26));
    return letter.repeat((value - 1) / 26 + 1);
  }

  private static String roman(int value) {
    int[] values = {50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"l", "xl", "x", "ix", "v", "iv", "i"};
    StringBuilder out = new StringBuilder();
    int rest = value;
    for (int i = 0; i < values.length; i++) {
      while (rest >= values[i]) {
        out.append(signs[i]);
        rest -= values[i];
      }
    }
    return out.toString();
  }
}
