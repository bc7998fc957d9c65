package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/**
 * The text of a Word file as headings, paragraphs, tables and footnotes, with all tracked changes
 * accepted. The line of an element is the number of its paragraph.
 */
final class WordText {

  private final String name;
  private final WordStyles styles;
  private final WordLists lists;
  private final Map<String, XmlElement> footnotes;
  private final Map<String, XmlElement> endnotes;
  private final Map<String, Integer> left = new LinkedHashMap<>();
  private final Map<String, Integer> firstLine = new HashMap<>();

  private final List<XmlElement> elements = new ArrayList<>();
  private final List<XmlElement> notes = new ArrayList<>();

  /** The text of paragraphs whose end was taken out: it goes on with the next one. */
  private Optional<XmlElement> open = Optional.empty();

  private int line;
  private int footnote;
  private int endnote;

  private WordText(WordPackage file, String name) {
    this.name = name;
    this.styles = new WordStyles(file.styles());
    this.lists = new WordLists(file.numbering(), styles);
    this.footnotes = byId(file.footnotes());
    this.endnotes = byId(file.endnotes());
  }

  /**
   * The text of a file.
   *
   * @param remarks gets what was left out or could not be told
   */
  static List<XmlElement> elements(WordPackage file, String name, List<Diagnostic> remarks) {
    WordText text = new WordText(file, name);
    WordXml.child(file.document(), "body").ifPresent(text::blocks);
    text.endOfParagraph();
    text.remark(file, remarks);
    return text.elements;
  }

  private static Map<String, XmlElement> byId(XmlElement notes) {
    Map<String, XmlElement> byId = new HashMap<>();
    notes.elements().forEach(note -> byId.put(note.attribute("id"), note));
    return byId;
  }

  private void blocks(XmlElement parent) {
    for (XmlElement block : WordXml.content(parent)) {
      switch (block.name()) {
        case "p" -> paragraph(block);
        case "tbl" -> {
          endOfParagraph();
          table(block);
        }
        case "altChunk" -> leave("embedded-file");
        default -> {
          // Marks of places, and the page.
        }
      }
    }
  }

  private void paragraph(XmlElement paragraph) {
    line++;
    if (styles.name(styles.of(paragraph)).matches("toc \\d")) {
      leave("contents-left-out");
      return;
    }
    int level = styles.headingLevel(paragraph);
    XmlElement text = new XmlElement(level == 0 ? "p" : "h" + Math.min(level, 6), line);
    open.ifPresent(before -> text.content().addAll(before.content()));
    WordRuns runs = runs(paragraph, text);
    boolean goesOn = WordRuns.endIsTakenOut(paragraph);
    open = goesOn ? Optional.of(text) : Optional.empty();
    if (!goesOn) {
      add(text);
    }
    runs.boxes().forEach(this::blocks);
  }

  private WordRuns runs(XmlElement paragraph, XmlElement text) {
    WordRuns runs = new WordRuns(styles, styles.of(paragraph), this::note, this::leave);
    List<Object> content = runs.of(paragraph);
    if (!content.isEmpty()) {
      String number = lists.next(paragraph);
      if (!number.isEmpty()) {
        text.add(number);
      }
      text.content().addAll(content);
    }
    return runs;
  }

  private void endOfParagraph() {
    open.ifPresent(this::add);
    open = Optional.empty();
  }

  /** Lines that are broken by hand inside a paragraph divide it where they would in plain text. */
  private void add(XmlElement text) {
    XmlElement part = new XmlElement(text.name(), text.line());
    for (XmlElement next : lines(text)) {
      if (PlainText.divides(part.text().strip(), next.text().strip())) {
        addPart(part);
        part = new XmlElement(text.name(), text.line());
      }
      part.add(" ");
      part.content().addAll(next.content());
    }
    addPart(part);
    elements.addAll(notes);
    notes.clear();
  }

  private static List<XmlElement> lines(XmlElement text) {
    List<XmlElement> lines = new ArrayList<>();
    lines.add(new XmlElement("", text.line()));
    for (Object piece : text.content()) {
      if (piece instanceof XmlElement element && element.is("br")) {
        lines.add(new XmlElement("", text.line()));
      } else {
        lines.get(lines.size() - 1).content().add(piece);
      }
    }
    return lines;
  }

  private void addPart(XmlElement part) {
    if (!InlineText.of(part).isEmpty()) {
      elements.add(part);
    }
  }

  /** A table of one cell is a box around its text. */
  private void table(XmlElement table) {
    List<XmlElement> rows = WordTable.rows(table);
    if (rows.size() == 1 && WordTable.cells(rows.get(0)).size() == 1) {
      blocks(WordTable.cells(rows.get(0)).get(0));
      endOfParagraph();
    } else {
      line++;
      elements.add(new WordTable(line, this::cell).of(table));
      elements.addAll(notes);
      notes.clear();
    }
  }

  /** The paragraphs of a cell; those of a table inside it stand in their order. */
  private void cell(XmlElement cell, XmlElement out) {
    for (XmlElement block : WordXml.content(cell)) {
      if (block.is("p")) {
        XmlElement text = new XmlElement("p", line);
        runs(block, text);
        out.add(text);
      } else if (block.is("tbl")) {
        WordTable.rows(block).stream()
            .flatMap(row -> WordTable.cells(row).stream())
            .forEach(inner -> cell(inner, out));
      }
    }
  }

  /** The mark of a note in the text; the note follows the paragraph. */
  private Optional<XmlElement> note(XmlElement reference) {
    boolean foot = reference.is("footnoteReference");
    XmlElement note = (foot ? footnotes : endnotes).get(reference.attribute("id"));
    if (note == null) {
      leave("note-missing");
      return Optional.empty();
    }
    boolean ownMark = WordXml.isOn(reference.attribute("customMarkFollows"));
    String mark = ownMark ? "" : foot ? Integer.toString(++footnote) : Numerals.roman(++endnote);
    XmlElement out = new XmlElement("FTNT", line);
    for (XmlElement paragraph : WordXml.content(note)) {
      if (paragraph.is("p")) {
        XmlElement text = new XmlElement("P", line);
        if (out.content().isEmpty() && !ownMark) {
          text.add(raised(mark));
          text.add(" ");
        }
        runs(paragraph, text);
        out.add(text);
      }
    }
    notes.add(out);
    return ownMark ? Optional.empty() : Optional.of(raised(mark));
  }

  private XmlElement raised(String mark) {
    XmlElement raised = new XmlElement("sup", line);
    raised.add(mark);
    return raised;
  }

  private void leave(String code) {
    left.merge(code, 1, Integer::sum);
    firstLine.putIfAbsent(code, line);
  }

  private void remark(WordPackage file, List<Diagnostic> remarks) {
    long tracked =
        file.document().stream().filter(e -> e.is("ins", "del", "moveTo", "moveFrom")).count();
    if (tracked > 0) {
      left.put("tracked-changes", (int) tracked);
    }
    left.forEach(
        (code, count) ->
            remarks.add(
                new Diagnostic(
                    code,
                    severity(code),
                    message(code, count),
                    Optional.of(Span.ofLine(name, firstLine.getOrDefault(code, 1))))));
  }

  private static Severity severity(String code) {
    return switch (code) {
      case "embedded-file", "note-missing" -> Severity.ERROR;
      case "struck-text", "formula", "unmapped-character" -> Severity.WARNING;
      default -> Severity.NOTE;
    };
  }

  private static String message(String code, int count) {
    return switch (code) {
      case "contents-left-out" -> count + " lines of a table of contents were left out";
      case "embedded-file" -> count + " files are embedded in the text and were not read";
      case "formula" -> count + " formulas were read as a line of characters";
      case "hidden-text" -> count + " pieces of hidden text were left out";
      case "note-missing" -> count + " notes that the text refers to are not in the file";
      case "pictures-left-out" -> count + " pictures were left out";
      case "struck-text" ->
          count + " pieces of text are struck through without a tracked change; they were read";
      case "tracked-changes" -> count + " tracked changes were read as if accepted";
      default -> count + " characters of a symbol font are not known; they were read as \uFFFD";
    };
  }
}
