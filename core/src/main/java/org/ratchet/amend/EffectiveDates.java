package org.ratchet.amend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the DATES caption says of instructions: one date for all, or some that differ; and the last
 * day, if there is one. An end that is no day, such as further notice, is told as it is printed.
 */
final class EffectiveDates {

  private static final String DATE = Period.PRINTED;

  /** A time of day with its zone; the state of a day does not tell the hours. */
  private static final String TIME =
      "(?i:(?:\\d{1,2}(?::\\d{2})? ?[ap]\\.? ?m\\.?|\\d{4} (?:hours|hrs?\\.?)|noon|midnight)"
          + "(?:,? \\(?(?:[aechmp][sd]?t\\b|a\\.l\\.t\\.|(?:\\w+ ){0,2}time\\b)\\)?)?,?)";

  private static final Pattern HOURS =
      Pattern.compile(
          "(?i:from|between) %1$s (?i:until|to|through|and) %1$s(?: (?i:on))? (%2$s)(?!,? (?i:and|through|until|to)\\b)"
              .formatted(TIME, DATE));
  private static final Pattern HOUR =
      Pattern.compile("(?:(?i:at) )?%s(?: (?i:on|of))? (?=%s)".formatted(TIME, DATE));

  private static final String DAYS =
      "(%1$s)(?:,? (?:(?i:and)(?: (?i:it))? )?(?:((?i:through|until)) (%1$s|[a-z][^.;,]{2,80})|((?i:to|(?:will )?expires?(?: on)?)) (%1$s)))?"
          .formatted(DATE);
  private static final Pattern GENERAL =
      Pattern.compile(
          "(?i:effective(?: dates?)?:?(?: on| as of| beginning| without actual notice| from)*) "
              + DAYS);
  private static final Pattern SOME =
      Pattern.compile(
          "(?i:instructions?(?: numbers?| nos?\\.)?) ((?:\\d+(?:\\.[a-z])?(?:, and |, | and | through )?)+)"
              + "[^.;]{0,80}?(?i:which|that|is|are)(?i: is| are| become| becomes| will be)?(?i: effective)?(?i: on| from)*(?: "
              + DAYS
              + "|(?<off>(?i: delayed indefinitely)))");
  private static final Pattern EXPIRY =
      Pattern.compile(
          "(?:^|[.;] )(?i:(?:th(?:is|e|ese) (?:(?:temporary|interim|final|emergency) )*(?:rules?|amendments?|regulations?|action|stay)|it)"
              + "(?: will| shall)?(?: expires?| ceases? to have effect| ceases? to be effective| (?:remains? |is |are |be )?(?:in effect|effective) (?:until|through))(?: on)?) ("
              + DATE
              + ")");
  private static final Pattern NUMBER = Pattern.compile("(through )?(\\d+(?:\\.[a-z])?)");

  private final Map<String, String> byInstruction = new HashMap<>();
  private final String general;
  private final String end;

  EffectiveDates(String dates) {
    String text = daysOf(dates.replaceAll("\\s+", " "));
    Matcher some = SOME.matcher(text);
    while (some.find()) {
      String days = some.group("off") == null ? days(some, 2) : Period.PUT_OFF;
      numbers(some.group(1)).forEach(number -> byInstruction.put(number, days));
    }
    Set<String> all = new LinkedHashSet<>();
    Matcher matcher = GENERAL.matcher(SOME.matcher(text).replaceAll(""));
    while (matcher.find()) {
      all.add(days(matcher, 1));
    }
    all.removeIf(days -> all.stream().anyMatch(other -> other.startsWith(days + ",")));
    general = all.size() == 1 ? all.iterator().next() : "";
    Matcher expiry = EXPIRY.matcher(text);
    end = expiry.find() ? expiry.group(1) : "";
  }

  private static String daysOf(String text) {
    return HOUR.matcher(HOURS.matcher(text).replaceAll("from $1 through $1")).replaceAll("");
  }

  /** The first day and the last, as they are printed. */
  private static String days(Matcher matcher, int group) {
    String first = matcher.group(group);
    if (matcher.group(group + 1) != null) {
      return first + ", " + matcher.group(group + 1) + " " + matcher.group(group + 2);
    }
    return matcher.group(group + 3) == null ? first : ending(first, matcher.group(group + 4));
  }

  private static String ending(String first, String last) {
    return first + ", until " + last;
  }

  private static List<String> numbers(String list) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(list);
    while (matcher.find()) {
      if (matcher.group(1) != null && !numbers.isEmpty() && matcher.group(2).matches("\\d+")) {
        String last = numbers.get(numbers.size() - 1);
        int from = last.matches("\\d+") ? Integer.parseInt(last) : Integer.MAX_VALUE;
        for (int n = from + 1; n < Integer.parseInt(matcher.group(2)); n++) {
          numbers.add(Integer.toString(n));
        }
      }
      numbers.add(matcher.group(2));
    }
    return numbers;
  }

  /** The days of an instruction by its id, as printed; empty if none is simply stated. */
  String of(String id) {
    return of(id, "");
  }

  /** The same of an instruction whose own words give a day, or days, unless they are empty. */
  String of(String id, String own) {
    String days = own.isEmpty() ? stated(id) : own;
    boolean ends = end.isEmpty() || days.isEmpty() || !Period.end(days).isEmpty();
    return ends || days.equals(Period.PUT_OFF) ? days : ending(days, end);
  }

  private String stated(String id) {
    for (String at = id; ; at = at.substring(0, at.lastIndexOf('.'))) {
      String date = byInstruction.get(at);
      if (date != null) {
        return date;
      }
      if (at.indexOf('.') < 0) {
        return general;
      }
    }
  }
}
