package org.ratchet.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.source.Block;
import org.ratchet.text.Span;

/**
 * What an editor of the CFR says of the standing of a text and that the text itself does not: it is
 * stayed and still printed, or it will change, or an amendment could not be carried out.
 *
 * @param kind what is said
 * @param unit the section, supplement or part that the note stands in
 * @param extent which text of the unit is meant, in the note's words; empty if it is the whole unit
 *     or the note does not say
 * @param date the day named for it, as printed: the end of a stay, or when a change takes effect;
 *     empty if none is named
 * @param source the amending rule, {@code 90 FR 50857}; empty if none is named
 * @param text the whole note
 * @param span where it stands
 */
public record StatusNote(
    Kind kind, Citation unit, String extent, String date, String source, String text, Span span) {

  /** What a note says. */
  public enum Kind {
    /** The text is printed and not in force until the date. */
    STAYED,
    /** A change of the text is put off until the date. */
    DELAYED,
    /** The text will change, on the date if one is given. */
    AMENDMENT_PENDING,
    /** A rule amends the text in a way that could not be carried out. */
    NOT_INCORPORATED
  }

  private static final String DAY = "[A-Z][a-z]+\\.? \\d{1,2}, \\d{4}";
  private static final Pattern SOURCE = Pattern.compile("\\b\\d+ FR \\d+\\b");
  private static final Pattern LINK =
      Pattern.compile("(?i)\\s*link to an amendment published at\\b");
  private static final Pattern STAYED =
      Pattern.compile("(?i)\\b(?:was|were|is|are)\\s+(?:stayed|suspended)\\b");
  private static final Pattern DELAYED =
      Pattern.compile(
          "(?i)\\b(?:was|were|is|are)\\s+(?:further )?(?:delayed|postponed|deferred)\\b");
  private static final Pattern LOST =
      Pattern.compile("(?i)\\bcould not be (?:incorporated|made|carried out|executed)\\b");
  private static final Pattern UNTIL =
      Pattern.compile("\\b(?:until|through) (" + DAY + "|further notice)");
  private static final Pattern FROM = Pattern.compile("\\beffective\\s+(" + DAY + ")");
  private static final Pattern EXTENT =
      Pattern.compile(
          "\\bin (?:§+ ?[\\w.-]+|(?i:supplement|appendix) [^,]{1,60}), (.{1,600}?),? (?:was|were) ");

  /** Whether a block says that its text will change, where no markup says so. */
  static boolean isLink(Block block) {
    return LINK.matcher(Texts.plain(block.runs())).lookingAt();
  }

  /** What an editorial note says of the standing of the unit it stands in; none if nothing. */
  static Optional<StatusNote> of(Block note, Citation unit) {
    String text = note.text();
    return kind(text)
        .map(
            kind ->
                new StatusNote(
                    kind,
                    unit,
                    first(EXTENT, text),
                    kind == Kind.NOT_INCORPORATED ? "" : date(text),
                    first(SOURCE, text),
                    text,
                    note.span()));
  }

  private static Optional<Kind> kind(String text) {
    if (LOST.matcher(text).find()) {
      return Optional.of(Kind.NOT_INCORPORATED);
    }
    if (STAYED.matcher(text).find()) {
      return Optional.of(Kind.STAYED);
    }
    if (DELAYED.matcher(text).find()) {
      return Optional.of(Kind.DELAYED);
    }
    boolean changes = FROM.matcher(text).find() && SOURCE.matcher(text).find();
    boolean pending = changes || LINK.matcher(text).lookingAt();
    return pending ? Optional.of(Kind.AMENDMENT_PENDING) : Optional.empty();
  }

  private static String date(String text) {
    String until = first(UNTIL, text);
    return until.isEmpty() ? first(FROM, text) : until;
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(matcher.groupCount()) : "";
  }
}
