package org.ratchet.amend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the DATES caption says of instructions: one date for all, or some that differ. */
final class EffectiveDates {

  private static final String DATE = "[A-Z][a-z]+\\.? \\d{1,2}[,.] \\d{4}";
  private static final Pattern GENERAL =
      Pattern.compile("(?i:effective(?: date)?:?(?: on| as of| beginning)?) (" + DATE + ")");
  private static final Pattern SOME =
      Pattern.compile(
          "(?i:instructions?(?: numbers?| nos?\\.)?) ((?:\\d+(?:\\.[a-z])?(?:, and |, | and | through )?)+)"
              + "[^.;]{0,80}?(?i:which|that|is|are)(?i: is| are| become| becomes| will be)?(?i: effective)?(?i: on)? ("
              + DATE
              + ")");
  private static final Pattern NUMBER = Pattern.compile("(through )?(\\d+(?:\\.[a-z])?)");

  private final Map<String, String> byInstruction = new HashMap<>();
  private final String general;

  EffectiveDates(String dates) {
    String text = dates.replaceAll("\\s+", " ");
    Set<String> exceptions = new LinkedHashSet<>();
    Matcher some = SOME.matcher(text);
    while (some.find()) {
      numbers(some.group(1)).forEach(number -> byInstruction.put(number, some.group(2)));
      exceptions.add(some.group(2));
    }
    Set<String> all = new LinkedHashSet<>();
    Matcher matcher = GENERAL.matcher(text);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    all.removeAll(exceptions);
    general = all.size() == 1 ? all.iterator().next() : "";
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

  /** The date of an instruction by its id, as printed; empty if none is simply stated. */
  String of(String id) {
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
