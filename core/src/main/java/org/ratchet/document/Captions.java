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

  private static final int LONGEST = 250;
  private static final Pattern STARS = Pattern.compile("\\s*\\*\\s*\\*\\s*\\*\\s*");
  private static final Pattern STOP = Pattern.compile("\\s*[.:—]\\s*");
  private static final Pattern STOPPED = Pattern.compile("(?s).*[.:—]\\)?[”\"]?");
  private static final Pattern NO_CAPTION =
      Pattern.compile("(?is)(?:see\\b|et seq\\.|provided\\b|and\\b|or\\b).*");

  private Captions() {}

  /** The content of a paragraph without its designators: italic caption, text, three asterisks. */
  static Content split(List<Run> runs, Span span) {
    int at = 0;
    while (at < runs.size() && (runs.get(at).style().italic() || isStop(runs, at))) {
      at++;
    }
    List<Run> head = Runs.tidy(runs.subList(0, at));
    List<Run> rest = Runs.tidy(runs.subList(at, runs.size()));
    if (!isCaption(Texts.plain(head), Texts.plain(rest))) {
      head = List.of();
      rest = Runs.tidy(runs);
    } else if (startsWithDash(rest)) {
      head = withDash(head);
      rest = Runs.from(rest, 1);
    }
    boolean elided = STARS.matcher(Texts.plain(rest)).matches();
    return new Content(
        head, elided ? List.of() : rest, List.of(), elided ? Shown.CONTEXT : Shown.WHOLE, span);
  }

  /** The dash or full stop after an italic caption is often upright. */
  private static boolean isStop(List<Run> runs, int at) {
    return at > 0 && STOP.matcher(runs.get(at).text()).matches();
  }

  private static boolean startsWithDash(List<Run> runs) {
    return !runs.isEmpty() && runs.get(0).text().startsWith("—");
  }

  private static List<Run> withDash(List<Run> head) {
    List<Run> dashed = new ArrayList<>(head);
    dashed.add(Run.plain("—"));
    return Runs.tidy(dashed);
  }

  private static boolean isCaption(String head, String rest) {
    if (head.isEmpty() || head.length() > LONGEST || NO_CAPTION.matcher(head).matches()) {
      return false;
    }
    return rest.isEmpty()
        ? !head.contains(". ")
        : STOPPED.matcher(head).matches() || rest.startsWith("—");
  }
}
