package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Style;

/** Walks one document of Federal Register XML and gives its blocks in printed order. */
final class RegisterWalk {

  private static final Set<String> CAPTIONED =
      Set.of("AGY", "ACT", "SUM", "EFFDATE", "DATES", "ADD", "FURINF", "PREAMHD", "SUPLINF");
  private static final Set<String> BLOCKS =
      Set.of(
          "P",
          "FP",
          "HD",
          "HD1",
          "HD2",
          "HD3",
          "AMDPAR",
          "STARS",
          "GPOTABLE",
          "SECTION",
          "EXTRACT",
          "NOTE",
          "GPH",
          "PRTPAGE",
          "SECTNO",
          "SUBJECT",
          "PART",
          "SUBPART",
          "REGTEXT",
          "FTNT");
  private static final Pattern SUPPLEMENT =
      Pattern.compile("(?i)(supplement|appendix|schedule)\\b.*");

  private final BlockSink sink;

  RegisterWalk(BlockSink sink) {
    this.sink = sink;
  }

  void walk(XmlElement parent) {
    List<XmlElement> children = parent.elements();
    boolean first = true;
    for (int i = 0; i < children.size(); i++) {
      XmlElement child = children.get(i);
      boolean captioned = first && child.is("HD") && CAPTIONED.contains(parent.name());
      if (child.is("HD") && (captioned || runIn(parent, child))) {
        Optional<XmlElement> text =
            Optional.of(i + 1)
                .filter(n -> n < children.size())
                .map(children::get)
                .filter(next -> next.is("P", "FP") && !parent.is("SUPLINF"));
        sink.runIn(runInKind(parent), Optional.of(child), text);
        footnotesIn(child);
        text.ifPresent(this::footnotesIn);
        i += text.isPresent() ? 1 : 0;
      } else if (child.is("SECTNO")) {
        i += section(children, i);
      } else {
        element(child, parent);
      }
      first &= child.is("PRTPAGE");
    }
  }

  private static boolean runIn(XmlElement parent, XmlElement heading) {
    return heading.attribute("SOURCE").equals("HED") && parent.is("AUTH", "NOTE");
  }

  private static BlockKind runInKind(XmlElement parent) {
    return switch (parent.name()) {
      case "AUTH" -> BlockKind.AUTHORITY;
      case "NOTE" -> BlockKind.NOTE;
      default -> BlockKind.CAPTION;
    };
  }

  /** Number and subject of a section are one heading; returns how many siblings that took. */
  private int section(List<XmlElement> siblings, int at) {
    XmlElement number = siblings.get(at);
    List<Run> runs = new ArrayList<>(bold(number));
    boolean subject = at + 1 < siblings.size() && siblings.get(at + 1).is("SUBJECT");
    if (subject) {
      runs.add(new Run(" ", Style.BOLD));
      runs.addAll(bold(siblings.get(at + 1)));
      footnotesIn(siblings.get(at + 1));
    }
    sink.add(BlockKind.SECTION_HEADING, 0, Runs.tidy(runs), number);
    return subject ? 1 : 0;
  }

  private static List<Run> bold(XmlElement element) {
    return InlineText.of(element, Style.BOLD);
  }

  private void element(XmlElement element, XmlElement parent) {
    switch (element.name()) {
      case "PRTPAGE" -> sink.page(element.attribute("P"));
      case "AGENCY" -> head(BlockKind.AGENCY, element);
      case "SUBAGY" -> head(BlockKind.SUBAGENCY, element);
      case "CFR" -> {
        if (parent.is("LSTSUB")) {
          sink.add(BlockKind.HEADING, 2, InlineText.of(element, Style.ITALIC), element);
        } else {
          head(BlockKind.CFR_LINE, element);
        }
      }
      case "DEPDOC" -> head(BlockKind.DOCKET, element);
      case "RIN" -> head(BlockKind.RIN, element);
      case "SUBJECT" -> head(parent.is("PREAMB") ? BlockKind.SUBJECT : BlockKind.HEADING, element);
      case "HD", "HD1", "HD2", "HD3" -> heading(element, parent);
      case "P" -> text(BlockKind.PARAGRAPH, element);
      case "FP" -> text(BlockKind.FLUSH, element);
      case "AMDPAR" -> text(BlockKind.INSTRUCTION, element);
      case "STARS" -> stars(element);
      case "GPOTABLE" -> {
        sink.table(GpoTable.of(element, sink::span), element);
        footnotesIn(element);
      }
      case "FTNT" -> footnote(element);
      case "FTREF", "LI" -> text(BlockKind.FLUSH, element);
      case "GPH" -> figure(element);
      case "DATED", "NAME", "TITLE" -> text(BlockKind.SIGNATURE, element);
      case "FRDOC" -> text(BlockKind.FR_DOC, element);
      case "BILCOD" -> text(BlockKind.BILLING_CODE, element);
      default -> other(element);
    }
  }

  private void head(BlockKind kind, XmlElement element) {
    sink.add(kind, 0, bold(element), element);
    footnotesIn(element);
  }

  private void text(BlockKind kind, XmlElement element) {
    sink.add(kind, element);
    footnotesIn(element);
    pagesIn(element);
  }

  private void pagesIn(XmlElement element) {
    element.stream().filter(e -> e.is("PRTPAGE")).forEach(e -> sink.page(e.attribute("P")));
  }

  private void footnotesIn(XmlElement element) {
    element.stream().filter(e -> e.is("FTNT")).forEach(this::footnote);
  }

  private void footnote(XmlElement element) {
    boolean first = true;
    for (XmlElement paragraph : element.elements()) {
      if (paragraph.is("PRTPAGE")) {
        sink.page(paragraph.attribute("P"));
      } else {
        sink.add(BlockKind.FOOTNOTE, first ? 0 : 1, InlineText.of(paragraph), paragraph);
        first = false;
      }
    }
  }

  private void stars(XmlElement element) {
    sink.add(BlockKind.ELLIPSIS, 0, Runs.of("* * * * *"), element);
  }

  private void figure(XmlElement element) {
    List<Run> name =
        element.stream().filter(e -> e.is("GID")).findFirst().map(InlineText::of).orElse(List.of());
    sink.add(BlockKind.FIGURE, 0, name, element);
  }

  private void heading(XmlElement element, XmlElement parent) {
    List<Run> runs = InlineText.of(element);
    String source = element.is("HD") ? element.attribute("SOURCE") : element.name();
    BlockKind kind = BlockKind.HEADING;
    if (source.equals("HED")) {
      kind =
          switch (parent.name()) {
            case "PART" -> BlockKind.PART_HEADING;
            case "SUBPART" -> BlockKind.SUBPART_HEADING;
            case "APPENDIX" -> BlockKind.SUPPLEMENT_HEADING;
            default -> BlockKind.HEADING;
          };
    } else if (source.equals("HD1")
        && !parent.is("SUPLINF", "PREAMB")
        && SUPPLEMENT.matcher(Runs.text(runs)).matches()) {
      kind = BlockKind.SUPPLEMENT_HEADING;
    }
    int level = kind != BlockKind.HEADING ? 0 : source.matches("HD[2-9]") ? 2 : 1;
    Style style = level == 2 ? Style.ITALIC : Style.BOLD;
    sink.add(kind, level, InlineText.of(element, style), element);
    footnotesIn(element);
  }

  /** An element we have no rule for: its blocks if it has some, else its text as a paragraph. */
  private void other(XmlElement element) {
    boolean container =
        element.elements().stream().anyMatch(e -> BLOCKS.contains(e.name()))
            || element.text().isBlank()
            || element.is("PREAMB", "SUPLINF", "SIG", "LSTSUB", "AUTH", "CONTENTS")
            || CAPTIONED.contains(element.name());
    boolean looseText =
        element.content().stream().anyMatch(c -> c instanceof String s && !s.isBlank());
    if (container && !looseText) {
      walk(element);
    } else {
      text(BlockKind.PARAGRAPH, element);
    }
  }
}
