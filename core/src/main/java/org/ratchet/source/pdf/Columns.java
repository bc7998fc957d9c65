package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * How many columns the pages of a file have: three in the Federal Register, two in the Code of
 * Federal Regulations, one in a draft. In the register the type area and the gutter of 9 points
 * give their edges, and lines that begin there and end before the next gutter vote, three columns
 * being the rule. Pages without the rules of a running head have one column, or two if a strip in
 * their middle stays white.
 */
final class Columns {

  private static final float GUTTER = 9;
  private static final int FEWEST_VOTES = 4;
  private static final float AT_EDGE = 1.5f;
  private static final float OVERHANG = 4;
  private static final float NARROWEST = 5;

  /** The share of text that need not keep to the columns: running heads, page numbers. */
  private static final float STRAYS = 0.03f;

  private Columns() {}

  /** The columns of a file. */
  static List<Column> find(List<Page> pages) {
    Page model = pages.stream().filter(p -> p.left() > 0).findFirst().orElse(pages.get(0));
    float left = model.left();
    float right = model.right();
    if (left == 0) {
      return unruled(pages);
    }
    if (isOneColumn(pages, (right - left) / 2)) {
      return split(left, right, 1);
    }
    List<Column> register = split(left, right, 3);
    List<Column> two = split(left, right, 2);
    int votes = votes(pages, two);
    return votes >= FEWEST_VOTES && votes > votes(pages, register) ? two : register;
  }

  private static boolean isOneColumn(List<Page> pages, float half) {
    int wide = 0;
    int all = 0;
    for (Page page : pages) {
      for (Chunk chunk : page.chunks()) {
        all++;
        wide += chunk.x1 - chunk.x0 > half ? 1 : 0;
      }
    }
    return wide * 2 > all;
  }

  private static List<Column> unruled(List<Page> pages) {
    List<Chunk> chunks = pages.stream().flatMap(page -> page.chunks().stream()).toList();
    if (chunks.isEmpty()) {
      return List.of(new Column(1, 0, pages.get(0).right()));
    }
    float left = edge(chunks.stream().map(c -> c.x0).sorted().toList(), STRAYS);
    float right = edge(chunks.stream().map(c -> c.x1).sorted().toList(), 1 - STRAYS);
    int middle = Math.round((left + right) / 2);
    int from = middle;
    int to = middle;
    while (from > left && isWhite(chunks, from - 1)) {
      from--;
    }
    while (to < right && isWhite(chunks, to)) {
      to++;
    }
    boolean twice = to - from >= NARROWEST && from > left && to < right;
    return twice
        ? List.of(new Column(1, left, from), new Column(2, to, right))
        : List.of(new Column(1, left, right));
  }

  private static float edge(List<Float> sorted, float share) {
    return sorted.get(Math.round(share * (sorted.size() - 1)));
  }

  /** Whether hardly any text lies over a strip of one point. */
  private static boolean isWhite(List<Chunk> chunks, int x) {
    long over = chunks.stream().filter(c -> c.x0 < x + 1 && c.x1 > x).count();
    return over <= STRAYS * chunks.size();
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
