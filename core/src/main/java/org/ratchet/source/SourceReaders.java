package org.ratchet.source;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.ratchet.source.UnreadableSourceException.Reason;

/**
 * The readers in the order in which they are asked. The bytes decide which reader is used, not the
 * name of the file.
 */
public final class SourceReaders {

  private final List<SourceReader> readers;

  private SourceReaders(List<SourceReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** The readers that this library and its plug-ins provide. */
  public static SourceReaders standard() {
    return of(
        ServiceLoader.load(SourceReader.class, SourceReaders.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** These readers, asked in this order. */
  public static SourceReaders of(List<SourceReader> readers) {
    return new SourceReaders(readers);
  }

  /**
   * Reads a source with the first reader that understands it.
   *
   * @throws UnreadableSourceException with the reason if it cannot be read
   */
  public SourceText read(Source source, ReadLimits limits) throws IOException {
    byte[] bytes = source.bytes(limits);
    String mediaType = MediaTypes.of(bytes);
    for (SourceReader reader : readers) {
      if (reader.reads(mediaType, bytes)) {
        return reader.read(source, bytes, limits);
      }
    }
    throw new UnreadableSourceException(
        Reason.UNKNOWN_FORMAT, source.name() + ": " + unknown(source.name(), mediaType));
  }

  private static String unknown(String name, String mediaType) {
    String is = "is " + MediaTypes.describe(mediaType);
    String ending = name.toLowerCase(Locale.ROOT);
    if (ending.endsWith(".pdf") && !mediaType.equals(MediaTypes.PDF)) {
      return is + ", not a PDF";
    }
    if (mediaType.equals(MediaTypes.XML)) {
      return is + ", but neither a document of the Federal Register nor text of the eCFR";
    }
    return is + ", which no reader understands; give a Federal Register PDF or XML, or eCFR XML";
  }
}
