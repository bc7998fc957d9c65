package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  /** What is only asked, told of the past, denied, or made to depend on a license. */
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)^(?:[^.]{0,60}[,:] )?no\\b|\\b(?:comment\\w*|asked|requests?|requested|suggest\\w*|proposed"
              + "|declin\\w*|former rule|no longer)\\b|\\bmay (?:proceed|continue|go on) (?:only|unless)\\b");

  private static final Pattern SHIPPED =
      Pattern.compile(
          "(?i)\\b(?:shipments?|items?|(?:re)?exports?|transfers?|commodit(?:y|ies)|goods)\\b");

  /** How much of their words two clauses have in common if one is the other worded anew. */
  private static final double LIKE = 0.6;

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
    List<Clause> gone = new ArrayList<>(beyond(old, now));
    for (Clause clause : beyond(now, old)) {
      Optional<Clause> other =
          gone.stream().filter(each -> alike(each, clause) >= LIKE).findFirst();
      other.ifPresent(gone::remove);
      findings.add(other.map(was -> reworded(was, clause)).orElseGet(() -> finding(clause, true)));
    }
    gone.forEach(clause -> findings.add(finding(clause, false)));
    return findings;
  }

  private static List<Clause> saving(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.preamble().stream())
        .flatMap(section -> section.paragraphs().stream())
        .filter(clause -> Operative.sentences(clause).stream().anyMatch(SavingsCheck::saves))
        .toList();
  }

  private static boolean saves(String sentence) {
    return SAVES.matcher(sentence).find()
        && SHIPPED.matcher(sentence).find()
        && !DENIED.matcher(sentence).find();
  }

  /** Whether two clauses are one, in the words of two copies. */
  private static boolean same(Clause one, Clause other) {
    return dates(one).equals(dates(other)) && Sentences.alike(text(one), text(other)) >= COPY;
  }

  /** How much of their words two clauses have in common, dates left out of account. */
  private static double alike(Clause one, Clause other) {
    return Sentences.alike(
        DATE.matcher(text(one)).replaceAll(""), DATE.matcher(text(other)).replaceAll(""));
  }

  /** A clause that both rules print, not in the same words or with another date. */
  private Finding reworded(Clause old, Clause now) {
    List<String> was = List.copyOf(dates(old));
    List<String> is = List.copyOf(dates(now));
    List<Integer> differing =
        was.size() != is.size() || alike(old, now) < COPY
            ? List.of()
            : IntStream.range(0, is.size())
                .filter(at -> !is.get(at).equals(was.get(at)))
                .boxed()
                .toList();
    Findings draft =
        Findings.by(id(), now.citation())
            .on(Facet.TIME)
            .showing("before", Optional.of(old))
            .showing("after", Optional.of(now));
    String statement =
        "The savings clause of the rule was “"
            + NewProvisionCheck.shortened(text(old))
            + "” and is “"
            + NewProvisionCheck.shortened(text(now))
            + "”.";
    int last = is.size() - 1;
    List<Figures.Figure> days = differing.equals(List.of(last)) ? days(was, is, last) : List.of();
    if (days.size() < 2) {
      return draft
          .because("the clause is worded anew, and which shipments it saves is not compared")
          .saying(statement);
    }
    boolean later = days.get(1).size().compareTo(days.get(0).size()) > 0;
    return draft
        .towards(later ? Direction.LOOSER : Direction.TIGHTER, Certainty.BY_POLARITY)
        .because("the last date of the clause is the one until which shipments go on")
        .saying(statement);
  }

  private static List<Figures.Figure> days(List<String> was, List<String> is, int at) {
    return Figures.of(was.get(at) + " and " + is.get(at)).values();
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
