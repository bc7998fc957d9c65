package org.ratchet.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
 * step priced by how well it continues its path. The usual nesting is that of 1 CFR 21.11: (a),
 * (1), (i), (A), and (1), (i) in italics. Asterisks and reserved ranges excuse a gap; captions and
 * italics are evidence. The work grows with the number of designators only.
 */
final class ParagraphLevels {

  private static final int WIDTH = 16;
  private static final int DEEPEST = 8;
  private static final int ALPHABET = 26;
  private static final List<String> TENS = List.of("", "x", "xx", "xxx", "xl");
  private static final List<String> ONES =
      List.of("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix");

  private static final double GAP_SHOWN = 0.3;
  private static final double GAP_SILENT = 3;
  private static final double BACKWARDS = 8;
  private static final double UNUSUAL = 2;
  private static final double LATE_START = 4;
  private static final double ONLY_CHILD = 0.7;
  private static final double OTHER_CAPTION = 0.4;

  /** What series a label belongs to. */
  private enum Series {
    LETTER,
    NUMBER,
    NUMERAL,
    CAPITAL,
    CAPITAL_NUMERAL
  }

  private static final List<Series> SERIES = List.of(Series.values());

  /**
   * A designator to be placed.
   *
   * @param designator its label and style
   * @param last the label that ends a reserved range; the label itself if there is none
   * @param bracketed whether it stands in brackets, else before a point
   * @param gapBefore whether text before it is not shown
   * @param chained whether it follows another designator directly
   * @param leading whether another designator follows it directly
   * @param captioned whether its paragraph has a caption
   */
  record Mark(
      Designator designator,
      String last,
      boolean bracketed,
      boolean gapBefore,
      boolean chained,
      boolean leading,
      boolean captioned) {}

  /**
   * The levels found.
   *
   * @param levels the level of each mark, from 0
   * @param ranges the labels behind the first of a reserved range, {@code iii} and {@code iv} for
   *     {@code (ii)–(iv)}; none for a mark that opens no range
   * @param doubtful the first mark that another answer, nearly as good, places elsewhere
   */
  record Solution(List<Integer> levels, List<List<String>> ranges, OptionalInt doubtful) {}

  /** An open paragraph and what it stands under. */
  private record Frame(
      @Nullable Frame above, Series series, Mark mark, int first, int last, int depth) {}

  private record Path(@Nullable Path before, @Nullable Frame open, double cost) {}

  private ParagraphLevels() {}

  /**
   * Solves for one scope.
   *
   * @param thin how much better the best answer must be than the next one to count as sure
   */
  static Solution solve(List<Mark> marks, double thin) {
    List<Path> beam = List.of(new Path(null, null, 0));
    for (Mark mark : marks) {
      List<Path> next = new ArrayList<>();
      int[] firsts = values(mark.designator().label());
      int[] lasts = values(mark.last());
      for (Path path : beam) {
        extend(path, mark, firsts, lasts, next);
      }
      next.sort(Comparator.comparingDouble(Path::cost));
      beam = List.copyOf(next.subList(0, Math.min(WIDTH, next.size())));
    }
    List<Integer> best = levels(beam.get(0), marks.size());
    OptionalInt doubtful = OptionalInt.empty();
    for (Path other : beam.subList(1, beam.size())) {
      if (other.cost() - beam.get(0).cost() < thin && doubtful.isEmpty()) {
        doubtful = difference(best, levels(other, marks.size()));
      }
    }
    return new Solution(best, ranges(beam.get(0), marks), doubtful);
  }

  private static List<Integer> levels(Path end, int size) {
    Integer[] levels = new Integer[size];
    Path path = end;
    for (int at = size - 1; at >= 0 && path != null; at--) {
      Frame open = path.open();
      levels[at] = open == null ? 0 : open.depth();
      path = path.before();
    }
    return Arrays.asList(levels);
  }

  private static List<List<String>> ranges(Path end, List<Mark> marks) {
    List<List<String>> ranges = new ArrayList<>();
    Path path = end;
    for (int at = marks.size() - 1; at >= 0 && path != null; at--) {
      Frame open = path.open();
      ranges.add(0, open == null ? List.of() : range(open.series(), marks.get(at)));
      path = path.before();
    }
    return ranges;
  }

  private static List<String> range(Series series, Mark mark) {
    int first = value(mark.designator().label(), series);
    int last = value(mark.last(), series);
    return IntStream.rangeClosed(first + 1, last).mapToObj(v -> label(v, series)).toList();
  }

  private static OptionalInt difference(List<Integer> a, List<Integer> b) {
    for (int at = 0; at < a.size(); at++) {
      if (!a.get(at).equals(b.get(at))) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  private static void extend(Path path, Mark mark, int[] firsts, int[] lasts, List<Path> next) {
    boolean placed = false;
    for (int i = 0; i < SERIES.size(); i++) {
      int first = firsts[i];
      if (first > 0) {
        place(path, mark, SERIES.get(i), first, Math.max(first, lasts[i]), next);
        placed = true;
      }
    }
    if (!placed) {
      place(path, mark, Series.LETTER, 1, 1, next);
    }
  }

  private static void place(
      Path path, Mark mark, Series series, int first, int last, List<Path> next) {
    double closing = 0;
    for (Frame frame = path.open(); frame != null; frame = frame.above()) {
      boolean alike = frame.series() == series && frame.mark().bracketed() == mark.bracketed();
      if (alike) {
        double cost = path.cost() + closing + siblingCost(frame, series, first, mark);
        next.add(new Path(path, sibling(frame, mark, first, last), cost));
      }
      closing += frame.first() == 1 && frame.last() == 1 && !mark.gapBefore() ? ONLY_CHILD : 0;
    }
    Frame above = path.open();
    int depth = above == null ? 0 : above.depth() + 1;
    if (depth < DEEPEST) {
      double cost = path.cost() + childCost(above, series, first, mark);
      next.add(new Path(path, new Frame(above, series, mark, first, last, depth), cost));
    }
  }

  /** The first value stays that of the series, so that a series of one can be told. */
  private static Frame sibling(Frame frame, Mark mark, int first, int last) {
    int opening = first == frame.first() ? first : Math.min(frame.first(), first);
    return new Frame(frame.above(), frame.series(), mark, opening, last, frame.depth());
  }

  private static double siblingCost(Frame before, Series series, int value, Mark mark) {
    double cost = before.mark().captioned() == mark.captioned() ? 0 : OTHER_CAPTION;
    cost += before.mark().designator().italic() == mark.designator().italic() ? 0 : 1;
    if (value == before.last() + 1) {
      return cost;
    }
    if (value > before.last()) {
      boolean odd = series == Series.LETTER && doubled(mark) && before.last() < ALPHABET;
      cost += odd ? UNUSUAL : 0;
      return cost + (mark.gapBefore() ? GAP_SHOWN : GAP_SILENT);
    }
    boolean again = value == before.last() && mark.leading();
    return cost + (again ? GAP_SHOWN : BACKWARDS);
  }

  private static double childCost(@Nullable Frame above, Series series, int value, Mark mark) {
    double cost = usual(above, series, mark.bracketed()) ? 0 : UNUSUAL;
    boolean italic = mark.designator().italic();
    boolean deep = above != null && above.series() == Series.CAPITAL;
    boolean underItalic = above != null && above.mark().designator().italic();
    boolean shouldBeItalic = deep || underItalic;
    if (mark.bracketed() && italic != shouldBeItalic) {
      cost += italic ? 1.5 : 1;
    }
    if (value == 1) {
      return cost + 0.1;
    }
    cost += series == Series.LETTER && doubled(mark) ? UNUSUAL : 0;
    boolean free = mark.gapBefore() || mark.chained() || above == null;
    return cost + (free ? 0.6 : LATE_START);
  }

  /** {@code (aa)} follows (z); {@code (ii)} is rarely a letter. */
  private static boolean doubled(Mark mark) {
    return mark.designator().label().length() == 2;
  }

  private static boolean usual(@Nullable Frame above, Series series, boolean bracketed) {
    if (above == null) {
      return bracketed
          ? series == Series.LETTER || series == Series.NUMBER
          : series != Series.NUMERAL;
    }
    if (above.mark().bracketed() != bracketed) {
      return bracketed;
    }
    return switch (above.series()) {
      case LETTER, CAPITAL -> series == Series.NUMBER || (!bracketed && series == Series.NUMERAL);
      case NUMBER ->
          series == Series.NUMERAL
              || (!bracketed && (series == Series.LETTER || series == Series.CAPITAL));
      case NUMERAL, CAPITAL_NUMERAL -> series == Series.CAPITAL;
    };
  }

  /** What a label stands for in each series, 0 if it does not belong to it. */
  private static int[] values(String label) {
    return SERIES.stream().mapToInt(series -> value(label, series)).toArray();
  }

  private static int value(String label, Series series) {
    boolean digits = label.chars().allMatch(Character::isDigit);
    boolean lower = label.chars().allMatch(Character::isLowerCase);
    boolean upper = label.chars().allMatch(Character::isUpperCase);
    return switch (series) {
      case LETTER -> lower ? Designator.letter(label) : 0;
      case NUMBER -> digits ? Integer.parseInt(label) : 0;
      case NUMERAL -> lower ? Designator.roman(label) : 0;
      case CAPITAL -> upper ? Designator.letter(label) : 0;
      case CAPITAL_NUMERAL -> upper ? Designator.roman(label) : 0;
    };
  }

  private static String label(int value, Series series) {
    return switch (series) {
      case NUMBER -> Integer.toString(value);
      case LETTER -> letter(value);
      case CAPITAL -> letter(value).toUpperCase(Locale.ROOT);
      case NUMERAL -> numeral(value);
      case CAPITAL_NUMERAL -> numeral(value).toUpperCase(Locale.ROOT);
    };
  }

  private static String letter(int value) {
    String letter = String.valueOf((char) ('a' + (value - 1) % ALPHABET));
    return letter.repeat(1 + (value - 1) / ALPHABET);
  }

  private static String numeral(int value) {
    return TENS.get(value / 10) + ONES.get(value % 10);
  }
}
