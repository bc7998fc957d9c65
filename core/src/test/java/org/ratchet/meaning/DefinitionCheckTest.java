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
import org.ratchet.clause.Definition;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** A term is worth what its uses make of it. */
class DefinitionCheckTest {

  private static final Span SPAN = Span.ofLine("test", 1);
  private static final Clause REQUIREMENT =
      SectionText.section("744.99", "(a) A license is required for an item used in a “mill.”");
  private static final Clause EXCLUSION =
      SectionText.section(
          "744.98",
          """
          (a) A license is required for an item specified in ECCN 3A999.
          (b) Paragraph (a) of this section does not apply to a “mill.”
          """);

  /** Section 772.1 with one term. */
  private static Clause mill(String meaning) {
    Citation section = Citation.section(15, "772.1");
    Clause term =
        new Definition(
            section.then(Kind.DEFINITION, "Mill"),
            new Content(Runs.of("Mill"), Runs.of(meaning), List.of(), Shown.WHOLE, SPAN));
    return new Section(
        section, new Content(Runs.of("Definitions."), List.of(), List.of(term), Shown.WHOLE, SPAN));
  }

  private static List<String> directions(Clause before, Clause after, Clause... uses) {
    List<Clause> old = new ArrayList<>(List.of(before));
    List<Clause> now = new ArrayList<>(List.of(after));
    old.addAll(List.of(uses));
    now.addAll(List.of(uses));
    return new DefinitionCheck(Vocabulary.standard())
        .examine(EntryText.delta(old, now)).stream()
            .map(finding -> finding.citation() + " " + finding.direction())
            .sorted()
            .toList();
  }

  private static final Clause FIVE = mill("A machine having a speed of 5 m/s or more.");
  private static final Clause FOUR = mill("A machine having a speed of 4 m/s or more.");

  @Test
  void aTermThatMeansMoreIsTighterWhereALicenseIsRequired() {
    assertThat(directions(FIVE, FOUR, REQUIREMENT))
        .containsExactly("15 CFR 744.99(a) TIGHTER", "15 CFR 772.1 \"Mill\" TIGHTER");
    assertThat(directions(FOUR, FIVE, REQUIREMENT))
        .containsExactly("15 CFR 744.99(a) LOOSER", "15 CFR 772.1 \"Mill\" LOOSER");
  }

  @Test
  void itIsLooserInAnExclusionAndUndeterminedInItselfWhereItsUsesDiffer() {
    assertThat(directions(FIVE, FOUR, EXCLUSION))
        .containsExactly("15 CFR 744.98(b) LOOSER", "15 CFR 772.1 \"Mill\" LOOSER");
    assertThat(directions(FIVE, FOUR, REQUIREMENT, EXCLUSION))
        .containsExactly(
            "15 CFR 744.98(b) LOOSER",
            "15 CFR 744.99(a) TIGHTER",
            "15 CFR 772.1 \"Mill\" UNDETERMINED");
  }

  @Test
  void itIsTighterInAnItemOfTheControlListThatUsesIt() {
    Clause entry =
        EntryText.entry("3A999", "Plants.", "a. Plants with a “mill.”\nb. Other plants.");

    assertThat(directions(FIVE, FOUR, entry))
        .containsExactly("15 CFR 772.1 \"Mill\" TIGHTER", "ECCN 3A999.a TIGHTER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A machine having a speed of 5 m/s or more. | A machine having a mass of 3 kg or more.",
        "A machine that grinds. | A machine that grinds flour.",
        "A machine having a speed of 5 m/s or more. | A system having a speed of 4 m/s or more.",
      })
  void otherWordsOrAnotherMeasureAreUndetermined(String before, String after) {
    assertThat(directions(mill(before), mill(after), REQUIREMENT))
        .containsExactly("15 CFR 744.99(a) UNDETERMINED", "15 CFR 772.1 \"Mill\" UNDETERMINED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a) A license is required for a plant unless it has no “mill.” | UNDETERMINED",
        "(a) A license is required for a plant other than a “mill.” | LOOSER",
        "(a) A license is required for a “windmill.” | -",
        "(a) Mills are described elsewhere. | -",
      })
  void theWordsAroundAUseDecideWhatItIsWorth(String use, String direction) {
    List<String> found = directions(FIVE, FOUR, SectionText.section("744.97", use));

    assertThat(found.stream().filter(line -> line.contains("744.97")))
        .isEqualTo(direction.equals("-") ? List.of() : List.of("15 CFR 744.97(a) " + direction));
  }

  @Test
  void aTermWithoutAUseIsUndetermined() {
    assertThat(directions(FIVE, FOUR)).containsExactly("15 CFR 772.1 \"Mill\" UNDETERMINED");
  }
}
