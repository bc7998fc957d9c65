package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ratchet.Outline;
import org.ratchet.amend.SentenceBreaks.Range;
import org.ratchet.amend.State.Knowledge;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Ellipsis;
import org.ratchet.document.Instruction;
import org.ratchet.document.Provenance;
import org.ratchet.document.Rule;
import org.ratchet.document.RuleMetadata;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Style;

class AmenderTest {

  private static final String BASE =
      """
      part 744 Control policy
        § 744.6 Activities.
          (a) Scope. | This section restricts activities.
            (1) First item.
            (2) Second item.
            (3) Third item.
          (b) Controls. | A license is required for a listed item.
          (c) [Reserved]
      """;

  static Rule rule(String dates, Instruction... instructions) {
    RuleMetadata metadata =
        new RuleMetadata("2092-1", 87, 1, 9, "", List.of(), List.of(), "", "", "", "", dates, "");
    return new Rule(
        new Provenance("test", "", ""),
        metadata,
        List.of(),
        List.of(instructions),
        List.of(),
        List.of(),
        List.of());
  }

  static Instruction instruction(String text, String setOut, String... lettered) {
    Instruction bare = AmendmentParserTest.instruction("744", text, lettered);
    return new Instruction(
        bare.id(),
        bare.label(),
        bare.runs(),
        bare.part(),
        bare.children(),
        Outline.clauses(setOut),
        bare.span());
  }

  static Outcome apply(String base, Instruction... instructions) {
    return Amender.standard().apply(state(base), rule("", instructions));
  }

  private static State state(String base) {
    return base.isEmpty() ? State.empty() : Outline.state(base);
  }

  static String ledger(Outcome outcome) {
    return outcome.ledger().lines().stream()
        .map(line -> line.instruction() + " " + line.status() + " " + line.reason())
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }

  /** The state, with stars for what is unknown. */
  static String text(Outcome outcome) {
    assertThat(ledger(outcome)).doesNotContain("REFUSED").doesNotContain("AMBIGUOUS");
    return Outline.print(outcome.state().clauses());
  }

  @Test
  void a_revision_replaces_the_named_unit_and_no_other() {
    Instruction revise =
        instruction(
            "Section 744.6 is amended by revising paragraph (a)(2) to read as follows:",
            """
            § 744.6 Activities.
              (a) * * *
                (2) Another second item.
              * * *
            """);
    assertThat(text(apply(BASE, revise)))
        .isEqualTo(BASE.replace("Second item.", "Another second item."));
  }

  @Test
  void introductory_text_is_replaced_and_what_stands_under_it_stays() {
    Instruction revise =
        instruction(
            "Section 744.6 is amended by revising paragraph (a) introductory text to read as follows:",
            "§ 744.6 Activities.\n  (a) Scope. | It restricts some activities:\n  * * *\n");
    assertThat(text(apply(BASE, revise)))
        .isEqualTo(
            BASE.replace("This section restricts activities.", "It restricts some activities:"));
  }

  @Test
  void asterisks_behind_a_new_unit_stand_for_what_follows_it() {
    Instruction add =
        instruction(
            "Section 744.6 is amended by adding paragraph (d) to read as follows:",
            """
            § 744.6 Activities.
              * * *
              (d) New. | It has items:
                (1) One.
                (2) Two.
                * * *
            """);
    assertThat(text(apply(BASE, add)))
        .isEqualTo(BASE + "    (d) New. | It has items:\n      (1) One.\n      (2) Two.\n");
  }

  @Test
  void asterisks_keep_what_they_stand_for() {
    Instruction revise =
        instruction(
            "Section 744.6 is amended by revising paragraph (a) to read as follows:",
            """
            § 744.6 Activities.
              (a) Scope. | New scope.
                * * *
                (2) New second item.
                * * *
            """);
    assertThat(text(apply(BASE, revise)))
        .isEqualTo(
            BASE.replace("This section restricts activities.", "New scope.")
                .replace("Second item.", "New second item."));
  }

  @Test
  void a_heading_alone_can_be_revised() {
    Instruction revise =
        instruction(
            "In § 744.6, revise the section heading to read as follows:",
            "§ 744.6 Activities of persons.\n  * * *\n");
    assertThat(text(apply(BASE, revise)))
        .isEqualTo(BASE.replace("Activities.", "Activities of persons."));
  }

  @Test
  void additions_stand_in_the_order_of_their_labels_and_fill_reserved_places() {
    Instruction add =
        instruction(
            "Section 744.6 is amended by adding paragraphs (a)(4) and (c) to read as follows:",
            """
            § 744.6 Activities.
              (a) * * *
                (4) Fourth item.
              * * *
              (c) Exceptions there are none.
            """);
    assertThat(text(apply(BASE, add)))
        .isEqualTo(
            BASE.replace("(3) Third item.", "(3) Third item.\n      (4) Fourth item.")
                .replace("(c) [Reserved]", "(c) Exceptions there are none."));
  }

  @Test
  void removal_and_reservation() {
    Instruction remove =
        instruction(
            "Section 744.6 is amended by:",
            "",
            "a. Removing paragraph (a)(3); and",
            "b. Removing and reserving paragraph (b).");
    Outcome outcome = apply(BASE, remove);
    assertThat(text(outcome))
        .isEqualTo(
            BASE.replace("      (3) Third item.\n", "")
                .replace(
                    "(b) Controls. | A license is required for a listed item.", "(b) [Reserved]"));
    assertThat(outcome.state().knowledge(Citation.parse("744.6(a)(3)")))
        .isEqualTo(Knowledge.ABSENT);
    assertThat(outcome.state().cause(Citation.parse("744.6(a)(3)")).orElseThrow().instruction())
        .isEqualTo("1.a");
  }

  @Test
  void redesignations_are_simultaneous_and_later_items_use_the_new_names() {
    Instruction move =
        instruction(
            "Section 744.6 is amended by:",
            "§ 744.6 Activities.\n  (a) * * *\n    (1) New first item.\n    (3) Now third.\n",
            "a. Redesignating paragraphs (a)(1) through (3) as paragraphs (a)(2) through (4);",
            "b. Adding paragraph (a)(1); and",
            "c. Revising newly redesignated paragraph (a)(3).");
    Outcome outcome = apply(BASE, move);
    assertThat(text(outcome))
        .contains("(1) New first item.\n      (2) First item.\n      (3) Now third.\n")
        .contains("      (4) Third item.\n");
    assertThat(outcome.state().origins())
        .containsEntry(Citation.parse("744.6(a)(2)"), Citation.parse("744.6(a)(1)"))
        .containsEntry(Citation.parse("744.6(a)(1)"), Citation.ROOT);
  }

  @Test
  void words_are_replaced_only_where_they_stand_exactly_once() {
    String words = "removing the words “%s” and adding in their place the words “a dual-use”.";
    Instruction once = instruction("Amend § 744.6(b) by " + words.formatted("a listed"), "");
    assertThat(text(apply(BASE, once))).isEqualTo(BASE.replace("a listed", "a dual-use"));
    Instruction never = instruction("Amend § 744.6 by " + words.formatted("a wanted"), "");
    assertThat(ledger(apply(BASE, never)))
        .startsWith("1 REFUSED “a wanted” is not there in 15 CFR 744.6");
    Instruction often = instruction("Amend § 744.6 by " + words.formatted("item"), "");
    assertThat(ledger(apply(BASE, often)))
        .startsWith("1 AMBIGUOUS “item” is there 4 times in 15 CFR 744.6, not 1");
    Instruction everywhere =
        instruction(
            "Amend § 744.6 by removing the word “item” wherever it appears and adding in its place the word “thing”.",
            "");
    assertThat(text(apply(BASE, everywhere))).isEqualTo(BASE.replace("item", "thing"));
  }

  @Test
  void what_cannot_be_carried_out_is_refused_and_changes_nothing() {
    Instruction over =
        instruction(
            "Section 744.6 is amended by adding paragraph (b) to read as follows:",
            "§ 744.6 Activities.\n  (b) Something else.\n");
    Outcome outcome = apply(BASE, over);
    assertThat(ledger(outcome))
        .isEqualTo(
            "1 REFUSED 15 CFR 744.6(b) is already there; a text before without it would be needed");
    assertThat(Outline.print(outcome.state().clauses())).isEqualTo(BASE);

    Instruction missing =
        instruction(
            "Section 744.6 is amended by revising paragraph (d) to read as follows:",
            "§ 744.6 Activities.\n  (d) Something else.\n");
    assertThat(ledger(apply(BASE, missing)))
        .isEqualTo(
            "1 REFUSED there is no 15 CFR 744.6(d) to revise; the text before shows its place without it");

    Instruction unshown =
        instruction(
            "Section 744.6 is amended by revising paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  (b) Something else.\n");
    assertThat(ledger(apply(BASE, unshown)))
        .isEqualTo("1 REFUSED the text set out does not show 15 CFR 744.6(a)");
  }

  @Test
  void an_operation_that_may_remove_more_than_it_names_is_not_carried_out() {
    Instruction revise =
        instruction(
            "Section 744.6 is amended by revising paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  (a) Scope. | The following are restricted:\n  * * *\n");
    assertThat(ledger(apply(BASE, revise)))
        .startsWith("1 AMBIGUOUS the new text of 15 CFR 744.6(a) ends in a colon");
  }

  @Test
  void one_refused_operation_undoes_the_whole_instruction() {
    Instruction both =
        instruction(
            "Section 744.6 is amended by revising paragraphs (b) and (d) to read as follows:",
            "§ 744.6 Activities.\n  (b) New.\n  (d) New.\n");
    Outcome outcome = apply(BASE, both);
    assertThat(outcome.ledger().lines()).hasSize(1);
    assertThat(Outline.print(outcome.state().clauses())).isEqualTo(BASE);
  }

  @Test
  void without_a_base_what_is_set_out_is_known_and_the_rest_is_not() {
    Instruction revise =
        instruction(
            "Section 744.6 is amended by revising paragraph (c)(2) to read as follows:",
            """
            § 744.6 Activities.
              * * *
              (c) * * *
                (2) The second item.
              * * *
            """);
    Outcome outcome = apply("", revise);
    assertThat(text(outcome))
        .isEqualTo(
            """
            part 744 * * *
              * * *
              § 744.6 Activities. * * *
                * * *
                (c) * * *
                  * * *
                  (2) The second item.
                  * * *
                * * *
              * * *
            """);
    State state = outcome.state();
    assertThat(state.knowledge(Citation.parse("744.6(c)(2)"))).isEqualTo(Knowledge.KNOWN);
    assertThat(state.knowledge(Citation.parse("744.6(c)(2)(i)"))).isEqualTo(Knowledge.ABSENT);
    assertThat(state.knowledge(Citation.parse("744.6(c)"))).isEqualTo(Knowledge.UNKNOWN);
    assertThat(state.knowledge(Citation.parse("744.6(c)(3)"))).isEqualTo(Knowledge.UNKNOWN);
    assertThat(state.knowledge(Citation.parse("744.6(a)"))).isEqualTo(Knowledge.UNKNOWN);
    assertThat(state.knowledge(Citation.parse("744.7"))).isEqualTo(Knowledge.UNKNOWN);
  }

  @Test
  void entries_of_the_control_list_stand_in_numerical_order() {
    String base =
        """
        part 774 The list
          supp 1 to 774 The Commerce Control List
            ECCN 3A001 Parts.
              [ITEMS] Items:
                a. Things.
            ECCN 3A991 Devices.
              [ITEMS] Items:
                a. Things.
                b. More things.
        """;
    Instruction entry =
        instruction(
            "Supplement no. 1 to part 774 is amended by:",
            """
            supp 1 to 774 The Commerce Control List
              ECCN 3A090 Circuits.
                [ITEMS] Items:
                  a. Circuits of 4800 or more.
              ECCN 3A991 * * *
                [ITEMS] * * *
                  c. Still more things.
            """,
            "a. Adding ECCN 3A090; and",
            "b. Adding paragraph c to ECCN 3A991.");
    assertThat(text(apply(base, entry)))
        .isEqualTo(
            base.replace(
                    "    ECCN 3A991",
                    "    ECCN 3A090 Circuits.\n      [ITEMS] Items:\n        a. Circuits of 4800 or more.\n    ECCN 3A991")
                .replace("b. More things.\n", "b. More things.\n        c. Still more things.\n"));
  }

  @Test
  void each_leaf_has_one_line_and_a_container_none() {
    Instruction container =
        instruction(
            "Section 744.6 is amended by:",
            "§ 744.6 Activities.\n  (b) New.\n",
            "a. Revising paragraph (b); and",
            "b. Removing paragraph (a)(3).");
    assertThat(ledger(apply(BASE, container))).isEqualTo("1.a APPLIED\n1.b APPLIED");
  }

  @Test
  void dates_come_from_the_instruction_or_from_the_caption() {
    Instruction plain = instruction("Remove § 744.6(b).", "");
    Instruction dated =
        instruction("Effective January 1, 2026, amend § 744.6 by removing paragraph (a)(1).", "");
    Rule rule =
        rule(
            "This rule is effective October 12, 2022, except for instruction 7, which is effective October 21, 2022.",
            plain,
            dated);
    assertThat(Amender.standard().apply(Outline.state(BASE), rule).ledger().lines())
        .extracting(LedgerLine::effective)
        .containsExactly("October 12, 2022", "January 1, 2026");
    EffectiveDates dates =
        new EffectiveDates(
            "This rule is effective October 7, 2022, except for instructions 3, 5 through 7 and 9.b, which are effective October 12, 2022.");
    assertThat(List.of("2", "3", "6", "6.a", "9.a", "9.b"))
        .extracting(dates::of)
        .containsExactly(
            "October 7, 2022",
            "October 12, 2022",
            "October 12, 2022",
            "October 12, 2022",
            "October 7, 2022",
            "October 12, 2022");
  }

  @Test
  void every_clause_set_out_knows_the_instruction_that_did_it() {
    Instruction revise =
        instruction(
            "Section 744.6 is revised to read as follows:",
            "§ 744.6 Activities.\n  (a) One.\n    (1) Two.\n");
    State state = apply(BASE, revise).state();
    Map<Citation, LedgerLine> causes = state.causes();
    Clause section = state.find(Citation.parse("744.6")).orElseThrow();
    assertThat(section.stream().filter(clause -> !(clause instanceof Ellipsis)))
        .allMatch(clause -> causes.containsKey(clause.citation()));
  }

  private static final String PROSE =
      """
      part 744 Control policy
        § 744.6 Activities.
          (a) Scope. | This section holds under No. 5 of the list. It restricts activities; exports are an activity. It says no more.
          (b) Controls. | A license is required; and
      """;

  private static void refuses(String instruction, String setOut, String reason) {
    Outcome outcome = apply(PROSE, instruction(instruction, setOut));
    assertThat(ledger(outcome)).contains(reason);
    assertThat(Outline.print(outcome.state().clauses())).isEqualTo(PROSE);
  }

  @Test
  void sentences_are_revised_added_and_removed_by_their_place() {
    Instruction revise =
        instruction(
            "In § 744.6, revise the second sentence of paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  (a) * * * It restricts much. * * *\n");
    assertThat(text(apply(PROSE, revise)))
        .isEqualTo(
            PROSE.replace(
                "It restricts activities; exports are an activity.", "It restricts much."));
    Instruction whole =
        instruction(
            "In § 744.6, revise the last sentence of paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  (a) Scope. | This section holds under No. 5 of the list. It restricts activities; exports are an activity. It says all.\n");
    assertThat(text(apply(PROSE, whole))).isEqualTo(PROSE.replace("no more", "all"));
    Instruction add =
        instruction(
            "In § 744.6, add a sentence at the end of paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  (a) * * * It ends here.\n");
    assertThat(text(apply(PROSE, add)))
        .isEqualTo(PROSE.replace("says no more.", "says no more. It ends here."));
    Instruction remove = instruction("In § 744.6(a), remove the first sentence.", "");
    assertThat(text(apply(PROSE, remove)))
        .isEqualTo(PROSE.replace("This section holds under No. 5 of the list. ", ""));
  }

  @Test
  void words_are_replaced_in_the_sentence_that_is_named() {
    Instruction replace =
        instruction(
            "In § 744.6, remove “It” in the third sentence of paragraph (a) and add in its place “This section”.",
            "");
    assertThat(text(apply(PROSE, replace)))
        .isEqualTo(PROSE.replace("It says", "This section says"));
    Instruction end =
        instruction("In § 744.6, add the word “either” at the end of paragraph (b).", "");
    assertThat(text(apply(PROSE, end)))
        .isEqualTo(PROSE.replace("required; and", "required; and either"));
    Instruction between =
        instruction("In § 744.6(b), add “special” between the words “A” and “license”.", "");
    assertThat(text(apply(PROSE, between)))
        .isEqualTo(PROSE.replace("A license", "A special license"));
    Instruction mark = instruction("In § 744.6(b), insert a comma after “license”.", "");
    assertThat(text(apply(PROSE, mark))).isEqualTo(PROSE.replace("A license", "A license,"));
  }

  @Test
  void what_a_sentence_or_phrase_may_mean_is_never_guessed() {
    refuses(
        "In § 744.6(a), remove the fifth sentence.",
        "",
        "there is no fifth sentence; the text has 3");
    refuses(
        "In § 744.6(a), remove “It” and add in its place “This”.",
        "",
        "is there 2 times in 15 CFR 744.6(a), not 1");
    refuses(
        "In § 744.6(a), remove “It” in the first sentence.",
        "",
        "is not there in 15 CFR 744.6(a), first sentence");
    refuses(
        "In § 744.6, revise the last sentence of paragraph (a) to read as follows:",
        "§ 744.6 Activities.\n  (a) Scope. | This section never holds. It restricts activities; exports are an activity. It says all.\n",
        "also differs from what stands in sentences that the instruction does not name");
    refuses(
        "In § 744.6, add two sentences at the end of paragraph (a) to read as follows:",
        "§ 744.6 Activities.\n  (a) * * * It ends here.\n",
        "the text set out shows 1 sentences, not 2");
  }

  @Test
  void a_part_is_added_whole() {
    String part =
        "part 744 Control policy\n  § 744.6 Activities.\n    (a) A license is required.\n";
    Instruction add =
        instruction(
            "Add part 744 to chapter VII in title 15 of the Code of Federal Regulations to read as follows:",
            part);
    assertThat(text(apply("", add))).isEqualTo(part);
    assertThat(ledger(apply(part, add))).contains("15 CFR part 744 is already there");
  }

  @Test
  void sentences_before_and_behind_asterisks_are_those_of_the_beginning_and_the_end() {
    Instruction both =
        instruction(
            "Section 744.6 is amended by revising the first sentence and adding a sentence at the end of paragraph (a) to read as follows:",
            "§ 744.6 Activities.\n  (a) It holds always. * * * It ends here.\n");
    assertThat(text(apply(PROSE, both)))
        .isEqualTo(
            PROSE
                .replace("This section holds under No. 5 of the list.", "It holds always.")
                .replace("no more.", "no more. It ends here."));
    Instruction swap =
        instruction(
            "In § 744.6, remove the last sentence of paragraph (a) and add two sentences in its place to read as follows:",
            "§ 744.6 Activities.\n  (a) * * * It says all. It ends here.\n");
    assertThat(text(apply(PROSE, swap)))
        .isEqualTo(PROSE.replace("It says no more.", "It says all. It ends here."));
  }

  private static final String LAMPS =
      """
      part 774 The list
        supp 1 to 774 The Commerce Control List
          ECCN 3A777 Lamps.
            [REASON_FOR_CONTROL] Reason for Control: AT
            [LICENSE_EXCEPTIONS] License Exceptions
              (LVS) $500
              (GBS) Yes
            [ITEMS] Items:
              a. Lamps of more than 2 W.
              Note 1: Note 1 to 3A777: | A torch is a lamp.
              Note 2: Note 2 to 3A777.a and 3A777.b: | A candle is none.
      """;

  @Test
  void a_part_of_an_entry_that_is_set_out_replaces_its_lines_and_stars_behind_it_are_the_rest() {
    Instruction revise =
        instruction(
            "ECCN 3A777 is amended by revising the License Exceptions section, and the reason for control to read as follows:",
            """
            supp 1 to 774 The Commerce Control List
              ECCN 3A777 * * *
                [REASON_FOR_CONTROL] Reason for Control: NS, AT
                [LICENSE_EXCEPTIONS] License Exceptions
                  (LVS/GBS) Yes
                  * * *
                [ITEMS] Items:
                  * * *
            """);
    assertThat(text(apply(LAMPS, revise)))
        .isEqualTo(
            LAMPS
                .replace("Control: AT", "Control: NS, AT")
                .replace("(LVS) $500\n        (GBS) Yes", "(LVS/GBS) Yes"));
    Instruction amidst =
        instruction(
            "ECCN 3A777 is amended by revising the License Exceptions section to read as follows:",
            """
            supp 1 to 774 The Commerce Control List
              ECCN 3A777 * * *
                [LICENSE_EXCEPTIONS] License Exceptions
                  * * *
                  (GBS) No
                  * * *
            """);
    assertThat(text(apply(LAMPS, amidst))).isEqualTo(LAMPS.replace("(GBS) Yes", "(GBS) No"));
  }

  @Test
  void a_note_that_is_redesignated_prints_its_new_designation() {
    Instruction move =
        instruction(
            "ECCN 3A777 is amended by redesignating Note 2 as Note 3 and Note 1 as Note 2.", "");
    assertThat(text(apply(LAMPS, move)))
        .isEqualTo(
            LAMPS
                .replace("Note 2: Note 2 to 3A777.a and", "Note 3: Note 3 to 3A777.a and")
                .replace("Note 1: Note 1", "Note 2: Note 2"));
  }

  @Test
  void raised_text_of_a_phrase_is_found_and_stays_raised() {
    List<Run> text = List.of(Run.plain("Less than 5 lm/mm"), raised("2"), Run.plain(" at 10"));
    List<Run> runs = new ArrayList<>(text);
    runs.add(raised("26"));
    runs.add(Run.plain(" Hz."));
    List<Range> places = new Phrase("5 lm/mm^2").places(runs);
    assertThat(Runs.text(Phrase.replace(runs, places, "7 lm/cm^3")))
        .isEqualTo("Less than 7 lm/cm^3 at 10^26 Hz.");
    assertThat(Phrase.replace(runs, places, "7 lm/cm^3")).contains(raised("3"));
    assertThat(new Phrase("5 lm/mm²").places(runs)).isEqualTo(places);
    assertThat(new Phrase("lm/mm").places(runs)).isEmpty();
    assertThat(new Phrase("at 10").places(runs)).isEmpty();
    assertThat(new Phrase("1026").places(runs)).isEmpty();
    assertThat(new Phrase("mm^2").places(Runs.of("a mm² of"))).containsExactly(new Range(2, 5));
  }

  private static Run raised(String text) {
    return new Run(text, Style.SUPERSCRIPT);
  }
}
