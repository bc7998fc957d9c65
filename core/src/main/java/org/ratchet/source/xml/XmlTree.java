package org.ratchet.source.xml;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;

/** Parses markup into elements without ever reaching outside the file. */
final class XmlTree {

  private final String name;
  private final ReadLimits limits;
  private final Instant deadline;
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private final XmlElement top = new XmlElement("", 0);
  private long characters;

  private XmlTree(String name, ReadLimits limits) {
    this.name = name;
    this.limits = limits;
    this.deadline = Instant.now().plus(limits.maxTime());
  }

  /**
   * The root element.
   *
   * @throws UnreadableSourceException if the markup is broken, declares entities, or passes a limit
   */
  static XmlElement parse(byte[] bytes, String name, ReadLimits limits)
      throws UnreadableSourceException {
    return new XmlTree(name, limits).read(bytes);
  }

  private XmlElement read(byte[] bytes) throws UnreadableSourceException {
    open.push(top);
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext()) {
        accept(reader, reader.next());
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
    return top.elements().get(0);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  private void accept(XMLStreamReader reader, int event) throws UnreadableSourceException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.END_ELEMENT -> open.pop();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          characters(reader.getText());
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new UnreadableSourceException(
              Reason.FORBIDDEN_REFERENCE,
              name
                  + ":"
                  + reader.getLocation().getLineNumber()
                  + ": the file declares a document type or entities, which are not read");
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
    open.element().content().add(element);
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
    open.element().content().add(text);
  }

  private UnreadableSourceException limit(String what) {
    return new UnreadableSourceException(Reason.LIMIT_EXCEEDED, name + ": " + what);
  }

  private UnreadableSourceException damaged(XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
    String first = String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("");
    return new UnreadableSourceException(
        Reason.DAMAGED,
        name
            + ":"
            + line
            + ":"
            + column
            + ": the XML is broken ("
            + first.replaceFirst("^Message: ", "").strip()
            + "); get the file again from its publisher",
        e);
  }
}
