package org.ratchet.source.pdf;

import java.util.List;
import org.ratchet.text.Box;

/**
 * A page without its furniture.
 *
 * @param number page of the file, counted from 1
 * @param printed page number as printed, 0 if none
 * @param volume as printed in the running head, 0 if none
 * @param date as printed in the running head, empty if none
 * @param left edge of the type area
 * @param right edge of the type area
 * @param top edge of the type area
 * @param bottom edge of the type area
 * @param chunks text of the type area
 * @param strokes drawn lines of the type area
 * @param images images of the type area
 * @param tags names of graphics printed in the margin
 * @param angled characters of the type area that are set at an angle
 * @param turn how the text lies on the sheet of paper
 */
record Page(
    int number,
    int printed,
    int volume,
    String date,
    float left,
    float right,
    float top,
    float bottom,
    List<Chunk> chunks,
    List<Stroke> strokes,
    List<Box> images,
    List<Tag> tags,
    List<Glyph> angled,
    Turn turn) {

  /**
   * The name of a graphic.
   *
   * @param name for example {@code ER07MR92.003}
   * @param y where it is printed
   */
  record Tag(String name, float y) {}

  /** Whether the page is printed sideways: most of its text runs up or down the sheet. */
  boolean isSideways() {
    int upright = chunks.stream().mapToInt(Chunk::letters).sum();
    return angled.size() > upright && Turn.of(angled) != Turn.NONE;
  }

  /** A page that is printed sideways, turned so that its lines run from left to right. */
  Page upright() {
    Turn turned = Turn.of(angled);
    List<Chunk> lines = Chunk.of(angled.stream().map(turned::upright).toList());
    float from = (float) lines.stream().mapToDouble(c -> c.x0).min().orElse(0);
    float to = (float) lines.stream().mapToDouble(c -> c.x1).max().orElse(0);
    List<Stroke> rules = strokes.stream().map(turned::upright).toList();
    for (Stroke rule : rules) {
      from = Math.min(from, rule.x0());
      to = Math.max(to, rule.x1());
    }
    return new Page(
        number,
        printed,
        volume,
        date,
        from,
        to,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        lines,
        rules,
        List.of(),
        List.of(),
        List.of(),
        turned);
  }
}
