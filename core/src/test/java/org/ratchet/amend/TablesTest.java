package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ratchet.amend.AmenderTest.apply;
import static org.ratchet.amend.AmenderTest.instruction;
import static org.ratchet.amend.AmenderTest.ledger;
import static org.ratchet.amend.AmenderTest.text;

import org.junit.jupiter.api.Test;
import org.ratchet.Outline;
import org.ratchet.document.Instruction;

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
}
