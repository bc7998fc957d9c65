package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Cell;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * Tables of the Federal Register's own markup, {@code GPOTABLE}.
 *
 * <p>{@code A="L02"} on an entry lets it span two further columns. {@code EXPSTB="06"} on a row
 * lets the first entry (the stub) span six further columns, in this row and the next ones until it
 * is set anew. Entries missing at the end of a row are blank; a row of blanks only sets the others
 * apart and is none.
 */
final class GpoTable {

  private final BlockSink sink;
  private final List<Run> title = new ArrayList<>();
  private final List<Row> head = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<List<Run>> notes = new ArrayList<>();
  private final int columns;
  private int expandedStub;

  private GpoTable(XmlElement table, BlockSink sink) {
    this.sink = sink;
    this.columns = columns(table);
  }

  /** The table; page marks in it move the sink on. */
  static TableText of(XmlElement table, BlockSink sink) {
    GpoTable reader = new GpoTable(table, sink);
    table.elements().forEach(reader::accept);
    return new TableText(
        Runs.tidy(reader.title), reader.columns, reader.head, reader.rows, reader.notes);
  }

  private void accept(XmlElement child) {
    switch (child.name()) {
      case "TTITLE", "TDESC" -> join(InlineText.of(child));
      case "BOXHD" -> head.addAll(BoxHead.rows(child, sink.span(child)));
      case "ROW" -> {
        Row row = row(child);
        if (row.cells().stream().anyMatch(cell -> !cell.runs().isEmpty())) {
          rows.add(row);
        }
      }
      default -> {
        List<Run> note = InlineText.of(child);
        if (!note.isEmpty()) {
          notes.add(note);
        }
      }
    }
    sink.pagesIn(child);
  }

  private void join(List<Run> more) {
    if (!title.isEmpty() && !more.isEmpty()) {
      title.add(Run.plain(" "));
    }
    title.addAll(more);
  }

  private static int columns(XmlElement table) {
    int stated = parse(table.attribute("COLS")).orElse(0);
    int widest =
        table.elements().stream()
            .filter(child -> child.is("ROW"))
            .mapToInt(GpoTable::entries)
            .max()
            .orElse(0);
    return Math.max(1, Math.max(stated, widest));
  }

  private static int entries(XmlElement row) {
    return row.elements().stream().filter(e -> e.is("ENT")).mapToInt(e -> 1 + further(e)).sum();
  }

  private Row row(XmlElement row) {
    expandedStub = parse(row.attribute("EXPSTB")).orElse(expandedStub);
    List<Cell> cells = new ArrayList<>();
    int width = 0;
    for (XmlElement entry : row.elements()) {
      List<Run> runs = InlineText.of(entry);
      if (entry.is("ENT") || !runs.isEmpty()) {
        int more = cells.isEmpty() ? Math.max(expandedStub, further(entry)) : further(entry);
        int wide = Math.min(1 + more, Math.max(1, columns - width));
        cells.add(new Cell(runs, wide));
        width += wide;
      }
    }
    boolean ellipsis = isEllipsis(cells);
    for (; width < columns; width++) {
      cells.add(new Cell(List.of(), 1));
    }
    return new Row(cells, ellipsis, span(row));
  }

  private Span span(XmlElement row) {
    return sink.span(row);
  }

  /** Whether a row holds nothing but asterisks. */
  static boolean isEllipsis(List<Cell> cells) {
    return cells.stream().allMatch(c -> c.text().matches("[*\\s]*"))
        && cells.stream().anyMatch(c -> c.text().contains("*"));
  }

  private static int further(XmlElement entry) {
    return parse(entry.attribute("A").replaceAll("\\D", "")).orElse(0);
  }

  static Optional<Integer> parse(String digits) {
    return digits.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }
}
