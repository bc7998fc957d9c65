package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.source.Block;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Tables as clauses: the title is the heading, notes are the text, rows the children. */
final class Tables {

  private static final Pattern NUMBER = Pattern.compile("(?i)^table\\s+(\\w+)\\b.*");

  private final Labels labels;

  Tables(Labels labels) {
    this.labels = labels;
  }

  /** The clause or clauses of a table block under a parent. */
  List<Clause> clauses(Citation parent, Block block) {
    TableText table = block.table().orElseThrow();
    return EntityList.of(parent, table, labels)
        .orElseGet(() -> List.of(table(parent, block, table)));
  }

  private Clause table(Citation parent, Block block, TableText table) {
    Matcher number = NUMBER.matcher(Runs.text(table.title()));
    Citation citation =
        labels.labelled(parent, Kind.TABLE, number.matches() ? number.group(1) : "");
    List<Clause> rows = new ArrayList<>();
    Stream.concat(table.head().stream(), table.rows().stream())
        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.text().isBlank()))
        .forEach(row -> rows.add(row.ellipsis() ? ellipsis(citation, row) : row(citation, row)));
    List<Run> notes = new ArrayList<>();
    for (List<Run> note : table.notes()) {
      if (!notes.isEmpty()) {
        notes.add(Run.plain(" "));
      }
      notes.addAll(note);
    }
    return new Table(
        citation, new Content(table.title(), Runs.tidy(notes), rows, Shown.WHOLE, block.span()));
  }

  private Clause row(Citation table, Row row) {
    String first = row.cells().get(0).text();
    List<List<Run>> cells = row.cells().stream().map(TableText.Cell::runs).toList();
    return isSubhead(row)
        ? row(table, first, cells.subList(0, 1), Content.of(Runs.of(first), row.span()))
        : row(table, first, cells, Content.of(Runs.of(row.text()), row.span()));
  }

  private Clause row(Citation table, String first, List<List<Run>> cells, Content content) {
    return new TableRow(labels.labelled(table, Kind.ROW, first), cells, content);
  }

  /** A stub without entries heads the rows below it, whether or not it is set across them. */
  private static boolean isSubhead(Row row) {
    return row.cells().stream().skip(1).allMatch(cell -> cell.text().isBlank());
  }

  private Clause ellipsis(Citation parent, Row row) {
    return new Ellipsis(
        labels.unlabelled(parent, Kind.ELLIPSIS), Content.of(Runs.of("* * *"), row.span()));
  }
}
