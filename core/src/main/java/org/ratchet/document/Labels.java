package org.ratchet.document;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;

/** Gives every clause of a document a citation of its own: what repeats a label gets an ordinal. */
final class Labels {

  private static final Pattern OPENING = Pattern.compile("(?<![^\\s(\\[/—–-])\"");
  private static final Pattern CLOSING = Pattern.compile("\"");

  private final Map<Citation, Integer> used = new HashMap<>();

  /**
   * The citation of a labelled unit under a parent. The words of rows and headings keep their
   * citation whether a copy has straight or printed quotes.
   */
  Citation labelled(Citation parent, Kind kind, String words) {
    String label = kind == Kind.ROW || kind == Kind.HEADING ? printed(words) : words;
    Citation first = parent.then(kind, label);
    int times = used.merge(first, 1, Integer::sum);
    return times == 1 ? first : parent.then(new Step(kind, label, times - 1));
  }

  private static String printed(String words) {
    return CLOSING.matcher(OPENING.matcher(words).replaceAll("“")).replaceAll("”");
  }

  /** The citation of the next unit without a label under a parent. */
  Citation unlabelled(Citation parent, Kind kind) {
    int ordinal = used.merge(parent.then(new Step(kind, "", 0)), 1, Integer::sum);
    return parent.then(new Step(kind, "", ordinal));
  }
}
