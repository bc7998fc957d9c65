package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Criterion.Threshold;
import org.ratchet.meaning.Finding.Certainty;

/**
 * One threshold in the running text of a paragraph outside the Commerce Control List, all other
 * words being the same: a wider range is tighter in a license requirement and looser in a license
 * exception.
 */
final class ThresholdWordingCheck implements Check {

  private final Vocabulary vocabulary;

  ThresholdWordingCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public String id() {
    return "threshold-wording";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change.Paired pair : Places.paragraphs(delta)) {
      if (pair.citation().upTo(Kind.ECCN).steps().isEmpty()) {
        compared(pair, delta).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> compared(Change.Paired pair, Delta delta) {
    if (!holdsNumber(pair.old()) || !holdsNumber(pair.now())) {
      return Optional.empty();
    }
    List<Criterion> old = literals(pair.old());
    List<Criterion> now = literals(pair.now());
    if (old.size() != now.size()) {
      return Optional.empty();
    }
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(now.get(i))) {
        differing.add(i);
      }
    }
    if (differing.size() != 1
        || !(old.get(differing.get(0)) instanceof Threshold from)
        || !(now.get(differing.get(0)) instanceof Threshold to)
        || !from.quantity().equals(to.quantity())
        || from.bound().comparator().lower() != to.bound().comparator().lower()) {
      return Optional.empty();
    }
    return Optional.of(finding(pair, from, to, delta));
  }

  private static boolean holdsNumber(Clause clause) {
    return clause.content().ownText().chars().anyMatch(Character::isDigit);
  }

  private List<Criterion> literals(Clause clause) {
    return ThresholdText.of(clause.content().ownText(), vocabulary).literals().toList();
  }

  private Finding finding(Change.Paired pair, Threshold from, Threshold to, Delta delta) {
    Findings draft =
        Findings.by(id(), pair.citation())
            .on(Places.facet(pair.now()))
            .explaining(List.of(pair))
            .showing(pair);
    String statement =
        pair.citation()
            + ": "
            + from.quantity().name()
            + " changes from “"
            + from.bound().of(from.quantity())
            + "” to “"
            + to.bound().of(to.quantity())
            + "”.";
    Optional<Boolean> positive = Places.positive(pair, delta);
    boolean wider = SetDifference.find(to, from, vocabulary).point().isPresent();
    if (positive.isEmpty()) {
      return draft
          .because(
              "whether the paragraph requires a license or frees from it is not certain from its words")
          .saying(statement);
    }
    return draft
        .towards(
            wider == positive.get() ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
        .saying(statement);
  }
}
