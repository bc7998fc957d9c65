package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.source.pdf.CellText.CellLine;
import org.ratchet.source.pdf.TableDraft.RowDraft;

/**
 * Finds the cells of the part of a table on one page.
 *
 * <p>Rules across the table part title, head, body and notes. Vertical rules part the columns, or,
 * if there are none, strips that stay white. A row begins where a line of the first column is
 * neither indented as a turned-over line is nor called for by a full line above it.
 */
final class TableBuilder {

  private static final float ACROSS = 0.9f;
  private static final float SAME = 1.5f;
  private static final float TURNOVER = 3;
  private static final float SLACK = 6;
  private static final float PADDING = 4;
  private static final float WHITE = 3;

  private final Item.TablePart part;
  private final TableDraft table = new TableDraft();
  private final List<Float> across;
  private final List<Stroke> vertical;
  private final List<Stroke> partial;
  private List<Float> rowEnds = List.of();

  private TableBuilder(Item.TablePart part) {
    this.part = part;
    float width = part.column().right() - part.column().left();
    this.across =
        part.strokes().stream()
            .filter(s -> s.isHorizontal() && s.width() > ACROSS * width)
            .map(Stroke::y0)
            .sorted(Comparator.reverseOrder())
            .toList();
    this.partial =
        part.strokes().stream()
            .filter(s -> s.isHorizontal() && s.width() <= ACROSS * width)
            .toList();
    this.vertical =
        part.strokes().stream()
            .filter(Stroke::isVertical)
            .filter(
                s -> s.x0() > part.column().left() + SAME && s.x0() < part.column().right() - SAME)
            .toList();
    table.lastPage = part.page().number();
  }

  /** The part as a table of its own. */
  static TableDraft build(Item.TablePart part) {
    TableBuilder builder = new TableBuilder(part);
    builder.build();
    return builder.table;
  }

  private void build() {
    if (part.opening() == Item.Opening.NOTES) {
      table.opensWithNotes = true;
      buildNotes(part.chunks());
      return;
    }
    boolean begun = across.isEmpty() || part.goesOn();
    boolean headless = begun || across.size() < 2 || hasNoHead();
    float top = begun ? Float.MAX_VALUE : across.get(0);
    float headRule = headless ? top : across.get(1);
    int opening = begun ? 0 : headless ? 1 : 2;
    boolean closed = across.size() > opening && isLast(across.get(across.size() - 1));
    table.closed = closed;
    float bottom = closed ? across.get(across.size() - 1) : -Float.MAX_VALUE;
    for (Lines.Row row : Lines.rows(between(top, Float.MAX_VALUE))) {
      table.addTitle(CellText.line(row).runs());
    }
    List<Chunk> body = between(bottom, headRule);
    rowEnds = rowEnds(body);
    List<Float> separators = separators(body, headRule, bottom);
    table.columns = separators.size() + 1;
    buildHead(between(headRule, top), separators, top, headRule);
    buildRows(body, separators);
    buildNotes(between(-Float.MAX_VALUE, bottom));
  }

  /** Whether a rule closes the table: no vertical rule goes on below it. */
  private boolean isLast(float rule) {
    return vertical.stream().noneMatch(s -> s.y0() < rule - SAME && s.y1() > rule - 1 - SAME);
  }

  /** Whether the second rule closes the table: nothing of a table is drawn or printed below it. */
  private boolean hasNoHead() {
    float second = across.get(1);
    boolean ruledBelow = vertical.stream().anyMatch(s -> s.y0() < second - SAME);
    return across.size() == 2
        && !ruledBelow
        && (!vertical.isEmpty() || between(-Float.MAX_VALUE, second).isEmpty());
  }

  private List<Chunk> between(float bottom, float top) {
    return part.chunks().stream().filter(c -> c.y > bottom && c.y <= top).toList();
  }

  private List<Float> separators(List<Chunk> body, float top, float bottom) {
    List<Float> places = new ArrayList<>();
    vertical.stream()
        .filter(s -> s.y0() < top - SAME && s.y1() > bottom)
        .map(Stroke::x0)
        .sorted()
        .forEach(
            x -> {
              if (places.isEmpty() || x - places.get(places.size() - 1) > SAME) {
                places.add(x);
              }
            });
    if (places.isEmpty() && !body.isEmpty()) {
      vertical.stream()
          .filter(s -> Math.abs(s.y0() - top) < 2 * SAME)
          .map(Stroke::x0)
          .sorted()
          .forEach(places::add);
    }
    return places.isEmpty() ? whiteStrips(body) : places;
  }

  /** The middles of strips in which no row of the body has text. */
  private List<Float> whiteStrips(List<Chunk> body) {
    int width = Math.round(part.column().right() - part.column().left()) + 20;
    int[] used = new int[width];
    for (Lines.Row row : Lines.rows(body)) {
      if (row.chunks.size() == 1 && row.x1 - row.x0 > 0.5f * width) {
        continue;
      }
      for (Chunk chunk : row.chunks) {
        CellLine line = CellText.line(new Lines.Row(chunk));
        int from = Math.max(0, Math.round(line.x0() - part.column().left()));
        int to = Math.min(width - 1, Math.round(line.x1() - part.column().left()));
        for (int x = from; x <= to && !line.runs().isEmpty(); x++) {
          used[x]++;
        }
      }
    }
    List<Float> places = new ArrayList<>();
    int start = -1;
    boolean seen = false;
    for (int x = 0; x < width; x++) {
      if (used[x] > 0) {
        if (seen && start >= 0 && x - start > WHITE) {
          places.add(part.column().left() + (start + x) / 2f);
        }
        seen = true;
        start = -1;
      } else if (start < 0) {
        start = x;
      }
    }
    return places;
  }

  /** What stands between two vertical rules of the head on one of its levels. */
  private record HeadCell(float left, float right, List<Chunk> chunks) {

    boolean covers(float x) {
      return left < x && x < right;
    }
  }

  private void buildHead(List<Chunk> chunks, List<Float> separators, float top, float bottom) {
    TreeMap<Integer, TreeMap<Float, HeadCell>> levels = new TreeMap<>();
    for (Chunk whole : chunks) {
      List<Float> places = separatorsAt(whole.y, separators, bottom);
      for (Chunk chunk : whole.splitAt(places)) {
        HeadCell place = headCell(chunk, places);
        levels
            .computeIfAbsent(level(chunk, top), l -> new TreeMap<>())
            .computeIfAbsent(place.left(), l -> place)
            .chunks()
            .add(chunk);
      }
    }
    for (TreeMap<Float, HeadCell> level : levels.values()) {
      table.head.add(headCells(List.copyOf(level.values()), separators));
    }
  }

  private HeadCell headCell(Chunk chunk, List<Float> places) {
    float left = part.column().left();
    float right = part.column().right();
    for (float place : places) {
      left = place < chunk.middle() ? place : left;
      right = place > chunk.middle() ? Math.min(place, right) : right;
    }
    return new HeadCell(left, right, new ArrayList<>());
  }

  /** The cells of one level; a column whose head stands on another level has an empty one. */
  private List<CellText> headCells(List<HeadCell> level, List<Float> separators) {
    List<CellText> cells = new ArrayList<>();
    int next = 0;
    float left = part.column().left();
    for (int column = 0; column <= separators.size(); column++) {
      float right = column < separators.size() ? separators.get(column) : part.column().right();
      float middle = (left + right) / 2;
      left = right;
      if (next < level.size() && level.get(next).covers(middle)) {
        cells.add(cell(level.get(next).chunks()));
        next++;
      } else if (next == 0 || !level.get(next - 1).covers(middle)) {
        cells.add(new CellText());
      }
    }
    level.subList(next, level.size()).forEach(rest -> cells.add(cell(rest.chunks())));
    return cells;
  }

  /** The places where a head cell at this height ends, by the vertical rules of the head. */
  private List<Float> separatorsAt(float y, List<Float> separators, float bottom) {
    List<Float> places = new ArrayList<>();
    boolean ruled = vertical.stream().anyMatch(s -> s.y1() > bottom + SAME);
    if (!ruled) {
      return separators;
    }
    for (Stroke stroke : vertical) {
      if (stroke.coversY(y + 1)
          && places.stream().noneMatch(p -> Math.abs(p - stroke.x0()) < SAME)) {
        places.add(stroke.x0());
      }
    }
    places.sort(Comparator.naturalOrder());
    return places;
  }

  /** Which level of the head a cell is on, by the rules above it; they part its levels. */
  private int level(Chunk chunk, float top) {
    List<Float> above = new ArrayList<>();
    for (Stroke stroke : partial) {
      if (stroke.coversX(chunk.middle())) {
        above.add(stroke.y0());
      }
    }
    if (partial.isEmpty()) {
      above.addAll(rowEnds);
    }
    return 1 + (int) above.stream().filter(y -> y > chunk.y && y < top - SAME).distinct().count();
  }

  private static CellText cell(List<Chunk> chunks) {
    CellText cell = new CellText();
    for (Lines.Row row : Lines.rows(chunks)) {
      CellLine line = CellText.line(row);
      if (!line.runs().isEmpty()) {
        cell.lines.add(line);
      }
    }
    return cell;
  }

  private record Placed(int column, CellLine line) {}

  private void buildRows(List<Chunk> body, List<Float> separators) {
    List<List<Chunk>> columns = new ArrayList<>();
    for (int i = 0; i <= separators.size(); i++) {
      columns.add(new ArrayList<>());
    }
    for (Chunk chunk : body) {
      if (isSpanning(chunk, separators)) {
        columns.get(0).add(chunk);
        continue;
      }
      for (Chunk piece : chunk.splitAt(separators)) {
        columns.get(column(piece.middle(), separators)).add(piece);
      }
    }
    List<Placed> placed = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      for (Lines.Row row : Lines.rows(columns.get(c))) {
        placed.add(new Placed(c, CellText.line(row)));
      }
    }
    placed.sort(
        Comparator.<Placed>comparingDouble(p -> -p.line().y()).thenComparingInt(Placed::column));
    gatherRows(placed, separators);
  }

  /** A heading within the table is set across its columns. */
  private boolean isSpanning(Chunk chunk, List<Float> separators) {
    return separators.stream().anyMatch(x -> chunk.crosses(x, PADDING))
        && vertical.stream().noneMatch(s -> s.coversY(chunk.y + 1) && chunk.crosses(s.x0(), 1))
        && Chunk.of(chunk.glyphs).size() == 1;
  }

  private static int column(float x, List<Float> separators) {
    int column = 0;
    while (column < separators.size() && x > separators.get(column)) {
      column++;
    }
    return column;
  }

  private void gatherRows(List<Placed> placed, List<Float> separators) {
    Optional<RowDraft> open = Optional.empty();
    int i = 0;
    while (i < placed.size()) {
      int end = i + 1;
      while (end < placed.size() && placed.get(i).line().y() - placed.get(end).line().y() < SAME) {
        end++;
      }
      List<Placed> baseline = placed.subList(i, end);
      RowDraft last = open.orElse(null);
      if (last == null || beginsRow(last, baseline, separators)) {
        RowDraft row = emptyRow(separators.size() + 1);
        open = Optional.of(row);
        table.rows.add(row);
        last = row;
      }
      for (Placed one : baseline) {
        CellText cell = last.cells().get(one.column());
        if (!one.line().runs().isEmpty() || one.line().leaders()) {
          cell.lines.add(one.line());
        }
      }
      i = end;
    }
  }

  private RowDraft emptyRow(int columns) {
    List<CellText> cells = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      cells.add(new CellText());
    }
    return new RowDraft(cells, part.page(), part.column().number(), table.rows.size() + 1);
  }

  private boolean beginsRow(RowDraft row, List<Placed> baseline, List<Float> separators) {
    float above =
        (float)
            row.cells().stream()
                .flatMap(cell -> cell.lines.stream())
                .mapToDouble(CellLine::y)
                .min()
                .orElse(Float.MAX_VALUE);
    float y = baseline.get(0).line().y();
    if (isStars(baseline.stream().map(Placed::line))
        || isStars(row.cells().stream().flatMap(cell -> cell.lines.stream()))) {
      return true;
    }
    if (!rowEnds.isEmpty()) {
      return rowEnds.stream().anyMatch(end -> end > y + SAME && end < above + SAME);
    }
    boolean goesOn = false;
    for (Placed one : baseline) {
      CellText cell = row.cells().get(one.column());
      boolean continues = !cell.lines.isEmpty() && isTurnover(cell, one, separators);
      boolean firstLine = cell.lines.isEmpty() && one.column() > 0;
      if (one.column() == 0 && !continues) {
        return true;
      }
      goesOn |= continues || (firstLine && baseline.get(0).column() == 0);
    }
    return !goesOn;
  }

  /** A line of asterisks stands for rows that are not shown, and is a row by itself. */
  private static boolean isStars(Stream<CellLine> lines) {
    String text = lines.map(line -> Joiner.text(line.runs())).collect(Collectors.joining());
    return text.startsWith("*") && text.chars().allMatch(c -> c == '*' || c == ' ');
  }

  /**
   * Where rows end. Vertical rules are drawn row by row, down to the last baseline of each or a
   * little lower; a row that spans the columns has none. Rules that are not drawn so tell nothing.
   */
  private List<Float> rowEnds(List<Chunk> body) {
    List<Float> ends = new ArrayList<>();
    boolean byRow = false;
    for (Stroke stroke : vertical) {
      byRow |=
          vertical.stream()
              .anyMatch(
                  s ->
                      Math.abs(s.x0() - stroke.x0()) < SAME
                          && Math.abs(s.y1() - stroke.y0()) < SAME);
      for (float end : new float[] {stroke.y0(), stroke.y1()}) {
        if (ends.stream().noneMatch(e -> Math.abs(e - end) < SAME)) {
          ends.add(end);
        }
      }
    }
    return byRow || ends.stream().anyMatch(end -> isWithin(end, body)) ? ends : List.of();
  }

  private static boolean isWithin(float y, List<Chunk> body) {
    return body.stream().anyMatch(c -> c.y > y + SAME)
        && body.stream().anyMatch(c -> c.y < y - SAME);
  }

  private boolean isTurnover(CellText cell, Placed one, List<Float> separators) {
    CellLine first = cell.lines.get(0);
    CellLine before = cell.lines.get(cell.lines.size() - 1);
    if (before.leaders()) {
      return false;
    }
    float right =
        one.column() < separators.size()
            ? separators.get(one.column()) - PADDING
            : part.column().right();
    boolean full = one.line().firstWord() > right - before.x1() - SLACK;
    boolean indented = one.line().x0() - first.x0() > TURNOVER;
    boolean aligned = cell.lines.size() > 1 && Math.abs(one.line().x0() - before.x0()) < 1;
    return full && (indented || aligned || one.column() > 0);
  }

  private void buildNotes(List<Chunk> chunks) {
    for (Lines.Row row : Lines.rows(chunks)) {
      CellLine line = CellText.line(row);
      boolean indented = line.x0() > part.column().left() + 2;
      table.noteGoesOn |= table.opensWithNotes && table.notes.isEmpty() && !indented;
      boolean opens = table.notes.isEmpty() || indented;
      if (opens) {
        table.notes.add(new CellText());
      }
      table.notes.get(table.notes.size() - 1).lines.add(line);
    }
  }
}
