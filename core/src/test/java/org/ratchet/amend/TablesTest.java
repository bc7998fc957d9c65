package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ratchet.amend.AmenderTest.apply;
import static org.ratchet.amend.AmenderTest.instruction;
import static org.ratchet.amend.AmenderTest.ledger;
import static org.ratchet.amend.AmenderTest.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ratchet.Outline;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.Step;
import org.ratchet.clause.TableRow;
import org.ratchet.document.Instruction;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** Rows of a table and the words in their cells. */
class TablesTest {

  private static final String BASE =
      """
      part 744 Control policy
        § 744.1 Fees.
          (b) Fees are in table 1.
            Table 1 to Paragraph (b)
              Kind | Fee
              Eagle permits:
              Exhibition | 75 dollars
              Falconry | 100 dollars
              Other permits:
              Falconry | 50 dollars
      """;

  private static final String SET_OUT =
      """
      § 744.1 Fees.
        * * *
        (b) * * *
          Table 1 to Paragraph (b)
            Kind | Fee
            * * *
            Eagle Permits
            Exhibition | 80 dollars
            Religious use | No fee
            Nest take | 90 dollars
            * * *
      """;

  private static Instruction rows(int removed, int added) {
    String text =
        "In § 744.1, in table 1 to paragraph (b), remove the %d entries under “Eagle Permits” and add in their place %d new entries.";
    return instruction(text.formatted(removed, added), SET_OUT);
  }

  @Test
  void the_rows_under_a_head_are_replaced_and_no_others() {
    assertThat(text(apply(BASE, rows(2, 3))))
        .isEqualTo(
            BASE.replace("Exhibition | 75 dollars", "Exhibition | 80 dollars")
                .replace(
                    "        Falconry | 100 dollars\n",
                    "        Religious use | No fee\n        Nest take | 90 dollars\n"));
  }

  @Test
  void other_rows_than_an_instruction_counts_are_not_replaced() {
    refuses(rows(3, 3), "AMBIGUOUS there are 2 rows under");
    refuses(rows(2, 4), "REFUSED the text set out shows 3 rows under");
  }

  @Test
  void how_many_rows_come_need_not_be_said_but_some_must_be_shown() {
    String words =
        "In § 744.1, in table 1 to paragraph (b), remove the 2 entries under “Eagle Permits” and"
            + " add in their place new entries.";
    assertThat(text(apply(BASE, instruction(words, SET_OUT)))).contains("Religious use | No fee");
    String none = SET_OUT.replaceAll("(?m)^.*(?:Exhibition|Religious|Nest).*\n", "");
    assertThat(ledger(apply(BASE, instruction(words, none))))
        .contains("REFUSED")
        .contains("0 rows");
  }

  @Test
  void rows_that_go_or_come_are_touched_and_no_others() {
    Citation table =
        Citation.section(15, "744.1").then(Step.Kind.PARAGRAPH, "b").then(Step.Kind.TABLE, "1");
    assertThat(apply(BASE, rows(2, 3)).state().causes().keySet())
        .filteredOn(at -> at.last().kind() == Step.Kind.ROW)
        .containsExactlyInAnyOrder(
            table.then(Step.Kind.ROW, "Exhibition"),
            table.then(Step.Kind.ROW, "Falconry"),
            table.then(Step.Kind.ROW, "Religious use"),
            table.then(Step.Kind.ROW, "Nest take"));
  }

  @Test
  void rows_are_not_set_out_in_a_table_that_does_not_show_the_one_that_heads_them() {
    String other = BASE.replace("Eagle permits:", "Owl permits:");
    assertThat(ledger(apply(other, rows(2, 3)))).contains("REFUSED there is no");
    String hidden = other + "        * * *\n";
    assertThat(ledger(apply(hidden, rows(2, 3)))).contains("REFUSED there is no");
  }

  @Test
  void where_a_group_of_rows_may_go_on_it_is_not_said_how_many_there_are() {
    String last = BASE.substring(0, BASE.indexOf("        Other permits:"));
    assertThat(ledger(apply(last, rows(3, 3)))).contains("AMBIGUOUS there are 2 rows under");
    assertThat(ledger(apply(last + "        * * *\n", rows(3, 3))))
        .contains("REFUSED the text before shows only 2 rows under");
  }

  @Test
  void a_new_row_does_not_take_the_name_of_a_row_elsewhere_in_the_table() {
    String twice = BASE.replace("Other permits:", "Other permits:\n        Nest take | 10 dollars");
    Outcome outcome = apply(twice, rows(2, 3));
    assertThat(text(outcome)).contains("Nest take | 90 dollars", "Nest take | 10 dollars");
    assertThat(
            outcome.state().clauses().stream()
                .flatMap(Clause::stream)
                .filter(TableRow.class::isInstance)
                .map(Clause::citation))
        .doesNotHaveDuplicates();
    String before =
        BASE.replace("Eagle permits:", "Nest take | 10 dollars\n        Eagle permits:");
    assertThat(
            apply(before, rows(2, 3)).state().clauses().stream()
                .flatMap(Clause::stream)
                .filter(TableRow.class::isInstance)
                .map(Clause::citation))
        .doesNotHaveDuplicates();
  }

  @Test
  void rows_of_a_table_that_is_not_known_are_set_out() {
    assertThat(text(apply("", rows(2, 3))))
        .contains("Eagle Permits\n", "Religious use | No fee\n")
        .doesNotContain("Falconry");
  }

  private static void refuses(Instruction instruction, String reason) {
    Outcome outcome = apply(BASE, instruction);
    assertThat(ledger(outcome)).contains(reason);
    assertThat(Outline.print(outcome.state().clauses())).isEqualTo(BASE);
  }

  @Test
  void words_are_replaced_within_a_cell_and_never_over_its_edge() {
    Instruction fee =
        instruction(
            "In § 744.1, in paragraph (b), remove “75 dollars” and add in its place “a fee of 80 dollars”.",
            "");
    assertThat(text(apply(BASE, fee))).isEqualTo(BASE.replace("75 dollars", "a fee of 80 dollars"));
    refuses(
        instruction("In § 744.1(b), remove “Exhibition 75” and add in its place “80”.", ""),
        "“Exhibition 75” is not there");
    refuses(
        instruction("In § 744.1(b), remove “Falconry” and add in its place “Hunting”.", ""),
        "AMBIGUOUS “Falconry” is there 2 times");
  }

  @Test
  void a_row_whose_first_cell_changes_is_known_by_the_new_one() {
    Instruction rename =
        instruction("In § 744.1(b), remove “Exhibition” and add in its place “Display”.", "");
    Instruction later =
        instruction("In § 744.1, in table 1 to paragraph (b), remove the entry for “Display”.", "");
    assertThat(text(apply(BASE, rename, later)))
        .isEqualTo(BASE.replace("        Exhibition | 75 dollars\n", ""));
  }

  private static ControlRow control(Outcome outcome) {
    return outcome.state().clauses().stream()
        .flatMap(Clause::stream)
        .filter(ControlRow.class::isInstance)
        .map(ControlRow.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void words_are_replaced_within_a_cell_of_a_control_row() {
    Citation entry = Citation.eccn("3A999");
    Citation table = entry.then(Step.Kind.ECCN_PART, EccnPart.Role.LICENSE_REQUIREMENTS.label());
    Span span = Span.ofLine("entry", 1);
    for (String edge : List.of(" | ", " ")) {
      String text = "NS applies to entire entry" + edge + "NS Column 1";
      Clause row =
          new ControlRow(
              table.then(Step.Kind.ROW, "NS applies to entire entry"),
              Runs.of("NS applies to entire entry"),
              Runs.of("NS Column 1"),
              Content.of(Runs.of(text), span));
      Content nothing = Content.of(List.<Run>of(), span);
      Clause part =
          new EccnPart(
              table, EccnPart.Role.LICENSE_REQUIREMENTS, nothing.withChildren(List.of(row)));
      State before =
          new State(List.of(new EccnEntry(entry, nothing.withChildren(List.of(part)))), Map.of());
      ControlRow column =
          control(
              Amender.standard()
                  .apply(
                      before,
                      AmenderTest.rule(
                          "",
                          instruction(
                              "In ECCN 3A999, remove “NS Column 1” and add in its place “NS Column 2”.",
                              ""))));
      assertThat(Runs.text(column.where())).isEqualTo("NS Column 2");
      assertThat(Runs.text(column.control())).isEqualTo("NS applies to entire entry");
      assertThat(Runs.text(column.text())).isEqualTo(text.replace("Column 1", "Column 2"));
      assertThat(column.citation()).isEqualTo(row.citation());
      ControlRow renamed =
          control(
              Amender.standard()
                  .apply(
                      before,
                      AmenderTest.rule(
                          "",
                          instruction(
                              "In ECCN 3A999, remove “NS applies” and add in its place “RS applies”.",
                              ""))));
      assertThat(renamed.citation().last().label()).isEqualTo("RS applies to entire entry");
    }
  }
}
