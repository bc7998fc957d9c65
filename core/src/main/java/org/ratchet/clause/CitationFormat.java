package org.ratchet.clause;

import static org.ratchet.clause.CitationWords.BRACKETED;
import static org.ratchet.clause.CitationWords.ITEM;
import static org.ratchet.clause.CitationWords.NOTE;
import static org.ratchet.clause.CitationWords.TABLE;

import java.util.List;
import java.util.regex.Pattern;
import org.ratchet.clause.Step.Kind;

/**
 * Writes citations as the field does. Whatever the usual forms cannot say without doubt is written
 * with the name of its kind and the label in quotes, so that every citation can be read back.
 */
final class CitationFormat {

  private static final Pattern TITLE_NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern PART_NUMBER = Pattern.compile("\\d{1,5}[a-z]?");
  private static final Pattern ECCN = Pattern.compile("\\d[A-E]\\d{3}");
  private static final Pattern SECTION =
      Pattern.compile("\\d{1,5}[a-z]?\\.\\d+[a-z]{0,2}(?:-\\d*\\.?\\d+[a-z]{0,2})*");
  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");

  private final List<Step> steps;
  private final StringBuilder out = new StringBuilder();

  /** Whether a step in brackets or after a point may follow without a comma. */
  private boolean tight;

  private CitationFormat(Citation citation) {
    this.steps = citation.steps();
  }

  static Citation parse(String text) {
    return CitationParser.parse(text);
  }

  static int compare(Citation left, Citation right) {
    return CitationOrder.compare(left, right);
  }

  static String print(Citation citation) {
    CitationFormat format = new CitationFormat(citation);
    int anchored = format.anchor();
    for (int at = anchored; at < format.steps.size(); at++) {
      format.append(at);
    }
    return format.out.toString();
  }

  private boolean is(int at, Kind kind, Pattern label) {
    return at < steps.size()
        && steps.get(at).kind() == kind
        && label.matcher(steps.get(at).label()).matches();
  }

  private boolean first(int at) {
    return steps.get(at).ordinal() == 0;
  }

  /** Writes the unit of the CFR that the citation starts from; returns how many steps it takes. */
  private int anchor() {
    if (!is(0, Kind.TITLE, TITLE_NUMBER) || !first(0)) {
      return 0;
    }
    String title = steps.get(0).label();
    if (!is(1, Kind.PART, PART_NUMBER)) {
      out.append(title).append(" CFR");
      return 1;
    }
    String part = steps.get(1).label();
    if (first(1) && is(2, Kind.SECTION, SECTION) && steps.get(2).label().startsWith(part + ".")) {
      out.append(title).append(" CFR ").append(numbered(2));
      tight = true;
      return 3;
    }
    if (first(1) && is(2, Kind.SUPPLEMENT, UNIT)) {
      return supplement(title, part);
    }
    if (first(1) && is(2, Kind.APPENDIX, UNIT)) {
      out.append("Appendix ").append(numbered(2)).append(" to ");
      out.append(title).append(" CFR part ").append(part);
      tight = true;
      return 3;
    }
    out.append(title).append(" CFR part ").append(numbered(1));
    return 2;
  }

  private int supplement(String title, String part) {
    boolean list = title.equals("15") && part.equals("774") && steps.get(2).equals(LIST);
    if (list && is(3, Kind.ECCN, ECCN)) {
      out.append("ECCN ").append(numbered(3));
      tight = true;
      return 4;
    }
    boolean digits = Character.isDigit(steps.get(2).label().charAt(0));
    out.append(digits ? "Supp. No. " : "Supp. ").append(numbered(2)).append(" to ");
    out.append(title.equals(CitationWords.EAR_TITLE) ? "Part " : title + " CFR part ").append(part);
    tight = true;
    return 3;
  }

  private static final Step LIST = Step.of(Kind.SUPPLEMENT, "1");

  private String numbered(int at) {
    Step step = steps.get(at);
    return step.label() + ordinal(step);
  }

  private static String ordinal(Step step) {
    return step.ordinal() == 0 ? "" : "#" + (step.ordinal() + 1);
  }

  private void append(int at) {
    Step step = steps.get(at);
    boolean written =
        switch (step.kind()) {
          case PARAGRAPH -> paragraph(at);
          case NOTE -> target(at, NOTE, "", ", ");
          case TABLE -> target(at, TABLE, "Table ", ", table ");
          case DEFINITION -> definable(at) && quoted(" ", step);
          case ENTITY -> out.length() > 0 && quoted(", ", step);
          case UNLABELLED -> counted(", ¶ ", step);
          case ELLIPSIS -> counted(", ellipsis ", step);
          case AUTHORITY -> step.label().isEmpty() && plain(", authority" + ordinal(step));
          case COUNTRY ->
              is(at - 1, Kind.SUPPLEMENT)
                  && CitationWords.isCountry(step.label())
                  && plain(", " + numbered(at));
          case ECCN_PART ->
              is(at - 1, Kind.ECCN)
                  && CitationWords.isEntryPart(step.label())
                  && plain(", " + numbered(at));
          default -> false;
        };
    if (!written) {
      String comma = out.length() == 0 ? "" : ", ";
      quoted(comma + CitationWords.word(step.kind()) + " ", step);
    }
    tight = step.kind() == Kind.PARAGRAPH && written;
  }

  private boolean is(int at, Kind kind) {
    return at >= 0 && steps.get(at).kind() == kind;
  }

  private boolean plain(String text) {
    if (out.length() == 0) {
      return false;
    }
    out.append(text);
    return true;
  }

  /**
   * Behind {@code Note 1 to …} a term in quotes would seem to belong to the noted unit, and behind
   * {@code authority} to be its label.
   */
  private boolean definable(int at) {
    return out.length() > 0
        && !(is(at - 1, Kind.NOTE) || is(at - 1, Kind.TABLE) || is(at - 1, Kind.AUTHORITY));
  }

  private boolean counted(String words, Step step) {
    return step.label().isEmpty() && step.ordinal() >= 0 && plain(words + step.ordinal());
  }

  private boolean quoted(String words, Step step) {
    String escaped = step.label().replace("\\", "\\\\").replace("\"", "\\\"");
    out.append(words).append('"').append(escaped).append('"').append(ordinal(step));
    return true;
  }

  private boolean paragraph(int at) {
    if (is(at, Kind.PARAGRAPH, ITEM) && tight && inItems(at)) {
      return plain("." + numbered(at));
    }
    return is(at, Kind.PARAGRAPH, BRACKETED)
        && plain((tight && !inItems(at) ? "(" : ", (") + numbered(at) + ")");
  }

  /** Whether the step is an item of an entry, without anything but items above it. */
  private boolean inItems(int at) {
    int above = at - 1;
    while (above >= 0 && steps.get(above).kind() == Kind.PARAGRAPH) {
      above--;
    }
    return is(above, Kind.ECCN);
  }

  /**
   * {@code Note 1 to 3A090.a}: the unit stands before what it belongs to, as long as that is
   * written without commas; else behind it.
   */
  private boolean target(int at, Pattern label, String before, String behind) {
    if (!is(at, steps.get(at).kind(), label) || out.length() == 0) {
      return false;
    }
    boolean simple = out.indexOf(",") < 0 && out.indexOf("\"") < 0;
    if (!simple) {
      return plain(behind + numbered(at));
    }
    String place = out.toString();
    out.setLength(0);
    out.append(before).append(numbered(at)).append(" to ");
    out.append(place.startsWith("ECCN ") ? place.substring("ECCN ".length()) : place);
    return true;
  }
}
