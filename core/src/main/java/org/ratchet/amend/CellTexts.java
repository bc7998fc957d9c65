package org.ratchet.amend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.TableRow;
import org.ratchet.document.EntityCell;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * The texts of a clause, one for each of its cells; of a clause without cells, its one text. Words
 * do not reach over the edge of a cell.
 */
final class CellTexts {

  /** Stands between the cells of a row where its text is one. */
  private static final String EDGE = " | ";

  private static final Pattern ALONE =
      Pattern.compile(
          "(?<![\\d.(§-])(?<!(?i:[ (]nos?\\.|\\bparts?|§|\\bnote|\\bgroup) )\\d{1,3}(?=[\\s,.;)]|$)(?!\\.\\d)");

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
   * @throws Refusal if it is not told to which footnotes the new texts refer
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

  /** An entry is known by the name that opens its first cell; what stands there is read again. */
  private static Clause entry(EntityEntry entry, List<List<Run>> texts) throws Refusal {
    EntityCell cell = EntityCell.of(Runs.text(texts.get(0)));
    boolean same = cell.name().equals(entry.name());
    String requirement = Runs.text(texts.get(1));
    return new EntityEntry(
        same ? entry.citation() : entry.citation().parent().then(Kind.ENTITY, cell.name()),
        entry.country(),
        cell.name(),
        cell.aliases(),
        cell.addresses(),
        requirement,
        footnotes(entry, requirement),
        Runs.text(texts.get(2)),
        Runs.text(texts.get(3)),
        entry.content().withText(texts.get(0)));
  }

  /**
   * The footnotes that other words of a requirement refer to. Type tells a footnote from another
   * number, and words have none: a number that comes may be either.
   */
  private static List<String> footnotes(EntityEntry entry, String now) throws Refusal {
    List<String> before = alone(entry.requirement());
    List<String> after = alone(now);
    List<String> left = new ArrayList<>(after);
    before.forEach(left::remove);
    if (!left.isEmpty()) {
      throw new Refusal(
          "whether " + left.get(0) + " is a footnote of " + entry.citation() + " is not told");
    }
    List<String> footnotes = new ArrayList<>(entry.footnotes());
    footnotes.removeIf(number -> before.contains(number) && !after.contains(number));
    for (String number : footnotes) {
      if (Collections.frequency(before, number) != Collections.frequency(after, number)) {
        throw new Refusal(
            "whether " + number + " is still a footnote of " + entry.citation() + " is not told");
      }
    }
    return footnotes;
  }

  /** The numbers that stand alone, as footnotes do once their type is lost. */
  private static List<String> alone(String text) {
    return ALONE.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<Run> joined(List<List<Run>> texts, String edge) {
    return Runs.of(texts.stream().map(Runs::text).collect(Collectors.joining(edge)));
  }
}
