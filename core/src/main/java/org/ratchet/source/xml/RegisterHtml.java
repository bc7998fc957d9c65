package org.ratchet.source.xml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The full text of a document as federalregister.gov shows it, in the whole page or alone. The site
 * makes it from GPO's markup, element by element and with class names that tell the elements apart;
 * here each is turned back into what it was made from.
 *
 * @see <a href="https://github.com/usnationalarchives/federalregister-web">the site's source</a>
 */
final class RegisterHtml {

  private static final Set<String> SIGNS =
      Set.of(
          "amendment-part",
          "amendment_part",
          "printed-page",
          "printed-page-inline",
          "printed-page-details",
          "printed_page",
          "document-headings");

  /** What the site adds: captions, menus, links back, and the drawn borders between units. */
  private static final Set<String> ADDED =
      Set.of(
          "unprinted-element",
          "unprinted-element-wrapper",
          "unprinted-element-border",
          "fr-seal-block",
          "back",
          "back_to_top",
          "back_to_table_index",
          "divider");

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("amendment-part", "AMDPAR"),
          Map.entry("amendment_part", "AMDPAR"),
          Map.entry("sectno", "SECTNO"),
          Map.entry("cfr_section", "SECTNO"),
          Map.entry("section-subject", "SUBJECT"),
          Map.entry("sectno-subject", "SUBJECT"),
          Map.entry("flush-paragraph", "FP"),
          Map.entry("signature-date", "DATED"),
          Map.entry("signature_date", "DATED"),
          Map.entry("signature-name", "NAME"),
          Map.entry("signature-title", "TITLE"),
          Map.entry("frdoc", "FRDOC"),
          Map.entry("fr_doc", "FRDOC"),
          Map.entry("billing-code", "BILCOD"),
          Map.entry("billing_code", "BILCOD"));

  private static final Map<String, String> CONTAINERS =
      Map.ofEntries(
          Map.entry("preamble", "PREAMB"),
          Map.entry("supplemental-info", "SUPLINF"),
          Map.entry("part", "PART"),
          Map.entry("subpart", "SUBPART"),
          Map.entry("appendix", "APPENDIX"),
          Map.entry("section", "SECTION"),
          Map.entry("signature", "SIG"),
          Map.entry("note", "NOTE"),
          Map.entry("editorial-note", "EDNOTE"),
          Map.entry("regulatory-table-of-contents", "CONTENTS"),
          Map.entry("table_of_contents", "CONTENTS"));

  private static final Set<String> INLINE =
      Set.of(
          "a", "span", "em", "i", "strong", "b", "sub", "sup", "br", "u", "small", "cite", "abbr",
          "q", "code", "time", "font");

  private static final Pattern CAPTION = Pattern.compile("[A-Z][A-Z ,/()'’&-]+:");
  private static final Pattern PART = Pattern.compile("PART \\d+\\w?\\b.*");
  private static final Pattern SUBPART = Pattern.compile("(?i)subpart [A-Z]{1,3}\\b.*");
  private static final Pattern APPENDIX =
      Pattern.compile("(?i)(supplement|appendix)( no\\.)? \\w+ to (sub)?part\\b.*");
  private static final Pattern NOTE = Pattern.compile("(?i)note( \\d+)? to\\b.*|note:?");
  private static final Pattern CFR = Pattern.compile("\\d+ CFR\\b.*");
  private static final Pattern PICTURE =
      Pattern.compile("(?i)\\b([A-Z]{2}\\d{2}[A-Z]{2}\\d{2}\\.\\d{3})");
  private static final Pattern FOOTNOTE = Pattern.compile("footnote-(.+?)(?:-p\\d+)?");

  /** The caption or note whose heading has just been seen; the next paragraph runs on from it. */
  private @Nullable XmlElement runningOn;

  private Optional<XmlElement> title;
  private final int lastPage;

  private RegisterHtml(Optional<XmlElement> title, int lastPage) {
    this.title = title;
    this.lastPage = lastPage;
  }

  /** Whether a page shows a document of the Federal Register. */
  static boolean shows(XmlElement page) {
    return page.stream()
        .anyMatch(
            e ->
                SIGNS.stream().anyMatch(e::hasClass)
                    || (e.is("p") && !e.attribute("data-page").isEmpty()));
  }

  /** The document in GPO's markup. */
  static XmlElement markup(XmlElement page) {
    XmlElement content = byId(page, "fulltext_content_area").orElse(page);
    Optional<XmlElement> title =
        byId(page, "metadata_content_area")
            .flatMap(area -> area.stream().filter(e -> e.is("h1")).findFirst());
    XmlElement document = new XmlElement("RULE", content.line());
    new RegisterHtml(title, pages(content).last()).blocks(content, document);
    return document;
  }

  /** The pages the document is printed on; the site says of each paragraph where it begins. */
  static Pages pages(XmlElement page) {
    List<Integer> numbers =
        page.stream()
            .map(e -> e.attribute("data-page"))
            .filter(number -> number.matches("\\d{1,7}"))
            .map(Integer::valueOf)
            .sorted()
            .toList();
    return numbers.isEmpty()
        ? new Pages(0, 0)
        : new Pages(numbers.get(0), numbers.get(numbers.size() - 1));
  }

  /** What the page says of the document under a heading, empty if it does not. */
  static String detail(XmlElement page, String heading) {
    List<XmlElement> list = page.stream().filter(e -> e.is("dt", "dd")).toList();
    for (int i = 0; i + 1 < list.size(); i++) {
      boolean named = plain(list.get(i)).replaceFirst(":$", "").equals(heading);
      if (list.get(i).is("dt") && named) {
        return plain(list.get(i + 1));
      }
    }
    return "";
  }

  private static Optional<XmlElement> byId(XmlElement page, String id) {
    return page.stream().filter(e -> e.attribute("id").equals(id)).findFirst();
  }

  private static String plain(XmlElement element) {
    return element.text().replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  private void blocks(XmlElement html, XmlElement out) {
    XmlElement line = new XmlElement("P", html.line());
    for (Object part : html.content()) {
      if (part instanceof XmlElement child && !isInline(child)) {
        line = endOfLine(line, out);
        block(child, out);
      } else if (part instanceof XmlElement child) {
        inline(child, line);
      } else {
        line.add((String) part);
      }
    }
    endOfLine(line, out);
  }

  private static boolean isInline(XmlElement element) {
    return INLINE.contains(element.name()) && named(element, TEXTS).isEmpty();
  }

  /** Text that stands beside blocks is a paragraph; page marks stand for themselves. */
  private XmlElement endOfLine(XmlElement line, XmlElement out) {
    if (line.text().isBlank()) {
      line.elements().stream().filter(e -> e.is("PRTPAGE")).forEach(out::add);
    } else {
      addParagraph(line, out);
    }
    return new XmlElement("P", line.line());
  }

  private void addParagraph(XmlElement paragraph, XmlElement out) {
    XmlElement heading = runningOn;
    (heading == null ? out : heading).add(paragraph);
    runningOn = null;
  }

  private void block(XmlElement html, XmlElement out) {
    if (isAdded(html)) {
      mark(html, out);
      return;
    }
    Optional<String> text = named(html, TEXTS);
    Optional<String> container = named(html, CONTAINERS);
    if (text.isPresent()) {
      runningOn = null;
      out.add(text(text.get(), html));
    } else if (html.hasClass("authority")) {
      out.add(authority(html));
    } else if (html.hasClass("stars")) {
      out.add(new XmlElement("STARS", html.line()));
    } else if (html.hasClass("footnotes")) {
      blocks(html, out);
      out.add(pageMark(html, Integer.toString(lastPage)));
    } else if (html.hasClass("footnote")) {
      footnote(html, out);
    } else if (html.hasClass("document-headings")) {
      headings(html, out);
      addTitle(out);
    } else if (html.hasClass("document-graphic")) {
      figure(html, out);
    } else if (container.isPresent() && !html.name().matches("h\\d|p|li|span")) {
      container(container.get(), html, out);
    } else {
      plainBlock(html, out);
    }
  }

  private static Optional<String> named(XmlElement html, Map<String, String> names) {
    return html.classes().stream().filter(names::containsKey).map(names::get).findFirst();
  }

  private static boolean isAdded(XmlElement html) {
    return ADDED.stream().anyMatch(html::hasClass)
        || isMark(html)
        || (html.is("h1") && html.attribute("id").equals("footnotes"));
  }

  private static boolean isMark(XmlElement html) {
    return html.hasClass("printed_page")
        || html.hasClass("printed-page")
        || html.hasClass("printed-page-inline")
        || html.hasClass("printed-page-details");
  }

  private static void mark(XmlElement added, XmlElement out) {
    added.stream()
        .filter(e -> isMark(e) && !e.attribute("data-page").isEmpty())
        .findFirst()
        .ifPresent(mark -> out.add(pageMark(mark, mark.attribute("data-page"))));
  }

  private static XmlElement pageMark(XmlElement at, String number) {
    XmlElement page = new XmlElement("PRTPAGE", at.line());
    page.put("P", number);
    return page;
  }

  private void container(String name, XmlElement html, XmlElement out) {
    XmlElement container = new XmlElement(name, html.line());
    if (name.equals("PREAMB") && html.stream().noneMatch(e -> e.hasClass("document-headings"))) {
      addTitle(container);
    }
    blocks(html, container);
    runningOn = null;
    out.add(container);
  }

  private void plainBlock(XmlElement html, XmlElement out) {
    switch (html.name()) {
      case "h1" -> mainHeading(html, out);
      case "h2", "h3", "h4", "h5", "h6" -> {
        runningOn = null;
        boolean ofNote = out.is("NOTE", "EDNOTE") && out.elements().isEmpty();
        out.add(heading(ofNote ? "HED" : "HD" + (html.name().charAt(1) - '1'), html));
        runningOn = out.is("NOTE") && ofNote ? out : null;
      }
      case "lh" -> out.add(heading("HD1", html));
      case "p", "pre", "dd", "dt" -> addParagraph(text("P", html), out);
      case "ul" -> list(html, out);
      case "li" -> addParagraph(text("P", html), out);
      case "table" -> out.add(table(html));
      default -> blocks(html, out);
    }
  }

  /** The heading of a unit is told by what it is in or by its words; a caption by its colon. */
  private void mainHeading(XmlElement html, XmlElement out) {
    runningOn = null;
    String words = plain(html);
    XmlElement heading = heading("HED", html);
    String unit = unit(words);
    if (out.is("SUPLINF", "PART", "SUBPART", "APPENDIX", "NOTE") && out.elements().isEmpty()) {
      out.add(heading);
      runningOn = out.is("NOTE") ? out : null;
    } else if (unit.isEmpty()) {
      out.add(heading);
    } else {
      XmlElement holder = new XmlElement(unit, html.line());
      holder.add(heading);
      out.add(holder);
      runningOn = unit.equals("PREAMHD") || unit.equals("NOTE") ? holder : null;
    }
  }

  private static String unit(String words) {
    if (CAPTION.matcher(words).matches()) {
      return words.startsWith("SUPPLEMENTARY") ? "SUPLINF" : "PREAMHD";
    }
    if (PART.matcher(words).matches()) {
      return "PART";
    }
    if (SUBPART.matcher(words).matches()) {
      return "SUBPART";
    }
    if (APPENDIX.matcher(words).matches()) {
      return "APPENDIX";
    }
    return NOTE.matcher(words).matches() ? "NOTE" : "";
  }

  private static XmlElement heading(String source, XmlElement html) {
    XmlElement heading = text("HD", html);
    heading.put("SOURCE", source);
    return heading;
  }

  /** The site takes the bullets from lists, and cuts the list of subjects at its commas. */
  private void list(XmlElement html, XmlElement out) {
    List<XmlElement> items = html.elements().stream().filter(e -> e.is("li")).toList();
    if (html.hasClass("subject-list")) {
      XmlElement subjects = new XmlElement("P", html.line());
      subjects.add(String.join(", ", items.stream().map(RegisterHtml::plain).toList()) + ".");
      addParagraph(subjects, out);
      return;
    }
    for (XmlElement item : items) {
      XmlElement paragraph = new XmlElement("P", item.line());
      paragraph.add(html.hasClass("bullets") ? "• " : "");
      inlines(item, paragraph);
      addParagraph(paragraph, out);
    }
  }

  private static XmlElement authority(XmlElement html) {
    XmlElement authority = new XmlElement("AUTH", html.line());
    XmlElement paragraph = new XmlElement("P", html.line());
    for (Object part : html.content()) {
      if (!(part instanceof XmlElement child)) {
        paragraph.add((String) part);
      } else if (child.hasClass("auth-header") || child.name().matches("h\\d")) {
        authority.add(heading("HED", child));
      } else {
        inline(child, paragraph);
      }
    }
    authority.add(paragraph);
    return authority;
  }

  private static void headings(XmlElement html, XmlElement out) {
    for (XmlElement child : html.elements()) {
      if (child.is("li") || child.hasClass("agency") || child.hasClass("sub-agency")) {
        out.add(headLine(child));
      } else if (!isAdded(child)) {
        headings(child, out);
      }
    }
  }

  /** The site turns down the capitals in which the agency is printed. */
  private static XmlElement headLine(XmlElement html) {
    if (html.hasClass("agency")) {
      XmlElement agency = new XmlElement("AGENCY", html.line());
      agency.add(plain(html).toUpperCase(Locale.ROOT));
      return agency;
    }
    String words = plain(html);
    String name =
        html.hasClass("sub-agency")
            ? "SUBAGY"
            : CFR.matcher(words).matches() ? "CFR" : words.startsWith("RIN") ? "RIN" : "DEPDOC";
    return text(name, html);
  }

  private void addTitle(XmlElement out) {
    title.ifPresent(t -> out.add(text("SUBJECT", t)));
    title = Optional.empty();
  }

  private static void figure(XmlElement html, XmlElement out) {
    XmlElement figure = new XmlElement("GPH", html.line());
    html.stream()
        .flatMap(e -> List.of(e.attribute("src"), e.attribute("href")).stream())
        .map(PICTURE::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1).toUpperCase(Locale.ROOT))
        .findFirst()
        .ifPresent(
            name -> {
              XmlElement id = new XmlElement("GID", html.line());
              id.add(name);
              figure.add(id);
            });
    out.add(figure);
  }

  /** The number of a footnote, raised in print, is a number with a full stop here. */
  private void footnote(XmlElement html, XmlElement out) {
    html.stream()
        .filter(e -> !e.attribute("data-page").isEmpty())
        .findFirst()
        .ifPresent(e -> out.add(pageMark(e, e.attribute("data-page"))));
    XmlElement note = new XmlElement("FTNT", html.line());
    blocks(html, note);
    Matcher id = FOOTNOTE.matcher(html.attribute("id"));
    List<XmlElement> paragraphs = note.elements().stream().filter(e -> e.is("P")).toList();
    if (id.matches() && !paragraphs.isEmpty()) {
      raise(id.group(1), paragraphs.get(0));
    }
    out.add(note);
  }

  private static void raise(String number, XmlElement paragraph) {
    List<Object> content = paragraph.content();
    Pattern printed = Pattern.compile("\\s*" + Pattern.quote(number) + "\\s*\\.\\s*");
    if (!content.isEmpty() && content.get(0) instanceof String first) {
      Matcher start = printed.matcher(first);
      if (start.lookingAt()) {
        XmlElement raised = new XmlElement("SU", paragraph.line());
        raised.add(number);
        content.set(0, " " + first.substring(start.end()));
        content.add(0, raised);
      }
    }
  }

  private static XmlElement table(XmlElement html) {
    XmlElement table = new XmlElement("TABLE", html.line());
    copyTable(html, table);
    return table;
  }

  private static void copyTable(XmlElement html, XmlElement out) {
    for (XmlElement child : html.elements()) {
      XmlElement copy = new XmlElement(child.name(), child.line());
      child.copyAttributes(copy);
      if (child.is("thead", "tbody", "tfoot", "tr")) {
        copyTable(child, copy);
      } else {
        inlines(child, copy);
      }
      out.add(copy);
    }
  }

  private static XmlElement text(String name, XmlElement html) {
    XmlElement text = new XmlElement(name, html.line());
    inlines(html, text);
    return text;
  }

  private static void inlines(XmlElement html, XmlElement out) {
    for (Object part : html.content()) {
      if (part instanceof XmlElement child) {
        inline(child, out);
      } else {
        out.add((String) part);
      }
    }
  }

  private static void inline(XmlElement html, XmlElement out) {
    if (isAdded(html)) {
      mark(html, out);
    } else if (html.is("sup") && refersToFootnote(html)) {
      XmlElement number = new XmlElement("SU", html.line());
      number.add(plain(html).replaceAll("[\\[\\],\\s]+", " ").strip());
      out.add(number);
      out.add(new XmlElement("FTREF", html.line()));
    } else if (html.is("em", "i", "strong", "b", "sub", "sup", "br")) {
      XmlElement copy = new XmlElement(html.name(), html.line());
      inlines(html, copy);
      out.add(copy);
    } else if (face(html).isPresent()) {
      XmlElement copy = new XmlElement("E", html.line());
      copy.put("T", face(html).get());
      inlines(html, copy);
      out.add(copy);
    } else if (INLINE.contains(html.name())) {
      inlines(html, out);
    } else {
      out.add(new XmlElement("br", html.line()));
      inlines(html, out);
      out.add(new XmlElement("br", html.line()));
    }
  }

  /** An older site kept the typesetter's code for a face, as in {@code E-52}. */
  private static Optional<String> face(XmlElement html) {
    return html.classes().stream()
        .filter(name -> name.matches("E-\\d+"))
        .map(name -> name.substring(2))
        .findFirst();
  }

  private static boolean refersToFootnote(XmlElement html) {
    return html.elements().stream()
        .anyMatch(
            e ->
                e.hasClass("footnote-reference")
                    || e.attribute("rel").equals("footnote")
                    || e.attribute("href").startsWith("#footnote-"));
  }
}
