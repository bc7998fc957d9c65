package org.ratchet.source;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** What bytes are, judged by the bytes alone. */
final class MediaTypes {

  static final String PDF = "application/pdf";
  static final String XML = "application/xml";
  static final String HTML = "text/html";
  static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  static final String OLD_WORD = "application/msword";
  static final String LOCKED_OFFICE = "application/x-tika-ooxml-protected";
  static final String RICH_TEXT = "application/rtf";

  /** The container of Word before 2007, and of files of Office with a password. */
  private static final String OLD_OFFICE = "application/x-tika-msoffice";

  private static final String TEXT = "text/plain";
  private static final String UNKNOWN = "application/octet-stream";

  private static final int HEAD = 1024;
  private static final int LONG_HEAD = 1 << 16;
  private static final int FEW_CONTROLS = 5;
  private static final Pattern BYTE_ORDER_MARK =
      Pattern.compile("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)");

  /** A declaration, or the upper-case root that all register and CFR files have. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "\\s*+(?:<!--.*?-->\\s*+)*+(?:<\\?xml|<!DOCTYPE\\s+[A-Za-z]|<(?!HTML\\b)[A-Z][A-Z0-9]*[\\s>]).*",
          Pattern.DOTALL);

  /** A page, or a piece of one, which begins with any of its elements. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)\\s*+(?:<!--.*?-->\\s*+)*+<(?:!DOCTYPE\\s+html|html|head|body|base|meta|link|title"
              + "|script|style|main|nav|header|article|section|form|div|span|p|h[1-6]|table|ul|ol|dl"
              + "|pre|blockquote|center|font|a|b|i|em|strong|img|br|hr)\\b"
              + "(?![.:-]).*",
          Pattern.DOTALL);

  private MediaTypes() {}

  /** The common answers are given without loading the detector, which takes a while. */
  static String of(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    if (head.startsWith("PK\3\4")) {
      return Archives.isWord(bytes) ? WORD : Lazy.detect(bytes);
    }
    if (head.contains("%PDF-")) {
      return PDF;
    }
    String start = BYTE_ORDER_MARK.matcher(head).replaceFirst("");
    if (PAGE.matcher(start).matches()) {
      return HTML;
    }
    return MARKUP.matcher(start).matches() ? XML : detect(bytes);
  }

  private static String detect(byte[] bytes) {
    String detected = Lazy.detect(bytes);
    if (detected.equals(UNKNOWN)) {
      return isText(bytes) ? TEXT : UNKNOWN;
    }
    if (!detected.equals(OLD_OFFICE)) {
      return detected;
    }
    return names(bytes, "EncryptedPackage")
        ? LOCKED_OFFICE
        : names(bytes, "WordDocument") ? OLD_WORD : OLD_OFFICE;
  }

  /**
   * A text may hold a few control characters, such as what a terminal or an old editor leaves; of
   * the bytes of a compressed or compiled file every tenth is one.
   */
  private static boolean isText(byte[] bytes) {
    int looked = Math.min(bytes.length, LONG_HEAD);
    int controls = 0;
    for (int i = 0; i < looked; i++) {
      boolean control = (bytes[i] & 0xFF) < ' ' || bytes[i] == 0x7F;
      controls += control && "\t\n\r\f".indexOf(bytes[i]) < 0 ? 1 : 0;
    }
    return controls * 20 < looked + FEW_CONTROLS * 20;
  }

  /** The container names its streams in characters of two bytes. */
  private static boolean names(byte[] bytes, String stream) {
    return Bytes.indexOf(bytes, stream.getBytes(StandardCharsets.UTF_16LE)) >= 0;
  }

  /** {@code a JPEG image (image/jpeg)}, for a person. */
  static String describe(String mediaType) {
    return switch (mediaType) {
      case PDF -> "a PDF";
      case XML -> "XML";
      case HTML -> "a web page";
      case WORD -> "a Word file";
      case OLD_WORD -> "a Word file of the kind before 2007";
      case LOCKED_OFFICE -> "an Office file with a password";
      case RICH_TEXT -> "rich text";
      case TEXT -> "plain text";
      case UNKNOWN -> "a file of unknown kind";
      default -> Lazy.name(mediaType) + " (" + mediaType + ")";
    };
  }

  private static final class Lazy {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    static String detect(byte[] bytes) {
      try {
        return TYPES.detect(new ByteArrayInputStream(bytes), new Metadata()).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static String name(String mediaType) {
      String subtype = mediaType.substring(mediaType.indexOf('/') + 1);
      String acronym = acronym(mediaType);
      String name = acronym.isEmpty() ? subtype.toUpperCase(Locale.ROOT) : acronym;
      return (mediaType.startsWith("image/") ? "a " + name + " image" : name);
    }

    private static String acronym(String mediaType) {
      try {
        MimeType type = TYPES.forName(mediaType);
        return type.getAcronym();
      } catch (MimeTypeException e) {
        return "";
      }
    }
  }
}
