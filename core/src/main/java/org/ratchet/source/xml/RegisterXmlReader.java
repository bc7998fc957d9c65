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
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;

/**
 * Federal Register bulk XML: one document, or a daily issue of which one document is chosen by its
 * number.
 *
 * @see <a href="https://www.govinfo.gov/bulkdata/FR/resources/FR-XML_User-Guide.pdf">guide</a>
 */
public final class RegisterXmlReader implements SourceReader {

  private static final Set<String> DOCUMENTS = Set.of("RULE", "PRORULE", "NOTICE", "PRESDOC");
  private static final Pattern ROOT =
      Pattern.compile("<(RULE|PRORULE|NOTICE|PRESDOC|FEDREG)[\\s>]");
  private static final Pattern NUMBER = Pattern.compile("FR\\s+Doc\\.?\\s+([\\w\\u2013-]+)");

  /** For the service loader. */
  public RegisterXmlReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals("application/xml") && ROOT.matcher(Prolog.of(bytes)).find();
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    XmlElement root = XmlTree.parse(bytes, source.name(), limits);
    List<XmlElement> documents = new ArrayList<>();
    collect(root, documents);
    XmlElement chosen = choose(documents, source);
    String number = number(chosen);
    BlockSink sink = new BlockSink(number.isEmpty() ? source.name() : number);
    new RegisterWalk(sink).walk(chosen);
    List<Integer> pages =
        chosen.stream()
            .filter(e -> e.is("PRTPAGE") && e.attribute("P").matches("\\d{1,7}"))
            .map(e -> Integer.valueOf(e.attribute("P")))
            .toList();
    return new SourceText(
        source.name(),
        Hashing.sha256().hashBytes(bytes).toString(),
        "application/xml",
        SourceText.Kind.REGISTER_DOCUMENT,
        number,
        volume(root),
        pages.isEmpty() ? 0 : pages.get(0),
        pages.isEmpty() ? 0 : pages.get(pages.size() - 1),
        root.elements().stream()
            .filter(e -> e.is("DATE"))
            .findFirst()
            .map(XmlElement::text)
            .map(String::strip)
            .orElse(""),
        sink.blocks(),
        List.of());
  }

  private static int volume(XmlElement root) {
    return root.elements().stream()
        .filter(e -> e.is("VOL"))
        .findFirst()
        .map(e -> e.text().strip())
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::valueOf)
        .orElse(0);
  }

  private static void collect(XmlElement element, List<XmlElement> documents) {
    if (DOCUMENTS.contains(element.name())) {
      documents.add(element);
      return;
    }
    element.elements().forEach(child -> collect(child, documents));
  }

  private static XmlElement choose(List<XmlElement> documents, Source source)
      throws UnreadableSourceException {
    Optional<String> wanted = source.fragment().map(RegisterXmlReader::key);
    List<XmlElement> candidates =
        documents.stream()
            .filter(d -> wanted.isEmpty() || wanted.get().equals(key(number(d))))
            .toList();
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    String choices =
        documents.stream()
            .filter(d -> d.is("RULE", "PRORULE") || documents.size() < 10)
            .map(RegisterXmlReader::number)
            .collect(Collectors.joining(", "));
    throw new UnreadableSourceException(
        Reason.WHICH_DOCUMENT,
        source.name()
            + wanted.map(w -> ": holds no document " + w).orElse(": holds several documents")
            + "; choose one by writing #NUMBER behind the name: "
            + choices);
  }

  private static String number(XmlElement document) {
    return document.stream()
        .filter(e -> e.is("FRDOC"))
        .map(e -> NUMBER.matcher(e.text()))
        .filter(Matcher::find)
        .map(m -> key(m.group(1)))
        .reduce((a, b) -> b)
        .orElse("");
  }

  /** Older files print document numbers with an en dash. */
  private static String key(String number) {
    return number.replace('\u2013', '-');
  }
}
