package org.ratchet.clause;

/** How citations are written, read and ordered. */
final class CitationFormat {

  private CitationFormat() {}

  static Citation parse(String text) {
    if (text.isBlank()) {
      return Citation.ROOT;
    }
    throw new IllegalArgumentException("not a citation: " + text);
  }

  static String print(Citation citation) {
    return citation.steps().toString();
  }

  static int compare(Citation left, Citation right) {
    return print(left).compareTo(print(right));
  }
}
