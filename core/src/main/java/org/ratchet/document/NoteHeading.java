package org.ratchet.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The run-in heading of a note: {@code Note 1 to 3A090.a:}, {@code Technical Notes:}, {@code N.B.}.
 *
 * @param label the words that name the note, one form for each: {@code Note 1}, {@code N.B.}
 * @param target what it says it belongs to, as printed; empty if it does not say
 * @param length characters of the heading with the space behind it
 */
record NoteHeading(String label, String target, int length) {

  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(?<label>(?:(?:licen[sc]e (?:requirements?|exceptions?)|technical|heading|control"
              + "|editorial|related controls?|definitions?) )?(?:notes?|n\\.b\\.|nota bene)"
              + "(?: ?\\d{1,3}[a-z]?(?![\\w.]))?)"
              + "(?: (?:to|for|on) (?<target>[^:—]{1,160}?))?"
              + " ?(?<end>[:—]|\\.(?= |$)|$|(?= (?:1\\.|\\(1\\)) )|(?<=n\\.b\\.(?: \\d)?)(?= (?-i:\\p{Lu}))) ?");

  /** The heading that a text opens with. */
  static Optional<NoteHeading> of(String text) {
    Matcher heading = HEADING.matcher(text);
    if (!heading.lookingAt()) {
      return Optional.empty();
    }
    String target = heading.group("target");
    return Optional.of(
        new NoteHeading(
            capitalized(heading.group("label")), target == null ? "" : target, heading.end()));
  }

  /** Whether it calls for attention by itself, {@code N.B.}, also where it has lost its colon. */
  boolean isCall() {
    return label.startsWith("N.B.");
  }

  /** Whether it explains a term, {@code Technical Note on “Yield”}, and belongs to no unit. */
  boolean isOnTerm() {
    return target.startsWith("\"") || target.startsWith("“");
  }

  /** One spelling for each label, so that a note keeps its citation when its case changes. */
  private static String capitalized(String label) {
    StringBuilder out = new StringBuilder();
    for (String word : label.replaceFirst("(?<=[a-zA-Z.])(?=\\d)", " ").split(" ", -1)) {
      out.append(out.length() == 0 ? "" : " ");
      if (word.equalsIgnoreCase("n.b.")) {
        out.append("N.B.");
      } else {
        out.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
        out.append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return out.toString();
  }
}
