package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ratchet.meaning.Bound.Comparator;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Threshold;
import org.ratchet.meaning.ThresholdTokens.Amount;
import org.ratchet.meaning.ThresholdTokens.Compare;
import org.ratchet.meaning.ThresholdTokens.Token;
import org.ratchet.meaning.ThresholdTokens.Word;
import org.ratchet.meaning.Vocabulary.Mention;
import org.ratchet.meaning.Vocabulary.Unit;
import org.ratchet.text.NormalText;

/**
 * One stretch of text without a list under it: thresholds joined by "and" or by "or", and the words
 * around them as one atom. Where a number, a comparison or the scope of a connective is not
 * understood, the whole stretch is one incomplete atom.
 */
final class ThresholdText {

  private static final int LONGEST_NAME = 12;

  /** How many words name the things that are counted, at most. */
  private static final int LONGEST_THING = 6;

  /** What stands before a count of things, which have no other quantity. */
  private static final Pattern COUNTS =
      Pattern.compile("(?i)^\\s*$|\\b(?:having|has|have|with|containing)\\s*$");

  /** Words that may follow a number without being its unit. */
  private static final Set<String> AFTER_NUMBER =
      Set.of(
          "and",
          "or",
          "at",
          "in",
          "for",
          "when",
          "with",
          "over",
          "to",
          "of",
          "but",
          "having",
          "that",
          "which",
          "from",
          "on",
          "as",
          "measured",
          "is",
          "are",
          "under",
          "within",
          "by",
          "if",
          "where",
          "any",
          "all",
          "aggregated",
          "including",
          "excluding",
          "other",
          "averaged",
          "across",
          "after",
          "while",
          "into",
          "during",
          "without",
          "each",
          "unless",
          "except");

  /** Words that may begin an alternative or another case. */
  private static final Set<String> CASES =
      Set.of("or", "respectively", "otherwise", "case", "cases", "except", "unless", "else");

  /** Words that make another unit, or another number, of a number with a unit. */
  private static final Set<String> COMPOUNDS =
      Set.of("per", "x", "×", "by", "squared", "cubed", "times", "divided", "multiplied", "*", "/");

  private static final Pattern TURNS =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:except|excluding|other than|unless|not|without|never|neither|nor|if|when|provided|no|incapable|unable|cannot|lacking)\\b");
  private static final Pattern CLOSED =
      Pattern.compile(
          "(?i),\\s*(?:and\\s+)?(?:having|with|that ha(?:s|ve)|which ha(?:s|ve))\\b|[.;]\\s");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)^[\\s,;]*(?:(and|but|or)\\b)?[\\s,;]*(?:(?:having|has|have|with|is|are|to|also|either|both)\\s+)*"
              + "(?:(?:an?|the)\\b)?[\\s,]*$");
  private static final Pattern QUOTED = Pattern.compile("(?<![\\p{L}])['\"]([^'\"]{3,80})['\"]");
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)\\b(?:having|has|have|with|whose|that|which|and|or|is|are|(?<!\\b(?:of|on) )(?:an?|the|any))\\s+|[,;:()]\\s*");
  private static final Pattern TRAILING =
      Pattern.compile(
          "(?i)[\\s,:]*\\b(?:of|is|are|be|being|having|has|have|(?<!-)values?|equal to|to|at|rated)\\s*$"
              + "|[\\s,:]+$");

  /** A figure computed from others, of which the last is no name. */
  private static final Pattern COMPUTED =
      Pattern.compile(
          "(?i)\\b(?:(?:product|sum|quotient|difference) (?:of|between)|times|(?:divided|multiplied) by)\\b");

  /** Words behind a threshold that may fulfil a criterion without it. */
  private static final Pattern ALTERNATIVE =
      Pattern.compile(
          "(?i)^(?:\\s*\\([^()]*\\))?,? or\\b"
              + "|\\bor (?:having|with|capable|designed|rated|that|which|incorporating|containing)\\b");

  /** Brackets that are not closed. */
  private static final Pattern OPEN = Pattern.compile("\\([^()]*$");

  /** Other words for a quantity in brackets behind it: {@code beam energy (voltage) of}. */
  private static final Pattern GLOSS =
      Pattern.compile("(?<=\\p{L}) \\([^()\\d]{1,40}\\)(?:,? (?:of|is|at|to|rated))*\\s*$");

  /** What may stand between a quoted quantity and its number. */
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?i)\\s*(?:(?:,? ?(?:over|aggregated|summed|measured|calculated|added up) [^;:.]*)?,?\\s*"
              + "(?:of|is|are|be|being|has|have|values?|equal to|to|at|rated|that|which)?\\s*)*");

  /** The same for a known quantity, its short form in brackets, and figures computed or put out. */
  private static final Pattern MEANT =
      Pattern.compile(
          "(?i)['\"]?\\)?(?:\\s*\\(['\"]?\\w+['\"]?\\))?(?:,? (?:computed|put out|for|in|at|when|measured|obtained) [^;:.]*)?"
              + QUALIFIED.pattern().substring("(?i)".length()));

  /** Words that are no quantity: references, numbers, and participles whose object is missing. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "\\d|\\b(?:designed|rated|contain|contains|containing|used|made|from|between|sum|total|capable"
              + "|in|at|across|over|within|by|for|from|than|while|when|into|onto|under)$");

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** Words that join a stretch of text to what stands around it. */
  private static final Set<String> JOINTS =
      Set.of("and", "or", "having", "with", "of", "that", "which", "have", "has");

  /** An abbreviation in brackets behind its long form is no designator. */
  private static final Pattern ABBREVIATION = Pattern.compile("^\\((\\p{Lu}\\w+)\\)$");

  private static final Pattern INNER_OR = Pattern.compile("(?i)\\bor\\b");

  private final Vocabulary vocabulary;
  private final String text;
  private final List<Token> tokens;
  private final List<Found> found = new ArrayList<>();
  private @Nullable List<Mention> mentions;

  /** Whether every number in the words is understood. */
  private boolean complete = true;

  private ThresholdText(String text, Vocabulary vocabulary) {
    NormalText normal = NormalText.of(text);
    this.text = normal.text();
    this.vocabulary = vocabulary;
    this.tokens = ThresholdTokens.of(normal, vocabulary);
  }

  /** The criterion that a text states. */
  static Criterion of(String text, Vocabulary vocabulary) {
    ThresholdText parser = new ThresholdText(text, vocabulary);
    return parser.parse().orElseGet(parser::incomplete);
  }

  /** The text with one kind of space, of quotation mark and of dash. */
  static String normalise(String text) {
    return NormalText.of(text).text();
  }

  /**
   * Words as a key: lower case, without quotation marks, articles and what joins them to others.
   */
  static String key(String words) {
    List<String> kept = new ArrayList<>();
    for (org.ratchet.text.Token token : NormalText.of(words).tokens()) {
      String plain = plain(token);
      if (!plain.isEmpty() && !ARTICLES.contains(plain)) {
        kept.add(plain);
      }
    }
    int from = 0;
    int to = kept.size();
    while (from < to && JOINTS.contains(kept.get(from))) {
      from++;
    }
    while (to > from && JOINTS.contains(kept.get(to - 1))) {
      to--;
    }
    return String.join(" ", kept.subList(from, to));
  }

  private static String plain(org.ratchet.text.Token token) {
    String text = token.text().toLowerCase(Locale.ROOT);
    return switch (token.kind()) {
      case QUOTED -> key(text.substring(1, text.length() - 1));
      case MARK -> "'\",;:.()[]".contains(text) ? "" : text;
      case CITATION ->
          ABBREVIATION.matcher(token.text()).replaceFirst("$1").toLowerCase(Locale.ROOT);
      default -> text;
    };
  }

  /** Thresholds on one quantity with one connective before them. */
  private record Found(int start, int end, boolean alternative, List<Criterion> thresholds) {}

  private record Limit(Comparator comparator, Amount amount) {}

  private Optional<Criterion> parse() {
    StringBuilder words = new StringBuilder();
    int from = 0;
    int at = 0;
    while (at < tokens.size()) {
      int things = things(from, at);
      if (things > 0) {
        if (!addCount(from, at, things, words)) {
          return opaqueFrom(from, words);
        }
        at += 2 + things;
        from = tokens.get(at - 1).end();
        continue;
      }
      int length = comparisonAt(at);
      if (length == 0) {
        boolean understood = tokens.get(at) instanceof Word || alone(at) || named(at);
        if (!understood && !(tokens.get(at) instanceof Amount)) {
          return opaqueFrom(from, words);
        }
        complete &= understood;
        at++;
        continue;
      }
      List<Limit> limits = limits(at, length);
      if (!addThresholds(from, at, at + length, limits, words)) {
        return opaqueFrom(from, words);
      }
      at += length;
      from = tokens.get(at - 1).end();
    }
    String rest = text.substring(from);
    if (found.isEmpty()) {
      String key = key(text);
      return Optional.of(key.isEmpty() ? Criterion.always() : new Opaque(key, complete));
    }
    if (anyAlternative() && (INNER_OR.matcher(rest).find() || !key(rest).isEmpty())) {
      return Optional.empty();
    }
    if (ALTERNATIVE.matcher(rest).find()) {
      return Optional.empty();
    }
    words.append(' ').append(rest);
    return joined(key(words.toString()));
  }

  /**
   * The thresholds found so far, and the rest of the text as words that narrow them further; none
   * if the rest may be an alternative to them or say something else for another case.
   */
  private Optional<Criterion> opaqueFrom(int from, StringBuilder words) {
    String rest = text.substring(from);
    boolean joins =
        tokens.stream()
            .anyMatch(
                token ->
                    token.start() >= from
                        && token instanceof Word word
                        && CASES.contains(word.text().toLowerCase(Locale.ROOT)));
    if (found.isEmpty() || anyAlternative() || joins) {
      return Optional.empty();
    }
    complete = false;
    words.append(' ').append(rest);
    return joined(key(words.toString()));
  }

  private boolean anyAlternative() {
    return found.stream().skip(1).anyMatch(Found::alternative);
  }

  private Optional<Criterion> joined(String words) {
    List<Criterion> parts = new ArrayList<>();
    if (!words.isEmpty()) {
      parts.add(new Opaque(words, complete));
    }
    if (anyAlternative()) {
      if (!found.stream().skip(1).allMatch(Found::alternative)) {
        return Optional.empty();
      }
      parts.add(Criterion.any(found.stream().map(f -> Criterion.all(f.thresholds())).toList()));
    } else {
      found.forEach(f -> parts.addAll(f.thresholds()));
    }
    return Optional.of(Criterion.all(parts));
  }

  /** How many tokens from here on state one comparison; 0 if they state none. */
  private int comparisonAt(int at) {
    if (word(at, "from")
        && amount(at + 1)
        && word(at + 2, "to")
        && upper(at + 3)
        && amount(at + 4)) {
      return 5;
    }
    if (amount(at) && compare(at + 1, true)) {
      return 2;
    }
    if (amount(at) && word(at + 1, ",") && compare(at + 2, true)) {
      return 3;
    }
    if (compare(at, false) && amount(at + 1) && unitKnown(at + 1)) {
      return 2;
    }
    return 0;
  }

  /** How many words from behind a comparison say what things are counted; 0 if it is no count. */
  private int things(int from, int at) {
    boolean counts =
        compare(at, false)
            && amount(at + 1)
            && ((Amount) tokens.get(at + 1)).unit().isEmpty()
            && COUNTS.matcher(text.substring(from, tokens.get(at).start())).find();
    int past = at + 2;
    while (counts
        && past < Math.min(tokens.size(), at + 2 + LONGEST_THING)
        && tokens.get(past) instanceof Word word
        && isThing(word.text().toLowerCase(Locale.ROOT))) {
      past++;
    }
    return past - at - 2;
  }

  private static boolean isThing(String word) {
    return Character.isLetter(word.charAt(0))
        && !AFTER_NUMBER.contains(word)
        && !COMPOUNDS.contains(word)
        && !word.equals("capable");
  }

  /** Adds a count of things: {@code more than 5 tunable resonators}. */
  private boolean addCount(int from, int at, int things, StringBuilder words) {
    int start = tokens.get(at).start();
    int end = tokens.get(at + 1 + things).end();
    String region = text.substring(from, start);
    Matcher link = LINK.matcher(region);
    boolean alternative = link.matches() && "or".equalsIgnoreCase(link.group(1));
    boolean unclear = !link.matches() && INNER_OR.matcher(region).find();
    if (turned(region) || (!found.isEmpty() && unclear)) {
      return false;
    }
    words.append(' ').append(region);
    String name = key(text.substring(tokens.get(at + 2).start(), end));
    return found.add(
        new Found(
            start,
            at + 2 + things,
            alternative && !found.isEmpty(),
            thresholds(name, limits(at, 2))));
  }

  private List<Limit> limits(int at, int length) {
    if (length == 5) {
      return List.of(
          new Limit(Comparator.AT_LEAST, (Amount) tokens.get(at + 1)),
          new Limit(((Compare) tokens.get(at + 3)).comparator(), (Amount) tokens.get(at + 4)));
    }
    boolean suffix = tokens.get(at) instanceof Amount;
    Compare compare = (Compare) tokens.get(suffix ? at + length - 1 : at);
    Amount amount = (Amount) tokens.get(suffix ? at : at + 1);
    return List.of(new Limit(compare.comparator(), amount));
  }

  /** A comparison without a number compares with something else, said in words. */
  private boolean alone(int at) {
    return tokens.get(at) instanceof Compare
        && !amount(at - 1)
        && !amount(at + 1)
        && !amount(at + 2);
  }

  /** A number that belongs to the name of a quantity: "multiplied by 8". */
  private boolean named(int at) {
    if (!amount(at)) {
      return false;
    }
    if (mentions == null) {
      mentions = vocabulary.mentions(text);
    }
    Token token = tokens.get(at);
    return mentions.stream().anyMatch(m -> m.start() <= token.start() && token.end() <= m.end());
  }

  private boolean word(int at, String word) {
    return at < tokens.size() && tokens.get(at) instanceof Word token && token.is(word);
  }

  private boolean amount(int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at) instanceof Amount;
  }

  private boolean compare(int at, boolean suffix) {
    return at < tokens.size()
        && tokens.get(at) instanceof Compare token
        && token.suffix() == suffix;
  }

  private boolean upper(int at) {
    return compare(at, false) && !((Compare) tokens.get(at)).comparator().lower();
  }

  /** Whether no word behind an amount can be its unit, or a part of it. */
  private boolean unitKnown(int amount) {
    int at = amount + 1;
    if (at >= tokens.size() || compare(at, false)) {
      return true;
    }
    if (!(tokens.get(at) instanceof Word next)) {
      return false;
    }
    String word = next.text().toLowerCase(Locale.ROOT);
    return ((Amount) tokens.get(amount)).unit().isEmpty()
        ? (!Character.isLetterOrDigit(word.charAt(0)) && !COMPOUNDS.contains(word))
            || AFTER_NUMBER.contains(word)
        : !COMPOUNDS.contains(word);
  }

  /** Adds what one comparison states, with the quantity named before it. */
  private boolean addThresholds(
      int from, int first, int past, List<Limit> limits, StringBuilder words) {
    int start = tokens.get(first).start();
    String region = text.substring(from, start);
    if (!found.isEmpty() && LINK.matcher(region).matches()) {
      return inherit(region, past, limits);
    }
    Optional<Named> named = name(region);
    if (named.isEmpty() || turned(region)) {
      return false;
    }
    String gap = region.substring(0, named.get().start());
    Matcher link = LINK.matcher(gap);
    boolean pure = link.matches();
    boolean alternative = pure && "or".equalsIgnoreCase(link.group(1));
    if (!found.isEmpty() && !pure && INNER_OR.matcher(gap).find()) {
      return false;
    }
    words
        .append(' ')
        .append(gap)
        .append(' ')
        .append(TRAILING.matcher(region.substring(named.get().end())).replaceFirst(""));
    List<Criterion> thresholds = thresholds(named.get().name(), limits);
    return found.add(new Found(start, past, alternative && !found.isEmpty(), thresholds));
  }

  /** A second bound without a name of its own bounds the quantity before it. */
  private boolean inherit(String region, int past, List<Limit> limits) {
    Matcher link = LINK.matcher(region);
    boolean alternative = link.matches() && "or".equalsIgnoreCase(link.group(1));
    Found last = found.get(found.size() - 1);
    Quantity quantity = ((Threshold) last.thresholds().get(0)).quantity();
    List<Criterion> more = thresholds(quantity.name(), limits);
    if (!more.stream().allMatch(t -> ((Threshold) t).quantity().equals(quantity))) {
      return false;
    }
    if (alternative) {
      return found.add(new Found(last.end(), past, true, more));
    }
    List<Criterion> both = new ArrayList<>(last.thresholds());
    both.addAll(more);
    found.set(found.size() - 1, new Found(last.start(), past, last.alternative(), both));
    return true;
  }

  /** Whether a word that turns the meaning stands before the quantity and is not closed again. */
  private static boolean turned(String region) {
    Matcher turn = TURNS.matcher(region);
    int last = -1;
    while (turn.find()) {
      last = turn.end();
    }
    return last >= 0 && !CLOSED.matcher(region.substring(last)).find();
  }

  private record Named(String name, int start, int end) {}

  /** The known quantity, the quoted term right before the number, or the words before it. */
  private Optional<Named> name(String region) {
    Optional<Mention> mention = vocabulary.lastMention(region);
    Matcher quoted = QUOTED.matcher(region);
    int quotedStart = -1;
    Optional<Named> term = Optional.empty();
    while (quoted.find()) {
      quotedStart = quoted.start();
      term = Optional.of(new Named(key(quoted.group(1)), quoted.start(), quoted.end()));
    }
    boolean whole =
        mention.isPresent() && MEANT.matcher(region.substring(mention.get().end())).matches();
    if (whole && mention.get().end() > quotedStart) {
      Mention known = mention.get();
      return Optional.of(new Named(known.name(), known.start(), known.end()));
    }
    boolean adjacent =
        term.isPresent() && QUALIFIED.matcher(region.substring(term.get().end())).matches();
    return adjacent ? term : phrase(region);
  }

  private static Optional<Named> phrase(String region) {
    String head = GLOSS.matcher(region).replaceFirst("");
    String before = "";
    while (!head.equals(before)) {
      before = head;
      head = TRAILING.matcher(head).replaceFirst("");
    }
    Matcher boundary = BOUNDARY.matcher(head);
    int start = 0;
    while (boundary.find()) {
      start = boundary.end();
    }
    String name = key(head.substring(start));
    boolean fits =
        !name.isEmpty()
            && !COMPUTED.matcher(region).find()
            && !OPEN.matcher(region).find()
            && name.split(" ", -1).length <= LONGEST_NAME
            && !NO_NAME.matcher(name).find();
    return fits ? Optional.of(new Named(name, start, head.length())) : Optional.empty();
  }

  private List<Criterion> thresholds(String name, List<Limit> limits) {
    String known = vocabulary.entry(name).map(Vocabulary.Entry::unit).orElse("");
    String printed =
        limits.stream()
            .map(limit -> limit.amount().unit())
            .filter(unit -> !unit.isEmpty())
            .findFirst()
            .orElse("");
    List<Criterion> thresholds = new ArrayList<>();
    for (Limit limit : limits) {
      String own = limit.amount().unit().isEmpty() ? printed : limit.amount().unit();
      Unit unit = own.isEmpty() ? new Unit(known, BigDecimal.ONE) : vocabulary.unit(own);
      Quantity quantity = new Quantity(name, unit.canonical());
      BigDecimal value = limit.amount().value().multiply(unit.factor());
      thresholds.add(new Threshold(quantity, new Bound(limit.comparator(), value)));
    }
    return thresholds;
  }

  private Criterion incomplete() {
    return new Opaque(key(text), false);
  }
}
