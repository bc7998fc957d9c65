package org.ratchet.clause;

/**
 * A note, technical note or N.B. and what it belongs to.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Note(Citation citation, Content content) implements Clause {

  @Override
  public Note withContent(Content other) {
    return new Note(citation, other);
  }

  @Override
  public Note withCitation(Citation other) {
    return new Note(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitNote(this);
  }
}
