package org.ratchet.source.xml;

import java.io.StringReader;
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
import org.ratchet.source.Budget;
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
  static XmlDocument parse(byte[] bytes, String name, Budget budget)
      throws UnreadableSourceException {
    String text = Encoding.decode(bytes, name);
    try {
      return new XmlDocument(new Builder(name, budget).build(text), List.of());
    } catch (XMLStreamException broken) {
      Optional<Entities.Repaired> repaired = Entities.repair(text);
      if (repaired.isEmpty()) {
        throw damaged(name, broken);
      }
      try {
        XmlElement root = new Builder(name, budget).build(repaired.get().text());
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
    private final Budget budget;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final XmlElement top = new XmlElement("", 0);

    /** Text that the parser hands over in pieces. */
    private final StringBuilder text = new StringBuilder();

    private boolean harmlessType;

    Builder(String name, Budget budget) {
      this.name = name;
      this.budget = budget;
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
        case XMLStreamConstants.END_ELEMENT -> {
          endText();
          open.pop();
        }
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
      endText();
      XmlElement element =
          new XmlElement(local(reader.getLocalName()), reader.getLocation().getLineNumber());
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        element.put(local(reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
      }
      open.element().add(element);
      open.push(element);
      budget.addElements(1);
      budget.checkDepth(open.size());
    }

    /** A name without the prefix that stands for its vocabulary. */
    private static String local(String name) {
      return name.substring(name.indexOf(':') + 1);
    }

    private void characters(String piece) throws UnreadableSourceException {
      budget.addCharacters(piece.length());
      text.append(piece);
    }

    private void endText() {
      if (text.length() > 0) {
        open.element().add(text.toString());
        text.setLength(0);
      }
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
  }
}
