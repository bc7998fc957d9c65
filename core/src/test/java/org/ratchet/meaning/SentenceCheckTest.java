package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence that comes to a provision or leaves it is judged by its shape. */
class SentenceCheckTest {

  private static final Check CHECK = new SentenceCheck();
  private static final String STANDS =
      "(a) You may not export a steel mill to Peru without a license.\n(b) Mills are weighed.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The applicant must submit a report about each mill. | (b) BURDEN TIGHTER
          A person who used a mill in a year reports to BIS the number of its wheels. | (b) BURDEN TIGHTER
          No notice is needed for a mill of wood. | (b) BURDEN LOOSER
          An authorization expires two years after its date. | (b) TIME TIGHTER
          No license exception overcomes this requirement. | (b) EXCEPTION TIGHTER
          A person so informed has “knowledge” of the mill. | (b) KNOWLEDGE TIGHTER
          Paragraph (a) of this section does not apply to a mill of wood. | (b) EXCEPTION LOOSER
          Paragraph (a) of this section does not apply to a deemed export of a mill. | (b) ACTIVITY LOOSER
          """)
  void aSentenceThatComesToAProvisionThatStood(String sentence, String finding) {
    String more = STANDS + " " + sentence;

    assertThat(findings(STANDS, more)).containsExactly(finding);
    assertThat(findings(more, STANDS)).isEqualTo(SectionText.flipped(List.of(finding)));
    assertThat(findings(more, more)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mills are painted red.
          The applicant must submit a report unless the mill is of wood.
          Paragraph (c) of this section does not apply to a mill of wood.
          Where paragraph (a) of this section applies to one wheel, it does not apply to others.
          """)
  void aSentenceOfAnotherShapeGivesNoDirection(String sentence) {
    assertThat(findings(STANDS, STANDS + " " + sentence)).isEmpty();
    assertThat(findings(STANDS + " " + sentence, STANDS)).isEmpty();
  }

  @Test
  void whatIsTakenOutOfARequirementThatCameWithItIsALimitOfIt() {
    String requirement = "(c) You may not send a golden bicycle to Chile without a license.";
    String limit = "(d) Paragraph (c) of this section does not apply to children.";

    assertThat(findings(STANDS, STANDS + "\n" + requirement + "\n" + limit)).isEmpty();
    assertThat(findings(STANDS + "\n" + requirement, STANDS + "\n" + requirement + "\n" + limit))
        .containsExactly("(d) EXCEPTION LOOSER");
  }

  @Test
  void aRewordedSentenceHasNotCome() {
    assertThat(
            findings(
                STANDS + " The applicant must submit a report about each mill of steel.",
                STANDS + " The applicant must submit a report on each mill of steel."))
        .isEmpty();
  }

  private static List<String> findings(String before, String after) {
    return SectionText.findings(CHECK, "744.99", before, after);
  }
}
