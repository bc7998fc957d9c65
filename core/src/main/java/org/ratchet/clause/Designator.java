package org.ratchet.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.text.Run;

/**
 * A paragraph designator at the start of a text: {@code (a)}, {@code (1)}, italic {@code (i)}.
 *
 * @param label what stands between the brackets
 * @param italic whether it is set in italics, as the fifth and sixth level are (1 CFR 21.11)
 */
public record Designator(String label, boolean italic) {

  private static final Pattern BRACKETED =
      Pattern.compile("\\G\\s*\\(\\s*([a-z]{1,2}|[ivxl]{1,7}|\\d{1,3}|[A-Z]{1,2})\\s*\\)");
  private static final Pattern ROMAN =
      Pattern.compile("(?i)x{0,3}(ix|iv|v?i{0,3})|xl(ix|iv|v?i{0,3})");

  /**
   * The designators that open a text, with how many characters they take.
   *
   * @param designators in order; empty if the text opens with none
   * @param length characters of the joined runs up to the end of the last one
   */
  public record Opening(List<Designator> designators, int length) {

    /** Copies the list. */
    public Opening {
      designators = List.copyOf(designators);
    }
  }

  /** The designators that a text opens with: {@code (a)(6)(iii) Licence…} has three. */
  public static Opening opening(List<Run> runs) {
    String text = joined(runs);
    List<Designator> found = new ArrayList<>();
    Matcher matcher = BRACKETED.matcher(text);
    int end = 0;
    while (matcher.find()) {
      found.add(new Designator(matcher.group(1), italicAt(runs, matcher.start(1))));
      end = matcher.end();
    }
    return new Opening(found, end);
  }

  private static String joined(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    runs.forEach(run -> out.append(run.text()));
    return out.toString();
  }

  private static boolean italicAt(List<Run> runs, int position) {
    int at = 0;
    for (Run run : runs) {
      at += run.text().length();
      if (position < at) {
        return run.style().italic();
      }
    }
    return false;
  }

  /** The value of a roman numeral up to 49, or 0 if it is none. */
  public static int roman(String label) {
    if (label.isEmpty() || !ROMAN.matcher(label).matches()) {
      return 0;
    }
    int value = 0;
    int before = 0;
    for (char c : label.toLowerCase(Locale.ROOT).toCharArray()) {
      int digit = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 50;
      value += digit > before && before > 0 ? digit - 2 * before : digit;
      before = digit;
    }
    return value;
  }

  /** The place of a letter label in its series, a=1, z=26, aa=27; 0 if it is none. */
  public static int letter(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    if (lower.length() == 1 && lower.charAt(0) >= 'a' && lower.charAt(0) <= 'z') {
      return lower.charAt(0) - 'a' + 1;
    }
    if (lower.length() == 2 && lower.charAt(0) == lower.charAt(1)) {
      return 26 + lower.charAt(0) - 'a' + 1;
    }
    return 0;
  }
}
