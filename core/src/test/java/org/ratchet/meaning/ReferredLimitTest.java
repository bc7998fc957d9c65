package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.clause.Clause;

/** Items that are compared with what another paragraph limits. */
class ReferredLimitTest {

  private static final Clause LIMIT = mills("4B991", "a. Mills having a speed of 5 m/s or more.");

  private static Clause mills(String number, String items) {
    return EntryText.entry(number, "Mills.", items);
  }

  private static List<String> directions(List<Clause> before, List<Clause> after) {
    return new ControlCriterionCheck(Vocabulary.standard())
        .examine(EntryText.delta(before, after)).stream()
            .map(finding -> finding.citation() + " " + finding.direction())
            .sorted()
            .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plants containing mills, any of which meets or exceeds the limits in 4B991.a.",
        "Plants containing one or more mills meeting or exceeding the limits in 4B991.a.",
        "Plants containing one or more mills that meet or exceed the limit of 4B991.a."
      })
  void meetingALimitIsEnoughWhereExceedingItWasAskedFor(String meets) {
    Clause exceeds =
        mills("4A999", "a. Plants containing mills, any of which exceeds the limit in 4B991.a.");
    Clause now = mills("4A999", "a. " + meets);

    assertThat(directions(List.of(exceeds), List.of(now))).containsExactly("ECCN 4A999.a TIGHTER");
    assertThat(directions(List.of(now), List.of(exceeds))).containsExactly("ECCN 4A999.a LOOSER");
  }

  @Test
  void otherWordsForTheSameComparisonChangeNothing() {
    Clause one =
        mills("4A999", "a. Plants containing mills, any of which exceeds the limit in 4B991.a.");
    Clause other =
        mills("4A999", "a. Plants containing one or more mills exceeding the limits in 4B991.a.");

    assertThat(directions(List.of(one), List.of(other))).containsExactly("ECCN 4A999 UNCHANGED");
  }

  @Test
  void aLimitThatMovedTheOtherWayLeavesItOpen() {
    Clause exceeds =
        mills("4A999", "a. Plants containing mills, any of which exceeds the limit in 4B991.a.");
    Clause meets =
        mills(
            "4A999",
            "a. Plants containing mills, any of which meets or exceeds the limit in 4B991.a.");
    Clause fewer = mills("4B991", "a. Mills having a speed of 9 m/s or more.");

    assertThat(directions(List.of(LIMIT, exceeds), List.of(LIMIT, meets)))
        .containsExactly("ECCN 4A999.a TIGHTER");
    assertThat(directions(List.of(fewer, exceeds), List.of(LIMIT, meets)))
        .containsExactly("ECCN 4A999.a TIGHTER", "ECCN 4B991.a TIGHTER");
    assertThat(directions(List.of(LIMIT, exceeds), List.of(fewer, meets)))
        .containsExactly("ECCN 4A999.a UNDETERMINED", "ECCN 4B991.a LOOSER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plants containing mills, any of which exceeds twice the limit in 4B991.a.",
        "Plants containing no mills, any of which meets or exceeds the limit in 4B991.a.",
        "Plants containing mills, none of which meets or exceeds the limit in 4B991.a.",
        "Plants containing mills meeting or exceeding the limit in 4B991.a by half."
      })
  void anotherComparisonWithTheLimitIsUndetermined(String other) {
    Clause exceeds =
        mills("4A999", "a. Plants containing mills, any of which exceeds the limit in 4B991.a.");
    Clause now = mills("4A999", "a. " + other);

    assertThat(directions(List.of(exceeds), List.of(now)))
        .containsExactly("ECCN 4A999 UNDETERMINED");
    assertThat(directions(List.of(now), List.of(exceeds)))
        .containsExactly("ECCN 4A999 UNDETERMINED");
  }

  @Test
  void theLimitsOfAnotherParagraphAreAnotherMeasure() {
    Clause one =
        mills("4A999", "a. Plants containing mills, any of which exceeds the limit in 4B991.a.");
    Clause other =
        mills("4A999", "a. Plants containing mills, any of which exceeds the limit in 4B991.b.");

    assertThat(directions(List.of(one), List.of(other))).containsExactly("ECCN 4A999 UNDETERMINED");
  }
}
