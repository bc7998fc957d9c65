package org.ratchet.source.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page made by way of Markdown keeps of it as text: targets of links and pictures, escapes,
 * and stars of emphasis that its maker did not understand. A star between two characters is law
 * ({@code b*d}), two of them inside italics end one stretch of it and begin the next.
 */
final class MarkdownRemains {

  private static final Pattern PICTURE =
      Pattern.compile("!\\[[^\\[\\]]*\\]\\((https?:[^()\\s]+)\\)");
  private static final Pattern LINK =
      Pattern.compile(
          "\\[([^\\[\\]]*)\\](\\((?:(?:https?:|/|#)(?:[^()\\s]++|\\([^()\\s]*+\\)){0,50}+(?:\\s+\"[^\"]*\")?)?\\))");

  /** The end of a link without a target whose beginning is lost. */
  private static final Pattern LINK_END = Pattern.compile("\\]\\(\\)");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\*_`\\[\\]#])");
  private static final Pattern STARS = Pattern.compile("\\*+");
  private static final Pattern LABEL = Pattern.compile("(?:[a-z]|\\d{1,2})\\.\\s");

  private static final Set<String> BOLD = Set.of("b", "strong");
  private static final Set<String> ITALIC = Set.of("i", "em");
  private static final String OPENS_BEFORE = "([{\"'“‘—–-/";
  private static final String CLOSES_BEFORE = ")]}\"'”’—–-/.,;:!?";

  /** More stars in a row are a line of asterisks. */
  private static final int EMPHASIS = 3;

  private static final char BREAK = '\n';

  private final StringBuilder text = new StringBuilder();

  /** Where italics begin or end, and where bold begins. */
  private final BitSet italics = new BitSet();

  private final BitSet bold = new BitSet();

  private final BitSet gone = new BitSet();
  private final BitSet law = new BitSet();
  private final Map<Integer, String> pictures = new HashMap<>();

  /** Stars of emphasis left over, because the maker took an escaped star for one. */
  private int spare;

  private int at;

  private MarkdownRemains() {}

  /** A paragraph, a heading or a table without them; the same one if it has none. */
  static XmlElement without(XmlElement element) {
    MarkdownRemains remains = new MarkdownRemains();
    remains.collect(element);
    if (remains.text.indexOf("*") < 0
        && remains.text.indexOf("\\") < 0
        && remains.text.indexOf("](") < 0) {
      return element;
    }
    remains.targets();
    remains.escapes();
    int start = 0;
    for (int end = remains.text.indexOf("\n"); end >= 0; end = remains.text.indexOf("\n", start)) {
      remains.emphasis(start, end);
      start = end + 1;
    }
    remains.emphasis(start, remains.text.length());
    return remains.copy(element);
  }

  private static boolean isInline(XmlElement element) {
    return BOLD.contains(element.name())
        || ITALIC.contains(element.name())
        || element.is("a", "span", "sub", "sup", "u", "small");
  }

  private void collect(XmlElement element) {
    boolean inline = isInline(element);
    if (!inline) {
      text.append(BREAK);
    }
    edge(element);
    bold.set(text.length(), bold.get(text.length()) || BOLD.contains(element.name()));
    for (Object part : element.content()) {
      if (part instanceof XmlElement child) {
        collect(child);
      } else {
        text.append((String) part);
      }
    }
    edge(element);
    if (!inline) {
      text.append(BREAK);
    }
  }

  private void edge(XmlElement element) {
    if (ITALIC.contains(element.name())) {
      italics.set(text.length());
    }
  }

  private void targets() {
    Matcher picture = PICTURE.matcher(text);
    while (picture.find()) {
      gone.set(picture.start(), picture.end());
      pictures.put(picture.start(), picture.group(1));
    }
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      gone.set(link.start());
      gone.set(link.end(1));
      gone.set(link.start(2), link.end());
    }
    Matcher end = LINK_END.matcher(text);
    while (end.find()) {
      gone.set(end.start(), end.end());
    }
  }

  /** An escaped star that the maker took for the edge of italics has left its escape there. */
  private void escapes() {
    Matcher escape = ESCAPE.matcher(text);
    while (escape.find()) {
      gone.set(escape.start());
      law.set(escape.start(1));
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && !gone.get(i) && !law.get(i) && italics.get(i + 1)) {
        text.setCharAt(i, '*');
        law.set(i);
        spare++;
      }
    }
  }

  private record Stars(int start, int end) {}

  private void emphasis(int from, int to) {
    Deque<List<Stars>> open = new ArrayDeque<>();
    Matcher run = STARS.matcher(text).region(from, to);
    while (run.find()) {
      Stars stars = new Stars(run.start(), run.end());
      if (law.get(stars.start()) || stars.end() - stars.start() > EMPHASIS) {
        continue;
      }
      boolean spaceBefore = stars.start() == from || isSpace(stars.start() - 1);
      boolean spaceBehind = stars.end() == to || isSpace(stars.end());
      boolean opens = !spaceBehind && (spaceBefore || isOneOf(OPENS_BEFORE, stars.start() - 1));
      boolean closes = !spaceBefore && (spaceBehind || isOneOf(CLOSES_BEFORE, stars.end()));
      if (opens && !closes) {
        open.push(new ArrayList<>(List.of(stars)));
      } else if (closes && !open.isEmpty()) {
        open.pop().forEach(this::drop);
        drop(stars);
      } else if (closes && spare > 0) {
        drop(stars);
        spare--;
      } else if (stars.end() - stars.start() == 2 && !open.isEmpty()) {
        open.element().add(stars);
      }
    }
    open.stream().map(stars -> stars.get(0)).filter(this::staysOpen).forEach(this::drop);
  }

  /** Emphasis that does not end: at the front before a label, or where bold text begins. */
  private boolean staysOpen(Stars stars) {
    int front = stars.start() - 1;
    while (front >= 0 && text.charAt(front) != BREAK && isSpace(front)) {
      front--;
    }
    boolean labelled =
        (front < 0 || text.charAt(front) == BREAK)
            && stars.end() - stars.start() < EMPHASIS
            && LABEL.matcher(text).region(stars.end(), text.length()).lookingAt();
    return labelled || (stars.end() - stars.start() == 2 && bold.get(stars.start()));
  }

  private boolean isSpace(int position) {
    return Character.isWhitespace(text.charAt(position))
        || Character.isSpaceChar(text.charAt(position));
  }

  private boolean isOneOf(String marks, int position) {
    return marks.indexOf(text.charAt(position)) >= 0;
  }

  private void drop(Stars stars) {
    gone.set(stars.start(), stars.end());
  }

  private XmlElement copy(XmlElement element) {
    XmlElement copy = new XmlElement(element.name(), element.line());
    element.copyAttributes(copy);
    int around = isInline(element) ? 0 : 1;
    at += around;
    for (Object part : element.content()) {
      if (part instanceof XmlElement child) {
        copy.add(copy(child));
      } else {
        kept(((String) part).length(), copy);
      }
    }
    at += around;
    return copy;
  }

  private void kept(int length, XmlElement copy) {
    StringBuilder kept = new StringBuilder(length);
    for (int end = at + length; at < end; at++) {
      String picture = pictures.get(at);
      if (picture != null) {
        addTo(copy, kept);
        XmlElement image = new XmlElement("img", copy.line());
        image.put("src", picture);
        copy.add(image);
      }
      if (!gone.get(at)) {
        kept.append(text.charAt(at));
      }
    }
    addTo(copy, kept);
  }

  private static void addTo(XmlElement copy, StringBuilder kept) {
    if (kept.length() > 0) {
      copy.add(kept.toString());
      kept.setLength(0);
    }
  }
}
