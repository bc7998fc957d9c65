package org.ratchet;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.document.RuleMetadata;

/** The numbers by which a rulemaking is known: its RIN and its dockets. */
final class Numbers {

  private static final Pattern DASH = Pattern.compile("[‐‑–—]");

  /** A number with hyphens, such as {@code 0694-AI94} or {@code CFPB-2011-0008}. */
  private static final Pattern HYPHENED =
      Pattern.compile("\\b[A-Z0-9]+(?:-[A-Z0-9]+)*-[A-Z0-9]*\\d[A-Z0-9]*\\b");

  /** A number without, which only its name tells: {@code Docket No. ATF 11F}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:DOCKET|FILE)S?(?: (?:NOS?|NUMBERS?|ID)\\b[.:]*)*:? ?((?:[A-Z]{1,6} )?\\d+[A-Z]?)(?![A-Z0-9-])");

  /** As some agencies number documents: the matter first, which of its documents it is last. */
  private static final Pattern OF_MATTER =
      Pattern.compile(
          "(\\d{9}(?=-\\d{4}-\\d{2}$)|FR-\\d{4}(?=-[A-Z]-\\d{2}$)|RM\\d{2}-\\d+(?=-\\d{3}$)).*");

  /** As regulations.gov numbers it: the agency, the year and the rulemaking. */
  private static final Pattern OF_RULEMAKING =
      Pattern.compile("[A-Z]+(?:-[A-Z]+)*-\\d{4}-(?:[A-Z]-)?\\d{4}");

  private Numbers() {}

  /**
   * Whether two documents share a RIN or a docket, whichever dash they print in it. Some RINs stand
   * for all routine rules of an agency: where each document has a docket of its own rulemaking,
   * these tell.
   */
  static boolean related(RuleMetadata left, RuleMetadata right) {
    Set<String> dockets = dockets(left.docket());
    Set<String> others = dockets(right.docket());
    if (shared(dockets, others)) {
      return true;
    }
    boolean apart =
        dockets.stream().anyMatch(number -> OF_RULEMAKING.matcher(number).matches())
            && others.stream().anyMatch(number -> OF_RULEMAKING.matcher(number).matches());
    return !apart && shared(all(HYPHENED, plain(left.rin())), all(HYPHENED, plain(right.rin())));
  }

  private static boolean shared(Set<String> left, Set<String> right) {
    return left.stream().anyMatch(right::contains);
  }

  private static Set<String> dockets(String line) {
    String plain = plain(line);
    Set<String> numbers = all(HYPHENED, plain);
    for (String number : Set.copyOf(numbers)) {
      Matcher matter = OF_MATTER.matcher(number);
      if (matter.matches()) {
        numbers.add(matter.group(1));
      }
    }
    numbers.addAll(all(NAMED, plain));
    return numbers;
  }

  private static Set<String> all(Pattern pattern, String line) {
    return pattern
        .matcher(line)
        .results()
        .map((MatchResult number) -> number.group(number.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String plain(String line) {
    return DASH.matcher(line).replaceAll("-").toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
