package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Cell;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Span;

/** Tables of eCFR markup, which are HTML. */
final class HtmlTable {

  private HtmlTable() {}

  static TableText of(XmlElement table, Function<XmlElement, Span> span) {
    List<Run> title = new ArrayList<>();
    List<Row> head = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<List<Run>> notes = new ArrayList<>();
    collect(table, "TBODY", title, head, rows, notes, span);
    int columns = 1;
    for (Row row : rows) {
      columns = Math.max(columns, row.cells().stream().mapToInt(Cell::columns).sum());
    }
    return new TableText(title, columns, head, rows, notes);
  }

  private static void collect(
      XmlElement parent,
      String section,
      List<Run> title,
      List<Row> head,
      List<Row> rows,
      List<List<Run>> notes,
      Function<XmlElement, Span> span) {
    for (XmlElement child : parent.elements()) {
      switch (child.name().toUpperCase(java.util.Locale.ROOT)) {
        case "CAPTION" -> title.addAll(InlineText.of(child));
        case "THEAD", "TBODY" -> collect(child, child.name(), title, head, rows, notes, span);
        case "TFOOT" ->
            child.stream()
                .filter(e -> e.is("TD", "TH", "P"))
                .map(InlineText::of)
                .filter(runs -> !runs.isEmpty())
                .forEach(notes::add);
        case "TR" -> (section.equals("THEAD") ? head : rows).add(row(child, span));
        default -> {
          List<Run> rest = InlineText.of(child);
          if (!rest.isEmpty()) {
            notes.add(rest);
          }
        }
      }
    }
  }

  private static Row row(XmlElement row, Function<XmlElement, Span> span) {
    List<Cell> cells = new ArrayList<>();
    for (XmlElement cell : row.elements()) {
      String wide = cell.attribute("colspan");
      cells.add(
          new Cell(
              InlineText.of(cell),
              wide.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(wide)) : 1));
    }
    boolean ellipsis =
        !cells.isEmpty()
            && cells.stream().allMatch(c -> c.text().matches("[*\\s]*"))
            && cells.stream().anyMatch(c -> c.text().contains("*"));
    return new Row(cells, ellipsis, span.apply(row));
  }
}
