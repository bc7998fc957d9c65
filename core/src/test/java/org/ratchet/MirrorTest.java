package org.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.diff.Differ;
import org.ratchet.document.Rule;
import org.ratchet.fixtures.FixtureRule;
import org.ratchet.meaning.Delta;
import org.ratchet.meaning.Direction;
import org.ratchet.meaning.Finding;
import org.ratchet.meaning.Meaning;

/** Swapping before and after flips every direction, for whole documents. */
class MirrorTest {

  private static final Ratchet RATCHET = Ratchet.standard();

  @Test
  void ofTheFixtureRules() throws IOException {
    mirrored(
        RATCHET.compare(
            Optional.of(RatchetTest.regulation()),
            RatchetTest.xml(FixtureRule.CHIPS_2022),
            RatchetTest.xml(FixtureRule.CHIPS_2023),
            Optional.empty()));
  }

  @ParameterizedTest
  @Tag("corpus")
  @CsvSource({
    "ecfr-xml/title10-part810.2026-03-25.xml, ecfr-xml/title10-part810.2026-06-18.xml",
    "ecfr-xml/title15-part744.2026-03-25.xml, ecfr-xml/title15-part744.2026-07-18.xml"
  })
  void ofRealRegulations(String before, String after) throws IOException {
    mirrored(RATCHET.compare(CorpusFolder.file(before), CorpusFolder.file(after)));
  }

  @Test
  @Tag("corpus")
  void ofARegulationInWhichOnlyFormChangedThereIsNoDirection() throws IOException {
    Path before = CorpusFolder.file("ecfr-xml/title15-part744.2026-03-25.xml");
    Path after = CorpusFolder.file("ecfr-xml/title15-part744.2026-07-18.xml");

    assertThat(RATCHET.compare(before, after).findings())
        .extracting(Finding::direction)
        .doesNotContain(Direction.TIGHTER, Direction.LOOSER, Direction.MIXED);
  }

  /** Both ways from the same two states, since what a rule did not show has no way back. */
  private static void mirrored(Comparison comparison) {
    Delta back =
        new Delta(
            comparison.stateAfter(),
            comparison.stateBefore(),
            Differ.standard().compare(comparison.stateAfter(), comparison.stateBefore()).stream()
                .filter(change -> !change.editorial())
                .toList(),
            comparison.after() instanceof Rule rule ? List.of(rule) : List.of(),
            List.of());
    assertThat(counts(Meaning.standard().examine(back)))
        .isEqualTo(counts(comparison.findings().stream().map(MirrorTest::flipped).toList()));
  }

  private static Finding flipped(Finding f) {
    return new Finding(
        f.id(),
        f.check(),
        f.changes(),
        f.citation(),
        f.facet(),
        f.dimension(),
        f.direction().flip(),
        f.statement(),
        f.evidence(),
        f.witnesses(),
        f.instruction(),
        f.effective(),
        f.effect(),
        f.certainty(),
        f.reason(),
        f.why());
  }

  private static Map<String, Long> counts(List<Finding> findings) {
    Map<String, Long> counts = new TreeMap<>();
    findings.stream()
        .filter(finding -> finding.direction() != Direction.UNDETERMINED)
        .forEach(
            f -> counts.merge(f.check() + " " + f.facet() + " " + f.direction(), 1L, Long::sum));
    return counts;
  }
}
