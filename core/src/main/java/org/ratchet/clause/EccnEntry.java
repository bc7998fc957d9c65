package org.ratchet.clause;

/**
 * An entry of the Commerce Control List; its children are {@link EccnPart}s.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record EccnEntry(Citation citation, Content content) implements Clause {

  @Override
  public EccnEntry withContent(Content other) {
    return new EccnEntry(citation, other);
  }

  @Override
  public EccnEntry withCitation(Citation other) {
    return new EccnEntry(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitEccnEntry(this);
  }
}
