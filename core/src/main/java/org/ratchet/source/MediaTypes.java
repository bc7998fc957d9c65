package org.ratchet.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;

/** What bytes are, judged by the bytes alone. */
final class MediaTypes {

  private static final int HEAD = 1024;
  private static final Pattern DOCTYPE = Pattern.compile("(?i)<!DOCTYPE\\s+(?!html)");

  private MediaTypes() {}

  /** The two common answers are given without loading the detector, which takes a while. */
  static String of(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    if (head.contains("%PDF-")) {
      return "application/pdf";
    }
    String start =
        head.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "").stripLeading();
    if (start.startsWith("<?xml")
        || DOCTYPE.matcher(start).lookingAt()
        || start.matches("(?s)<[A-Z][A-Z0-9]*[\\s>].*")) {
      return "application/xml";
    }
    return Lazy.detect(bytes);
  }

  private static final class Lazy {

    private static final Detector DETECTOR = new DefaultDetector();

    static String detect(byte[] bytes) {
      try {
        return DETECTOR.detect(new ByteArrayInputStream(bytes), new Metadata()).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
