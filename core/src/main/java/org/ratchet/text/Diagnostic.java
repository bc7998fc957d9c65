package org.ratchet.text;

import java.util.Optional;

/**
 * Something in a document that was read but not wholly understood, or that a reader should know.
 *
 * @param code stable name of the kind of remark, in lower case with hyphens, for example {@code
 *     unmapped-character}
 * @param severity how much it matters
 * @param message one sentence: what was found and what was done about it
 * @param span where, if it has a place
 */
public record Diagnostic(String code, Severity severity, String message, Optional<Span> span) {

  /** How much a diagnostic matters. */
  public enum Severity {
    /** Worth knowing; nothing is lost. */
    NOTE,
    /** Part of the text may be misread. */
    WARNING,
    /** Part of the text is not available to the comparison. */
    ERROR
  }
}
