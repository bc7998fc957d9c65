package org.ratchet.clause;

/**
 * A subpart, or an undesignated centre heading: it groups sections and is no step of their
 * citations.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Subpart(Citation citation, Content content) implements Clause {

  @Override
  public Subpart withContent(Content other) {
    return new Subpart(citation, other);
  }

  @Override
  public Subpart withCitation(Citation other) {
    return new Subpart(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitSubpart(this);
  }
}
