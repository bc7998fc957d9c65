package org.ratchet.text;

/**
 * A rectangle on a page, in points (1/72 inch) with the origin at the lower left.
 *
 * @param x left edge
 * @param y lower edge
 * @param width extent to the right
 * @param height extent upwards
 */
public record Box(float x, float y, float width, float height) {}
