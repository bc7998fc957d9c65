package org.ratchet.source;

import java.util.List;
import java.util.stream.Collectors;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * The cells of a table as printed. A table that runs over several pages is one table; its repeated
 * title and head are left out.
 *
 * @param title the title, empty if there is none
 * @param columns number of columns
 * @param head rows of the head (the boxhead), outermost first
 * @param rows rows of the body
 * @param notes notes under the table
 */
public record TableText(
    List<Run> title, int columns, List<Row> head, List<Row> rows, List<List<Run>> notes) {

  /** Copies the lists. */
  public TableText {
    title = List.copyOf(title);
    head = List.copyOf(head);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * One row.
   *
   * @param cells from left to right; trailing empty cells are present
   * @param ellipsis whether the row is a line of asterisks: rows that exist and are not shown
   * @param span where it begins
   */
  public record Row(List<Cell> cells, boolean ellipsis, Span span) {

    /** Copies the cells. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cells of the row, separated by {@code " | "}. */
    public String text() {
      return cells.stream().map(Cell::text).collect(Collectors.joining(" | "));
    }
  }

  /**
   * One cell.
   *
   * @param runs its text, empty if blank
   * @param columns how many columns it spans, at least 1
   */
  public record Cell(List<Run> runs, int columns) {

    /** Copies the runs. */
    public Cell {
      runs = List.copyOf(runs);
    }

    /** The text of the cell in one string. */
    public String text() {
      return Runs.text(runs);
    }
  }

  /** The whole table, one row a line, without the head. */
  public String text() {
    StringBuilder out = new StringBuilder(Runs.text(title));
    for (Row row : rows) {
      out.append(out.length() == 0 ? "" : "\n").append(row.text());
    }
    for (List<Run> note : notes) {
      out.append('\n').append(Runs.text(note));
    }
    return out.toString();
  }
}
