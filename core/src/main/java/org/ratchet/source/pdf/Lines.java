package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers chunks into lines by their baselines; raised and lowered type joins the line it is on.
 */
final class Lines {

  private static final float SAME_BASELINE = 0.7f;
  private static final float SMALLER = 0.8f;
  private static final float RISE = 0.6f;
  private static final float TOUCH = 0.5f;

  /** Least indent of a first line, in units of the type size. */
  static final float INDENT = 0.55f;

  private Lines() {}

  /** One line as chunks. */
  static final class Row {
    final List<Chunk> chunks = new ArrayList<>();
    float y;
    float size;
    float x0;
    float x1;

    Row(Chunk first) {
      y = first.y;
      size = 0;
      x0 = first.x0;
      x1 = first.x1;
      add(first);
    }

    void add(Chunk chunk) {
      chunks.add(chunk);
      x0 = Math.min(x0, chunk.x0);
      x1 = Math.max(x1, chunk.x1);
    }

    /** The largest size that is more than an initial or two. */
    void measure() {
      if (isOfOneSize()) {
        return;
      }
      int letters = chunks.stream().mapToInt(Chunk::letters).sum();
      size = 0;
      for (Chunk chunk : chunks) {
        for (Glyph glyph : chunk.glyphs) {
          if (glyph.size() > size && !glyph.isSpace() && count(glyph.size()) * 10 >= letters) {
            size = glyph.size();
          }
        }
      }
    }

    /** Sets the size of a row that has one size of type, as most have. */
    private boolean isOfOneSize() {
      size = 0;
      for (Chunk chunk : chunks) {
        if (chunk.letters() > 0) {
          if (chunk.smallest != chunk.size || (size > 0 && size != chunk.size)) {
            return false;
          }
          size = chunk.size;
        }
      }
      return true;
    }

    private int count(float wanted) {
      int count = 0;
      for (Chunk chunk : chunks) {
        for (Glyph glyph : chunk.glyphs) {
          count += !glyph.isSpace() && Math.abs(glyph.size() - wanted) < 0.3f ? 1 : 0;
        }
      }
      return count;
    }
  }

  /** The rows of a region from top to bottom. */
  static List<Row> rows(List<Chunk> chunks) {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.<Chunk>comparingDouble(c -> -c.y).thenComparingDouble(c -> c.x0));
    List<Row> rows = new ArrayList<>();
    for (Chunk chunk : sorted) {
      Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (last != null && last.y - chunk.y <= SAME_BASELINE) {
        last.add(chunk);
      } else {
        rows.add(new Row(chunk));
      }
    }
    rows.forEach(Row::measure);
    return attach(rows);
  }

  private static List<Row> attach(List<Row> rows) {
    List<Row> kept = new ArrayList<>(rows);
    for (int i = 0; i < rows.size(); i++) {
      Row small = rows.get(i);
      List<Chunk> left = new ArrayList<>();
      for (Chunk chunk : small.chunks) {
        Row host = host(chunk, rows, i);
        if (host == null) {
          left.add(chunk);
        } else {
          host.add(chunk);
        }
      }
      if (left.isEmpty()) {
        kept.remove(small);
      } else if (left.size() < small.chunks.size()) {
        small.chunks.retainAll(left);
        small.measure();
      }
    }
    return kept;
  }

  private static @Nullable Row host(Chunk chunk, List<Row> rows, int own) {
    @Nullable Row best = null;
    float distance = Float.MAX_VALUE;
    for (int i = Math.max(0, own - 3); i < Math.min(rows.size(), own + 4); i++) {
      Row row = rows.get(i);
      float away = Math.abs(row.y - chunk.y);
      if (i != own
          && away < RISE * row.size
          && away < distance
          && (isAccent(chunk)
              ? overlaps(chunk, row)
              : chunk.size < SMALLER * row.size && touches(chunk, row))) {
        best = row;
        distance = away;
      }
    }
    return best;
  }

  private static boolean isAccent(Chunk chunk) {
    return chunk.glyphs.stream().allMatch(glyph -> LineSetter.accent(glyph) >= 0);
  }

  private static boolean overlaps(Chunk accent, Row row) {
    return row.chunks.stream()
        .anyMatch(chunk -> chunk.x0 < accent.middle() && accent.middle() < chunk.x1);
  }

  private static boolean touches(Chunk chunk, Row row) {
    boolean near = false;
    for (Chunk other : row.chunks) {
      if (other.size * SMALLER <= chunk.size) {
        continue;
      }
      if (chunk.x0 < other.x1 - TOUCH * chunk.size && chunk.x1 > other.x0 + TOUCH * chunk.size) {
        return false;
      }
      near |=
          Math.abs(chunk.x0 - other.x1) < row.size * TOUCH
              || Math.abs(other.x0 - chunk.x1) < row.size * TOUCH;
    }
    return near;
  }
}
