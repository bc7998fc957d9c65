package org.ratchet.document;

import java.io.IOException;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;

/**
 * Reads sources into documents. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Document rule = new DocumentReader(readers, ReadLimits.standard()).read(Source.parse("rule.pdf"));
 * }</pre>
 */
public final class DocumentReader {

  private final SourceReaders readers;
  private final ReadLimits limits;

  /** A reader over the given formats. */
  public DocumentReader(SourceReaders readers, ReadLimits limits) {
    this.readers = readers;
    this.limits = limits;
  }

  /**
   * Reads a document; a regulation also in Ratchet's own JSON, see {@link RegulationJson}.
   *
   * @throws org.ratchet.source.UnreadableSourceException with the reason if it cannot be read
   */
  public Document read(Source source) throws IOException {
    byte[] bytes = source.bytes(limits);
    if (RegulationJson.is(bytes)) {
      return RegulationJson.read(bytes, source.name());
    }
    Source again = Source.of(bytes, source.name());
    Document document =
        read(readers.read(source.fragment().map(again::document).orElse(again), limits));
    if (document instanceof Regulation regulation && regulation.clauses().isEmpty()) {
      throw new UnreadableSourceException(
          Reason.UNKNOWN_FORMAT,
          source.name()
              + ": shows no part, section, supplement or entry of the CFR, so that nothing in it can"
              + " be cited; put the heading of the section above its text");
    }
    return document;
  }

  /** The document in blocks that were read before. */
  public Document read(SourceText text) {
    return switch (text.kind()) {
      case REGISTER_DOCUMENT -> RuleReader.read(text);
      case REGULATION -> RegulationReader.read(text);
    };
  }
}
