package org.ratchet.clause;

/**
 * A part of the CFR: sections, subparts, supplements and its authority citation under it.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Part(Citation citation, Content content) implements Clause {

  @Override
  public Part withContent(Content other) {
    return new Part(citation, other);
  }

  @Override
  public Part withCitation(Citation other) {
    return new Part(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitPart(this);
  }
}
