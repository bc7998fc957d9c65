package org.ratchet.amend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Definition;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Part;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Supplement;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A part of the CFR in RegML, the format of the Consumer Financial Protection Bureau for its
 * regulations and their official interpretations, read independently of the library.
 *
 * @param clauses the part, with its sections, appendices and interpretations
 * @param labels the label that RegML gives to each clause, {@code 1003-2-g-Interp-2}
 */
record RegMl(List<Clause> clauses, Map<Citation, String> labels) {

  private static final Pattern MARKER = Pattern.compile("\\(?(\\w+)[.)]");
  private static final Pattern COMMENT =
      Pattern.compile("(?:Paragraph )?(\\d+(?:\\([^)]+\\))+).*", Pattern.DOTALL);
  private static final Pattern UNIT =
      Pattern.compile("(Section \\d+\\.\\d+|Appendix [A-Z]+)\\b.*", Pattern.DOTALL);
  private static final Pattern NUMBERED =
      Pattern.compile("(?:§ \\d+\\.\\d+|(?:Appendix|Supplement) \\w+ to Part \\d+[—-])\\s*");

  /** Reads one file. */
  static RegMl read(Path file) throws IOException {
    Reading reading = new Reading(file.getFileName().toString());
    Element root = parse(file);
    Citation title =
        Citation.ROOT.then(Kind.TITLE, text(first(first(root, "preamble"), "cfr"), "title"));
    Element part = first(root, "part");
    Clause read = reading.part(title.then(Kind.PART, part.getAttribute("label")), part);
    return new RegMl(List.of(read), reading.labels);
  }

  /**
   * The label that RegML gives to a citation, {@code 1005-33-c-Interp-5}, where that is regular.
   */
  static String label(Citation citation) {
    StringBuilder label = new StringBuilder();
    String comments = "";
    for (Step step : citation.steps()) {
      String name = step.label();
      switch (step.kind()) {
        case TITLE, SUPPLEMENT -> {}
        case HEADING -> {
          String target = name.replaceFirst("^(?:Section \\d+\\.|Appendix )", "");
          label.setLength(label.indexOf("-") < 0 ? label.length() : label.indexOf("-"));
          label.append('-').append(target.replace(")", "").replace("(", "-"));
          comments = "-Interp";
        }
        case SECTION -> label.append('-').append(name.substring(name.indexOf('.') + 1));
        case UNLABELLED -> label.append("-p").append(step.ordinal());
        case PART -> label.append(name);
        default -> {
          label.append(comments).append('-').append(name);
          comments = "";
        }
      }
    }
    return label + comments;
  }

  /** What a change set of RegML did to a label. */
  record LabelChange(String operation, String label) {}

  /** The labels that a rule changed, with all that was added under them. */
  static List<LabelChange> changes(Path file) throws IOException {
    List<LabelChange> changes = new ArrayList<>();
    for (Element change : children(first(parse(file), "changeset"), "change")) {
      changes.add(new LabelChange(change.getAttribute("operation"), change.getAttribute("label")));
    }
    return changes;
  }

  private static Element parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      try (var in = Files.newInputStream(file)) {
        return factory.newDocumentBuilder().parse(in).getDocumentElement();
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no RegML", e);
    }
  }

  private static Stream<Element> elements(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static List<Element> children(Element parent, String name) {
    return elements(parent).filter(child -> child.getTagName().equals(name)).toList();
  }

  private static Element first(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream().findFirst().map(RegMl::plain).orElse("");
  }

  private static String plain(Node node) {
    return node.getTextContent().replaceAll("\\s+", " ").strip();
  }

  /** One file at work. */
  private static final class Reading {
    final Map<Citation, String> labels = new HashMap<>();
    final Map<Citation, Integer> used = new HashMap<>();
    final Span span;

    Reading(String file) {
      this.span = Span.ofLine(file, 0);
    }

    /** The part is not shown whole: RegML keeps no authority citation. */
    Clause part(Citation part, Element element) {
      List<Clause> children = new ArrayList<>();
      for (Element content : children(element, "content")) {
        units(part, content, children);
      }
      return new Part(part, new Content(List.of(), List.of(), children, Shown.CONTEXT, span));
    }

    void units(Citation part, Element parent, List<Clause> out) {
      for (Element unit : elements(parent).toList()) {
        switch (unit.getTagName()) {
          case "section" -> {
            String number = part.last().label() + "." + unit.getAttribute("sectionNum");
            Citation at = cited(part.then(Kind.SECTION, number), unit);
            out.add(new Section(at, content(subject(unit, "subject"), "", paragraphs(at, unit))));
          }
          case "appendix" -> {
            Citation at =
                cited(part.then(Kind.APPENDIX, unit.getAttribute("appendixLetter")), unit);
            String title = subject(unit, "appendixTitle");
            out.add(new Supplement(at, content(title, "", headed(at, unit, "appendixSection"))));
          }
          case "interpretations" -> interpretations(part, parent, unit).ifPresent(out::add);
          case "subpart", "content" -> units(part, unit, out);
          default -> {
            // Tables of contents.
          }
        }
      }
    }

    /** Those of the appendices stand in an element of their own. */
    private Optional<Clause> interpretations(Citation part, Element parent, Element unit) {
      List<Element> all = children(parent, "interpretations");
      if (!all.get(0).equals(unit)) {
        return Optional.empty();
      }
      Citation at = cited(part.then(Kind.SUPPLEMENT, "I"), unit);
      List<Clause> sections = new ArrayList<>();
      all.forEach(some -> sections.addAll(headed(at, some, "interpSection")));
      return Optional.of(new Supplement(at, content(subject(unit, "title"), "", sections)));
    }

    private String subject(Element unit, String name) {
      return NUMBERED.matcher(text(unit, name)).replaceFirst("");
    }

    /** What stands under the headings of an appendix or of the interpretations. */
    List<Clause> headed(Citation supplement, Element unit, String name) {
      List<Clause> headings = new ArrayList<>();
      for (Element section : children(unit, name)) {
        String title = text(section, name.equals("interpSection") ? "title" : "subject");
        Matcher number = UNIT.matcher(title);
        String label = number.matches() ? number.group(1) : title;
        Citation at = cited(supplement.then(Kind.HEADING, label), section);
        headings.add(new Paragraph(at, content(title, "", paragraphs(at, section))));
      }
      return headings;
    }

    private List<Clause> paragraphs(Citation parent, Element element) {
      List<Clause> paragraphs = new ArrayList<>();
      for (Element child : elements(element).toList()) {
        if (child.getTagName().equals("paragraph")
            || child.getTagName().equals("interpParagraph")) {
          paragraph(parent, child, paragraphs);
        }
      }
      return paragraphs;
    }

    private void paragraph(Citation parent, Element element, List<Clause> out) {
      String title = text(element, "title");
      String text = text(element, "content");
      Matcher marker = MARKER.matcher(element.getAttribute("marker"));
      Optional<String> term = term(parent, element);
      String label = element.getAttribute("label");
      if (marker.matches() && !label.endsWith("-Interp")) {
        String last = label.substring(label.lastIndexOf('-') + 1);
        Citation at = cited(parent.then(Kind.PARAGRAPH, last), element);
        out.add(new Paragraph(at, content(title, text, paragraphs(at, element))));
      } else if (element.getTagName().equals("interpParagraph")) {
        comment(parent, element, title, out);
      } else if (!title.isEmpty() && !parent.upTo(Kind.APPENDIX).steps().isEmpty()) {
        Citation at = cited(parent.upTo(Kind.APPENDIX).then(Kind.HEADING, title), element);
        out.add(new Paragraph(at, content(title, text, paragraphs(at, element))));
      } else if (term.isPresent()) {
        Citation at = cited(parent.then(Kind.DEFINITION, term.get()), element);
        String rest = text.substring(term.get().length()).strip();
        out.add(new Definition(at, content(term.get(), rest, paragraphs(at, element))));
      } else {
        Citation first = parent.then(new Step(Kind.UNLABELLED, "", 0));
        int ordinal = used.merge(first, 1, Integer::sum);
        Citation at = parent.then(new Step(Kind.UNLABELLED, "", ordinal));
        labels.put(at, element.getAttribute("label"));
        out.add(new Paragraph(at, content(title, text, List.of())));
        out.addAll(paragraphs(parent, element));
      }
    }

    /** The comments on a paragraph of a section all stand under the heading of that section. */
    private void comment(Citation parent, Element element, String title, List<Clause> out) {
      Citation section = parent.upTo(Kind.SUPPLEMENT);
      section = new Citation(parent.steps().subList(0, section.steps().size() + 1));
      String target = title.isEmpty() ? target(element.getAttribute("label")) : title;
      Matcher number = COMMENT.matcher(target);
      String label = number.matches() ? number.group(1) : target.replaceFirst("\\.$", "");
      Citation at = cited(section.then(Kind.HEADING, label), element);
      List<Clause> nested = new ArrayList<>();
      List<Clause> own = new ArrayList<>();
      paragraphs(at, element)
          .forEach(clause -> (at.isPrefixOf(clause.citation()) ? own : nested).add(clause));
      out.add(new Paragraph(at, content(title, "", own)));
      out.addAll(nested);
    }

    /** The paragraph that a label names: {@code 4(a)(12)} for {@code 1003-4-a-12-Interp}. */
    private static String target(String label) {
      String[] steps = label.replaceFirst("-Interp$", "").split("-", -1);
      StringBuilder target = new StringBuilder(steps[1]);
      Arrays.stream(steps).skip(2).forEach(step -> target.append('(').append(step).append(')'));
      return target.toString();
    }

    /** The term that an undesignated paragraph of a section defines. */
    private static Optional<String> term(Citation parent, Element element) {
      boolean section = parent.last().kind() == Kind.SECTION;
      return children(element, "content").stream()
          .filter(content -> section && element.getAttribute("marker").isEmpty())
          .flatMap(content -> children(content, "def").stream())
          .map(RegMl::plain)
          .filter(term -> text(element, "content").startsWith(term))
          .findFirst();
    }

    private Citation cited(Citation citation, Element element) {
      int times = used.merge(citation, 1, Integer::sum);
      Step last = citation.last();
      Citation at = citation.parent().then(new Step(last.kind(), last.label(), times - 1));
      labels.put(at, element.getAttribute("label"));
      return at;
    }

    private Content content(String heading, String text, List<Clause> children) {
      List<Run> head = heading.isEmpty() ? List.of() : Runs.of(heading);
      List<Run> body = text.isEmpty() ? List.of() : Runs.of(text);
      return new Content(head, body, children, Shown.WHOLE, span);
    }
  }
}
