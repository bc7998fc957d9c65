package org.ratchet.cli;

import org.ratchet.source.Source;

/** Arguments that name documents. */
final class Inputs {

  private Inputs() {}

  /** A path, a path with {@code #FR-DOC-NUMBER}, or {@code -} for standard input. */
  static Source source(String argument) {
    if (argument.equals("-")) {
      return Source.of(System.in, "standard input");
    }
    return Source.parse(argument);
  }
}
