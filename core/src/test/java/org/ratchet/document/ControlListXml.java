package org.ratchet.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the eCFR's markup of the Commerce Control List says by itself, counted with nothing but the
 * DOM of the JDK: a second opinion on what Ratchet reads.
 */
record ControlListXml(List<Entry> entries, String words) {

  /** The units of text; what stands in one of them belongs to no other. */
  private static final String TEXT = "P|FP|FP-1|FP-2|FRP|HD1|HD2|HD3|HED|PSPACE|HEAD|CAPTION";

  private static final Pattern NUMBER =
      Pattern.compile("\\s*(\\d[A-E]\\d{3})\\b.*", Pattern.DOTALL);

  private static final Pattern CONTROL =
      Pattern.compile(
          "(?:(?i:controls?(?:\\(s\\))?:|country chart\\.) )?[A-Z]{2}(?: and [A-Z]{2})? appl(?:y|ies) to .*");

  /**
   * An entry.
   *
   * @param rows the rows of its tables of controls, cells separated by a space, and the paragraphs
   *     in the place of rows that say which control applies to what
   * @param lines its other paragraphs, in order
   */
  record Entry(String number, List<String> rows, List<Line> lines) {}

  /**
   * A paragraph.
   *
   * @param note whether it stands in the markup of a note and in italics; some notes close too late
   */
  record Line(String text, boolean note) {}

  static ControlListXml read(Path file) throws IOException {
    try {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement();
      Map<String, Entry> entries = new LinkedHashMap<>();
      StringBuilder words = new StringBuilder();
      walk(root, new ArrayList<>(), entries, words, false);
      return new ControlListXml(List.copyOf(entries.values()), words.toString());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static void walk(
      Element parent,
      List<Entry> open,
      Map<String, Entry> entries,
      StringBuilder words,
      boolean inNote) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!(child instanceof Element element)) {
        continue;
      }
      String name = element.getTagName();
      if (name.equals("TABLE")) {
        table(element, open, words);
      } else if (name.matches(TEXT)) {
        String text = text(element);
        words.append(text).append('\n');
        Matcher number = NUMBER.matcher(bold(element));
        if (name.startsWith("FP-") && number.matches()) {
          Entry entry = new Entry(number.group(1), new ArrayList<>(), new ArrayList<>());
          entries.put(number.group(1) + "#" + entries.size(), entry);
          open.clear();
          open.add(entry);
        } else if (!open.isEmpty()) {
          open.get(0).lines().add(new Line(text, inNote && isItalic(element)));
          if (CONTROL.matcher(text).matches()) {
            open.get(0).rows().add(text.strip());
          }
        }
      } else if (!name.matches("EDNOTE|CITA|EFFDNOT|SOURCE|AUTH")) {
        walk(element, open, entries, words, inNote || name.equals("NOTE"));
      }
    }
  }

  private static boolean isItalic(Element element) {
    int italic =
        elements(element, "I").stream().mapToInt(inner -> inner.getTextContent().length()).sum();
    return 2 * italic > element.getTextContent().length();
  }

  private static void table(Element table, List<Entry> open, StringBuilder words) {
    boolean controls = false;
    for (Element head : elements(table, "TH")) {
      controls |= text(head).strip().toLowerCase(Locale.ROOT).startsWith("control");
    }
    for (Element row : elements(table, "TR")) {
      List<String> cells = elements(row, "TD").stream().map(ControlListXml::text).toList();
      String text = String.join(" ", cells).replaceAll("\\s+", " ").strip();
      words.append(text).append('\n');
      if (!controls) {
        elements(row, "TH").forEach(head -> words.append(text(head)).append('\n'));
      }
      if (controls && !text.isEmpty()) {
        open.get(0).rows().add(text);
      }
    }
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < parent.getElementsByTagName(name).getLength(); i++) {
      found.add((Element) parent.getElementsByTagName(name).item(i));
    }
    return found;
  }

  /** The bold text that an element opens with. */
  private static String bold(Element element) {
    Node first = element.getFirstChild();
    while (first != null && !(first instanceof Element) && first.getTextContent().isBlank()) {
      first = first.getNextSibling();
    }
    return first instanceof Element bold && bold.getTagName().matches("B|strong")
        ? bold.getTextContent()
        : "";
  }

  /** Text with a space for each line break, and none before what is raised. */
  private static String text(Element element) {
    StringBuilder out = new StringBuilder();
    text(element, out);
    return out.toString().replaceAll("\\s+", " ");
  }

  private static void text(Element element, StringBuilder out) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!(child instanceof Element inner)) {
        out.append(child.getTextContent());
        continue;
      }
      String name = inner.getTagName();
      if (name.equals("SU")) {
        int end = out.toString().stripTrailing().length();
        out.setLength(out.substring(end).contains("\n") ? end : out.length());
      }
      boolean apart = name.matches("br|TD|TH|TR|FR");
      out.append(apart ? " " : "");
      text(inner, out);
      out.append(apart && !name.equals("FR") ? " " : "");
    }
  }
}
