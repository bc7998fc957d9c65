package org.ratchet.meaning;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.meaning.Criteria.Reading;
import org.ratchet.meaning.CriterionDifference.Outcome;

/** What entries cover on one side of a delta and not on the other, each worked out once. */
final class EntryDifferences {

  private static final Pattern CALL =
      Pattern.compile("(?i),?\\s*(?:and )?any of the following\\W*$");

  private final Delta delta;
  private final Vocabulary vocabulary;
  private final Map<String, Criterion> leaves = new HashMap<>();
  private final IdentityHashMap<Clause, List<Criterion>> stated = new IdentityHashMap<>();
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
                                Criteria.of(old, vocabulary, leaves),
                                Criteria.of(now, vocabulary, leaves)))));
  }

  /** The difference of an entry; empty if it does not stand on both sides. */
  Optional<Difference> of(Citation entry) {
    return sides(entry).map(both -> known.computeIfAbsent(entry, e -> difference(both)));
  }

  /** Whether an entry stands on one side only. */
  boolean alone(Citation entry) {
    return delta.before().find(entry).isPresent() != delta.after().find(entry).isPresent();
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

  /** The thresholds and words that a clause itself states, a call for a list left out. */
  List<Criterion> stated(Clause clause) {
    return stated.computeIfAbsent(
        clause,
        c ->
            ThresholdText.of(CALL.matcher(c.content().ownText()).replaceFirst(""), vocabulary)
                .literals()
                .toList());
  }
}
