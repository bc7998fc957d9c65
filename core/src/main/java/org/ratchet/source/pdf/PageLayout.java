package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ratchet.source.Budget;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.pdf.Floats.Band;
import org.ratchet.source.pdf.Item.Opening;
import org.ratchet.source.pdf.Page.Tag;
import org.ratchet.text.Box;

/**
 * The reading order of a page. Floats as wide as several columns cut it into bands; in a band the
 * columns are read from left to right; footnotes stand at the foot of a column under a short rule.
 */
final class PageLayout {

  private static final float NOTE_RULE_SHORTEST = 40;
  private static final float NOTE_RULE_LONGEST = 60;
  private static final float COLUMN_RULE = 0.85f;
  private static final float DOUBLE_RULE = 6;
  private static final float SMALL_IMAGE = 8;
  private static final float HANGING = 4;
  private static final float BESIDE = 15;

  private final Page page;
  private final List<Column> columns;
  private final Column whole;
  private final List<Item> items = new ArrayList<>();
  private int pictures;
  private Optional<Opening> openTable;

  private PageLayout(Page page, List<Column> columns, Optional<Opening> openTable) {
    this.openTable = openTable;
    this.page = page;
    this.columns = columns;
    this.whole = new Column(0, columns.get(0).left(), columns.get(columns.size() - 1).right());
  }

  /** What is on the pages, in reading order. */
  static List<Item> read(List<Page> pages, List<Column> columns, Budget budget)
      throws UnreadableSourceException {
    List<Item> items = new ArrayList<>();
    Optional<Opening> openTable = Optional.empty();
    for (Page page : pages) {
      budget.checkTime();
      PageLayout layout = new PageLayout(page, columns, openTable);
      layout.read();
      items.addAll(layout.items);
      openTable = layout.openTable;
      if (page.isSideways()) {
        items.addAll(sideways(page.upright()));
      }
    }
    return items;
  }

  /** A page that is printed sideways is one column. */
  private static List<Item> sideways(Page page) {
    Column whole = new Column(0, page.left(), page.right());
    PageLayout layout = new PageLayout(page, List.of(whole), Optional.empty());
    layout.readColumns(-Float.MAX_VALUE, Float.MAX_VALUE);
    return layout.items;
  }

  private void read() {
    List<Band> floats = Floats.find(page, columns);
    float above = Float.MAX_VALUE;
    for (Band band : floats) {
      readColumns(band.top(), above);
      readFloat(band);
      above = band.bottom();
    }
    readColumns(-Float.MAX_VALUE, above);
  }

  private void readFloat(Band band) {
    switch (band.kind()) {
      case TABLE -> readTables(band);
      case IMAGE, TEXT -> {
        for (Box image : images(band.bottom(), band.top(), whole.left() - 50, whole.right() + 50)) {
          items.add(picture(image, 0));
        }
        lines(band.chunks(), whole).forEach(line -> items.add(new Item.TextLine(line)));
      }
    }
  }

  /** Parts of a table may follow each other closely, each with title, head and rules of its own. */
  private void readTables(Band band) {
    float top = band.top() + 0.5f;
    for (float end : ends(band)) {
      readTable(band, end, top);
      top = end;
    }
    readTable(band, band.bottom() - 0.5f, top);
  }

  private void readTable(Band band, float bottom, float top) {
    List<Chunk> chunks = band.chunks().stream().filter(c -> c.y > bottom && c.y <= top).toList();
    if (!chunks.isEmpty()) {
      items.add(new Item.TablePart(page, whole, chunks, strokes(bottom, top), Opening.TABLE));
    }
  }

  /**
   * Places between the last rule of one part of a table and the title or first rule of the next.
   */
  private List<Float> ends(Band band) {
    List<Float> rules =
        strokes(band.bottom() - 0.5f, band.top() + 0.5f).stream()
            .filter(s -> s.isHorizontal() && s.width() > COLUMN_RULE * whole.width())
            .map(Stroke::y0)
            .sorted(Comparator.reverseOrder())
            .toList();
    List<Float> ends = new ArrayList<>();
    for (int i = 2; i + 1 < rules.size(); i++) {
      float upper = rules.get(i);
      float lower = rules.get(i + 1);
      List<Chunk> between = band.chunks().stream().filter(c -> c.y < upper && c.y > lower).toList();
      if (between.isEmpty() || Chunk.text(between).strip().endsWith("Continued")) {
        ends.add(upper - 0.5f);
      }
    }
    return ends;
  }

  /** The name of a graphic is printed beside it, or the names follow in the order of the images. */
  private Item picture(Box image, int column) {
    int place = pictures++;
    String inOrder = place < page.tags().size() ? page.tags().get(place).name() : "";
    String name =
        page.tags().stream()
            .filter(tag -> Math.abs(tag.y() - image.y()) < BESIDE)
            .findFirst()
            .map(Tag::name)
            .orElse(inOrder);
    return new Item.Picture(page, column, image, name);
  }

  private List<Line> lines(List<Chunk> chunks, Column column) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (Lines.Row row : Lines.rows(chunks)) {
      lines.add(new Line(page, column, ++number, new LineSetter(row.chunks, row.y, row.size)));
    }
    return lines;
  }

  private void readColumns(float bottom, float top) {
    for (Column column : columns) {
      readColumn(column, bottom, top);
    }
  }

  private void readColumn(Column column, float bottom, float top) {
    List<Chunk> chunks =
        page.chunks().stream()
            .filter(c -> c.y > bottom && c.y <= top && isIn(c.x0, column))
            .toList();
    List<Stroke> strokes =
        strokes(bottom, top).stream()
            .filter(s -> isIn((s.x0() + s.x1()) / 2, column) && s.width() < 1.1f * column.width())
            .toList();
    List<Line> lines = lines(chunks, column);
    float notes = noteRule(lines, strokes, column);
    List<Item> body = new ArrayList<>();
    ColumnTables tables = new ColumnTables(page, column, chunks, strokes, openTable);
    float dividerAt = Float.MAX_VALUE;
    List<Placed> placed = new ArrayList<>();
    for (Line line : lines) {
      placed.add(
          new Placed(line.y, line.y < notes ? new Item.NoteLine(line) : new Item.TextLine(line)));
    }
    for (Stroke stroke : strokes) {
      if (stroke.isHorizontal() && stroke.width() > COLUMN_RULE * column.width()) {
        placed.add(new Placed(stroke.y0(), new Item.Divider(stroke.y0())));
      }
    }
    for (Box image : images(bottom, top, column.left(), column.right())) {
      placed.add(new Placed(image.y() + image.height(), picture(image, column.number())));
    }
    placed.sort(Comparator.comparingDouble(p -> -p.y()));
    for (Placed one : placed) {
      if (one.item() instanceof Item.Divider divider) {
        if (dividerAt - divider.y() > DOUBLE_RULE) {
          body.add(divider);
        }
        dividerAt = divider.y();
      } else {
        body.add(one.item());
      }
    }
    items.addAll(tables.gather(body));
    openTable = tables.open();
  }

  private record Placed(float y, Item item) {}

  /** Where the footnotes of a column begin, or below everything if it has none. */
  private static float noteRule(List<Line> lines, List<Stroke> strokes, Column column) {
    float found = -Float.MAX_VALUE;
    for (Stroke stroke : strokes) {
      boolean rule =
          stroke.isHorizontal()
              && stroke.width() > NOTE_RULE_SHORTEST
              && stroke.width() < NOTE_RULE_LONGEST
              && stroke.width() < 0.5f * column.width()
              && Math.abs(stroke.x0() - column.left()) < 3;
      if (rule && stroke.y0() > found) {
        boolean smaller =
            lines.stream().filter(l -> l.y < stroke.y0()).allMatch(l -> l.size < 8)
                && lines.stream().anyMatch(l -> l.y < stroke.y0());
        found = smaller ? stroke.y0() : found;
      }
    }
    return found;
  }

  /** Whether what begins here belongs to the column; a mark may hang out a little to the left. */
  private boolean isIn(float x, Column column) {
    boolean first = column.equals(columns.get(0));
    boolean last = column.equals(columns.get(columns.size() - 1));
    float left = column.left() - HANGING;
    float right = last ? Float.MAX_VALUE : columns.get(column.number()).left() - HANGING;
    return (first || x >= left) && x < right;
  }

  private List<Stroke> strokes(float bottom, float top) {
    return page.strokes().stream()
        .filter(s -> (s.y0() + s.y1()) / 2 > bottom && (s.y0() + s.y1()) / 2 <= top)
        .toList();
  }

  private List<Box> images(float bottom, float top, float left, float right) {
    return page.images().stream()
        .filter(b -> b.height() > SMALL_IMAGE && b.width() > SMALL_IMAGE)
        .filter(b -> middle(b) > bottom && middle(b) <= top)
        .filter(b -> b.x() + b.width() / 2 >= left && b.x() + b.width() / 2 < right)
        .sorted(Comparator.comparingDouble(b -> -b.y()))
        .toList();
  }

  private static float middle(Box box) {
    return box.y() + box.height() / 2;
  }
}
