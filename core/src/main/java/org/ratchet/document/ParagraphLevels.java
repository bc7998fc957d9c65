package org.ratchet.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ratchet.clause.Designator;

/**
 * Decides at which level each designator of a section stands: is {@code (i)} the letter after (h),
 * or the numeral under (1)?
 *
 * <pre>
 * (h) …            (a) …
 * (i) … letter     (1) …
 * (j) …            (i) … numeral
 * </pre>
 *
 * <p>All siblings decide together: a beam of paths is carried over the designators in order, each
 * step priced by how well it continues its path. Levels are those of 1 CFR 21.11: (a), (1), (i),
 * (A), and (1), (i) in italics.
 */
final class ParagraphLevels {

  private static final int WIDTH = 12;
  private static final int LEVELS = 6;

  /** A designator to be placed, or a gap where text is not shown. */
  record Mark(Designator designator, boolean gapBefore, boolean chained) {}

  private record Path(List<Integer> levels, List<Integer> open, int depth, double cost) {}

  /** The level of each mark, 0 to 5, and by how much the next best answer was worse. */
  record Solution(List<Integer> levels, double margin) {}

  private ParagraphLevels() {}

  static Solution solve(List<Mark> marks) {
    List<Path> beam = List.of(new Path(List.of(), Collections.nCopies(LEVELS, 0), -1, 0));
    for (Mark mark : marks) {
      List<Path> next = new ArrayList<>();
      for (Path path : beam) {
        extend(path, mark, next);
      }
      next.sort(Comparator.comparingDouble(Path::cost));
      beam = next.subList(0, Math.min(WIDTH, next.size()));
    }
    Path best = beam.get(0);
    double margin = beam.size() > 1 ? beam.get(1).cost() - best.cost() : Double.MAX_VALUE;
    return new Solution(best.levels(), margin);
  }

  private static void extend(Path path, Mark mark, List<Path> next) {
    boolean placed = false;
    for (int level = 0; level < LEVELS; level++) {
      int value = value(mark.designator().label(), level);
      if (value > 0) {
        next.add(step(path, mark, level, value));
        placed = true;
      }
    }
    if (!placed) {
      next.add(step(path, mark, Math.max(0, path.depth()), 1));
    }
  }

  private static int value(String label, int level) {
    boolean lower = label.chars().allMatch(Character::isLowerCase);
    boolean upper = label.chars().allMatch(Character::isUpperCase);
    return switch (level) {
      case 0 -> lower ? Designator.letter(label) : 0;
      case 1, 4 -> label.matches("\\d+") ? Integer.parseInt(label) : 0;
      case 2, 5 -> lower ? Designator.roman(label) : 0;
      default -> upper ? Designator.letter(label) : 0;
    };
  }

  private static Path step(Path path, Mark mark, int level, int value) {
    List<Integer> open = new ArrayList<>(path.open());
    double cost = path.cost() + italicCost(mark.designator(), level);
    if (level <= path.depth()) {
      cost += siblingCost(open.get(level), value, mark);
    } else {
      cost += childCost(path, level, value, mark);
    }
    open.set(level, value);
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      open.set(deeper, 0);
    }
    List<Integer> levels = new ArrayList<>(path.levels());
    levels.add(level);
    return new Path(levels, open, level, cost);
  }

  private static double italicCost(Designator designator, int level) {
    if (designator.italic()) {
      return level >= 4 ? 0 : 1.5;
    }
    return level >= 4 ? 1 : 0;
  }

  private static double siblingCost(int before, int value, Mark mark) {
    if (mark.chained()) {
      return 6;
    }
    if (before == 0) {
      return mark.gapBefore() ? 1.5 : 4;
    }
    if (value == before + 1) {
      return 0;
    }
    if (value > before) {
      return mark.gapBefore() ? 0.4 : 3;
    }
    return 8;
  }

  private static double childCost(Path path, int level, int value, Mark mark) {
    int skipped = level - path.depth() - 1;
    double cost = path.depth() < 0 ? skipped * 2.0 : skipped * 3.0;
    if (value == 1) {
      return cost + 0.1;
    }
    boolean free = mark.gapBefore() || mark.chained() || path.depth() < 0;
    return cost + (free ? 0.6 : 4);
  }
}
