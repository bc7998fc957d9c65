package org.ratchet.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Designator;

/**
 * The label of an entry of a list inside a note or a part: {@code 1.}, {@code a.}, {@code (1)}.
 *
 * @param label number, letter or numeral
 * @param bracketed whether it stands in brackets
 * @param length characters of the label with the space behind it
 */
record ListLabel(String label, boolean bracketed, int length) {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:\\( ?(?<inner>\\d{1,3}|[a-z]{1,2}|[ivx]{1,6}|[A-Z]) ?\\)"
              + "|(?<point>\\d{1,3}|[a-z]|[ivx]{1,6}|[A-Z])\\.(?=\\s|$|[A-Z“][^.]))\\s*");

  /** The label that a text opens with. */
  static Optional<ListLabel> of(String text) {
    Matcher label = LABEL.matcher(text);
    if (!label.lookingAt()) {
      return Optional.empty();
    }
    String inner = label.group("inner");
    return Optional.of(
        inner == null
            ? new ListLabel(label.group("point"), false, label.end())
            : new ListLabel(inner, true, label.end()));
  }

  /** Whether it can open a list. */
  boolean isFirst() {
    return label.equals("1") || label.equals("a") || label.equals("i") || label.equals("A");
  }

  /** Whether it is the next of its series after another. */
  boolean follows(ListLabel before) {
    return alike(before)
        && (isDigits()
            ? number() == before.number() + 1
            : oneUp(letter(), before.letter()) || oneUp(numeral(), before.numeral()));
  }

  /** Whether it stands anywhere behind another of its series. */
  boolean isBehind(ListLabel before) {
    if (!alike(before)) {
      return false;
    }
    if (isDigits()) {
      return number() > before.number();
    }
    boolean letters = letter() > 0 && before.letter() > 0;
    return letters ? letter() > before.letter() : numeral() > before.numeral();
  }

  private boolean alike(ListLabel other) {
    return bracketed == other.bracketed
        && isDigits() == other.isDigits()
        && (isDigits() || isCapital() == other.isCapital());
  }

  private boolean isDigits() {
    return Character.isDigit(label.charAt(0));
  }

  private boolean isCapital() {
    return Character.isUpperCase(label.charAt(0));
  }

  private static boolean oneUp(int value, int before) {
    return value > 0 && value == before + 1;
  }

  private int number() {
    return Integer.parseInt(label);
  }

  private int letter() {
    return Designator.letter(label);
  }

  private int numeral() {
    return Designator.roman(label);
  }
}
