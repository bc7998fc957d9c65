package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where what is reached or barred is destined to, all mentions of a provision taken together. */
class DestinedCheckTest {

  private static final Check CHECK = new DestinedCheck();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          destined to China  | destined to China or destined to Peru | TIGHTER
          destined to China  | destined to Peru                      | MIXED
          destined to the PRC | red and destined to China            | none
          destined to China  | destined to the Moon                  | none
          destined to China  | red, unless it is destined to Peru    | none
          destined to China or to Peru, directly or through Cuba | destined to China or to Peru, whether directly or by export to Cuba | none
          destined to China  | not destined to China and destined to Peru | none
          """)
  void reach(String before, String after, String direction) {
    String text = "(a) A foreign-made item is subject to the EAR where it is ";
    check(
        text + before + ".",
        text + after + ".",
        direction.equals("none") ? List.of() : List.of("(a) JURISDICTION " + direction));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          destined to China | controlled for export to China or Peru | TIGHTER
          destined to China | destined to China                      | none
          """)
  void barOfLicenseExceptions(String before, String after, String direction) {
    String text =
        "(a) You may not use any License Exception where one of these applies:\n(a)(1) It is ";
    check(
        text + before + ".",
        text + after + ".",
        direction.equals("none") ? List.of() : List.of("(a)(1) EXCEPTION " + direction));
  }

  private static void check(String before, String after, List<String> findings) {
    assertThat(SectionText.findings(CHECK, "740.99", before, after)).isEqualTo(findings);
    assertThat(SectionText.findings(CHECK, "740.99", after, before))
        .isEqualTo(SectionText.flipped(findings));
  }
}
