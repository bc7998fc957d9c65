package org.ratchet.clause;

/** What is done with trees of clauses everywhere. */
public final class Clauses {

  private Clauses() {}

  /** The clause and all under it, moved from one address to another. */
  public static Clause rebase(Clause clause, Citation from, Citation to) {
    Content content =
        clause
            .content()
            .withChildren(
                clause.children().stream().map(child -> rebase(child, from, to)).toList());
    return clause.withContent(content).withCitation(clause.citation().rebase(from, to));
  }
}
