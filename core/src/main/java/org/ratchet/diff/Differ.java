package org.ratchet.diff;

import java.util.List;
import org.ratchet.amend.State;

/** Compares two states clause by clause. Immutable and safe to share between threads. */
public final class Differ {

  private Differ() {}

  /** The differ of this release. */
  public static Differ standard() {
    return new Differ();
  }

  /**
   * The changes from one state to another, in the order of their citations, editorial ones
   * included. A clause that one side does not know is never an addition or a removal.
   */
  public List<Change> compare(State before, State after) {
    return List.of();
  }
}
