package org.ratchet.amend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Citation;

/** Instructions carried out one after the other: the state so far and what became of each. */
final class Enactment {

  private final List<LedgerLine> lines = new ArrayList<>();
  private State state;

  Enactment(State state) {
    this.state = state;
  }

  State state() {
    return state;
  }

  Ledger ledger() {
    return new Ledger(lines);
  }

  /** What became of the instruction that was carried out last. */
  LedgerLine last() {
    return lines.get(lines.size() - 1);
  }

  void add(LedgerLine line) {
    lines.add(line);
  }

  /** Carries out all that an instruction asks for, or nothing. */
  void enact(Pending pending) {
    if (!pending.reading().reason().isEmpty()) {
      add(pending.line(Status.REFUSED, pending.reading().reason()));
      return;
    }
    Execution execution = new Execution(state, pending);
    try {
      execution.run(pending.reading().operations());
      LedgerLine line = pending.line(Status.APPLIED, "");
      Map<Citation, LedgerLine> causes = new HashMap<>(state.causes());
      execution.touched().forEach(citation -> causes.put(citation, line));
      State now = new State(execution.roots(), causes, execution.origins());
      state = now.withStatus(Stays.settled(execution.status(), state, now));
      add(line);
    } catch (Refusal refusal) {
      add(pending.line(refusal.status(), refusal.reason()));
    }
  }
}
