package org.ratchet.amend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content.Shown;

/** The text that a numbered instruction sets out, for all its operations. */
final class SetOut {

  private final List<Clause> roots;
  private final Map<Citation, List<Clause>> around = new HashMap<>();

  SetOut(List<Clause> roots) {
    this.roots = roots;
    roots.forEach(root -> collect(root, List.of()));
  }

  private void collect(Clause clause, List<Clause> ancestors) {
    if (clause.content().shown() == Shown.WHOLE || !around.containsKey(clause.citation())) {
      around.put(clause.citation(), ancestors);
    }
    List<Clause> path = new ArrayList<>(ancestors);
    path.add(clause);
    clause.children().forEach(child -> collect(child, path));
  }

  /** The clause set out for a target, if exactly one is; one shown whole before one as context. */
  Optional<Clause> find(Citation target) throws Refusal {
    List<Clause> found = new ArrayList<>();
    for (Clause root : roots) {
      found.addAll(new Tree(List.of(root)).meant(target));
    }
    if (found.size() > 1) {
      List<Clause> whole =
          found.stream().filter(clause -> clause.content().shown() == Shown.WHOLE).toList();
      found = whole.isEmpty() ? found.subList(0, 1) : whole;
    }
    if (found.size() > 1) {
      throw new Refusal(
          LedgerLine.Status.AMBIGUOUS, "the text set out shows " + target + " more than once");
    }
    return found.stream().findFirst();
  }

  /** The list in which a clause that is set out stands. */
  List<Clause> siblings(Citation citation) {
    List<Clause> above = around(citation);
    return above.isEmpty() ? roots : above.get(above.size() - 1).children();
  }

  /** The clauses around one that is set out, from the outermost. */
  List<Clause> around(Citation citation) {
    return around.getOrDefault(citation, List.of());
  }
}
