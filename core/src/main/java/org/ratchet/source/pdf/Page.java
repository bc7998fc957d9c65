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
 * @param turned characters of the type area that are set at an angle
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
    List<Glyph> turned) {

  /**
   * The name of a graphic.
   *
   * @param name for example {@code ER07MR92.003}
   * @param y where it is printed
   */
  record Tag(String name, float y) {}
}
