package org.ratchet.meaning;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.text.Runs;

/** The Country Groups (15 CFR part 740, Supplement No. 1): which countries each holds. */
final class CountryGroups {

  /** What a finding says of the table shipped with Ratchet. */
  private static final String SOURCE =
      "Country Groups as of 2026-07-23 (15 CFR part 740, Supp. No. 1), not as of the dates of the"
          + " rules";

  /** Where the groups are. */
  static final String PLACE = "Supp. No. 1 to Part 740";

  private static final Citation SUPPLEMENT = Citation.supplement(15, "740", "1");
  private static final Pattern COLUMN = Pattern.compile("\\[?([A-E]:\\d)\\]?(?!\\d)[^|]*");
  private static final Pattern TITLE = Pattern.compile("(?i)country group ([A-E])\\b(?!:)");
  private static final Set<String> LETTERS = Set.of("A", "B", "D", "E");

  private static final CountryGroups STANDARD = shipped();

  private final Map<String, Set<String>> groups;
  private final String source;
  private final boolean whole;

  private CountryGroups(Map<String, Set<String>> groups, String source, boolean whole) {
    this.groups = groups;
    this.source = source;
    this.whole = whole;
  }

  /** The dated table shipped with Ratchet. */
  static CountryGroups standard() {
    return STANDARD;
  }

  private static CountryGroups shipped() {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (String[] row : Vocabulary.rows("country-groups.tsv")) {
      for (String group : row.length < 2 ? new String[0] : row[1].split(" ", -1)) {
        groups.computeIfAbsent(group, g -> new TreeSet<>()).add(row[0]);
      }
    }
    return new CountryGroups(groups, SOURCE, true);
  }

  /**
   * The groups as a state shows them in Supplement No. 1 to part 740; those it does not show are of
   * the table shipped with Ratchet. Empty if it shows none.
   */
  static Optional<CountryGroups> in(State state) {
    return state.find(SUPPLEMENT).flatMap(CountryGroups::in);
  }

  private static Optional<CountryGroups> in(Clause supplement) {
    Map<String, Set<String>> shown = new TreeMap<>();
    boolean understood = true;
    String letter = "";
    for (Clause clause : supplement.stream().toList()) {
      Matcher title = TITLE.matcher(Runs.text(clause.heading()) + " " + clause.content().ownText());
      if (!(clause instanceof TableRow) && title.find()) {
        letter = title.group(1);
      }
      understood &=
          !(clause instanceof Ellipsis)
              && (!(clause instanceof Table table) || members(table, letter, shown));
    }
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    boolean whole =
        understood
            && LETTERS.stream()
                .allMatch(l -> shown.keySet().stream().anyMatch(group -> group.startsWith(l)));
    Map<String, Set<String>> groups = new TreeMap<>(whole ? Map.of() : STANDARD.groups);
    groups.putAll(shown);
    return Optional.of(
        new CountryGroups(
            groups,
            "Country Groups as in the document compared (15 CFR part 740, Supp. No. 1)",
            whole));
  }

  /** Whether every group is of one document, all rows of it shown and understood. */
  boolean isWhole() {
    return whole;
  }

  /** Takes in the members of a table; false if a row of it is not understood. */
  private static boolean members(Table table, String letter, Map<String, Set<String>> groups) {
    CountryGrid grid = CountryGrid.of(table, COLUMN);
    if (!grid.columns().isEmpty()) {
      grid.columns().stream()
          .filter(group -> !group.isEmpty())
          .forEach(group -> groups.computeIfAbsent(group, g -> new TreeSet<>()));
      return grid.rows().stream()
          .allMatch(
              row -> {
                grid.marked(row)
                    .forEach(
                        group ->
                            groups.computeIfAbsent(group, g -> new TreeSet<>()).add(row.country()));
                return row.note().isEmpty();
              });
    }
    if (letter.isEmpty()) {
      return true;
    }
    Set<String> members = new TreeSet<>();
    boolean countries = CountryGrid.listed(table, members);
    groups.computeIfAbsent(letter, g -> new TreeSet<>()).addAll(members);
    return countries;
  }

  /** Where these groups stand, for the reason of a finding that leans on them. */
  String source() {
    return source;
  }

  /** The countries of a group; {@code D} stands for D:1 to D:5. */
  Set<String> members(String group) {
    Set<String> members = new TreeSet<>();
    groups.forEach(
        (name, of) -> {
          if (name.equals(group) || name.startsWith(group + ":")) {
            members.addAll(of);
          }
        });
    return members;
  }
}
