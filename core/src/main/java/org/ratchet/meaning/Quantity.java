package org.ratchet.meaning;

import java.math.BigDecimal;

/**
 * Something that is measured: {@code total processing performance}, {@code aggregate bidirectional
 * transfer rate} in {@code Gbyte/s}. Two quantities are the same if name and unit are.
 *
 * @param name the name of the vocabulary if it knows the quantity, else the normalised words
 * @param unit canonical unit, empty for a number without one
 */
public record Quantity(String name, String unit) {

  /** A value with the unit of this quantity: {@code 600 Gbyte/s}. */
  public String with(BigDecimal value) {
    if (unit.isEmpty()) {
      return Numbers.print(value);
    }
    return unit.equals("%")
        ? Numbers.print(value) + "%"
        : Vocabulary.standard().readable(unit, value);
  }
}
