package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Content;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.document.PreambleSection;
import org.ratchet.document.Rule;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.source.Block;
import org.ratchet.text.Runs;

/**
 * Savings clauses of a rule: shipments that were on their way when it took effect may go on for a
 * time as before. They are printed in the preamble only and still bind; no other sentence of a
 * preamble gives a direction.
 */
final class SavingsCheck implements Check {

  private static final Citation PREAMBLE = Citation.ROOT.then(Kind.HEADING, "preamble");

  private static final Pattern SAVES =
      Pattern.compile(
          "(?i)\\b(?:en route|on (?:its|their|the) way|on (?:a )?docks?|laden|aboard)\\b[^.]*\\bmay"
              + " (?:proceed|continue|go on)\\b");

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
    List<Finding> findings = new ArrayList<>();
    delta.rulesAfter().forEach(rule -> findings.addAll(saved(rule, true)));
    delta.rulesBefore().forEach(rule -> findings.addAll(saved(rule, false)));
    return findings;
  }

  private List<Finding> saved(Rule rule, boolean comes) {
    List<Finding> findings = new ArrayList<>();
    for (PreambleSection section : rule.preamble()) {
      for (Block block : section.blocks()) {
        String text = ThresholdText.normalise(Runs.text(block.runs()));
        if (SAVES.matcher(text).find()) {
          findings.add(finding(block, text, comes));
        }
      }
    }
    return findings;
  }

  private Finding finding(Block block, String text, boolean comes) {
    Set<String> dates = new LinkedHashSet<>();
    Matcher date = DATE.matcher(text);
    while (date.find()) {
      dates.add(date.group());
    }
    Paragraph clause = new Paragraph(PREAMBLE, Content.of(block.runs(), block.span()));
    return Findings.by(id(), PREAMBLE)
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
                + NewProvisionCheck.shortened(text)
                + "”.");
  }
}
