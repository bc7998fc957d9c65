package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of ECCNs behind the same words, in a provision that was arranged anew. */
class ListedNumbersCheckTest {

  private static final String ONE =
      "(a)(1) A foreign-made item is subject to the EAR where it is a direct product of software"
          + " specified in ECCN #list of the CCL.";
  private static final String TWO =
      """
      (a)(1) A foreign-made item is subject to the EAR where either of the following holds:
      (a)(1)(i) It is a direct product of software specified in ECCN #list of the CCL; or
      (a)(1)(ii) It is made of gold.
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3D001, 3E001, or 4D001 | 3D001, 3E001, 4D001, or 5D001 | TIGHTER
          3D001, 3E001, 4D001, or 5D001 | 5D001, 3D001, or 4D001 | LOOSER
          3D001, 3E001, or 4D001 | 3D001, 3E001, or 5D001 | MIXED
          3D001, 3E001, or 4D001 | 4D001, 3D001, or 3E001 | none
          3D001, 3E001, or 4D001 | the list | none
          """)
  void listsAreSets(String before, String after, String direction) {
    check(
        ONE.replace("#list", before),
        TWO.replace("#list", after),
        direction.equals("none") ? List.of() : List.of("(a)(1)(i) JURISDICTION " + direction),
        "(a)(1) JURISDICTION ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a direct product of software | not a direct product of software
          a direct product of software | a machine
          5D001 of the CCL             | 5D001 are not reached
          """)
  void otherWordsBeforeTheListGiveNoDirection(String before, String after) {
    String more = TWO.replace("#list", "3D001, 3E001, 4D001, or 5D001").replace(before, after);

    check(ONE.replace("#list", "3D001, 3E001, or 4D001"), more, List.of(), "");
  }

  private static void check(String before, String after, List<String> findings, String back) {
    Check check = new ListedNumbersCheck();
    assertThat(SectionText.findings(check, "734.99", before, after)).isEqualTo(findings);
    assertThat(SectionText.findings(check, "734.99", after, before))
        .isEqualTo(
            SectionText.flipped(findings).stream()
                .map(line -> back + line.substring(line.lastIndexOf(' ') + 1))
                .toList());
  }
}
