package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.EccnEntry;

/** Words that narrow the thing that they follow. */
class NarrowingTest {

  private static List<Direction> directions(String before, String after) {
    String items = "a. Saws.\nb. %s.\nc. Presses having a speed of 5 m/s or more.";
    EccnEntry old = EntryText.entry("2B999", "Machines.", items.formatted(before));
    EccnEntry now = EntryText.entry("2B999", "Machines.", items.formatted(after));
    return EntryText.findings(new ControlCriterionCheck(Vocabulary.standard()), old, now).stream()
        .map(Finding::direction)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Grinding mills | Grinding mills “specially designed” for oats | LOOSER",
        "Grinding mills | Grinding mills having two or more of the stones flint, lava, or slate | LOOSER",
        "Grinding mills | Grinding mills capable of continuous operation | LOOSER",
        "Grinding mills | Grinding mills “specially designed” for oats or wheels for carts | UNDETERMINED",
        "Grinding mills | Grinding mills “specially designed” for oats, and their wheels | UNDETERMINED",
        "Grinding mills | Grinding mills having two or more of the stones flint or lava, and wheels | UNDETERMINED",
        "Grinding mills | Grinding mills including those for oats | UNDETERMINED",
        "Grinding mills | Grinding mills other than those for oats | UNDETERMINED",
        "Grinding mills designed for oats | Grinding mills “specially designed” for oats | UNDETERMINED",
        "Grinding mills or wheels | Grinding mills or wheels designed for oats | UNDETERMINED",
        "Grinding mills | Grinding mills having no wheel | UNDETERMINED",
        "Grinding mills | Water mills “specially designed” for oats | UNDETERMINED",
      })
  void aConditionBehindTheSameWordsIsOneMore(String before, String after, Direction direction) {
    assertThat(directions(before, after)).containsExactly(direction);
    assertThat(directions(after, before)).containsExactly(direction.flip());
  }

  @Test
  void wordsThatStandElsewhereOnTheOtherSideAreTheSameWords() {
    EccnEntry before =
        EntryText.entry("2B999", "Machines.", "a. Mills “specially designed” for oats.\nb. Saws.");
    EccnEntry after =
        EntryText.entry(
            "2B999", "Machines.", "a. Mills.\nb. Saws.\nc. Mills “specially designed” for oats.");
    Check check = new ControlCriterionCheck(Vocabulary.standard());

    assertThat(EntryText.findings(check, before, after))
        .extracting(f -> f.citation().last().label() + " " + f.direction())
        .containsExactly("a TIGHTER");
    assertThat(EntryText.findings(check, after, before))
        .extracting(f -> f.citation().last().label() + " " + f.direction())
        .containsExactly("a LOOSER");
  }
}
