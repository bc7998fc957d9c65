package org.ratchet.source.pdf;

import java.util.List;
import org.ratchet.text.Box;

/**
 * What is drawn on a page, in the order in which it is drawn.
 *
 * @param number page of the file, counted from 1
 * @param width of the page
 * @param height of the page
 * @param glyphs upright characters
 * @param rotated characters set at an angle
 * @param strokes drawn lines
 * @param images places of images
 */
record PageContent(
    int number,
    float width,
    float height,
    List<Glyph> glyphs,
    List<Glyph> rotated,
    List<Stroke> strokes,
    List<Box> images) {}
