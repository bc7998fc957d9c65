package org.ratchet.source.xml;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.source.BlockKind;
import org.ratchet.source.Budget;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;

/**
 * Web pages: a document of the Federal Register as federalregister.gov shows it, GPO's text of one
 * in a page, or text of the regulations in plain HTML.
 */
public final class HtmlReader implements SourceReader {

  private static final String MEDIA_TYPE = "text/html";

  /** What places text in the CFR; a page without them is a menu, a refusal or an error. */
  private static final Set<BlockKind> UNITS =
      Set.of(BlockKind.PART_HEADING, BlockKind.SECTION_HEADING, BlockKind.SUPPLEMENT_HEADING);

  private static final String DAY =
      "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}|[A-Z][a-z]+\\.? \\d{1,2}, \\d{4})";
  private static final Pattern AS_OF = Pattern.compile("(?i:as of|in effect on)\\s+" + DAY);
  private static final Pattern CURRENT =
      Pattern.compile("(?i:up to date as of|eCFR in effect on)\\s+" + DAY);
  private static final Pattern CITATION = Pattern.compile("(\\d{1,4}) FR \\d+");

  /** For the service loader. */
  public HtmlReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals(MEDIA_TYPE)
        || mediaType.equals("application/xhtml+xml")
        || (mediaType.equals("application/xml")
            && Prolog.root(bytes).toLowerCase(Locale.ROOT).equals("html"));
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    SourceText text = text(source, bytes, limits);
    boolean law =
        text.kind() == SourceText.Kind.REGISTER_DOCUMENT
            || text.blocks().stream().anyMatch(block -> UNITS.contains(block.kind()));
    if (!law) {
      throw new UnreadableSourceException(
          Reason.UNKNOWN_FORMAT,
          source.name()
              + ": is a web page that shows neither a document of the Federal Register nor a part,"
              + " section or supplement of the CFR; save the page of the text itself");
    }
    return text;
  }

  private static SourceText text(Source source, byte[] bytes, ReadLimits limits)
      throws UnreadableSourceException {
    Budget budget = new Budget(source.name(), limits);
    HtmlDocument file = HtmlDocument.parse(bytes, source.name(), limits.maxDepth(), budget);
    if (RegisterHtml.shows(file.root())) {
      return registerDocument(source, Hashing.sha256().hashBytes(bytes).toString(), file, budget);
    }
    List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
    Optional<String> preformatted = preformatted(file.root());
    if (preformatted.isPresent() && GpoText.is(preformatted.get())) {
      GpoText gpo = GpoText.of(preformatted.get(), source.name());
      diagnostics.addAll(gpo.diagnostics());
      return Prose.read(
          source, bytes, MEDIA_TYPE, gpo.elements(), gpo.imprint(), diagnostics, budget);
    }
    Prose.Imprint imprint = new Prose.Imprint("", 0, date(file.root()));
    if (preformatted.isPresent()) {
      List<XmlElement> paragraphs = PlainText.elements(preformatted.get());
      return Prose.read(source, bytes, MEDIA_TYPE, paragraphs, imprint, diagnostics, budget);
    }
    FlatPage.Text text = FlatPage.of(file.root(), source.name());
    if (text.elements().isEmpty()) {
      throw new UnreadableSourceException(
          Reason.NO_TEXT, source.name() + ": the page holds no text");
    }
    diagnostics.addAll(text.remarks());
    return Prose.read(source, bytes, MEDIA_TYPE, text.elements(), imprint, diagnostics, budget);
  }

  /** The text of a page that is one preformatted text, as GPO's pages are. */
  private static Optional<String> preformatted(XmlElement page) {
    String all = page.stream().filter(e -> e.is("body")).findFirst().orElse(page).text();
    return page.stream()
        .filter(e -> e.is("pre"))
        .map(XmlElement::text)
        .filter(text -> text.strip().length() * 2 > all.strip().length())
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** The day whose text the page shows, if it says so in its title or in the eCFR's words. */
  private static String date(XmlElement page) {
    Stream<String> title = page.stream().filter(e -> e.is("title")).map(XmlElement::text);
    Stream<String> date =
        title.map(AS_OF::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
    return date.findFirst()
        .orElseGet(
            () -> {
              Matcher current = CURRENT.matcher(page.text());
              return current.find() ? current.group(1) : "";
            });
  }

  private static SourceText registerDocument(
      Source source, String sha256, HtmlDocument file, Budget budget)
      throws UnreadableSourceException {
    XmlElement page = file.root();
    XmlElement document = RegisterHtml.markup(page);
    String printed = RegisterXmlReader.number(document);
    String number = printed.isEmpty() ? RegisterHtml.detail(page, "Document Number") : printed;
    if (source.fragment().filter(wanted -> !wanted.equals(number)).isPresent()) {
      throw new UnreadableSourceException(
          Reason.WHICH_DOCUMENT,
          source.name() + ": holds document " + number + ", not " + source.fragment().get());
    }
    Pages pages = RegisterHtml.pages(page);
    BlockSink sink = new BlockSink(number.isEmpty() ? source.name() : number, budget);
    sink.page(pages.first());
    new RegisterWalk(sink).walk(document);
    Matcher citation = CITATION.matcher(RegisterHtml.detail(page, "Document Citation"));
    return new SourceText(
        source.name(),
        sha256,
        MEDIA_TYPE,
        SourceText.Kind.REGISTER_DOCUMENT,
        number,
        citation.find() ? Integer.parseInt(citation.group(1)) : 0,
        pages.first(),
        pages.last(),
        RegisterHtml.detail(page, "Publication Date"),
        sink.blocks(),
        file.diagnostics());
  }
}
