package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One more condition, any of which is enough, is tighter where it is new to the provision. */
class AlternativeCheckTest {

  private static final Check CHECK = new AlternativeCheck();

  private static final String ONE =
      """
      (a) A foreign-made item is subject to the EAR where paragraph (b) applies.
      (a)(1) Use scope. The use scope is met where the item is destined to a foundry of Peru.
      """;

  private static final String TWO =
      """
      (a) A foreign-made item is subject to the EAR where paragraph (b) applies.
      (a)(1) Use scope. The use scope is met where one of the following holds:
      (a)(1)(i) The item is destined to a foundry of Peru; or
      (a)(1)(ii) Somebody puts the wheel into a bicycle that children ride.
      """;

  @Test
  void anAlternativeThatIsNewIsTighterAndTheOneThatCarriesTheOldWordsIsNone() {
    assertThat(findings(ONE, TWO)).containsExactly("(a)(1)(ii) JURISDICTION TIGHTER");
    assertThat(findings(TWO, ONE)).containsExactly("(a)(1)(ii) JURISDICTION LOOSER");
    assertThat(findings(TWO, TWO)).isEmpty();
  }

  @Test
  void wordsOfTheProvisionThatOnlyTheAlternativeSaysMayHaveComeFromThere() {
    String old = ONE.replace("foundry of Peru", "foundry of Peru, or to a bicycle");

    assertThat(findings(old, TWO)).isEmpty();
    assertThat(findings(TWO, old)).isEmpty();
  }

  @Test
  void conditionsOfWhichAllAreAskedForAreNoAlternatives() {
    assertThat(findings(ONE, TWO.replace("one of the following holds", "all of this holds")))
        .isEmpty();
  }

  @Test
  void anotherProvisionAtTheSamePlaceGivesNoDirection() {
    assertThat(findings(ONE.replace("Use scope. The use scope", "Plants. This place"), TWO))
        .isEmpty();
  }

  @Test
  void underWordsThatTurnThereIsNoDirection() {
    String turned = "is subject to the EAR, except that it is not where";

    assertThat(
            findings(
                ONE.replace("is subject to the EAR where", turned),
                TWO.replace("is subject to the EAR where", turned)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The use scope is not met where one of the following holds",
        "The use scope is met where the owner has failed to show one of the following",
        "The use scope is met unless one of the following holds",
      })
  void alternativesOfAConditionThatIsDeniedGiveNoDirection(String opening) {
    String told = "The use scope is met where one of the following holds";
    String two = TWO.replace(told, opening);

    assertThat(findings(ONE.replace("The use scope is met where", opening), two)).isEmpty();
    assertThat(findings(two, ONE.replace("The use scope is met where", opening))).isEmpty();
  }

  private static List<String> findings(String before, String after) {
    return SectionText.findings(CHECK, "734.99", before, after);
  }
}
