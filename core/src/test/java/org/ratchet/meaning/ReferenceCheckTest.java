package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.Clause;

/** Sections that name an entry which covers more or less. */
class ReferenceCheckTest {

  private static final Clause OLD =
      EntryText.entry("3A999", "Mills.", "a. Mills having a speed of 5 m/s or more.");
  private static final Clause NOW =
      EntryText.entry(
          "3A999",
          "Mills.",
          "a. Mills having a speed of 5 m/s or more.\nb. Mills having a mass of 3 kg or more.");

  private static List<Finding> found(Clause before, Clause after, String sentence) {
    Clause section = SectionText.section("742.99", "(a) " + sentence);
    return Meaning.standard()
        .examine(EntryText.delta(List.of(before, section), List.of(after, section)));
  }

  private static List<Direction> directions(Clause before, Clause after, String sentence) {
    return found(before, after, sentence).stream()
        .filter(finding -> finding.check().equals("reference"))
        .map(Finding::direction)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A license is required for an item specified in ECCN 3A999 to the PRC. | TIGHTER",
        "A license is required for an item specified in ECCN 3A998 or 3A999.b. | TIGHTER",
        "A license is required for an item other than one of ECCN 3A999. | UNDETERMINED",
        "A license is required for an item specified in ECCN 3A999.a. |",
        "A license is required for an item specified in ECCN 3A999.a, c, or d. |",
        "A license is required for an item specified in ECCN 3A999.a through .c. | TIGHTER",
        "The requirements of this section do not apply to an item of ECCN 3A999. | UNDETERMINED",
        "See ECCN 3A999 for mills. |",
        "You may export an item of ECCN 3A999. |",
      })
  void theWordsAroundTheNameDecideWhatMoreItemsAre(String sentence, Direction direction) {
    List<Direction> expected = direction == null ? List.of() : List.of(direction);

    assertThat(directions(OLD, NOW, sentence)).isEqualTo(expected);
    assertThat(directions(NOW, OLD, sentence))
        .isEqualTo(expected.stream().map(Direction::flip).toList());
  }

  @Test
  void aConditionOfTheWholeEntryMayBearOnOneOfTwoMentionsOnly() {
    String twice =
        "A license is required for an item that ECCN 3A999 specifies or that meets the parameters of"
            + " ECCN 3A999.";
    Clause without =
        EntryText.entry(
            "3A999",
            "Mills.",
            """
            a. Mills having a speed of 5 m/s or more.
            Note 1 to 3A999.a: 3A999.a does not apply to wind mills.
            """);

    assertThat(directions(OLD, NOW, twice)).containsExactly(Direction.TIGHTER);
    assertThat(directions(NOW, OLD, twice)).containsExactly(Direction.LOOSER);
    assertThat(directions(OLD, without, twice)).containsExactly(Direction.UNDETERMINED);
    assertThat(directions(without, OLD, twice)).containsExactly(Direction.UNDETERMINED);
  }

  @Test
  void itSharesTheEffectAndTheWitnessOfItsCause() {
    List<Finding> findings =
        found(OLD, NOW, "A license is required for an item specified in ECCN 3A999.");

    Finding cause = only(findings, "control-criterion");
    Finding follows = only(findings, "reference");
    assertThat(follows.effect()).isEqualTo(cause.effect());
    assertThat(follows.witnesses()).isEqualTo(cause.witnesses()).isNotEmpty();
    assertThat(follows.changes()).isEqualTo(cause.changes()).isNotEmpty();
    assertThat(follows.statement())
        .isEqualTo(
            "15 CFR 742.99(a), in the same words, names 3A999, which now covers more: ECCN"
                + " 3A999.b.");
  }

  private static Finding only(List<Finding> findings, String check) {
    return findings.stream().filter(f -> f.check().equals(check)).findFirst().orElseThrow();
  }
}
