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
          No certification is required to be false.
          No report is required until May 1, 2030, and from then on one is due each week.
          A license is valid for four years.
          If the license expires, the holder returns the mill.
          An authorization that BIS extended no longer expires.
          This license ends the duty to weigh the mill.
          BIS must notify the applicant of its decision.
          The Secretary must submit a report to Congress each year.
          An exporter who must file a report under § 743.1 may send it by mail.
          The exporter may submit a letter instead of the report that it must file.
          A person so informed is not deemed to have knowledge of other mills.
          A mill for which no license exception is available is red.
          """)
  void aSentenceOfAnotherShapeGivesNoDirection(String sentence) {
    assertThat(findings(STANDS, STANDS + " " + sentence)).isEmpty();
    assertThat(findings(STANDS + " " + sentence, STANDS)).isEmpty();
  }

  /**
   * What does not apply may itself be an exclusion, an authorization, a policy, or a definition.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          744.99 | This section does not apply to a mill of wood.
          740.99 | You may export a mill of any kind under this section.
          742.99 | Applications for a mill are reviewed case by case.
          744.99 | A mill is a machine that grinds corn.
          743.99 | The exporter must report each mill to BIS.
          """)
  void onlyWhatRestrictsFreesWhereItDoesNotApply(String section, String named) {
    String before = "(a) A license is required to export a mill.\n(b) " + named + "\n(c) Hills.";
    String after = before + " Paragraph (b) of this section does not apply to a mill for a bank.";

    assertThat(SectionText.findings(CHECK, section, before, after)).isEmpty();
    assertThat(SectionText.findings(CHECK, section, after, before)).isEmpty();
  }

  /** A sentence on the same matter that the other side alone has may say the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          You cannot rely upon any provisions of part 740 of the EAR. | No license exceptions are available. | (b) EXCEPTION UNDETERMINED
          License exceptions may not be used for mills, saws, or wheels of any size. | No license exceptions are available for mills. | (b) EXCEPTION UNDETERMINED
          A notice need not be given. | No notice is required. | (b) BURDEN UNDETERMINED
          Anyone whom BIS told of it knows it. | A person so informed has “knowledge” of the mill. | (b) KNOWLEDGE UNDETERMINED
          Mills of wood, paper, or cotton stand outside this requirement. | Paragraph (a) of this section does not apply to mills of wood, paper, or cotton. | (b) EXCEPTION UNDETERMINED
          """)
  void theSameInOtherWords(String old, String now, String finding) {
    assertThat(findings(STANDS + " " + old, STANDS + " " + now)).containsExactly(finding);
    assertThat(findings(STANDS + " " + now, STANDS + " " + old)).containsExactly(finding);
  }

  @Test
  void twoDutiesOfDifferentKindsAreOneThatGoesAndOneThatComes() {
    String report = STANDS + " The exporter must submit a report about each mill.";
    String paper = STANDS + " Every consignee must certify in writing where its wheels stand.";

    assertThat(findings(report, paper)).containsExactly("(b) BURDEN LOOSER", "(b) BURDEN TIGHTER");
  }

  @Test
  void aSentenceThatWentToAnotherParagraphHasNotGone() {
    String duty = " The exporter must submit a report about each mill.";

    assertThat(findings(STANDS + duty, STANDS.replace("\n", duty + "\n"))).isEmpty();
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
