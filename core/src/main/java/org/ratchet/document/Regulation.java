package org.ratchet.document;

import java.util.List;
import org.ratchet.clause.Clause;
import org.ratchet.text.Diagnostic;

/**
 * Text of the Code of Federal Regulations on a date.
 *
 * @param provenance where it came from
 * @param asOf the date as the document gives it, empty if it gives none
 * @param clauses its parts, in printed order
 * @param status what its editors say of the standing of the text, in printed order; the clauses
 *     hold the text as printed, whether it is in force or not
 * @param sources which documents made and amended its units, as far as it says so, one for each
 *     unit, in printed order
 * @param diagnostics remarks
 */
public record Regulation(
    Provenance provenance,
    String asOf,
    List<Clause> clauses,
    List<StatusNote> status,
    List<SourceCitation> sources,
    List<Diagnostic> diagnostics)
    implements Document {

  /** Copies the lists. */
  public Regulation {
    clauses = List.copyOf(clauses);
    status = List.copyOf(status);
    sources = List.copyOf(sources);
    diagnostics = List.copyOf(diagnostics);
  }
}
