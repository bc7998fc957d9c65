package org.ratchet.diff;

import java.util.List;
import java.util.Optional;
import org.ratchet.amend.LedgerLine;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;

/**
 * One difference between two states. A clause that was added or removed with all its children is
 * one change, at the uppermost clause; a revised clause is a change in its own text, heading or
 * cells. What a unit says of the documents that made it is compared apart.
 */
public sealed interface Change {

  /** Stable id from content: the same change has the same id in the next run. */
  String id();

  /** Where the reader finds it: the citation after, or before if it is gone. */
  Citation citation();

  /** The clause before, if it was known. */
  Optional<Clause> before();

  /** The clause after, if it is there. */
  Optional<Clause> after();

  /** Word-level edits of the clause's own text; empty if one side is missing. */
  List<TextEdit> edits();

  /** The instruction that made it, if known. */
  Optional<LedgerLine> cause();

  /** Whether it has no other edits than editorial ones, or only keeps a place free. */
  default boolean editorial() {
    return !edits().isEmpty()
        && edits().stream().allMatch(e -> e.kind() == TextEdit.Kind.EQUAL || e.editorial());
  }

  private static boolean keptFree(Clause clause) {
    String text = clause.content().ownText().strip();
    return (text.equalsIgnoreCase("[Reserved]") || text.equalsIgnoreCase("[Reserved]."))
        && clause.children().isEmpty();
  }

  /** The kind in one word, as reports print it: {@code added}, {@code set out}, {@code revised}. */
  String kind();

  /** A clause that is there after and was certainly absent before. */
  record Added(String id, Clause clause, Optional<LedgerLine> cause) implements Change {
    @Override
    public Citation citation() {
      return clause.citation();
    }

    @Override
    public Optional<Clause> before() {
      return Optional.empty();
    }

    @Override
    public Optional<Clause> after() {
      return Optional.of(clause);
    }

    @Override
    public List<TextEdit> edits() {
      return List.of();
    }

    /** A place that is only kept free holds no law. */
    @Override
    public boolean editorial() {
      return keptFree(clause);
    }

    @Override
    public String kind() {
      return "added";
    }
  }

  /** A clause whose text is known after and was unknown before: neither added nor revised. */
  record SetOut(String id, Clause clause, Optional<LedgerLine> cause) implements Change {
    @Override
    public Citation citation() {
      return clause.citation();
    }

    @Override
    public Optional<Clause> before() {
      return Optional.empty();
    }

    @Override
    public Optional<Clause> after() {
      return Optional.of(clause);
    }

    @Override
    public List<TextEdit> edits() {
      return List.of();
    }

    @Override
    public String kind() {
      return "set out";
    }
  }

  /** A clause that was there before and is certainly gone. */
  record Removed(String id, Clause clause, Optional<LedgerLine> cause) implements Change {
    @Override
    public Citation citation() {
      return clause.citation();
    }

    @Override
    public Optional<Clause> before() {
      return Optional.of(clause);
    }

    @Override
    public Optional<Clause> after() {
      return Optional.empty();
    }

    @Override
    public List<TextEdit> edits() {
      return List.of();
    }

    /** A place that is only kept free holds no law. */
    @Override
    public boolean editorial() {
      return keptFree(clause);
    }

    @Override
    public String kind() {
      return "removed";
    }
  }

  /** A pair of clauses that answer to each other, and how they differ. */
  record Paired(
      String id,
      PairKind pairKind,
      Clause old,
      Clause now,
      List<TextEdit> edits,
      Optional<LedgerLine> cause)
      implements Change {

    /** Copies the edits. */
    public Paired {
      edits = List.copyOf(edits);
    }

    @Override
    public Citation citation() {
      return now.citation();
    }

    @Override
    public Optional<Clause> before() {
      return Optional.of(old);
    }

    @Override
    public Optional<Clause> after() {
      return Optional.of(now);
    }

    @Override
    public boolean editorial() {
      return pairKind == PairKind.REVISED && Change.super.editorial();
    }

    /**
     * Whether the two are one clause before and after. A clause that was split or merged answers to
     * several, and the edits to one of them show as lost or gained what the others hold.
     */
    public boolean oneToOne() {
      return pairKind != PairKind.SPLIT && pairKind != PairKind.MERGED;
    }

    @Override
    public String kind() {
      return pairKind.word();
    }
  }

  /**
   * Another citation of the documents that made and amended a unit: its history, which is no law.
   *
   * @param citation the unit after
   * @param before the citation before as text of the unit; empty if the unit had none
   * @param after the citation after, likewise
   */
  record Sources(
      String id,
      Citation citation,
      Optional<Clause> before,
      Optional<Clause> after,
      List<TextEdit> edits)
      implements Change {

    /** Copies the edits. */
    public Sources {
      edits = List.copyOf(edits);
    }

    @Override
    public Optional<LedgerLine> cause() {
      return Optional.empty();
    }

    @Override
    public boolean editorial() {
      return true;
    }

    @Override
    public String kind() {
      return "source citation";
    }
  }

  /** How two clauses that answer to each other differ. */
  enum PairKind {
    /** The text differs at the same citation. */
    REVISED("revised"),
    /** The same or similar text stands at another place. */
    MOVED("moved"),
    /** An instruction gave it another designation. */
    REDESIGNATED("redesignated"),
    /** One of several clauses that one clause became. */
    SPLIT("split"),
    /** One clause that several became. */
    MERGED("merged"),
    /** The text was removed and the designation kept as reserved. */
    RESERVED("reserved");

    private final String word;

    PairKind(String word) {
      this.word = word;
    }

    /** As reports print it. */
    public String word() {
      return word;
    }
  }
}
