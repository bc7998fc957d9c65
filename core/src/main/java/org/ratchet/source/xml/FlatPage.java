package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/**
 * The text of a web page as a flat list of headings, paragraphs, tables, rules and pictures,
 * whatever the boxes around them. Lists that hold nothing but links are menus and are left out.
 */
final class FlatPage {

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del",
          "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
          "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

  private static final Set<String> STYLES = Set.of("b", "strong", "i", "em", "sub", "sup");

  /** A caption that stands above its text on a page, and before it in print. */
  private static final Pattern CAPTION =
      Pattern.compile(
          "(?i)(authority|source|editorial note|effective date notes?|cross references?|note\\b.*):");

  /** The file of a picture that the register prints under this name. */
  private static final Pattern PICTURE =
      Pattern.compile("(?i)\\b[a-z]{2}\\d{2}[a-z]{2}\\d{2}\\.\\d{3}(?!\\d)");

  private static final Pattern DESIGNATOR =
      Pattern.compile("\\s*(?:\\(\\w{1,5}\\)|\\w{1,5}[.)]|[•·*–—-])\\s?.*", Pattern.DOTALL);

  private final List<XmlElement> flat = new ArrayList<>();
  private int menus;
  private int pictures;

  /** How many sections and articles are open, whose footers are theirs and not the page's. */
  private int sections;

  private FlatPage() {}

  /**
   * The text of a page.
   *
   * @param elements named h1 to h6, p, table, hr and img, in order
   * @param remarks what was left out
   */
  record Text(List<XmlElement> elements, List<Diagnostic> remarks) {}

  static Text of(XmlElement page, String name) {
    FlatPage flat = new FlatPage();
    List<XmlElement> mains = page.stream().filter(FlatPage::isMain).toList();
    XmlElement body = page.stream().filter(e -> e.is("body")).findFirst().orElse(page);
    flat.blocks(mains.size() == 1 ? mains.get(0) : body);
    List<Diagnostic> remarks = flat.remarks(name);
    return new Text(RepeatedText.readOnce(flat.flat, name, remarks), remarks);
  }

  private static boolean isMain(XmlElement element) {
    return element.is("main") || element.attribute("role").equals("main");
  }

  private List<Diagnostic> remarks(String name) {
    List<Diagnostic> remarks = new ArrayList<>();
    if (menus > 0) {
      remarks.add(
          note(
              "menus-left-out",
              menus + " lists that hold nothing but links were taken for menus and left out",
              name));
    }
    if (pictures > 0) {
      remarks.add(
          note(
              "pictures-left-out",
              pictures + " pictures without a name of the register's were left out",
              name));
    }
    return remarks;
  }

  private static Diagnostic note(String code, String message, String name) {
    return new Diagnostic(code, Severity.NOTE, message, Optional.of(Span.ofLine(name, 1)));
  }

  private void blocks(XmlElement parent) {
    XmlElement line = new XmlElement("p", parent.line());
    int breaks = 0;
    for (Object part : parent.content()) {
      boolean newLine = part instanceof XmlElement child && child.is("br");
      boolean blank = part instanceof String text && text.isBlank();
      breaks = newLine ? breaks + 1 : blank ? breaks : 0;
      if (part instanceof XmlElement child && !isInline(child)) {
        line = end(line);
        block(child);
      } else if (breaks > 1) {
        line = end(line);
      } else {
        inline(part, line);
      }
    }
    end(line);
  }

  private XmlElement end(XmlElement line) {
    add(line);
    return new XmlElement("p", line.line());
  }

  private static boolean isInline(XmlElement element) {
    return INLINE.contains(element.name())
        && element.elements().stream().allMatch(FlatPage::isInline);
  }

  private void block(XmlElement html) {
    switch (html.name()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> add(text(html.name(), html));
      case "pre" -> add(text("p", html));
      case "ul", "ol", "menu", "dir" -> list(html);
      case "table" -> table(html);
      case "hr" -> flat.add(html);
      case "head", "aside" -> {}
      case "article", "section" -> {
        sections++;
        blocks(html);
        sections--;
      }
      case "footer" -> {
        if (sections > 0) {
          blocks(html);
        }
      }
      default -> blocks(html);
    }
  }

  private void list(XmlElement html) {
    List<XmlElement> items = html.elements();
    if (!items.isEmpty() && items.stream().allMatch(FlatPage::isLink)) {
      menus++;
      return;
    }
    int number = GpoTable.parse(html.attribute("start")).orElse(1);
    for (XmlElement item : items) {
      int first = flat.size();
      if (item.is("li")) {
        blocks(item);
      } else {
        block(item);
      }
      if (item.is("li") && html.is("ol") && flat.size() > first) {
        mark(flat.get(first), number++, html.attribute("type"));
      }
    }
  }

  /** The browser draws the number of an item; without it the item would lose its designator. */
  private static void mark(XmlElement paragraph, int number, String type) {
    boolean text = paragraph.is("p") && !DESIGNATOR.matcher(paragraph.text()).matches();
    if (text) {
      String numeral =
          switch (type) {
            case "a" -> Numerals.letters(number);
            case "A" -> Numerals.upper(Numerals.letters(number));
            case "i" -> Numerals.roman(number);
            case "I" -> Numerals.upper(Numerals.roman(number));
            default -> Integer.toString(number);
          };
      paragraph.content().add(0, numeral + ". ");
    }
  }

  private static boolean isLink(XmlElement item) {
    String linked =
        item.stream().filter(e -> e.is("a")).map(XmlElement::text).reduce("", String::concat);
    return item.is("li")
        && !linked.isBlank()
        && linked.replaceAll("\\s", "").equals(item.text().replaceAll("\\s", ""));
  }

  /** A table that holds headings or further tables only sets out the page. */
  private void table(XmlElement html) {
    boolean layout =
        html.stream().skip(1).anyMatch(e -> e.is("table") || e.name().matches("h[1-6]"));
    if (layout) {
      cells(html);
    } else {
      flat.add(MarkdownRemains.without(html));
    }
  }

  private void cells(XmlElement parent) {
    for (XmlElement child : parent.elements()) {
      if (child.is("tbody", "thead", "tfoot", "tr")) {
        cells(child);
      } else {
        blocks(child);
      }
    }
  }

  private static XmlElement text(String name, XmlElement html) {
    XmlElement text = new XmlElement(name, html.line());
    html.content().forEach(part -> inline(part, text));
    return text;
  }

  private static void inline(Object part, XmlElement out) {
    if (!(part instanceof XmlElement html)) {
      out.add((String) part);
    } else if (STYLES.contains(html.name())) {
      XmlElement copy = new XmlElement(html.name(), html.line());
      html.content().forEach(child -> inline(child, copy));
      out.add(copy);
    } else if (html.is("img")) {
      out.add(html);
    } else if (INLINE.contains(html.name()) && !html.is("br")) {
      html.content().forEach(child -> inline(child, out));
    } else {
      out.add(new XmlElement("br", html.line()));
      html.content().forEach(child -> inline(child, out));
      out.add(new XmlElement("br", html.line()));
    }
  }

  private void add(XmlElement printed) {
    XmlElement element = MarkdownRemains.without(printed);
    List<XmlElement> images = element.stream().filter(e -> e.is("img")).toList();
    if (!InlineText.of(element).isEmpty()) {
      XmlElement last = flat.isEmpty() ? element : flat.get(flat.size() - 1);
      if (element.is("p") && last.name().matches("h[1-6]") && isCaption(last)) {
        flat.set(flat.size() - 1, runIn(last, element));
      } else {
        flat.add(element);
      }
    }
    for (XmlElement image : images) {
      if (pictureName(image).isPresent()) {
        flat.add(image);
      } else {
        pictures++;
      }
    }
  }

  /** {@code er16ja25.003.gif} is the picture that the register prints as ER16JA25.003. */
  static Optional<String> pictureName(XmlElement image) {
    Matcher name = PICTURE.matcher(image.attribute("src"));
    return name.find() ? Optional.of(name.group().toUpperCase(Locale.ROOT)) : Optional.empty();
  }

  private static boolean isCaption(XmlElement heading) {
    return CAPTION.matcher(heading.text().strip()).matches();
  }

  private static XmlElement runIn(XmlElement heading, XmlElement paragraph) {
    XmlElement joined = new XmlElement("p", heading.line());
    XmlElement caption = new XmlElement("b", heading.line());
    caption.content().addAll(heading.content());
    joined.add(caption);
    joined.add(" ");
    joined.content().addAll(paragraph.content());
    return joined;
  }
}
