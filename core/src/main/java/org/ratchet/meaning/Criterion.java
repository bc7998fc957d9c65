package org.ratchet.meaning;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;

/**
 * A predicate over items, as an entry of the Commerce Control List states it.
 *
 * <pre>{@code
 * Criterion criterion = Criteria.of(entry).criterion();
 * Item item = Item.of(Map.of("total processing performance", new BigDecimal("4992")));
 * criterion.test(item);   // TRUE, FALSE or UNKNOWN
 * }</pre>
 */
public sealed interface Criterion {

  /** Holds for every item. */
  static Criterion always() {
    return new AllOf(List.of());
  }

  /** Holds for no item. */
  static Criterion never() {
    return new AnyOf(List.of());
  }

  /**
   * All parts hold; without parts it always holds.
   *
   * @param parts the conjuncts
   */
  record AllOf(List<Criterion> parts) implements Criterion {
    /** Copies the parts. */
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /**
   * At least one part holds; without parts it never holds.
   *
   * @param parts the alternatives
   */
  record AnyOf(List<Criterion> parts) implements Criterion {
    /** Copies the parts. */
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The part does not hold.
   *
   * @param part what is excluded
   */
  record Not(Criterion part) implements Criterion {}

  /**
   * A quantity compared with a number.
   *
   * @param quantity what is measured
   * @param bound the number and the side of it
   */
  record Threshold(Quantity quantity, Bound bound) implements Criterion {}

  /**
   * Words that are not interpreted; equal only to the same normalised words.
   *
   * @param words normalised
   * @param complete false if the words hold a number, a list or a condition that was not
   *     understood, so that nothing may be concluded from their absence elsewhere
   */
  record Opaque(String words, boolean complete) implements Criterion {}

  /**
   * A criterion and the paragraph that states it; the paragraph changes nothing in its truth.
   *
   * @param citation the paragraph
   * @param criterion what it says
   */
  record Stated(Citation citation, Criterion criterion) implements Criterion {}

  /** All parts, flattened as far as that changes nothing. */
  static Criterion all(List<Criterion> parts) {
    List<Criterion> flat =
        parts.stream()
            .flatMap(part -> part instanceof AllOf inner ? inner.parts().stream() : Stream.of(part))
            .distinct()
            .toList();
    return flat.size() == 1 ? flat.get(0) : new AllOf(flat);
  }

  /** Any part. */
  static Criterion any(List<Criterion> parts) {
    return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
  }

  /** Whether an item satisfies it, as far as what is known of the item decides. */
  default Truth test(Item item) {
    return evaluate(
        literal ->
            literal instanceof Threshold threshold
                ? item.test(threshold)
                : item.test((Opaque) literal));
  }

  /** The truth of the whole from the truth of its thresholds and words. */
  default Truth evaluate(Function<Criterion, Truth> literals) {
    if (this instanceof AllOf all) {
      Truth truth = Truth.TRUE;
      for (Criterion part : all.parts()) {
        truth = truth.and(part.evaluate(literals));
        if (truth == Truth.FALSE) {
          return truth;
        }
      }
      return truth;
    }
    if (this instanceof AnyOf any) {
      Truth truth = Truth.FALSE;
      for (Criterion part : any.parts()) {
        truth = truth.or(part.evaluate(literals));
        if (truth == Truth.TRUE) {
          return truth;
        }
      }
      return truth;
    }
    if (this instanceof Not not) {
      return not.part().evaluate(literals).not();
    }
    if (this instanceof Stated stated) {
      return stated.criterion().evaluate(literals);
    }
    return literals.apply(this);
  }

  /** The thresholds and words in it, in printed order. */
  default Stream<Criterion> literals() {
    if (this instanceof AllOf all) {
      return all.parts().stream().flatMap(Criterion::literals);
    }
    if (this instanceof AnyOf any) {
      return any.parts().stream().flatMap(Criterion::literals);
    }
    if (this instanceof Not not) {
      return not.part().literals();
    }
    if (this instanceof Stated stated) {
      return stated.criterion().literals();
    }
    return Stream.of(this);
  }

  /** The same criterion with each threshold and each atom of words replaced. */
  default Criterion map(Function<Criterion, Criterion> literals) {
    if (this instanceof AllOf all) {
      return new AllOf(all.parts().stream().map(part -> part.map(literals)).toList());
    }
    if (this instanceof AnyOf any) {
      return new AnyOf(any.parts().stream().map(part -> part.map(literals)).toList());
    }
    if (this instanceof Not not) {
      return new Not(not.part().map(literals));
    }
    if (this instanceof Stated stated) {
      return new Stated(stated.citation(), stated.criterion().map(literals));
    }
    return literals.apply(this);
  }

  /** The criterion without the paragraphs that state it: what it says alone. */
  default Criterion unstated() {
    if (this instanceof AllOf all) {
      return all(all.parts().stream().map(Criterion::unstated).toList());
    }
    if (this instanceof AnyOf any) {
      return any(any.parts().stream().map(Criterion::unstated).toList());
    }
    if (this instanceof Not not) {
      return new Not(not.part().unstated());
    }
    return this instanceof Stated stated ? stated.criterion().unstated() : this;
  }

  /** The quantities it measures, each once. */
  default List<Quantity> quantities() {
    return literals()
        .filter(Threshold.class::isInstance)
        .map(literal -> ((Threshold) literal).quantity())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }
}
