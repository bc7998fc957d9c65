package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One more of several things joined by "or", or one excepted, by what the sentence does. */
class AddedWordsCheckTest {

  private static final Check CHECK = new AddedWordsCheck();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A license is required to export a steel mill or a saw. | A license is required to export a steel mill, a fan, or a saw. | TIGHTER
          A license is required to export items of ECCN 3D001, 3D002, or 3E001. | A license is required to export items of ECCN 3D001, 3D003, 3D002, or 3E001. | TIGHTER
          A license is required to export a steel mill of any kind. | A license is required to export a steel mill of any kind, other than a red one. | LOOSER
          This paragraph does not apply to a steel mill or a saw. | This paragraph does not apply to a steel mill, a fan, or a saw. | LOOSER
          This paragraph does not apply to a steel mill of any kind. | This paragraph does not apply to a steel mill of any kind, other than a red one. | TIGHTER
          BIS may inform persons that a license is required for a mill. | BIS may inform persons that a license is required for a mill or a group of mills. | TIGHTER
          A foreign-made item is subject to the EAR where it goes to a foundry. | A foreign-made item is subject to the EAR where it goes to a foundry or a bakery. | TIGHTER
          """)
  void wordsAddedToASentence(String before, String after, Direction direction) {
    assertThat(findings(before, after)).isEqualTo(direction.name());
    assertThat(findings(after, before)).isEqualTo(direction.flip().name());
    assertThat(findings(after, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A license is required to export a mill that is not red or blue. | A license is required to export a mill that is not red, green, or blue. | LOOSER
          A license is required for all mills other than a red mill or a saw. | A license is required for all mills other than a red mill, a fan, or a saw. | none
          A license is required to export a steel mill or a saw. | A license is required to export a steel mill, a fan that is not red, or a saw. | none
          A license is required to export a steel mill and a saw. | A license is required to export a steel mill, a fan, and a saw. | none
          A mill or a saw is painted red. | A mill, a fan, or a saw is painted red. | none
          A license is required to export a steel mill or a saw to Peru. | A license is not required to export a steel mill, a fan, or a saw to Peru. | none
          """)
  void whereWordsTurn(String before, String after, String direction) {
    assertThat(findings(before, after)).isEqualTo(direction.replace("none", ""));
  }

  @Test
  void wordsThatStandUnderTheParagraphNowAreNotTakenOut() {
    assertThat(
            SectionText.findings(
                CHECK,
                "744.99",
                "(a) A license is required to export a steel mill, a copper fan, or a saw to Peru.",
                "(a) A license is required to export a steel mill or a saw to Peru.\n"
                    + "(a)(1) A copper fan is like a saw."))
        .isEmpty();
  }

  private static String findings(String before, String after) {
    return String.join(
        " ",
        SectionText.findings(CHECK, "744.99", "(a) " + before, "(a) " + after).stream()
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .toList());
  }
}
