package org.ratchet.source.pdf;

import java.util.List;
import org.ratchet.text.Box;
import org.ratchet.text.Run;

/** A line of text in a column. */
final class Line {

  private static final float NEARLY_ALL = 0.95f;

  final Page page;
  final Column column;
  final int number;
  final float y;
  final float x0;
  final float x1;
  final float size;
  final boolean marked;
  final List<Run> runs;
  final String text;
  private final float bold;
  private final float italic;
  private final float sans;
  private final float firstWord;

  Line(Page page, Column column, int number, LineSetter setter) {
    this.page = page;
    this.column = column;
    this.number = number;
    this.y = setter.y;
    this.x0 = setter.x0;
    this.x1 = setter.x1;
    this.size = setter.size;
    this.marked = setter.marked;
    this.runs = setter.runs();
    StringBuilder joined = new StringBuilder();
    runs.forEach(run -> joined.append(run.text()));
    this.text = joined.toString();
    LineSetter.Shares shares = setter.shares();
    this.bold = shares.bold();
    this.italic = shares.italic();
    this.sans = shares.sans();
    this.firstWord = setter.firstWord;
  }

  boolean isBold() {
    return bold >= NEARLY_ALL;
  }

  boolean isItalic() {
    return italic >= NEARLY_ALL;
  }

  boolean isSans() {
    return sans >= NEARLY_ALL;
  }

  /** Whether this line stands under another one in the same column. */
  boolean isBelow(Line before) {
    return y < before.y
        && page.number() == before.page.number()
        && column.number() == before.column.number()
        && column.equals(before.column);
  }

  float indent() {
    return x0 - column.left();
  }

  Box box() {
    return page.turn().back(new Box(x0, y, x1 - x0, size));
  }

  /** Whether the first word of the next line would not have found room at the end of this one. */
  boolean isFull(Line next, float slack) {
    return next.firstWord + 0.2f * size > column.right() - x1 - slack;
  }
}
