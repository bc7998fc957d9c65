package org.ratchet.amend;

import java.util.List;
import java.util.stream.Collectors;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.TableRow;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * The texts of a clause, one for each of its cells; of a clause without cells, its one text. Words
 * do not reach over the edge of a cell.
 */
final class CellTexts {

  /** Stands between the cells of a row where its text is one. */
  private static final String EDGE = " | ";

  private CellTexts() {}

  static List<List<Run>> of(Clause clause) {
    if (clause instanceof TableRow row) {
      return row.cells();
    } else if (clause instanceof ControlRow row) {
      return List.of(row.control(), row.where());
    } else if (clause instanceof EntityEntry entry) {
      return List.of(
          entry.text(),
          Runs.of(entry.requirement()),
          Runs.of(entry.policy()),
          Runs.of(entry.register()));
    }
    return List.of(clause.text());
  }

  /** Whether a text without more may be meant: not one of several cells. */
  static boolean isOne(Clause clause) {
    return of(clause).size() == 1;
  }

  /**
   * The clause with other texts, as many as it has.
   *
   * @throws Refusal if names of an entity would change, by which it is known, or their number
   */
  static Clause with(Clause clause, List<List<Run>> texts) throws Refusal {
    Content content = clause.content();
    if (clause instanceof TableRow row) {
      return new TableRow(named(row, texts), texts, content.withText(joined(texts, EDGE)));
    } else if (clause instanceof ControlRow row) {
      String edge = Runs.text(row.text()).contains(EDGE) ? EDGE : " ";
      Content joined = content.withText(joined(texts, edge));
      return new ControlRow(named(row, texts), texts.get(0), texts.get(1), joined);
    } else if (clause instanceof EntityEntry entry) {
      return entry(entry, texts);
    }
    return clause.withContent(content.withText(texts.get(0)));
  }

  /** A row is known by its first cell. */
  private static Citation named(Clause row, List<List<Run>> texts) {
    boolean same = Runs.text(texts.get(0)).equals(Runs.text(of(row).get(0)));
    Citation table = row.citation().parent();
    return same ? row.citation() : table.then(Kind.ROW, Runs.text(texts.get(0)));
  }

  private static Clause entry(EntityEntry entry, List<List<Run>> texts) throws Refusal {
    if (!texts.get(0).equals(entry.text())) {
      throw new Refusal(
          "words among the names and addresses of " + entry.citation() + " are not replaced");
    }
    return new EntityEntry(
        entry.citation(),
        entry.country(),
        entry.name(),
        entry.aliases(),
        entry.addresses(),
        Runs.text(texts.get(1)),
        entry.footnotes(),
        Runs.text(texts.get(2)),
        Runs.text(texts.get(3)),
        entry.content());
  }

  private static List<Run> joined(List<List<Run>> texts, String edge) {
    return Runs.of(texts.stream().map(Runs::text).collect(Collectors.joining(edge)));
  }
}
