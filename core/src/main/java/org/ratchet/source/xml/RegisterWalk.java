package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;
import org.ratchet.text.Style;

/**
 * Walks GPO markup, of one document of the Federal Register or of the annual CFR, and gives its
 * blocks in printed order.
 */
final class RegisterWalk {

  private static final Set<String> CAPTIONED =
      Set.of("AGY", "ACT", "SUM", "EFFDATE", "DATES", "ADD", "FURINF", "PREAMHD", "SUPLINF");

  /** Elements that stand in a line of text and open no block. */
  private static final Set<String> INLINE =
      Set.of("E", "SU", "FTREF", "PRTPAGE", "AC", "FR", "LI", "I", "B", "sub", "sup", "br");

  /** A heading that opens a supplement says of what. */
  private static final Pattern SUPPLEMENT =
      Pattern.compile(
          "(?i)(?:supplement|appendix|annex|schedule|exhibit)(?: no\\.)?(?: [\\w-]+)? (?:to|of)"
              + " (?:(?:sub)?part\\b|§).*");

  private static final Pattern STARS = Pattern.compile("(\\*\\s*){5,}");
  private static final List<Run> FIVE_STARS = Runs.of("* * * * *");

  private final BlockSink sink;
  private boolean amending;
  private boolean listing;

  RegisterWalk(BlockSink sink) {
    this.sink = sink;
  }

  void walk(XmlElement parent) {
    List<XmlElement> children = parent.elements();
    boolean first = true;
    for (int i = 0; i < children.size(); i++) {
      XmlElement child = children.get(i);
      if (isHeading(child) && (runsIn(parent) || (first && CAPTIONED.contains(parent.name())))) {
        i += captioned(parent, child, i + 1 < children.size() ? children.get(i + 1) : child);
      } else if (child.is("SECTNO")) {
        i += section(children, i);
      } else {
        element(child, parent);
      }
      first &= child.is("PRTPAGE");
    }
  }

  /** The heading of the element around it, and not one in its text. */
  private static boolean isHeading(XmlElement element) {
    return element.is("HD") && !element.attribute("SOURCE").matches("HD\\d");
  }

  private static boolean runsIn(XmlElement parent) {
    return parent.is("AUTH", "NOTE", "SOURCE");
  }

  /** A caption with the paragraph after it; returns how many siblings that took. */
  private int captioned(XmlElement parent, XmlElement heading, XmlElement next) {
    boolean runsOn = next.is("P", "FP") && !parent.is("SUPLINF");
    Optional<XmlElement> text = runsOn ? Optional.of(next) : Optional.empty();
    sink.runIn(runInKind(parent), Optional.of(heading), text);
    embedded(heading);
    text.ifPresent(this::embedded);
    return runsOn ? 1 : 0;
  }

  private static BlockKind runInKind(XmlElement parent) {
    return switch (parent.name()) {
      case "AUTH" -> BlockKind.AUTHORITY;
      case "NOTE" -> BlockKind.NOTE;
      case "SOURCE" -> BlockKind.SOURCE_CITATION;
      default -> BlockKind.CAPTION;
    };
  }

  /** Number and subject of a section are one heading; returns how many siblings that took. */
  private int section(List<XmlElement> siblings, int at) {
    XmlElement number = siblings.get(at);
    Style style = listing ? Style.PLAIN : Style.BOLD;
    List<Run> runs = new ArrayList<>(InlineText.of(number, style));
    boolean hasSubject = at + 1 < siblings.size() && siblings.get(at + 1).is("SUBJECT", "RESERVED");
    if (hasSubject) {
      runs.add(new Run(" ", style));
      runs.addAll(InlineText.of(siblings.get(at + 1), style));
    }
    sink.add(listing ? BlockKind.FLUSH : BlockKind.SECTION_HEADING, 0, Runs.tidy(runs), number);
    embedded(number);
    if (hasSubject) {
      embedded(siblings.get(at + 1));
    }
    return hasSubject ? 1 : 0;
  }

  private void element(XmlElement element, XmlElement parent) {
    switch (element.name()) {
      case "PRTPAGE" -> sink.page(element);
      case "AGENCY" -> head(BlockKind.AGENCY, element);
      case "SUBAGY" -> head(BlockKind.SUBAGENCY, element);
      case "CFR" -> {
        if (parent.is("LSTSUB")) {
          heading(BlockKind.HEADING, 2, element);
        } else {
          head(BlockKind.CFR_LINE, element);
        }
      }
      case "DEPDOC" -> head(BlockKind.DOCKET, element);
      case "RIN" -> head(BlockKind.RIN, element);
      case "SUBJECT" -> {
        if (parent.is("PREAMB")) {
          head(BlockKind.SUBJECT, element);
        } else {
          heading(BlockKind.HEADING, 1, element);
        }
      }
      case "HD", "HD1", "HD2", "HD3" -> heading(element, parent);
      case "P", "FP" -> {
        boolean flush = element.is("FP") || element.attribute("SOURCE").equals("NPAR");
        BlockKind kind = flush ? BlockKind.FLUSH : BlockKind.PARAGRAPH;
        text(parent.is("SIG") ? BlockKind.SIGNATURE : kind, element);
      }
      case "AMDPAR" -> {
        amending = true;
        text(BlockKind.INSTRUCTION, element);
      }
      case "STARS" -> stars(element);
      case "CONTENTS" -> contents(element);
      case "GPOTABLE" -> table(element);
      case "TABLE" -> sink.table(HtmlTable.of(element, sink), sink.span(element));
      case "FTNT" -> footnote(element);
      case "GPH" -> figure(element);
      case "DATED", "NAME", "TITLE" ->
          text(parent.is("SIG") ? BlockKind.SIGNATURE : BlockKind.PARAGRAPH, element);
      case "CITA", "SECAUTH", "APPRO" -> text(BlockKind.SOURCE_CITATION, element);
      case "EDNOTE", "EFFDNOT", "EFFDNOTP" -> note(element);
      case "RESERVED" -> heading(BlockKind.SUBPART_HEADING, 0, element);
      case "EAR" -> {} // the running head of the printed page
      case "FRDOC" -> text(BlockKind.FR_DOC, element);
      case "BILCOD" -> text(BlockKind.BILLING_CODE, element);
      default -> other(element);
    }
  }

  private void head(BlockKind kind, XmlElement element) {
    sink.add(kind, 0, InlineText.of(element, Style.BOLD), element);
    embedded(element);
  }

  private void text(BlockKind kind, XmlElement element) {
    List<Run> runs = InlineText.of(element);
    if (kind != BlockKind.INSTRUCTION && STARS.matcher(Runs.text(runs)).matches()) {
      stars(element);
    } else {
      sink.add(kind, 0, runs, element);
    }
    embedded(element);
  }

  private void stars(XmlElement element) {
    sink.add(BlockKind.ELLIPSIS, 0, FIVE_STARS, element);
  }

  /** Footnotes, tables, pictures and page marks inside a text come after it. */
  private void embedded(XmlElement element) {
    for (XmlElement child : element.elements()) {
      if (InlineText.isApart(child) || child.is("PRTPAGE")) {
        element(child, element);
      } else {
        embedded(child);
      }
    }
  }

  /** A note on the status of a text; text that it quotes is not in force. */
  private void note(XmlElement element) {
    for (XmlElement child : element.elements()) {
      if (child.is("REVTXT", "SECTION", "EXTRACT")) {
        note(child);
      } else {
        sink.add(BlockKind.EDITORIAL_NOTE, child);
        sink.pagesIn(child);
      }
    }
  }

  private void table(XmlElement element) {
    Span span = sink.span(element);
    sink.table(GpoTable.of(element, sink), span);
    element.stream().filter(e -> e.is("FTNT")).forEach(this::footnote);
    element.stream().filter(e -> e.is("GPH")).forEach(this::figure);
  }

  /** A table of contents names sections and subparts; it does not open them. */
  private void contents(XmlElement element) {
    listing = true;
    walk(element);
    listing = false;
  }

  /** A footnote may run over to the next page, from which the text does not follow. */
  private void footnote(XmlElement element) {
    boolean looseText = hasLooseText(element);
    sink.footnote(
        looseText
            ? List.of(element)
            : element.elements().stream().filter(e -> !e.is("PRTPAGE")).toList());
    sink.pagesIn(element);
    if (!looseText) {
      element.elements().forEach(this::embedded);
    }
  }

  private void figure(XmlElement element) {
    List<Run> name =
        element.stream().filter(e -> e.is("GID")).findFirst().map(InlineText::of).orElse(List.of());
    sink.add(BlockKind.FIGURE, 0, name, element);
    element.elements().stream()
        .filter(child -> !child.is("GID"))
        .forEach(child -> element(child, element));
  }

  private void heading(XmlElement element, XmlElement parent) {
    String text = Runs.text(InlineText.of(element));
    String source = element.is("HD") ? element.attribute("SOURCE") : element.name();
    BlockKind kind = BlockKind.HEADING;
    if (source.equals("HED") && !listing) {
      kind =
          switch (parent.name()) {
            case "PART" -> BlockKind.PART_HEADING;
            case "SUBPART" -> BlockKind.SUBPART_HEADING;
            case "APPENDIX" -> BlockKind.SUPPLEMENT_HEADING;
            default -> BlockKind.HEADING;
          };
    } else if (source.equals("HD1") && amending && SUPPLEMENT.matcher(text).matches()) {
      kind = BlockKind.SUPPLEMENT_HEADING;
    }
    amending |= kind == BlockKind.PART_HEADING;
    int level = kind != BlockKind.HEADING ? 0 : source.matches("HD[2-9]") ? 2 : 1;
    heading(kind, level, element);
  }

  private void heading(BlockKind kind, int level, XmlElement element) {
    Style style = level == 2 ? Style.ITALIC : Style.BOLD;
    sink.add(kind, level, InlineText.of(element, style), element);
    embedded(element);
  }

  /** An element we have no rule for: its blocks if it has some, else its text as a paragraph. */
  private void other(XmlElement element) {
    boolean lineOfText = element.elements().stream().allMatch(e -> INLINE.contains(e.name()));
    if (hasLooseText(element) || (lineOfText && !element.text().isBlank())) {
      text(BlockKind.PARAGRAPH, element);
    } else {
      walk(element);
    }
  }

  private static boolean hasLooseText(XmlElement element) {
    return element.content().stream().anyMatch(c -> c instanceof String s && !s.isBlank());
  }
}
