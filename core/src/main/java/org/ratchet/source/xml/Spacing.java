package org.ratchet.source.xml;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which white space around inline elements the publisher meant, and repairs the rest.
 *
 * <p>Three habits occur. Some files are pretty-printed, each inline element on a line of its own:
 *
 * <pre>
 *     published in the␣
 *     &lt;E T="04"&gt;Federal Register&lt;/E&gt;
 *     , and SO
 *     &lt;E T="52"&gt;2&lt;/E&gt;
 *     ␣is regulated
 * </pre>
 *
 * <p>There the line break and the indentation are the printer's, and only what goes beyond them (␣)
 * is the text's. Other files have lost every space beside an inline element ({@code in
 * the<E>Federal Register</E>an}). The rest are as they were typed.
 */
final class Spacing {

  private static final Pattern BREAK_BEFORE = Pattern.compile("\\n([ \\t]*)$");
  private static final int ENOUGH = 2;

  private int ownLine;
  private int inText;
  private int joined;
  private int spaced;

  private Spacing() {}

  /**
   * Repairs a document in place.
   *
   * @return how many spaces were put back
   */
  static int repair(XmlElement document) {
    Spacing spacing = new Spacing();
    spacing.count(document);
    if (spacing.isPrettyPrinted()) {
      unprint(document);
      return 0;
    }
    return spacing.hasLostSpaces() ? restore(document) : 0;
  }

  private boolean isPrettyPrinted() {
    return ownLine > 0 && inText * 50 < ownLine;
  }

  private boolean hasLostSpaces() {
    return joined >= ENOUGH && joined > spaced;
  }

  private static boolean isInline(XmlElement element) {
    return element.is("E", "SU", "PRTPAGE", "FTREF");
  }

  private static boolean isFace(XmlElement element) {
    return element.is("E") && !InlineText.isRaisedOrLowered(element);
  }

  private void count(XmlElement element) {
    List<Object> content = element.content();
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) instanceof XmlElement child) {
        if (child.is("E", "SU")) {
          countLines(textAt(content, i - 1), textAt(content, i + 1));
        }
        if (isFace(child)) {
          countJoints(textAt(content, i - 1), child.text(), textAt(content, i + 1));
        }
        count(child);
      }
    }
  }

  private static String textAt(List<Object> content, int index) {
    return index >= 0 && index < content.size() && content.get(index) instanceof String text
        ? text
        : "";
  }

  private void countLines(String before, String after) {
    boolean own = BREAK_BEFORE.matcher(before).find() && after.startsWith("\n");
    ownLine += own ? 1 : 0;
    inText += own ? 0 : 1;
  }

  private void countJoints(String before, String text, String after) {
    joined += joins(before, text) ? 1 : 0;
    joined += joins(text, after) ? 1 : 0;
    spaced += endsInSpace(before) ? 1 : 0;
    spaced += startsWithSpace(after) ? 1 : 0;
  }

  private static boolean endsInSpace(String text) {
    return !text.isBlank() && Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private static boolean startsWithSpace(String text) {
    return !text.isBlank() && Character.isWhitespace(text.charAt(0));
  }

  /** Whether two texts without space between them are two words. */
  private static boolean joins(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    char last = left.charAt(left.length() - 1);
    char first = right.charAt(0);
    boolean ends = Character.isLetterOrDigit(last) || ".,;:)”%".indexOf(last) >= 0;
    boolean opens = Character.isLetterOrDigit(first) || "(“‘§$*".indexOf(first) >= 0;
    boolean designators = last == ')' && first == '(';
    return ends && opens && !designators;
  }

  private static void unprint(XmlElement element) {
    OptionalInt indent = indentation(element);
    List<Object> content = element.content();
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) instanceof XmlElement child) {
        unprint(child);
      } else if (indent.isPresent()) {
        content.set(i, unprinted((String) content.get(i), indent.getAsInt()));
      }
    }
  }

  /** How far the inline elements of a parent are indented, if it has some on lines of their own. */
  private static OptionalInt indentation(XmlElement parent) {
    List<Object> content = parent.content();
    for (int i = 1; i < content.size(); i++) {
      if (content.get(i) instanceof XmlElement child && isInline(child)) {
        Matcher matcher = BREAK_BEFORE.matcher(textAt(content, i - 1));
        if (matcher.find()) {
          return OptionalInt.of(matcher.group(1).length());
        }
      }
    }
    return OptionalInt.empty();
  }

  private static String unprinted(String text, int indent) {
    int start = 0;
    if (text.startsWith("\n")) {
      start = 1;
      while (start <= indent && start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
    }
    String rest = text.substring(start);
    Matcher end = BREAK_BEFORE.matcher(rest);
    return end.find() ? rest.substring(0, end.start()) : rest;
  }

  private static int restore(XmlElement element) {
    int restored = 0;
    List<Object> content = element.content();
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) instanceof XmlElement child) {
        restored += restore(child);
        restored +=
            isInline(child) && !InlineText.isRaisedOrLowered(child) ? before(content, i) : 0;
      } else if (i > 0 && content.get(i - 1) instanceof XmlElement previous) {
        restored += isInline(previous) ? after(content, i, previous) : 0;
      }
    }
    return restored;
  }

  /** Between the text before an element and the element, or the element before and this one. */
  private static int before(List<Object> content, int at) {
    XmlElement element = (XmlElement) content.get(at);
    if (at == 0 || !isFace(element)) {
      return 0;
    }
    if (content.get(at - 1) instanceof String left && joins(left, element.text())) {
      content.set(at - 1, left + " ");
      return 1;
    }
    return 0;
  }

  private static int after(List<Object> content, int at, XmlElement previous) {
    String right = (String) content.get(at);
    String left = previous.text();
    if (previous.is("PRTPAGE", "FTREF")) {
      left =
          at > 1 && content.get(at - 2) instanceof XmlElement e
              ? e.text()
              : textAt(content, at - 2);
    } else if (previous.is("E") && !isFace(previous)) {
      return 0;
    }
    if (joins(left, right)) {
      content.set(at, " " + right);
      return 1;
    }
    return 0;
  }
}
