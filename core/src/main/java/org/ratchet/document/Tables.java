package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.source.Block;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Tables as clauses; lists of entities as entries. */
final class Tables {

  private static final Pattern NUMBER = Pattern.compile("(?i)^table\\s+(\\w+)\\b.*");
  private static final Pattern ALIASES =
      Pattern.compile("(?i),?\\s*a\\.k\\.a\\s*[.,]+\\s*(?:the following [\\w-]+ alias(?:es)?:)?");
  private static final Pattern ALIAS =
      Pattern.compile("\\s*—\\s*([^;—]+?)\\s*(?:;\\s*(?:and)?|\\.)");

  private final Labels labels;

  Tables(Labels labels) {
    this.labels = labels;
  }

  /** The clause or clauses of a table block under a parent. */
  List<Clause> clauses(Citation parent, Block block) {
    TableText table = block.table().orElseThrow();
    if (listsEntities(table)) {
      return entities(parent, table);
    }
    return List.of(table(parent, block, table));
  }

  private Clause table(Citation parent, Block block, TableText table) {
    Matcher number = NUMBER.matcher(Runs.text(table.title()));
    Citation citation =
        labels.labelled(parent, Kind.TABLE, number.matches() ? number.group(1) : "");
    List<Clause> rows = new ArrayList<>();
    for (Row row : table.head()) {
      rows.add(row(citation, row));
    }
    for (Row row : table.rows()) {
      rows.add(row.ellipsis() ? ellipsis(citation, row) : row(citation, row));
    }
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
    String first = row.cells().isEmpty() ? "" : row.cells().get(0).text();
    List<List<Run>> cells = row.cells().stream().map(TableText.Cell::runs).toList();
    return new TableRow(
        labels.labelled(table, Kind.ROW, first),
        cells,
        Content.of(Runs.of(row.text()), row.span()));
  }

  private Clause ellipsis(Citation parent, Row row) {
    return new Ellipsis(
        labels.unlabelled(parent, Kind.ELLIPSIS), Content.of(Runs.of("* * *"), row.span()));
  }

  private static boolean listsEntities(TableText table) {
    return table.columns() == 5
        && table.head().stream()
            .anyMatch(row -> row.text().matches("(?i).*country.*entity.*license.*review.*"));
  }

  /** The country is printed on the first row of its group only and carried forward. */
  private List<Clause> entities(Citation parent, TableText table) {
    List<Clause> entries = new ArrayList<>();
    String country = "";
    for (Row row : table.rows()) {
      String printed = cell(row, 0);
      if (!printed.isEmpty() && !printed.contains("*")) {
        country = printed.replaceFirst("(?i)[—–-]+continued\\.?$", "").strip();
      }
      if (row.ellipsis()) {
        entries.add(ellipsis(parent.then(Kind.COUNTRY, country), row));
      } else if (!cell(row, 1).isEmpty()) {
        entries.add(entity(parent.then(Kind.COUNTRY, country), country, row));
      } else if (printed.isEmpty()) {
        entries.add(row(parent, row));
      }
    }
    return entries;
  }

  private Clause entity(Citation list, String country, Row row) {
    String text = cell(row, 1);
    Matcher aka = ALIASES.matcher(text);
    boolean hasAliases = aka.find();
    int comma = text.indexOf(',');
    String name =
        hasAliases ? text.substring(0, aka.start()) : comma > 0 ? text.substring(0, comma) : text;
    return new EntityEntry(
        labels.labelled(list, Kind.ENTITY, name.strip()),
        country,
        name.strip(),
        hasAliases ? aliases(text.substring(aka.end())) : List.of(),
        cell(row, 2),
        cell(row, 3),
        cell(row, 4),
        Content.of(Runs.of(text), row.span()));
  }

  private static List<String> aliases(String text) {
    List<String> aliases = new ArrayList<>();
    Matcher alias = ALIAS.matcher(text);
    while (alias.find()) {
      aliases.add(alias.group(1));
    }
    if (aliases.isEmpty() && text.indexOf(',') > 0) {
      aliases.add(text.substring(0, text.indexOf(',')).strip());
    }
    return aliases;
  }

  private static String cell(Row row, int column) {
    int at = 0;
    for (TableText.Cell cell : row.cells()) {
      if (at == column) {
        return cell.text();
      }
      at += cell.columns();
    }
    return "";
  }
}
