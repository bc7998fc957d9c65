package org.ratchet.source.pdf;

/** What the codes of one font stand for, and how wide they are. */
interface FontTable {

  /** Stands for a character that the font does not explain. */
  String UNKNOWN = "\uFFFD";

  /** How the font looks. */
  Face face();

  /** Bytes in a code: one for simple fonts, two for composite ones. */
  int bytesPerCode();

  /** The characters of a code, {@link #UNKNOWN} if the font does not say. */
  String text(int code);

  /** Advance of a code in units of the type size. */
  float width(int code);
}
