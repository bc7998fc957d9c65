package org.ratchet.diff;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ratchet.clause.Step.Kind;
import org.ratchet.text.Runs;

/**
 * Which labelled units under two that answer to each other do so themselves, in their order. A full
 * text carries no ledger: where a unit was inserted or removed and the rest renumbered, the words
 * tell what answers to what, and the label is one more word.
 */
final class Siblings {

  /** Units that stand in order between their neighbours need less in common than elsewhere. */
  static final double FLOOR = 0.15;

  /** With another label, more is needed. */
  private static final double FLOOR_RENUMBERED = 0.35;

  /** With the same heading above other words, less is. */
  private static final double FLOOR_HEADED = 0.1;

  /** What the same heading is worth, as a share of common words. */
  private static final double HEADING = 0.3;

  /** What the same label is worth, as a share of common words. */
  private static final double LABEL = 0.1;

  /** What the same label is worth where the words have nothing in common. */
  private static final double LABEL_ALONE = 0.01;

  /** What the same words are worth more than words that are only alike. */
  private static final double SAME = 1;

  /** What the same words above units that are only alike are worth. */
  private static final double SAME_OWN = 0.5;

  /** What words that are whole the beginning of the other's are worth: an end was cut or added. */
  private static final double BEGINNING = 1;

  /** Above this share of common words the label is trusted as it is. */
  private static final double ALIKE = 0.9;

  /** Shorter words above a unit say too little. */
  private static final int OWN = 20;

  /** Shorter beginnings are those of many. */
  private static final int BEGINNING_LENGTH = 60;

  private static final CharMatcher MARKS =
      CharMatcher.forPredicate(Character::isLetterOrDigit).negate();

  /** Longer rows are left to the other passes. */
  private static final int MOST = 80;

  private static final Set<Kind> LABELLED = EnumSet.of(Kind.PARAGRAPH, Kind.NOTE);

  /** Two units that answer to each other. */
  record Pair(Node left, Node right) {}

  private Siblings() {}

  /**
   * The pairs that differ from those by label, or nothing where each label has its like.
   *
   * @param left the units under one parent, in order
   * @param right those under the other
   */
  static List<Pair> pairs(List<Node> left, List<Node> right) {
    boolean settled = left.size() == right.size() && left.stream().allMatch(Siblings::settled);
    if (settled
        || left.isEmpty()
        || right.isEmpty()
        || Math.max(left.size(), right.size()) > MOST) {
      return List.of();
    }
    Set<Node> rests = rests(left, right);
    rests.addAll(rests(right, left));
    double[][] score = new double[left.size()][right.size()];
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        boolean rest = rests.contains(left.get(i)) || rests.contains(right.get(j));
        score[i][j] = rest ? 0 : score(left.get(i), right.get(j));
      }
    }
    return path(left, right, score);
  }

  static boolean labelled(Node node) {
    return LABELLED.contains(node.citation().last().kind()) && !node.redesignated;
  }

  private static boolean settled(Node node) {
    Node mate = node.mate;
    return mate != null && (mate.hash() == node.hash() || node.similarity(mate) >= ALIKE);
  }

  private static double score(Node left, Node right) {
    if (left.clause.getClass() != right.clause.getClass()) {
      return 0;
    }
    boolean sameLabel = left.citation().last().equals(right.citation().last());
    double similarity = left.hash() == right.hash() ? 1 + SAME : left.similarity(right);
    if (similarity < 1 && left.folded().length() >= OWN && left.folded().equals(right.folded())) {
      similarity += SAME_OWN;
    } else if (similarity < 1 && isBeginning(left.folded(), right.folded())) {
      similarity += BEGINNING;
    }
    if (similarity >= FLOOR_HEADED && sameHeading(left, right)) {
      return similarity + HEADING + (sameLabel ? LABEL : 0);
    }
    if (similarity < FLOOR) {
      return sameLabel ? LABEL_ALONE : 0;
    }
    return sameLabel ? similarity + LABEL : similarity >= FLOOR_RENUMBERED ? similarity : 0;
  }

  /** Whether the words of one are, whole, those with which the other begins. */
  private static boolean isBeginning(String left, String right) {
    boolean shorter = left.length() <= right.length();
    String start = words(shorter ? left : right);
    return start.length() >= BEGINNING_LENGTH
        && MARKS.trimLeadingFrom(shorter ? right : left).startsWith(start + ' ');
  }

  /**
   * Units that are, word for word, what the unit before them left over of one on the other side.
   */
  private static Set<Node> rests(List<Node> wholes, List<Node> row) {
    List<String> whole = wholes.stream().map(node -> words(node.folded())).toList();
    Set<Node> rests = new HashSet<>();
    for (int i = 1; i < row.size(); i++) {
      String start = words(row.get(i - 1).folded());
      String rest = words(row.get(i).folded());
      if (whole.stream().anyMatch(words -> together(start, rest, words))) {
        rests.add(row.get(i));
      }
    }
    return rests;
  }

  private static boolean together(String start, String rest, String whole) {
    int end = whole.length() - rest.length();
    return !start.isEmpty()
        && !rest.isEmpty()
        && start.length() < end
        && whole.startsWith(start)
        && whole.endsWith(rest)
        && MARKS.matchesAllOf(whole.substring(start.length(), end));
  }

  /** Without the marks around, and without the word that leads on to the next unit. */
  private static String words(String folded) {
    String words = MARKS.trimFrom(folded);
    for (String conjunction : List.of(" and", " or")) {
      if (words.endsWith(conjunction)) {
        return MARKS.trimTrailingFrom(words.substring(0, words.length() - conjunction.length()));
      }
    }
    return words;
  }

  private static boolean sameHeading(Node left, Node right) {
    String heading = Words.folded(Runs.text(left.clause.heading()));
    return !heading.isEmpty() && heading.equals(Words.folded(Runs.text(right.clause.heading())));
  }

  /** The way through both rows that collects most. */
  private static List<Pair> path(List<Node> left, List<Node> right, double[][] score) {
    double[][] most = new double[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        double skip = Math.max(most[i + 1][j], most[i][j + 1]);
        double take = score[i][j] > 0 ? score[i][j] + most[i + 1][j + 1] : 0;
        most[i][j] = Math.max(skip, take);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      if (score[i][j] > 0 && most[i][j] == score[i][j] + most[i + 1][j + 1]) {
        pairs.add(new Pair(left.get(i++), right.get(j++)));
      } else if (most[i][j] == most[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }
}
