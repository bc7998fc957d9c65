package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.source.TableText.Cell;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Span;

/**
 * The head of a {@code GPOTABLE}: a flat list of cells with levels, which are the outline of a
 * tree.
 *
 * <pre>
 *   1 Item                 | Item |      Value       |
 *   1 Value           →    |      |  Low   |  High   |
 *   2 Low
 *   2 High
 * </pre>
 */
final class BoxHead {

  private record Heading(int level, List<Run> runs) {}

  /** The markup knows fewer levels. */
  private static final int DEEPEST = 9;

  private BoxHead() {}

  /** One row for each level; a cell spans the cells under it, and is followed by blanks. */
  static List<Row> rows(XmlElement boxhead, Span span) {
    List<Heading> headings = new ArrayList<>();
    for (XmlElement cell : boxhead.elements()) {
      int stated = GpoTable.parse(cell.attribute("H")).orElse(1);
      int level = Math.max(1, Math.min(DEEPEST, stated));
      List<Run> runs = InlineText.of(cell);
      if (cell.is("CHED") || !runs.isEmpty()) {
        headings.add(new Heading(level, runs));
      }
    }
    int levels = headings.stream().mapToInt(Heading::level).max().orElse(0);
    List<Row> rows = new ArrayList<>();
    for (int level = 1; level <= levels; level++) {
      rows.add(new Row(cells(headings, level), false, span));
    }
    return rows;
  }

  private static List<Cell> cells(List<Heading> headings, int level) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      if (heading.level() == level) {
        cells.add(new Cell(heading.runs(), leaves(headings, i)));
      } else if (heading.level() < level && isLeaf(headings, i)) {
        cells.add(new Cell(List.of(), 1));
      }
    }
    return cells;
  }

  private static int leaves(List<Heading> headings, int at) {
    int leaves = 0;
    int i = at;
    do {
      leaves += isLeaf(headings, i) ? 1 : 0;
      i++;
    } while (i < headings.size() && headings.get(i).level() > headings.get(at).level());
    return leaves;
  }

  private static boolean isLeaf(List<Heading> headings, int at) {
    return at + 1 == headings.size() || headings.get(at + 1).level() <= headings.get(at).level();
  }
}
