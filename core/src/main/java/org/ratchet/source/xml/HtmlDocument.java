package org.ratchet.source.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.ratchet.source.Budget;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/**
 * A web page parsed as browsers parse it, whatever its faults, without ever reaching outside the
 * file. Scripts, styles, menus, forms and what is marked as hidden are left out.
 *
 * @param root the {@code html} element; all names are in lower case
 * @param diagnostics what was guessed or left out
 */
record HtmlDocument(XmlElement root, List<Diagnostic> diagnostics) {

  private static final Set<String> NO_TEXT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "svg",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "canvas",
          "map",
          "button",
          "select",
          "input",
          "textarea",
          "link",
          "dialog");
  private static final Set<String> NO_TEXT_ROLES =
      Set.of("navigation", "banner", "contentinfo", "search", "dialog", "menu", "toolbar");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  HtmlDocument {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Parses a page.
   *
   * @throws UnreadableSourceException if the page passes a limit
   */
  static HtmlDocument parse(byte[] bytes, String name, int maxDepth, Budget budget)
      throws UnreadableSourceException {
    HtmlEncoding decoded = HtmlEncoding.decode(bytes, name);
    budget.addCharacters(decoded.text().length());
    // The parser flattens what is deeper still, which keeps it quick; the copy finds the depth.
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(maxDepth + 8);
    try {
      Document page = parser.parseInput(new Watched(decoded.text(), budget), "");
      Copy copy = new Copy(name, budget);
      NodeTraversor.filter(copy, page);
      List<Diagnostic> diagnostics = new ArrayList<>();
      decoded.remark().ifPresent(diagnostics::add);
      copy.remark().ifPresent(diagnostics::add);
      return new HtmlDocument(copy.top.elements().get(0), diagnostics);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof UnreadableSourceException unreadable) {
        throw unreadable;
      }
      throw e;
    }
  }

  /** Hands the page to the parser and stops it in mid-page when a limit is passed. */
  private static final class Watched extends FilterReader {

    private final Budget budget;

    Watched(String text, Budget budget) {
      super(new StringReader(text));
      this.budget = budget;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      int tags = 0;
      for (int i = 0; i < read; i++) {
        tags += buffer[offset + i] == '<' ? 1 : 0;
      }
      budget.addElements(tags);
      return read;
    }
  }

  /** Copies what carries text, without recursion. */
  private static final class Copy implements NodeFilter {

    private final String name;
    private final Budget budget;
    private final XmlElement top = new XmlElement("", 0);
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int controls;

    Copy(String name, Budget budget) {
      this.name = name;
      this.budget = budget;
      open.push(top);
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        open.element().add(clean(text.getWholeText()));
      } else if (node instanceof Element element && !(node instanceof Document)) {
        if (hasNoText(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        start(element);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element && !(node instanceof Document)) {
        open.pop();
      }
      return FilterResult.CONTINUE;
    }

    private static boolean hasNoText(Element element) {
      return NO_TEXT.contains(element.normalName())
          || NO_TEXT_ROLES.contains(element.attr("role"))
          || element.hasAttr("hidden");
    }

    private void start(Element element) {
      XmlElement copy =
          new XmlElement(element.normalName(), element.sourceRange().start().lineNumber());
      for (Attribute attribute : element.attributes()) {
        copy.put(attribute.getKey(), attribute.getValue());
      }
      open.element().add(copy);
      open.push(copy);
      try {
        budget.checkDepth(open.size());
        budget.checkTime();
      } catch (UnreadableSourceException e) {
        throw new UncheckedIOException(e);
      }
    }

    /**
     * Without control characters and characters that print nothing. Those between 80 and 9F
     * hexadecimal are meant as in Windows-1252, as the standard says of character references.
     */
    private String clean(String text) {
      if (text.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n')) {
        return text;
      }
      StringBuilder out = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 0x80 && c <= 0x9F) {
          out.append(new String(new byte[] {(byte) c}, WINDOWS));
        } else if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
          controls++;
        } else if (c != 0xAD && c != 0x200B && c != 0x2060 && c != 0xFEFF) {
          out.append(c);
        }
      }
      return out.toString();
    }

    Optional<Diagnostic> remark() {
      return controls == 0
          ? Optional.empty()
          : Optional.of(
              new Diagnostic(
                  "control-characters",
                  Severity.WARNING,
                  controls + " control characters in the text were left out",
                  Optional.of(Span.ofLine(name, 1))));
    }
  }
}
