package org.ratchet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.Comparison;
import org.ratchet.Ratchet;
import org.ratchet.document.Document;
import org.ratchet.report.Reports;
import org.ratchet.source.Source;

/** The history that a text of the CFR prints with its units. */
class SourceCitationsTest {

  private static final Ratchet RATCHET = Ratchet.standard();

  private static String ecfr(String ofOne, String ofTwo) {
    return """
        <DIV5 N="991" TYPE="PART"><HEAD>PART 991—LAMPS</HEAD>
        <SOURCE><HED>Source:</HED><PSPACE>61 FR 100, Mar. 1, 2061, unless otherwise noted.</PSPACE></SOURCE>
        <DIV8 N="§ 991.1" TYPE="SECTION"><HEAD>§ 991.1 Wicks.</HEAD><P>Wicks are long.</P>%s</DIV8>
        <DIV8 N="§ 991.2" TYPE="SECTION"><HEAD>§ 991.2 Oil.</HEAD><P>Oil is dear in every town along the coast and in most inland.</P>%s</DIV8>
        </DIV5>
        """
        .formatted(ofOne, ofTwo);
  }

  private static String annual(String ofOne, String ofTwo) {
    return """
        <CFRGRANULE><PART><EAR>Pt. 991</EAR><HD SOURCE="HED">PART 991—LAMPS</HD>
        <SECTION><SECTNO>§ 991.1</SECTNO><SUBJECT>Wicks.</SUBJECT><P>Wicks are long.</P>%s</SECTION>
        <SECTION><SECTNO>§ 991.2</SECTNO><SUBJECT>Oil.</SUBJECT><P>Oil is dear in every town along the coast and in most inland.</P>%s</SECTION>
        </PART></CFRGRANULE>
        """
        .formatted(ofOne, ofTwo);
  }

  private static String text(String ofOne, String ofTwo) {
    return """
        PART 991—LAMPS

        § 991.1 Wicks.

        Wicks are long.

        %s

        § 991.2 Oil.

        Oil is dear.

        %s
        """
        .formatted(ofOne, ofTwo);
  }

  private static String page(String ofOne, String ofTwo) {
    return """
        <html><body><h1>PART 991—LAMPS</h1>
        <h2>§ 991.1 Wicks.</h2><p>Wicks are long.</p><p>%s</p>
        <h2>§ 991.2 Oil.</h2><p>Oil is dear.</p><p>%s</p></body></html>
        """
        .formatted(ofOne, ofTwo);
  }

  private static Document read(String text) throws IOException {
    return RATCHET.read(Source.of(text.getBytes(StandardCharsets.UTF_8), "part"));
  }

  private static Comparison compare(String before, String after) throws IOException {
    return RATCHET.compare(read(before), read(after));
  }

  private static String cita(String text) {
    return "<CITA>" + text + "</CITA>";
  }

  private static final String FIRST = "[61 FR 100, Mar. 1, 2061]";
  private static final String AMENDED =
      "[61 FR 100, Mar. 1, 2061, as amended at 62 FR 7, May 2, 2062]";

  private static List<String> lines(List<Change> changes) {
    return changes.stream().map(change -> change.kind() + " " + change.citation()).toList();
  }

  @Test
  void anotherSourceIsOneEditorialChangeInEveryFormat() throws IOException {
    List<Comparison> comparisons =
        List.of(
            compare(ecfr(cita(FIRST), cita(FIRST)), ecfr(cita(FIRST), cita(AMENDED))),
            compare(annual(cita(FIRST), cita(FIRST)), annual(cita(FIRST), cita(AMENDED))),
            compare(text(FIRST, FIRST), text(FIRST, AMENDED)),
            compare(page(FIRST, FIRST), page(FIRST, AMENDED)),
            compare(page(FIRST, FIRST), text(FIRST, AMENDED)));
    for (Comparison comparison : comparisons) {
      assertThat(comparison.changes()).isEmpty();
      assertThat(comparison.findings()).isEmpty();
      assertThat(lines(comparison.editorial())).containsExactly("source citation 15 CFR 991.2");
    }
  }

  @Test
  void theSourceOfAPartIsThePartsOwn() throws IOException {
    Comparison comparison =
        compare(
            ecfr(cita(FIRST), cita(FIRST)),
            ecfr(cita(FIRST), cita(FIRST)).replace("61 FR 100, Mar. 1, 2061, u", "60 FR 9, u"));
    assertThat(lines(comparison.editorial())).containsExactly("source citation 15 CFR part 991");
  }

  @Test
  void theSourceOfASubpartDoesNotBelongToTheSectionBeforeIt() throws IOException {
    String before =
        ecfr(cita(FIRST), cita(FIRST))
            .replace(
                "<DIV8 N=\"§ 991.2\"",
                """
            <DIV6 N="B" TYPE="SUBPART"><HEAD>Subpart B—Oils</HEAD>
            <SOURCE><HED>Source:</HED><PSPACE>63 FR 1, Jan. 1, 2063.</PSPACE></SOURCE></DIV6>
            <DIV8 N="§ 991.2\"""");
    Comparison comparison = compare(before, before.replace("63 FR 1,", "63 FR 11,"));
    assertThat(comparison.editorial()).hasSize(1);
    assertThat(comparison.editorial().get(0).citation().toString()).contains("Subpart B—Oils");
  }

  @Test
  void aUnitAmendedForTheFirstTimeGetsASource() throws IOException {
    Comparison comparison = compare(ecfr(cita(FIRST), ""), ecfr(cita(FIRST), cita(AMENDED)));
    assertThat(lines(comparison.editorial())).containsExactly("source citation 15 CFR 991.2");
    assertThat(comparison.editorial().get(0).before()).isEmpty();
  }

  @Test
  void aCopyWithoutAnySourcesDoesNotShowThem() throws IOException {
    Comparison comparison = compare(text(FIRST, AMENDED), text("", ""));
    assertThat(comparison.editorial()).isEmpty();
    assertThat(comparison.changes()).isEmpty();
  }

  @Test
  void spacesAndMarksOfASourceAreNoChange() throws IOException {
    Comparison comparison =
        compare(ecfr(cita(FIRST), ""), ecfr(cita(FIRST.replace(", ", ",\u2009 ")), ""));
    assertThat(comparison.editorial()).isEmpty();
  }

  @Test
  void reportsPrintTheChangeOnRequest() throws IOException {
    Comparison comparison = compare(text(FIRST, FIRST), text(FIRST, AMENDED));
    StringBuilder brief = new StringBuilder();
    Reports.text().write(comparison, brief);
    StringBuilder whole = new StringBuilder();
    Reports.text().withEditorial().write(comparison, whole);
    assertThat(brief).contains("editorial: 1.").doesNotContain("62 FR 7");
    assertThat(whole).contains("source citation  15 CFR 991.2", "as amended at 62 FR 7");
  }

  /** The next edition prints the documents that amended a unit; until then nobody knows how. */
  @Test
  void aUnitThatARuleAmendedHasNoKnownSource() throws IOException {
    Document base = read(ecfr(cita(FIRST), cita(FIRST)));
    Document rule = read(RULE);
    Comparison comparison = RATCHET.compare(base, rule);
    assertThat(lines(comparison.changes())).containsExactly("revised 15 CFR 991.2, ¶ 1");
    assertThat(comparison.editorial()).isEmpty();
    assertThat(comparison.stateAfter().sources()).hasSize(2);
  }

  private static final String RULE =
      """
      <RULE><PREAMB><AGENCY>DEPARTMENT OF LIGHT</AGENCY><CFR>15 CFR Part 991</CFR>
      <SUBJECT>Oil</SUBJECT></PREAMB><SUPLINF>
      <REGTEXT TITLE="15" PART="991"><AMDPAR>1. In § 991.2, remove “dear” and add “cheap” in its place.</AMDPAR></REGTEXT>
      </SUPLINF><FRDOC>[FR Doc. 2092-1 Filed 1-1-92; 8:45 am]</FRDOC></RULE>
      """;
}
