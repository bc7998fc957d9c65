package org.ratchet.source.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;

/**
 * Plain text: paragraphs between blank lines, Markdown, and GPO's text of the Federal Register and
 * the CFR. The text itself says which of them it is.
 */
public final class PlainTextReader implements SourceReader {

  static final String MEDIA_TYPE = "text/plain";

  /** For the service loader. */
  public PlainTextReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals(MEDIA_TYPE) || mediaType.equals("text/x-web-markdown");
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    List<Diagnostic> diagnostics = new ArrayList<>();
    String text = TextEncoding.decode(bytes, source.name(), diagnostics);
    if (text.length() > limits.maxCharacters()) {
      throw new UnreadableSourceException(
          Reason.LIMIT_EXCEEDED,
          source.name() + ": more than " + limits.maxCharacters() + " characters of text");
    }
    if (text.isBlank()) {
      throw new UnreadableSourceException(
          Reason.NO_TEXT, source.name() + ": the file holds nothing but blanks");
    }
    if (GpoText.is(text)) {
      GpoText gpo = GpoText.of(text, source.name());
      diagnostics.addAll(gpo.diagnostics());
      return Prose.read(source, bytes, MEDIA_TYPE, gpo.elements(), gpo.imprint(), diagnostics);
    }
    List<XmlElement> elements =
        MarkdownText.is(text) ? MarkdownText.elements(text) : PlainText.elements(text);
    return Prose.read(source, bytes, MEDIA_TYPE, elements, Prose.Imprint.NONE, diagnostics);
  }
}
