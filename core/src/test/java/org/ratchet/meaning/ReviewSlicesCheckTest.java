package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each slice of the applications of a provision is compared with what held for it before. */
class ReviewSlicesCheckTest {

  private static final Check CHECK = new ReviewSlicesCheck();

  private static final String HOME =
      "headquartered in the United States or in a destination specified in Country Groups A:5 or"
          + " A:6";

  private static final String GENERAL =
      "An application is reviewed under a presumption of denial where the item is destined to China";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          case by case | under a presumption of approval | LOOSER
          case by case | under a presumption of denial   | TIGHTER
          case by case | case by case                    | none
          """)
  void endUsersOfTheSameHeadquarters(String before, String after, String direction) {
    String text = GENERAL + ", except that an application for an end user #home is reviewed ";

    check(
        "(b)(1) " + text.replace("#home", HOME) + before + ".",
        "(b)(1) " + text.replace("#home", HOME) + after + ".",
        direction.equals("none") ? List.of() : List.of("(b)(1) REVIEW_POLICY " + direction));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          , and not majority-owned by an entity headquartered in China, | TIGHTER
          ''                                                            | none
          """)
  void endUsersLeftOutByTheirOwnersFallUnderTheGeneralPolicy(String owners, String direction) {
    String text = GENERAL + ", except that an application for an end user " + HOME;

    check(
        "(b)(1) " + text + " is reviewed case by case.",
        "(b)(1) " + text + owners + " is reviewed case by case.",
        direction.equals("none") ? List.of() : List.of("(b)(1) REVIEW_POLICY " + direction));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          China                  | China or to Peru | TIGHTER
          China                  | Peru             | none
          China                  | the PRC          | none
          """)
  void destinationsOfTheHardestPolicy(String before, String after, String direction) {
    String text =
        "(b)(1) An application is reviewed under a presumption of denial where the item is destined to ";

    check(
        text + before + ".",
        text + after + ".",
        direction.equals("none") ? List.of() : List.of("(b)(1) REVIEW_POLICY " + direction));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          that is not destined to #         | LOOSER
          unless the item is destined to #  | LOOSER
          where the item is destined to #   | TIGHTER
          """)
  void destinationsThatThePolicyLeavesOut(String which, String direction) {
    String text = "(b)(1) An application is reviewed under a presumption of denial " + which + ".";

    check(
        text.replace("#", "China"),
        text.replace("#", "China or Peru"),
        List.of("(b)(1) REVIEW_POLICY " + direction));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (b)(1)(ii) The application for a wooden wheel is reviewed case by case.           | LOOSER
          (b)(1)(ii) An application for a wheel is no longer reviewed case by case.           | none
          (b)(1)(ii) An application that was reviewed case by case in May remains so decided. | none
          (b)(1)(ii) An application for a wheel, where a license is required by paragraph (a)(4) of this section, is reviewed case by case. | none
          (b)(1)(ii) The application for a wooden wheel is reviewed under a policy of denial. | none
          (b)(1)(ii) In each review BIS weighs the wheel.                                     | none
          """)
  void aParagraphWithAMilderPolicyBesideTheGeneralOne(String added, String direction) {
    String text = "(b)(1) Applications are judged so:\n(b)(1)(i) " + GENERAL + ".";

    check(
        text,
        text + "\n" + added,
        direction.equals("none") ? List.of() : List.of("(b)(1)(ii) REVIEW_POLICY " + direction));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          An application for a mill is reviewed under a presumption of denial where it goes to China. | An application for a mill is reviewed under a policy of denial where it is red, and otherwise under a presumption of denial, where it goes to China. | TIGHTER
          An application for a mill is reviewed under a presumption of denial where it goes to China. | An application for a mill is reviewed case by case where it is red, and otherwise under a presumption of denial, where it goes to China. | LOOSER
          An application for a mill is reviewed under a presumption of denial where it goes to China. | An application for a mill is reviewed under a policy of denial, and not under a presumption of denial, where it goes to China. | none
          """)
  void aPartOfTheApplicationsThatIsGivenAnotherPolicy(
      String before, String after, String direction) {
    check(
        "(d)(1) " + before,
        "(d)(1) " + after,
        direction.equals("none") ? List.of() : List.of("(d)(1) REVIEW_POLICY " + direction));
  }

  @Test
  void aMilderPolicyThatStoodInOtherWordsIsNotNew() {
    check(
        "(b)(1) So:\n(b)(1)(i) " + GENERAL + ". Other applications are reviewed case by case.",
        "(b)(1) So:\n(b)(1)(i) "
            + GENERAL
            + ".\n(b)(1)(ii) All that paragraph (b)(1)(i) leaves open is reviewed case by case.",
        List.of());
  }

  private static void check(String before, String after, List<String> findings) {
    assertThat(SectionText.findings(CHECK, "742.99", before, after)).isEqualTo(findings);
    assertThat(SectionText.findings(CHECK, "742.99", after, before))
        .isEqualTo(SectionText.flipped(findings));
  }
}
