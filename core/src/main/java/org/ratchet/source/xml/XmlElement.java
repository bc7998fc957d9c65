package org.ratchet.source.xml;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An element while a file is read: its name, attributes, and content in order. */
final class XmlElement {

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private final String name;
  private final int line;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  XmlElement(String name, int line) {
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  /** Strings and elements, in order. */
  List<Object> content() {
    return content;
  }

  void add(XmlElement child) {
    content.add(child);
  }

  /** Adds text; what stands on both sides of a comment is one text. */
  void add(String text) {
    int last = content.size() - 1;
    if (last >= 0 && content.get(last) instanceof String before) {
      content.set(last, before + text);
    } else {
      content.add(text);
    }
  }

  void put(String attribute, String value) {
    attributes.put(attribute, value);
  }

  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  void copyAttributes(XmlElement to) {
    to.attributes.putAll(attributes);
  }

  /** The class names of an element of a web page. */
  List<String> classes() {
    return WORDS.splitToList(attribute("class"));
  }

  boolean hasClass(String name) {
    return attribute("class").contains(name) && classes().contains(name);
  }

  boolean is(String... names) {
    for (String candidate : names) {
      if (name.equals(candidate)) {
        return true;
      }
    }
    return false;
  }

  List<XmlElement> elements() {
    return content.stream()
        .filter(XmlElement.class::isInstance)
        .map(XmlElement.class::cast)
        .toList();
  }

  /** This element and all below it, in document order. */
  Stream<XmlElement> stream() {
    return Stream.concat(Stream.of(this), elements().stream().flatMap(XmlElement::stream));
  }

  /** All text below, unchanged. */
  String text() {
    StringBuilder out = new StringBuilder();
    appendText(out);
    return out.toString();
  }

  private void appendText(StringBuilder out) {
    for (Object part : content) {
      if (part instanceof XmlElement element) {
        element.appendText(out);
      } else {
        out.append(part);
      }
    }
  }
}
