package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Style;

/**
 * Walks running text whose markup says little, and gives its blocks by their wording.
 *
 * <p>It takes {@code h1} to {@code h6}, {@code p}, {@code li} and {@code table} as HTML has them,
 * and from GPO's markup what a format does tell: {@code AMDPAR}, {@code STARS}, {@code FTNT}, and
 * the elements of a document's head.
 */
final class ProseWalk {

  private static final List<Run> FIVE_STARS = Runs.of("* * * * *");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final int SHORT = 160;
  private static final String OFFICER =
      "(?s)(?:.*\\b(?:Secretary|Director|Administrator|Commissioner|Register|Chief|Counsel|Officer"
          + "|Chair(?:man|person)?|President|General)\\b.*)\\.?";
  private static final String NAME =
      "(?s)\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*){1,5},(?: Jr\\.,| Sr\\.,| [IV]+,)?.*";
  private static final String DATED =
      "(?:Dated|Date|Issued|Signed|Approved|Done)\\b.{0,60}\\b\\d{4}\\.?";

  private final BlockSink sink;
  private final List<Diagnostic> diagnostics;
  private final boolean register;
  private final List<XmlElement> elements;
  private final List<String> texts;
  private final List<Instructions.Role> roles;
  private final BlockKind[] known;
  private final int topLevel;

  /** The level of the headings of entries, 0 if they have none; what is not under it ends one. */
  private final int entryLevel;

  private boolean inEntry;

  /** The part of a category whose product groups follow, if a page names it in their headings. */
  private String openPart = "";

  private ProseWalk(
      BlockSink sink,
      List<Diagnostic> diagnostics,
      boolean register,
      List<XmlElement> elements,
      List<String> texts) {
    this.sink = sink;
    this.diagnostics = diagnostics;
    this.register = register;
    this.elements = elements;
    this.texts = texts;
    this.roles = roles();
    this.known = new BlockKind[elements.size()];
    this.topLevel =
        elements.stream().mapToInt(ProseWalk::headingLevel).filter(l -> l > 0).min().orElse(1);
    this.entryLevel =
        IntStream.range(0, elements.size())
            .filter(at -> Wording.isEntryHeading(texts.get(at)))
            .map(at -> headingLevel(elements.get(at)))
            .max()
            .orElse(0);
  }

  /**
   * Gives the blocks of a text.
   *
   * @param texts the text of each element, as {@link #text} gives it
   * @param register whether it is a document of the Federal Register, else text of the CFR
   */
  static void walk(
      List<XmlElement> elements,
      List<String> texts,
      boolean register,
      BlockSink sink,
      List<Diagnostic> diagnostics) {
    ProseWalk walk = new ProseWalk(sink, diagnostics, register, elements, texts);
    if (register) {
      walk.head();
      walk.signature();
    }
    int at = 0;
    while (at < elements.size()) {
      at += walk.element(at);
    }
  }

  private List<Instructions.Role> roles() {
    if (!register) {
      return elements.stream().map(e -> Instructions.Role.OTHER).toList();
    }
    List<String> words = new ArrayList<>();
    for (int at = 0; at < elements.size(); at++) {
      XmlElement element = elements.get(at);
      words.add(isText(element) || headingLevel(element) > 0 ? texts.get(at) : "");
    }
    return Instructions.of(words, elements.stream().map(e -> e.is("AMDPAR")).toList());
  }

  /** The text of an element as its block will have it. */
  static String text(XmlElement element) {
    return Runs.text(InlineText.of(element));
  }

  private static boolean isText(XmlElement element) {
    return element.is("p", "li", "FP");
  }

  private static int headingLevel(XmlElement element) {
    return element.name().matches("h[1-6]") ? element.name().charAt(1) - '0' : 0;
  }

  /** The lines over the first caption: agency, parts, docket, title. */
  private void head() {
    int end = 0;
    while (end < elements.size() && Wording.caption(texts.get(end)) == 0) {
      end++;
    }
    if (end == elements.size() || elements.stream().anyMatch(e -> e.is("SUBJECT"))) {
      return;
    }
    int start = 0;
    while (start < end && !Wording.isCapitals(texts.get(start))) {
      start++;
    }
    int subject = -1;
    for (int at = start; at < end; at++) {
      String text = texts.get(at);
      if (Wording.isCfrLine(text)) {
        known[at] = BlockKind.CFR_LINE;
      } else if (Wording.isRin(text)) {
        known[at] = BlockKind.RIN;
      } else if (Wording.isDocket(text)) {
        known[at] = BlockKind.DOCKET;
      } else if (!text.isEmpty()) {
        known[at] = Wording.isCapitals(text) ? BlockKind.AGENCY : BlockKind.SUBAGENCY;
        subject = at;
      }
    }
    if (subject > start) {
      known[subject] = BlockKind.SUBJECT;
    }
  }

  /** Date, name and title before the line that says when the document was filed. */
  private void signature() {
    int filed = elements.size() - 1;
    while (filed >= 0 && Wording.filed(texts.get(filed)).isEmpty()) {
      filed--;
    }
    for (int at = filed - 1; at >= 0; at--) {
      String text = texts.get(at);
      boolean gap = Wording.missing(text) > 0;
      boolean signs =
          roles.get(at) != Instructions.Role.INSTRUCTION
              && isText(elements.get(at))
              && !text.startsWith("(")
              && text.length() < SHORT
              && (text.matches(OFFICER) || text.matches(NAME) || text.matches(DATED));
      if (!gap && !signs) {
        return;
      }
      known[at] = BlockKind.SIGNATURE;
    }
  }

  /** Gives the block of an element; returns how many elements that took. */
  private int element(int at) {
    XmlElement element = elements.get(at);
    int taken = 1;
    if (element.is("table", "TABLE")) {
      sink.table(HtmlTable.of(element, sink), sink.span(element));
    } else if (element.is("FTNT")) {
      sink.footnote(element.elements());
    } else if (element.is("img")) {
      sink.add(BlockKind.FIGURE, 0, pictureName(element), element);
    } else if (element.is("STARS")) {
      stars(element);
    } else if (Wording.missing(texts.get(at)) > 0) {
      missing(at);
    } else if (known[at] != null) {
      add(known[at], 0, bold(element), element);
    } else {
      taken = text(at);
    }
    sink.pagesIn(element);
    embedded(element);
    return taken;
  }

  private static List<Run> pictureName(XmlElement image) {
    return FlatPage.pictureName(image).map(Runs::of).orElse(List.of());
  }

  private void embedded(XmlElement element) {
    if (element.is("FTNT", "table", "TABLE")) {
      return;
    }
    for (XmlElement child : element.elements()) {
      if (child.is("table", "TABLE")) {
        sink.table(HtmlTable.of(child, sink), sink.span(child));
      } else if (child.is("FTNT")) {
        sink.footnote(child.elements());
      } else {
        embedded(child);
      }
    }
  }

  private void stars(XmlElement element) {
    sink.add(BlockKind.ELLIPSIS, 0, FIVE_STARS, element);
  }

  /** Text that exists and that the file does not hold. */
  private void missing(int at) {
    XmlElement element = elements.get(at);
    int count = Wording.missing(texts.get(at));
    boolean instruction = roles.get(at) == Instructions.Role.MISSING;
    diagnostics.add(
        new Diagnostic(
            "text-missing",
            Severity.ERROR,
            "the file says that "
                + (count == 1 ? "a paragraph is" : count + " paragraphs are")
                + " missing here"
                + (instruction ? "; an instruction is among them" : "")
                + "; what stood there is not compared",
            Optional.of(sink.span(element))));
    if (instruction) {
      sink.add(BlockKind.INSTRUCTION, element);
    } else if (known[at] != BlockKind.SIGNATURE) {
      stars(element);
    }
  }

  private static List<Run> bold(XmlElement element) {
    return InlineText.of(element, Style.BOLD);
  }

  private void add(BlockKind kind, int level, List<Run> runs, XmlElement at) {
    sink.add(kind, level, runs, at);
  }

  private int text(int at) {
    XmlElement element = elements.get(at);
    String text = texts.get(at);
    switch (element.name()) {
      case "AGENCY" -> add(BlockKind.AGENCY, 0, bold(element), element);
      case "SUBAGY" -> add(BlockKind.SUBAGENCY, 0, bold(element), element);
      case "CFR" -> add(BlockKind.CFR_LINE, 0, bold(element), element);
      case "DEPDOC" -> add(BlockKind.DOCKET, 0, bold(element), element);
      case "RIN" -> add(BlockKind.RIN, 0, bold(element), element);
      case "SUBJECT" -> add(BlockKind.SUBJECT, 0, bold(element), element);
      default -> {
        return roles.get(at) == Instructions.Role.INSTRUCTION
            ? instruction(element)
            : byWording(at, element, text);
      }
    }
    return 1;
  }

  private int instruction(XmlElement element) {
    inEntry = false;
    sink.add(BlockKind.INSTRUCTION, element);
    return 1;
  }

  private int byWording(int at, XmlElement element, String text) {
    boolean law = roles.get(at) != Instructions.Role.PREAMBLE;
    if (Wording.isStars(text)) {
      stars(element);
    } else if (Wording.filed(text).isPresent()) {
      sink.add(BlockKind.FR_DOC, element);
    } else if (Wording.isBilling(text)) {
      sink.add(BlockKind.BILLING_CODE, element);
    } else if (!law && Wording.caption(text) > 0) {
      return caption(at);
    } else if (law && repeats(at)) {
      repeated(element);
    } else if (law && unit(element, text)) {
      inEntry = isEntry(element, text);
    } else if (law && Wording.locator(text).isPresent()) {
      locator(at, element);
    } else if (headingLevel(element) > 0) {
      heading(element);
    } else if (law && status(element, text)) {
      inEntry = false;
    } else if (law && !inEntry && Wording.note(text) > 0) {
      add(BlockKind.NOTE, 0, bolden(element, Wording.note(text)), element);
    } else {
      sink.add(element.is("li", "FP") ? BlockKind.FLUSH : BlockKind.PARAGRAPH, element);
    }
    return 1;
  }

  /** A caption set as a heading runs on into the paragraph behind it. */
  private int caption(int at) {
    XmlElement element = elements.get(at);
    String text = texts.get(at);
    int length = Wording.caption(text);
    boolean alone = length == text.length();
    boolean next = at + 1 < elements.size() && elements.get(at + 1).is("p");
    boolean runsOn = alone && next && !text.startsWith("SUPPLEMENTARY");
    if (runsOn && Wording.caption(texts.get(at + 1)) == 0) {
      sink.runIn(BlockKind.CAPTION, Optional.of(element), Optional.of(elements.get(at + 1)));
      sink.pagesIn(elements.get(at + 1));
      return 2;
    }
    add(BlockKind.CAPTION, 0, bolden(element, length), element);
    return 1;
  }

  /** The heading of a unit of the CFR. */
  private boolean unit(XmlElement element, String text) {
    if (Wording.isPart(text)) {
      add(BlockKind.PART_HEADING, 0, bold(element), element);
    } else if (Wording.isSubpart(text)) {
      add(BlockKind.SUBPART_HEADING, 0, bold(element), element);
    } else if (Wording.isSection(text)) {
      add(BlockKind.SECTION_HEADING, 0, bold(element), element);
    } else if (Wording.isSupplement(text)) {
      add(BlockKind.SUPPLEMENT_HEADING, 0, bold(element), element);
    } else if (isEntry(element, text)) {
      add(BlockKind.FLUSH, 0, bold(element), element);
    } else {
      return false;
    }
    return true;
  }

  private static boolean isEntry(XmlElement element, String text) {
    return Wording.isEntry(text) || (headingLevel(element) > 0 && Wording.isEntryHeading(text));
  }

  /** Whether a copy has the heading of an entry twice, once as a heading and once as text. */
  private boolean repeats(int at) {
    return at > 0
        && isEntry(elements.get(at - 1), texts.get(at - 1))
        && NOT_WORD
            .matcher(texts.get(at))
            .replaceAll("")
            .equals(NOT_WORD.matcher(texts.get(at - 1)).replaceAll(""));
  }

  private void repeated(XmlElement element) {
    diagnostics.add(
        new Diagnostic(
            "heading-repeated",
            Severity.NOTE,
            "the heading of an entry stands here twice in the same words, and was read once",
            Optional.of(sink.span(element))));
  }

  /** A line that cites the section behind it says what the heading says anyway. */
  private void locator(int at, XmlElement element) {
    String next = at + 1 < elements.size() ? texts.get(at + 1) : "";
    String number = Wording.locator(texts.get(at)).orElseThrow().group(2);
    if (!(Wording.isSection(next) && next.replace(" ", "").startsWith("§" + number))) {
      add(BlockKind.SECTION_HEADING, 0, List.of(new Run("§ " + number, Style.BOLD)), element);
    }
  }

  private void heading(XmlElement element) {
    boolean overEntries = headingLevel(element) <= entryLevel;
    int level = overEntries || headingLevel(element) == topLevel ? 1 : 2;
    Style style = level == 1 ? Style.BOLD : Style.ITALIC;
    inEntry &= level > 1;
    List<Run> runs = withoutDoubledWords(InlineText.of(element, style), element);
    int group = Wording.productGroup(plain(runs));
    String part = plain(runs).substring(0, group).strip();
    if (!part.isEmpty() && !part.equals(openPart)) {
      add(BlockKind.HEADING, level, List.of(new Run(part, style)), element);
    }
    openPart = part;
    add(BlockKind.HEADING, level, Runs.from(runs, group), element);
  }

  private static String plain(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /** The label of a box that a page puts before the title of the box, which opens with it. */
  private List<Run> withoutDoubledWords(List<Run> runs, XmlElement element) {
    int doubled = Wording.doubled(plain(runs));
    if (doubled > 0) {
      diagnostics.add(
          new Diagnostic(
              "heading-repeated",
              Severity.NOTE,
              "a heading opens with the same words twice, which were read once",
              Optional.of(sink.span(element))));
    }
    return Runs.from(runs, doubled);
  }

  /** Authority, history and status of the text. */
  private boolean status(XmlElement element, String text) {
    if (Wording.authority(text) > 0) {
      add(BlockKind.AUTHORITY, 0, bolden(element, Wording.authority(text)), element);
    } else if (Wording.isSource(text)) {
      sink.add(BlockKind.SOURCE_CITATION, element);
    } else if (Wording.sourceNote(text) > 0) {
      add(BlockKind.SOURCE_CITATION, 0, bolden(element, Wording.sourceNote(text)), element);
    } else if (!register && Wording.isStatus(text)) {
      sink.add(BlockKind.EDITORIAL_NOTE, element);
    } else {
      return false;
    }
    return true;
  }

  /** The runs of an element, the first characters in bold. */
  private static List<Run> bolden(XmlElement element, int length) {
    List<Run> runs = new ArrayList<>();
    int left = length;
    for (Run run : InlineText.of(element)) {
      int take = Math.min(left, run.text().length());
      if (take > 0) {
        Style style = new Style(true, false, run.style().rise());
        runs.add(new Run(run.text().substring(0, take), style));
      }
      runs.add(new Run(run.text().substring(take), run.style()));
      left -= take;
    }
    return Runs.tidy(runs);
  }
}
