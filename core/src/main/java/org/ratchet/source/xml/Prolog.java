package org.ratchet.source.xml;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The beginning of a file, enough to see its root element. */
final class Prolog {

  private static final int LENGTH = 1 << 16;
  private static final Pattern ROOT =
      Pattern.compile("<(?:!DOCTYPE\\s+)?([A-Za-z_][\\w.-]*)|<!--.*?-->", Pattern.DOTALL);

  private Prolog() {}

  /**
   * Name of the root element, or of the one that a document type declaration announces; empty if
   * none is seen.
   */
  static String root(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LENGTH), StandardCharsets.ISO_8859_1);
    Matcher matcher = ROOT.matcher(start.replace("\0", ""));
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        return matcher.group(1);
      }
    }
    return "";
  }
}
