package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Paragraphs of plain text. Where lines are long, every line is a paragraph; where they are broken
 * at a margin, blank lines divide paragraphs, and so do lines that by their words stand alone.
 */
final class PlainText {

  private static final int MARGIN = 200;
  private static final Pattern DESIGNATOR =
      Pattern.compile("\\(\\s?(?:[a-z]{1,2}|[ivxl]{1,6}|\\d{1,3}|[A-Z])\\s?\\)\\s.*");
  private static final Pattern ENDED = Pattern.compile(".*[.;:—]|.*; (?:and|or)");

  private final boolean wrapped;
  private final List<XmlElement> paragraphs = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int start = 1;
  private boolean alone;
  private boolean ended;

  private PlainText(boolean wrapped) {
    this.wrapped = wrapped;
  }

  /** The paragraphs as elements {@code p}, with their lines. */
  static List<XmlElement> elements(String text) {
    PlainText reader = new PlainText(text.lines().allMatch(line -> line.length() <= MARGIN));
    int at = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      at++;
      reader.line(line.strip(), at);
    }
    reader.close();
    return reader.paragraphs;
  }

  private void line(String line, int at) {
    boolean own = !line.isEmpty() && isAlone(line);
    boolean designated = ended && isDesignated(line);
    if (line.isEmpty() || !wrapped || alone || own || designated) {
      close();
    }
    if (!line.isEmpty()) {
      start = open.length() == 0 ? at : start;
      open.append(open.length() == 0 ? "" : " ").append(line);
    }
    alone = own;
    ended = wrapped && isEnded(line);
  }

  /** Whether a line that is broken by hand begins a paragraph, by its words and those before. */
  static boolean divides(String before, String line) {
    return isAlone(before) || isAlone(line) || (isEnded(before) && isDesignated(line));
  }

  private static boolean isDesignated(String line) {
    return DESIGNATOR.matcher(line).matches();
  }

  private static boolean isEnded(String line) {
    return ENDED.matcher(line).matches();
  }

  private static boolean isAlone(String line) {
    return Wording.isStars(line)
        || Wording.locator(line).isPresent()
        || Wording.isRin(line)
        || Wording.isBilling(line)
        || Wording.filed(line).isPresent()
        || Wording.missing(line) > 0;
  }

  private void close() {
    if (open.length() > 0) {
      XmlElement paragraph = new XmlElement("p", start);
      paragraph.add(open.toString());
      paragraphs.add(paragraph);
      open.setLength(0);
    }
  }
}
