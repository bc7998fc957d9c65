package org.ratchet.source.xml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The styles of a Word file: what a paragraph or a run has that does not say so itself. */
final class WordStyles {

  private final Map<String, XmlElement> styles = new HashMap<>();
  private String standard = "";

  WordStyles(XmlElement root) {
    for (XmlElement style : root.elements()) {
      if (style.is("style")) {
        styles.put(style.attribute("styleId"), style);
        boolean byDefault = WordXml.isOn(style.attribute("default"));
        if (byDefault && style.attribute("type").equals("paragraph")) {
          standard = style.attribute("styleId");
        }
      }
    }
  }

  /** The style of a paragraph, that of all others if it names none. */
  String of(XmlElement paragraph) {
    String named = WordXml.value(WordXml.child(paragraph, "pPr"), "pStyle");
    return named.isEmpty() ? standard : named;
  }

  /** The name that people see, in lower case: {@code heading 1}. */
  String name(String style) {
    return Optional.ofNullable(styles.get(style))
        .map(element -> WordXml.value(Optional.of(element), "name").toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /**
   * A property that a style sets, itself or by one that it is based on.
   *
   * @param group {@code pPr} for paragraphs, {@code rPr} for runs
   */
  Optional<XmlElement> property(String style, String group, String property) {
    Set<String> seen = new HashSet<>();
    String at = style;
    while (seen.add(at)) {
      XmlElement element = styles.get(at);
      if (element == null) {
        return Optional.empty();
      }
      Optional<XmlElement> found =
          WordXml.child(element, group).flatMap(properties -> WordXml.child(properties, property));
      if (found.isPresent()) {
        return found;
      }
      at = WordXml.value(Optional.of(element), "basedOn");
    }
    return Optional.empty();
  }

  /** The level of a heading, from 1, or 0 if the paragraph is none. */
  int headingLevel(XmlElement paragraph) {
    Optional<XmlElement> own =
        WordXml.child(paragraph, "pPr")
            .flatMap(properties -> WordXml.child(properties, "outlineLvl"));
    int level =
        own.or(() -> property(of(paragraph), "pPr", "outlineLvl"))
            .flatMap(element -> GpoTable.parse(element.attribute("val")))
            .orElse(9);
    return level < 9 ? level + 1 : name(of(paragraph)).equals("title") ? 1 : 0;
  }
}
