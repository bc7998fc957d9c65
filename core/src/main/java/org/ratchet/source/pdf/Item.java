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
   * @param opening what it opens with
   */
  record TablePart(
      Page page, Column column, List<Chunk> chunks, List<Stroke> strokes, Opening opening)
      implements Item {

    /** Whether it goes on with a table of the column before. */
    boolean goesOn() {
      return opening != Opening.TABLE;
    }
  }

  /** What a part of a table opens with. */
  enum Opening {
    /** A table: its title, a rule or its head. */
    TABLE,
    /** Rows of a table of the column before, without a rule or a head. */
    ROWS,
    /** Notes of a table that was closed in the column before. */
    NOTES
  }

  /** An image. */
  record Picture(Page page, int column, Box box, String name) implements Item {}
}
