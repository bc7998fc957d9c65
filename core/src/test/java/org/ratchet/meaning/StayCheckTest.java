package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ratchet.Outline;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.document.Provenance;
import org.ratchet.document.Regulation;
import org.ratchet.document.StatusNote;
import org.ratchet.text.Span;

class StayCheckTest {

  private static State state(String... stayedUntil) {
    List<StatusNote> notes =
        Stream.of(stayedUntil)
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
            Outline.clauses("§ 744.6 Activities.\n  (a) It restricts.\n"),
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
  void a_stay_that_was_there_before_is_no_finding_and_a_longer_one_is() {
    assertThat(findings(state("May 1, 2030"), state("May 1, 2030"))).isEmpty();
    assertThat(findings(state("May 1, 2030"), state("May 1, 2031"))).hasSize(2);
  }
}
