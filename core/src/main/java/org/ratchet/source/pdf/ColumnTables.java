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

  private final Page page;
  private final Column column;
  private final List<Chunk> chunks;
  private final List<Stroke> strokes;

  ColumnTables(Page page, Column column, List<Chunk> chunks, List<Stroke> strokes) {
    this.page = page;
    this.column = column;
    this.chunks = chunks;
    this.strokes = strokes;
  }

  /** The items of the column with the lines of each table gathered into one. */
  List<Item> gather(List<Item> items) {
    List<Item> out = new ArrayList<>();
    int i = 0;
    while (i < items.size()) {
      int end = items.get(i) instanceof Item.Divider ? end(items, i) : i;
      if (end > i) {
        int start = titleStart(out);
        float top = top(start < out.size() ? out.get(start) : items.get(i));
        float bottom = bottom(items.get(end));
        while (out.size() > start) {
          out.remove(out.size() - 1);
        }
        out.add(part(bottom, top));
        i = end + 1;
      } else {
        out.add(items.get(i));
        i++;
      }
    }
    return out;
  }

  private Item part(float bottom, float top) {
    return new Item.TablePart(
        page,
        column.number(),
        column.left(),
        column.right(),
        chunks.stream().filter(c -> c.y >= bottom && c.y <= top).toList(),
        strokes.stream().filter(s -> s.y0() >= bottom - 1 && s.y1() <= top + 1).toList());
  }

  /** The last item of the table that the rule at {@code from} opens, or {@code from} if none. */
  private static int end(List<Item> items, int from) {
    int end = from;
    int rules = 1;
    int lines = 0;
    for (int i = from + 1; i < items.size(); i++) {
      if (items.get(i) instanceof Item.Divider) {
        if (lines == 0) {
          return from;
        }
        rules++;
        end = i;
      } else if (isTableLine(items.get(i))) {
        lines++;
        end = i;
      } else {
        break;
      }
    }
    return rules > 1 && lines > 1 ? end : from;
  }

  private static boolean isTableLine(Item item) {
    return item instanceof Item.TextLine text
        && text.line().isSans()
        && !text.line().isBold()
        && text.line().size < TABLE_TYPE;
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
