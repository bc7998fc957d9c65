package org.ratchet.amend;

import java.util.List;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;

/** {@code Remove the definition of “x” from after that of “y” and add it after that of “z”}. */
final class MoveForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    if (at + 1 >= statements.size()) {
      return 0;
    }
    Statement remove = statements.get(at);
    Statement add = statements.get(at + 1);
    int after = add.index(Kind.AFTER);
    if (!remove.is("remove") || !add.is("add") || !add.has(Kind.IT) || after < 0) {
      return 0;
    }
    List<Target> units = so.targets(remove.object());
    List<Target> others = so.targets(add.object().subList(after + 1, add.object().size()));
    if (units.size() == 1 && others.size() == 1) {
      so.add(new Amendment.MoveBehind(units.get(0).citation(), others.get(0).citation()));
    } else {
      so.problem("it does not say which unit moves behind which");
    }
    return 2;
  }
}
