package org.ratchet.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;

/**
 * Where text stands that an instruction sets out without a heading: the unit that its words name,
 * else the unit in the heading above the instruction, else the part it stands under.
 */
final class SetOutPlace {

  private static final Pattern SUPPLEMENT =
      Pattern.compile(
          "(?i)\\b(supplement|appendix)\\s+(?:no\\.?\\s*)?([A-Z]|\\d+|[IVX]+)\\b(?:\\s+(?:to|of)\\s+part\\s+(\\d{1,5}[a-z]?))?");
  private static final Pattern SECTION =
      Pattern.compile("(?i)(?:§+|\\bsections?)\\s*((\\d{1,5}[a-z]?)\\.\\d+[a-z]{0,2})");
  private static final Pattern PART = Pattern.compile("(?i)\\bparts?\\s+(\\d{1,5}[a-z]?)\\b");

  private SetOutPlace() {}

  /**
   * The place.
   *
   * @param words those of the instruction with its lettered items
   * @param part the part it stands under; {@link Citation#ROOT} if no heading says so
   * @param above the unit that the heading above the instruction names
   */
  static Citation of(String words, Citation part, Optional<Citation> above, PartTitles titles) {
    Optional<Citation> supplement = supplement(words, part, titles);
    if (supplement.isPresent()) {
      return supplement.get();
    }
    Matcher section = SECTION.matcher(words);
    if (section.find()) {
      return titles.citation(section.group(2)).then(Kind.SECTION, section.group(1));
    }
    if (above.isPresent()) {
      return above.get();
    }
    Matcher named = PART.matcher(words);
    return part.steps().isEmpty() && named.find() ? titles.citation(named.group(1)) : part;
  }

  /** A supplement whose part is not named belongs to the part that the instruction stands under. */
  private static Optional<Citation> supplement(String words, Citation part, PartTitles titles) {
    Matcher supplement = SUPPLEMENT.matcher(words);
    if (!supplement.find()) {
      return Optional.empty();
    }
    String number = supplement.group(3);
    Citation holder = number == null ? part : titles.citation(number);
    Kind kind =
        supplement.group(1).equalsIgnoreCase("supplement") ? Kind.SUPPLEMENT : Kind.APPENDIX;
    return holder.steps().isEmpty()
        ? Optional.empty()
        : Optional.of(holder.then(kind, supplement.group(2)));
  }
}
