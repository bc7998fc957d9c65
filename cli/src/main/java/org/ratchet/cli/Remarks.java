package org.ratchet.cli;

import java.io.PrintWriter;
import java.util.List;
import org.ratchet.text.Diagnostic;

/** Diagnostics on standard error, one per line: {@code file:page:column:line: code message}. */
final class Remarks {

  private Remarks() {}

  static void print(List<Diagnostic> diagnostics, PrintWriter err) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() != Diagnostic.Severity.NOTE) {
        err.println(
            diagnostic.span().map(span -> span + ": ").orElse("")
                + diagnostic.code()
                + ": "
                + diagnostic.message());
      }
    }
  }
}
