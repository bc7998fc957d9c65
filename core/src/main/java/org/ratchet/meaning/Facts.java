package org.ratchet.meaning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.meaning.Characteristics.Characteristic;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Threshold;
import org.ratchet.meaning.Vocabulary.Entry;

/** What is given of a product, what the vocabulary computes from it, and what is missing. */
final class Facts {

  private final Product product;
  private final Vocabulary vocabulary;
  private final boolean assuming;

  /**
   * @param assuming whether a quantity of one rule may be counted as that of another
   */
  Facts(Product product, Vocabulary vocabulary, boolean assuming) {
    this.product = product;
    this.vocabulary = vocabulary;
    this.assuming = assuming;
  }

  /**
   * A value, or that there is none to measure: a density over no area.
   *
   * @param number empty if the quantity does not exist for the product
   */
  private record Measured(Optional<BigDecimal> number) {}

  /** Whether the product meets a threshold or words. */
  Truth test(Criterion literal) {
    return literal instanceof Threshold threshold ? test(threshold) : test((Opaque) literal);
  }

  private Truth test(Threshold threshold) {
    return value(threshold.quantity())
        .map(value -> Truth.of(value.number().filter(threshold.bound()::holds).isPresent()))
        .orElse(Truth.UNKNOWN);
  }

  private Truth test(Opaque opaque) {
    Boolean given = product.characteristics().get(opaque.words());
    if (given != null) {
      return Truth.of(given);
    }
    return asked(opaque)
        .map(names -> names.stream().map(this::is).reduce(Truth.TRUE, Truth::and))
        .orElse(Truth.UNKNOWN);
  }

  /** Whether a quantity is given or computed. */
  boolean knows(Quantity quantity) {
    return value(quantity).isPresent();
  }

  private Optional<Set<String>> asked(Opaque opaque) {
    return opaque.complete()
        ? vocabulary.characteristics().asked(opaque.words(), product.characteristics().keySet())
        : Optional.empty();
  }

  private Truth is(String characteristic) {
    Boolean given = product.characteristics().get(characteristic);
    if (given != null) {
      return Truth.of(given);
    }
    List<String> any =
        vocabulary
            .characteristics()
            .find(characteristic)
            .map(Characteristic::anyOf)
            .orElse(List.of());
    return any.isEmpty()
        ? Truth.UNKNOWN
        : any.stream().map(this::is).reduce(Truth.FALSE, Truth::or);
  }

  private Optional<Measured> value(Quantity quantity) {
    BigDecimal given = product.quantities().get(quantity);
    if (given != null) {
      return Optional.of(new Measured(Optional.of(given)));
    }
    Optional<Entry> entry =
        vocabulary.entry(quantity.name()).filter(known -> known.unit().equals(quantity.unit()));
    Optional<Measured> computed = entry.flatMap(this::computed);
    return computed.isPresent() || !assuming
        ? computed
        : entry.filter(e -> !e.countsAs().isEmpty()).flatMap(e -> named(e.countsAs()));
  }

  private Optional<Measured> named(String name) {
    return vocabulary.entry(name).flatMap(entry -> value(new Quantity(name, entry.unit())));
  }

  private Optional<Measured> computed(Entry entry) {
    List<Optional<Measured>> parts = parts(entry).map(this::named).toList();
    if (parts.isEmpty() || !parts.stream().allMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    List<BigDecimal> numbers =
        parts.stream().flatMap(part -> part.get().number().stream()).toList();
    boolean over = !entry.ratio().isEmpty();
    if (numbers.size() < parts.size() || (over && numbers.get(1).signum() == 0)) {
      return Optional.of(new Measured(Optional.empty()));
    }
    BigDecimal number =
        over
            ? numbers.get(0).divide(numbers.get(1), MathContext.DECIMAL128)
            : numbers.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    return Optional.of(new Measured(Optional.of(number)));
  }

  private static Stream<String> parts(Entry entry) {
    return Stream.concat(entry.ratio().stream(), entry.product().stream());
  }

  /** What would have to be known to decide a threshold or words. */
  Set<String> missing(Criterion literal) {
    if (literal instanceof Threshold threshold) {
      return Set.of(missing(threshold.quantity()));
    }
    Opaque opaque = (Opaque) literal;
    return asked(opaque)
        .map(
            names ->
                names.stream()
                    .filter(name -> is(name) == Truth.UNKNOWN)
                    .collect(Collectors.<String, Set<String>>toCollection(LinkedHashSet::new)))
        .orElse(Set.of("whether “" + opaque.words() + "” is met"));
  }

  private String missing(Quantity quantity) {
    Optional<Entry> entry = vocabulary.entry(quantity.name());
    List<String> open =
        entry.stream().flatMap(Facts::parts).filter(part -> named(part).isEmpty()).toList();
    return open.isEmpty()
        ? quantity.name()
        : quantity.name() + " (" + String.join(", ", open) + ")";
  }

  /** What the value of a quantity assumes, if it is counted as that of another rule. */
  Optional<String> assumption(Quantity quantity) {
    return vocabulary
        .comparable(quantity)
        .map(entry -> entry.assumption() + " (" + entry.source() + ")");
  }
}
