package org.ratchet.benchmark;

import java.io.IOException;

/** The program that a cold command is measured against: it only extracts the text of both rules. */
public final class StripperMain {

  private StripperMain() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException {
    System.out.println(WarmBenchmark.strip(Rules.BEFORE) + WarmBenchmark.strip(Rules.AFTER));
  }
}
