package org.ratchet.amend;

import java.util.List;
import java.util.Locale;
import org.ratchet.amend.Amendment.Sentences;

/** Numbers written as words. */
final class Ordinals {

  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");
  private static final List<String> COUNTS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private Ordinals() {}

  /** {@code third} is 3, {@code last} is {@link Sentences#LAST}. */
  static int of(Token ordinal) {
    int at = ORDINALS.indexOf(ordinal.lower());
    return at < 0 ? Sentences.LAST : at + 1;
  }

  static int count(Token count) {
    int at = COUNTS.indexOf(count.value().toLowerCase(Locale.ROOT));
    return at < 0 ? Integer.parseInt(count.value()) : at + 1;
  }
}
