package org.ratchet.meaning;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which names stand for one country: Türkiye and Turkey, Burma and Myanmar. A country goes by the
 * name that the table of Country Groups gives it.
 */
final class Countries {

  private static final Pattern BRACKET = Pattern.compile("(.*?)\\s*\\((.*)\\)");
  private static final Countries STANDARD = new Countries();

  private final Set<String> countries = new TreeSet<>();
  private final Map<String, String> names = new TreeMap<>();
  private final Pattern anyName;

  private Countries() {
    for (String[] row : Vocabulary.rows("country-groups.tsv")) {
      add(row[0]);
    }
    for (String[] row : Vocabulary.rows("country-names.tsv")) {
      add(row[0]);
      for (String other : row.length < 2 ? new String[0] : row[1].split("; ", -1)) {
        name(other, row[0]);
      }
    }
    anyName = Pattern.compile("(?i)(?<![\\p{L}])" + namePattern() + "(?![\\p{L}])");
  }

  static Countries standard() {
    return STANDARD;
  }

  private void add(String country) {
    countries.add(country);
    name(country, country);
    Matcher bracket = BRACKET.matcher(country);
    if (bracket.matches()) {
      name(bracket.group(1), country);
      name(bracket.group(2), country);
    }
  }

  private void name(String name, String country) {
    names.put(name.toLowerCase(Locale.ROOT), country);
    names.put(turned(name).toLowerCase(Locale.ROOT), country);
    names.put(name.toLowerCase(Locale.ROOT).replace(" & ", " and "), country);
  }

  /** The country that a name in a text stands for. */
  Optional<String> country(String name) {
    return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The names of countries as a sentence has them: {@code North Korea}. */
  static String list(Collection<String> countries) {
    return countries.stream().map(Countries::turned).collect(Collectors.joining(", "));
  }

  private static String turned(String country) {
    int comma = country.indexOf(", ");
    return comma < 0 ? country : country.substring(comma + 2) + " " + country.substring(0, comma);
  }

  /** Finds any name of a country. */
  Pattern names() {
    return anyName;
  }

  /**
   * Names of countries as alternatives of a regular expression: first those that begin with a, and
   * so on, so that most are never tried; the longest first among them.
   */
  String namePattern() {
    return names.keySet().stream()
        .collect(
            Collectors.groupingBy(name -> name.substring(0, 1), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> "(?=" + Pattern.quote(each.getKey()) + ")" + alternatives(each.getValue()))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String alternatives(List<String> names) {
    return names.stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Every country but the United States. */
  Set<String> world() {
    Set<String> world = new TreeSet<>(countries);
    world.remove("United States");
    return world;
  }
}
