package org.ratchet.source.xml;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/**
 * Markup parsed into elements without ever reaching outside the file.
 *
 * @param root the root element
 * @param diagnostics what had to be repaired before the file could be parsed
 */
record XmlDocument(XmlElement root, List<Diagnostic> diagnostics) {

  /** A document type that names the root element and nothing else. */
  private static final Pattern BARE_TYPE =
      Pattern.compile(
          "\\s*+(?:<\\?.*?\\?>\\s*+|<!--.*?-->\\s*+)*+<!DOCTYPE\\s+[\\w.-]+\\s*>", Pattern.DOTALL);

  XmlDocument {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Parses a file.
   *
   * @throws UnreadableSourceException if the markup is broken, declares a document type with
   *     entities, or passes a limit
   */
  static XmlDocument parse(byte[] bytes, String name, ReadLimits limits)
      throws UnreadableSourceException {
    String text = Encoding.decode(bytes, name);
    Instant deadline = Instant.now().plus(limits.maxTime());
    try {
      return new XmlDocument(new Builder(name, limits, deadline).build(text), List.of());
    } catch (XMLStreamException broken) {
      Optional<Entities.Repaired> repaired = Entities.repair(text);
      if (repaired.isEmpty()) {
        throw damaged(name, broken);
      }
      try {
        XmlElement root = new Builder(name, limits, deadline).build(repaired.get().text());
        return new XmlDocument(root, List.of(remark(name, repaired.get())));
      } catch (XMLStreamException e) {
        throw damaged(name, broken);
      }
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static Diagnostic remark(String name, Entities.Repaired repaired) {
    return new Diagnostic(
        "markup-repaired",
        Severity.WARNING,
        "the XML is not well-formed; "
            + repaired.count()
            + " characters or HTML entities were written as XML wants them",
        Optional.of(Span.ofLine(name, repaired.firstLine())));
  }

  private static UnreadableSourceException damaged(String name, XMLStreamException e) {
    Location location = e.getLocation();
    String place =
        location == null || location.getLineNumber() < 1
            ? ""
            : ":" + location.getLineNumber() + ":" + location.getColumnNumber();
    String last = String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("");
    return new UnreadableSourceException(
        Reason.DAMAGED,
        name
            + place
            + ": the XML is broken ("
            + last.replaceFirst("^Message: ", "").strip()
            + "); get the file again from its publisher",
        e);
  }

  private static final class Builder {

    private final String name;
    private final ReadLimits limits;
    private final Instant deadline;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final XmlElement top = new XmlElement("", 0);
    private long characters;
    private boolean harmlessType;

    Builder(String name, ReadLimits limits, Instant deadline) {
      this.name = name;
      this.limits = limits;
      this.deadline = deadline;
    }

    XmlElement build(String text) throws XMLStreamException, UnreadableSourceException {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
      harmlessType = BARE_TYPE.matcher(text).lookingAt();
      open.push(top);
      while (reader.hasNext()) {
        accept(reader, reader.next());
      }
      reader.close();
      return top.elements().get(0);
    }

    private void accept(XMLStreamReader reader, int event) throws UnreadableSourceException {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            characters(reader.getText());
        case XMLStreamConstants.DTD -> {
          if (!harmlessType) {
            throw forbidden(reader);
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> throw forbidden(reader);
        default -> {
          // Comments and processing instructions carry no text.
        }
      }
    }

    private void start(XMLStreamReader reader) throws UnreadableSourceException {
      XmlElement element =
          new XmlElement(reader.getLocalName(), reader.getLocation().getLineNumber());
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        element.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
      open.element().add(element);
      open.push(element);
      if (open.size() > limits.maxDepth()) {
        throw limit("elements nest deeper than " + limits.maxDepth());
      }
      if (Instant.now().isAfter(deadline)) {
        throw limit("reading takes longer than " + limits.maxTime().toSeconds() + " s");
      }
    }

    private void characters(String text) throws UnreadableSourceException {
      characters += text.length();
      if (characters > limits.maxCharacters()) {
        throw limit("more than " + limits.maxCharacters() + " characters of text");
      }
      open.element().add(text);
    }

    private UnreadableSourceException forbidden(XMLStreamReader reader) {
      return new UnreadableSourceException(
          Reason.FORBIDDEN_REFERENCE,
          name
              + ":"
              + reader.getLocation().getLineNumber()
              + ": the file declares entities or a document type outside itself, which are never"
              + " read; remove the declaration");
    }

    private UnreadableSourceException limit(String what) {
      return new UnreadableSourceException(Reason.LIMIT_EXCEEDED, name + ": " + what);
    }
  }
}
