/**
 * Reads the geometry of a printed page: glyphs and drawn lines become columns, lines, and blocks.
 *
 * <p>One pass over each page ({@code PageScanner}) collects glyphs and rules; {@code Furniture}
 * drops what is no text of a document; {@code PageLayout} cuts the page into bands and columns;
 * {@code BlockBuilder} makes blocks of lines; {@code DocumentCutter} parts documents that share a
 * file.
 */
package org.ratchet.source.pdf;
