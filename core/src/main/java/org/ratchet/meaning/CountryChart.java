package org.ratchet.meaning;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Table;

/**
 * The Commerce Country Chart (15 CFR part 738, Supplement No. 1): to which countries each column of
 * a reason for control applies.
 *
 * <p>The rows of some countries have no marks but a reference to part 746, which controls them
 * whatever the column: {@link #elsewhere}. Comparisons leave them out on both sides.
 */
final class CountryChart {

  /** What a finding says of the chart shipped with Ratchet. */
  private static final String SOURCE =
      "Country Chart as of 2026-07-23 (15 CFR part 738, Supp. No. 1), not as of the dates of the"
          + " texts; destinations under part 746 are not in it";

  /**
   * Reasons of whose columns one marks a subset of the other whatever the date; what the columns of
   * crime control and of firearms mark has changed.
   */
  private static final Set<String> ORDERED = Set.of("CB", "NP", "NS", "MT", "RS");

  private static final Citation SUPPLEMENT = Citation.supplement(15, "738", "1");
  private static final Pattern COLUMN = Pattern.compile("(?i)([A-Z]{2}) ?(?:column )?(\\d)");
  private static final String ELSEWHERE = "part 746";

  private static final CountryChart STANDARD = shipped();

  private final Map<String, Set<String>> columns;
  private final Set<String> elsewhere;
  private final String source;

  private CountryChart(Map<String, Set<String>> columns, Set<String> elsewhere, String source) {
    this.columns = columns;
    this.elsewhere = Set.copyOf(elsewhere);
    this.source = source;
  }

  /** The dated chart shipped with Ratchet. */
  static CountryChart standard() {
    return STANDARD;
  }

  private static CountryChart shipped() {
    Map<String, Set<String>> columns = new TreeMap<>();
    Set<String> elsewhere = new TreeSet<>();
    for (String[] row : Vocabulary.rows("country-chart.tsv")) {
      Set<String> countries = Set.of(row[1].split("; ", -1));
      if (row[0].equals(ELSEWHERE)) {
        elsewhere.addAll(countries);
        continue;
      }
      for (String marks : row[0].split(" ", -1)) {
        for (char number : marks.substring(2).toCharArray()) {
          columns
              .computeIfAbsent(marks.substring(0, 2) + " " + number, c -> new TreeSet<>())
              .addAll(countries);
        }
      }
    }
    return new CountryChart(columns, elsewhere, SOURCE);
  }

  /** The chart that a state shows, if it shows it whole. */
  static Optional<CountryChart> in(State state) {
    return state.find(SUPPLEMENT).flatMap(CountryChart::in);
  }

  private static Optional<CountryChart> in(Clause supplement) {
    Map<String, Set<String>> columns = new TreeMap<>();
    Set<String> elsewhere = new TreeSet<>();
    for (Clause clause : supplement.stream().toList()) {
      if (clause instanceof Ellipsis) {
        return Optional.empty();
      }
      if (clause instanceof Table table
          && !take(CountryGrid.of(table, COLUMN), columns, elsewhere)) {
        return Optional.empty();
      }
    }
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CountryChart(
                columns,
                elsewhere,
                "Commerce Country Chart as in the document compared (15 CFR part 738, Supp. No."
                    + " 1)"));
  }

  private static boolean take(
      CountryGrid grid, Map<String, Set<String>> columns, Set<String> elsewhere) {
    for (CountryGrid.Row row : grid.rows()) {
      if (row.note().contains(ELSEWHERE)) {
        elsewhere.add(row.country());
      } else if (row.note().isEmpty()) {
        grid.marked(row)
            .forEach(
                column -> columns.computeIfAbsent(column, c -> new TreeSet<>()).add(row.country()));
      } else {
        return false;
      }
    }
    return true;
  }

  /**
   * The countries that a column marks; nothing for a column that the chart does not have or that
   * marks no country, such as AT Column 1, of which other provisions speak.
   *
   * @param reason two capitals: {@code NS}
   * @param number of the column: 1 to 3
   */
  Optional<Set<String>> column(String reason, int number) {
    return Optional.ofNullable(columns.get(reason + " " + number)).map(Set::copyOf);
  }

  /** The countries that a column marks, if columns of its reason can be compared across dates. */
  Optional<Set<String>> marked(String reason, String number) {
    return ORDERED.contains(reason) ? column(reason, Integer.parseInt(number)) : Optional.empty();
  }

  /** The countries of which part 746 decides. */
  Set<String> elsewhere() {
    return elsewhere;
  }

  /** Where this chart stands, for the reason of a finding that leans on it. */
  String source() {
    return source;
  }
}
