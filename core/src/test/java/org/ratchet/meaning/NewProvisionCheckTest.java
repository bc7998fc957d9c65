package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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

/** A provision that comes or goes as a whole, judged by a few closed sentence shapes. */
class NewProvisionCheckTest {

  private static final String MILLS = "Mills grind corn and are described in the list of mills.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          734.99 | A foreign-made item is subject to the EAR where it grinds.                                    | JURISDICTION
          742.99 | A license is required for RS reasons to export a mill to the PRC.                              | DESTINATION
          744.99 | You may not export or reexport a mill without a license where it grinds for an army.           | END_USE
          744.99 | You may not, without a license, export a mill to an entity listed in supplement no. 4.         | PARTY
          744.99 | BIS may inform persons that a license is required for a mill.                                  | KNOWLEDGE
          744.99 | No license exception overcomes this section.                                                   | EXCEPTION
          """)
  void aNewRequirementIsTighterAndOneThatGoesIsLooser(String section, String text, Facet facet) {
    assertThat(findings(section, List.of(MILLS), List.of(MILLS, text)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.direction()).isEqualTo(Direction.TIGHTER);
              assertThat(finding.facet()).isEqualTo(facet);
            });
    assertThat(findings(section, List.of(MILLS, text), List.of(MILLS)))
        .singleElement()
        .extracting(Finding::direction)
        .isEqualTo(Direction.LOOSER);
  }

  @Test
  void aRequirementThatIsReservedIsGone() {
    String before =
        """
        (a) A license is required to export a mill to the PRC.
        (b) A license is required to export a saw to the PRC.
        """;
    String reserved = before.replaceFirst("(?m)^\\(a\\) .*$", "(a) [Reserved]");
    String moved = reserved + "(c) A license is required to export a mill to the PRC.\n";
    Check check = new NewProvisionCheck();

    assertThat(SectionText.findings(check, "744.99", before, reserved))
        .containsExactly("(a) DESTINATION LOOSER");
    assertThat(SectionText.findings(check, "744.99", reserved, before))
        .containsExactly("(a) DESTINATION TIGHTER");
    assertThat(SectionText.findings(check, "744.99", before, moved)).isEmpty();
    assertThat(SectionText.findings(check, "744.99", moved, before)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          742.99 | The license requirements of this section do not apply to a mill that stands still.
          742.99 | An application for a mill is reviewed under a presumption of denial.
          742.99 | Mills are painted red.
          744.99 | For a mill for which a license is required to export to China, the application names the ship.
          744.99 | Where a license is required to export a mill under part 746 of the EAR, this section does not apply.
          744.99 | Notwithstanding paragraph (a), a license is required to export a mill of wood only if it is red.
          744.99 | Example. A in Ohio asks B whether a license is required to export a saw, and B says no.
          744.99 | This is not to say that a license is required to export a saw.
          740.99 | You may export a mill where a license is required to export it under § 742.4.
          734.99 | To decide whether a foreign-made item is subject to the EAR where its parts are mixed, see below.
          744.99 | BIS may inform persons that they were wrong to think that a license is required.
          742.99 | In this section no application is reviewed under a presumption of denial.
          """)
  void otherSentencesAreNotJudged(String section, String text) {
    assertThat(findings(section, List.of(MILLS), List.of(MILLS, text))).isEmpty();
  }

  @Test
  void whatABarExceptsAndWhatAProhibitionExcludesIsNeitherBarredNorProhibited() {
    String bar =
        "(a) You may not use any License Exception, except for the following:\n(a)(1) A mill.";
    String persons =
        "(a) A “U.S. person” may not do the following without a license:\n(a)(1) Service a mill.";

    assertThat(findings(bar, bar + "\n(a)(2) A saw of paper.")).isEmpty();
    assertThat(
            findings(bar.replace(", except", ""), bar.replace(", except", "") + "\n(a)(2) A saw."))
        .containsExactly("(a)(2) EXCEPTION TIGHTER");
    assertThat(findings(persons, persons + "\n(a)(2) This paragraph does not apply to a saw."))
        .isEmpty();
    assertThat(findings(persons, persons + "\n(a)(2) Oil a saw."))
        .containsExactly("(a)(2) ACTIVITY TIGHTER");
  }

  private static List<String> findings(String before, String after) {
    return SectionText.findings(new NewProvisionCheck(), "744.99", before, after);
  }

  @ParameterizedTest
  @CsvSource("742.99")
  void aRequirementThatStoodThereInOtherWordsIsNotTakenForNew(String section) {
    String old = "A license is required for RS reasons to export a grinding mill to the PRC.";
    String now = "A license is required for RS reasons to export a grinding mill to Macau.";
    String more = "Nothing here is painted red, blue, or green by anybody at any time.";

    assertThat(findings(section, List.of(MILLS, old), List.of(MILLS, more, now))).isEmpty();
  }

  private static List<Finding> findings(String section, List<String> before, List<String> after) {
    return new NewProvisionCheck()
        .examine(
            EntryText.delta(List.of(section(section, before)), List.of(section(section, after))));
  }

  private static Clause section(String number, List<String> texts) {
    Citation section = Citation.section(15, number);
    List<Clause> paragraphs = new ArrayList<>();
    for (String text : texts) {
      String label = String.valueOf((char) ('a' + paragraphs.size()));
      paragraphs.add(
          new Paragraph(
              section.then(Kind.PARAGRAPH, label),
              new Content(
                  List.of(), Runs.of(text), List.of(), Shown.WHOLE, Span.ofLine("test", 1))));
    }
    return new Section(
        section,
        new Content(Runs.of("Mills"), List.of(), paragraphs, Shown.WHOLE, Span.ofLine("test", 1)));
  }
}
