package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.meaning.Finding.Evidence;

/**
 * A paragraph that breaks up into alternatives: where an item falls out and one of the alternatives
 * brings in another, the paragraph as a whole is mixed, and what the alternative does is no finding
 * of its own.
 */
final class Opposed {

  private Opposed() {}

  static List<Finding> joined(List<Finding> findings) {
    List<Finding> joined = new ArrayList<>();
    Set<Finding> taken = new HashSet<>();
    for (Finding whole : findings) {
      List<Finding> parts = findings.stream().filter(part -> against(part, whole)).toList();
      if (!parts.isEmpty()) {
        taken.add(whole);
        taken.addAll(parts);
        joined.add(mixed(whole, parts));
      }
    }
    findings.stream().filter(finding -> !taken.contains(finding)).forEach(joined::add);
    return joined;
  }

  /** Whether the one is decided and stands under the other, which is not, with another witness. */
  private static boolean against(Finding part, Finding whole) {
    return whole.direction() == Direction.UNDETERMINED
        && whole.citation().isPrefixOf(part.citation())
        && (part.direction() == Direction.TIGHTER || part.direction() == Direction.LOOSER)
        && part.witnesses().stream()
            .anyMatch(
                one ->
                    whole.witnesses().stream()
                        .anyMatch(other -> other.caughtAfter() != one.caughtAfter()));
  }

  private static Finding mixed(Finding whole, List<Finding> parts) {
    Set<String> changes = new LinkedHashSet<>(whole.changes());
    List<Evidence> evidence = new ArrayList<>(whole.evidence());
    List<Witness> witnesses = new ArrayList<>(whole.witnesses());
    StringBuilder statement = new StringBuilder(whole.statement());
    for (Finding part : parts) {
      changes.addAll(part.changes());
      evidence.addAll(part.evidence());
      witnesses.addAll(part.witnesses());
      statement.append(' ').append(part.statement());
    }
    return Findings.by(whole.check(), whole.citation())
        .on(whole.facet())
        .towards(Direction.MIXED, Certainty.BY_POLARITY)
        .because("words of the entry that are not interpreted are taken not to cover the item")
        .saying(statement.toString())
        .with(List.copyOf(changes), evidence, witnesses, whole.instruction(), whole.effective());
  }
}
