package org.ratchet.meaning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.meaning.Bound.Comparator;
import org.ratchet.text.NormalText;

/** A text as amounts, comparisons and words. */
final class ThresholdTokens {

  /** Comparisons that stand before the number. */
  private static final Map<String, Comparator> BEFORE = new TreeMap<>();

  /** Comparisons that stand after it. */
  private static final Map<String, Comparator> AFTER = new TreeMap<>();

  static {
    for (String more : List.of("more", "greater", "higher", "larger", "longer", "wider")) {
      BEFORE.put(more + " than", Comparator.MORE_THAN);
      BEFORE.put(more + " than or equal to", Comparator.AT_LEAST);
      BEFORE.put("equal to or " + more + " than", Comparator.AT_LEAST);
      BEFORE.put("not " + more + " than", Comparator.AT_MOST);
      BEFORE.put("no " + more + " than", Comparator.AT_MOST);
      AFTER.put("or " + more, Comparator.AT_LEAST);
    }
    for (String less : List.of("less", "fewer", "lower", "smaller", "shorter")) {
      BEFORE.put(less + " than", Comparator.LESS_THAN);
      BEFORE.put(less + " than or equal to", Comparator.AT_MOST);
      BEFORE.put("equal to or " + less + " than", Comparator.AT_MOST);
      BEFORE.put("not " + less + " than", Comparator.AT_LEAST);
      BEFORE.put("no " + less + " than", Comparator.AT_LEAST);
      AFTER.put("or " + less, Comparator.AT_MOST);
    }
    for (String above : List.of("exceeding", "exceeds", "exceed", "above", "in excess of", ">")) {
      BEFORE.put(above, Comparator.MORE_THAN);
    }
    for (String least : List.of("at least", "a minimum of", "not below", "≥", ">=")) {
      BEFORE.put(least, Comparator.AT_LEAST);
    }
    for (String better :
        List.of("less (better)", "lower (better)", "less/better", "lower/better")) {
      BEFORE.put(better + " than", Comparator.LESS_THAN);
      BEFORE.put("equal to or " + better + " than", Comparator.AT_MOST);
      BEFORE.put(better + " than or equal to", Comparator.AT_MOST);
      AFTER.put("or " + better, Comparator.AT_MOST);
    }
    for (String most :
        List.of(
            "not exceeding",
            "not to exceed",
            "up to and including",
            "a maximum of",
            "at most",
            "≤",
            "<=")) {
      BEFORE.put(most, Comparator.AT_MOST);
    }
    for (String least : List.of("equal to or exceeding", "equal to or above", "at or above")) {
      BEFORE.put(least, Comparator.AT_LEAST);
    }
    BEFORE.put("finer than", Comparator.LESS_THAN);
    AFTER.put("or finer", Comparator.AT_MOST);
    BEFORE.put("below or equal to", Comparator.AT_MOST);
    BEFORE.put("above or equal to", Comparator.AT_LEAST);
    BEFORE.put("equal to or below", Comparator.AT_MOST);
    BEFORE.put("at or below", Comparator.AT_MOST);
    BEFORE.put("below", Comparator.LESS_THAN);
    BEFORE.put("<", Comparator.LESS_THAN);
    AFTER.put("or above", Comparator.AT_LEAST);
    AFTER.put("or below", Comparator.AT_MOST);
  }

  private static final Pattern COMPARISON = alternatives(BEFORE);
  private static final Pattern SUFFIX = alternatives(AFTER);
  private static final Pattern SUFFIXED = Pattern.compile(",? " + SUFFIX.pattern());

  /** References that are more than one token. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)(?:supplement|supp\\.|part|notes?|category|column|table|footnote)s? (?:no\\. ?)?\\d+\\b"
              + "|C\\.?A\\.?S\\.?(?: No\\.)? ?#? ?\\d{2,7}-\\d\\d-\\d");

  /** The same amount again in another unit: {@code 75 W (48.75 dBm)}, {@code 398 K (+125 °C)}. */
  private static final Pattern EQUIVALENT =
      Pattern.compile(
          "\\s?\\((?:approximately |about )?[+−-]?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?[×x]\\s?10\\^[−-]?\\d{1,3})?[ -]?[\\p{L}°µΩ%][\\p{L}°µΩ%/²³^\\d.]*\\)");

  private static final Pattern QUANTIFIER =
      Pattern.compile("(?i)(?:one|two|three|four) or (?:more|less|fewer)|more than one");
  private static final Pattern DATE = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{2,4}");
  private static final Pattern NUMBER = Pattern.compile(Numbers.PATTERN);

  /** What makes a ratio of a number: {@code 10:1}. */
  private static final Pattern RATIO = Pattern.compile(":(\\d+(?:\\.\\d+)?)(?![\\w:])");

  /** A unit that no table has, told by its form: {@code A/µs}, {@code J/cm^3}. */
  private static final Pattern UNIT_BY_FORM =
      Pattern.compile(
          "[ -]?([\\p{L}°µΩ]{1,6}(?:/[\\p{L}°µΩ]{1,6}(?:[²³]|\\^?[23])?)+)(?![\\p{L}\\p{N}/²³^-])");

  /** What a unit is counted by: {@code 7 microns per minute}. */
  private static final Pattern PER = Pattern.compile(" per \\p{L}+(?![\\p{L}\\p{N}/²³^-])");

  /** A number that a hyphen joins to its unit: {@code 12-bit}. */
  private static final Pattern JOINED = Pattern.compile("[\\d,.]+-\\p{L}+");

  private ThresholdTokens() {}

  /** A piece of the text. */
  sealed interface Token {
    int start();

    int end();
  }

  /**
   * A number and the unit behind it.
   *
   * @param unit as printed, empty if none is known
   */
  record Amount(int start, int end, BigDecimal value, String unit) implements Token {}

  /** A comparison; it stands before its number or after it. */
  record Compare(int start, int end, Comparator comparator, boolean suffix) implements Token {}

  /** Anything else: a word, a reference to another provision, or a mark. */
  record Word(int start, int end, String text) implements Token {
    boolean is(String other) {
      return text.equalsIgnoreCase(other);
    }
  }

  private static Pattern alternatives(Map<String, Comparator> phrases) {
    return Pattern.compile(
        phrases.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?i)(?:", ")(?![\\p{L}])")));
  }

  /** The tokens of a text. */
  static List<Token> of(NormalText normal, Vocabulary vocabulary) {
    String text = normal.text();
    List<Token> tokens = new ArrayList<>();
    Pattern unit = vocabulary.unitPattern();
    int at = 0;
    for (org.ratchet.text.Token word : normal.tokens()) {
      while (at < word.end()) {
        // A phrase or an amount may have ended within a token.
        Token token = next(text, Math.max(at, word.start()), word, unit);
        token = joined(text, token, tokens, unit).orElse(token);
        tokens.add(token);
        at = token.end();
      }
    }
    return tokens;
  }

  private static Token next(String text, int at, org.ratchet.text.Token word, Pattern unit) {
    switch (word.kind()) {
      case CITATION, QUOTED -> {
        return word(text, at, word.end());
      }
      case NUMBER -> {
        return DATE.matcher(word.text()).matches()
            ? word(text, at, word.end())
            : amount(text, at, unit).orElseGet(() -> word(text, at, word.end()));
      }
      default -> {}
    }
    for (Pattern whole : List.of(REFERENCE, QUANTIFIER)) {
      Matcher matcher = at(whole, text, at);
      if (matcher.lookingAt()) {
        return word(text, at, matcher.end());
      }
    }
    Matcher suffix = at(SUFFIX, text, at);
    if (suffix.lookingAt()) {
      return new Compare(at, suffix.end(), comparator(AFTER, suffix.group()), true);
    }
    Matcher comparison = at(COMPARISON, text, at);
    if (comparison.lookingAt()) {
      return new Compare(at, comparison.end(), comparator(BEFORE, comparison.group()), false);
    }
    return word(text, at, word.end());
  }

  /** A number joined to its unit, where it is compared with and no part of a name. */
  private static Optional<Token> joined(
      String text, Token token, List<Token> before, Pattern unit) {
    if (!(token instanceof Word word) || !JOINED.matcher(word.text()).matches()) {
      return Optional.empty();
    }
    boolean compared =
        (!before.isEmpty() && before.get(before.size() - 1) instanceof Compare)
            || at(SUFFIXED, text, word.end()).lookingAt();
    return compared ? amount(text, word.start(), unit) : Optional.empty();
  }

  private static Matcher at(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
  }

  private static Comparator comparator(Map<String, Comparator> phrases, String printed) {
    Comparator comparator = phrases.get(printed.toLowerCase(Locale.ROOT));
    if (comparator == null) {
      throw new IllegalStateException("no such comparison: " + printed);
    }
    return comparator;
  }

  private static Optional<Token> amount(String text, int at, Pattern unit) {
    Matcher number = at(NUMBER, text, at);
    if (!number.lookingAt()) {
      return Optional.empty();
    }
    int end = number.end();
    Matcher ratio = at(RATIO, text, end);
    if (ratio.lookingAt()) {
      return Numbers.parse(number.group())
          .flatMap(one -> Numbers.parse(ratio.group(1)).flatMap(two -> quotient(one, two)))
          .map(value -> new Amount(at, ratio.end(), value, ""));
    }
    Matcher printed = at(unit, text, end);
    boolean measured = printed.lookingAt();
    if (!measured) {
      printed = at(UNIT_BY_FORM, text, end);
      measured = printed.lookingAt();
    }
    boolean glued = !measured && end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    Optional<BigDecimal> value = Numbers.parse(number.group());
    if (glued || value.isEmpty()) {
      return Optional.empty();
    }
    if (!measured) {
      return Optional.of(new Amount(at, end, value.get(), ""));
    }
    Matcher per = at(PER, text, printed.end());
    int past = per.lookingAt() ? per.end() : printed.end();
    String whole = printed.group(1) + text.substring(printed.end(), past);
    Matcher again = at(EQUIVALENT, text, past);
    return Optional.of(new Amount(at, again.lookingAt() ? again.end() : past, value.get(), whole));
  }

  private static Optional<BigDecimal> quotient(BigDecimal one, BigDecimal two) {
    return two.signum() == 0
        ? Optional.empty()
        : Optional.of(one.divide(two, MathContext.DECIMAL64));
  }

  private static Word word(String text, int start, int end) {
    return new Word(start, end, text.substring(start, end));
  }
}
