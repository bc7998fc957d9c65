package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.Ratchet;
import org.ratchet.amend.State;
import org.ratchet.document.PreambleSection;
import org.ratchet.document.Rule;
import org.ratchet.source.Block;
import org.ratchet.source.Source;
import org.ratchet.text.Runs;

/** A savings clause of a preamble lets shipments go on: there is more time. */
class SavingsCheckTest {

  @Test
  void aRuleThatSavesWhatWasOnItsWayIsLooserInTimeAndTheWayBackTighter() throws IOException {
    Rule rule =
        saying(
            "Items that were en route aboard a carrier on May 1, 2030, may proceed to that"
                + " destination so long as they leave before June 1, 2030.");

    assertThat(findings(List.of(), List.of(rule)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.direction()).isEqualTo(Direction.LOOSER);
              assertThat(finding.facet()).isEqualTo(Facet.TIME);
              assertThat(finding.statement()).contains("May 1, 2030 and June 1, 2030");
              assertThat(finding.evidence()).hasSize(1);
            });
    assertThat(findings(List.of(rule), List.of()))
        .extracting(Finding::direction)
        .containsExactly(Direction.TIGHTER);
    assertThat(findings(List.of(rule), List.of(rule))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          until June 1, 2030.            | until July 1, 2030.                      | LOOSER
          until June 1, 2030.            | until June 1, 2030, as they did before.  | UNDETERMINED
          until June 1, 2030.            | until June 1, 2030.                      | none
          until June 1, 2030.            | until June 45, 2030.                     | UNDETERMINED
          """)
  void aClauseThatBothRulesPrintIsComparedByItsLastDate(String old, String now, String direction)
      throws IOException {
    String clause = "Shipments that were en route aboard a carrier on May 1, 2030, may proceed ";
    List<Rule> before = List.of(saying(clause + old));
    List<Rule> after = List.of(saying(clause + now));

    assertThat(findings(before, after))
        .extracting(finding -> finding.direction().name())
        .isEqualTo(direction.equals("none") ? List.of() : List.of(direction));
    assertThat(findings(after, before))
        .extracting(finding -> finding.direction().flip().name())
        .isEqualTo(direction.equals("none") ? List.of() : List.of(direction));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shipments that were en route aboard a carrier may proceed only under a license.",
        "No shipment that was en route aboard a carrier may proceed.",
        "A commenter asked that shipments en route aboard a carrier may proceed.",
        "Under the former rule, shipments en route aboard a carrier may proceed.",
        "A ship laden with mills may continue to use the port.",
      })
  void whatOnlySpeaksOfShipmentsOnTheirWayDoesNotSaveThem(String text) throws IOException {
    assertThat(findings(List.of(), List.of(saying(text)))).isEmpty();
  }

  @Test
  void noOtherSentenceOfAPreambleGivesADirection() throws IOException {
    assertThat(
            findings(
                List.of(),
                List.of(
                    saying("This section has no savings clause for items that are on their way."),
                    saying("A license is required for mills, and exports may not proceed."))))
        .isEmpty();
    assertThat(findings(List.of(), List.of())).isEmpty();
  }

  private static List<Finding> findings(List<Rule> before, List<Rule> after) {
    return new SavingsCheck()
        .examine(new Delta(State.empty(), State.empty(), List.of(), before, after));
  }

  /** A fixture rule with another preamble. */
  private static Rule saying(String text) throws IOException {
    Rule rule =
        (Rule)
            Ratchet.standard()
                .read(Source.of(Path.of("..", "fixtures", "rules", "chips-2026.xml")));
    Block block = rule.preamble().stream().flatMap(s -> s.blocks().stream()).findFirst().get();
    return new Rule(
        rule.provenance(),
        rule.metadata(),
        List.of(
            new PreambleSection(
                "Savings clause",
                1,
                List.of(
                    new Block(
                        block.kind(),
                        0,
                        Runs.of(text),
                        block.span(),
                        java.util.Optional.empty())))),
        rule.instructions(),
        rule.footnotes(),
        rule.signature(),
        rule.diagnostics());
  }
}
