package org.ratchet.source;

import org.ratchet.source.UnreadableSourceException.Reason;

/**
 * What reading one file has cost so far, held against its limits. A reader opens one when it begins
 * and asks it at every step that the file could make long. Not for use by several threads.
 */
public final class Budget {

  /** What an element of markup takes in memory with its attributes, in bytes, measured. */
  private static final int ELEMENT_SIZE = 256;

  /** How often the libraries hold what they unpack, on its way. */
  private static final int COPIES = 4;

  private final String name;
  private final ReadLimits limits;
  private final long deadline;
  private long characters;
  private long elements;

  /**
   * An account that begins now.
   *
   * @param name of the file, for messages
   */
  public Budget(String name, ReadLimits limits) {
    this.name = name;
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.maxTime().toNanos();
  }

  /** Holds the number of pages against its limit. */
  public void checkPages(int pages) throws UnreadableSourceException {
    if (pages > limits.maxPages()) {
      throw exceeded("more than the limit of " + limits.maxPages() + " pages");
    }
  }

  /** Counts characters of text. */
  public void addCharacters(int count) throws UnreadableSourceException {
    characters += count;
    if (characters > limits.maxCharacters()) {
      throw exceeded("more than " + limits.maxCharacters() + " characters of text");
    }
  }

  /** Counts elements of markup. */
  public void addElements(int count) throws UnreadableSourceException {
    elements += count;
    if (elements > limits.maxMemoryBytes() / ELEMENT_SIZE) {
      throw exceeded("more elements than " + limits.maxMemoryBytes() + " bytes of memory hold");
    }
    checkTime();
  }

  /** Holds the number of elements that are open at once against its limit. */
  public void checkDepth(int depth) throws UnreadableSourceException {
    if (depth > limits.maxDepth()) {
      throw exceeded("elements nest deeper than " + limits.maxDepth());
    }
  }

  /** Holds what a compressed file, or a part of one, unpacks to against memory and time. */
  public void checkUnpacked(long bytes) throws UnreadableSourceException {
    long most = Math.min(limits.maxBytes(), limits.maxMemoryBytes() / COPIES);
    if (bytes > most) {
      throw exceeded("unpacks to more than the limit of " + most + " bytes");
    }
    checkTime();
  }

  /** Holds the time since the beginning against its limit. */
  public void checkTime() throws UnreadableSourceException {
    if (System.nanoTime() - deadline > 0) {
      throw exceeded("takes longer than the limit of " + limits.maxTime().toSeconds() + " s");
    }
  }

  /** What to throw where a limit would be passed, or may be and nothing can tell. */
  public UnreadableSourceException exceeded(String what) {
    return new UnreadableSourceException(Reason.LIMIT_EXCEEDED, name + ": " + what);
  }
}
