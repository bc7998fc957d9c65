package org.ratchet.clause;

/**
 * A supplement or appendix of a part.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Supplement(Citation citation, Content content) implements Clause {

  @Override
  public Supplement withContent(Content other) {
    return new Supplement(citation, other);
  }

  @Override
  public Supplement withCitation(Citation other) {
    return new Supplement(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitSupplement(this);
  }
}
