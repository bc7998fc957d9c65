package org.ratchet.source.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/**
 * Which characters the bytes of a web page stand for: a byte order mark decides, then whether the
 * bytes are plainly UTF-8, then what the page declares if its bytes follow that; else they are read
 * as browsers read them, in Windows-1252, and that is said.
 *
 * @param text without a byte order mark
 * @param remark what had to be guessed
 */
record HtmlEncoding(String text, Optional<Diagnostic> remark) {

  /** Where the standard lets a page declare its encoding. */
  private static final int HEAD = 1024;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<(?:meta\\b[^>]*?charset|\\?xml\\b[^>]*?encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What pages that declare Latin-1 mean by it: they hold the quotes of Windows-1252. */
  private static final Pattern LATIN = Pattern.compile("(?i)iso-?8859-?1|latin-?1|us-ascii|ascii");

  static HtmlEncoding decode(byte[] bytes, String name) {
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      return plain(lenient(bytes, wide.get()));
    }
    Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return plain(utf8.get());
    }
    Optional<String> declared = declared(bytes).flatMap(charset -> strict(bytes, charset));
    if (declared.isPresent()) {
      return plain(declared.get());
    }
    return new HtmlEncoding(
        lenient(bytes, WINDOWS),
        Optional.of(
            new Diagnostic(
                "encoding-assumed",
                Severity.WARNING,
                "the page is not in UTF-8 and does not say truly what it is in; it was read as"
                    + " Windows-1252",
                Optional.of(Span.ofLine(name, 1)))));
  }

  private static HtmlEncoding plain(String text) {
    return new HtmlEncoding(text, Optional.empty());
  }

  private static Optional<Charset> wide(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    boolean little = startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0);
    return little ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    if (!declared.find()) {
      return Optional.empty();
    }
    if (LATIN.matcher(declared.group(1)).matches()) {
      return Optional.of(WINDOWS);
    }
    try {
      return Optional.of(Charset.forName(declared.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Optional.of(withoutMark(text.toString()));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String lenient(byte[] bytes, Charset charset) {
    return withoutMark(new String(bytes, charset));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
