package org.ratchet.meaning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;

/**
 * Findings with one legal effect: where the license requirements of an entry cite the section that
 * states the requirement, and both moved the same way, the entry and the section say one thing.
 */
final class Effects {

  private static final Pattern CITED =
      Pattern.compile("§ ?(\\d{3}\\.\\d+(?:\\([A-Za-z0-9]{1,5}\\))*)");

  private Effects() {}

  /** The findings, each with the effect that it shares. */
  static List<Finding> shared(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                stated(finding, findings).map(f -> finding.sharing(f.effect())).orElse(finding))
        .toList();
  }

  /** The finding at the section that states the requirement of an entry. */
  private static Optional<Finding> stated(Finding finding, List<Finding> findings) {
    Citation entry = finding.citation().upTo(Kind.ECCN);
    boolean moved =
        finding.direction() == Direction.TIGHTER || finding.direction() == Direction.LOOSER;
    if (entry.steps().isEmpty() || finding.facet() != Facet.DESTINATION || !moved) {
      return Optional.empty();
    }
    String number = Entries.name(entry);
    return finding.evidence().stream()
        .flatMap(evidence -> CITED.matcher(ThresholdText.normalise(evidence.text())).results())
        .map(cited -> Citation.parse("15 CFR " + cited.group(1)))
        .flatMap(
            cited ->
                findings.stream()
                    .filter(f -> cited.isPrefixOf(f.citation()) || cited.equals(f.citation()))
                    .filter(f -> f.facet() == Facet.DESTINATION)
                    .filter(f -> f.direction() == finding.direction())
                    .filter(f -> f.evidence().stream().anyMatch(e -> e.text().contains(number))))
        .findFirst();
  }
}
