package org.ratchet.amend;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The days on which something has effect.
 *
 * @param from the first of them; empty if it is put off without a day
 * @param until the last of them; empty if none is named
 */
record Period(Optional<LocalDate> from, Optional<LocalDate> until) {

  /** A day as rules print it, with a slip of the pen between day and year. */
  static final String PRINTED = "[A-Z][a-z]+\\.? \\d{1,2}[,.] \\d{4}";

  /** What is printed where an amendment waits for a day that is not known. */
  static final String PUT_OFF = "Delayed indefinitely";

  private static final Pattern DATE = Pattern.compile("([A-Z][a-z]+)\\.? (\\d{1,2})[,.] (\\d{4})");

  private static final Pattern END = Pattern.compile("(?:through|until)\\s+(.*)");
  private static final int ABBREVIATED = 3;

  /** What an instruction prints of its effect; empty if it prints no day that is understood. */
  static Optional<Period> of(String printed) {
    if (printed.startsWith(PUT_OFF)) {
      return Optional.of(new Period(Optional.empty(), Optional.empty()));
    }
    Optional<LocalDate> until = day(end(printed));
    return day(printed).map(from -> new Period(Optional.of(from), until));
  }

  /** The last day as it is printed; empty if none is. */
  static String end(String printed) {
    Matcher end = END.matcher(printed);
    return end.find() ? end.group(1).strip() : "";
  }

  /** The first day that a text names. */
  static Optional<LocalDate> day(String printed) {
    Matcher date = DATE.matcher(printed);
    if (!date.find()) {
      return Optional.empty();
    }
    String name = date.group(1).toUpperCase(Locale.ROOT);
    return Stream.of(Month.values())
        .filter(
            month ->
                month.name().equals(name)
                    || (name.length() >= ABBREVIATED && month.name().startsWith(name)))
        .findFirst()
        .flatMap(month -> day(date.group(3), month, date.group(2)));
  }

  /** The day of a document, as {@code 2030-05-01} or in words. */
  static Optional<LocalDate> asOf(String printed) {
    try {
      return Optional.of(LocalDate.parse(printed.strip()));
    } catch (DateTimeException e) {
      return day(printed);
    }
  }

  private static Optional<LocalDate> day(String year, Month month, String day) {
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it begins on a later day, or on none that is known. */
  boolean isAfter(LocalDate day) {
    return from.map(first -> first.isAfter(day)).orElse(true);
  }

  boolean holds(LocalDate day) {
    return !isAfter(day) && until.map(last -> !last.isBefore(day)).orElse(true);
  }
}
