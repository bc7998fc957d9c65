package org.ratchet.amend;

import java.util.List;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;
import org.ratchet.clause.Step;

/** {@code Remove the 8 entries under “x” and add in their place 10 new entries}. */
final class RowGroupForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement remove = statements.get(at);
    boolean entries = remove.is("remove") && remove.has(Kind.COUNT) && remove.has(Kind.ENTRY_WORD);
    int head = remove.index(Kind.QUOTE);
    if (!entries || head < 0 || at + 1 >= statements.size()) {
      return 0;
    }
    Statement add = statements.get(at + 1);
    if (!add.is("add") || !add.has(Kind.IN_PLACE) || !add.has(Kind.ENTRY_WORD)) {
      return 0;
    }
    String label = so.quoted(remove.object().get(head));
    int removed = count(remove);
    int added = add.has(Kind.COUNT) ? count(add) : 0;
    for (Target place : so.places()) {
      so.add(new Amendment.ReviseRows(place.citation().then(Step.Kind.ROW, label), removed, added));
    }
    return 2;
  }

  private static int count(Statement statement) {
    return Ordinals.count(statement.object().get(statement.index(Kind.COUNT)));
  }
}
