package org.ratchet.source.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.source.Budget;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/**
 * Plain text: paragraphs between blank lines, Markdown, and GPO's text of the Federal Register and
 * the CFR. The text itself says which of them it is.
 */
public final class PlainTextReader implements SourceReader {

  static final String MEDIA_TYPE = "text/plain";

  /** Some ten times a part of the CFR; its marks take up to a hundred times their own memory. */
  private static final int LONGEST_MARKDOWN = 4_000_000;

  /** Before a number at the beginning of a line it stands for the sign of a section. */
  private static final Pattern SECTION_WORD =
      Pattern.compile("^Sec\\.[ \\t]+(?=\\d+[a-z]?\\.\\d+[a-z]?[ \\t]+\\p{Lu})", Pattern.MULTILINE);

  /** For the service loader. */
  public PlainTextReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals(MEDIA_TYPE) || mediaType.equals("text/x-web-markdown");
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    Budget budget = new Budget(source.name(), limits);
    List<Diagnostic> diagnostics = new ArrayList<>();
    String text = TextEncoding.decode(bytes, source.name(), diagnostics);
    budget.addCharacters(text.length());
    budget.checkTime();
    if (text.isBlank()) {
      throw new UnreadableSourceException(
          Reason.NO_TEXT, source.name() + ": the file holds nothing but blanks");
    }
    if (GpoText.is(text)) {
      GpoText gpo = GpoText.of(text, source.name());
      diagnostics.addAll(gpo.diagnostics());
      return Prose.read(
          source, bytes, MEDIA_TYPE, gpo.elements(), gpo.imprint(), diagnostics, budget);
    }
    boolean markdown = MarkdownText.is(text);
    if (markdown && text.length() > LONGEST_MARKDOWN) {
      diagnostics.add(
          new Diagnostic(
              "markdown-as-text",
              Severity.WARNING,
              "longer than " + LONGEST_MARKDOWN + " characters; its marks were read as text",
              Optional.of(Span.ofLine(source.name(), 1))));
    }
    List<XmlElement> elements =
        markdown && text.length() <= LONGEST_MARKDOWN
            ? MarkdownText.elements(text)
            : PlainText.elements(SECTION_WORD.matcher(text).replaceAll("§ "));
    return Prose.read(source, bytes, MEDIA_TYPE, elements, Prose.Imprint.NONE, diagnostics, budget);
  }
}
