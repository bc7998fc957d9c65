package org.ratchet.amend;

import java.util.List;
import org.ratchet.amend.Token.Kind;

/** {@code Amend § 744.6 by}, {@code In paragraph (a)}: where, and nothing else. */
final class PlaceForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    boolean leads = statement.is("correct") && at + 1 < statements.size();
    if (!statement.is("amend") && !leads) {
      return 0;
    }
    int page = statement.index(Kind.PAGE);
    if (page >= 0) {
      so.printed(statement.object().get(page).value());
    }
    so.goTo(statement.object().stream().filter(token -> !token.is(Kind.PAGE)).toList());
    return 1;
  }
}
