package org.ratchet.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ratchet.Outline;
import org.ratchet.clause.Clause;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/** Invented rules in Federal Register XML, read as documents. */
final class SmallRule {

  private SmallRule() {}

  static Rule read(String xml) {
    Source source = Source.of(xml.getBytes(StandardCharsets.UTF_8), "small.xml");
    try {
      return (Rule)
          new DocumentReader(SourceReaders.standard(), ReadLimits.standard()).read(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rule on title 15 with these elements behind its preamble. */
  static Rule amending(String elements) {
    return read(
        """
        <RULE><PREAMB><CFR>15 CFR Part 774</CFR><SUBJECT>Lamps</SUBJECT></PREAMB>
        <SUPLINF><HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD><P>Lamps matter.</P>
        %s
        </SUPLINF></RULE>
        """
            .formatted(elements));
  }

  /** What the only instruction of a rule sets out under a part heading, as an outline. */
  static String setOut(String part, String elements) {
    return outline(
        amending(
            """
            <REGTEXT TITLE="15" PART="%1$s"><PART><HD SOURCE="HED">PART %1$s—LAMPS</HD></PART>
            <AMDPAR>1. Amend part %1$s to read as follows:</AMDPAR>
            %2$s</REGTEXT>
            """
                .formatted(part, elements)));
  }

  /** What one section sets out, without the line of the section. */
  static String section(String elements) {
    String whole =
        setOut(
            "990",
            "<SECTION><SECTNO>§ 990.1</SECTNO><SUBJECT>Wicks.</SUBJECT>" + elements + "</SECTION>");
    return whole.substring(whole.indexOf('\n') + 1).replaceAll("(?m)^  ", "");
  }

  static String outline(Rule rule) {
    return Outline.print(setOut(rule));
  }

  static List<Clause> setOut(Rule rule) {
    return rule.instructions().stream()
        .flatMap(Instruction::stream)
        .flatMap(instruction -> instruction.setOut().stream())
        .toList();
  }
}
