package org.ratchet.meaning;

import java.util.Map;

/**
 * An item that one side covers and the other does not.
 *
 * @param caughtAfter whether the side after covers it (and the side before does not)
 * @param values quantities by name, with unit, in the order of the criterion: {@code total
 *     processing performance} to {@code 4992}
 * @param description the item in words: {@code TPP 4992, aggregate bidirectional transfer rate 400
 *     Gbyte/s}
 */
public record Witness(boolean caughtAfter, Map<String, String> values, String description) {

  /** Copies the values, keeping their order. */
  public Witness {
    values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
  }
}
