package org.ratchet.benchmark;

import java.nio.file.Path;

/** The files that both sides of a measurement read. */
final class Rules {

  static final Path BEFORE = Path.of("../fixtures/rules/chips-2022.pdf");
  static final Path AFTER = Path.of("../fixtures/rules/chips-2023.pdf");

  private Rules() {}
}
