package org.ratchet.amend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ratchet.amend.Amendment.ReviseRows;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Step;
import org.ratchet.clause.TableRow;

/** Rows of a table that stand under a row that heads them. */
final class RowGroups {

  private RowGroups() {}

  /** The rows behind the one that heads them, up to the next such row or what is not shown. */
  static List<Clause> under(Clause head, List<Clause> siblings) {
    return siblings.stream()
        .dropWhile(row -> !row.equals(head))
        .skip(1)
        .takeWhile(row -> row instanceof TableRow && !heads(row))
        .toList();
  }

  /** A row with a first cell alone heads those below it. */
  static boolean heads(Clause row) {
    return row instanceof TableRow table && table.cells().size() == 1;
  }

  /** Whether the last of the rows is the last of its group, and none may be hidden behind it. */
  private static boolean ends(Clause head, List<Clause> group, List<Clause> siblings) {
    int next = siblings.indexOf(head) + group.size() + 1;
    return next >= siblings.size() || !(siblings.get(next) instanceof Ellipsis);
  }

  /**
   * The list with other rows under the one that heads them.
   *
   * @throws Refusal if there are not as many rows as the instruction says
   */
  static List<Clause> replaced(
      ReviseRows revise, Clause head, List<Clause> siblings, List<Clause> shown) throws Refusal {
    List<Clause> old = under(head, siblings);
    if (old.size() != revise.removed()) {
      boolean all = ends(head, old, siblings);
      throw new Refusal(
          all ? Status.AMBIGUOUS : Status.REFUSED,
          (all ? "there are " : "the text before shows only ")
              + old.size()
              + " rows under "
              + revise.target()
              + ", not "
              + revise.removed());
    }
    int from = siblings.indexOf(head) + 1;
    List<Clause> list = new ArrayList<>(siblings.subList(0, from));
    List<Clause> rest = siblings.subList(from + old.size(), siblings.size());
    Set<Citation> taken = new HashSet<>();
    list.forEach(row -> taken.add(row.citation()));
    rest.forEach(row -> taken.add(row.citation()));
    for (Clause row : shown) {
      Citation at = free(head.citation().parent(), row.citation().last(), taken);
      list.add(row.withCitation(at));
    }
    list.addAll(rest);
    return list;
  }

  /** The first place for a row of this label that no other row has. */
  private static Citation free(Citation table, Step label, Set<Citation> taken) {
    int ordinal = 0;
    while (!taken.add(table.then(new Step(label.kind(), label.label(), ordinal)))) {
      ordinal++;
    }
    return table.then(new Step(label.kind(), label.label(), ordinal));
  }
}
