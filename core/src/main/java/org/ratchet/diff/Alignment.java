package org.ratchet.diff;

import java.util.List;
import org.ratchet.clause.Clause;

/**
 * Which clause answers to which.
 *
 * @param pairs clauses that answer to each other
 * @param before clauses with no answer after
 * @param after clauses with no answer before
 */
public record Alignment(List<Pair> pairs, List<Clause> before, List<Clause> after) {

  /** Copies the lists. */
  public Alignment {
    pairs = List.copyOf(pairs);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * Two clauses that answer to each other.
   *
   * @param before the clause before
   * @param after the clause after
   * @param pass the pass that paired them
   * @param confidence from 0 to 1
   * @param relation whether the two stand alone or one of them is a part of the other; a clause
   *     that was split or merged is in several pairs
   */
  public record Pair(
      Clause before, Clause after, Pass pass, double confidence, Relation relation) {}

  /** How two clauses that answer to each other relate. */
  public enum Relation {
    /** One clause before, one after. */
    ONE_TO_ONE,
    /** The clause before became several, of which the clause after is one. */
    SPLIT,
    /** Several clauses, of which the clause before is one, became the clause after. */
    MERGED
  }

  /** The passes of the aligner, in their order. */
  public enum Pass {
    /** Same citation, through the redesignations the ledger knows. */
    CITATION,
    /** Same text at another place. */
    TEXT,
    /** Same heading or defined term. */
    HEADING,
    /** Similar content above the floor. */
    CONTENT
  }
}
