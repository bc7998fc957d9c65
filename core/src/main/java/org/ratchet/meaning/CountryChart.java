package org.ratchet.meaning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The dated table of the Commerce Country Chart shipped with Ratchet. */
final class CountryChart {

  /** What a finding says of the table it used. */
  static final String SOURCE =
      "Country Chart as of 2026-07-23 (15 CFR part 738, Supp. No. 1), not as of the dates of the texts; destinations under part 746 are not in it";

  private static final CountryChart STANDARD =
      new CountryChart(Vocabulary.resource("country-chart.tsv"), CountryGroups.standard());

  private final Map<String, Set<String>> columns = new HashMap<>();

  private CountryChart(List<String> lines, CountryGroups groups) {
    for (String line : lines) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      String country = groups.country(fields[0]).orElse(fields[0]);
      for (String column : fields.length < 2 ? new String[0] : fields[1].split(" ", -1)) {
        columns.computeIfAbsent(column, c -> new TreeSet<>()).add(country);
      }
    }
  }

  static CountryChart standard() {
    return STANDARD;
  }

  /** The countries that a column marks: reason {@code NS}, number {@code 2}. */
  Optional<Set<String>> marked(String reason, String number) {
    return Optional.ofNullable(columns.get(reason + ":" + number));
  }
}
