package org.ratchet.meaning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as the field prints them. */
final class Numbers {

  /** {@code 4,800}, {@code 5.92}, {@code 10^26}, {@code 3 × 10^13}, {@code 30 billion}. */
  static final String PATTERN =
      "[−-]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)"
          + "(?:\\s?[×x]\\s?10\\^[−-]?\\d{1,3}|\\^[−-]?\\d{1,3})?"
          + "(?:\\s(?:thousand|million|billion|trillion))?";

  private static final Pattern POWER =
      Pattern.compile("(?:(.+?)\\s?[×x]\\s?)?([\\d.,]+)\\^([−-]?\\d{1,3})");
  private static final int POINT_DIGITS = 2;
  private static final int LARGEST_PLAIN_EXPONENT = 15;

  private Numbers() {}

  /** The exact value of a printed number. */
  static Optional<BigDecimal> parse(String printed) {
    String text = printed.strip().replace('−', '-');
    int scale = 0;
    int space = text.lastIndexOf(' ');
    if (space > 0) {
      scale =
          switch (text.substring(space + 1)) {
            case "thousand" -> 3;
            case "million" -> 6;
            case "billion" -> 9;
            case "trillion" -> 12;
            default -> 0;
          };
      text = scale > 0 ? text.substring(0, space) : text;
    }
    try {
      return Optional.of(value(text).scaleByPowerOfTen(scale));
    } catch (NumberFormatException | ArithmeticException notANumber) {
      return Optional.empty();
    }
  }

  private static BigDecimal value(String text) {
    Matcher power = POWER.matcher(text);
    if (!power.matches()) {
      return new BigDecimal(text.replace(",", ""));
    }
    BigDecimal factor =
        power.group(1) == null ? BigDecimal.ONE : new BigDecimal(power.group(1).replace(",", ""));
    BigDecimal base = new BigDecimal(power.group(2).replace(",", ""));
    int exponent = Integer.parseInt(power.group(3).replace('−', '-'));
    return base.compareTo(BigDecimal.TEN) == 0
        ? factor.scaleByPowerOfTen(exponent)
        : factor.multiply(base.pow(exponent));
  }

  /** The number in plain digits, or as a power of ten when it has very many. */
  static String print(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (plain.scale() < -LARGEST_PLAIN_EXPONENT) {
      String factor = plain.unscaledValue().toString();
      return (factor.equals("1") ? "" : factor + " × ") + "10^" + -plain.scale();
    }
    return plain.toPlainString();
  }

  /** A short number strictly between two others. */
  static BigDecimal between(BigDecimal low, BigDecimal high) {
    BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2));
    for (int digits = POINT_DIGITS; digits < middle.precision(); digits++) {
      BigDecimal rounded = middle.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.compareTo(low) > 0 && rounded.compareTo(high) < 0) {
        return rounded;
      }
    }
    return middle;
  }

  /** A short number above another. */
  static BigDecimal above(BigDecimal low) {
    return low.signum() > 0
        ? between(low, low.multiply(BigDecimal.valueOf(2)))
        : low.add(BigDecimal.ONE);
  }

  /** A short number below another. */
  static BigDecimal below(BigDecimal high) {
    return high.signum() > 0 ? between(BigDecimal.ZERO, high) : high.subtract(BigDecimal.ONE);
  }
}
