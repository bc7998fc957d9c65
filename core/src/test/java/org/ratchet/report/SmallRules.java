package org.ratchet.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ratchet.Comparison;
import org.ratchet.Ratchet;
import org.ratchet.document.Document;
import org.ratchet.source.Source;

/** Two invented rules, small enough to write their reports down whole. */
final class SmallRules {

  static final String BEFORE =
      rule(
          "2092-00001",
          """
          <AMDPAR>1. Section 744.99 is added to read as follows:</AMDPAR>
          <SECTION>
            <SECTNO>§ 744.99</SECTNO>
            <SUBJECT>Widgets.</SUBJECT>
            <P>(a) Widgets of 5 or more stay at <E T="03">home</E>, or abroad.</P>
            <P>(b) A *star* &lt;b&gt; | stays.</P>
          </SECTION>
          """);

  static final String AFTER =
      rule(
          "2092-00002",
          """
          <AMDPAR>1. Section 744.99 is revised to read as follows:</AMDPAR>
          <SECTION>
            <SECTNO>§ 744.99</SECTNO>
            <SUBJECT>Widgets.</SUBJECT>
            <P>(a) Widgets of 4 or more stay at home.</P>
            <P>(b) A *comet* &lt;i&gt; | stays.</P>
          </SECTION>
          <AMDPAR>2. Transmogrify § 744.98.</AMDPAR>
          """);

  private SmallRules() {}

  private static String rule(String number, String amendments) {
    return """
        <RULE>
          <PREAMB>
            <AGENCY TYPE="S">DEPARTMENT OF EXAMPLES</AGENCY>
            <CFR>15 CFR Part 744</CFR>
            <SUBJECT>An invented rule, no official text</SUBJECT>
          </PREAMB>
          <SUPLINF>
            <HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
            <P>Invented.</P>
            <PART><HD SOURCE="HED">PART 744—INVENTED</HD></PART>
            <REGTEXT TITLE="15" PART="744">
        %s</REGTEXT>
          </SUPLINF>
          <FRDOC>[FR Doc. %s Filed 1-2-92; 8:45 am]</FRDOC>
        </RULE>
        """
        .formatted(amendments.indent(6), number);
  }

  static Document read(String name, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    return Ratchet.standard().read(Source.of(new ByteArrayInputStream(bytes), name));
  }

  static Comparison compared() throws IOException {
    return Ratchet.standard().compare(read("before.xml", BEFORE), read("after.xml", AFTER));
  }

  static String write(Report report, Comparison comparison) throws IOException {
    StringBuilder out = new StringBuilder();
    report.write(comparison, out);
    return out.toString();
  }
}
