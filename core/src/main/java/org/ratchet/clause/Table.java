package org.ratchet.clause;

/**
 * A table; its children are {@link TableRow}s, its title is the heading.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Table(Citation citation, Content content) implements Clause {

  @Override
  public Table withContent(Content other) {
    return new Table(citation, other);
  }

  @Override
  public Table withCitation(Citation other) {
    return new Table(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTable(this);
  }
}
