package org.ratchet.source.xml;

import java.util.Iterator;
import java.util.OptionalInt;

/**
 * The printed pages of a document, from its page marks. A mark stands where a page begins, so what
 * precedes the first mark is printed on the page before.
 *
 * @param first the page the document begins on, 0 if not known
 * @param last the page it ends on, 0 if not known
 */
record Pages(int first, int last) {

  /**
   * The pages of one document of a file.
   *
   * @param file the root element, of which page marks before the document count
   */
  static Pages of(XmlElement file, XmlElement document) {
    int first = 0;
    int last = 0;
    boolean text = false;
    Iterator<XmlElement> elements = document.stream().iterator();
    while (elements.hasNext()) {
      XmlElement element = elements.next();
      OptionalInt mark = element.is("PRTPAGE") ? number(element) : OptionalInt.empty();
      if (mark.isPresent()) {
        first = first > 0 ? first : mark.getAsInt() - (text ? 1 : 0);
        last = mark.getAsInt();
      }
      text |= element.content().stream().anyMatch(c -> c instanceof String s && !s.isBlank());
    }
    if (first == 0) {
      first = before(file, document);
    }
    return new Pages(first, Math.max(first, last));
  }

  private static int before(XmlElement file, XmlElement document) {
    int page = 0;
    Iterator<XmlElement> elements = file.stream().iterator();
    while (elements.hasNext()) {
      XmlElement element = elements.next();
      if (element == document) {
        break;
      }
      page = element.is("PRTPAGE") ? number(element).orElse(page) : page;
    }
    return page;
  }

  /** The number of a page mark, unless it is missing or roman. */
  static OptionalInt number(XmlElement mark) {
    String number = mark.attribute("P");
    return number.matches("\\d{1,7}")
        ? OptionalInt.of(Integer.parseInt(number))
        : OptionalInt.empty();
  }
}
