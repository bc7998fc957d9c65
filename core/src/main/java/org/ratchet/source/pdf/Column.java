package org.ratchet.source.pdf;

/**
 * A column of a page.
 *
 * @param number counted from 1
 * @param left edge
 * @param right edge
 */
record Column(int number, float left, float right) {

  float width() {
    return right - left;
  }
}
