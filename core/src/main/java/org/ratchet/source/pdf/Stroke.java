package org.ratchet.source.pdf;

/**
 * A drawn line that is horizontal or vertical, or a thin filled box.
 *
 * @param x0 left end
 * @param y0 lower end
 * @param x1 right end
 * @param y1 upper end
 */
record Stroke(float x0, float y0, float x1, float y1) {

  private static final float STRAIGHT = 1.5f;
  private static final float SHORTEST = 3f;

  boolean isHorizontal() {
    return y1 - y0 <= STRAIGHT && width() >= SHORTEST;
  }

  boolean isVertical() {
    return x1 - x0 <= STRAIGHT && y1 - y0 >= SHORTEST;
  }

  float width() {
    return x1 - x0;
  }

  boolean coversX(float x) {
    return x0 <= x && x <= x1;
  }

  boolean coversY(float y) {
    return y0 <= y && y <= y1;
  }
}
