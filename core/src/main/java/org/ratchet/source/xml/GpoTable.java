package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Cell;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** Tables of the Federal Register's own markup, {@code GPOTABLE}. */
final class GpoTable {

  private GpoTable() {}

  static TableText of(XmlElement table, Function<XmlElement, Span> span) {
    List<Run> title = new ArrayList<>();
    List<Row> head = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<List<Run>> notes = new ArrayList<>();
    int columns = columns(table);
    for (XmlElement child : table.elements()) {
      switch (child.name()) {
        case "TTITLE", "TDESC" -> join(title, InlineText.of(child));
        case "BOXHD" -> head.addAll(head(child, span));
        case "ROW" -> rows.add(row(child, columns, span));
        default -> {
          List<Run> note = InlineText.of(child);
          if (!note.isEmpty()) {
            notes.add(note);
          }
        }
      }
    }
    return new TableText(Runs.tidy(title), columns, head, rows, notes);
  }

  private static void join(List<Run> title, List<Run> more) {
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
            .mapToInt(row -> row.elements().stream().mapToInt(GpoTable::width).sum())
            .max()
            .orElse(0);
    return Math.max(1, Math.max(stated, widest));
  }

  private static List<Row> head(XmlElement boxhead, Function<XmlElement, Span> span) {
    Map<Integer, List<Cell>> levels = new TreeMap<>();
    for (XmlElement cell : boxhead.elements()) {
      int level = parse(cell.attribute("H")).orElse(1);
      levels.computeIfAbsent(level, l -> new ArrayList<>()).add(new Cell(InlineText.of(cell), 1));
    }
    return levels.values().stream()
        .map(cells -> new Row(cells, false, span.apply(boxhead)))
        .toList();
  }

  private static Row row(XmlElement row, int columns, Function<XmlElement, Span> span) {
    List<Cell> cells = new ArrayList<>();
    int width = 0;
    for (XmlElement entry : row.elements()) {
      if (entry.is("ENT")) {
        int wide = Math.min(width(entry), Math.max(1, columns - width));
        cells.add(new Cell(InlineText.of(entry), wide));
        width += wide;
      }
    }
    boolean ellipsis =
        cells.stream().allMatch(c -> c.text().matches("[*\\s]*"))
            && cells.stream().anyMatch(c -> c.text().contains("*"));
    for (; width < columns; width++) {
      cells.add(new Cell(List.of(), 1));
    }
    return new Row(cells, ellipsis, span.apply(row));
  }

  /** {@code A="L02"} spans two further columns. */
  private static int width(XmlElement entry) {
    return 1 + parse(entry.attribute("A").replaceAll("\\D", "")).orElse(0);
  }

  private static Optional<Integer> parse(String digits) {
    return digits.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }
}
