package org.ratchet.source.pdf;

import java.util.List;
import org.ratchet.text.Box;

/** What follows one after the other when a page is read. */
sealed interface Item {

  /** A line of text. */
  record TextLine(Line line) implements Item {}

  /** A line of a footnote; where it stands tells to which document it belongs. */
  record NoteLine(Line line) implements Item {}

  /** A rule across a column. */
  record Divider(float y) implements Item {}

  /**
   * The part of a table that is in one place.
   *
   * @param goesOn whether it goes on, without a rule or a head, with a table of the column before
   */
  record TablePart(
      Page page, Column column, List<Chunk> chunks, List<Stroke> strokes, boolean goesOn)
      implements Item {}

  /** An image. */
  record Picture(Page page, int column, Box box, String name) implements Item {}
}
