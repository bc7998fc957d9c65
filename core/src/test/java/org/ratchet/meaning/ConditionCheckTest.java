package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of conditions: one more, one less, any instead of all. */
class ConditionCheckTest {

  private static final String TWO = "(a)(1) It is red; and\n(a)(2) It is slow.";
  private static final String THREE =
      "(a)(1) It is red;\n(a)(2) It is slow; and\n(a)(3) The buyer has ordered it in writing.";

  private static List<String> findings(String number, String before, String after) {
    return SectionText.findings(new ConditionCheck(), number, before, after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "744.99 | A license is required to export a mill that meets all of the following: | END_USE LOOSER",
        "744.99 | The requirements of this section do not apply to a mill that meets all of the following: | EXCEPTION TIGHTER",
        "740.99 | This License Exception authorizes the export of a mill where all of the following conditions are met: | EXCEPTION TIGHTER",
        "740.99 | Conditions. All of the following conditions apply: | EXCEPTION TIGHTER",
        "740.2 | You may not use any License Exception for a mill that meets all of the following: | EXCEPTION LOOSER",
        "744.99 | A license is required for any mill except one that meets all of the following: | END_USE TIGHTER",
        "744.99 | A license is required to export all of the following: |",
        "744.99 | The requirements of this section do not apply to each of the following: |",
        "740.99 | This License Exception authorizes the export of all of the following: |",
        "740.99 | This License Exception may not be used where all of the following apply: |",
        "743.99 | The exporter must report all of the following: |",
        "744.99 | The requirements of this section do not apply to a mill unless it meets all of the following: | EXCEPTION LOOSER",
        "744.99 | Mills may be sold where all of the following are met: |",
        "742.99 | An application is reviewed case by case where all of the following are met: |",
        "744.99 | A license is required to export a mill that meets any of the following: |",
      })
  void aConditionMoreLimitsWhatTheListIsFor(String number, String opening, String said) {
    String before = "(a) " + opening + "\n" + TWO;
    String after = "(a) " + opening + "\n" + THREE;
    List<String> expected = said == null ? List.of() : List.of("(a) " + said);

    assertThat(findings(number, before, after)).isEqualTo(expected);
    assertThat(findings(number, after, before)).isEqualTo(SectionText.flipped(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "744.99 | A license is required to export a mill that meets %s of the following: | END_USE LOOSER",
        "744.99 | The requirements of this section do not apply to a mill that meets %s of the following: | EXCEPTION TIGHTER",
      })
  void allInsteadOfAny(String number, String opening, String said) {
    String before = "(a) " + opening.formatted("any") + "\n" + TWO.replace("; and", "; or");
    String after = "(a) " + opening.formatted("all") + "\n" + TWO;

    assertThat(findings(number, before, after)).containsExactly("(a) " + said);
    assertThat(findings(number, after, before))
        .isEqualTo(SectionText.flipped(List.of("(a) " + said)));
  }

  @Test
  void aConditionWordedAnewIsNeitherMoreNorLess() {
    String opening =
        "(a) A license is required to export a mill that meets all of the following:\n";

    assertThat(
            findings("744.99", opening + TWO, opening + TWO.replace("slow", "slow and of steel")))
        .isEmpty();
    assertThat(findings("744.99", opening + TWO, opening + TWO)).isEmpty();
  }
}
