package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.Clause;

/**
 * Paragraphs that name again what their entry specifies elsewhere, for a requirement that names
 * them.
 */
class NamedParagraphTest {

  private static final Clause WITHOUT =
      EntryText.entry("4A999", "Plants.", "a. Plants that grind.\nb. Plants that roll.");
  private static final Clause WITH =
      EntryText.entry(
          "4A999",
          "Plants.",
          """
          a. Plants that grind.
          b. Plants that roll.
          z. Any commodity specified elsewhere in 4A999 that also meets the parameters of 4B990.
          """);

  private static List<String> directions(List<Clause> before, List<Clause> after) {
    return new ControlCriterionCheck(Vocabulary.standard())
        .examine(EntryText.delta(before, after)).stream()
            .map(finding -> finding.citation() + " " + finding.direction())
            .toList();
  }

  private static Clause section(String text) {
    return SectionText.section("742.6", "(a) " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A license is required for an item of paragraph .z of ECCN 3A999 or 4A999. | TIGHTER",
        "A license is required for an item specified in ECCN 4B990 or 4A999.z to the PRC. | TIGHTER",
        "A license is required for an item specified in ECCN 4B990 or 4A999.y. | UNDETERMINED",
        "A license is required for any item except one of 4A999.z. | UNDETERMINED",
        "See ECCN 4A999.z for plants. | UNDETERMINED",
      })
  void aRequirementThatComesWithItSaysWhatItIsFor(String requirement, Direction direction) {
    Clause before = section("A license is required for an item specified in ECCN 4B990.");
    Clause after = section(requirement);

    assertThat(directions(List.of(before, WITHOUT), List.of(after, WITH)))
        .containsExactly("ECCN 4A999.z " + direction);
    assertThat(directions(List.of(after, WITH), List.of(before, WITHOUT)))
        .containsExactly("ECCN 4A999.z " + direction.flip());
  }

  @Test
  void aRequirementThatNamedTheEntryBeforeMayHaveReachedTheSameItems() {
    Clause before = section("A license is required for an item specified in ECCN 4A999.");
    Clause after = section("A license is required for an item of paragraph .z of ECCN 4A999.");

    assertThat(directions(List.of(before, WITHOUT), List.of(after, WITH)))
        .containsExactly("ECCN 4A999.z UNDETERMINED");
  }
}
