package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.amend.Amendment.ReplaceWords;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;

/** {@code On page 5, in § 744.6, “x” is corrected to read “y”}. */
final class CorrectedWordsForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    boolean reads = at + 1 < statements.size() && statements.get(at + 1).has(Kind.TO_READ);
    int from = statement.index(Kind.QUOTE);
    if (!statement.is("correct") || !reads || from < 0) {
      return 0;
    }
    int to = statements.get(at + 1).index(Kind.QUOTE);
    if (to < 0) {
      return 0;
    }
    int page = statement.index(Kind.PAGE);
    if (page >= 0) {
      so.printed(statement.object().get(page).value());
    }
    String words = so.quoted(statement.object().get(from));
    String replacement = so.quoted(statements.get(at + 1).object().get(to));
    List<Token> where = new ArrayList<>(statement.object());
    where.removeIf(t -> t.is(Kind.QUOTE) || t.is(Kind.PAGE) || t.is(Kind.WORDS));
    for (Target target : so.targetsOrPlaces(where)) {
      if (target.citation().steps().isEmpty()) {
        so.problem("it does not say in which unit the words stand");
      } else {
        so.add(
            new ReplaceWords(
                target.citation(), target.extent(), so.sentences(target), words, replacement, 1));
      }
    }
    return 2;
  }
}
