package org.ratchet.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a compressed archive holds. */
final class Archives {

  private static final String LIST_OF_PARTS = "[Content_Types].xml";

  /** A document or template, with macros or without. */
  private static final Pattern WORD =
      Pattern.compile(
          "wordprocessingml\\.(?:document|template)\\.main\\+xml"
              + "|ms-word\\.(?:document|template)\\.macroEnabled(?:Template)?\\.main\\+xml");

  /** The list of parts stands at the beginning of an archive and is short. */
  private static final int MOST_PARTS = 10_000;

  private static final int LONGEST_LIST = 1 << 20;

  private Archives() {}

  /** Whether the parts of an archive, as it lists them itself, are those of a Word file. */
  static boolean isWord(byte[] bytes) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      long left = 1L << 28;
      int parts = 0;
      byte[] piece = new byte[1 << 16];
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (part.getName().equals(LIST_OF_PARTS)) {
          String list = new String(zip.readNBytes(LONGEST_LIST), StandardCharsets.ISO_8859_1);
          return WORD.matcher(list.replace("\0", "")).find();
        }
        for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
          left -= read;
          if (left < 0) {
            return false;
          }
        }
        if (++parts > MOST_PARTS) {
          return false;
        }
      }
      return false;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
