package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.amend.Amendment.Position;
import org.ratchet.amend.Amendment.Position.Where;
import org.ratchet.amend.Token.Kind;

/**
 * Reads where in a text something stands: {@code at the end of}, {@code after the words “x”},
 * {@code before the second sentence}.
 *
 * @param position the place, if one is named
 * @param rest the words around it
 */
record TextPosition(Optional<Position> position, List<Token> rest) {

  static TextPosition of(List<Token> tokens, Understanding so) {
    List<Token> rest = new ArrayList<>();
    Optional<Position> position = Optional.empty();
    int at = 0;
    while (at < tokens.size()) {
      Kind kind = tokens.get(at).kind();
      int end = at;
      if (position.isEmpty() && (kind == Kind.END || kind == Kind.BEGINNING)) {
        Where where = kind == Kind.END ? Where.END : Where.BEGINNING;
        position = Optional.of(new Position(where, "", "", 0));
        rest.add(new Token(Kind.PREPOSITION, "of"));
        end = at + 1;
      } else if (position.isEmpty() && kind == Kind.BETWEEN) {
        end = twoQuotes(tokens, at + 1);
        if (end > at) {
          List<Token> quotes =
              tokens.subList(at, end).stream().filter(TextPosition::isQuote).toList();
          String second = so.quoted(quotes.get(1));
          position = Optional.of(new Position(Where.BETWEEN, so.quoted(quotes.get(0)), second, 0));
        }
      } else if (position.isEmpty() && (kind == Kind.BEFORE || kind == Kind.AFTER)) {
        Where where = kind == Kind.BEFORE ? Where.BEFORE : Where.AFTER;
        int thing = skip(tokens, at + 1);
        if (thing < tokens.size() && isQuote(tokens.get(thing))) {
          position = Optional.of(new Position(where, so.quoted(tokens.get(thing)), "", 0));
          end = thing + 1;
        } else if (thing + 1 < tokens.size()
            && tokens.get(thing).is(Kind.ORDINAL)
            && tokens.get(thing + 1).is(Kind.SENTENCE)) {
          int ordinal = Ordinals.of(tokens.get(thing));
          position = Optional.of(new Position(where, "", "", ordinal));
          end = thing + 2;
        }
      }
      if (end == at) {
        rest.add(tokens.get(at));
        end = at + 1;
      }
      at = end;
    }
    return new TextPosition(position, rest);
  }

  private static int skip(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size()
        && (tokens.get(at).is(Kind.FILLER) || tokens.get(at).is(Kind.WORDS))) {
      at++;
    }
    return at;
  }

  /** The end of {@code the words “a” and “b”}, or the start if that does not stand there. */
  private static int twoQuotes(List<Token> tokens, int from) {
    int first = skip(tokens, from);
    int second = first < tokens.size() && isQuote(tokens.get(first)) ? skip(tokens, first + 1) : -1;
    boolean both = second > 0 && second < tokens.size() && isQuote(tokens.get(second));
    return both ? second + 1 : from - 1;
  }

  static boolean isQuote(Token token) {
    return token.is(Kind.QUOTE) || token.is(Kind.PUNCTUATION);
  }
}
