package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ratchet.amend.AmenderTest.apply;
import static org.ratchet.amend.AmenderTest.instruction;
import static org.ratchet.amend.AmenderTest.ledger;
import static org.ratchet.amend.AmenderTest.text;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.Outline;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step;
import org.ratchet.document.Instruction;
import org.ratchet.document.StatusNote;

/** A stay is laid over a text, which stays as it is. */
class ForceTest {

  private static final String BASE =
      """
      part 744 Control policy
        § 744.6 Activities.
          (a) Scope. | This section restricts activities.
            (1) First item.
          (b) Controls. | A license is required.
      """;

  private static final Instruction STAY =
      instruction("Section 744.6(a)(1) is stayed until May 1, 2030.", "");

  private static List<String> stays(Outcome outcome) {
    return outcome.state().status().stream()
        .map(note -> note.kind() + " " + note.unit() + " " + note.date() + " " + note.source())
        .toList();
  }

  @Test
  void a_stay_changes_no_word_and_says_of_what_it_is_until_when_and_by_which_rule() {
    Outcome outcome = apply(BASE, STAY);
    assertThat(text(outcome)).isEqualTo(BASE);
    assertThat(stays(outcome)).containsExactly("STAYED 15 CFR 744.6(a)(1) May 1, 2030 87 FR 1");
    Citation scope = Citation.section(15, "744.6").then(Step.Kind.PARAGRAPH, "a");
    Citation item = scope.then(Step.Kind.PARAGRAPH, "1").then(Step.Kind.PARAGRAPH, "i");
    assertThat(outcome.state().stay(item)).isPresent();
    assertThat(outcome.state().stay(scope)).isEmpty();
  }

  @Test
  void a_stay_that_is_lifted_or_extended_leaves_none_or_one() {
    Instruction lift = instruction("Lift the stay on § 744.6(a)(1).", "");
    assertThat(stays(apply(BASE, STAY, lift))).isEmpty();
    Instruction longer = instruction("Section 744.6(a)(1) is stayed until May 1, 2031.", "");
    assertThat(stays(apply(BASE, STAY, longer)))
        .containsExactly("STAYED 15 CFR 744.6(a)(1) May 1, 2031 87 FR 1");
  }

  @Test
  void a_stay_goes_with_its_text_and_ends_with_it() {
    Instruction move =
        instruction(
            "Section 744.6 is amended by redesignating paragraph (a) as paragraph (c).", "");
    assertThat(stays(apply(BASE, STAY, move)))
        .containsExactly("STAYED 15 CFR 744.6(c)(1) May 1, 2030 87 FR 1");
    Instruction remove = instruction("Section 744.6 is amended by removing paragraph (a).", "");
    assertThat(stays(apply(BASE, STAY, remove))).isEmpty();
  }

  @Test
  void what_is_not_there_is_not_stayed_and_what_is_not_stayed_is_not_lifted() {
    refuses("Section 744.6(f) is stayed until May 1, 2030.", "there is no 15 CFR 744.6(f)");
    refuses("Lift the stay on § 744.6(b).", "no stay of 15 CFR 744.6(b) is known");
    refuses(
        "The amendment to § 744.6 is withdrawn.",
        "ask for the text of a day (--as-of) and give the rule that amends 15 CFR 744.6");
    Instruction whole = instruction("Section 744.6(a) is stayed until May 1, 2030.", "");
    Instruction part = instruction("Lift the stay on § 744.6(a)(1).", "");
    Outcome outcome = apply(BASE, whole, part);
    assertThat(ledger(outcome)).contains("REFUSED the stay of 15 CFR 744.6(a) is one");
    assertThat(stays(outcome)).hasSize(1);
  }

  @Test
  void a_stay_of_a_sentence_or_of_introductory_text_is_no_stay_of_the_unit() {
    Instruction sentence =
        instruction("The last sentence of § 744.6(a) is stayed until May 1, 2030.", "");
    Instruction introduction =
        instruction("Section 744.6(a) introductory text is stayed until May 1, 2030.", "");
    Outcome outcome = apply(BASE, sentence, introduction);
    assertThat(outcome.state().status())
        .extracting(StatusNote::extent)
        .containsExactly("last sentence", "introductory text");
    Citation scope = Citation.section(15, "744.6").then(Step.Kind.PARAGRAPH, "a");
    assertThat(outcome.state().stay(scope)).isEmpty();
    Instruction lift = instruction("Lift the stay on the last sentence of § 744.6(a).", "");
    assertThat(apply(BASE, sentence, lift).state().status()).isEmpty();
    assertThat(ledger(apply(BASE, introduction, lift))).contains("is one; whether that of");
  }

  @Test
  void a_stay_may_say_its_end_before_the_unit() {
    Instruction stay =
        instruction("Effective May 1, 2029, until May 1, 2030, § 744.6(b) is stayed.", "");
    assertThat(stays(apply(BASE, stay)))
        .containsExactly("STAYED 15 CFR 744.6(b) May 1, 2030 87 FR 1");
  }

  private static void refuses(String instruction, String reason) {
    Outcome outcome = apply(BASE, instruction(instruction, ""));
    assertThat(ledger(outcome)).contains("REFUSED").contains(reason);
    assertThat(outcome.state().status()).isEmpty();
  }

  @Test
  void a_text_that_no_document_showed_may_be_stayed() {
    Outcome outcome = apply("", STAY);
    assertThat(text(outcome)).isEmpty();
    assertThat(outcome.state().status()).extracting(StatusNote::kind).hasSize(1);
  }

  @Test
  void a_stay_ends_with_its_text_in_whatever_way_that_goes() {
    Instruction reserve =
        instruction("Section 744.6 is amended by removing and reserving paragraph (a)(1).", "");
    assertThat(stays(apply(BASE, STAY, reserve))).isEmpty();
    Instruction without =
        instruction(
            "Section 744.6 is amended by revising paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  * * *\n  (a) Scope. | This section restricts little.\n  * * *\n");
    assertThat(stays(apply(BASE, STAY, without))).isEmpty();
    Instruction back =
        instruction(
            "Section 744.6 is amended by adding paragraph (a)(1) to read as follows:",
            "§ 744.6 Activities.\n  (a) * * *\n    (1) Another item.\n  * * *\n");
    assertThat(stays(apply(BASE, STAY, without, back))).isEmpty();
    Instruction with =
        instruction(
            "Section 744.6 is amended by revising paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  * * *\n  (a) Scope. | This section restricts little.\n    * * *\n  * * *\n");
    assertThat(stays(apply(BASE, STAY, with))).hasSize(1);
  }

  private static final String SENTENCES =
      """
      part 744 Control policy
        § 744.6 Activities.
          (a) Scope. | One binds. Two binds. Three binds.
      """;

  private static List<String> extents(String stayed, String... later) {
    List<Instruction> all = new ArrayList<>();
    all.add(
        instruction("The " + stayed + " sentence of § 744.6(a) is stayed until May 1, 2030.", ""));
    for (String text : later) {
      all.add(instruction(text, "§ 744.6 Activities.\n  (a) * * * New binds. * * *\n"));
    }
    Outcome outcome = apply(SENTENCES, all.toArray(Instruction[]::new));
    assertThat(outcome.ledger().with(LedgerLine.Status.APPLIED)).hasSameSizeAs(all);
    return outcome.state().status().stream().map(StatusNote::extent).toList();
  }

  @Test
  void a_stay_of_a_sentence_goes_with_the_sentence_and_ends_with_it() {
    String first = "In § 744.6, remove the first sentence of paragraph (a).";
    assertThat(extents("second", first)).containsExactly("first sentence");
    assertThat(extents("first", first)).isEmpty();
    assertThat(extents("last", first)).containsExactly("last sentence");
    assertThat(extents("last", "In § 744.6, remove the last sentence of paragraph (a).")).isEmpty();
    String add = "In § 744.6, add a sentence at the end of paragraph (a) to read as follows:";
    assertThat(extents("last", add)).containsExactly("third sentence");
    String words = "In § 744.6(a), remove “Two binds” and add in its place “Two bars”.";
    assertThat(extents("second", words)).containsExactly("second sentence");
    assertThat(extents("first", words)).containsExactly("first sentence");
    assertThat(extents("second", first, words)).containsExactly("first sentence");
  }

  @Test
  void a_sentence_of_a_text_that_no_document_showed_may_be_stayed() {
    Instruction stay =
        instruction("The first sentence of § 744.6(a) is stayed until May 1, 2030.", "");
    Instruction other =
        instruction(
            "In § 744.6, revise paragraph (b) to read as follows:",
            "§ 744.6 Activities.\n  * * *\n  (b) Controls. | None.\n");
    assertThat(stays(apply("", stay, other))).hasSize(1);
  }

  @Test
  void where_it_is_not_said_which_sentence_is_stayed_the_text_does_not_change() {
    Instruction stay =
        instruction("The second sentence of § 744.6(a) is stayed until May 1, 2030.", "");
    Instruction anew =
        instruction(
            "In § 744.6, revise paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  (a) Scope. | Four binds. Five binds.\n");
    Outcome outcome = apply(SENTENCES, stay, anew);
    assertThat(ledger(outcome)).contains("AMBIGUOUS the second sentence of 15 CFR 744.6(a)");
    assertThat(Outline.print(outcome.state().clauses())).isEqualTo(SENTENCES);
  }

  @Test
  void a_unit_that_is_exchanged_within_one_instruction_is_stayed_no_more() {
    Instruction exchange =
        instruction(
            "Section 744.6 is amended by removing paragraph (a)(1) and adding a new paragraph (a)(1) to read as follows:",
            "§ 744.6 Activities.\n  (a) * * *\n    (1) Another item.\n  * * *\n");
    assertThat(stays(apply(BASE, STAY, exchange))).isEmpty();
  }

  @Test
  void a_stay_of_more_takes_the_place_of_those_on_less() {
    Instruction sentence =
        instruction("The first sentence of § 744.6(a) is stayed until May 1, 2030.", "");
    Instruction section = instruction("Section 744.6 is stayed until May 1, 2031.", "");
    assertThat(stays(apply(BASE, STAY, sentence, section)))
        .containsExactly("STAYED 15 CFR 744.6 May 1, 2031 87 FR 1");
    Instruction lift = instruction("Lift the stay on § 744.6.", "");
    assertThat(stays(apply(BASE, STAY, sentence, lift))).isEmpty();
  }

  @Test
  void a_stay_of_an_introductory_text_ends_with_that_text() {
    String base =
        """
        part 744 Control policy
          § 744.6 Activities.
            This section restricts.
            (a) Scope. | All.
        """;
    Instruction stay =
        instruction("Section 744.6 introductory text is stayed until May 1, 2030.", "");
    Instruction words =
        instruction(
            "In § 744.6 introductory text, remove “This section” and add in its place “It”.", "");
    Instruction without =
        instruction(
            "Revise § 744.6 to read as follows:", "§ 744.6 Activities.\n  (a) Scope. | Some.\n");
    assertThat(apply(base, stay, words).state().status())
        .extracting(StatusNote::extent)
        .containsExactly("introductory text");
    assertThat(apply(base, stay, without).state().status()).isEmpty();
  }

  private static StatusNote note(StatusNote.Kind kind, Citation unit, String extent) {
    return new StatusNote(kind, unit, extent, "May 1, 2030", "", "", STAY.span());
  }

  private static List<StatusNote> with(List<StatusNote> notes, Instruction... instructions) {
    State base = Outline.state(BASE).withStatus(notes);
    Outcome outcome = Amender.standard().apply(base, AmenderTest.rule("", instructions));
    assertThat(ledger(outcome)).doesNotContain("REFUSED");
    return outcome.state().status();
  }

  @Test
  void notes_of_another_kind_and_in_the_words_of_an_editor_stand_where_they_stood() {
    Citation section = Citation.section(15, "744.6");
    Citation scope = section.then(Step.Kind.PARAGRAPH, "a");
    StatusNote pending = note(StatusNote.Kind.AMENDMENT_PENDING, scope, "");
    StatusNote edited = note(StatusNote.Kind.STAYED, section, "paragraph (b) and one sentence");
    StatusNote other = note(StatusNote.Kind.STAYED, section.then(Step.Kind.PARAGRAPH, "b"), "");
    List<StatusNote> all = List.of(pending, edited, other);
    Instruction words =
        instruction("In § 744.6(a), remove “activities” and add in its place “acts”.", "");
    assertThat(with(all, words)).isEqualTo(all);
    Instruction move = instruction("Redesignate § 744.6(a) as § 744.6(c).", "");
    assertThat(with(all, move)).isEqualTo(all);
    Instruction remove = instruction("In § 744.6, remove paragraph (a).", "");
    assertThat(with(all, remove)).isEqualTo(all);
    Instruction lift = instruction("Lift the stay on § 744.6(b).", "");
    assertThat(with(List.of(pending, other), lift)).containsExactly(pending);
    Instruction stay = instruction("Section 744.6 is stayed until May 1, 2031.", "");
    assertThat(with(all, stay)).contains(pending, edited).doesNotContain(other);
  }

  @Test
  void a_stay_of_a_sentence_moves_with_its_unit_past_another() {
    Instruction stay =
        instruction("The first sentence of § 744.6(a) is stayed until May 1, 2030.", "");
    Instruction move =
        instruction(
            "In § 744.6, redesignate paragraphs (a) and (b) as paragraphs (b) and (c).", "");
    assertThat(apply(BASE, stay, move).state().status())
        .extracting(note -> note.unit() + ", " + note.extent())
        .containsExactly("15 CFR 744.6(b), first sentence");
  }
}
