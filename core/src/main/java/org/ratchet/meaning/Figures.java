package org.ratchet.meaning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures of a running text: amounts of money, percentages, periods and dates, and the words
 * that are left.
 *
 * @param words the text with a mark for each figure, such as {@code #money}
 * @param values the figures in printed order
 */
record Figures(String words, List<Figure> values) {

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));
  private static final Map<String, Integer> SCALES =
      Map.of("thousand", 3, "million", 6, "billion", 9);

  /** Days in a unit of time, for comparing periods of unlike units. */
  private static final Map<String, Integer> DAYS =
      Map.of("day", 1, "week", 7, "month", 30, "year", 365);

  private static final String WORDS =
      "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|"
          + String.join("|", NUMBERS.keySet())
          + ")";

  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?=[$\\dJFMASONDTotfsne])(?:(?<money>\\$ ?(?<amount>\\d[\\d,]*(?:\\.\\d+)?)(?: (?<scale>thousand|million|billion))?)"
              + "|(?<date>"
              + MONTH
              + " \\d{1,2}, \\d{4})"
              + "|(?<percent>(?<share>\\d+(?:\\.\\d+)?|"
              + WORDS
              + ") ?(?:percent\\b|%))"
              + "|(?<period>\\b(?<count>\\d{1,4}|"
              + WORDS
              + ")[- ](?:(?:calendar|business|working) )?(?<unit>day|week|month|year)s?\\b))");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  Figures {
    values = List.copyOf(values);
  }

  /** What a figure counts. */
  enum Kind {
    MONEY,
    PERCENT,
    PERIOD,
    DATE
  }

  /**
   * A figure.
   *
   * @param kind what it counts
   * @param size dollars, percent, days, or days since 1970
   * @param text as printed
   */
  record Figure(Kind kind, BigDecimal size, String text) {}

  static Figures of(String text) {
    Matcher matcher = FIGURE.matcher(ThresholdText.normalise(text));
    List<Figure> values = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    while (matcher.find()) {
      Optional<Figure> figure = figure(matcher);
      figure.ifPresent(values::add);
      matcher.appendReplacement(
          words,
          Matcher.quoteReplacement(
              figure
                  .map(f -> "#" + f.kind().name().toLowerCase(Locale.ROOT))
                  .orElse(matcher.group())));
    }
    return new Figures(matcher.appendTail(words).toString(), values);
  }

  private static Optional<Figure> figure(Matcher matcher) {
    if (matcher.group("money") != null) {
      int scale = SCALES.getOrDefault(String.valueOf(matcher.group("scale")), 0);
      BigDecimal amount = new BigDecimal(matcher.group("amount").replace(",", ""));
      return Optional.of(new Figure(Kind.MONEY, amount.scaleByPowerOfTen(scale), matcher.group()));
    }
    if (matcher.group("date") != null) {
      try {
        long day = LocalDate.parse(matcher.group("date"), DATE).toEpochDay();
        return Optional.of(new Figure(Kind.DATE, BigDecimal.valueOf(day), matcher.group()));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    if (matcher.group("percent") != null) {
      return Optional.of(new Figure(Kind.PERCENT, number(matcher.group("share")), matcher.group()));
    }
    BigDecimal days = BigDecimal.valueOf(DAYS.getOrDefault(matcher.group("unit"), 1));
    return Optional.of(
        new Figure(Kind.PERIOD, number(matcher.group("count")).multiply(days), matcher.group()));
  }

  /** A number in figures or in words: {@code thirty}, {@code twenty-five}. */
  private static BigDecimal number(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    if (Character.isDigit(plain.charAt(0))) {
      return new BigDecimal(plain);
    }
    int sum = 0;
    for (String word : plain.split("-", -1)) {
      sum += NUMBERS.getOrDefault(word, 0);
    }
    return BigDecimal.valueOf(sum);
  }
}
