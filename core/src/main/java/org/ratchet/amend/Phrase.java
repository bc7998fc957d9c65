package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.text.NormalText;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * Words to be found and replaced in a text, whatever the shape of its quotes, dashes and spaces.
 */
final class Phrase {

  private final String wanted;

  Phrase(String words) {
    this.wanted = NormalText.of(words).text();
  }

  int count(List<Run> runs) {
    return places(NormalText.of(joined(runs))).size();
  }

  List<Run> replace(List<Run> runs, String replacement) {
    List<Run> result = runs;
    NormalText text = NormalText.of(joined(runs));
    List<Integer> places = places(text);
    for (int i = places.size() - 1; i >= 0; i--) {
      int start = places.get(i);
      // The space before words that are taken away goes with them.
      int from =
          replacement.isEmpty() && start > 0 && text.text().charAt(start - 1) == ' '
              ? start - 1
              : start;
      int end = text.origin(start + wanted.length());
      result = replaceAt(result, text.origin(from), end, replacement);
    }
    return Runs.tidy(result);
  }

  private List<Integer> places(NormalText normal) {
    String text = normal.text();
    List<Integer> places = new ArrayList<>();
    for (int at = text.indexOf(wanted); at >= 0 && !wanted.isEmpty(); ) {
      if (bounded(text, at)) {
        places.add(at);
        at = text.indexOf(wanted, at + wanted.length());
      } else {
        at = text.indexOf(wanted, at + 1);
      }
    }
    return places;
  }

  private boolean bounded(String text, int at) {
    int end = at + wanted.length();
    boolean front = at == 0 || !(word(text.charAt(at)) && word(text.charAt(at - 1)));
    boolean back = end == text.length() || !(word(text.charAt(end)) && word(text.charAt(end - 1)));
    return front && back;
  }

  private static boolean word(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static List<Run> replaceAt(List<Run> runs, int from, int end, String replacement) {
    List<Run> result = new ArrayList<>();
    int at = 0;
    boolean placed = false;
    for (Run run : runs) {
      int runEnd = at + run.text().length();
      int cutFrom = Math.min(Math.max(from - at, 0), run.text().length());
      int cutTo = Math.min(Math.max(end - at, 0), run.text().length());
      String insert = !placed && from >= at && from < runEnd ? replacement : "";
      placed |= from >= at && from < runEnd;
      result.add(
          new Run(
              run.text().substring(0, cutFrom) + insert + run.text().substring(cutTo),
              run.style()));
      at = runEnd;
    }
    return result;
  }

  private static String joined(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    runs.forEach(run -> out.append(run.text()));
    return out.toString();
  }
}
