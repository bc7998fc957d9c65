package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * Words to be found and replaced in a text, whatever the shape of its quotes, dashes and spaces.
 */
final class Phrase {

  private final String wanted;

  Phrase(String words) {
    this.wanted = fold(words);
  }

  int count(List<Run> runs) {
    return places(runs).size();
  }

  List<Run> replace(List<Run> runs, String replacement) {
    List<Run> result = runs;
    List<Integer> places = places(runs);
    for (int i = places.size() - 1; i >= 0; i--) {
      result = replaceAt(result, places.get(i), replacement);
    }
    return Runs.tidy(result);
  }

  private List<Integer> places(List<Run> runs) {
    String text = fold(joined(runs));
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

  private List<Run> replaceAt(List<Run> runs, int start, String replacement) {
    int from = start;
    int end = start + wanted.length();
    if (replacement.isEmpty()) {
      // The space before the words goes with them.
      String text = joined(runs);
      from -= from > 0 && text.charAt(from - 1) == ' ' ? 1 : 0;
    }
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

  /** One character for one, so that places stay places. */
  private static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(
          switch (c) {
            case '“', '”', '„' -> '"';
            case '‘', '’', '`' -> '\'';
            case '‐', '‑', '–' -> '-';
            case '\u00a0', '\u2009', '\u202f', '\n', '\t' -> ' ';
            default -> c;
          });
    }
    return out.toString();
  }
}
