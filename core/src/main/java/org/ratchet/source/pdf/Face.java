package org.ratchet.source.pdf;

/**
 * How the letters of a font look.
 *
 * @param bold heavier than the text face
 * @param italic slanted
 * @param sans without serifs
 */
record Face(boolean bold, boolean italic, boolean sans) {}
