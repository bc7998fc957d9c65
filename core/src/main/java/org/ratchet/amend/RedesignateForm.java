package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;

/** {@code (f) through (h) as (d) through (f), Note 3 as Note 4}: as many on each side. */
final class RedesignateForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    if (!statement.is("redesignate")) {
      return 0;
    }
    if (so.places().size() > 1) {
      so.problem("it names several places at once for what follows");
      return 1;
    }
    redesignate(statement.object(), so);
    return 1;
  }

  private static void redesignate(List<Token> tokens, Understanding so) {
    List<Target> open = new ArrayList<>();
    boolean to = false;
    boolean any = false;
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i < tokens.size() && !tokens.get(i).is(Kind.AS)) {
        continue;
      }
      List<Target> named = new ArrayList<>(so.targets(tokens.subList(start, i)));
      start = i + 1;
      if (to) {
        if (named.size() < open.size()) {
          break;
        }
        for (Target from : open) {
          so.add(new Amendment.Redesignate(from.citation(), named.remove(0).citation()));
          any = true;
        }
      }
      to = true;
      open = named;
    }
    if (!open.isEmpty() || !any) {
      so.problem("it does not name as many new designations as old ones");
    }
  }
}
