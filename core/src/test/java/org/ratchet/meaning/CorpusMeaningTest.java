package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.Comparison;
import org.ratchet.CorpusFolder;
import org.ratchet.Ratchet;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** What is said of pairs of real documents of which we know what changed. */
@Tag("corpus")
class CorpusMeaningTest {

  /**
   * The openings of § 744.23 before and after October 2023; both files end after 2,000 characters.
   */
  @Test
  void destinationsOfSupercomputerEndUsesAreWider() throws IOException {
    Comparison comparison =
        compare("sections/744.23.2022-10.opening.md", "sections/744.23.2023-11.opening.md");

    assertThat(comparison.findings(Direction.TIGHTER))
        .anySatisfy(
            finding -> {
              assertThat(finding.facet()).isEqualTo(Facet.DESTINATION);
              assertThat(finding.statement()).contains("the PRC").contains("Macau").contains("D:5");
            });
    assertThat(comparison.findings(Direction.LOOSER)).isEmpty();
    assertThat(comparison.findings(Direction.MIXED)).isEmpty();
  }

  /** Only punctuation in the cells of the Entity List differs. */
  @Test
  void marchAndJulyOfPart744DifferInNothing() throws IOException {
    assertThat(
            directed(
                compare(
                    "ecfr-xml/title15-part744.2026-03-25.xml",
                    "ecfr-xml/title15-part744.2026-07-18.xml")))
        .isEmpty();
  }

  @Test
  void directionsInTheControlListAreThoseOfEntriesThatReallyChanged() throws IOException {
    Comparison comparison =
        compare(
            "ccl/title15-part774-supp1.2025-07-11.html",
            "ecfr-xml/title15-part774-supp1.2026-06.xml");

    assertThat(comparison.findings(Direction.LOOSER))
        .anySatisfy(
            finding -> {
              assertThat(finding.citation()).hasToString("ECCN 9A012.a.1");
              assertThat(finding.facet()).isEqualTo(Facet.DESTINATION);
            })
        .anySatisfy(
            finding -> {
              assertThat(finding.citation().toString()).startsWith("Note 1 to 3A090.a");
              assertThat(finding.facet()).isEqualTo(Facet.EXCEPTION);
            });
    assertThat(directed(comparison))
        .extracting(finding -> Entries.name(finding.citation().upTo(Kind.ECCN)))
        .allMatch(entry -> entry.matches("3A090|9A012|0[ADE]50\\d|0E982"));
  }

  /** An amount that exempts from a duty, one year and the next; 2015-32285 moves a date only. */
  @Test
  void amountsThatExemptAreLooserWhereTheyRise() throws IOException {
    assertThat(raised(threshold("2012-31311"), "42", "41")).isEqualTo(Direction.LOOSER);
    assertThat(raised(threshold("2014-30404"), "44", "43")).isEqualTo(Direction.LOOSER);
    assertThat(raised(threshold("2015-32285"), "44", "44")).isEqualTo(Direction.UNDETERMINED);
  }

  /** The direction of the rule's paragraph against the same one of the year before. */
  private static Direction raised(String now, String amount, String before) {
    Matcher year = Pattern.compile("\\b20\\d{2}\\b").matcher(now);
    String old =
        year.replaceAll(y -> String.valueOf(Integer.parseInt(y.group()) - 1))
            .replace("$" + amount, "$" + before);
    return new FigureCheck()
        .examine(EntryText.delta(List.of(section(old)), List.of(section(now))))
        .get(0)
        .direction();
  }

  private static String threshold(String rule) throws IOException {
    String xml =
        Files.readString(path("fr-xml/" + rule + ".xml"))
            .replaceAll("<[^>]+>", " ")
            .replaceAll("\\s+", " ");
    Matcher paragraph =
        Pattern.compile(
                "For data collection in 20\\d\\d.*?exempt from collecting data for 20\\d\\d\\.")
            .matcher(xml);
    assertThat(paragraph.find()).isTrue();
    return paragraph.group();
  }

  private static Clause section(String text) {
    Citation section = Citation.section(12, "1003.2");
    Content content =
        new Content(List.of(), Runs.of(text), List.of(), Shown.WHOLE, Span.ofLine("test", 1));
    return new Section(
        section,
        new Content(
            List.of(),
            List.of(),
            List.of(new Paragraph(section.then(Kind.PARAGRAPH, "2"), content)),
            Shown.WHOLE,
            Span.ofLine("test", 1)));
  }

  private static List<Finding> directed(Comparison comparison) {
    return comparison.findings().stream()
        .filter(
            finding ->
                finding.direction() != Direction.UNCHANGED
                    && finding.direction() != Direction.UNDETERMINED)
        .toList();
  }

  private static Comparison compare(String before, String after) throws IOException {
    return Ratchet.standard().compare(path(before), path(after));
  }

  private static Path path(String name) {
    return CorpusFolder.file(name);
  }
}
