package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Cell;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Box;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** A table while the parts of it on several pages are put together. */
final class TableDraft {

  private static final String CONTINUED = "\u2014Continued";

  /**
   * A row.
   *
   * @param cells one for each column, without lines where blank
   * @param page where it begins
   * @param column of the page, 0 if the table is wider
   * @param number counted from 1 in the part of the table
   */
  record RowDraft(List<CellText> cells, Page page, int column, int number) {}

  final List<Run> title = new ArrayList<>();
  final List<List<CellText>> head = new ArrayList<>();
  final List<RowDraft> rows = new ArrayList<>();
  final List<CellText> notes = new ArrayList<>();
  int columns = 1;
  int lastPage;

  /** Whether a rule closes the last part. */
  boolean closed;

  /** Whether this is but the rest of the notes of a table. */
  boolean opensWithNotes;

  /** Whether the first note is the rest of the last one of the part before. */
  boolean noteGoesOn;

  private boolean continued;

  /** Takes a line of the title. */
  void addTitle(List<Run> line) {
    Joiner.join(title, line);
    String text = Joiner.text(title);
    if (text.endsWith(CONTINUED)) {
      continued = true;
      List<Run> all = Runs.tidy(title);
      Run last = all.get(all.size() - 1);
      title.clear();
      title.addAll(all.subList(0, all.size() - 1));
      int keep = Math.max(0, last.text().length() - CONTINUED.length());
      title.add(new Run(last.text().substring(0, keep), last.style()));
    }
  }

  /**
   * Whether a later part goes on with this table.
   *
   * @param open whether the part has no beginning of its own
   * @param adjacent whether nothing stands between the two
   */
  boolean isContinuedBy(TableDraft next, boolean open, boolean adjacent) {
    if (open) {
      return next.opensWithNotes || next.columns == columns;
    }
    boolean sameTitle = Joiner.text(next.title).equals(Joiner.text(title));
    boolean untitled = next.title.isEmpty() && !head.isEmpty() && (!closed || adjacent);
    boolean unruled =
        next.title.isEmpty() && head.isEmpty() && adjacent && next.lastPage > lastPage;
    return next.lastPage <= lastPage + 1
        && (next.continued ? sameTitle : untitled || unruled)
        && next.columns == columns
        && headText(next).equals(headText(this));
  }

  private static String headText(TableDraft table) {
    StringBuilder out = new StringBuilder();
    for (List<CellText> level : table.head) {
      for (CellText cell : level) {
        cell.lines.forEach(line -> out.append(Joiner.text(line.runs())).append(' '));
        out.append('|');
      }
    }
    return out.toString();
  }

  void append(TableDraft next) {
    rows.addAll(next.rows);
    if (next.noteGoesOn && !notes.isEmpty()) {
      notes.get(notes.size() - 1).lines.addAll(next.notes.get(0).lines);
      notes.addAll(next.notes.subList(1, next.notes.size()));
    } else {
      notes.addAll(next.notes);
    }
    lastPage = next.lastPage;
    closed |= next.closed;
  }

  /** The table as text. */
  TableText text(String document, Vocabulary vocabulary) {
    Span start = span(document, rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0)));
    return new TableText(
        Joiner.finish(title),
        columns,
        head.stream().map(level -> new Row(cells(level, vocabulary), false, start)).toList(),
        rows.stream().map(row -> row(row, span(document, Optional.of(row)), vocabulary)).toList(),
        notes.stream().map(note -> note.text(vocabulary)).toList());
  }

  private static Row row(RowDraft row, Span span, Vocabulary vocabulary) {
    List<Cell> cells = cells(row.cells(), vocabulary);
    boolean ellipsis =
        cells.stream().allMatch(cell -> cell.text().matches("[*\\s]*"))
            && cells.stream().anyMatch(cell -> cell.text().contains("*"));
    return new Row(cells, ellipsis, span);
  }

  private static List<Cell> cells(List<CellText> cells, Vocabulary vocabulary) {
    return cells.stream().map(cell -> new Cell(cell.text(vocabulary), 1)).toList();
  }

  private static Span span(String document, Optional<RowDraft> at) {
    return at.map(
            row ->
                new Span(
                    document,
                    row.page().number(),
                    row.page().printed(),
                    row.column(),
                    row.number(),
                    box(row)))
        .orElseGet(() -> new Span(document, 0, 0, 0, 0, Optional.empty()));
  }

  private static Optional<Box> box(RowDraft row) {
    return row.cells().stream()
        .flatMap(cell -> cell.lines.stream())
        .findFirst()
        .map(line -> new Box(line.x0(), line.y(), line.x1() - line.x0(), 0))
        .map(row.page().turn()::back);
  }
}
