package org.ratchet.report;

import java.io.IOException;
import org.ratchet.Comparison;

/** One form in which a comparison is written down. Reports are immutable and deterministic. */
public interface Report {

  /** The name on the command line: {@code text}, {@code markdown}, {@code json}. */
  String name();

  /**
   * Writes the comparison.
   *
   * @throws IOException if the output cannot be written
   */
  void write(Comparison comparison, Appendable out) throws IOException;

  /**
   * The same report with the editorial changes shown one by one, where it otherwise only counts
   * them. A report that always has them is unchanged.
   */
  default Report withEditorial() {
    return this;
  }
}
