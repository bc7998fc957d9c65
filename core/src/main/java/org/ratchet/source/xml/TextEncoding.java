package org.ratchet.source.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/** Which characters the bytes of a text stand for that declares no encoding. */
final class TextEncoding {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r\\f\\u0085]]");

  private TextEncoding() {}

  /**
   * The characters: UTF-8 if the bytes are, or UTF-16 if a mark says so; else those of Windows,
   * with a remark. Control characters become blanks, with a remark.
   *
   * @throws UnreadableSourceException if the bytes are text in no encoding
   */
  static String decode(byte[] bytes, String name, List<Diagnostic> diagnostics)
      throws UnreadableSourceException {
    String text = characters(bytes, name, diagnostics);
    Matcher control = CONTROL.matcher(text);
    if (!control.find()) {
      return text;
    }
    int line = 1 + (int) text.substring(0, control.start()).chars().filter(c -> c == '\n').count();
    long count = control.results().count() + 1;
    if (count * 10 > text.length()) {
      throw new UnreadableSourceException(
          Reason.DAMAGED, name + ": holds more control characters than a text has; it is no text");
    }
    diagnostics.add(
        new Diagnostic(
            "control-characters",
            Severity.WARNING,
            count + " control characters stand in the text and were read as blanks",
            Optional.of(Span.ofLine(name, line))));
    return CONTROL.matcher(text).replaceAll(" ");
  }

  private static String characters(byte[] bytes, String name, List<Diagnostic> diagnostics)
      throws UnreadableSourceException {
    if (marked(bytes, 0xFE, 0xFF)) {
      return strict(bytes, StandardCharsets.UTF_16BE, name);
    }
    if (marked(bytes, 0xFF, 0xFE)) {
      return strict(bytes, StandardCharsets.UTF_16LE, name);
    }
    try {
      return withoutMark(decode(bytes, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      diagnostics.add(
          new Diagnostic(
              "encoding-assumed",
              Severity.WARNING,
              "the text is not in UTF-8 and was read in the Windows encoding of Western Europe;"
                  + " quotes, dashes and accents may be wrong",
              Optional.of(Span.ofLine(name, 1))));
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static boolean marked(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static String strict(byte[] bytes, Charset charset, String name)
      throws UnreadableSourceException {
    try {
      return withoutMark(decode(bytes, charset));
    } catch (CharacterCodingException e) {
      throw new UnreadableSourceException(
          Reason.DAMAGED,
          name + ": begins as " + charset.name() + " and does not go on so; get the file again",
          e);
    }
  }

  private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
    return text.toString();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
