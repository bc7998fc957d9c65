package org.ratchet.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.ratchet.Ratchet;
import org.ratchet.amend.Amender;
import org.ratchet.amend.LedgerLine;
import org.ratchet.amend.Outcome;
import org.ratchet.amend.State;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.source.Source;

/** Which instructions of a rule could not be carried out on a text of the regulation, and why? */
public final class WhatCouldNotBeApplied {

  private WhatCouldNotBeApplied() {}

  /** Takes a rule and the regulation before it. */
  public static void main(String[] args) throws IOException {
    Ratchet ratchet = Ratchet.standard();
    Rule rule = (Rule) ratchet.read(Source.of(Path.of(args[0])));
    Regulation regulation = (Regulation) ratchet.read(Source.of(Path.of(args[1])));
    Outcome outcome = Amender.standard().apply(State.of(regulation), rule);
    for (LedgerLine line : outcome.ledger().with(LedgerLine.Status.REFUSED)) {
      System.out.println(line.instruction() + ": " + line.reason());
    }
  }
}
