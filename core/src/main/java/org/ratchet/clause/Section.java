package org.ratchet.clause;

/**
 * A section: {@code § 744.23}, its subject as heading.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Section(Citation citation, Content content) implements Clause {

  @Override
  public Section withContent(Content other) {
    return new Section(citation, other);
  }

  @Override
  public Section withCitation(Citation other) {
    return new Section(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitSection(this);
  }
}
