package org.ratchet.source.pdf;

import java.util.List;
import org.ratchet.text.Box;

/** How the text of a page lies: upright, or sideways as tables wider than the page are printed. */
enum Turn {
  /** Lines run from left to right. */
  NONE,
  /** Lines run up the page. */
  UP,
  /** Lines run down the page. */
  DOWN;

  private static final float SAME_LINE = 0.1f;
  private static final float NEXT = 2;

  /** How most characters that follow each other lie; {@link #NONE} if most stand at an angle. */
  static Turn of(List<Glyph> glyphs) {
    int up = 0;
    int down = 0;
    int other = 0;
    for (int i = 1; i < glyphs.size(); i++) {
      Glyph before = glyphs.get(i - 1);
      float along = glyphs.get(i).y() - before.y();
      float across = Math.abs(glyphs.get(i).x() - before.x());
      if (Math.abs(along) < NEXT * before.size() && across < NEXT * before.size()) {
        boolean straight = across < SAME_LINE * before.size();
        up += straight && along > 0 ? 1 : 0;
        down += straight && along < 0 ? 1 : 0;
        other += straight ? 0 : 1;
      }
    }
    return other > up + down || up + down == 0 ? NONE : up >= down ? UP : DOWN;
  }

  /** The character as it stands when the page is turned so that its lines run to the right. */
  Glyph upright(Glyph glyph) {
    return new Glyph(
        glyph.text(),
        x(glyph.x(), glyph.y()),
        y(glyph.x(), glyph.y()),
        glyph.width(),
        glyph.size(),
        glyph.face());
  }

  /** The drawn line on the turned page. */
  Stroke upright(Stroke stroke) {
    float x0 = x(stroke.x0(), stroke.y0());
    float x1 = x(stroke.x1(), stroke.y1());
    float y0 = y(stroke.x0(), stroke.y0());
    float y1 = y(stroke.x1(), stroke.y1());
    return new Stroke(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  }

  private float x(float x, float y) {
    return this == UP ? y : this == DOWN ? -y : x;
  }

  private float y(float x, float y) {
    return this == UP ? -x : this == DOWN ? x : y;
  }

  /** A place on the turned page as a place on the page itself. */
  Box back(Box box) {
    return switch (this) {
      case NONE -> box;
      case UP -> onItsSide(-box.y() - box.height(), box.x(), box);
      case DOWN -> onItsSide(box.y(), -box.x() - box.width(), box);
    };
  }

  private static Box onItsSide(float x, float y, Box box) {
    return new Box(x, y, /* width= */ box.height(), /* height= */ box.width());
  }
}
