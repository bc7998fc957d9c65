package org.ratchet.text;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.text.Style.Rise;

/** What is done with lists of runs everywhere. */
public final class Runs {

  private Runs() {}

  /**
   * The runs as one string. Raised text is marked with {@code ^} and lowered text with {@code _},
   * so that {@code 10} with a raised {@code 26} reads {@code 10^26} and never {@code 1026}.
   */
  public static String text(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    Rise before = Rise.NONE;
    for (Run run : runs) {
      Rise rise = run.style().rise();
      if (rise != before && rise != Rise.NONE) {
        out.append(rise == Rise.SUPER ? '^' : '_');
      }
      out.append(run.text());
      before = rise;
    }
    return out.toString();
  }

  /** Plain text as a list of runs, empty for the empty string. */
  public static List<Run> of(String text) {
    return text.isEmpty() ? List.of() : List.of(Run.plain(text));
  }

  /** The runs with neighbours of one style joined, empty ones dropped, and the ends stripped. */
  public static List<Run> tidy(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    for (Run run : runs) {
      if (run.text().isEmpty()) {
        continue;
      }
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).style().equals(run.style())) {
        joined.set(last, new Run(joined.get(last).text() + run.text(), run.style()));
      } else {
        joined.add(run);
      }
    }
    stripEnds(joined);
    return List.copyOf(joined);
  }

  private static void stripEnds(List<Run> runs) {
    while (!runs.isEmpty()) {
      Run first = runs.get(0);
      String text = first.text().stripLeading();
      if (!text.isEmpty()) {
        runs.set(0, new Run(text, first.style()));
        break;
      }
      runs.remove(0);
    }
    while (!runs.isEmpty()) {
      int end = runs.size() - 1;
      Run last = runs.get(end);
      String text = last.text().stripTrailing();
      if (!text.isEmpty()) {
        runs.set(end, new Run(text, last.style()));
        break;
      }
      runs.remove(end);
    }
  }

  /**
   * The runs from a character position on, counted in the joined text of the runs without marks.
   *
   * @param start characters to leave out at the front
   */
  public static List<Run> from(List<Run> runs, int start) {
    List<Run> rest = new ArrayList<>();
    int skip = start;
    for (Run run : runs) {
      if (skip >= run.text().length()) {
        skip -= run.text().length();
      } else {
        rest.add(new Run(run.text().substring(skip), run.style()));
        skip = 0;
      }
    }
    return tidy(rest);
  }
}
