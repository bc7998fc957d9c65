package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An item with what its maker says of it. What is not named is unknown, not absent.
 *
 * @param name how it is called in reports
 * @param quantities values in the unit of the quantity
 * @param characteristics what it is ({@code true}) and is not ({@code false}), by the name that the
 *     vocabulary gives, else by normalised words of a criterion
 * @param source where the figures are from, for people; may be empty
 */
public record Product(
    String name,
    Map<Quantity, BigDecimal> quantities,
    Map<String, Boolean> characteristics,
    String source) {

  /** Copies the maps, keeping their order. */
  public Product {
    quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
    characteristics = Collections.unmodifiableMap(new LinkedHashMap<>(characteristics));
  }

  private static final Pattern HEADING = Pattern.compile("(.*?)\\s*[(\\[]([^()\\[\\]]+)[)\\]]");

  /**
   * A product as a table states it.
   *
   * @param facts by heading: the name of a quantity, with the unit in brackets if it is not that of
   *     the vocabulary, and a number ({@code transfer rate (Tbyte/s)}, {@code 1.8}); or a
   *     characteristic and {@code yes} or {@code no}. An empty text is unknown
   * @throws IllegalArgumentException if a text is neither number nor yes nor no, or two headings
   *     name the same
   */
  public static Product of(
      String name, Map<String, String> facts, String source, Vocabulary vocabulary) {
    Map<Quantity, BigDecimal> quantities = new LinkedHashMap<>();
    Map<String, Boolean> characteristics = new LinkedHashMap<>();
    facts.forEach(
        (heading, printed) -> {
          String text = printed.strip();
          if (text.isEmpty()) {
            return;
          }
          boolean yes = text.equalsIgnoreCase("yes");
          boolean answered = yes || text.equalsIgnoreCase("no");
          boolean twice =
              answered
                  ? characteristics.put(vocabulary.characteristics().name(heading), yes) != null
                  : measure(heading, text, quantities, vocabulary);
          if (twice) {
            throw new IllegalArgumentException("“" + heading + "” is given twice for " + name);
          }
        });
    return new Product(name, quantities, characteristics, source);
  }

  /** Adds a quantity, and tells whether it was there already. */
  private static boolean measure(
      String heading, String text, Map<Quantity, BigDecimal> into, Vocabulary vocabulary) {
    Matcher united = HEADING.matcher(heading.strip());
    boolean unit = united.matches();
    Optional<BigDecimal> number = Numbers.parse(text);
    if (number.isEmpty()) {
      throw new IllegalArgumentException(
          "“" + text + "” under “" + heading + "” is neither a number nor yes nor no");
    }
    String printed = unit ? united.group(2) : "";
    Quantity quantity = vocabulary.quantity(unit ? united.group(1) : heading, printed);
    BigDecimal factor = unit ? vocabulary.unit(printed).factor() : BigDecimal.ONE;
    return into.put(quantity, number.get().multiply(factor)) != null;
  }
}
