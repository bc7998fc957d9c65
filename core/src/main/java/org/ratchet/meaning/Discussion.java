package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.document.PreambleSection;
import org.ratchet.document.Rule;
import org.ratchet.meaning.Finding.Evidence;

/**
 * The paragraph of a preamble that discusses what a finding is about: it names the provision, as
 * exactly as any, and shares words that tell it from others. It explains and decides nothing.
 */
final class Discussion {

  /** How many telling words a paragraph shares with the finding, at least. */
  private static final int SHARED = 3;

  /** What a heading that names the provision counts for its paragraphs. */
  private static final double HEADING = 0.5;

  /** What it counts that all telling words of the finding stand in the paragraph. */
  private static final double WORDS = 4;

  /** How exactly a text names a provision that names a paragraph of it. */
  private static final int PARAGRAPH = 2;

  /** What a paragraph counts that tells what was before the rule. */
  private static final double HISTORY = 0.5;

  private static final double LEAST = 1;

  /** What commenters asked, which is no reason of the rule; the response to it may be. */
  private static final Pattern COMMENT = Pattern.compile("^\\W*Comments?\\b");

  private static final Pattern BACKGROUND = Pattern.compile("(?i)\\b(?:background|history)\\b");

  private static final Pattern SECTION =
      Pattern.compile("(?<![\\d.])(7[3-7]\\d\\.\\d+|\\d{1,4}\\.\\d+)((?:\\([A-Za-z0-9]{1,5}\\))*)");
  private static final Pattern ITEM =
      Pattern.compile("(?<![\\dA-Za-z])(\\d[A-E]\\d{3})((?:\\.[a-z\\d]{1,3})*)(?![\\dA-Za-z])");

  /** The paragraphs by the sections and ECCNs that they or their headings name. */
  private final Map<String, List<Said>> paragraphs = new HashMap<>();

  private final Map<String, Set<String>> evidenced = new HashMap<>();

  private Discussion() {}

  /** A provision as a text names it: a section or an ECCN, and the paragraphs under it. */
  private record Named(String unit, List<String> path) {

    /** How exactly one names the other; 0 if it names something else. */
    int reaches(Named other) {
      int common = Math.min(path.size(), other.path.size());
      return unit.equals(other.unit)
              && path.subList(0, common).equals(other.path.subList(0, common))
          ? 1 + common
          : 0;
    }
  }

  /**
   * A paragraph of a preamble.
   *
   * @param above what its heading names
   * @param history whether its heading says that it tells what was before
   */
  private record Said(Clause clause, Set<Named> named, Set<Named> above, boolean history) {}

  static Discussion of(List<Rule> rules) {
    Discussion discussion = new Discussion();
    for (Rule rule : rules) {
      String chapter = "";
      for (PreambleSection section : rule.preamble()) {
        chapter = section.level() < 2 ? section.heading() : chapter;
        boolean history = BACKGROUND.matcher(chapter + " " + section.heading()).find();
        Set<Named> above = named(section.heading());
        for (Clause clause : section.paragraphs()) {
          String text = clause.content().ownText();
          if (COMMENT.matcher(text).find()) {
            continue;
          }
          Said said = new Said(clause, named(text), above, history);
          Stream.concat(said.named().stream(), above.stream())
              .map(Named::unit)
              .distinct()
              .forEach(
                  unit ->
                      discussion
                          .paragraphs
                          .computeIfAbsent(unit, u -> new ArrayList<>())
                          .add(said));
        }
      }
    }
    return discussion;
  }

  private static Set<Named> named(String text) {
    Set<Named> named = new HashSet<>();
    for (Matcher section = SECTION.matcher(text); section.find(); ) {
      String labels = section.group(2).replaceAll("^\\(|\\)$", "");
      named.add(
          new Named(
              section.group(1),
              labels.isEmpty() ? List.of() : List.of(labels.split("\\)\\(", -1))));
    }
    for (Matcher item = ITEM.matcher(text); item.find(); ) {
      String labels = item.group(2).replaceFirst("^\\.", "");
      named.add(
          new Named(
              item.group(1), labels.isEmpty() ? List.of() : List.of(labels.split("\\.", -1))));
    }
    return named;
  }

  /** The provision of a finding; empty if preambles name it in no form that is known. */
  private static Optional<Named> named(Citation citation) {
    for (Kind kind : List.of(Kind.ECCN, Kind.SECTION)) {
      Citation unit = citation.upTo(kind);
      if (!unit.steps().isEmpty()) {
        return Optional.of(
            new Named(
                unit.last().label(),
                citation.steps().stream()
                    .skip(unit.steps().size())
                    .takeWhile(step -> step.kind() == Kind.PARAGRAPH)
                    .map(Step::label)
                    .toList()));
      }
    }
    return Optional.empty();
  }

  /** The provision of a finding, and for an entry the sections that its rows and lines cite. */
  private static Set<Named> provisions(Finding finding) {
    Set<Named> provisions = new LinkedHashSet<>();
    named(finding.citation()).ifPresent(provisions::add);
    if (!finding.citation().upTo(Kind.ECCN).steps().isEmpty()) {
      finding.evidence().stream()
          .filter(evidence -> evidence.side().equals("after"))
          .flatMap(evidence -> named(evidence.text()).stream())
          .filter(cited -> cited.unit().contains("."))
          .forEach(provisions::add);
    }
    return provisions;
  }

  /** The finding with the paragraph that discusses it, if one does. */
  Finding explaining(Finding finding) {
    Set<Named> provisions = paragraphs.isEmpty() ? Set.of() : provisions(finding);
    if (provisions.isEmpty()) {
      return finding;
    }
    Set<String> stems = Stems.of(finding.statement());
    finding
        .evidence()
        .forEach(
            evidence ->
                stems.addAll(evidenced.computeIfAbsent(evidence.text(), text -> Stems.of(text))));
    Optional<Said> best = Optional.empty();
    double most = LEAST;
    for (Named provision : provisions) {
      for (Said said : paragraphs.getOrDefault(provision.unit(), List.of())) {
        double weight = weight(said, provision, stems);
        if (weight > most) {
          most = weight;
          best = Optional.of(said);
        }
      }
    }
    return best.map(said -> finding.why(evidence(said.clause()))).orElse(finding);
  }

  private static double weight(Said said, Named provision, Set<String> stems) {
    int exact = most(said.named(), provision);
    double above = HEADING * most(said.above(), provision);
    if (exact == 0 && above == 0) {
      return 0;
    }
    Set<String> telling = Readings.stems(said.clause());
    long shared = telling.stream().filter(stems::contains).count();
    if (shared < SHARED && exact < PARAGRAPH) {
      return 0;
    }
    double weight =
        Math.max(exact, above) + WORDS * shared / Math.max(stems.size(), telling.size());
    return said.history() ? weight * HISTORY : weight;
  }

  private static int most(Set<Named> named, Named provision) {
    return named.stream().mapToInt(each -> each.reaches(provision)).max().orElse(0);
  }

  private static Evidence evidence(Clause clause) {
    return new Evidence("after", clause.citation(), clause.content().ownText(), clause.span());
  }
}
