package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ratchet.diff.Change;

/**
 * Runs the checks, and sees to it that no change of substance stays without a finding. Immutable
 * and safe to share between threads.
 */
public final class Meaning {

  private final List<Check> checks;

  private Meaning(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** The checks of this release with its vocabulary. */
  public static Meaning standard() {
    return with(Vocabulary.standard());
  }

  /** The checks of this release with another vocabulary of quantities. */
  public static Meaning with(Vocabulary vocabulary) {
    return of(
        List.of(
            new ControlCriterionCheck(vocabulary),
            new DestinationCheck(),
            new PlaceCheck(),
            new ListedDestinationCheck(),
            new ExceptionLineCheck(),
            new StaCheck(),
            new ReviewPolicyCheck(),
            new ReviewSlicesCheck(),
            new ThresholdWordingCheck(vocabulary),
            new FigureCheck(),
            new NewProvisionCheck(),
            new AlternativeCheck(),
            new ConditionCheck(),
            new ListedNumbersCheck(),
            new AssociatedCheck(),
            new DestinedCheck(),
            new RearrangedCheck(),
            new SentenceCheck(),
            new AddedWordsCheck(),
            new CountryGroupCheck(),
            new EntityCheck(),
            new StayCheck(),
            new SavingsCheck(),
            new StructureCheck(),
            new DefinitionCheck(vocabulary),
            new ReferenceCheck()));
  }

  /**
   * Checks of the caller's choice.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public static Meaning of(List<Check> checks) {
    Set<String> ids = new HashSet<>();
    for (Check check : checks) {
      if (!ids.add(check.id())) {
        throw new IllegalArgumentException("two checks have the id " + check.id());
      }
    }
    return new Meaning(checks);
  }

  /** The checks, in the order of their ids. */
  public List<Check> checks() {
    return checks.stream().sorted(Comparator.comparing(Check::id)).toList();
  }

  /**
   * The findings of all checks, in the order of citations. A change that no check explains becomes
   * an undetermined finding with the reason.
   */
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    // Checks are stateless and do not know each other: each may run while others do.
    checks.parallelStream()
        .map(check -> check.examine(delta))
        .toList()
        .forEach(
            those ->
                those.stream().filter(finding -> ids.add(finding.id())).forEach(findings::add));
    List<Finding> found = List.copyOf(findings);
    for (Check check : checks) {
      findings.addAll(check.follow(delta, found));
    }
    Set<String> explained = new HashSet<>();
    findings.forEach(finding -> explained.addAll(finding.changes()));
    for (Change change : delta.changes()) {
      if (!explained.contains(change.id())) {
        findings.add(Unexplained.finding(change));
      }
    }
    findings.sort(
        Comparator.comparing(Finding::citation)
            .thenComparing(Finding::check)
            .thenComparing(Finding::statement));
    Discussion discussion = Discussion.of(delta.rulesAfter());
    return Effects.shared(findings).stream().map(discussion::explaining).toList();
  }
}
