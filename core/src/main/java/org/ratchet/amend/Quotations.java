package org.ratchet.amend;

import java.util.List;
import org.ratchet.amend.Token.Kind;

/** Whether an instruction speaks of words in a text, or of a unit that it names in quotes. */
final class Quotations {

  private Quotations() {}

  /** Where the quotation stands that the words themselves are; -1 if none does. */
  static int at(List<Token> tokens) {
    boolean named = true;
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i).kind()) {
        case WORDS, REFERENCES, TO_READ, IN_PLACE -> named = true;
        case QUOTE, PUNCTUATION -> {
          if (named) {
            return i;
          }
        }
        case FILLER, EVERYWHERE -> {}
        case PREPOSITION -> named &= i > 0 && tokens.get(i - 1).is(Kind.REFERENCES);
        default -> named = false;
      }
    }
    return -1;
  }
}
