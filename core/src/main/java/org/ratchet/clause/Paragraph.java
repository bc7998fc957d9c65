package org.ratchet.clause;

/**
 * A paragraph, designated or not.
 *
 * @param citation its address
 * @param content heading, text, children and place
 */
public record Paragraph(Citation citation, Content content) implements Clause {

  @Override
  public Paragraph withContent(Content other) {
    return new Paragraph(citation, other);
  }

  @Override
  public Paragraph withCitation(Citation other) {
    return new Paragraph(other, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitParagraph(this);
  }
}
