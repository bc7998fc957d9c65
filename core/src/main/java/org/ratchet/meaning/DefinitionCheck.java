package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Definition;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Criteria.Reading;
import org.ratchet.meaning.CriterionDifference.Outcome;
import org.ratchet.meaning.CriterionDifference.Portion;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.meaning.Uses.Use;
import org.ratchet.text.Runs;

/**
 * What a changed definition does where the term is used. The definition is read as a predicate and
 * compared as a set on both sides; it has no direction of its own but that of its uses.
 */
final class DefinitionCheck implements Check {

  private final Vocabulary vocabulary;

  DefinitionCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public String id() {
    return "definition";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    Map<Citation, List<Change>> touched = new LinkedHashMap<>();
    for (Change change : delta.changes()) {
      Citation term = change.citation().upTo(Kind.DEFINITION);
      if (!term.steps().isEmpty()) {
        touched.computeIfAbsent(term, t -> new ArrayList<>()).add(change);
      }
    }
    List<Finding> findings = new ArrayList<>();
    touched.forEach(
        (term, changes) -> {
          Optional<Clause> old = definition(delta.before().find(term));
          Optional<Clause> now = definition(delta.after().find(term));
          if (old.isPresent() && now.isPresent()) {
            findings.addAll(compared(old.get(), now.get(), changes, delta));
          }
        });
    return findings;
  }

  private static Optional<Clause> definition(Optional<Clause> clause) {
    return clause.filter(Definition.class::isInstance);
  }

  /**
   * How the meaning of a term moved.
   *
   * @param wider tighter if the term takes in more, looser if less, mixed if both
   * @param difference in words, empty if it is not decided
   * @param assumption what the answer leans on, empty if nothing
   */
  private record Moved(Direction wider, String difference, String assumption) {}

  private List<Finding> compared(Clause old, Clause now, List<Change> changes, Delta delta) {
    Moved moved = moved(old, now, changes);
    Citation place = now.citation();
    if (moved.wider() == Direction.UNCHANGED) {
      return List.of(
          draft(place, changes, old, now)
              .on(Facet.DEFINITION)
              .towards(Direction.UNCHANGED, Certainty.DECIDED)
              .saying(place + " is worded otherwise and means the same."));
    }
    String term = ThresholdText.normalise(Runs.text(now.heading())).strip();
    String stem = term.replaceFirst("s$", "");
    Pattern words =
        Pattern.compile("\"" + Pattern.quote(stem) + "s?[,.;]?\"", Pattern.CASE_INSENSITIVE);
    String mark = stem.toLowerCase(Locale.ROOT);
    List<Finding> findings = new ArrayList<>();
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    List<Use> uses = new ArrayList<>(Uses.of(mark, words, delta));
    uses.addAll(Uses.inItems(mark, words, delta));
    for (Use use : uses) {
      Direction direction =
          moved.wider() == Direction.UNDETERMINED ? moved.wider() : use.direction(moved.wider());
      directions.add(direction);
      findings.add(used(use, term, direction, moved, changes, old, now));
    }
    findings.add(itself(term, directions, moved, changes, old, now));
    return findings;
  }

  private Findings draft(Citation place, List<Change> changes, Clause old, Clause now) {
    return Findings.by(id(), place)
        .explaining(changes)
        .showing("before", Optional.of(old))
        .showing("after", Optional.of(now));
  }

  /** What the two meanings, read as predicates, say of each other. */
  private Moved moved(Clause old, Clause now, List<Change> changes) {
    Reading before = Criteria.of(old, vocabulary);
    Reading after = Criteria.of(now, vocabulary);
    boolean read =
        changes.stream()
            .allMatch(
                change ->
                    change.before().map(c -> before.used().contains(c.citation())).orElse(true)
                        && change
                            .after()
                            .map(c -> after.used().contains(c.citation()))
                            .orElse(true));
    Outcome gains = CriterionDifference.of(after.criterion(), before.criterion(), vocabulary);
    Outcome losses = CriterionDifference.of(before.criterion(), after.criterion(), vocabulary);
    boolean open = !gains.open().isEmpty() || !losses.open().isEmpty();
    if (!read || open || !before.complete() || !after.complete()) {
      return new Moved(Direction.UNDETERMINED, "", "");
    }
    boolean more = !gains.portions().isEmpty();
    boolean less = !losses.portions().isEmpty();
    Direction wider =
        more && less
            ? Direction.MIXED
            : more ? Direction.TIGHTER : less ? Direction.LOOSER : Direction.UNCHANGED;
    String difference =
        (more ? "now means also what has " + items(gains) : "")
            + (more && less ? " and " : "")
            + (less ? "no longer means what has " + items(losses) : "");
    String assumption =
        Stream.concat(gains.portions().stream(), losses.portions().stream())
            .map(Portion::assumption)
            .filter(words -> !words.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return new Moved(wider, difference, assumption);
  }

  /** An item of each portion, by what is measured of it. */
  private static String items(Outcome outcome) {
    return outcome.portions().stream()
        .map(
            portion ->
                portion.point().quantities().entrySet().stream()
                    .map(each -> each.getKey().name() + " " + each.getKey().with(each.getValue()))
                    .collect(Collectors.joining(", ")))
        .map(item -> item.isEmpty() ? "other words" : item)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private Finding used(
      Use use,
      String term,
      Direction direction,
      Moved moved,
      List<Change> changes,
      Clause old,
      Clause now) {
    Citation place = use.clause().citation();
    Findings draft =
        draft(place, changes, old, now)
            .on(use.facet())
            .dimension(Facet.DEFINITION)
            .showing("after", Optional.of(use.clause()));
    String said =
        place
            + ", in the same words, uses “"
            + term
            + "”, whose definition changed ("
            + now.citation()
            + ")";
    if (direction == Direction.UNDETERMINED) {
      return draft
          .because(
              moved.wider() == Direction.UNDETERMINED
                  ? "whether the term means more or less is not decided from its words"
                  : "whether the place requires something of what the term means or frees from it"
                      + " is not certain from its words")
          .saying(said + ".");
    }
    return draft
        .towards(
            direction, moved.assumption().isEmpty() ? Certainty.BY_POLARITY : Certainty.ASSUMES)
        .because(moved.assumption().isEmpty() ? "" : "assumes that " + moved.assumption())
        .saying(said + ": it " + moved.difference() + ".");
  }

  /** The definition has the direction that all its uses have. */
  private Finding itself(
      String term,
      Set<Direction> directions,
      Moved moved,
      List<Change> changes,
      Clause old,
      Clause now) {
    Findings draft = draft(now.citation(), changes, old, now).on(Facet.DEFINITION);
    String said = now.citation() + ": “" + term + "” ";
    if (moved.wider() == Direction.UNDETERMINED) {
      return draft
          .because("whether the term means more or less is not decided from its words")
          .saying(said + "is defined in other words.");
    }
    if (directions.size() == 1 && !directions.contains(Direction.UNDETERMINED)) {
      return draft
          .towards(directions.iterator().next(), Certainty.BY_POLARITY)
          .because("the direction is that of every use of the term in the texts compared")
          .saying(said + moved.difference() + ".");
    }
    return draft
        .because(
            directions.isEmpty()
                ? "no use of the term stands in the texts compared"
                : "the uses of the term in the texts compared have different directions, or their"
                    + " direction is not certain")
        .saying(said + moved.difference() + ".");
  }
}
