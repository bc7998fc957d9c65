package org.ratchet.source;

import java.time.Duration;

/**
 * What a reader may spend on one file before it gives up with {@link
 * UnreadableSourceException.Reason#LIMIT_EXCEEDED}.
 *
 * @param maxBytes size of the file
 * @param maxPages pages of a PDF
 * @param maxCharacters characters of text read
 * @param maxDepth nesting of elements in markup
 * @param maxMemoryBytes memory for the caches of the PDF library, for the elements of markup, or
 *     for what a compressed file or a stream of a PDF unpacks to
 * @param maxTime time from the first byte to the last block
 */
public record ReadLimits(
    long maxBytes,
    int maxPages,
    long maxCharacters,
    int maxDepth,
    long maxMemoryBytes,
    Duration maxTime) {

  /**
   * Room for a whole daily issue and for a title of the CFR: 256 MiB, 5,000 pages, 200 million
   * characters, 200 levels, 512 MiB, two minutes.
   */
  public static ReadLimits standard() {
    return new ReadLimits(256L << 20, 5_000, 200_000_000L, 200, 512L << 20, Duration.ofMinutes(2));
  }
}
