package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Cell;
import org.ratchet.source.TableText.Row;
import org.ratchet.source.pdf.Draft.Shape;
import org.ratchet.text.Box;
import org.ratchet.text.Span;

/** Finds rows and cells of a table. */
final class TableBuilder {

  private TableBuilder() {}

  static Draft draft(Item.TablePart part) {
    Draft draft = new Draft(Shape.TABLE, part.page(), part.column(), new Box(part.left(), 0, 1, 1));
    List<Row> rows = new ArrayList<>();
    for (Lines.Row row : Lines.rows(part.chunks())) {
      LineSetter setter = new LineSetter(row.chunks, row.y, row.size);
      rows.add(
          new Row(
              List.of(new Cell(setter.runs(), 1)),
              false,
              new Span("", part.page().number(), part.page().printed(), 0, 0, Optional.empty())));
    }
    draft.table = Optional.of(new TableText(List.of(), 1, List.of(), rows, List.of()));
    return draft;
  }
}
