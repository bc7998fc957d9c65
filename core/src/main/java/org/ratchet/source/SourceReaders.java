package org.ratchet.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
        return read(reader, source, bytes, limits);
      }
    }
    boolean locked = mediaType.equals(MediaTypes.LOCKED_OFFICE);
    throw new UnreadableSourceException(
        locked ? Reason.ENCRYPTED : Reason.UNKNOWN_FORMAT,
        source.name() + ": " + unknown(source.name(), mediaType));
  }

  private static SourceText read(
      SourceReader reader, Source source, byte[] bytes, ReadLimits limits) throws IOException {
    try {
      return reader.read(source, bytes, limits);
    } catch (UncheckedIOException e) {
      // Thrown where a reader cannot throw it as it is, in the middle of a walk.
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static String unknown(String name, String mediaType) {
    String is = "is " + MediaTypes.describe(mediaType);
    String ending = name.toLowerCase(Locale.ROOT);
    if (ending.endsWith(".pdf") && !mediaType.equals(MediaTypes.PDF)) {
      return is + ", not a PDF";
    }
    return switch (mediaType) {
      case MediaTypes.XML ->
          is + ", but neither a document of the Federal Register nor text of the CFR";
      case MediaTypes.LOCKED_OFFICE -> is + "; save it without a password";
      case MediaTypes.OLD_WORD, MediaTypes.RICH_TEXT -> is + "; save it as .docx";
      default -> is + ", which no reader understands; give a PDF, XML, a web page, Word or text";
    };
  }
}
