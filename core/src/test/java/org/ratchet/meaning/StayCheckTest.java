package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.Outline;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.document.Provenance;
import org.ratchet.document.Regulation;
import org.ratchet.document.StatusNote;
import org.ratchet.text.Span;

class StayCheckTest {

  private static State state(String... stayedUntil) {
    return state("It restricts.", List.of(stayedUntil));
  }

  private static State state(String words, List<String> stayedUntil) {
    List<StatusNote> notes =
        stayedUntil.stream()
            .map(
                date ->
                    new StatusNote(
                        StatusNote.Kind.STAYED,
                        Citation.section(15, "744.6"),
                        "",
                        date,
                        "",
                        "",
                        Span.ofLine("note", 1)))
            .toList();
    return State.of(
        new Regulation(
            new Provenance("test", "", ""),
            "",
            Outline.clauses("§ 744.6 Activities.\n  (a) " + words + "\n"),
            notes,
            List.of(),
            List.of()));
  }

  private static List<String> findings(State before, State after) {
    return new StayCheck()
        .examine(new Delta(before, after, List.of())).stream()
            .map(finding -> finding.direction() + " " + finding.statement())
            .toList();
  }

  @Test
  void a_provision_that_is_stayed_or_no_longer_stayed_is_named_and_its_direction_left_open() {
    assertThat(findings(state(), state("May 1, 2030")))
        .containsExactly(
            "UNDETERMINED 15 CFR 744.6 is stayed until May 1, 2030; its text is unchanged.");
    assertThat(findings(state("May 1, 2030"), state()))
        .containsExactly(
            "UNDETERMINED 15 CFR 744.6: the stay that was to last until May 1, 2030 no longer stands.");
  }

  @Test
  void a_requirement_that_is_stayed_is_looser_until_it_applies_again() {
    String words = "A license is required to export a mill to China.";

    assertThat(findings(state(words, List.of()), state(words, List.of("May 1, 2030"))))
        .containsExactly(
            "LOOSER 15 CFR 744.6 is stayed until May 1, 2030; its text is unchanged.",
            "TIGHTER 15 CFR 744.6 applies again when its stay ends, on May 1, 2030.");
    assertThat(findings(state(words, List.of("May 1, 2030")), state(words, List.of())))
        .containsExactly(
            "TIGHTER 15 CFR 744.6: the stay that was to last until May 1, 2030 no longer stands.",
            "LOOSER 15 CFR 744.6 was to apply again only on May 1, 2030.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This paragraph does not apply to a mill for China.",
        "You may export a mill to China.",
        "If a license is required to export a mill, you may use a letter instead.",
        "A license is required to export a mill. Mills of wood are exempt.",
      })
  void what_frees_is_left_open_when_it_is_stayed(String words) {

    assertThat(findings(state(words, List.of()), state(words, List.of("May 1, 2030"))))
        .singleElement()
        .asString()
        .startsWith("UNDETERMINED");
  }

  @Test
  void a_stay_that_was_there_before_is_no_finding_and_a_longer_one_is() {
    assertThat(findings(state("May 1, 2030"), state("May 1, 2030"))).isEmpty();
    assertThat(findings(state("May 1, 2030"), state("May 1, 2031"))).hasSize(2);
  }
}
