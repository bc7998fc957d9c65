package org.ratchet.meaning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The quantities and units that criteria measure, as data: names, other spellings, units, how
 * quantities depend on each other, and which quantities of different rules are comparable under
 * which stated assumption. Immutable; {@link #with} gives a larger one.
 *
 * <p>The fields of a line are described at the head of {@code quantities.tsv} beside this class.
 */
public final class Vocabulary {

  private static final int FIELDS = 9;

  /**
   * A word before the name of a quantity that makes it another one: "memory performance density".
   */
  private static final Pattern MODIFIED =
      Pattern.compile(
          "(?i)(?<![\\p{L}-])(?!(?:an?|the|any|its|whose|their|this|that|these|those|each|maximum|total|theoretical|resulting|combined|and|or|but|nor"
              + "|not|having|have|has|with|without|of|for|in|at|to|by|from|as|on|is|are|be|being|exceeding|exceeds?|meeting|meets?|reaching|where|which|when|if|whether|either|both|also|only|a\\.\\d)(?![\\p{L}-]))[\\p{L}][\\p{L}-]*"
              + " ['\"]?$");

  private static final int READABLE = 4;
  private static final Vocabulary STANDARD =
      new Vocabulary(
          entries(resource("quantities.tsv")),
          units(resource("units.tsv")),
          Characteristics.standard());

  private final Map<String, Entry> entries;
  private final Map<String, Unit> units;
  private final Characteristics characteristics;
  private final List<Spelling> spellings;
  private final Pattern unitPattern;

  private Vocabulary(
      Map<String, Entry> entries, Map<String, Unit> units, Characteristics characteristics) {
    this.entries = Map.copyOf(entries);
    this.units = Map.copyOf(units);
    this.characteristics = characteristics;
    this.spellings =
        entries.values().stream()
            .flatMap(entry -> entry.spellings().stream())
            .sorted(
                Comparator.comparingInt((Spelling spelling) -> -spelling.length())
                    .thenComparing(Spelling::name))
            .toList();
    this.unitPattern =
        units.keySet().stream()
            .sorted(Comparator.comparingInt((String unit) -> -unit.length()).thenComparing(u -> u))
            .map(Pattern::quote)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining("|", "[ -]?(", ")(?![\\p{L}\\p{N}/²³^])"),
                    Pattern::compile));
  }

  /** The vocabulary shipped with this release. */
  public static Vocabulary standard() {
    return STANDARD;
  }

  /**
   * This vocabulary with more quantities; a name that is there already is replaced.
   *
   * @param lines in the format of {@code quantities.tsv}
   * @throws IllegalArgumentException if a line has too few fields
   */
  public Vocabulary with(Reader lines) throws IOException {
    Map<String, Entry> more = new LinkedHashMap<>(entries);
    more.putAll(entries(lines(lines)));
    return new Vocabulary(more, units, characteristics);
  }

  /**
   * This vocabulary with more units; a spelling that is there already is replaced.
   *
   * @param lines in the format of {@code units.tsv}
   * @throws IllegalArgumentException if a line has too few fields
   */
  public Vocabulary withUnits(Reader lines) throws IOException {
    Map<String, Unit> more = new HashMap<>(units);
    more.putAll(units(lines(lines)));
    return new Vocabulary(entries, more, characteristics);
  }

  /**
   * This vocabulary with more characteristics of items; a name that is there already is replaced.
   *
   * @param lines in the format of {@code characteristics.tsv}
   * @throws IllegalArgumentException if a line has too few fields
   */
  public Vocabulary withCharacteristics(Reader lines) throws IOException {
    return new Vocabulary(entries, units, characteristics.with(lines(lines)));
  }

  private static List<String> lines(Reader lines) throws IOException {
    try (BufferedReader reader = new BufferedReader(lines)) {
      return reader.lines().toList();
    }
  }

  /** What items can be or not be. */
  Characteristics characteristics() {
    return characteristics;
  }

  /** The quantity that a heading names, in the unit given or else its own. */
  Quantity quantity(String printed, String unit) {
    String name = named(printed);
    String own = entry(name).map(Entry::unit).orElse("");
    return new Quantity(name, unit.isEmpty() ? own : unit(unit).canonical());
  }

  private String named(String printed) {
    String text = ThresholdText.normalise(printed).strip();
    String key = ThresholdText.key(text);
    return entries.values().stream()
        .filter(e -> e.spellings().stream().anyMatch(s -> s.is(text) || s.is(key)))
        .map(Entry::name)
        .min(Comparator.naturalOrder())
        .orElse(key);
  }

  /**
   * One quantity.
   *
   * @param ratio numerator and denominator, empty if it is no ratio
   * @param product the factors, empty if it is no product
   * @param sum whether it is a sum of other figures, meant only where these are of its kind
   * @param countsAs another rule's quantity, empty if none
   */
  record Entry(
      String name,
      List<Spelling> spellings,
      String unit,
      String kind,
      Optional<BigDecimal> minimum,
      List<String> ratio,
      List<String> product,
      boolean sum,
      String countsAs,
      String assumption,
      String source) {}

  /**
   * One way to write a quantity.
   *
   * @param name the quantity
   * @param head its first word in lower case, without which the pattern cannot match
   * @param pattern the whole of it
   * @param length characters of the spelling
   */
  record Spelling(String name, String head, Pattern pattern, int length) {

    /** Whether a text is nothing else. */
    boolean is(String text) {
      return pattern.matcher(text).matches();
    }

    /** Whether a text in lower case may hold it. */
    boolean mayStandIn(String lower) {
      return lower.contains(head);
    }
  }

  record Unit(String canonical, BigDecimal factor) {}

  /** Where a known quantity is named in a text. */
  record Mention(String name, int start, int end) {}

  /** The last mention of a known quantity in a stretch of text. */
  Optional<Mention> lastMention(String text) {
    Optional<Mention> last = Optional.empty();
    String lower = text.toLowerCase(Locale.ROOT);
    for (Spelling spelling : spellings) {
      if (!spelling.mayStandIn(lower)) {
        continue;
      }
      Matcher matcher = spelling.pattern().matcher(text);
      while (matcher.find()) {
        int end = matcher.end();
        boolean later = last.isEmpty() || end > last.get().end();
        if (later && !MODIFIED.matcher(text.substring(0, matcher.start())).find()) {
          last = Optional.of(new Mention(spelling.name(), matcher.start(), end));
        }
      }
    }
    return last;
  }

  /** Every mention of a known quantity in a text. */
  List<Mention> mentions(String text) {
    List<Mention> mentions = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    for (Spelling spelling : spellings) {
      if (!spelling.mayStandIn(lower)) {
        continue;
      }
      Matcher matcher = spelling.pattern().matcher(text);
      while (matcher.find()) {
        mentions.add(new Mention(spelling.name(), matcher.start(), matcher.end()));
      }
    }
    return mentions;
  }

  /** Finds any known unit behind a number. */
  Pattern unitPattern() {
    return unitPattern;
  }

  /** The unit as printed, in canonical spelling and with the factor to it. */
  Unit unit(String printed) {
    return units.getOrDefault(printed.strip(), new Unit(printed.strip(), BigDecimal.ONE));
  }

  /** The value in the unit of its family that writes it shortest, when it is long in its own. */
  String readable(String unit, BigDecimal value) {
    String plain = Numbers.print(value);
    if (plain.length() <= READABLE) {
      return plain + " " + unit;
    }
    String best = plain + " " + unit;
    for (Map.Entry<String, Unit> spelling : new TreeMap<>(units).entrySet()) {
      Unit candidate = spelling.getValue();
      boolean prefixed = candidate.canonical().equals(unit) && !spelling.getKey().contains(" ");
      BigDecimal factor = candidate.factor().stripTrailingZeros();
      if (prefixed && factor.unscaledValue().equals(java.math.BigInteger.ONE)) {
        BigDecimal scaled = value.divide(factor);
        String written = Numbers.print(scaled) + " " + spelling.getKey();
        best = written.length() < best.length() ? written : best;
      }
    }
    return best;
  }

  /** Whether two quantities certainly do not depend on each other. */
  boolean independent(Quantity one, Quantity other) {
    Entry left = entries.get(one.name());
    Entry right = entries.get(other.name());
    return left != null && right != null && !left.kind().equals(right.kind());
  }

  /** Whether two quantities are known to be of one kind, so that one may depend on the other. */
  boolean related(Quantity one, Quantity other) {
    Entry left = entries.get(one.name());
    Entry right = entries.get(other.name());
    return one.name().equals(other.name())
        || (left != null && right != null && left.kind().equals(right.kind()));
  }

  Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** The smallest possible value of a quantity, if there is one. */
  Optional<BigDecimal> minimum(Quantity quantity) {
    return entry(quantity.name()).flatMap(Entry::minimum);
  }

  /** The quantity of another rule that this one may be counted as, with the assumption. */
  Optional<Entry> comparable(Quantity quantity) {
    return entry(quantity.name()).filter(entry -> !entry.countsAs().isEmpty());
  }

  private static Map<String, Entry> entries(List<String> lines) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length < FIELDS) {
        throw new IllegalArgumentException(
            "a quantity has " + FIELDS + " fields, not " + fields.length + ": " + line);
      }
      entries.put(fields[0], entry(fields));
    }
    return entries;
  }

  private static Entry entry(String[] fields) {
    List<Spelling> spellings = new ArrayList<>();
    spellings.add(spelling(fields[0], fields[0]));
    for (String alias : fields[1].split("\\|", -1)) {
      if (!alias.isBlank()) {
        spellings.add(spelling(fields[0], alias));
      }
    }
    return new Entry(
        fields[0],
        List.copyOf(spellings),
        fields[2],
        fields[3],
        fields[4].isBlank() ? Optional.empty() : Optional.of(new BigDecimal(fields[4])),
        parts(fields[5], " / "),
        parts(fields[5], " × "),
        fields[5].equals("sum"),
        fields[6],
        fields[7],
        fields[8]);
  }

  private static List<String> parts(String computed, String sign) {
    return computed.contains(sign) ? List.of(computed.split(sign, -1)) : List.of();
  }

  /**
   * An ellipsis in a spelling stands for words that end no sentence, begin no new condition and
   * hold no number.
   */
  private static Spelling spelling(String name, String alias) {
    StringBuilder pattern = new StringBuilder();
    for (String piece : alias.strip().split("\\s*…\\s*", -1)) {
      if (!pattern.isEmpty()) {
        pattern.append(
            "(?:(?!\\bhaving\\b|(?<![\\w.,])\\d[\\d.,]*(?![\\w.]))[^;:])*?(?<![\\p{L}\\d])");
      }
      pattern.append(
          Pattern.compile("\\s+")
              .splitAsStream(piece)
              .map(Pattern::quote)
              .collect(Collectors.joining("\\s+")));
    }
    boolean shortForm = alias.toUpperCase(Locale.ROOT).equals(alias);
    int flags = shortForm ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return new Spelling(
        name,
        alias.strip().split("[\\s…]", 2)[0].toLowerCase(Locale.ROOT),
        Pattern.compile("(?<![\\p{L}\\d-])" + pattern + "(?![\\p{L}\\d-]|[.,]\\d)", flags),
        alias.length());
  }

  private static Map<String, Unit> units(List<String> lines) {
    Map<String, Unit> units = new HashMap<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 3) {
          throw new IllegalArgumentException(
              "a unit has 3 fields, not " + fields.length + ": " + line);
        }
        units.put(fields[1], new Unit(fields[0], new BigDecimal(fields[2])));
      }
    }
    return units;
  }

  /** Lines of a file beside this class. */
  /** The rows of a table of the library, split at tabs, without comments. */
  static List<String[]> rows(String name) {
    return resource(name).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\t", -1))
        .toList();
  }

  static List<String> resource(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing from the library: " + name);
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
