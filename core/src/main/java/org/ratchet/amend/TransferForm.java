package org.ratchet.amend;

import java.util.List;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;
import org.ratchet.clause.Citation;

/** {@code Redesignate § 22.75 as § 22.325 and transfer to subpart E}. */
final class TransferForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    int to = last("to", statement.object());
    if (!statement.is("transfer") || to < 0) {
      return 0;
    }
    int from = last("from", statement.object().subList(0, to));
    List<Target> named = so.targets(statement.object().subList(0, from < 0 ? to : from));
    List<Target> holders =
        so.targets(statement.object().subList(to + 1, statement.object().size()));
    List<Citation> units =
        named.isEmpty() ? last(so) : named.stream().map(Target::citation).toList();
    if (holders.size() != 1 || units.isEmpty()) {
      so.problem("it does not say what is transferred where");
      return 1;
    }
    units.forEach(unit -> so.add(new Amendment.Transfer(unit, holders.get(0).citation())));
    return 1;
  }

  private static int last(String preposition, List<Token> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).is(Kind.PREPOSITION) && tokens.get(i).lower().equals(preposition)) {
        return i;
      }
    }
    return -1;
  }

  /** What was redesignated just before, under its new designation; else the place. */
  private static List<Citation> last(Understanding so) {
    List<Citation> moved =
        so.operations().stream()
            .filter(Amendment.Redesignate.class::isInstance)
            .map(operation -> ((Amendment.Redesignate) operation).to())
            .toList();
    return moved.isEmpty() ? so.places().stream().map(Target::citation).toList() : moved;
  }
}
