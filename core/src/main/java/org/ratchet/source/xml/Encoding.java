package org.ratchet.source.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;

/** Which characters the bytes of a file stand for. */
final class Encoding {

  private static final int HEAD = 256;
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

  private Encoding() {}

  /**
   * The characters, without a byte order mark. Bytes that are plainly UTF-8 are read so whatever
   * the file declares, since no other encoding gives such bytes by chance.
   *
   * @throws UnreadableSourceException if the bytes do not follow the encoding the file declares
   */
  static String decode(byte[] bytes, String name) throws UnreadableSourceException {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, '<', 0) || startsWith(bytes, 0, '<')) {
      Charset charset =
          startsWith(bytes, '<', 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      return strict(bytes, charset, name);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return strict(bytes, StandardCharsets.UTF_16LE, name);
    }
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    boolean valid = !utf8.decode(ByteBuffer.wrap(bytes), text, true).isError();
    return valid ? withoutMark(text.flip().toString()) : strict(bytes, declared(bytes, name), name);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static Charset declared(byte[] bytes, String name) throws UnreadableSourceException {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnreadableSourceException(
          Reason.DAMAGED,
          name + ":1: declares the encoding " + declared.group(1) + ", which does not exist",
          e);
    }
  }

  private static String strict(byte[] bytes, Charset charset, String name)
      throws UnreadableSourceException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer text = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, text, true);
    text.flip();
    if (result.isError()) {
      String before = text.toString();
      long line = 1 + before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      throw new UnreadableSourceException(
          Reason.DAMAGED,
          name
              + ":"
              + line
              + ":"
              + column
              + ": is not in the encoding "
              + charset.name()
              + " that the XML declares or implies; get the file again from its publisher");
    }
    return withoutMark(text.toString());
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
