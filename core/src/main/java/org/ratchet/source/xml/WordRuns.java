package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.SymbolEncoding;

/** The runs of one paragraph of Word as text with bold, italic, raised and lowered pieces. */
final class WordRuns {

  private static final String UNKNOWN = "\uFFFD";

  private final WordStyles styles;
  private final String style;
  private final Function<XmlElement, Optional<XmlElement>> notes;
  private final Consumer<String> remarks;
  private final List<XmlElement> boxes = new ArrayList<>();
  private final List<Object> out = new ArrayList<>();

  /**
   * For one paragraph.
   *
   * @param style of the paragraph
   * @param notes takes a reference to a note and gives its mark
   * @param remarks takes the code of what is left out or doubtful
   */
  WordRuns(
      WordStyles styles,
      String style,
      Function<XmlElement, Optional<XmlElement>> notes,
      Consumer<String> remarks) {
    this.styles = styles;
    this.style = style;
    this.notes = notes;
    this.remarks = remarks;
  }

  /** Whether the end of a paragraph was taken out, so that it goes on with the next one. */
  static boolean endIsTakenOut(XmlElement paragraph) {
    return WordXml.child(paragraph, "pPr")
        .flatMap(properties -> WordXml.child(properties, "rPr"))
        .filter(mark -> mark.elements().stream().anyMatch(e -> e.is("del", "moveFrom")))
        .isPresent();
  }

  /** Texts and elements in order; empty if there is nothing in the paragraph. */
  List<Object> of(XmlElement paragraph) {
    for (XmlElement part : WordXml.content(paragraph)) {
      if (part.is("r")) {
        run(part);
      } else if (part.is("oMath", "oMathPara")) {
        remarks.accept("formula");
        StringBuilder formula = new StringBuilder();
        part.stream().filter(e -> e.is("t")).forEach(e -> formula.append(e.text()));
        out.add(formula.toString());
      }
    }
    return out;
  }

  /** What stands in text boxes that hang on the paragraph. */
  List<XmlElement> boxes() {
    return boxes;
  }

  private void run(XmlElement run) {
    if (WordXml.isSet(property(run, "vanish"))) {
      remarks.accept("hidden-text");
      return;
    }
    XmlElement styled = new XmlElement("", run.line());
    for (XmlElement part : WordXml.content(run)) {
      piece(run, part, styled);
    }
    if (styled.content().isEmpty()) {
      return;
    }
    if (WordXml.isSet(property(run, "strike")) || WordXml.isSet(property(run, "dstrike"))) {
      remarks.accept("struck-text");
    }
    out.addAll(styled(run, styled).content());
  }

  private void piece(XmlElement run, XmlElement part, XmlElement text) {
    switch (part.name()) {
      case "t" -> text.add(words(part, font(run)));
      case "tab", "ptab" -> text.add(" ");
      case "br", "cr" -> text.add(new XmlElement("br", part.line()));
      case "noBreakHyphen" -> text.add("-");
      case "sym" -> text.add(symbol(part));
      case "footnoteReference", "endnoteReference" -> notes.apply(part).ifPresent(text::add);
      case "drawing", "pict", "object" -> drawing(part);
      default -> {
        // Marks, fields' own code, and text that was taken out.
      }
    }
  }

  private void drawing(XmlElement drawing) {
    List<XmlElement> inside = new ArrayList<>();
    textBoxes(drawing, inside);
    if (inside.isEmpty()) {
      remarks.accept("pictures-left-out");
    }
    boxes.addAll(inside);
  }

  private static void textBoxes(XmlElement drawing, List<XmlElement> found) {
    for (XmlElement child : WordXml.content(drawing)) {
      if (child.is("txbxContent")) {
        found.add(child);
      } else {
        textBoxes(child, found);
      }
    }
  }

  /** Blanks at the ends count only where the file says so. */
  private String words(XmlElement text, String font) {
    String raw = text.text();
    String words =
        (text.attribute("space").equals("preserve") ? raw : raw.strip())
            .replace('\n', ' ')
            .replace("\u00AD", "");
    if (words.chars().noneMatch(c -> c >= 0xF000 && c <= 0xF0FF)) {
      return words;
    }
    StringBuilder out = new StringBuilder();
    words.chars().forEach(c -> out.append(isSymbol(c) ? symbol(c, font) : Character.toString(c)));
    return out.toString();
  }

  private static boolean isSymbol(int c) {
    return c >= 0xF000 && c <= 0xF0FF;
  }

  private String symbol(XmlElement symbol) {
    String code = symbol.attribute("char");
    boolean known = code.matches("[0-9A-Fa-f]{4}");
    return known ? symbol(Integer.parseInt(code, 16), symbol.attribute("font")) : unknown();
  }

  /** Word keeps the characters of symbol fonts in a range of its own. */
  private String symbol(int code, String font) {
    if (!isSymbol(code) && code > 0xFF) {
      return Character.toString(code);
    }
    String glyph = SymbolEncoding.INSTANCE.getName(code & 0xFF);
    String text = font.equals("Symbol") ? GlyphList.getAdobeGlyphList().toUnicode(glyph) : null;
    return text == null ? unknown() : text;
  }

  private String unknown() {
    remarks.accept("unmapped-character");
    return UNKNOWN;
  }

  private String font(XmlElement run) {
    return property(run, "rFonts").map(fonts -> fonts.attribute("ascii")).orElse("");
  }

  private XmlElement styled(XmlElement run, XmlElement text) {
    XmlElement inner = text;
    if (WordXml.isSet(property(run, "b"))) {
      inner = around("b", inner);
    }
    if (WordXml.isSet(property(run, "i"))) {
      inner = around("i", inner);
    }
    String rise = property(run, "vertAlign").map(p -> p.attribute("val")).orElse("");
    String shift = property(run, "position").map(p -> p.attribute("val")).orElse("0");
    if (rise.equals("superscript") || shift.matches("[1-9]\\d*")) {
      inner = around("sup", inner);
    } else if (rise.equals("subscript") || shift.matches("-[1-9]\\d*")) {
      inner = around("sub", inner);
    }
    return inner;
  }

  private static XmlElement around(String name, XmlElement text) {
    XmlElement element = new XmlElement(name, text.line());
    element.content().addAll(text.content());
    XmlElement holder = new XmlElement("", text.line());
    holder.add(element);
    return holder;
  }

  /** What a run says itself, or by its style, or by that of its paragraph. */
  private Optional<XmlElement> property(XmlElement run, String property) {
    Optional<XmlElement> properties = WordXml.child(run, "rPr");
    return properties
        .flatMap(p -> WordXml.child(p, property))
        .or(() -> styles.property(WordXml.value(properties, "rStyle"), "rPr", property))
        .or(() -> styles.property(style, "rPr", property));
  }
}
