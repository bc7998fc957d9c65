package org.ratchet.source.xml;

import java.nio.charset.StandardCharsets;

/** The beginning of a file, enough to see its root element. */
final class Prolog {

  private static final int LENGTH = 8192;

  private Prolog() {}

  static String of(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LENGTH), StandardCharsets.ISO_8859_1);
    return start.replace("\0", "");
  }
}
