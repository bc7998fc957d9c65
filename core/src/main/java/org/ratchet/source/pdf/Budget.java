package org.ratchet.source.pdf;

import org.ratchet.source.ReadLimits;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;

/** What reading one file has cost so far, held against its limits. */
final class Budget {

  private final String name;
  private final ReadLimits limits;
  private final long deadline;
  private long characters;

  Budget(String name, ReadLimits limits) {
    this.name = name;
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.maxTime().toNanos();
  }

  void checkPages(int pages) throws UnreadableSourceException {
    if (pages > limits.maxPages()) {
      throw exceeded("more than the limit of " + limits.maxPages() + " pages");
    }
  }

  void addCharacters(int count) throws UnreadableSourceException {
    characters += count;
    if (characters > limits.maxCharacters()) {
      throw exceeded("more than the limit of " + limits.maxCharacters() + " characters");
    }
  }

  void checkTime() throws UnreadableSourceException {
    if (System.nanoTime() - deadline > 0) {
      throw exceeded("takes longer than the limit of " + limits.maxTime().toSeconds() + " s");
    }
  }

  private UnreadableSourceException exceeded(String what) {
    return new UnreadableSourceException(Reason.LIMIT_EXCEEDED, name + ": " + what);
  }
}
