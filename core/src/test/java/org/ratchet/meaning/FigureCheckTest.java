package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * A closed list of sentence shapes says what a greater amount, share or period, or a later date
 * does.
 */
class FigureCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mills with assets at or below $41 million as of December 31, 2011, are exempt from reporting for 2012. | Mills with assets at or below $42 million as of December 31, 2012, are exempt from reporting for 2013. | LOOSER | EXCEPTION
          Mills with assets at or below $41 million as of December 31, 2011, are exempt from reporting for 2012. | Mills with assets at or below $41 million as of December 31, 2012, are exempt from reporting for 2013. | UNDETERMINED | END_USE
          Mills with assets at or below $41 million are not exempt, unless small. | Mills with assets at or below $42 million are not exempt, unless small. | UNDETERMINED | END_USE
          The fee is $40. | The fee is $50. | UNDETERMINED | END_USE
          Each miller keeps the bill of sale for five years. | Each miller keeps the bill of sale for ten years. | TIGHTER | BURDEN
          Each miller must report the sale within 30 days. | Each miller must report the sale within 90 days. | LOOSER | BURDEN
          A mill whose content valued at 25 percent or less of the total value is of U.S. origin is not subject to the EAR. | A mill whose content valued at 10 percent or less of the total value is of U.S. origin is not subject to the EAR. | TIGHTER | JURISDICTION
          This temporary general license is valid from May 1, 2031, through June 1, 2031. | This temporary general license is valid from May 1, 2031, through July 1, 2032. | LOOSER | TIME
          This temporary general license is valid from May 1, 2031, through July 1, 2032. | This temporary general license is valid from June 1, 2031, through July 1, 2032. | UNDETERMINED | END_USE
          Compliance with this paragraph is not required until May 1, 2031. | Compliance with this paragraph is not required until May 1, 2032. | LOOSER | TIME
          The license requirement of § 744.98 is stayed until May 1, 2031. | The license requirement of § 744.98 is stayed until May 1, 2030. | TIGHTER | TIME
          Section 744.98 is stayed until May 1, 2031. | Section 744.98 is stayed until May 1, 2030. | UNDETERMINED | END_USE
          The authorization of § 740.98 is stayed until May 1, 2031. | The authorization of § 740.98 is stayed until May 1, 2030. | UNDETERMINED | END_USE
          Compliance with the interim procedure is required until May 1, 2031. | Compliance with the interim procedure is required until May 1, 2032. | UNDETERMINED | END_USE
          The miller need not keep a record for five years if it is lost. | The miller need not keep a record for ten years if it is lost. | UNDETERMINED | END_USE
          BIS must keep the application for five years. | BIS must keep the application for ten years. | UNDETERMINED | END_USE
          A mill of which no more than 25 percent is gold is subject to the EAR. | A mill of which no more than 30 percent is gold is subject to the EAR. | UNDETERMINED | END_USE
          A license is required for mills valued at $50 or less, which are exempt in Canada. | A license is required for mills valued at $60 or less, which are exempt in Canada. | UNDETERMINED | END_USE
          An owner by 50 percent or more is exempt, so that no license is required. | An owner by 60 percent or more is exempt, so that no license is required. | UNDETERMINED | END_USE
          """)
  void figures(String before, String after, Direction direction, Facet facet) {
    assertThat(findings(before, after))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.direction()).isEqualTo(direction);
              assertThat(finding.facet()).isEqualTo(facet);
            });
    assertThat(findings(after, before))
        .singleElement()
        .extracting(Finding::direction)
        .isEqualTo(direction.flip());
    assertThat(findings(before, before)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mills keep bills for five years. | Bakers keep bills for ten years.
          Mills keep bills for five years. | Mills keep bills for five years and 30 days.
          """)
  void otherWordsAreForOtherChecks(String before, String after) {
    assertThat(findings(before, after)).isEmpty();
  }

  private static List<Finding> findings(String before, String after) {
    return new FigureCheck()
        .examine(EntryText.delta(List.of(section(before)), List.of(section(after))));
  }

  private static Clause section(String text) {
    Citation section = Citation.section(15, "744.99");
    Content paragraph =
        new Content(List.of(), Runs.of(text), List.of(), Shown.WHOLE, Span.ofLine("test", 1));
    return new Section(
        section,
        new Content(
            Runs.of("Mills"),
            List.of(),
            List.of(new Paragraph(section.then(Kind.PARAGRAPH, "a"), paragraph)),
            Shown.WHOLE,
            Span.ofLine("test", 1)));
  }
}
