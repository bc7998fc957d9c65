package org.ratchet.text;

import java.util.Optional;

/**
 * Where a unit of text begins in its original.
 *
 * <p>Prints as {@code 2092-00121:62190:2:14} (document, page, column, line); what is not known is
 * left out.
 *
 * @param document the name of the document, for example its Federal Register document number
 * @param page page of the file, counted from 1; 0 if the format has no pages
 * @param printedPage page number as printed, for example 62190; 0 if not known
 * @param column column on the page, counted from 1; 0 if the format has no columns
 * @param line line in the column, or in the file for formats without pages, counted from 1; 0 if
 *     not known
 * @param box the place on the page, for formats that have one
 */
public record Span(
    String document, int page, int printedPage, int column, int line, Optional<Box> box) {

  /** A span in a format without pages, at a line of the file. */
  public static Span ofLine(String document, int line) {
    return new Span(document, 0, 0, 0, line, Optional.empty());
  }

  /** The page a reader would cite: the printed number when known, else the page of the file. */
  public int citedPage() {
    return printedPage > 0 ? printedPage : page;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(document);
    if (citedPage() > 0) {
      out.append(':').append(citedPage());
    }
    if (column > 0) {
      out.append(':').append(column);
    }
    if (line > 0) {
      out.append(':').append(line);
    }
    return out.toString();
  }
}
