package org.ratchet.source.xml;

import java.util.Locale;

/** The numbers of lists as letters and as Roman numerals, in lower case. */
final class Numerals {

  private static final String[] NUMERALS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

  /** No list of letters or Roman numerals is longer; beyond it a number is written in digits. */
  private static final int MOST = 3_999;

  private Numerals() {}

  /** As web pages count: z, aa, ab. */
  static String letters(int number) {
    if (number < 1 || number > MOST) {
      return Integer.toString(number);
    }
    StringBuilder out = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
      out.insert(0, (char) ('a' + (rest - 1) % 26));
    }
    return out.toString();
  }

  /** As the CFR and Word count: z, aa, bb. */
  static String repeatedLetters(int number) {
    if (number < 1 || number > MOST) {
      return Integer.toString(number);
    }
    return Character.toString('a' + (number - 1) % 26).repeat(1 + (number - 1) / 26);
  }

  static String roman(int number) {
    if (number < 1 || number > MOST) {
      return Integer.toString(number);
    }
    StringBuilder out = new StringBuilder();
    int rest = number;
    for (int i = 0; i < NUMERALS.length; i++) {
      for (; rest >= VALUES[i]; rest -= VALUES[i]) {
        out.append(NUMERALS[i]);
      }
    }
    return out.toString();
  }

  static String upper(String numeral) {
    return numeral.toUpperCase(Locale.ROOT);
  }
}
