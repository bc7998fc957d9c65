package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Bound.Comparator;
import org.ratchet.meaning.Criterion.Threshold;

/**
 * A comparison with what another paragraph limits, which has no number of its own: an integrated
 * circuit that "exceeds the limit in 3A991.p". It is read as a ratio to that limit, so that
 * "exceeds" and "meets or exceeds" differ by the item that stands right at it.
 *
 * @param words what is compared
 * @param threshold the ratio, more than 1 or at least 1
 */
record ReferredLimit(String words, Threshold threshold) {

  private static final String RATIO = "ratio to the limits of ";

  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i)^(.*?)(, any of which|,? (?:that|which))?( also)? "
              + "(?:(meets? or exceeds?|meeting or exceeding|equals? or exceeds?|equaling or exceeding)"
              + "|exceeds?|exceeding) (?:any of )?the (?:performance )?(?:limits?|parameters?|thresholds?|values?)"
              + " (?:in|of|specified (?:in|by)|set out in|stated in|listed in) (?:ECCN )?("
              + Criteria.SUBJECT.pattern()
              + ")$");

  /** "Circuits, any of which is red" are the same as "one or more circuits that are red". */
  private static final Pattern HOLDER =
      Pattern.compile(
          "(?i)^(.*\\b(?:contain|contains|containing|have|has|having|with|incorporat(?:e|es|ing)))"
              + " (?!one or more )(.+)$");

  /** Words before the comparison that turn it. */
  private static final Pattern TURNS =
      Pattern.compile(
          "(?i)\\b(?:no|not|none|neither|nor|never|without|except|excluding|other than|unless|than|all|each|every|if|when)\\b");

  private static final Pattern MENTION =
      Pattern.compile(
          "(?i)\\bexceed(?:s|ing)?\\b[^;.]{0,40}\\b(?:limits?|parameters?|thresholds?) (?:in|of|specified (?:in|by)|set out in|stated in|listed in) (?:ECCN )?"
              + Criteria.SUBJECT.pattern());

  /** Whether a text compares with the limits of another paragraph, in whatever words. */
  static boolean mentions(String text) {
    return text.contains(" exceed") && MENTION.matcher(text).find();
  }

  /** The comparison that a text ends with, if nothing else follows it and nothing turns it. */
  static Optional<ReferredLimit> of(String text) {
    // Few texts compare so: asked first, since the pattern looks at every word.
    if (!text.contains(" exceed")) {
      return Optional.empty();
    }
    Matcher limit = LIMIT.matcher(text);
    if (!limit.matches() || TURNS.matcher(limit.group(1)).find()) {
      return Optional.empty();
    }
    String words = limit.group(1);
    if (limit.group(2) != null && limit.group(2).contains("any")) {
      words = HOLDER.matcher(words).replaceFirst("$1 one or more $2");
    }
    Comparator comparator = limit.group(4) == null ? Comparator.MORE_THAN : Comparator.AT_LEAST;
    return Optional.of(
        new ReferredLimit(
            words,
            new Threshold(
                new Quantity(RATIO + limit.group(5), ""), new Bound(comparator, BigDecimal.ONE))));
  }

  /**
   * Whether the limits that a criterion refers to moved the other way, so that what is decided
   * against the ratio need not hold of an item.
   *
   * @param own the entry of the criterion, whose own changes are judged with it
   * @param gained whether the criterion covers more than before
   */
  static boolean movedAgainst(
      Criterion criterion, Citation own, boolean gained, EntryDifferences differences) {
    return criterion.quantities().stream()
        .flatMap(quantity -> entry(quantity).stream())
        .filter(entry -> !entry.equals(own))
        .anyMatch(
            entry ->
                differences.alone(entry)
                    || differences
                        .of(entry)
                        .filter(d -> !(gained ? d.losses() : d.gains()).portions().isEmpty())
                        .isPresent());
  }

  /** The entry whose limits a quantity is the ratio to. */
  private static Optional<Citation> entry(Quantity quantity) {
    return quantity.name().startsWith(RATIO)
        ? Optional.of(Citation.parse("ECCN " + quantity.name().substring(RATIO.length())))
            .map(cited -> cited.upTo(Kind.ECCN))
        : Optional.empty();
  }
}
