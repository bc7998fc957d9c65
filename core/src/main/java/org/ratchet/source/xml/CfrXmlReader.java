package org.ratchet.source.xml;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.ratchet.source.Budget;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;

/**
 * The annual edition of the Code of Federal Regulations in GPO's XML: a volume, or a granule of one
 * part.
 *
 * @see <a href="https://www.govinfo.gov/bulkdata/CFR/resources/CFR-XML_User-Guide.pdf">guide</a>
 */
public final class CfrXmlReader implements SourceReader {

  private static final Set<String> ROOTS = Set.of("CFRDOC", "CFRGRANULE");

  /** What tells of the volume and its place in the series, not of the law. */
  private static final Set<String> APART =
      Set.of("FDSYS", "AMDDATE", "FMTR", "TITLEPG", "BTITLE", "TOC", "EXPLA", "CITEP", "FINDAIDS");

  /** For the service loader. */
  public CfrXmlReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals("application/xml") && ROOTS.contains(Prolog.root(bytes));
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    Budget budget = new Budget(source.name(), limits);
    XmlDocument file = XmlDocument.parse(bytes, source.name(), budget);
    XmlElement root = file.root();
    BlockSink sink = new BlockSink(source.name(), budget);
    RegisterWalk walk = new RegisterWalk(sink);
    for (XmlElement child : root.elements()) {
      if (!APART.contains(child.name())) {
        walk.walk(wrapped(child));
      }
    }
    String title = first(root, "CFRTITLE");
    return new SourceText(
        source.name(),
        Hashing.sha256().hashBytes(bytes).toString(),
        "application/xml",
        SourceText.Kind.REGULATION,
        title.isEmpty() ? "" : title + " CFR",
        0,
        0,
        0,
        first(root, "ORIGINALDATE", "DATE", "AMDDATE"),
        sink.blocks(),
        file.diagnostics());
  }

  /** A walk goes through what is in an element; the unit itself must be seen too. */
  private static XmlElement wrapped(XmlElement unit) {
    XmlElement holder = new XmlElement("", unit.line());
    holder.add(unit);
    return holder;
  }

  private static String first(XmlElement root, String... names) {
    return List.of(names).stream()
        .flatMap(name -> root.stream().filter(e -> e.is(name)))
        .map(e -> e.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
