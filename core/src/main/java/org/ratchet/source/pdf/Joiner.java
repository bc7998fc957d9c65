package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * Joins lines into text. In the columns of the register a dash at the end of a line is always
 * printed on purpose, so it stays and nothing comes between; addresses on the web break after their
 * punctuation.
 */
final class Joiner {

  private static final Pattern SECTION_SIGN = Pattern.compile("\u00A7 ?(?=[\\w\\[])");
  private static final Pattern SUSPENDED = Pattern.compile("(?:and|or|to|through)(?:\\s.*)?");
  private static final String DASHES = "-\u2013\u2014";
  private static final String ADDRESS_BREAKS = "@=?&_%#~+";

  private Joiner() {}

  /** Adds a line to the text before it. */
  static void join(List<Run> runs, List<Run> next) {
    if (!runs.isEmpty() && !next.isEmpty()) {
      Run last = runs.get(runs.size() - 1);
      if (isSpaced(lastWord(runs), text(next))) {
        runs.set(runs.size() - 1, new Run(last.text() + " ", last.style()));
      }
    }
    runs.addAll(next);
  }

  static String text(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    runs.forEach(run -> out.append(run.text()));
    return out.toString();
  }

  /** The last word of a text with the space before it, if there is one. */
  private static String lastWord(List<Run> runs) {
    String end = "";
    for (int i = runs.size() - 1; i >= 0 && end.indexOf(' ') < 0; i--) {
      String text = runs.get(i).text();
      end = text.substring(Math.max(0, text.lastIndexOf(' '))) + end;
    }
    return end;
  }

  private static boolean isSpaced(String before, String after) {
    String word = before.substring(before.lastIndexOf(' ') + 1);
    if (word.isEmpty()) {
      return false;
    }
    char end = word.charAt(word.length() - 1);
    if (DASHES.indexOf(end) >= 0) {
      boolean alone = word.length() == 1 && before.length() > 1;
      return alone || (end != '\u2014' && SUSPENDED.matcher(after).matches());
    }
    if (end == '/') {
      return word.length() == 1;
    }
    boolean address = word.contains("://") || word.contains("www.") || word.contains("@");
    if (!address) {
      return true;
    }
    boolean goesOn = end == '.' && Character.isLowerCase(after.charAt(0));
    return ADDRESS_BREAKS.indexOf(end) < 0 && !goesOn;
  }

  /** The text as one form each for quotation marks, spaces and section signs. */
  static List<Run> finish(List<Run> runs) {
    List<Run> out = new ArrayList<>();
    for (Run run : Runs.tidy(runs)) {
      out.add(new Run(fold(run.text()), run.style()));
    }
    return Runs.tidy(out);
  }

  private static String fold(String text) {
    String folded = text.replace("\u2018\u2018", "\u201C");
    folded = foldClosing(folded);
    return folded.indexOf('\u00A7') < 0
        ? folded
        : SECTION_SIGN.matcher(folded).replaceAll("\u00A7 ");
  }

  /** Two closing single marks are one double mark; of three, the first is a single one. */
  private static String foldClosing(String text) {
    return text.replace("\u2019\u2019\u2019", "\u2019\u201D").replace("\u2019\u2019", "\u201D");
  }
}
