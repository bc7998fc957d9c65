package org.ratchet.report;

import java.io.IOException;
import org.ratchet.Comparison;

/** The comparison as Markdown. */
final class MarkdownReport implements Report {

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public void write(Comparison comparison, Appendable out) throws IOException {
    out.append(String.valueOf(Models.of(comparison).summary()));
  }
}
