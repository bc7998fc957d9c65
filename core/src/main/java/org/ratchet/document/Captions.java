package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** Splits the text of a paragraph into its caption and the rest. */
final class Captions {

  private static final Pattern STARS = Pattern.compile("\\s*\\*\\s*\\*\\s*\\*\\s*");

  private Captions() {}

  /** The content of a paragraph without its designators: italic caption, text, three asterisks. */
  static Content split(List<Run> runs, Span span) {
    List<Run> heading = new ArrayList<>();
    int at = 0;
    while (at < runs.size() && (runs.get(at).style().italic() || isStop(runs.get(at), heading))) {
      heading.add(runs.get(at));
      at++;
    }
    List<Run> rest = Runs.tidy(runs.subList(at, runs.size()));
    List<Run> head = Runs.tidy(heading);
    if (!isCaption(Runs.text(head), Runs.text(rest))) {
      head = List.of();
      rest = Runs.tidy(runs);
    }
    boolean elided = STARS.matcher(Runs.text(rest)).matches();
    return new Content(
        head, elided ? List.of() : rest, List.of(), elided ? Shown.CONTEXT : Shown.WHOLE, span);
  }

  /** The dash or full stop after an italic caption is often upright. */
  private static boolean isStop(Run run, List<Run> heading) {
    return !heading.isEmpty() && run.text().matches("\\s*[.:—]\\s*");
  }

  private static boolean isCaption(String head, String rest) {
    return !head.isEmpty()
        && (head.matches("(?s).*[.:—]\\)?") || rest.startsWith("—") || rest.isEmpty())
        && !head.matches("(?i)see\\b.*|et seq\\..*|provided\\b.*");
  }
}
