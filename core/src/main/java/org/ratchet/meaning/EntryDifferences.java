package org.ratchet.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.meaning.Criteria.Reading;
import org.ratchet.meaning.CriterionDifference.Outcome;

/** What entries cover on one side of a delta and not on the other, each worked out once. */
final class EntryDifferences {

  private final Delta delta;
  private final Vocabulary vocabulary;
  private final Map<Citation, Sides> sides = new HashMap<>();
  private final Map<Citation, Difference> known = new HashMap<>();

  EntryDifferences(Delta delta, Vocabulary vocabulary) {
    this.delta = delta;
    this.vocabulary = vocabulary;
  }

  /** The criterion of an entry on both sides. */
  record Sides(Reading old, Reading now) {}

  /** What the new criterion covers beyond the old one, and the reverse. */
  record Difference(Outcome gains, Outcome losses) {}

  /** The criteria of an entry; empty if it does not stand on both sides. */
  Optional<Sides> sides(Citation entry) {
    Optional<EccnEntry> before = entry(delta.before().find(entry));
    Optional<EccnEntry> after = entry(delta.after().find(entry));
    return before.flatMap(
        old ->
            after.map(
                now ->
                    sides.computeIfAbsent(
                        entry,
                        e ->
                            new Sides(
                                Criteria.of(old, vocabulary), Criteria.of(now, vocabulary)))));
  }

  /** The difference of an entry; empty if it does not stand on both sides. */
  Optional<Difference> of(Citation entry) {
    return sides(entry).map(both -> known.computeIfAbsent(entry, e -> difference(both)));
  }

  private static Optional<EccnEntry> entry(Optional<Clause> clause) {
    return clause.filter(EccnEntry.class::isInstance).map(EccnEntry.class::cast);
  }

  private Difference difference(Sides both) {
    Criterion old = both.old().criterion();
    Criterion now = both.now().criterion();
    return new Difference(
        CriterionDifference.of(now, old, vocabulary), CriterionDifference.of(old, now, vocabulary));
  }
}
