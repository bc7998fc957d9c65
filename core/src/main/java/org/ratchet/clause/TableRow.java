package org.ratchet.clause;

import java.util.List;
import org.ratchet.text.Run;

/**
 * A row of a table.
 *
 * @param citation its address
 * @param cells from left to right
 * @param content heading, text, children and place
 */
public record TableRow(Citation citation, List<List<Run>> cells, Content content)
    implements Clause {

  /** Copies the cells. */
  public TableRow {
    cells = cells.stream().map(List::copyOf).toList();
  }

  @Override
  public TableRow withContent(Content other) {
    return new TableRow(citation, cells, other);
  }

  @Override
  public TableRow withCitation(Citation other) {
    return new TableRow(other, cells, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTableRow(this);
  }
}
