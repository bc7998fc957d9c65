package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.source.pdf.Item.Opening;

/**
 * Tables as wide as one column: small type without serifs between rules across the column, with a
 * title above the first.
 */
final class ColumnTables {

  private static final float TABLE_TYPE = 8.7f;
  private static final float ASCENT = 0.8f;
  private static final int CLOSED = 3;

  /** A heading within a table stands close under the rule or row before it. */
  private static final float CLOSE = 4;

  private final Page page;
  private final Column column;
  private final List<Chunk> chunks;
  private final List<Stroke> strokes;
  private Optional<Opening> open;

  /**
   * A column.
   *
   * @param open what may go on from the column before
   */
  ColumnTables(
      Page page, Column column, List<Chunk> chunks, List<Stroke> strokes, Optional<Opening> open) {
    this.page = page;
    this.column = column;
    this.chunks = chunks;
    this.strokes = strokes;
    this.open = open;
  }

  /** What of a table of this column may go on in the next. */
  Optional<Opening> open() {
    return open;
  }

  /** The items of the column with the lines of each table gathered into one. */
  List<Item> gather(List<Item> items) {
    List<Item> out = new ArrayList<>();
    int i = 0;
    if (goesOn(items)) {
      Opening opening = open.orElseThrow();
      int end = end(items, 0);
      out.add(part(bottom(items.get(end)), top(items.get(0)), opening));
      i = end + 1;
      boolean notes = opening == Opening.NOTES || rules(items, 0, end) > 0;
      open = opening(items, end, notes);
    } else if (!items.isEmpty()) {
      open = Optional.empty();
    }
    while (i < items.size()) {
      int end = items.get(i) instanceof Item.Divider ? tableEnd(items, i) : i;
      if (end > i) {
        int start = titleStart(out);
        float top = top(start < out.size() ? out.get(start) : items.get(i));
        float bottom = bottom(items.get(end));
        while (out.size() > start) {
          out.remove(out.size() - 1);
        }
        out.add(part(bottom, top, Opening.TABLE));
        open = opening(items, end, rules(items, i, end) >= CLOSED);
        i = end + 1;
      } else {
        out.add(items.get(i));
        i++;
      }
    }
    return out;
  }

  /** Rows go on up to the rule that closes the table; notes without any rule. */
  private boolean goesOn(List<Item> items) {
    return open.isPresent()
        && !items.isEmpty()
        && isTableLine(items.get(0))
        && (open.get() == Opening.ROWS || rules(items, 0, end(items, 0)) == 0);
  }

  /** What goes on where a table reaches the end of its column: its rows, or only its notes. */
  private static Optional<Opening> opening(List<Item> items, int end, boolean notes) {
    boolean last = items.stream().skip(end + 1L).allMatch(item -> item instanceof Item.NoteLine);
    boolean ruled = items.get(end) instanceof Item.Divider;
    if (!last || (ruled && !notes)) {
      return Optional.empty();
    }
    return Optional.of(notes ? Opening.NOTES : Opening.ROWS);
  }

  private static int rules(List<Item> items, int from, int to) {
    int rules = 0;
    for (int i = from; i <= to; i++) {
      rules += items.get(i) instanceof Item.Divider ? 1 : 0;
    }
    return rules;
  }

  private Item part(float bottom, float top, Opening opening) {
    return new Item.TablePart(
        page,
        column,
        chunks.stream().filter(c -> c.y >= bottom && c.y <= top).toList(),
        strokes.stream().filter(s -> s.y1() > bottom - 1 && s.y1() <= top + 1).toList(),
        opening);
  }

  /** The last item of the table that the rule at {@code from} opens, or {@code from} if none. */
  private int tableEnd(List<Item> items, int from) {
    boolean lines = from + 1 < items.size() && isTableLine(items.get(from + 1));
    int end = lines ? end(items, from) : from;
    return rules(items, from, end) > 1 ? end : from;
  }

  /** The last of the lines and rules of a table from a place on. */
  private int end(List<Item> items, int from) {
    int end = from;
    for (int i = from + 1; i < items.size(); i++) {
      Item item = items.get(i);
      if (item instanceof Item.Divider || isTableLine(item)) {
        end = i;
      } else if (!isSmallSans(item) || bottom(items.get(i - 1)) - top(item) > CLOSE) {
        break;
      }
    }
    return end;
  }

  /** Heavy type is of a table if it is ruled, or a heading above rows of light type. */
  private boolean isTableLine(Item item) {
    return item instanceof Item.TextLine text
        && isSmallSans(item)
        && (!text.line().isBold() || isRuled(text.line().y));
  }

  private static boolean isSmallSans(Item item) {
    return item instanceof Item.TextLine text
        && text.line().isSans()
        && text.line().size < TABLE_TYPE;
  }

  private boolean isRuled(float y) {
    return strokes.stream().anyMatch(s -> s.isVertical() && s.coversY(y + 1));
  }

  private int titleStart(List<Item> out) {
    int start = out.size();
    while (start > 0
        && out.get(start - 1) instanceof Item.TextLine text
        && text.line().isSans()
        && !text.line().isBold()) {
      start--;
    }
    return start;
  }

  private static float top(Item item) {
    if (item instanceof Item.TextLine text) {
      return text.line().y + ASCENT * text.line().size;
    }
    return item instanceof Item.Divider divider ? divider.y() : 0;
  }

  private static float bottom(Item item) {
    if (item instanceof Item.TextLine text) {
      return text.line().y - 1;
    }
    return item instanceof Item.Divider divider ? divider.y() : 0;
  }
}
