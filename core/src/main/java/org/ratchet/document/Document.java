package org.ratchet.document;

import java.util.List;
import org.ratchet.text.Diagnostic;

/** A document of the field. */
public sealed interface Document permits Rule, Regulation {

  /** Where it came from. */
  Provenance provenance();

  /** What was read and not wholly understood, or that a reader should know. */
  List<Diagnostic> diagnostics();
}
