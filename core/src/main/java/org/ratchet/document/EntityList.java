package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Note;
import org.ratchet.clause.Step.Kind;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;
import org.ratchet.text.Style.Rise;

/**
 * A table of entities as entries: the Entity List, the Unverified List, and the military end-user
 * list (supplements no. 4, 6 and 7 to 15 CFR part 744). The country is printed on the first row of
 * its group and carried forward.
 */
final class EntityList {

  private static final Pattern CONTINUED = Pattern.compile("(?i)\\s*[—–-]+\\s*continued\\.?$");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  /** Which column holds what; -1 for none. */
  private record Columns(int country, int entity, int requirement, int policy, int register) {}

  private final Citation list;
  private final Columns columns;
  private final Labels labels;

  private EntityList(Citation list, Columns columns, Labels labels) {
    this.list = list;
    this.columns = columns;
    this.labels = labels;
  }

  /** The entries of a table, if its head says that it lists entities by country. */
  static Optional<List<Clause>> of(Citation list, TableText table, Labels labels) {
    return columns(table).map(columns -> new EntityList(list, columns, labels).entries(table));
  }

  private static Optional<Columns> columns(TableText table) {
    int country = -1;
    int entity = -1;
    int requirement = -1;
    int policy = -1;
    int register = -1;
    for (Row row : table.head()) {
      int at = 0;
      for (TableText.Cell cell : row.cells()) {
        String head = cell.text().toLowerCase(Locale.ROOT);
        country = head.startsWith("country") ? at : country;
        entity = head.startsWith("entity") || head.startsWith("listed person") ? at : entity;
        requirement = head.contains("requirement") ? at : requirement;
        policy = head.contains("policy") ? at : policy;
        register = head.contains("federal register") ? at : register;
        at += cell.columns();
      }
    }
    return country == 0 && entity > 0
        ? Optional.of(new Columns(country, entity, requirement, policy, register))
        : Optional.empty();
  }

  private List<Clause> entries(TableText table) {
    List<Clause> entries = new ArrayList<>();
    String country = "";
    for (int at = 0; at < table.rows().size(); at++) {
      Row row = table.rows().get(at);
      String printed = cell(row, columns.country());
      if (!printed.isEmpty() && !row.ellipsis()) {
        country = CONTINUED.matcher(printed).replaceFirst("").strip();
      }
      Citation under = country.isEmpty() ? list : list.then(Kind.COUNTRY, country);
      if (row.ellipsis()) {
        entries.add(ellipsis(under, row));
      } else if (!cell(row, columns.entity()).isEmpty()) {
        List<Run> text = new ArrayList<>(runs(row, columns.entity()));
        while (at + 1 < table.rows().size() && goesOn(table.rows().get(at + 1))) {
          at++;
          text.add(Run.plain(" "));
          text.addAll(runs(table.rows().get(at), columns.entity()));
        }
        entries.add(entity(under, country, row, Runs.tidy(text)));
      }
    }
    table.notes().forEach(note -> entries.add(footnote(note, table)));
    return entries;
  }

  private Clause ellipsis(Citation under, Row row) {
    return new Ellipsis(
        labels.unlabelled(under, Kind.ELLIPSIS), Content.of(Runs.of("* * *"), row.span()));
  }

  /** A row with nothing but text in the entity's column goes on with the entity above. */
  private boolean goesOn(Row row) {
    int filled = 0;
    for (TableText.Cell cell : row.cells()) {
      filled += cell.runs().isEmpty() ? 0 : 1;
    }
    return columns.requirement() > 0
        && !row.ellipsis()
        && filled == 1
        && !cell(row, columns.entity()).isEmpty();
  }

  private Clause entity(Citation under, String country, Row row, List<Run> runs) {
    EntityCell cell = EntityCell.of(Runs.text(runs));
    return new EntityEntry(
        labels.labelled(under, Kind.ENTITY, cell.name()),
        country,
        cell.name(),
        cell.aliases(),
        cell.addresses(),
        cell(row, columns.requirement()),
        footnotes(runs(row, columns.requirement())),
        cell(row, columns.policy()),
        cell(row, columns.register()),
        Content.of(runs, row.span()));
  }

  /** The raised numbers behind a requirement. */
  private static List<String> footnotes(List<Run> requirement) {
    return requirement.stream()
        .filter(run -> run.style().rise() == Rise.SUPER)
        .flatMap(run -> NUMBER.matcher(run.text()).results())
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  /** A footnote of the table, named by its number, which the requirements refer to. */
  private Clause footnote(List<Run> note, TableText table) {
    Run first = note.get(0);
    boolean numbered =
        first.style().rise() == Rise.SUPER && first.text().strip().matches("\\d{1,3}");
    String label = numbered ? "Footnote " + first.text().strip() : "Footnote";
    int length = numbered ? first.text().length() : 0;
    return new Note(
        labels.labelled(list, Kind.NOTE, label),
        new Content(
            numbered ? Runs.tidy(List.of(first)) : List.of(),
            Runs.from(note, length),
            List.of(),
            Shown.WHOLE,
            table.rows().isEmpty() ? table.head().get(0).span() : lastSpan(table)));
  }

  private static Span lastSpan(TableText table) {
    return table.rows().get(table.rows().size() - 1).span();
  }

  private static String cell(Row row, int column) {
    return Runs.text(runs(row, column));
  }

  private static List<Run> runs(Row row, int column) {
    int at = 0;
    for (TableText.Cell cell : row.cells()) {
      if (at == column) {
        return cell.runs();
      }
      at += cell.columns();
    }
    return List.of();
  }
}
