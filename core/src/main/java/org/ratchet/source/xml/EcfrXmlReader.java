package org.ratchet.source.xml;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.source.BlockKind;
import org.ratchet.source.Budget;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Style;

/** Text of the eCFR in its XML, bulk or API: parts, sections and supplements. */
public final class EcfrXmlReader implements SourceReader {

  private static final Pattern ROOT = Pattern.compile("ECFR|DLPSTEXTCLASS|DIV[1-9]");

  /**
   * The heading of a note that is not its label alone: {@code Note: The list does not hold:}, or
   * {@code Notes to table 1. Oil is dry.}.
   */
  private static final Pattern SAYS =
      Pattern.compile("[^:]*(?::\\s*[^\\s:]|\\s1\\.\\s+\\S).*", Pattern.DOTALL);

  private static final Pattern TITLE = Pattern.compile("title-(\\d+)");

  /** For the service loader. */
  public EcfrXmlReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals("application/xml") && ROOT.matcher(Prolog.root(bytes)).matches();
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    Budget budget = new Budget(source.name(), limits);
    XmlDocument file = XmlDocument.parse(bytes, source.name(), budget);
    XmlElement root = file.root();
    BlockSink sink = new BlockSink(source.name(), budget);
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
    for (XmlElement child : unit.elements()) {
      element(child, unit, sink);
    }
    if (unit.is("DIV8", "DIV9")) {
      sink.endOfUnit();
    }
  }

  private static void element(XmlElement child, XmlElement unit, BlockSink sink) {
    switch (child.name().toUpperCase(Locale.ROOT)) {
      case "HEAD" -> sink.add(headKind(unit), headLevel(unit), bold(child), child);
      case "P", "PSPACE" -> text(BlockKind.PARAGRAPH, child, sink);
      case "FP", "FP-1", "FP-2", "FP-DASH", "FP1-2", "FRP", "LI" ->
          text(BlockKind.FLUSH, child, sink);
      case "HD1" -> sink.add(BlockKind.HEADING, 1, bold(child), child);
      case "HD2", "HD3" ->
          sink.add(BlockKind.HEADING, 2, InlineText.of(child, Style.ITALIC), child);
      case "AUTH" -> runIn(BlockKind.AUTHORITY, child, sink);
      case "SOURCE" -> runIn(BlockKind.SOURCE_CITATION, child, sink);
      case "CITA" -> text(BlockKind.SOURCE_CITATION, child, sink);
      case "EFFDNOT", "EDNOTE" -> runIn(BlockKind.EDITORIAL_NOTE, child, sink);
      case "XREF", "CROSSREF" -> text(BlockKind.EDITORIAL_NOTE, child, sink);
      case "NOTE" -> note(child, sink);
      case "STARS" -> sink.add(BlockKind.ELLIPSIS, 0, List.of(Run.plain("* * * * *")), child);
      case "TABLE" -> sink.table(HtmlTable.of(child, sink), sink.span(child));
      case "GPOTABLE" -> sink.table(GpoTable.of(child, sink), sink.span(child));
      case "IMG" -> sink.add(BlockKind.FIGURE, 0, pictureName(child), child);
      case "FTNT" -> sink.footnote(child.elements());
      default -> other(child, sink);
    }
  }

  /** {@code /graphics/er16ja25.003.gif} is the picture that the register prints as ER16JA25.003. */
  private static List<Run> pictureName(XmlElement picture) {
    String path = picture.attribute("src");
    String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.\\D\\w*$", "");
    return Runs.of(file.toUpperCase(Locale.ROOT));
  }

  private static void text(BlockKind kind, XmlElement element, BlockSink sink) {
    sink.add(kind, element);
    embedded(element, sink);
  }

  /** Footnotes, tables and pictures inside a text come after it. */
  private static void embedded(XmlElement element, BlockSink sink) {
    for (XmlElement child : element.elements()) {
      if (InlineText.isApart(child)) {
        element(child, element, sink);
      } else {
        embedded(child, sink);
      }
    }
  }

  private static void other(XmlElement child, BlockSink sink) {
    boolean looseText =
        child.content().stream().anyMatch(c -> c instanceof String s && !s.isBlank());
    if (looseText) {
      text(BlockKind.PARAGRAPH, child, sink);
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
    texts.stream().skip(1).forEach(text -> text(kind, text, sink));
  }

  private static void note(XmlElement note, BlockSink sink) {
    List<XmlElement> texts = note.elements().stream().filter(e -> !e.is("HED", "HD")).toList();
    Optional<XmlElement> heading = first(note, "HED", "HD").filter(e -> !e.text().isBlank());
    boolean says = heading.filter(hed -> SAYS.matcher(hed.text()).matches()).isPresent();
    boolean runsOn =
        heading.isPresent() && !says && !texts.isEmpty() && texts.get(0).is("P", "PSPACE", "FP");
    if (says) {
      sink.add(BlockKind.NOTE, 0, headed(heading.get()), heading.get());
    } else if (heading.isPresent()) {
      sink.runIn(BlockKind.NOTE, heading, texts.stream().findFirst().filter(t -> runsOn));
    }
    for (XmlElement text : texts.subList(runsOn ? 1 : 0, texts.size())) {
      element(text, note, sink);
    }
  }

  /** The heading of a note, bold to its colon, with what the note says behind it. */
  private static List<Run> headed(XmlElement heading) {
    List<Run> headed = new ArrayList<>();
    boolean head = true;
    for (Run run : InlineText.of(heading)) {
      int end = head ? run.text().indexOf(':') + 1 : 0;
      int bold = end > 0 ? end : head ? run.text().length() : 0;
      Style style = new Style(true, run.style().italic(), run.style().rise());
      headed.add(new Run(run.text().substring(0, bold), style));
      headed.add(new Run(run.text().substring(bold), run.style()));
      head &= end == 0;
    }
    return Runs.tidy(headed);
  }

  private static Optional<XmlElement> first(XmlElement parent, String... names) {
    return parent.elements().stream().filter(e -> e.is(names)).findFirst();
  }
}
