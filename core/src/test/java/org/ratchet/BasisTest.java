package org.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ratchet.Comparison.Basis;
import org.ratchet.document.Document;
import org.ratchet.document.Provenance;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.document.RuleMetadata;
import org.ratchet.report.Reports;

/**
 * How two documents relate: judged by RIN, docket and action, said, and overridden by the caller.
 */
class BasisTest {

  private static final Ratchet RATCHET = Ratchet.standard();

  private static Rule rule(String number, String action, String rin, String docket) {
    return new Rule(
        new Provenance(number, "", ""),
        new RuleMetadata(
            number, 87, 1, 9, "", List.of(), List.of(), docket, rin, "", action, "", ""),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Document text() {
    return new Regulation(
        new Provenance("text", "", ""),
        "",
        Outline.clauses("§ 744.6 Ends.\n"),
        List.of(),
        List.of(),
        List.of());
  }

  private static Basis basis(Document before, Document after) {
    return RATCHET.compare(before, after).basis();
  }

  @Test
  void a_proposal_and_the_final_rule_of_one_rin_are_two_versions() {
    Rule proposal = rule("2092-1", "Proposed rule.", "0694–AI94", "");
    assertThat(basis(proposal, rule("2092-2", "Final rule.", "0694-AI94", "")))
        .isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis(proposal, rule("2092-2", "Final rule.", "0694-AI95", "")))
        .isEqualTo(Basis.SUCCESSIVE);
    assertThat(basis(proposal, rule("2092-2", "Final rule.", "", ""))).isEqualTo(Basis.SUCCESSIVE);
  }

  @Test
  void a_docket_in_common_is_enough_and_one_of_several_will_do() {
    Rule proposal = rule("2092-1", "Notice of proposed rulemaking.", "", "Docket No. 220930-0204");
    Rule other = rule("2092-2", "Final rule.", "", "Docket Nos. 220930–0204 and 231013–0248");
    assertThat(basis(proposal, other)).isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis(proposal, rule("2092-2", "Final rule.", "", "Docket No. 231013-0248")))
        .isEqualTo(Basis.SUCCESSIVE);
  }

  private static Basis basis(String proposed, String docket) {
    return basis(
        rule("2092-1", "Proposed rule.", "", proposed), rule("2092-2", "Final rule.", "", docket));
  }

  @Test
  void dockets_are_numbered_in_many_ways() {
    assertThat(basis("Docket No. CFPB-2011-0008", "Docket No. CFPB–2011–0008; RIN 3170-AA00"))
        .isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis("Docket No. ATF 11F", "Docket No. ATF 11F; AG Order No. 3336-2012"))
        .isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis("Docket No. ATF 11F", "Docket No. ATF 12F")).isEqualTo(Basis.SUCCESSIVE);
    assertThat(basis("Docket No. 31533; Amdt. No. 573", "Docket No. 31533; Amdt. No. 574"))
        .isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis("Docket No. 31533; Amdt. No. 573", "Docket No. 31534; Amdt. No. 573"))
        .isEqualTo(Basis.SUCCESSIVE);
    assertThat(basis("Docket No. 121128658-2658-01", "Docket No. 121128658-3161-02"))
        .as("two documents of one matter")
        .isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis("Docket No. 121128658-2658-01", "Docket No. 121128659-2658-01"))
        .isEqualTo(Basis.SUCCESSIVE);
    assertThat(basis("Docket No. FR-6273-P-01", "Docket No. FR-6273-F-02"))
        .isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis("Docket No. RM22-14-000", "Docket No. RM22-14-001; Order No. 2023"))
        .isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis("Docket ID", "Docket ID")).isEqualTo(Basis.SUCCESSIVE);
  }

  @Test
  void a_rin_for_all_routine_rules_does_not_join_two_rulemakings() {
    Rule proposal = rule("2092-1", "Proposed rule.", "2120-AA64", "Docket No. FAA-2091-1480");
    assertThat(
            basis(proposal, rule("2092-2", "Final rule.", "2120-AA64", "Docket No. FAA-2092-0224")))
        .isEqualTo(Basis.SUCCESSIVE);
    assertThat(
            basis(proposal, rule("2092-2", "Final rule.", "2120-AA64", "Docket No. FAA-2091-1480")))
        .isEqualTo(Basis.ALTERNATIVE);
    Rule commerce = rule("2092-1", "Proposed rule.", "0694-AI94", "Docket No. 220930-0204");
    assertThat(
            basis(commerce, rule("2092-2", "Final rule.", "0694-AI94", "Docket No. 231013-0248")))
        .as("each document has a docket number of its own")
        .isEqualTo(Basis.ALTERNATIVE);
  }

  @Test
  void final_rules_of_one_rin_follow_each_other_and_one_document_is_itself() {
    Rule first = rule("2092-1", "Interim final rule.", "0694-AI94", "");
    assertThat(basis(first, rule("2092-2", "Final rule.", "0694-AI94", "")))
        .isEqualTo(Basis.SUCCESSIVE);
    assertThat(basis(first, first)).isEqualTo(Basis.ALTERNATIVE);
    assertThat(basis(rule("", "Rule.", "", ""), rule("", "Rule.", "", "")))
        .as("two documents without a number")
        .isEqualTo(Basis.SUCCESSIVE);
  }

  @Test
  void a_text_and_a_rule_are_not_two_rules() {
    Rule rule = rule("2092-1", "Final rule.", "", "");
    assertThat(basis(text(), rule)).isEqualTo(Basis.RULE);
    assertThat(basis(text(), text())).isEqualTo(Basis.TEXTS);
  }

  @Test
  void the_caller_says_otherwise_and_every_report_says_what_it_rests_on() throws IOException {
    Rule first = rule("2092-1", "Final rule.", "", "");
    Rule second = rule("2092-2", "Final rule.", "", "");
    Comparison comparison =
        RATCHET.compare(Optional.empty(), first, second, Optional.of(Basis.ALTERNATIVE));
    assertThat(comparison.basis()).isEqualTo(Basis.ALTERNATIVE);
    for (String format : List.of("text", "markdown", "json")) {
      StringWriter report = new StringWriter();
      Reports.named(format).orElseThrow().write(comparison, report);
      assertThat(report.toString())
          .as(format)
          .containsPattern("Basis: two versions of one rule|\"basis\" : \"alternative\"");
    }
    assertThatThrownBy(
            () -> RATCHET.compare(Optional.empty(), text(), second, Optional.of(Basis.SUCCESSIVE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is a text of the regulation, not a rule");
  }
}
