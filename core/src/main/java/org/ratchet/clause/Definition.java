package org.ratchet.clause;

/**
 * A defined term, the heading, and its meaning.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Definition(Citation citation, Content content) implements Clause {

  @Override
  public Definition withContent(Content other) {
    return new Definition(citation, other);
  }

  @Override
  public Definition withCitation(Citation other) {
    return new Definition(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitDefinition(this);
  }
}
