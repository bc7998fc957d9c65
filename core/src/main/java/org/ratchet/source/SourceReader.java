package org.ratchet.source;

import java.io.IOException;

/**
 * Reads one format. A new format is one new reader; {@link SourceReaders} asks each in turn.
 *
 * <p>Readers are immutable and may be shared between threads.
 */
public interface SourceReader {

  /**
   * Whether this reader understands bytes of the given media type.
   *
   * @param mediaType as found from the bytes, never from the name
   * @param bytes the file
   */
  boolean reads(String mediaType, byte[] bytes);

  /**
   * Reads the file.
   *
   * @param source name and document asked for
   * @param bytes the file
   * @param limits what may be spent
   * @throws UnreadableSourceException with the reason if it cannot be read
   */
  SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException;
}
