package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * How many columns the pages of a file have: three in the Federal Register, two in the Code of
 * Federal Regulations, one in a draft. The type area and the gutter of 9 points give their edges;
 * lines that begin there and end before the next gutter vote.
 */
final class Columns {

  private static final float GUTTER = 9;
  private static final int MOST = 3;
  private static final int FEWEST_VOTES = 4;
  private static final float AT_EDGE = 1.5f;
  private static final float OVERHANG = 4;

  private Columns() {}

  /** The columns of a file. */
  static List<Column> find(List<Page> pages) {
    Page model = pages.stream().filter(p -> p.left() > 0).findFirst().orElse(pages.get(0));
    float left = model.left();
    float right = model.right();
    if (left == 0) {
      return List.of(new Column(1, 0, right));
    }
    List<Column> best = split(left, right, 1);
    int most = FEWEST_VOTES - 1;
    for (int count = 2; count <= MOST; count++) {
      List<Column> columns = split(left, right, count);
      int votes = votes(pages, columns);
      if (votes > most) {
        most = votes;
        best = columns;
      }
    }
    return best;
  }

  private static List<Column> split(float left, float right, int count) {
    float width = (right - left - (count - 1) * GUTTER) / count;
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float start = left + i * (width + GUTTER);
      columns.add(new Column(i + 1, start, start + width));
    }
    return List.copyOf(columns);
  }

  private static int votes(List<Page> pages, List<Column> columns) {
    int votes = 0;
    for (Page page : pages) {
      for (Chunk chunk : page.chunks()) {
        for (Column column : columns.subList(1, columns.size())) {
          if (Math.abs(chunk.x0 - column.left()) < AT_EDGE
              && chunk.x1 <= column.right() + OVERHANG) {
            votes++;
          }
        }
      }
    }
    return votes;
  }
}
