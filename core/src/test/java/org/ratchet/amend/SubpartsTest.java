package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ratchet.amend.AmenderTest.apply;
import static org.ratchet.amend.AmenderTest.instruction;
import static org.ratchet.amend.AmenderTest.ledger;
import static org.ratchet.amend.AmenderTest.text;

import org.junit.jupiter.api.Test;
import org.ratchet.Outline;
import org.ratchet.document.Instruction;

/** Subparts group sections and are no step of their citations. */
class SubpartsTest {

  private static final String BASE =
      """
      part 744 Control policy
        Subpart A—General
          § 744.1 Scope.
            (a) It restricts.
          § 744.2 Fees.
            (a) There are fees.
        Subpart B—Special
          § 744.20 Ends.
            (a) An end.
      """;

  /** As a rule prints it: the subpart of a part that is not printed with it. */
  private static Instruction setsOut(String text, String subpart) {
    Instruction bare = instruction(text, "part 744 Control policy\n" + subpart.indent(2));
    return new Instruction(
        bare.id(),
        bare.label(),
        bare.runs(),
        bare.part(),
        bare.children(),
        bare.setOut().get(0).children(),
        bare.span());
  }

  @Test
  void a_section_is_redesignated_and_stands_under_another_subpart() {
    Instruction transfer =
        instruction("Redesignate § 744.2 as § 744.21 and transfer to subpart B.", "");
    assertThat(text(apply(BASE, transfer)))
        .isEqualTo(
            """
            part 744 Control policy
              Subpart A—General
                § 744.1 Scope.
                  (a) It restricts.
              Subpart B—Special
                § 744.20 Ends.
                  (a) An end.
                § 744.21 Fees.
                  (a) There are fees.
            """);
  }

  @Test
  void a_subpart_that_is_not_there_takes_no_section() {
    Instruction transfer =
        instruction("Redesignate § 744.2 as § 744.31 and transfer to subpart C.", "");
    Outcome outcome = apply(BASE, transfer);
    assertThat(ledger(outcome)).contains("REFUSED the place of", "Subpart C");
    assertThat(Outline.print(outcome.state().clauses())).isEqualTo(BASE);
  }

  @Test
  void a_section_is_transferred_within_its_part_and_to_a_place_that_is_known() {
    assertThat(text(apply(BASE, instruction("Transfer § 744.2 to subpart B.", ""))))
        .contains("Subpart B—Special\n    § 744.2 Fees.");
    refuses("Transfer § 744.9 to subpart B.", "REFUSED there is no 15 CFR 744.9 to transfer");
    refuses(
        "Transfer § 744.2 to subpart B of part 745.",
        "REFUSED 15 CFR 744.2 would need another designation in 15 CFR part 745");
  }

  private static void refuses(String words, String reason) {
    Outcome outcome = apply(BASE, instruction(words, ""));
    assertThat(ledger(outcome)).contains(reason);
    assertThat(Outline.print(outcome.state().clauses())).isEqualTo(BASE);
  }

  @Test
  void the_heading_of_a_subpart_is_revised_and_its_sections_stay() {
    Instruction revise =
        setsOut("Revise the heading of subpart B to read as follows:", "Subpart B—Ends\n");
    assertThat(text(apply(BASE, revise)))
        .isEqualTo(BASE.replace("Subpart B—Special", "Subpart B—Ends"));
  }

  @Test
  void a_subpart_is_added_with_its_sections_unless_one_stands_elsewhere() {
    String subpart = "Subpart C—New\n  § 744.30 One.\n    (a) First.\n";
    Instruction add = setsOut("Add subpart C to read as follows:", subpart);
    assertThat(text(apply(BASE, add))).isEqualTo(BASE + subpart.indent(2));
    Instruction twice =
        setsOut("Add subpart C to read as follows:", subpart.replace("744.30", "744.20"));
    assertThat(ledger(apply(BASE, twice)))
        .contains("REFUSED 15 CFR 744.20 is already there, outside of");
  }
}
