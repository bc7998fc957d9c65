package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** Sections written as text, for tests: one paragraph a line, with its whole designation. */
final class SectionText {

  private static final Span SPAN = Span.ofLine("test", 1);
  private static final Pattern LINE = Pattern.compile("((?:\\([a-zA-Z0-9]+\\))+) (.*)");

  private SectionText() {}

  /** The section that lines such as {@code (a)(1) A license is required.} describe. */
  static Section section(String number, String lines) {
    Citation section = Citation.section(15, number);
    Map<Citation, String> texts = new TreeMap<>();
    for (String line : lines.strip().split("\n", -1)) {
      Matcher matcher = LINE.matcher(line.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException("no designation: " + line);
      }
      Citation at = section;
      for (String label : matcher.group(1).replaceAll("^\\(|\\)$", "").split("\\)\\(", -1)) {
        at = at.then(Kind.PARAGRAPH, label);
        texts.putIfAbsent(at, "");
      }
      texts.put(at, matcher.group(2));
    }
    return new Section(
        section,
        new Content(Runs.of("Mills."), List.of(), under(section, texts), Shown.WHOLE, SPAN));
  }

  private static List<Clause> under(Citation parent, Map<Citation, String> texts) {
    List<Clause> children = new ArrayList<>();
    texts.forEach(
        (at, text) -> {
          if (at.parent().equals(parent)) {
            children.add(
                new Paragraph(
                    at,
                    new Content(List.of(), Runs.of(text), under(at, texts), Shown.WHOLE, SPAN)));
          }
        });
    return children;
  }

  /** What a check says of two versions of a section: place and direction, in printed order. */
  static List<String> findings(Check check, String number, String before, String after) {
    return check
        .examine(EntryText.delta(List.of(section(number, before)), List.of(section(number, after))))
        .stream()
        .map(
            finding ->
                finding.citation().toString().replaceFirst("^15 CFR [\\d.]+", "")
                    + " "
                    + finding.facet()
                    + " "
                    + finding.direction())
        .sorted()
        .toList();
  }

  /** The same lines with directions flipped. */
  static List<String> flipped(List<String> findings) {
    return findings.stream()
        .map(
            line -> {
              int last = line.lastIndexOf(' ') + 1;
              return line.substring(0, last) + Direction.valueOf(line.substring(last)).flip();
            })
        .sorted()
        .toList();
  }
}
