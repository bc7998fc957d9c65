package org.ratchet.source.xml;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;
import org.ratchet.text.Run;
import org.ratchet.text.Style;

/** Text of the eCFR in its XML, bulk or API: parts, sections and supplements. */
public final class EcfrXmlReader implements SourceReader {

  private static final Pattern ROOT = Pattern.compile("ECFR|DLPSTEXTCLASS|DIV[1-9]");
  private static final Pattern TITLE = Pattern.compile("title-(\\d+)");

  /** For the service loader. */
  public EcfrXmlReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals("application/xml") && ROOT.matcher(Prolog.root(bytes)).matches();
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    XmlDocument file = XmlDocument.parse(bytes, source.name(), limits);
    XmlElement root = file.root();
    BlockSink sink = new BlockSink(source.name());
    unit(root, sink);
    String date =
        root.stream()
            .filter(e -> e.is("AMDDATE"))
            .findFirst()
            .map(e -> e.text().strip())
            .orElse(root.attribute("DATE"));
    return new SourceText(
        source.name(),
        Hashing.sha256().hashBytes(bytes).toString(),
        "application/xml",
        SourceText.Kind.REGULATION,
        title(root),
        0,
        0,
        0,
        date,
        sink.blocks(),
        file.diagnostics());
  }

  /**
   * {@code 15 CFR}, from the title's own element or the hierarchy that the API adds; else empty.
   */
  private static String title(XmlElement root) {
    Matcher hierarchy = TITLE.matcher(root.attribute("hierarchy_metadata"));
    if (hierarchy.find()) {
      return hierarchy.group(1) + " CFR";
    }
    return root.stream()
        .filter(e -> e.is("DIV1") && e.attribute("N").matches("\\d+"))
        .findFirst()
        .map(e -> e.attribute("N") + " CFR")
        .orElse("");
  }

  private static void unit(XmlElement unit, BlockSink sink) {
    List<XmlElement> children = unit.elements();
    for (XmlElement child : children) {
      element(child, unit, sink);
    }
  }

  private static void element(XmlElement child, XmlElement unit, BlockSink sink) {
    switch (child.name().toUpperCase(Locale.ROOT)) {
      case "HEAD" -> sink.add(headKind(unit), headLevel(unit), bold(child), child);
      case "P", "PSPACE" -> sink.add(BlockKind.PARAGRAPH, child);
      case "FP", "FP-1", "FP-2", "FP1-2", "FRP", "SCOL2" -> sink.add(BlockKind.FLUSH, child);
      case "HD1" -> sink.add(BlockKind.HEADING, 1, bold(child), child);
      case "HD2", "HD3" ->
          sink.add(BlockKind.HEADING, 2, InlineText.of(child, Style.ITALIC), child);
      case "AUTH" -> runIn(BlockKind.AUTHORITY, child, sink);
      case "SOURCE" -> runIn(BlockKind.SOURCE_CITATION, child, sink);
      case "CITA" -> sink.add(BlockKind.SOURCE_CITATION, child);
      case "EFFDNOT", "EDNOTE", "XREF", "CROSSREF" -> sink.add(BlockKind.EDITORIAL_NOTE, child);
      case "NOTE" -> note(child, sink);
      case "STARS" -> sink.add(BlockKind.ELLIPSIS, 0, List.of(Run.plain("* * * * *")), child);
      case "TABLE" -> sink.table(HtmlTable.of(child, sink), sink.span(child));
      case "GPOTABLE" -> sink.table(GpoTable.of(child, sink), sink.span(child));
      case "IMG" ->
          sink.add(BlockKind.FIGURE, 0, List.of(Run.plain(child.attribute("src"))), child);
      case "FTNT" -> sink.footnote(child.elements());
      default -> other(child, sink);
    }
  }

  private static void other(XmlElement child, BlockSink sink) {
    boolean looseText =
        child.content().stream().anyMatch(c -> c instanceof String s && !s.isBlank());
    if (looseText) {
      sink.add(BlockKind.PARAGRAPH, child);
    } else {
      unit(child, sink);
    }
  }

  private static BlockKind headKind(XmlElement unit) {
    return switch (unit.attribute("TYPE")) {
      case "PART" -> BlockKind.PART_HEADING;
      case "SUBPART" -> BlockKind.SUBPART_HEADING;
      case "SECTION" -> BlockKind.SECTION_HEADING;
      case "APPENDIX" -> BlockKind.SUPPLEMENT_HEADING;
      default -> BlockKind.HEADING;
    };
  }

  private static int headLevel(XmlElement unit) {
    return headKind(unit) == BlockKind.HEADING ? 1 : 0;
  }

  private static List<Run> bold(XmlElement element) {
    return InlineText.of(element, Style.BOLD);
  }

  private static void runIn(BlockKind kind, XmlElement parent, BlockSink sink) {
    List<XmlElement> texts = parent.elements().stream().filter(e -> !e.is("HED", "HD")).toList();
    sink.runIn(kind, first(parent, "HED", "HD"), texts.stream().findFirst());
    for (XmlElement text : texts.subList(Math.min(1, texts.size()), texts.size())) {
      sink.add(kind, text);
    }
  }

  private static void note(XmlElement note, BlockSink sink) {
    List<XmlElement> paragraphs = note.elements().stream().filter(e -> !e.is("HED", "HD")).toList();
    Optional<XmlElement> heading = first(note, "HED", "HD");
    boolean plain = !paragraphs.isEmpty() && paragraphs.get(0).is("P", "PSPACE", "FP");
    sink.runIn(BlockKind.NOTE, heading, plain ? Optional.of(paragraphs.get(0)) : Optional.empty());
    for (XmlElement paragraph : paragraphs.subList(plain ? 1 : 0, paragraphs.size())) {
      element(paragraph, note, sink);
    }
  }

  private static Optional<XmlElement> first(XmlElement parent, String... names) {
    return parent.elements().stream().filter(e -> e.is(names)).findFirst();
  }
}
