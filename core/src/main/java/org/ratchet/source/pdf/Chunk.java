package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;

/** Characters set one after the other on one baseline, as drawn. */
final class Chunk {

  private static final float SAME_BASELINE = 0.1f;
  private static final float OVERLAP = 1.0f;
  private static final float JUMP = 1.0f;
  private static final float WORD_GAP = 0.13f;

  final List<Glyph> glyphs;
  final float x0;
  final float x1;
  final float y;
  final float size;

  /** Size of the smallest character other than spaces, 0 if there is none. */
  final float smallest;

  private final int letters;
  private final int sans;
  private final int plainSans;

  private Chunk(List<Glyph> glyphs) {
    this.glyphs = glyphs;
    this.x0 = glyphs.get(0).x();
    Glyph last = glyphs.get(glyphs.size() - 1);
    this.x1 = last.end();
    this.y = last.y();
    float largest = 0;
    float least = Float.MAX_VALUE;
    int count = 0;
    int ofSans = 0;
    int ofPlainSans = 0;
    for (Glyph glyph : glyphs) {
      if (!glyph.isSpace()) {
        largest = Math.max(largest, glyph.size());
        least = Math.min(least, glyph.size());
        count++;
        ofSans += glyph.face().sans() ? 1 : 0;
        ofPlainSans += glyph.face().sans() && !glyph.face().bold() ? 1 : 0;
      }
    }
    this.size = largest;
    this.smallest = count == 0 ? 0 : least;
    this.letters = count;
    this.sans = ofSans;
    this.plainSans = ofPlainSans;
  }

  /** Characters in faces without serifs. */
  int sans() {
    return sans;
  }

  /** Characters in a light face without serifs, of which tables are made. */
  int plainSans() {
    return plainSans;
  }

  /** Characters other than spaces. */
  int letters() {
    return letters;
  }

  /** Parts the characters of a page into chunks, in the order in which they are drawn. */
  static List<Chunk> of(List<Glyph> glyphs) {
    List<Chunk> chunks = new ArrayList<>();
    List<Glyph> open = new ArrayList<>();
    for (Glyph glyph : glyphs) {
      if (!open.isEmpty() && !continues(open.get(open.size() - 1), glyph)) {
        close(open, chunks);
        open = new ArrayList<>();
      }
      open.add(glyph);
    }
    close(open, chunks);
    return chunks;
  }

  private static boolean continues(Glyph before, Glyph glyph) {
    float gap = glyph.x() - before.end();
    float em = Math.max(before.size(), glyph.size());
    return Math.abs(glyph.y() - before.y()) < SAME_BASELINE
        && gap > -OVERLAP * em
        && gap < JUMP * em;
  }

  private static void close(List<Glyph> open, List<Chunk> chunks) {
    int from = 0;
    int to = open.size();
    while (from < to && open.get(from).isSpace()) {
      from++;
    }
    while (to > from && open.get(to - 1).isSpace()) {
      to--;
    }
    if (from < to) {
      chunks.add(new Chunk(open.subList(from, to)));
    }
  }

  /** The chunk cut at some places, for cells that are drawn in one go; words stay whole. */
  List<Chunk> splitAt(List<Float> places) {
    List<Chunk> parts = new ArrayList<>();
    List<Glyph> open = new ArrayList<>();
    int cell = -1;
    int i = 0;
    while (i < glyphs.size()) {
      int end = wordEnd(i);
      float middle = (glyphs.get(i).x() + glyphs.get(end - 1).end()) / 2;
      int at = (int) places.stream().filter(place -> middle > place).count();
      if (at != cell && !glyphs.get(i).isSpace()) {
        close(open, parts);
        open = new ArrayList<>();
        cell = at;
      }
      open.addAll(glyphs.subList(i, end));
      i = end;
    }
    close(open, parts);
    return parts;
  }

  /** Where the word that begins at {@code from} ends; a space or a leader is a word of its own. */
  private int wordEnd(int from) {
    int end = from + 1;
    if (isAlone(glyphs.get(from))) {
      return end;
    }
    while (end < glyphs.size()
        && !isAlone(glyphs.get(end))
        && glyphs.get(end).x() - glyphs.get(end - 1).end() < WORD_GAP * size) {
      end++;
    }
    return end;
  }

  private static boolean isAlone(Glyph glyph) {
    return glyph.isSpace() || glyph.text().equals(".");
  }

  /** The characters of some chunks in one string. */
  static String text(List<Chunk> chunks) {
    StringBuilder out = new StringBuilder();
    for (Chunk chunk : chunks) {
      chunk.glyphs.forEach(glyph -> out.append(glyph.text()));
      out.append(' ');
    }
    return out.toString();
  }

  boolean crosses(float x, float margin) {
    return x0 < x - margin && x1 > x + margin;
  }

  float middle() {
    return (x0 + x1) / 2;
  }
}
