package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ratchet.Ratchet;
import org.ratchet.clause.Clause;
import org.ratchet.document.PreambleSection;
import org.ratchet.document.Rule;
import org.ratchet.meaning.Finding.Evidence;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.Source;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** The preamble paragraph that discusses a change is its "why". */
class DiscussionTest {

  private static final String REASON =
      "In § 742.99(a), the license requirement for grinding mills now names Macau, because mills"
          + " reached their users by that way.";
  private static final Clause OLD =
      SectionText.section(
          "742.99", "(a) A license is required to export a grinding mill to the PRC.");
  private static final Clause NOW =
      SectionText.section(
          "742.99", "(a) A license is required to export a grinding mill to the PRC or Macau.");

  private static PreambleSection section(String heading, int level, String... paragraphs) {
    return new PreambleSection(
        heading,
        level,
        List.of(paragraphs).stream()
            .map(
                p ->
                    new Block(
                        BlockKind.PARAGRAPH,
                        0,
                        Runs.of(p),
                        Span.ofLine("test", 1),
                        Optional.empty()))
            .toList());
  }

  private static Optional<String> why(PreambleSection... preamble) throws IOException {
    Rule some =
        (Rule) Ratchet.standard().read(Source.of(Path.of("../fixtures/rules/chips-2026.xml")));
    Rule rule =
        new Rule(
            some.provenance(),
            some.metadata(),
            List.of(preamble),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Delta delta = EntryText.delta(List.of(OLD), List.of(NOW));
    List<Finding> findings =
        Meaning.of(List.of(new PlaceCheck()))
            .examine(
                new Delta(
                    delta.before(), delta.after(), delta.changes(), List.of(), List.of(rule)));
    assertThat(findings).extracting(Finding::direction).containsExactly(Direction.TIGHTER);
    return findings.get(0).why().map(Evidence::text);
  }

  @Test
  void itNamesTheProvisionAndSharesItsWords() throws IOException {
    assertThat(
            why(
                section(
                    "II. Changes",
                    1,
                    "In § 742.98(a), the license requirement for grinding mills names Macau as well.",
                    REASON,
                    "In § 742.99(b), the review of applications for grinding mills is shortened.")))
        .hasValue(REASON);
  }

  @Test
  void theMoreExactNameWins() throws IOException {
    assertThat(
            why(
                section(
                    "II. Changes",
                    1,
                    "Section 742.99 on grinding mills, Macau and the license requirement is short.",
                    REASON)))
        .hasValue(REASON);
  }

  @Test
  void aHeadingNamesTheProvisionForItsParagraphs() throws IOException {
    String under = "The license requirement now names Macau, where grinding mills went.";

    assertThat(
            why(
                section("A. Grinding mills (§ 742.99(a))", 2, under),
                section("B. Saws (§ 742.98)", 2, "Macau has a license for grinding saws.")))
        .hasValue(under);
  }

  @Test
  void whatCommentersAskedAndWhatWasBeforeAreNoReasons() throws IOException {
    assertThat(why(section("II. Changes", 1, "Comment 1: " + REASON))).isEmpty();
    assertThat(
            why(
                section(
                    "I. Background",
                    1,
                    "Section 742.99 was made for grinding mills, with a license requirement.")))
        .isEmpty();
  }

  @Test
  void aParagraphThatOnlyNamesTheSectionIsNone() throws IOException {
    assertThat(why(section("II. Changes", 1, "See § 742.99 for other matters."))).isEmpty();
    assertThat(why()).isEmpty();
  }
}
