package org.ratchet.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison in three sentences, and its counts in one line each. What is not known is first. */
final class Brief {

  private static final int MOST = 3;
  private static final List<String> DIRECTED = List.of("tighter", "looser", "mixed");

  private Brief() {}

  /**
   * What is not known, what is tighter, and what is looser or mixed.
   *
   * @param open instructions not carried out
   * @param instructions all instructions
   * @param byProvision for each provision, the number of findings in each direction
   */
  static List<String> sentences(
      int open, int instructions, Map<String, Map<String, Integer>> byProvision) {
    return List.of(
            unknown(open, instructions, byProvision),
            found("tighter", byProvision) + ".",
            loosened(byProvision))
        .stream()
        .map(Brief::capital)
        .toList();
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String unknown(
      int open, int instructions, Map<String, Map<String, Integer>> byProvision) {
    List<String> parts = new ArrayList<>();
    if (open > 0) {
      String were = open == 1 ? " was" : " were";
      parts.add(open + " of " + instructions + " instructions" + were + " not carried out");
    }
    if (open == 0 && instructions > 0) {
      parts.add("every instruction was carried out");
    }
    parts.add(found("undetermined", byProvision));
    return String.join(", and ", parts) + ".";
  }

  private static String loosened(Map<String, Map<String, Integer>> byProvision) {
    boolean mixed = total("mixed", byProvision) > 0;
    boolean looser = total("looser", byProvision) > 0;
    if (!mixed) {
      return looser ? found("looser", byProvision) + "." : "no finding is looser or mixed.";
    }
    return found("looser", byProvision) + ", and " + found("mixed", byProvision) + ".";
  }

  /** {@code 5 findings are tighter: ECCN 3A090 (4) and 15 CFR 744.23 (1)}. */
  private static String found(String direction, Map<String, Map<String, Integer>> byProvision) {
    int total = total(direction, byProvision);
    if (total == 0) {
      return "no finding is " + direction;
    }
    List<String> places =
        byProvision.entrySet().stream()
            .filter(place -> place.getValue().containsKey(direction))
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, Map<String, Integer>> place) ->
                            -place.getValue().getOrDefault(direction, 0))
                    .thenComparing(Map.Entry::getKey))
            .map(place -> place.getKey() + " (" + place.getValue().get(direction) + ")")
            .toList();
    return total
        + (total == 1 ? " finding is " : " findings are ")
        + direction
        + ": "
        + enumerated(places);
  }

  private static String enumerated(List<String> places) {
    int others = places.size() - MOST;
    if (others > 1) {
      return String.join(", ", places.subList(0, MOST)) + " and " + others + " other provisions";
    }
    int last = places.size() - 1;
    return last == 0
        ? places.get(0)
        : String.join(", ", places.subList(0, last)) + " and " + places.get(last);
  }

  private static int total(String direction, Map<String, Map<String, Integer>> counts) {
    return counts.values().stream().mapToInt(each -> each.getOrDefault(direction, 0)).sum();
  }

  /**
   * The findings with a direction, by what they are about: {@code scope: 9 tighter, 1 looser; …};
   * empty if there is none.
   */
  static String directed(Map<String, Map<String, Integer>> counts) {
    return counts.entrySet().stream()
        .filter(each -> DIRECTED.stream().anyMatch(each.getValue()::containsKey))
        .map(each -> each.getKey().replace('_', ' ') + ": " + directions(each.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String directions(Map<String, Integer> counts) {
    return DIRECTED.stream()
        .filter(counts::containsKey)
        .map(direction -> counts.get(direction) + " " + direction)
        .collect(Collectors.joining(", "));
  }
}
