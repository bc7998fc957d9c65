package org.ratchet.source.xml;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * Federal Register bulk XML: one document, or a daily issue of which one document is chosen by its
 * number.
 *
 * @see <a href="https://www.govinfo.gov/bulkdata/FR/resources/FR-XML_User-Guide.pdf">guide</a>
 */
public final class RegisterXmlReader implements SourceReader {

  private static final Set<String> DOCUMENTS = Set.of("RULE", "PRORULE", "NOTICE", "PRESDOCU");
  private static final Set<String> ROOTS =
      Set.of("FEDREG", "RULE", "PRORULE", "NOTICE", "PRESDOCU");
  private static final int MOST_NAMED = 10;
  private static final Pattern NUMBER = Pattern.compile("FR\\s+Doc\\.?\\s+([\\w\\u2013-]+)");

  /** For the service loader. */
  public RegisterXmlReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals("application/xml") && ROOTS.contains(Prolog.root(bytes));
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    Budget budget = new Budget(source.name(), limits);
    XmlDocument file = XmlDocument.parse(bytes, source.name(), budget);
    XmlElement chosen = choose(file.root(), source);
    String number = number(chosen);
    List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
    String name = number.isEmpty() ? source.name() : number;
    int restored = Spacing.repair(chosen);
    if (restored > 0) {
      diagnostics.add(
          new Diagnostic(
              "spaces-restored",
              Severity.NOTE,
              "the file has lost the spaces beside italic and bold words; "
                  + restored
                  + " were put back",
              Optional.of(Span.ofLine(name, chosen.line()))));
    }
    Pages pages = Pages.of(file.root(), chosen);
    BlockSink sink = new BlockSink(name, budget);
    sink.page(pages.first());
    new RegisterWalk(sink).walk(chosen);
    return new SourceText(
        source.name(),
        Hashing.sha256().hashBytes(bytes).toString(),
        "application/xml",
        SourceText.Kind.REGISTER_DOCUMENT,
        number,
        volume(file.root()),
        pages.first(),
        pages.last(),
        child(file.root(), "DATE"),
        sink.blocks(),
        diagnostics);
  }

  private static String child(XmlElement parent, String name) {
    return parent.elements().stream()
        .filter(e -> e.is(name))
        .findFirst()
        .map(e -> e.text().strip())
        .orElse("");
  }

  private static int volume(XmlElement root) {
    String volume = child(root, "VOL");
    return volume.matches("\\d{1,4}") ? Integer.parseInt(volume) : 0;
  }

  private static void collect(XmlElement element, List<XmlElement> documents) {
    if (DOCUMENTS.contains(element.name())) {
      documents.add(element);
      return;
    }
    element.elements().forEach(child -> collect(child, documents));
  }

  private static XmlElement choose(XmlElement root, Source source)
      throws UnreadableSourceException {
    List<XmlElement> documents = new ArrayList<>();
    collect(root, documents);
    Optional<String> wanted = source.fragment().map(RegisterXmlReader::key);
    List<XmlElement> candidates =
        documents.stream()
            .filter(d -> wanted.isEmpty() || wanted.get().equals(key(number(d))))
            .toList();
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    String found =
        documents.isEmpty()
            ? "holds no document"
            : wanted.map(w -> "holds no document " + w).orElse("holds several documents")
                + "; choose one by writing #NUMBER behind the name: "
                + numbers(documents);
    throw new UnreadableSourceException(Reason.WHICH_DOCUMENT, source.name() + ": " + found);
  }

  private static String numbers(List<XmlElement> documents) {
    boolean few = documents.size() <= MOST_NAMED;
    return documents.stream()
        .filter(d -> few || d.is("RULE", "PRORULE"))
        .map(RegisterXmlReader::number)
        .filter(number -> !number.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The number of a document in GPO's markup, empty if it is not printed. */
  static String number(XmlElement document) {
    return document.stream()
        .filter(e -> e.is("FRDOC"))
        .map(e -> NUMBER.matcher(e.text()))
        .filter(Matcher::find)
        .map(m -> key(m.group(1)))
        .reduce((a, b) -> b)
        .orElse("");
  }

  /** Older files print document numbers with an en dash. */
  static String key(String number) {
    return number.replace('\u2013', '-');
  }
}
