package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Clause;
import org.ratchet.document.Rule;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Savings clauses of a rule: shipments that were on their way when it took effect may go on for a
 * time as before. They are printed in the preamble only and still bind; no other sentence of a
 * preamble gives a direction.
 */
final class SavingsCheck implements Check {

  private static final Pattern SAVES =
      Pattern.compile(
          "(?i)\\b(?:en route|on (?:its|their|the) way|on (?:a )?docks?|laden|aboard)\\b[^.]*\\bmay"
              + " (?:proceed|continue|go on)\\b");

  /** How much of their words two copies of one clause have in common. */
  private static final double COPY = 0.95;

  private static final Pattern DATE =
      Pattern.compile(
          "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
              + " \\d{1,2}, \\d{4}");

  @Override
  public String id() {
    return "savings";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Clause> old = saving(delta.rulesBefore());
    List<Clause> now = saving(delta.rulesAfter());
    List<Finding> findings = new ArrayList<>();
    beyond(now, old).forEach(clause -> findings.add(finding(clause, true)));
    beyond(old, now).forEach(clause -> findings.add(finding(clause, false)));
    return findings;
  }

  private static List<Clause> saving(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.preamble().stream())
        .flatMap(section -> section.paragraphs().stream())
        .filter(clause -> SAVES.matcher(text(clause)).find())
        .toList();
  }

  /** Whether two clauses are one, in the words of two copies. */
  private static boolean same(Clause one, Clause other) {
    return dates(one).equals(dates(other)) && Sentences.alike(text(one), text(other)) >= COPY;
  }

  private static List<Clause> beyond(List<Clause> these, List<Clause> those) {
    return these.stream()
        .filter(clause -> those.stream().noneMatch(other -> same(clause, other)))
        .toList();
  }

  private static String text(Clause clause) {
    return ThresholdText.normalise(clause.content().ownText());
  }

  private static Set<String> dates(Clause clause) {
    Set<String> dates = new LinkedHashSet<>();
    Matcher date = DATE.matcher(text(clause));
    while (date.find()) {
      dates.add(date.group());
    }
    return dates;
  }

  private Finding finding(Clause clause, boolean comes) {
    Set<String> dates = dates(clause);
    return Findings.by(id(), clause.citation())
        .on(Facet.TIME)
        .showing(comes ? "after" : "before", Optional.of(clause))
        .towards(comes ? Direction.LOOSER : Direction.TIGHTER, Certainty.BY_POLARITY)
        .because("a savings clause binds though it is printed in the preamble only")
        .saying(
            "The rule "
                + (comes ? "lets" : "let")
                + " shipments that were on their way go on as before"
                + (dates.isEmpty() ? "" : " (it names " + String.join(" and ", dates) + ")")
                + ": “"
                + NewProvisionCheck.shortened(text(clause))
                + "”.");
  }
}
