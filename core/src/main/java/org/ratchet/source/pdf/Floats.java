package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.ratchet.text.Box;

/** Finds what is set across several columns of a page: tables, images, and wide lines of text. */
final class Floats {

  /** What a float is. */
  enum Kind {
    TABLE,
    IMAGE,
    TEXT
  }

  /**
   * A strip of the page that one float fills.
   *
   * @param kind what it is
   * @param bottom lower edge
   * @param top upper edge
   * @param chunks its text
   */
  record Band(Kind kind, float bottom, float top, List<Chunk> chunks) {}

  private static final float TITLE_ABOVE = 24;
  private static final float NEXT_ROW = 30;
  private static final float NEXT_NOTE = 16;
  private static final float TABLE_TYPE = 8.7f;
  private static final float CENTRED = 4;
  private static final float BESIDE = 4;
  private static final float ASCENT = 0.8f;
  private static final float DESCENT = 0.25f;
  private static final float WIDE_IMAGE = 20;
  private static final float CELL_GAP = 12;
  private static final float OVERPRINT = 8;
  private static final int FEWEST_ROWS = 3;
  private static final Pattern STARS = Pattern.compile("[*\\s]+");

  private final Page page;
  private final List<Column> columns;
  private final List<Lines.Row> rows;
  private final List<Stroke> wide;

  private Floats(Page page, List<Column> columns) {
    this.page = page;
    this.columns = columns;
    this.rows = baselines(page.chunks());
    this.wide =
        page.strokes().stream()
            .filter(s -> s.isHorizontal() && crosses(s.x0(), s.x1()))
            .sorted(Comparator.comparingDouble(s -> -s.y0()))
            .toList();
  }

  /** The floats of a page from top to bottom. */
  static List<Band> find(Page page, List<Column> columns) {
    return columns.size() < 2 ? List.of() : new Floats(page, columns).bands();
  }

  /** All chunks of the page by baseline, whatever the column. */
  private static List<Lines.Row> baselines(List<Chunk> chunks) {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(c -> -c.y));
    List<Lines.Row> rows = new ArrayList<>();
    for (Chunk chunk : sorted) {
      if (!rows.isEmpty() && rows.get(rows.size() - 1).y - chunk.y < 0.3f) {
        rows.get(rows.size() - 1).add(chunk);
      } else {
        rows.add(new Lines.Row(chunk));
      }
    }
    return rows;
  }

  private boolean crosses(float x0, float x1) {
    for (int i = 0; i + 1 < columns.size(); i++) {
      float gutter = (columns.get(i).right() + columns.get(i + 1).left()) / 2;
      if (x0 < gutter - 6 && x1 > gutter + 6) {
        return true;
      }
    }
    return false;
  }

  private List<Band> bands() {
    List<Range> ranges = new ArrayList<>(tables());
    ranges.addAll(unruledTables());
    for (Box image : page.images()) {
      if (image.height() > WIDE_IMAGE && crosses(image.x(), image.x() + image.width())) {
        ranges.add(new Range(Kind.IMAGE, image.y(), image.y() + image.height()));
      }
    }
    for (Lines.Row row : rows) {
      for (Chunk chunk : row.chunks) {
        if (crosses(chunk.x0, chunk.x1) && !isInside(chunk.y, ranges) && !overprints(chunk)) {
          ranges.add(
              new Range(Kind.TEXT, chunk.y - DESCENT * chunk.size, chunk.y + ASCENT * chunk.size));
        }
      }
    }
    return merge(ranges);
  }

  /** A word too long for its column runs into the next one and is no float. */
  private boolean overprints(Chunk wide) {
    return page.chunks().stream()
        .anyMatch(
            c ->
                c != wide
                    && Math.abs(c.y - wide.y) < OVERPRINT
                    && c.x0 < wide.x1
                    && c.x1 > wide.x0);
  }

  private record Range(Kind kind, float bottom, float top) {
    boolean covers(float y) {
      return bottom <= y && y <= top;
    }
  }

  private static boolean isInside(float y, List<Range> ranges) {
    return ranges.stream().anyMatch(range -> range.covers(y));
  }

  private List<Band> merge(List<Range> ranges) {
    ranges.sort(Comparator.comparingDouble(range -> -range.top()));
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).bottom() < range.top()) {
        Range before = merged.get(last);
        Kind kind = before.kind().compareTo(range.kind()) < 0 ? before.kind() : range.kind();
        merged.set(last, new Range(kind, Math.min(before.bottom(), range.bottom()), before.top()));
      } else {
        merged.add(range);
      }
    }
    return merged.stream()
        .map(
            r ->
                new Band(
                    r.kind(),
                    r.bottom(),
                    r.top(),
                    page.chunks().stream().filter(c -> r.covers(c.y)).toList()))
        .toList();
  }

  private List<Range> tables() {
    List<Range> tables = new ArrayList<>();
    int i = 0;
    while (i < wide.size()) {
      int last = i;
      while (last + 1 < wide.size() && isTable(wide.get(last + 1).y0(), wide.get(last).y0())) {
        last++;
      }
      float top = titleAbove(wide.get(i).y0());
      float bottom = rowsBelow(wide.get(last).y0());
      if (last > i || bottom < wide.get(last).y0()) {
        tables.add(new Range(Kind.TABLE, bottom - 1, top));
      }
      i = last + 1;
    }
    return tables;
  }

  /** Lists of short cells in more columns than the page has, without a rule. */
  private List<Range> unruledTables() {
    List<Range> tables = new ArrayList<>();
    int i = 0;
    while (i < rows.size()) {
      int end = i;
      while (end < rows.size()
          && isCellRow(rows.get(end))
          && (end == i || rows.get(end - 1).y - rows.get(end).y < NEXT_NOTE)) {
        end++;
      }
      if (end - i >= FEWEST_ROWS) {
        Lines.Row first = rows.get(i);
        first.measure();
        float bottom = rows.get(end - 1).y;
        while (end < rows.size() && isAlignedWith(first, rows.get(end), bottom)) {
          bottom = rows.get(end).y;
          end++;
        }
        tables.add(new Range(Kind.TABLE, bottom - 1, first.y + ASCENT * first.size));
      }
      i = Math.max(end, i + 1);
    }
    return tables;
  }

  /** Stars are no cells: spread over a column, they stand for text that is left out of it. */
  private boolean isCellRow(Lines.Row row) {
    if (row.chunks.size() <= columns.size() + 1) {
      return false;
    }
    List<Chunk> sorted = new ArrayList<>(row.chunks);
    sorted.removeIf(chunk -> STARS.matcher(Chunk.text(List.of(chunk))).matches());
    sorted.sort(Comparator.comparingDouble(chunk -> chunk.x0));
    int cells = sorted.isEmpty() ? 0 : 1;
    for (int i = 1; i < sorted.size(); i++) {
      cells += sorted.get(i).x0 - sorted.get(i - 1).x1 > CELL_GAP ? 1 : 0;
    }
    return cells > columns.size() + 1;
  }

  private static boolean isAlignedWith(Lines.Row first, Lines.Row row, float above) {
    return above - row.y < NEXT_NOTE
        && row.chunks.stream()
            .allMatch(c -> first.chunks.stream().anyMatch(f -> Math.abs(f.x0 - c.x0) < 1));
  }

  /** Whether what stands between two rules is set as tables are. */
  private boolean isTable(float bottom, float top) {
    int letters = 0;
    int plain = 0;
    for (Lines.Row row : rows) {
      if (row.y > bottom && row.y < top) {
        for (Chunk chunk : row.chunks) {
          letters += chunk.letters();
          plain += chunk.size < TABLE_TYPE ? chunk.plainSans() : 0;
        }
      }
    }
    return plain * 10 >= letters * 7;
  }

  private float titleAbove(float rule) {
    float top = rule;
    float reach = TITLE_ABOVE;
    for (int i = rows.size() - 1; i >= 0; i--) {
      Lines.Row row = rows.get(i);
      if (row.y <= rule) {
        continue;
      }
      if (row.y - top > reach || !isTitle(row)) {
        break;
      }
      row.measure();
      top = row.y + ASCENT * row.size;
      reach = NEXT_NOTE;
    }
    return top;
  }

  private boolean isTitle(Lines.Row row) {
    float middle = (page.left() + page.right()) / 2;
    boolean centred = Math.abs((row.x0 + row.x1) / 2 - middle) < CENTRED;
    return centred && row.chunks.stream().allMatch(c -> c.plainSans() == c.letters());
  }

  /** Rows and notes that go on below the last rule. */
  private float rowsBelow(float rule) {
    float bottom = rule;
    for (Stroke stroke : page.strokes()) {
      if (stroke.isVertical()
          && stroke.x0() > page.left() + 2
          && stroke.x0() < page.right() - 2
          && stroke.y1() >= rule - 1
          && stroke.y0() < bottom) {
        bottom = stroke.y0();
      }
    }
    bottom = followStrokes(bottom);
    float reach = bottom == rule ? NEXT_ROW : NEXT_NOTE;
    for (Lines.Row row : rows) {
      if (row.y >= bottom) {
        continue;
      }
      if (bottom - row.y > reach || !isTableRow(row) || standsBesideText(row, bottom)) {
        break;
      }
      row.measure();
      bottom = row.y - DESCENT * row.size;
      reach = NEXT_ROW;
    }
    return bottom;
  }

  /** A table in a column may begin right below one that spans the page; text stands beside it. */
  private boolean standsBesideText(Lines.Row row, float above) {
    return rows.stream()
        .filter(other -> other.y < above && other.y > row.y - BESIDE)
        .anyMatch(other -> !isTableRow(other));
  }

  /**
   * Vertical rules are drawn row by row, each meeting the one above, except around a heading that
   * spans the columns.
   */
  private float followStrokes(float from) {
    float bottom = from;
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Stroke stroke : page.strokes()) {
        if (stroke.isVertical()
            && stroke.x0() > page.left() + 2
            && stroke.x0() < page.right() - 2
            && stroke.y1() <= bottom + 400
            && stroke.y0() < bottom - 0.5f
            && (stroke.y1() >= bottom - 1 || goesOnBelow(stroke, bottom))) {
          bottom = stroke.y0();
          grown = true;
        }
      }
    }
    return bottom;
  }

  /** Whether a vertical rule goes on with one that ends above it, past a heading in the table. */
  private boolean goesOnBelow(Stroke stroke, float bottom) {
    boolean sameRule =
        page.strokes().stream()
            .anyMatch(
                s ->
                    s.isVertical()
                        && Math.abs(s.x0() - stroke.x0()) < 1
                        && Math.abs(s.y0() - bottom) < 1);
    return sameRule
        && bottom - stroke.y1() < NEXT_ROW
        && rows.stream()
            .filter(row -> row.y < bottom && row.y > stroke.y1())
            .flatMap(row -> row.chunks.stream())
            .allMatch(c -> c.sans() == c.letters() && c.size < TABLE_TYPE);
  }

  private static boolean isTableRow(Lines.Row row) {
    int letters = 0;
    int plain = 0;
    for (Chunk chunk : row.chunks) {
      letters += chunk.letters();
      plain += chunk.size < TABLE_TYPE ? chunk.plainSans() : 0;
    }
    return plain * 10 >= letters * 7;
  }
}
