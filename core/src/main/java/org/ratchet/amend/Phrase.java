package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.SentenceBreaks.Range;
import org.ratchet.text.NormalText;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Style;
import org.ratchet.text.Style.Rise;

/**
 * Words to be found and replaced in a text, whatever the shape of its quotes, dashes and spaces.
 * Raised and lowered text is marked in them as {@link Runs#text} marks it, and found as such.
 */
final class Phrase {

  private static final Pattern RISEN = Pattern.compile("([\\^_])([-−–+]?\\d+(?:\\.\\d+)?|\\p{L}+)");

  private final String wanted;

  Phrase(String words) {
    this.wanted = NormalText.of(Marked.of(Runs.of(words)).text()).text();
  }

  /**
   * A text with the marks of what is raised or lowered.
   *
   * @param origins for each character its place in the joined text of the runs, then the end
   */
  private record Marked(String text, List<Integer> origins) {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    static Marked of(List<Run> runs) {
      StringBuilder out = new StringBuilder();
      List<Integer> origins = new ArrayList<>();
      Rise before = Rise.NONE;
      boolean digitBefore = false;
      int at = 0;
      for (Run run : runs) {
        Rise rise = run.style().rise();
        if (rise != before && rise != Rise.NONE && !run.text().isEmpty()) {
          out.append(rise == Rise.SUPER ? '^' : '_');
          origins.add(at);
        }
        before = rise;
        for (char c : run.text().toCharArray()) {
          int digit = RAISED.indexOf(c);
          if (digit >= 0 && !digitBefore) {
            out.append('^');
            origins.add(at);
          }
          digitBefore = digit >= 0;
          out.append(digit >= 0 ? (char) ('0' + digit) : c);
          origins.add(at++);
        }
      }
      origins.add(at);
      return new Marked(out.toString(), origins);
    }
  }

  /** Where the words stand, by the characters of the joined text. */
  List<Range> places(List<Run> runs) {
    Marked marked = Marked.of(runs);
    NormalText normal = NormalText.of(marked.text());
    String text = normal.text();
    List<Range> places = new ArrayList<>();
    for (int at = text.indexOf(wanted); at >= 0 && !wanted.isEmpty(); ) {
      if (bounded(text, at)) {
        int from = marked.origins().get(normal.origin(at));
        int to = marked.origins().get(normal.origin(at + wanted.length()));
        places.add(new Range(from, to));
        at = text.indexOf(wanted, at + wanted.length());
      } else {
        at = text.indexOf(wanted, at + 1);
      }
    }
    return places;
  }

  private boolean bounded(String text, int at) {
    int end = at + wanted.length();
    boolean front =
        at == 0 || isMark(text.charAt(at)) || !(word(text.charAt(at)) && word(text.charAt(at - 1)));
    boolean back = end == text.length() || !(word(text.charAt(end)) && word(text.charAt(end - 1)));
    return front && back;
  }

  private static boolean word(char c) {
    return Character.isLetterOrDigit(c) || isMark(c);
  }

  private static boolean isMark(char c) {
    return c == '^' || c == '_';
  }

  /** The text with other words in the given places, which stand in order. */
  static List<Run> replace(List<Run> runs, List<Range> places, String replacement) {
    List<Run> result = runs;
    for (int i = places.size() - 1; i >= 0; i--) {
      Range place = places.get(i);
      result = splice(result, place.from(), place.to(), runs(replacement));
    }
    return Runs.tidy(result);
  }

  /** Words with marks as runs that are raised or lowered. */
  static List<Run> runs(String words) {
    List<Run> runs = new ArrayList<>();
    Matcher risen = RISEN.matcher(words);
    int at = 0;
    while (risen.find()) {
      runs.addAll(Runs.of(words.substring(at, risen.start())));
      boolean raised = risen.group(1).equals("^");
      runs.add(new Run(risen.group(2), raised ? Style.SUPERSCRIPT : Style.SUBSCRIPT));
      at = risen.end();
    }
    runs.addAll(Runs.of(words.substring(at)));
    return runs;
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
