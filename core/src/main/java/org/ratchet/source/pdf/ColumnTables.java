package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables as wide as one column: small type without serifs between rules across the column, with a
 * title above the first.
 */
final class ColumnTables {

  private static final float TABLE_TYPE = 8.7f;
  private static final float ASCENT = 0.8f;
  private static final int CLOSED = 3;

  private final Page page;
  private final Column column;
  private final List<Chunk> chunks;
  private final List<Stroke> strokes;
  private boolean open;

  /**
   * A column.
   *
   * @param open whether a table of the column before has not ended
   */
  ColumnTables(Page page, Column column, List<Chunk> chunks, List<Stroke> strokes, boolean open) {
    this.page = page;
    this.column = column;
    this.chunks = chunks;
    this.strokes = strokes;
    this.open = open;
  }

  /** Whether a table of this column has not ended. */
  boolean isOpen() {
    return open;
  }

  /** The items of the column with the lines of each table gathered into one. */
  List<Item> gather(List<Item> items) {
    List<Item> out = new ArrayList<>();
    int i = 0;
    if (open && !items.isEmpty() && isTableLine(items.get(0))) {
      int end = end(items, 0);
      out.add(part(bottom(items.get(end)), top(items.get(0)), true));
      i = end + 1;
      open = isLast(items, end) && rules(items, 0, end) == 0;
    } else if (!items.isEmpty()) {
      open = false;
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
        out.add(part(bottom, top, false));
        open = isLast(items, end) && rules(items, i, end) < CLOSED;
        i = end + 1;
      } else {
        out.add(items.get(i));
        i++;
      }
    }
    return out;
  }

  /** Whether a table goes on to the end of its column without a rule that closes it. */
  private static boolean isLast(List<Item> items, int end) {
    return !(items.get(end) instanceof Item.Divider)
        && items.stream().skip(end + 1L).allMatch(item -> item instanceof Item.NoteLine);
  }

  private static int rules(List<Item> items, int from, int to) {
    int rules = 0;
    for (int i = from; i <= to; i++) {
      rules += items.get(i) instanceof Item.Divider ? 1 : 0;
    }
    return rules;
  }

  private Item part(float bottom, float top, boolean goesOn) {
    return new Item.TablePart(
        page,
        column,
        chunks.stream().filter(c -> c.y >= bottom && c.y <= top).toList(),
        strokes.stream().filter(s -> s.y1() > bottom - 1 && s.y1() <= top + 1).toList(),
        goesOn);
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
      if (!(items.get(i) instanceof Item.Divider) && !isTableLine(items.get(i))) {
        break;
      }
      end = i;
    }
    return end;
  }

  private boolean isTableLine(Item item) {
    return item instanceof Item.TextLine text
        && text.line().isSans()
        && text.line().size < TABLE_TYPE
        && (!text.line().isBold() || isRuled(text.line().y));
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
