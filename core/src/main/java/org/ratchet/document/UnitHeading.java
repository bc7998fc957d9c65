package org.ratchet.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;

/**
 * The printed heading of a part, section, supplement or appendix.
 *
 * @param citation the unit it names
 * @param length characters of the number with the marks behind it; the subject follows
 */
record UnitHeading(Citation citation, int length) {

  private static final String DASH = "[‐‑–-]";
  private static final String BEHIND = "[\\s.:—–-]*";
  private static final Pattern PART = Pattern.compile("(?i)part\\s+(\\d{1,5}[a-z]?)\\b" + BEHIND);
  private static final Pattern SECTION =
      Pattern.compile(
          "§+\\s*(?<number>(?<part>\\d{1,5}[a-z]?)\\.[A-Za-z]?\\d+(?:\\([a-z]{1,2}\\)"
              + DASH
              + "\\d+\\w*|(?:\\w|"
              + DASH
              + "(?!\\d+[a-z]?\\.\\d))*)"
              + "(?:\\s?[–-]\\s?\\d+[a-z]?\\.\\d+\\w*)?)(?:\\.(?=\\s|$))?\\s*");
  private static final Pattern SUPPLEMENT =
      Pattern.compile(
          "(?i)supplement\\s+(?:no\\.?\\s*)?(?<number>[\\w‐‑–-]+)\\s+(?:to|of)\\s+part\\s+(?<part>\\d{1,5}[a-z]?)\\b"
              + BEHIND);
  private static final Pattern APPENDIX =
      Pattern.compile(
          "(?i)(?<word>appendix|annex|schedule|exhibit|supplement)\\s*(?<number>(?!to\\b|of\\b)[\\w‐‑–-]*)\\s+(?:to|of)"
              + "\\s+(?:(?<subpart>subpart\\s+\\w+)(?:\\s+(?:to|of)\\s+part\\s+(?<sub>\\d{1,5}[a-z]?))?"
              + "|part\\s+(?<part>\\d{1,5}[a-z]?)|(?<section>§\\s*[\\w.]+))"
              + BEHIND);

  /** A heading that only says where the next instruction works. */
  private static final Pattern LOCATOR =
      Pattern.compile(
          "(?s)[^\\[]*\\[\\s*(?:amended|corrected|removed|reserved|redesignated|added|revised|stayed"
              + "|suspended|withdrawn|transferred)\\b[^\\]]*\\]\\s*\\.?",
          Pattern.CASE_INSENSITIVE);

  /** The number of the part in a part heading. */
  static Optional<UnitHeading> part(String text, PartTitles titles) {
    Matcher part = PART.matcher(text);
    return part.lookingAt()
        ? Optional.of(new UnitHeading(titles.citation(part.group(1)), part.end()))
        : Optional.empty();
  }

  /** The section that a section heading names. */
  static Optional<UnitHeading> section(String text, PartTitles titles) {
    Matcher section = SECTION.matcher(text);
    if (!section.lookingAt()) {
      return Optional.empty();
    }
    String number = label(section.group("number").replaceAll("\\s?–\\s?", "-").replace(" ", ""));
    Citation part = titles.citation(section.group("part"));
    return Optional.of(new UnitHeading(part.then(Kind.SECTION, number), section.end()));
  }

  /**
   * The supplement or appendix that a heading names.
   *
   * @param current the part that the text stands in, for headings that name none
   */
  static Optional<UnitHeading> supplement(String text, PartTitles titles, Citation current) {
    Matcher supplement = SUPPLEMENT.matcher(text);
    if (supplement.lookingAt()) {
      return Optional.of(
          new UnitHeading(
              titles
                  .citation(supplement.group("part"))
                  .then(Kind.SUPPLEMENT, label(supplement.group("number"))),
              supplement.end()));
    }
    Matcher appendix = APPENDIX.matcher(text);
    if (!appendix.lookingAt()) {
      return Optional.empty();
    }
    String number = appendix.group("part") != null ? appendix.group("part") : appendix.group("sub");
    Citation part = number == null ? current : titles.citation(number);
    boolean isSupplement = appendix.group("word").equalsIgnoreCase("supplement");
    return Optional.of(
        new UnitHeading(
            part.then(isSupplement ? Kind.SUPPLEMENT : Kind.APPENDIX, label(appendix)),
            appendix.end()));
  }

  /** A number has one spelling, whichever dash a copy prints in it. */
  private static String label(String number) {
    return number.replaceAll(DASH, "-");
  }

  private static String label(Matcher appendix) {
    String number = label(appendix.group("number"));
    String of = appendix.group("subpart");
    String place = of == null ? appendix.group("section") : of;
    return place == null ? number : number + " to " + place;
  }

  /**
   * Whether a heading only says where the next instruction works: {@code § 744.23 [Amended]}. It is
   * printed before the instruction and sets nothing out.
   */
  static boolean isLocator(Block block) {
    return (block.kind() == BlockKind.SECTION_HEADING
            || block.kind() == BlockKind.SUPPLEMENT_HEADING
            || block.kind() == BlockKind.SUBPART_HEADING)
        && LOCATOR.matcher(Texts.plain(block.runs())).matches();
  }

  /** Whether a section heading is a line of a table of contents, which has no section sign. */
  static boolean isContents(Block block) {
    return block.kind() == BlockKind.SECTION_HEADING
        && !block.runs().isEmpty()
        && Character.isDigit(Texts.plain(block.runs()).charAt(0));
  }
}
