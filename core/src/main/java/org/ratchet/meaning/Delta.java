package org.ratchet.meaning;

import java.util.List;
import org.ratchet.amend.State;
import org.ratchet.diff.Change;
import org.ratchet.document.Rule;

/**
 * What a check looks at: both states, every change of substance between them, and the rules that
 * only one of them rests on.
 *
 * @param before the state before
 * @param after the state after
 * @param changes the changes, editorial ones left out
 * @param rulesBefore rules that made the state before and not the state after
 * @param rulesAfter rules that made the state after and not the state before
 */
public record Delta(
    State before,
    State after,
    List<Change> changes,
    List<Rule> rulesBefore,
    List<Rule> rulesAfter) {

  /** Copies the lists. */
  public Delta {
    changes = List.copyOf(changes);
    rulesBefore = List.copyOf(rulesBefore);
    rulesAfter = List.copyOf(rulesAfter);
  }

  /** Two texts, of which no rule is at hand that made one from the other. */
  public Delta(State before, State after, List<Change> changes) {
    this(before, after, changes, List.of(), List.of());
  }
}
