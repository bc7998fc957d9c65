package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Cell;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * Tables of eCFR markup, which are HTML. A cell that reaches down over further rows is followed by
 * blank cells in those rows, so that every cell stands in its column.
 */
final class HtmlTable {

  private static final int MOST_COLUMNS = 200;

  private static final Pattern FOOTNOTE = Pattern.compile("(?:\\^?\\d{1,2}|\\*{1,3}) \\p{Lu}");

  private final BlockSink sink;
  private final List<Run> title = new ArrayList<>();
  private final List<Row> head = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<List<Run>> notes = new ArrayList<>();

  /** For each column, how many further rows a cell above still covers. */
  private int[] covered = new int[MOST_COLUMNS];

  private HtmlTable(BlockSink sink) {
    this.sink = sink;
  }

  static TableText of(XmlElement table, BlockSink sink) {
    HtmlTable reader = new HtmlTable(sink);
    reader.collect(table, reader.rows);
    int columns = 1;
    for (Row row : reader.rows) {
      columns = Math.max(columns, row.cells().stream().mapToInt(Cell::columns).sum());
    }
    if (columns > 1 && reader.head.isEmpty()) {
      reader.titleInRow(table);
      reader.noteInRow();
    }
    return new TableText(reader.title, columns, reader.head, reader.rows, reader.notes);
  }

  /** A table of a plain page has its title in a first row of one heading cell. */
  private void titleInRow(XmlElement table) {
    Optional<XmlElement> first = table.stream().filter(e -> e.is("tr", "TR")).findFirst();
    boolean heading =
        first
            .map(XmlElement::elements)
            .filter(c -> c.size() == 1 && c.get(0).is("th", "TH"))
            .isPresent();
    if (title.isEmpty() && heading && rows.get(0).cells().size() == 1) {
      title.addAll(rows.remove(0).cells().get(0).runs());
    }
  }

  /** And its footnote in a last row of one cell that opens with the number of the note. */
  private void noteInRow() {
    int last = rows.size() - 1;
    if (last > 0 && rows.get(last).cells().size() == 1) {
      List<Run> cell = rows.get(last).cells().get(0).runs();
      if (FOOTNOTE.matcher(Runs.text(cell)).lookingAt()) {
        rows.remove(last);
        notes.add(0, cell);
      }
    }
  }

  private void collect(XmlElement parent, List<Row> target) {
    for (XmlElement child : parent.elements()) {
      switch (child.name().toUpperCase(Locale.ROOT)) {
        case "CAPTION" -> title.addAll(InlineText.of(child));
        case "THEAD" -> section(child, head);
        case "TBODY" -> section(child, rows);
        case "TFOOT" -> collectNotes(child);
        case "TR" -> target.add(row(child));
        default -> addNote(child);
      }
    }
  }

  private void addNote(XmlElement element) {
    List<Run> note = InlineText.of(element);
    if (!note.isEmpty()) {
      notes.add(note);
    }
  }

  private void collectNotes(XmlElement parent) {
    for (XmlElement child : parent.elements()) {
      if (child.is("TR", "tr")) {
        collectNotes(child);
      } else {
        addNote(child);
      }
    }
  }

  private void section(XmlElement section, List<Row> target) {
    covered = new int[MOST_COLUMNS];
    collect(section, target);
  }

  private Row row(XmlElement row) {
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    for (XmlElement cell : row.elements()) {
      column = skipCovered(column, cells);
      int columns = Math.min(number(cell, "colspan"), Math.max(1, MOST_COLUMNS - column));
      int further = number(cell, "rowspan") - 1;
      cells.add(new Cell(InlineText.of(cell), columns));
      for (int i = column; i < Math.min(column + columns, MOST_COLUMNS); i++) {
        // Counted down once when this row ends.
        covered[i] = further > 0 ? further + 1 : 0;
      }
      column += columns;
    }
    skipCovered(column, cells);
    for (int i = 0; i < MOST_COLUMNS; i++) {
      covered[i] = Math.max(0, covered[i] - 1);
    }
    return new Row(cells, GpoTable.isEllipsis(cells), sink.span(row));
  }

  private int skipCovered(int column, List<Cell> cells) {
    int next = column;
    while (next < MOST_COLUMNS && covered[next] > 0) {
      cells.add(new Cell(List.of(), 1));
      next++;
    }
    return next;
  }

  private static int number(XmlElement cell, String attribute) {
    return Math.max(1, GpoTable.parse(cell.attribute(attribute)).orElse(1));
  }
}
