package org.ratchet.source.xml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of text is, told from its words alone. */
final class Wording {

  private static final int LONGEST_HEADING = 400;

  private static final Pattern GAP =
      Pattern.compile("(?i)\\[\\[\\s*(\\d{1,6}) paragraphs?(?:\\(s\\))? missing here\\s*]]");
  private static final Pattern LOCATOR =
      Pattern.compile("(\\d{1,2}) CFR (?:§ ?)?(\\d{1,5}[a-z]?\\.\\d+[a-z]?)\\.?");
  private static final Pattern PART = Pattern.compile("PARTS? \\d{1,5}[a-z]?\\b(?:\\s*[—–_-].*)?");
  private static final Pattern SUBPART =
      Pattern.compile("Subparts? [A-Z]{1,3}\\b(?:\\s*[—–_-].*|\\s*\\[.*])?");
  private static final Pattern SECTION =
      Pattern.compile(
          "§§? ?\\d{1,5}[a-z]?\\.\\d+[\\w-]*\\.?(?:\\s+(?:through|to|and|[–-])\\s+\\d+\\.\\d+\\w*)?"
              + "(?:\\s+(?=[\\p{Lu}\\d“\"'‘(\\[*]).*)?",
          Pattern.DOTALL);
  private static final Pattern SUPPLEMENT =
      Pattern.compile(
          "(?i)(?:supplement|appendix)\\s+(?:nos?\\.?\\s*)?\\w+\\s+(?:to|of)\\s+(?:sub)?part\\s+\\w+"
              + "(?:\\s+(?:to|of)\\s+part\\s+\\w+)?(?:\\s*[—–-].*|\\s*\\[.*]|[.:]?)",
          Pattern.DOTALL);
  private static final Pattern PRODUCT_GROUP =
      Pattern.compile(
          "(?i)part \\d{1,2} ?[–—-].{1,80}? (?<group>[A-E]\\. \\W?(?:end items|systems|test|materials"
              + "|software|technology)\\b.*)");

  private static final Pattern DOUBLED =
      Pattern.compile("(?<words>\\p{Lu}\\S{0,30}(?: \\S{1,30}){1,4}) \\k<words>\\b");

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?:ECCN )?\\d[A-E]\\d{3}(?: ?[:—–] ?|\\s+)(?=[\\p{Lu}“\"‘'\\[]).*", Pattern.DOTALL);
  private static final Pattern NO_ENTRY =
      Pattern.compile("\\d[A-E]\\d{3}\\s+(?:Notes?|Technical Notes?|Items?)\\b.*", Pattern.DOTALL);
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:(?:Technical|Heading|Control|License Requirements?) )?(?:Notes?|NOTES?)"
              + "(?: \\d{1,3}[a-z]?)?(?: (?:to|for|on) [^:.—]{1,160})?\\s?[:—]");
  private static final Pattern STATUS =
      Pattern.compile(
          "(?i)(?:editorial note|effective date note)s?\\b.*|link to an amendment published at .*"
              + "|at \\d+ FR \\d+, .*",
          Pattern.DOTALL);
  private static final Pattern SOURCE =
      Pattern.compile("\\[\\s*(?:\\d+ FR \\d+|CGD |T\\.D\\. |Order ).*]", Pattern.DOTALL);
  private static final Pattern AUTHORITY = Pattern.compile("(?i)authority\\s?:");
  private static final Pattern SOURCE_NOTE = Pattern.compile("(?i)source\\s?:(?=\\s*\\d+ FR )");
  private static final Pattern CAPTION =
      Pattern.compile(
          "(?:AGENCY|AGENCIES|ACTIONS?|SUMMARY|DATES?|[A-Z]+ DATES?|ADDRESS(?:ES)?|COMMENTS"
              + "|FOR FURTHER INFORMATION(?: CONTACT)?|SUPPLEMENTARY INFORMATION)\\s?:");
  private static final Pattern FILED =
      Pattern.compile("\\[\\s*FR Doc\\.?\\s+([\\w\\u2013-]+)\\s+Filed\\b.{0,80}", Pattern.DOTALL);
  private static final Pattern BILLING = Pattern.compile("(?i)billing code\\b.{0,60}");
  private static final Pattern CFR_LINE =
      Pattern.compile(
          "\\d{1,2} CFR (?:Parts?|Chapters?|Ch\\.|Subtitle|Subchapter)\\b.*", Pattern.DOTALL);
  private static final Pattern DOCKET =
      Pattern.compile("\\[[^\\]]*(?:Docket|No\\.|Notice|Order|-\\d)[^\\]]*]", Pattern.DOTALL);
  private static final Pattern RIN = Pattern.compile("RINs?:? \\d{4}-[A-Z0-9]{4}.*");
  private static final Pattern SENTENCES = Pattern.compile("[\\p{Ll})”]\\. +\\p{Lu}\\p{Ll}");

  private Wording() {}

  static boolean isStars(String text) {
    return text.startsWith("*")
        && text.chars().allMatch(c -> c == '*' || Character.isWhitespace(c))
        && text.chars().filter(c -> c == '*').count() >= 3;
  }

  /** How many paragraphs a mark says are missing from the file; 0 if the text is no such mark. */
  static int missing(String text) {
    Matcher gap = GAP.matcher(text);
    return gap.matches() ? Integer.parseInt(gap.group(1)) : 0;
  }

  /** A line that only cites the section that follows: {@code 15 CFR 740.2}. */
  static Optional<Matcher> locator(String text) {
    Matcher locator = LOCATOR.matcher(text);
    return locator.matches() ? Optional.of(locator) : Optional.empty();
  }

  static boolean isPart(String text) {
    return isHeadingLike(text) && PART.matcher(text).matches();
  }

  static boolean isSubpart(String text) {
    return isHeadingLike(text) && SUBPART.matcher(text).matches();
  }

  static boolean isSection(String text) {
    return isHeadingLike(text) && SECTION.matcher(text).matches();
  }

  static boolean isSupplement(String text) {
    return isHeadingLike(text) && SUPPLEMENT.matcher(text).matches();
  }

  /** The heading of an entry of the Commerce Control List: its number and a title. */
  static boolean isEntry(String text) {
    return ENTRY.matcher(text).matches() && !NO_ENTRY.matcher(text).matches();
  }

  /** A heading in markup that opens with the number of an entry heads that entry. */
  static boolean isEntryHeading(String heading) {
    return ENTRY.matcher(heading).matches();
  }

  /**
   * Where the heading of a product group begins in a heading that also names the part of the
   * category it stands in; 0 if it does not. The groups are those of 15 CFR 738.2(b).
   */
  static int productGroup(String heading) {
    Matcher group = PRODUCT_GROUP.matcher(heading);
    return group.matches() ? group.start("group") : 0;
  }

  /** Length of the words that a heading opens with twice, and the space behind; 0 if none. */
  static int doubled(String heading) {
    Matcher doubled = DOUBLED.matcher(heading);
    return doubled.lookingAt() ? doubled.end("words") + 1 : 0;
  }

  /** Length of the run-in heading of a note, 0 if the text opens with none. */
  static int note(String text) {
    return opening(NOTE, text);
  }

  static boolean isStatus(String text) {
    return STATUS.matcher(text).matches();
  }

  static boolean isSource(String text) {
    return SOURCE.matcher(text).matches();
  }

  static int sourceNote(String text) {
    return opening(SOURCE_NOTE, text);
  }

  static int authority(String text) {
    return opening(AUTHORITY, text);
  }

  /** Length of a caption of a document's head, 0 if the text opens with none. */
  static int caption(String text) {
    return opening(CAPTION, text);
  }

  /** The document number of a line {@code [FR Doc. 2092-00121 Filed …]}. */
  static Optional<String> filed(String text) {
    Matcher filed = FILED.matcher(text);
    return filed.matches() ? Optional.of(filed.group(1).replace('\u2013', '-')) : Optional.empty();
  }

  static boolean isBilling(String text) {
    return BILLING.matcher(text).matches();
  }

  static boolean isCfrLine(String text) {
    return CFR_LINE.matcher(text).matches();
  }

  static boolean isDocket(String text) {
    return DOCKET.matcher(text).matches();
  }

  static boolean isRin(String text) {
    return RIN.matcher(text).matches();
  }

  static boolean isCapitals(String text) {
    return text.chars().filter(Character::isLetter).count() > 3
        && text.chars().noneMatch(Character::isLowerCase);
  }

  private static int opening(Pattern pattern, String text) {
    Matcher opening = pattern.matcher(text);
    return opening.lookingAt() ? opening.end() : 0;
  }

  /** A heading is no longer than a few lines and is not several sentences. */
  private static boolean isHeadingLike(String text) {
    return text.length() <= LONGEST_HEADING && !SENTENCES.matcher(text).find();
  }
}
