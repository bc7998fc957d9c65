package org.ratchet.source;

import java.util.List;
import org.ratchet.text.Diagnostic;

/**
 * What a reader found in a file: the document asked for, as blocks in reading order.
 *
 * @param name path or name of the source
 * @param sha256 hash of the bytes, 64 hexadecimal digits
 * @param mediaType what the bytes are, for example {@code application/pdf}
 * @param kind which kind of text it is
 * @param document Federal Register document number, or the name of the CFR unit, for messages
 * @param volume volume of the Federal Register, 0 if not printed
 * @param firstPage first printed page, 0 if not known
 * @param lastPage last printed page, 0 if not known
 * @param date publication or as-of date as printed, empty if not known
 * @param blocks in reading order, footnotes after the body
 * @param diagnostics remarks on the reading
 */
public record SourceText(
    String name,
    String sha256,
    String mediaType,
    Kind kind,
    String document,
    int volume,
    int firstPage,
    int lastPage,
    String date,
    List<Block> blocks,
    List<Diagnostic> diagnostics) {

  /** Which kind of text a file holds. */
  public enum Kind {
    /** A document of the Federal Register. */
    REGISTER_DOCUMENT,
    /** Text of the Code of Federal Regulations. */
    REGULATION
  }

  /** Copies the lists. */
  public SourceText {
    blocks = List.copyOf(blocks);
    diagnostics = List.copyOf(diagnostics);
  }
}
