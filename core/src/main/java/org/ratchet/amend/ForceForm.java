package org.ratchet.amend;

import java.util.List;
import org.ratchet.amend.Amendment.Force;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;

/** {@code Section 744.6(a) is stayed until …}, {@code lift the stay of}, {@code delay}. */
final class ForceForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    Force force;
    switch (statement.verb()) {
      case "stay", "suspend" -> force = Force.STAYED;
      case "lift" -> force = Force.RESTORED;
      case "withdraw" -> force = Force.WITHDRAWN;
      case "delay" -> force = Force.DELAYED;
      default -> {
        return 0;
      }
    }
    int until = statement.index(Kind.UNTIL);
    String date = until < 0 ? "" : statement.object().get(until).value();
    List<Token> rest =
        statement.object().stream()
            .filter(token -> !token.is(Kind.UNTIL) && !token.is(Kind.FORCE))
            .toList();
    for (Target target : so.targetsOrPlaces(rest)) {
      if (target.citation().steps().isEmpty()) {
        so.problem("it does not say which unit");
      } else {
        so.add(
            new Amendment.ChangeForce(
                target.citation(), target.extent(), so.sentences(target), force, date));
      }
    }
    return 1;
  }
}
