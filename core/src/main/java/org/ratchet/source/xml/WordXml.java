package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The markup of Word where it stands around the text and not for it. */
final class WordXml {

  private WordXml() {}

  /**
   * What an element holds as it stands when all tracked changes are accepted: what was put in or
   * moved here is there, what was taken out or moved away is not. Content controls and the like are
   * opened.
   */
  static List<XmlElement> content(XmlElement parent) {
    List<XmlElement> content = new ArrayList<>();
    for (XmlElement child : parent.elements()) {
      switch (child.name()) {
        case "del", "moveFrom", "sdtPr", "sdtEndPr" -> {}
        case "ins",
            "moveTo",
            "sdt",
            "sdtContent",
            "customXml",
            "smartTag",
            "hyperlink",
            "fldSimple",
            "dir",
            "bdo",
            "rubyBase",
            "Choice",
            "Fallback" ->
            content.addAll(content(child));
        case "AlternateContent" -> alternative(child).ifPresent(e -> content.addAll(content(e)));
        case "ruby" -> child(child, "rubyBase").ifPresent(e -> content.addAll(content(e)));
        default -> content.add(child);
      }
    }
    return content;
  }

  /** The same content is given twice, for newer and for older versions of Word. */
  private static Optional<XmlElement> alternative(XmlElement alternatives) {
    return child(alternatives, "Choice").or(() -> child(alternatives, "Fallback"));
  }

  static Optional<XmlElement> child(XmlElement parent, String name) {
    return parent.elements().stream().filter(e -> e.is(name)).findFirst();
  }

  /** The value of a property, empty if it is not there. */
  static String value(Optional<XmlElement> properties, String property) {
    return properties.flatMap(p -> child(p, property)).map(e -> e.attribute("val")).orElse("");
  }

  /** Whether a property is there and not switched off. */
  static boolean isSet(Optional<XmlElement> property) {
    return property
        .filter(p -> p.attribute("val").isEmpty() || isOn(p.attribute("val")))
        .isPresent();
  }

  static boolean isOn(String value) {
    return value.equals("1") || value.equals("true") || value.equals("on");
  }
}
