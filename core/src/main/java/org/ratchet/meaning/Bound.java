package org.ratchet.meaning;

import java.math.BigDecimal;

/**
 * One end of an interval: {@code 4800 or more}, {@code less than 5.92}.
 *
 * @param comparator which side of the value satisfies it, and whether the value does
 * @param value exact
 */
public record Bound(Comparator comparator, BigDecimal value) {

  /** How a value is compared with a bound. */
  public enum Comparator {
    /** {@code or more}, {@code not less than}, {@code at least}. */
    AT_LEAST,
    /** {@code more than}, {@code exceeding}. */
    MORE_THAN,
    /** {@code or less}, {@code not exceeding}. */
    AT_MOST,
    /** {@code less than}, {@code below}. */
    LESS_THAN;

    /** The comparator that holds exactly where this one does not. */
    public Comparator negate() {
      return switch (this) {
        case AT_LEAST -> LESS_THAN;
        case MORE_THAN -> AT_MOST;
        case AT_MOST -> MORE_THAN;
        case LESS_THAN -> AT_LEAST;
      };
    }

    /** Whether greater values satisfy it. */
    public boolean lower() {
      return this == AT_LEAST || this == MORE_THAN;
    }
  }

  /** Strips the value, so that 4800 and 4800.0 are one bound. */
  public Bound {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** Whether a value satisfies the bound. */
  public boolean holds(BigDecimal measured) {
    int order = measured.compareTo(value);
    return switch (comparator) {
      case AT_LEAST -> order >= 0;
      case MORE_THAN -> order > 0;
      case AT_MOST -> order <= 0;
      case LESS_THAN -> order < 0;
    };
  }

  /** The bound that holds exactly where this one does not. */
  public Bound negate() {
    return new Bound(comparator.negate(), value);
  }

  /** In words, with the unit of a quantity: {@code 600 Gbyte/s or more}, {@code below 4800}. */
  public String of(Quantity quantity) {
    String printed = quantity.with(value);
    return switch (comparator) {
      case AT_LEAST -> printed + " or more";
      case MORE_THAN -> "more than " + printed;
      case AT_MOST -> printed + " or less";
      case LESS_THAN -> "below " + printed;
    };
  }
}
