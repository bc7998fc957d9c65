package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ratchet.Outline;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.document.Instruction;

/** What holds of every script of edits that is printed as instructions. */
class ScriptsTest {

  private static Outcome apply(String before, List<Instruction> instructions) {
    return AmenderTest.apply(before, instructions.toArray(Instruction[]::new));
  }

  private static String text(Outcome outcome) {
    return Outline.print(outcome.state().clauses());
  }

  @Property(tries = 400)
  void carrying_out_the_printed_instructions_gives_the_edited_text(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int edits) {
    Script script = new Script(seed);
    String before = script.print();
    for (int i = 0; i < edits; i++) {
      script.edit();
    }
    Outcome outcome = apply(before, script.instructions());
    assertThat(AmenderTest.ledger(outcome)).doesNotContain("REFUSED").doesNotContain("AMBIGUOUS");
    assertThat(text(outcome)).isEqualTo(script.print());
  }

  @Property(tries = 200)
  void a_chain_of_redesignations_and_its_inverse_restore_the_text(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int by) {
    String before = new Script(seed).print();
    State base = Outline.state(before);
    List<String> labels =
        base.clauses().get(0).children().get(0).children().stream()
            .map(clause -> clause.citation().last().label())
            .toList();
    String from = "(a) through (" + labels.get(labels.size() - 1) + ")";
    char last = labels.get(labels.size() - 1).charAt(0);
    String to = "(" + (char) ('a' + by) + ") through (" + (char) (last + by) + ")";
    Outcome outcome = apply(before, List.of(redesignate(from, to), redesignate(to, from)));
    assertThat(outcome.ledger().with(Status.APPLIED)).hasSize(2);
    assertThat(outcome.state().clauses()).isEqualTo(base.clauses());
  }

  private static Instruction redesignate(String from, String to) {
    return AmenderTest.instruction(
        "Section 744.6 is amended by redesignating paragraphs "
            + from
            + " as paragraphs "
            + to
            + ".",
        "");
  }

  @Property(tries = 100)
  void what_no_text_fits_is_refused_for_its_reason_and_changes_nothing(@ForAll long seed) {
    String before = new Script(seed).print();
    String section = "Section 744.6 is amended ";
    String shown = "§ 744.6 Activities.\n  (%s) New text.\n";
    refuses(
        before,
        AmenderTest.instruction(
            section + "by revising paragraph (z) to read as follows:", shown.formatted("z")),
        "there is no 15 CFR 744.6(z) to revise");
    refuses(
        before,
        AmenderTest.instruction(
            section + "by adding paragraph (a) to read as follows:", shown.formatted("a")),
        "15 CFR 744.6(a) is already there");
    refuses(
        before,
        AmenderTest.instruction(section + "by removing paragraph (z).", ""),
        "there is no 15 CFR 744.6(z) to remove");
    refuses(
        before,
        AmenderTest.instruction(section + "by redesignating paragraph (a) as paragraph (b).", ""),
        "15 CFR 744.6(b) is already there");
    refuses(
        before,
        AmenderTest.instruction("In § 744.6, remove “word0” and add in its place “another”.", ""),
        "“word0” is not there");
    refuses(
        before,
        AmenderTest.instruction("In § 744.6, remove “The” and add in its place “A”.", ""),
        "“The” is there ");
    refuses(
        before,
        AmenderTest.instruction("In § 744.6, revise paragraph (b) to read as follows:", ""),
        "the text set out does not show 15 CFR 744.6(b)");
  }

  private static void refuses(String before, Instruction instruction, String reason) {
    Outcome outcome = apply(before, List.of(instruction));
    assertThat(AmenderTest.ledger(outcome)).contains(reason);
    assertThat(outcome.ledger().with(Status.APPLIED)).isEmpty();
    assertThat(text(outcome)).isEqualTo(before);
  }
}
