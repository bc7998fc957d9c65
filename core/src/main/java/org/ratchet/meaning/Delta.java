package org.ratchet.meaning;

import java.util.List;
import org.ratchet.amend.State;
import org.ratchet.diff.Change;

/**
 * What a check looks at: both states and every change of substance between them.
 *
 * @param before the state before
 * @param after the state after
 * @param changes the changes, editorial ones left out
 */
public record Delta(State before, State after, List<Change> changes) {

  /** Copies the changes. */
  public Delta {
    changes = List.copyOf(changes);
  }
}
