package org.ratchet.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.ratchet.Ratchet;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;
import org.ratchet.source.Source;

/** What does a rule set out at a citation, and where is it printed? */
public final class WhatAClauseSays {

  private WhatAClauseSays() {}

  /** Takes a rule and a citation such as {@code 3A090.a}. */
  public static void main(String[] args) throws IOException {
    Citation wanted = Citation.parse(args[1]);
    Rule rule = (Rule) Ratchet.standard().read(Source.of(Path.of(args[0])));
    for (Instruction instruction : rule.instructions()) {
      for (Clause clause : instruction.setOut()) {
        clause.stream()
            .filter(unit -> unit.citation().equals(wanted))
            .forEach(unit -> System.out.println(unit.span() + "\n" + Clauses.text(unit)));
      }
    }
  }
}
