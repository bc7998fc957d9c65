package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.Map;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Threshold;

/**
 * What is known of an item. What is not named is unknown, not absent.
 *
 * @param quantities values by the name of the quantity, in its canonical unit
 * @param words whether normalised words of a criterion apply to the item
 */
public record Item(Map<String, BigDecimal> quantities, Map<String, Boolean> words) {

  /** Copies both. */
  public Item {
    quantities = Map.copyOf(quantities);
    words = Map.copyOf(words);
  }

  /** An item of which only quantities are known. */
  public static Item of(Map<String, BigDecimal> quantities) {
    return new Item(quantities, Map.of());
  }

  Truth test(Threshold threshold) {
    BigDecimal value = quantities.get(threshold.quantity().name());
    return value == null ? Truth.UNKNOWN : Truth.of(threshold.bound().holds(value));
  }

  Truth test(Opaque opaque) {
    Boolean value = words.get(opaque.words());
    return value == null ? Truth.UNKNOWN : Truth.of(value);
  }
}
