package org.ratchet.clause;

import java.util.List;
import org.ratchet.text.Run;

/**
 * A row of an entry's license requirements table: which control applies to which paragraphs, and
 * where.
 *
 * @param citation its address
 * @param control first cell: {@code RS applies to 3A090.a}
 * @param where second cell: {@code AT Column 1}, or destinations in words
 * @param content heading, text, children and place
 */
public record ControlRow(Citation citation, List<Run> control, List<Run> where, Content content)
    implements Clause {

  /** Copies the lists. */
  public ControlRow {
    control = List.copyOf(control);
    where = List.copyOf(where);
  }

  @Override
  public ControlRow withContent(Content other) {
    return new ControlRow(citation, control, where, other);
  }

  @Override
  public ControlRow withCitation(Citation other) {
    return new ControlRow(other, control, where, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitControlRow(this);
  }
}
