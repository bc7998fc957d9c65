package org.ratchet.amend;

import java.util.Objects;
import java.util.Optional;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.document.Rule;

/**
 * Executes rules on states. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Outcome outcome = Amender.standard().apply(State.of(regulation), rule);
 * outcome.ledger().with(LedgerLine.Status.REFUSED).forEach(System.out::println);
 * }</pre>
 */
public final class Amender {

  private Amender() {}

  /** The amender of this release. */
  public static Amender standard() {
    return new Amender();
  }

  /**
   * Carries out the instructions of a rule, in order, on the state before it, whatever the days on
   * which they take effect; for the state of one day there is {@link Timeline}. What cannot be
   * carried out is refused in the ledger and changes nothing; so is what a text that tells its day
   * already shows.
   */
  public Outcome apply(State state, Rule rule) {
    Enactment enactment = new Enactment(state);
    for (Pending pending : Pending.of(rule)) {
      Optional<String> not =
          partOf(state, pending).or(() -> undoesLater(pending, enactment.state()));
      if (not.isPresent()) {
        enactment.add(pending.line(Status.REFUSED, not.get()));
      } else {
        enactment.enact(pending);
      }
    }
    return new Outcome(enactment.state().madeFrom(state), enactment.ledger());
  }

  private static Optional<String> partOf(State text, Pending pending) {
    return Period.of(pending.effective())
        .filter(period -> pending.isPartOf(text, period))
        .map(period -> Pending.partOf(text, period));
  }

  /**
   * An instruction with a date of its own that changes again what this rule has changed makes a
   * state of a later day. The state compared is the one before that day.
   */
  private static Optional<String> undoesLater(Pending pending, State state) {
    String effective = pending.reading().effective();
    if (effective.isEmpty()) {
      return Optional.empty();
    }
    Tree tree = new Tree(state.clauses());
    return pending.reading().operations().stream()
        .flatMap(operation -> tree.meant(operation.target()).stream())
        .map(clause -> state.causes().get(clause.citation()))
        .filter(Objects::nonNull)
        .filter(cause -> cause.document().equals(pending.rule().number()))
        .filter(cause -> !cause.effective().equals(effective))
        .findFirst()
        .map(
            cause ->
                "takes effect "
                    + effective
                    + " and changes again what instruction "
                    + cause.instruction()
                    + " changes; states of later days would be needed");
  }
}
