package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.text.Runs;

/**
 * What the license requirements table of an entry says of each of its items: for which reasons a
 * license is required, and where.
 *
 * @param rows one for each reason of each row of the table
 * @param items the paragraphs that have no paragraphs under them and are not reserved; the entry
 *     itself where it has none
 */
record ControlRecord(List<Row> rows, Set<Citation> items) {

  private static final Pattern CONTROL =
      Pattern.compile(
          "(?i)^\\s*([A-Z]{2,3}(?:(?:,| and) [A-Z]{2,3})*) (?:applies|apply|controls?) (?:to"
              + " )?(.*?)\\W*$");

  ControlRecord {
    rows = List.copyOf(rows);
    items = Set.copyOf(items);
  }

  /**
   * A row for one reason.
   *
   * @param reason {@code NS}
   * @param control what it applies to, as printed
   * @param scope the paragraphs, if they are wholly named
   * @param where the second cell
   * @param clause the row
   * @param tables what the names of groups and columns in it stand for
   */
  record Row(
      String reason,
      String control,
      Optional<ItemScope> scope,
      String where,
      ControlRow clause,
      CountryTables tables) {

    /** Whether another row says the same in the same words. */
    boolean same(Row other) {
      return reason.equals(other.reason)
          && key(control).equals(key(other.control))
          && key(where).equals(key(other.where));
    }

    private static String key(String text) {
      return ThresholdText.key(text).replaceFirst("[ .]+$", "");
    }

    boolean covers(Citation item) {
      return scope.filter(s -> s.covers(item)).isPresent();
    }

    /** Where the control reaches, if the row names a set of countries. */
    Optional<Destinations> destinations() {
      return Destinations.of(where, tables);
    }
  }

  static ControlRecord of(EccnEntry entry, CountryTables tables) {
    List<Row> rows = new ArrayList<>();
    Entries.part(Optional.of(entry), Role.LICENSE_REQUIREMENTS).stream()
        .flatMap(part -> part.children().stream())
        .filter(ControlRow.class::isInstance)
        .map(ControlRow.class::cast)
        .forEach(row -> rows.addAll(read(row, entry.citation(), tables)));
    return new ControlRecord(rows, items(entry));
  }

  private static List<Row> read(ControlRow row, Citation entry, CountryTables tables) {
    Matcher control = CONTROL.matcher(Runs.text(row.control()));
    if (!control.matches()) {
      return List.of();
    }
    String what = control.group(2);
    return Stream.of(control.group(1).split(", (?:and )?| and ", -1))
        .map(
            reason ->
                new Row(
                    reason, what, ItemScope.of(what, entry), Runs.text(row.where()), row, tables))
        .toList();
  }

  private static Set<Citation> items(EccnEntry entry) {
    Set<Citation> items = new LinkedHashSet<>();
    entry.stream()
        .filter(Paragraph.class::isInstance)
        .filter(clause -> item(clause.citation(), entry.citation()))
        .filter(clause -> clause.children().stream().noneMatch(Paragraph.class::isInstance))
        .filter(clause -> !Transfers.reserved(clause))
        .map(Clause::citation)
        .forEach(items::add);
    return items.isEmpty() ? Set.of(entry.citation()) : items;
  }

  private static boolean item(Citation citation, Citation entry) {
    return citation.steps().stream()
        .skip(entry.steps().size())
        .allMatch(step -> step.kind() == Kind.PARAGRAPH);
  }

  /** The reasons that rows give, in natural order. */
  Set<String> reasons() {
    Set<String> reasons = new TreeSet<>();
    rows.forEach(row -> reasons.add(row.reason()));
    return reasons;
  }

  List<Row> rows(String reason) {
    return rows.stream().filter(row -> row.reason().equals(reason)).toList();
  }
}
