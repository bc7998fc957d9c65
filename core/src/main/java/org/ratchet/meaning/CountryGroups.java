package org.ratchet.meaning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.text.Runs;

/** The dated table of Country Groups shipped with Ratchet, and names of countries. */
final class CountryGroups {

  /** What a finding says of the table it used. */
  static final String SOURCE =
      "Country Groups as of 2026-07-23 (15 CFR part 740, Supp. No. 1), not as of the dates of the rules";

  /** Where the groups are. */
  static final String PLACE = "Supp. No. 1 to Part 740";

  private static final Pattern BRACKET = Pattern.compile("(.*?)\\s*\\((.*)\\)");
  private static final String CHINA = "China (PRC)";
  private static final CountryGroups STANDARD =
      new CountryGroups(Vocabulary.resource("country-groups.tsv"));

  private final Map<String, Set<String>> groups = new LinkedHashMap<>();
  private final Map<String, String> names = new TreeMap<>();
  private final Pattern anyName;

  private CountryGroups(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      groups.put(fields[0], fields.length < 2 ? Set.of() : Set.of(fields[1].split(" ", -1)));
      name(fields[0]);
    }
    if (groups.containsKey(CHINA)) {
      names.put("people's republic of china", CHINA);
      names.put("the prc", CHINA);
    }
    anyName = Pattern.compile("(?i)(?<![\\p{L}])" + namePattern() + "(?![\\p{L}])");
  }

  private CountryGroups(CountryGroups base, Map<String, Set<String>> members) {
    this.names.putAll(base.names);
    this.anyName = base.anyName;
    base.groups.forEach(
        (country, of) -> {
          Set<String> mine = new TreeSet<>(of);
          mine.removeAll(members.keySet());
          members.forEach(
              (group, countries) -> {
                if (countries.contains(country)) {
                  mine.add(group);
                }
              });
          groups.put(country, mine);
        });
  }

  static CountryGroups standard() {
    return STANDARD;
  }

  /**
   * The groups as a state shows them in Supplement No. 1 to part 740; those it does not show are of
   * the table shipped with Ratchet. Empty if it shows none.
   */
  static Optional<CountryGroups> in(State state) {
    Map<String, Set<String>> members = new TreeMap<>();
    state.clauses().stream()
        .flatMap(Clause::stream)
        .filter(Table.class::isInstance)
        .filter(table -> table.citation().toString().startsWith(PLACE))
        .forEach(table -> read(table, members));
    return members.isEmpty() ? Optional.empty() : Optional.of(new CountryGroups(STANDARD, members));
  }

  private static void read(Clause table, Map<String, Set<String>> members) {
    List<String> columns = List.of();
    for (Clause child : table.children()) {
      if (!(child instanceof TableRow row)) {
        continue;
      }
      List<String> cells = row.cells().stream().map(cell -> Runs.text(cell).strip()).toList();
      List<String> heads =
          cells.stream().map(cell -> cell.replaceAll("[\\[\\]]", "").split(" ", 2)[0]).toList();
      if (heads.stream().skip(1).anyMatch(head -> head.matches("[A-E]:\\d"))) {
        columns = heads;
        columns.stream()
            .filter(head -> head.matches("[A-E]:\\d"))
            .forEach(head -> members.computeIfAbsent(head, h -> new TreeSet<>()));
        continue;
      }
      Optional<String> country =
          cells.isEmpty() ? Optional.empty() : STANDARD.country(cells.get(0));
      for (int i = 1; country.isPresent() && i < Math.min(cells.size(), columns.size()); i++) {
        Set<String> of = members.get(columns.get(i));
        if (of != null && cells.get(i).equalsIgnoreCase("x")) {
          of.add(country.get());
        }
      }
    }
  }

  private void name(String country) {
    names.put(country.toLowerCase(java.util.Locale.ROOT), country);
    Matcher bracket = BRACKET.matcher(country);
    if (bracket.matches()) {
      names.put(bracket.group(1).toLowerCase(java.util.Locale.ROOT), country);
      names.put(bracket.group(2).toLowerCase(java.util.Locale.ROOT), country);
    }
    names.put(turned(country).toLowerCase(java.util.Locale.ROOT), country);
    names.put(country.toLowerCase(java.util.Locale.ROOT).replace(" & ", " and "), country);
  }

  /** The country that a name in a text stands for. */
  Optional<String> country(String name) {
    return Optional.ofNullable(names.get(name.toLowerCase(java.util.Locale.ROOT)));
  }

  /** The names of countries as a sentence has them: {@code North Korea}. */
  static String list(Collection<String> countries) {
    return countries.stream().map(CountryGroups::turned).collect(Collectors.joining(", "));
  }

  private static String turned(String country) {
    int comma = country.indexOf(", ");
    return comma < 0 ? country : country.substring(comma + 2) + " " + country.substring(0, comma);
  }

  /** Finds any name of a country. */
  Pattern names() {
    return anyName;
  }

  /** Names of countries, longest first, as alternatives of a regular expression. */
  String namePattern() {
    return names.keySet().stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** The countries of a group; {@code D} stands for D:1 to D:5. */
  Set<String> members(String group) {
    Set<String> members = new TreeSet<>();
    groups.forEach(
        (country, of) -> {
          if (of.stream().anyMatch(g -> g.equals(group) || g.startsWith(group + ":"))) {
            members.add(country);
          }
        });
    return members;
  }

  /** Every country of the table but the United States. */
  Set<String> world() {
    Set<String> world = new TreeSet<>(groups.keySet());
    world.remove("United States");
    return world;
  }
}
