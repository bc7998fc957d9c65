package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Questions about runs that several trees ask. */
final class Texts {

  private Texts() {}

  /** The characters alone, so that positions in it are those of {@link Runs#from}. */
  static String plain(List<Run> runs) {
    if (runs.size() == 1) {
      return runs.get(0).text();
    }
    StringBuilder out = new StringBuilder();
    runs.forEach(run -> out.append(run.text()));
    return out.toString();
  }

  /** The runs up to a character position, the counterpart of {@link Runs#from}. */
  static List<Run> upTo(List<Run> runs, int end) {
    List<Run> first = new ArrayList<>();
    int left = end;
    for (Run run : runs) {
      if (left <= 0) {
        break;
      }
      int take = Math.min(left, run.text().length());
      first.add(new Run(run.text().substring(0, take), run.style()));
      left -= take;
    }
    return Runs.tidy(first);
  }

  /** Whether the text opens in bold or italics. */
  static boolean opensEmphasised(List<Run> runs) {
    return !runs.isEmpty() && (runs.get(0).style().bold() || runs.get(0).style().italic());
  }

  /** Whether more than half of the characters are in italics. */
  static boolean mostlyItalic(List<Run> runs) {
    int italic = 0;
    int all = 0;
    for (Run run : runs) {
      all += run.text().length();
      italic += run.style().italic() ? run.text().length() : 0;
    }
    return 2 * italic > all;
  }
}
