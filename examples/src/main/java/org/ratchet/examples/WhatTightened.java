package org.ratchet.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.ratchet.Comparison;
import org.ratchet.Ratchet;
import org.ratchet.meaning.Direction;
import org.ratchet.meaning.Finding;

/** What tightened between two rules? */
public final class WhatTightened {

  private WhatTightened() {}

  /** Takes two files, the older first. */
  public static void main(String[] args) throws IOException {
    // README
    Ratchet ratchet = Ratchet.standard(); // immutable, thread-safe: build once, share
    Comparison comparison = ratchet.compare(Path.of(args[0]), Path.of(args[1]));
    for (Finding finding : comparison.findings(Direction.TIGHTER)) {
      System.out.println(finding.citation() + ": " + finding.statement());
    }
    // README
  }
}
