package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.diff.TextEdit;
import org.ratchet.meaning.Finding.Certainty;

/**
 * What changes no legal effect: citations of authority, and paragraphs that an instruction gave
 * another designation with the same words under the same section.
 */
final class StructureCheck implements Check {

  @Override
  public String id() {
    return "structure";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      Clause clause = change.after().or(change::before).orElseThrow();
      boolean authority =
          clause.citation().steps().stream().anyMatch(step -> step.kind() == Kind.AUTHORITY);
      if (authority) {
        findings.add(finding(change, change.citation() + " names other authorities for the part."));
      } else if (change instanceof Change.Paired pair && renumbered(pair)) {
        findings.add(
            finding(
                change,
                pair.old().citation()
                    + " is now "
                    + pair.now().citation()
                    + " in the same words."));
      }
    }
    return findings;
  }

  private static boolean renumbered(Change.Paired pair) {
    boolean sameWords =
        pair.edits().stream().allMatch(e -> e.kind() == TextEdit.Kind.EQUAL || e.editorial())
            && pair.old().content().ownText().equals(pair.now().content().ownText());
    return sameWords && Places.sameSection(pair.old(), pair.now());
  }

  private Finding finding(Change change, String statement) {
    return Findings.by(id(), change.citation())
        .on(Facet.STRUCTURE)
        .explaining(List.of(change))
        .showing(change)
        .towards(Direction.UNCHANGED, Certainty.BY_POLARITY)
        .saying(statement);
  }
}
