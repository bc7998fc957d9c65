package org.ratchet.source.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
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
import org.ratchet.source.ReadLimits;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
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

  /** What an element takes in memory, generously, in bytes. */
  private static final int ELEMENT_SIZE = 512;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  HtmlDocument {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Parses a page.
   *
   * @throws UnreadableSourceException if the page passes a limit
   */
  static HtmlDocument parse(byte[] bytes, String name, ReadLimits limits)
      throws UnreadableSourceException {
    HtmlEncoding decoded = HtmlEncoding.decode(bytes, name);
    if (decoded.text().length() > limits.maxCharacters()) {
      throw limit(name, "more than " + limits.maxCharacters() + " characters");
    }
    Instant deadline = Instant.now().plus(limits.maxTime());
    // The parser flattens what is deeper still, which keeps it quick; the copy finds the depth.
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(limits.maxDepth() + 8);
    try {
      Document page = parser.parseInput(new Watched(decoded.text(), name, limits, deadline), "");
      Copy copy = new Copy(name, limits, deadline);
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

  private static UnreadableSourceException limit(String name, String what) {
    return new UnreadableSourceException(Reason.LIMIT_EXCEEDED, name + ": " + what);
  }

  /** Hands the page to the parser and stops it in mid-page when a limit is passed. */
  private static final class Watched extends FilterReader {

    private final String name;
    private final ReadLimits limits;
    private final Instant deadline;
    private long elements;

    Watched(String text, String name, ReadLimits limits, Instant deadline) {
      super(new StringReader(text));
      this.name = name;
      this.limits = limits;
      this.deadline = deadline;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      checkTime(name, limits, deadline);
      int read = super.read(buffer, offset, length);
      for (int i = 0; i < read; i++) {
        elements += buffer[offset + i] == '<' ? 1 : 0;
      }
      if (elements > limits.maxMemoryBytes() / ELEMENT_SIZE) {
        throw limit(name, "more elements than " + limits.maxMemoryBytes() + " bytes can hold");
      }
      return read;
    }
  }

  private static void checkTime(String name, ReadLimits limits, Instant deadline)
      throws UnreadableSourceException {
    if (Instant.now().isAfter(deadline)) {
      throw limit(name, "reading takes longer than " + limits.maxTime().toSeconds() + " s");
    }
  }

  /** Copies what carries text, without recursion. */
  private static final class Copy implements NodeFilter {

    private final String name;
    private final ReadLimits limits;
    private final Instant deadline;
    private final XmlElement top = new XmlElement("", 0);
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int controls;

    Copy(String name, ReadLimits limits, Instant deadline) {
      this.name = name;
      this.limits = limits;
      this.deadline = deadline;
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
        if (open.size() > limits.maxDepth()) {
          throw limit(name, "elements nest deeper than " + limits.maxDepth());
        }
        checkTime(name, limits, deadline);
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
