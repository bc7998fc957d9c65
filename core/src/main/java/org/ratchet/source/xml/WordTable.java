package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A table of Word as one of HTML: merged cells reach over columns and rows. */
final class WordTable {

  private final int line;
  private final BiConsumer<XmlElement, XmlElement> text;

  /**
   * For one table.
   *
   * @param text puts the text of a cell of Word into a cell of HTML
   */
  WordTable(int line, BiConsumer<XmlElement, XmlElement> text) {
    this.line = line;
    this.text = text;
  }

  /** The rows that are there when all changes are accepted. */
  static List<XmlElement> rows(XmlElement table) {
    return WordXml.content(table).stream()
        .filter(row -> row.is("tr"))
        .filter(row -> WordXml.child(row, "trPr").filter(p -> has(p, "del")).isEmpty())
        .toList();
  }

  /** The cells of a row, likewise. */
  static List<XmlElement> cells(XmlElement row) {
    return WordXml.content(row).stream()
        .filter(cell -> cell.is("tc"))
        .filter(cell -> WordXml.child(cell, "tcPr").filter(p -> has(p, "cellDel")).isEmpty())
        .toList();
  }

  private static boolean has(XmlElement properties, String property) {
    return WordXml.child(properties, property).isPresent();
  }

  XmlElement of(XmlElement table) {
    XmlElement out = new XmlElement("TABLE", line);
    XmlElement head = new XmlElement("THEAD", line);
    XmlElement body = new XmlElement("TBODY", line);
    List<List<Placed>> rows = new ArrayList<>();
    for (XmlElement row : rows(table)) {
      rows.add(placed(row));
    }
    List<XmlElement> sources = rows(table);
    for (int at = 0; at < rows.size(); at++) {
      Optional<XmlElement> properties = WordXml.child(sources.get(at), "trPr");
      boolean heads =
          body.content().isEmpty()
              && WordXml.isSet(properties.flatMap(p -> WordXml.child(p, "tblHeader")));
      (heads ? head : body).add(row(rows, at));
    }
    out.add(head);
    out.add(body);
    return out;
  }

  /** A cell and the columns it takes; one without a source is blank. */
  private record Placed(Optional<XmlElement> cell, int column, int columns, boolean goesOn) {}

  private static List<Placed> placed(XmlElement row) {
    List<Placed> placed = new ArrayList<>();
    int before = number(WordXml.value(WordXml.child(row, "trPr"), "gridBefore"), 0);
    if (before > 0) {
      placed.add(new Placed(Optional.empty(), 0, before, false));
    }
    int column = before;
    for (XmlElement cell : cells(row)) {
      Optional<XmlElement> properties = WordXml.child(cell, "tcPr");
      int columns = Math.max(1, number(WordXml.value(properties, "gridSpan"), 1));
      Optional<XmlElement> merge = properties.flatMap(p -> WordXml.child(p, "vMerge"));
      boolean goesOn = merge.filter(m -> !m.attribute("val").equals("restart")).isPresent();
      placed.add(new Placed(Optional.of(cell), column, columns, goesOn));
      column += columns;
    }
    return placed;
  }

  private static int number(String digits, int otherwise) {
    return GpoTable.parse(digits).orElse(otherwise);
  }

  private XmlElement row(List<List<Placed>> rows, int at) {
    XmlElement row = new XmlElement("TR", line);
    for (Placed placed : rows.get(at)) {
      if (placed.goesOn() && at > 0 && above(rows.get(at - 1), placed.column())) {
        continue;
      }
      XmlElement cell = new XmlElement("TD", line);
      cell.put("colspan", "" + placed.columns());
      cell.put("rowspan", "" + reach(rows, at, placed));
      placed.cell().ifPresent(source -> text.accept(source, cell));
      row.add(cell);
    }
    return row;
  }

  private static boolean above(List<Placed> row, int column) {
    return row.stream().anyMatch(p -> p.column() == column && p.cell().isPresent());
  }

  private static int reach(List<List<Placed>> rows, int at, Placed placed) {
    int reach = 1;
    while (at + reach < rows.size()
        && rows.get(at + reach).stream()
            .anyMatch(p -> p.column() == placed.column() && p.goesOn())) {
      reach++;
    }
    return reach;
  }
}
