package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.amend.SentenceBreaks.Range;
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

  /** Where the words stand, by the characters of the text. */
  List<Range> places(String original) {
    NormalText normal = NormalText.of(original);
    String text = normal.text();
    List<Range> places = new ArrayList<>();
    for (int at = text.indexOf(wanted); at >= 0 && !wanted.isEmpty(); ) {
      if (bounded(text, at)) {
        places.add(new Range(normal.origin(at), normal.origin(at + wanted.length())));
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

  /** The text with other words in the given places, which stand in order. */
  static List<Run> replace(List<Run> runs, List<Range> places, String replacement) {
    List<Run> result = runs;
    for (int i = places.size() - 1; i >= 0; i--) {
      Range place = places.get(i);
      result = splice(result, place.from(), place.to(), Runs.of(replacement));
    }
    return Runs.tidy(result);
  }

  /** The places with the space before them, which goes with words that are taken away. */
  static List<Range> withSpace(List<Range> places, String text) {
    return places.stream()
        .map(
            place -> {
              int from = place.from();
              while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
                from--;
              }
              return new Range(from, place.to());
            })
        .toList();
  }

  /** Puts runs in the place of a stretch of text; plain ones take the style found there. */
  static List<Run> splice(List<Run> runs, int from, int end, List<Run> inserted) {
    List<Run> result = new ArrayList<>();
    int at = 0;
    boolean placed = false;
    for (Run run : runs) {
      String text = run.text();
      int runEnd = at + text.length();
      int cutFrom = Math.min(Math.max(from - at, 0), text.length());
      int cutTo = Math.min(Math.max(end - at, 0), text.length());
      result.add(new Run(text.substring(0, cutFrom), run.style()));
      if (!placed && from >= at && (from < runEnd || (from == end && from == runEnd))) {
        boolean one = inserted.size() == 1;
        inserted.forEach(i -> result.add(one ? new Run(i.text(), run.style()) : i));
        placed = true;
      }
      result.add(new Run(text.substring(cutTo), run.style()));
      at = runEnd;
    }
    if (!placed) {
      result.addAll(inserted);
    }
    return result;
  }

  static String joined(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    runs.forEach(run -> out.append(run.text()));
    return out.toString();
  }
}
