package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.amend.Amendment.Position;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;
import org.ratchet.clause.Step;

/** {@code Add the word “and” at the end of paragraph (a)}, {@code insert “x” after “y”}. */
final class InsertWordsForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    TextPosition text = TextPosition.of(statement.object(), so);
    int words = Quotations.at(text.rest());
    if (!statement.is("add") || words < 0 || isRow(so)) {
      return 0;
    }
    List<Token> rest = new ArrayList<>(text.rest());
    String inserted = so.quoted(rest.remove(words));
    if (text.position().isEmpty()) {
      so.problem("words are to be inserted, and it does not say where in the text they belong");
      return 1;
    }
    Position position = text.position().get();
    List<Token> where = rest.stream().filter(token -> !token.is(Kind.WORDS)).toList();
    for (Target target : so.targetsOrPlaces(where)) {
      so.add(
          new Amendment.InsertWords(
              target.citation(), target.extent(), so.sentences(target), inserted, position));
    }
    return 1;
  }

  private static boolean isRow(Understanding so) {
    return so.places().stream()
        .anyMatch(
            place ->
                !place.citation().steps().isEmpty()
                    && place.citation().last().kind() == Step.Kind.TABLE);
  }
}
