package org.ratchet.clause;

/**
 * Asterisks: clauses that exist and are not shown.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Ellipsis(Citation citation, Content content) implements Clause {

  @Override
  public Ellipsis withContent(Content other) {
    return new Ellipsis(citation, other);
  }

  @Override
  public Ellipsis withCitation(Citation other) {
    return new Ellipsis(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitEllipsis(this);
  }
}
