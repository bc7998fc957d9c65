package org.ratchet.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ratchet.text.Token.Kind;

/** Cuts a text into tokens, in one pass without going back over what is cut. */
final class Tokens {

  private static final int LONGEST_QUOTE = 60;
  private static final int LONGEST_LABEL = 5;
  private static final int ECCN_LENGTH = 5;
  private static final int ITEM_LENGTH = 3;

  /** What units are divided by; other words with a slash are alternatives. */
  private static final Set<String> PER =
      Set.of(
          "s", "sec", "second", "min", "h", "hr", "m", "mm", "cm", "km", "nm", "μm", "µm", "g",
          "kg", "mg", "l", "ml", "Hz", "V", "A", "W", "K", "J", "mol", "bit", "cycle", "year");

  private final NormalText normal;
  private final String text;
  private final List<Token> tokens;

  Tokens(NormalText normal) {
    this.normal = normal;
    this.text = normal.text();
    this.tokens = new ArrayList<>(text.length() / 5 + 1);
  }

  List<Token> all() {
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
      } else {
        at = next(at);
      }
    }
    return tokens;
  }

  private int next(int at) {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      int end = quoted(at, c);
      return end > at ? add(Kind.QUOTED, at, end) : mark(at);
    }
    if (c == '§') {
      int end = section(at);
      return end > at ? add(Kind.CITATION, at, end) : mark(at);
    }
    if (c == '(') {
      int end = labels(at);
      return end > at ? add(Kind.CITATION, at, end) : mark(at);
    }
    if (digit(at)) {
      return figure(at);
    }
    if (c == '$' && digit(at + 1)) {
      return add(Kind.NUMBER, at, number(at + 1));
    }
    if (c == '.' && digit(at + 1) && !joined(at)) {
      return add(Kind.NUMBER, at, digits(at + 1));
    }
    if (c == '-' && sign(at)) {
      return add(Kind.NUMBER, at, number(at + 1));
    }
    if (c == '%') {
      return add(Kind.UNIT, at, at + 1);
    }
    if (c == '°') {
      return add(Kind.UNIT, at, letter(at + 1) && !letter(at + 2) ? at + 2 : at + 1);
    }
    return letter(at) ? word(at) : mark(at);
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new Token(kind, text.substring(start, end), start, end));
    return end;
  }

  private int mark(int at) {
    boolean pair =
        Character.isHighSurrogate(text.charAt(at))
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    return add(Kind.MARK, at, pair ? at + 2 : at + 1);
  }

  private boolean digit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean letter(int at) {
    return at < text.length() && Character.isLetter(text.codePointAt(at));
  }

  /** Whether a letter, a digit or a mark that belongs to a letter stands there. */
  private boolean inWord(int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    int point =
        Character.isLowSurrogate(c) && at > 0 ? text.codePointAt(at - 1) : text.codePointAt(at);
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private boolean is(int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean joined(int at) {
    return inWord(at - 1);
  }

  /** The end of a quotation that begins here, or here if none does. */
  private int quoted(int at, char mark) {
    boolean single = mark == '\'';
    if ((single && joined(at)) || closing(at)) {
      return at;
    }
    int limit = Math.min(text.length(), at + LONGEST_QUOTE + 2);
    for (int i = at + 1; i < limit; i++) {
      if (text.charAt(i) == mark) {
        boolean closes = i > at + 1 && !opening(i) && !(single && inWord(i + 1));
        return closes ? i + 1 : at;
      }
    }
    return at;
  }

  private boolean closing(int at) {
    char printed = normal.original().charAt(normal.origin(at));
    return printed == '”' || printed == '’';
  }

  private boolean opening(int at) {
    char printed = normal.original().charAt(normal.origin(at));
    return printed == '“' || printed == '‘';
  }

  /** {@code § 744.23(a)(1)}, {@code §§ 734.9}. */
  private int section(int at) {
    int i = is(at + 1, '§') ? at + 2 : at + 1;
    i = is(i, ' ') ? i + 1 : i;
    int number = sectionNumber(i);
    return number > i ? labels(number) : at;
  }

  /** {@code 744.23}, {@code 1003.2}: digits, a letter or none, a point, the same again. */
  private int sectionNumber(int at) {
    int i = digits(at);
    if (i == at) {
      return at;
    }
    i = lower(i) ? i + 1 : i;
    if (!is(i, '.') || !digit(i + 1)) {
      return at;
    }
    i = digits(i + 1);
    return lower(i) && !inWord(i + 1) ? i + 1 : i;
  }

  private boolean lower(int at) {
    return at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
  }

  private int digits(int at) {
    int i = at;
    while (digit(i)) {
      i++;
    }
    return i;
  }

  /** Behind the designators that follow without a space: {@code (a)(1)}, {@code ( i )}. */
  private int labels(int at) {
    int end = at;
    while (is(end, '(')) {
      int i = is(end + 1, ' ') ? end + 2 : end + 1;
      int from = i;
      while (inWord(i) && i - from <= LONGEST_LABEL) {
        i++;
      }
      int past = is(i, ' ') ? i + 1 : i;
      if (i == from || i - from > LONGEST_LABEL || !is(past, ')')) {
        break;
      }
      end = past + 1;
    }
    return end;
  }

  /** What begins with a digit: an ECCN, a section, a number, or a word such as 64-bit. */
  private int figure(int at) {
    int eccn = eccn(at);
    if (eccn > at) {
      return add(Kind.CITATION, at, eccn);
    }
    int section = sectionNumber(at);
    int labelled = section > at ? labels(section) : at;
    if (labelled > section) {
      return add(Kind.CITATION, at, labelled);
    }
    int end = number(at);
    if (hyphen(end) && letter(end + 1)) {
      return add(Kind.WORD, at, run(end));
    }
    return add(Kind.NUMBER, at, end);
  }

  /** {@code 3A090}, {@code 3A090.a.1}. */
  private int eccn(int at) {
    boolean entry =
        at + ECCN_LENGTH <= text.length()
            && text.charAt(at + 1) >= 'A'
            && text.charAt(at + 1) <= 'E'
            && digits(at + 2) >= at + ECCN_LENGTH
            && !digit(at + ECCN_LENGTH)
            && !letter(at + ECCN_LENGTH);
    if (!entry) {
      return at;
    }
    int end = at + ECCN_LENGTH;
    while (is(end, '.')) {
      int i = end + 1;
      while ((lower(i) || digit(i)) && i - end <= ITEM_LENGTH) {
        i++;
      }
      if (i == end + 1 || inWord(i)) {
        break;
      }
      end = i;
    }
    return end;
  }

  /** Behind {@code 4,800}, {@code 5.92}, {@code 10^26}, {@code 16/14}, {@code 100:1}. */
  private int number(int at) {
    int end = digits(at);
    while ((is(end, ',') && thousands(end + 1))
        || ((is(end, '.') || is(end, '/') || is(end, ':')) && digit(end + 1))) {
      end = digits(end + 1);
    }
    if (is(end, '^')) {
      int exponent = is(end + 1, '-') ? end + 2 : end + 1;
      end = digit(exponent) ? digits(exponent) : end;
    }
    return end;
  }

  private boolean thousands(int at) {
    return digits(at) == at + 3;
  }

  /** A hyphen before a number is its sign where no word stands before it; a long dash never is. */
  private boolean sign(int at) {
    boolean free = at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '(';
    return free && hyphen(at) && digit(at + 1) && eccn(at + 1) == at + 1;
  }

  private int word(int at) {
    char c = text.charAt(at);
    if (c >= 'A' && c <= 'E' && is(at + 1, ':') && digit(at + 2) && !inWord(at + 3)) {
      return add(Kind.CITATION, at, at + 3);
    }
    int initials = initials(at);
    if (initials > at) {
      return add(Kind.WORD, at, initials);
    }
    int end = run(at);
    if (is(end, '/') && letter(end + 1)) {
      return slashed(at, end);
    }
    if (power(end) > end) {
      return add(Kind.UNIT, at, power(end));
    }
    return add(Kind.WORD, at, is(end, '.') && numbers(at, end) ? end + 1 : end);
  }

  /** {@code U.S.}, {@code n.e.s.} without the point at its end. */
  private int initials(int at) {
    int i = at;
    int letters = 0;
    while (letter(i) && !inWord(i + 1) && is(i + 1, '.')) {
      i += 2;
      letters++;
    }
    return letters > 1 && !inWord(i) ? i : at;
  }

  /** Whether a word with a point behind it is the word "No." before a number. */
  private boolean numbers(int at, int end) {
    String word = text.substring(at, end);
    boolean no = word.equalsIgnoreCase("no") || word.equalsIgnoreCase("nos");
    return no && (digit(end + 1) || (is(end + 1, ' ') && digit(end + 2)));
  }

  /** A hyphen or short dash; a long dash, also one typed as two hyphens, parts words. */
  private boolean hyphen(int at) {
    if (!is(at, '-')) {
      return false;
    }
    int origin = normal.origin(at);
    char printed = normal.original().charAt(origin);
    return printed != '—' && printed != '―' && normal.origin(at + 1) == origin + 1;
  }

  /** Behind letters and digits, with hyphens and apostrophes that stand between them. */
  private int run(int at) {
    int i = at;
    while (inWord(i) || ((hyphen(i) || is(i, '\'')) && inWord(i - 1) && inWord(i + 1))) {
      i++;
    }
    return i;
  }

  /** {@code Gbyte/s}, {@code GB/s/mm²}, {@code and/or}. */
  private int slashed(int at, int first) {
    int end = first;
    int last = at;
    while (is(end, '/') && letter(end + 1)) {
      last = end + 1;
      end = last;
      while (inWord(end)) {
        end++;
      }
    }
    int powered = power(end);
    boolean unit = powered > end || PER.contains(text.substring(last, end));
    return add(unit ? Kind.UNIT : Kind.WORD, at, powered);
  }

  /** Behind {@code ²} or {@code ^2}. */
  private int power(int at) {
    if (is(at, '²') || is(at, '³')) {
      return at + 1;
    }
    int i = is(at, '^') ? at + 1 : at;
    i = i > at && is(i, '-') ? i + 1 : i;
    return i > at && digit(i) ? digits(i) : at;
  }
}
