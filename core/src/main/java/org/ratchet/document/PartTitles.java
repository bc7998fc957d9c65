package org.ratchet.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;

/**
 * Which title of the CFR a part belongs to, as the CFR lines of a document say: {@code 15 CFR Parts
 * 734 and 774}. Headings of parts and sections do not name the title.
 */
final class PartTitles {

  private static final Pattern LINE = Pattern.compile("(\\d{1,3})\\s+CFR\\b(.*)", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}[a-z]?");

  /** Title 15 holds the Export Administration Regulations. */
  private static final int EAR = 15;

  private final Map<String, Integer> titles = new HashMap<>();
  private final int usual;

  private PartTitles(int usual) {
    this.usual = usual;
  }

  /** The titles of the lines; where they do not name a part, the title of the first line holds. */
  static PartTitles of(List<String> lines) {
    Map<String, Integer> named = new HashMap<>();
    int first = 0;
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.find()) {
        int title = Integer.parseInt(matcher.group(1));
        first = first == 0 ? title : first;
        Matcher number = NUMBER.matcher(matcher.group(2));
        while (number.find()) {
          named.putIfAbsent(number.group(), title);
        }
      }
    }
    PartTitles result = new PartTitles(first == 0 ? EAR : first);
    result.titles.putAll(named);
    return result;
  }

  /** The part, if the lines name exactly one; else {@link Citation#ROOT}. */
  Citation only() {
    return titles.size() == 1 ? citation(titles.keySet().iterator().next()) : Citation.ROOT;
  }

  /** The citation of a part by its number. */
  Citation citation(String part) {
    return Citation.part(titles.getOrDefault(part, usual), part);
  }
}
