package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Requirements arranged anew that name other destinations wherever they name any. */
class RearrangedCheckTest {

  private static final String APART =
      """
      (a) You may not export without a license an item that paragraph (a)(1) of this section describes where you know that it is for an end use that paragraph (a)(2) of this section describes.
      (a)(1) The items are any of the following:
      (a)(1)(i) Any grinding wheel, where the end use is that of paragraph (a)(2)(i) of this section; or
      (a)(1)(ii) Any roller bearing, where the end use is that of paragraph (a)(2)(ii) of this section.
      (a)(2) The end uses are any of the following:
      (a)(2)(i) The production of ceramic flour in a water mill in the PRC; or
      (a)(2)(ii) The repair of a rolling press for copper sheets in the PRC.
      """;

  private static final String TOGETHER =
      """
      (a) You may not export without a license an item that paragraphs (a)(1) through (2) of this section describe where you know that it is for an end use that those paragraphs describe.
      (a)(1) This paragraph reaches every grinding wheel where the end use is the production of ceramic flour in a water mill in %1$s.
      (a)(2) This paragraph reaches every roller bearing where the end use is the repair of a rolling press for copper sheets in %1$s.
      """;

  private static List<String> findings(String before, String after) {
    return SectionText.findings(new RearrangedCheck(), "744.99", before, after);
  }

  @Test
  void moreDestinationsEverywhereAreTighterAndFewerLooser() {
    String more = TOGETHER.formatted("the PRC or Macau");

    assertThat(findings(APART, more))
        .containsExactly("(a)(1) DESTINATION TIGHTER", "(a)(2) DESTINATION TIGHTER");
    assertThat(findings(more, APART))
        .containsExactly("(a)(2)(i) DESTINATION LOOSER", "(a)(2)(ii) DESTINATION LOOSER");
  }

  @Test
  void theSameDestinationsChangeNothing() {
    assertThat(findings(APART, TOGETHER.formatted("the PRC"))).isEmpty();
  }

  @Test
  void destinationsOfWhichNeitherSetHoldsTheOtherAreLeft() {
    assertThat(findings(APART, TOGETHER.formatted("Macau"))).isEmpty();
  }

  @Test
  void paragraphsThatNameDifferentDestinationsAreLeft() {
    String mixed =
        TOGETHER.formatted("the PRC or Macau").replaceFirst("the PRC or Macau", "the PRC");

    assertThat(findings(APART, mixed)).isEmpty();
  }

  @Test
  void aNewParagraphBesideTheOthersIsNotArrangedAnew() {
    String more = TOGETHER.formatted("the PRC or Macau");
    String another =
        TOGETHER.formatted("the PRC")
            + "(a)(3) This paragraph reaches every saw where the end use is the cutting of oak beams in the PRC.\n";

    assertThat(findings(more, another)).isEmpty();
  }

  @Test
  void whatCameMustBeLikeWhatWent() {
    String other =
        TOGETHER
            .formatted("the PRC or Macau")
            .replaceFirst("ceramic flour in a water mill", "sails at an open wharf");

    assertThat(findings(APART, other)).isEmpty();
  }

  @Test
  void thePlacesOfPartiesAreNoDestinations() {
    String party =
        TOGETHER
            .formatted("the PRC or Macau")
            .replaceFirst("\\.\n\\(a\\)\\(2\\)", " for an entity headquartered in Macau.\n(a)(2)");

    assertThat(findings(APART, party))
        .containsExactly("(a)(1) DESTINATION TIGHTER", "(a)(2) DESTINATION TIGHTER");
  }
}
