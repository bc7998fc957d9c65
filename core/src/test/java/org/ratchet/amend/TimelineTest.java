package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.Outline;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Citation;
import org.ratchet.document.Instruction;
import org.ratchet.document.Provenance;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.document.RuleMetadata;
import org.ratchet.document.StatusNote;
import org.ratchet.text.Span;

/** The regulation on days before, between and after those on which rules take effect. */
class TimelineTest {

  private static final String BASE =
      """
      part 744 Control policy
        § 744.6 Activities.
          (a) Scope. | A license is required in red cases.
          (b) Others. | None.
      """;

  private static int number;

  private static Instruction instruction(String text) {
    Instruction bare = AmendmentParserTest.instruction("744", text);
    String id = Integer.toString(++number);
    return new Instruction(id, id, bare.runs(), bare.part(), List.of(), List.of(), bare.span());
  }

  private static Instruction replace(String when, String words, String others) {
    return instruction(
        when + "In § 744.6(a), remove “" + words + "” and add in its place “" + others + "”.");
  }

  private static Rule rule(String name, int page, String dates, Instruction... instructions) {
    RuleMetadata metadata =
        new RuleMetadata(
            name, 87, page, page + 9, "", List.of(), List.of(), "", "", "", "", dates, "");
    return new Rule(
        new Provenance("test", "", ""),
        metadata,
        List.of(),
        List.of(instructions),
        List.of(),
        List.of(),
        List.of());
  }

  private static Timeline timeline(Rule... rules) {
    Timeline timeline = Timeline.of(Outline.state(BASE));
    for (Rule rule : rules) {
      timeline = timeline.with(rule);
    }
    return timeline;
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  /** The colour of the cases in paragraph (a). */
  private static String colour(Timeline timeline, String iso) {
    String text = Outline.print(timeline.on(day(iso)).state().clauses());
    return text.replaceAll("(?s).*in (.*?) cases.*", "$1");
  }

  private static List<String> ledger(Timeline timeline, String iso) {
    return timeline.on(day(iso)).ledger().lines().stream()
        .map(line -> line.status() + " " + line.reason())
        .map(String::strip)
        .toList();
  }

  @Test
  void each_instruction_takes_effect_on_its_own_day() {
    Timeline timeline =
        timeline(
            rule(
                "2092-1",
                1,
                "This rule is effective May 1, 2030.",
                replace("", "red", "green"),
                replace("Effective July 1, 2030, ", "green", "blue")));
    assertThat(colour(timeline, "2030-04-30")).isEqualTo("red");
    assertThat(colour(timeline, "2030-05-01")).isEqualTo("green");
    assertThat(colour(timeline, "2030-07-01")).isEqualTo("blue");
    assertThat(timeline.days()).containsExactly(day("2030-05-01"), day("2030-07-01"));
    assertThat(ledger(timeline, "2030-05-01"))
        .containsExactly("APPLIED", "PENDING takes effect 2030-07-01");
  }

  @Test
  void what_is_pending_is_noted_in_the_state_and_carried_out_nowhere() {
    Timeline timeline =
        timeline(rule("2092-1", 1, "", replace("Effective May 1, 2030, ", "red", "green")));
    State before = timeline.on(day("2030-04-30")).state();
    assertThat(before.causes()).isEmpty();
    assertThat(before.status())
        .singleElement()
        .returns(StatusNote.Kind.AMENDMENT_PENDING, StatusNote::kind)
        .returns("May 1, 2030", StatusNote::date);
    assertThat(timeline.on(day("2030-05-01")).state().status()).isEmpty();
  }

  @Test
  void the_day_of_effect_goes_before_the_order_of_publication() {
    Timeline timeline =
        timeline(
            rule("2092-1", 1, "This rule is effective July 1, 2030.", replace("", "green", "blue")),
            rule("2092-2", 20, "This rule is effective May 1, 2030.", replace("", "red", "green")));
    assertThat(colour(timeline, "2030-06-01")).isEqualTo("green");
    assertThat(colour(timeline, "2030-07-01")).isEqualTo("blue");
    assertThat(timeline.on(day("2030-07-01")).ledger().lines())
        .extracting(LedgerLine::document)
        .containsExactly("2092-1", "2092-2");
  }

  @Test
  void what_holds_through_a_day_ends_with_it() {
    Timeline timeline =
        timeline(
            rule(
                "2092-1",
                1,
                "",
                replace("Effective May 1, 2030, through July 1, 2030, ", "red", "green")));
    assertThat(colour(timeline, "2030-07-01")).isEqualTo("green");
    assertThat(colour(timeline, "2030-07-02")).isEqualTo("red");
    assertThat(ledger(timeline, "2030-07-02"))
        .containsExactly("PENDING had effect until 2030-07-01");
    assertThat(timeline.on(day("2030-07-02")).state().status()).isEmpty();
    assertThat(timeline.days()).containsExactly(day("2030-05-01"), day("2030-07-02"));
  }

  @Test
  void a_stay_lies_over_the_text_until_its_day() {
    Timeline timeline =
        timeline(
            rule(
                "2092-1",
                1,
                "This rule is effective May 1, 2030.",
                instruction("Section 744.6(a) is stayed until July 1, 2030.")));
    Citation scope = Citation.section(15, "744.6");
    assertThat(timeline.on(day("2030-07-01")).state().status())
        .extracting(StatusNote::kind)
        .containsExactly(StatusNote.Kind.STAYED);
    assertThat(timeline.on(day("2030-07-02")).state().status()).isEmpty();
    assertThat(timeline.on(day("2030-07-01")).state().find(scope)).isPresent();
    assertThat(timeline.days()).containsExactly(day("2030-05-01"), day("2030-07-02"));
  }

  @Test
  void the_end_of_a_stay_that_a_text_notes_is_a_day_on_which_it_may_read_otherwise() {
    Citation unit = Citation.section(15, "744.6");
    Span span = Span.ofLine("note", 1);
    List<StatusNote> notes =
        List.of(
            new StatusNote(StatusNote.Kind.STAYED, unit, "", "July 1, 2030", "", "", span),
            new StatusNote(StatusNote.Kind.DELAYED, unit, "", "August 1, 2030", "", "", span));
    Timeline timeline = Timeline.of(Outline.state(BASE).withStatus(notes));
    assertThat(timeline.days()).containsExactly(day("2030-07-02"));
    assertThat(timeline.on(day("2030-07-01")).state().status()).hasSize(2);
    assertThat(timeline.on(day("2030-07-02")).state().status())
        .extracting(StatusNote::kind)
        .containsExactly(StatusNote.Kind.DELAYED);
  }

  @Test
  void without_days_what_changes_again_later_is_refused_and_what_changes_again_then_is_not() {
    Instruction first = replace("Effective May 1, 2030, ", "red", "green");
    Instruction then = replace("Effective May 1, 2030, ", "green", "blue");
    Instruction later = replace("Effective July 1, 2030, ", "blue", "white");
    Outcome outcome =
        Amender.standard().apply(Outline.state(BASE), rule("2092-1", 1, "", first, then, later));
    assertThat(outcome.ledger().lines())
        .extracting(LedgerLine::status)
        .containsExactly(Status.APPLIED, Status.APPLIED, Status.REFUSED);
    assertThat(Outline.print(outcome.state().clauses())).contains("blue");
  }

  @Test
  void a_correction_takes_effect_with_what_it_corrects_while_that_is_pending() {
    Rule first =
        rule("2092-1", 1, "This rule is effective July 1, 2030.", replace("", "red", "grene"));
    Instruction mend =
        instruction(
            "On page 3, in the first column, in § 744.6(a), “grene” is corrected to read “green”.");
    Timeline timeline =
        timeline(first, rule("2092-2", 20, "This correction is effective May 1, 2030.", mend));
    assertThat(ledger(timeline, "2030-06-01"))
        .containsExactly("PENDING takes effect 2030-07-01", "PENDING takes effect 2030-07-01");
    assertThat(colour(timeline, "2030-07-01")).isEqualTo("green");

    Instruction other =
        instruction(
            "On page 300, in the first column, in § 744.6(a), “red” is corrected to read “rose”.");
    Timeline apart =
        timeline(first, rule("2092-3", 20, "This correction is effective May 1, 2030.", other));
    assertThat(colour(apart, "2030-06-01")).isEqualTo("rose");
  }

  @Test
  void a_correction_finds_what_it_corrects_by_any_page_of_it_and_by_a_place_around_or_within() {
    for (String where :
        List.of("On page 1, in § 744.6(a)", "On page 10, in § 744.6(a)", "On page 3, in § 744.6")) {
      Rule first =
          rule("2092-1", 1, "This rule is effective July 1, 2030.", replace("", "red", "grene"));
      Instruction mend = instruction(where + ", “grene” is corrected to read “green”.");
      Timeline timeline =
          timeline(first, rule("2092-2", 20, "This correction is effective May 1, 2030.", mend));
      assertThat(colour(timeline, "2030-07-01")).as(where).isEqualTo("green");
    }
    Instruction wide = instruction("In § 744.6, remove “red” and add in its place “grene”.");
    Instruction mend =
        instruction("On page 3, in § 744.6(a), “grene” is corrected to read “green”.");
    Timeline timeline =
        timeline(
            rule("2092-1", 1, "This rule is effective July 1, 2030.", wide),
            rule("2092-2", 20, "This correction is effective May 1, 2030.", mend));
    assertThat(colour(timeline, "2030-07-01")).isEqualTo("green");
  }

  @Test
  void of_what_is_pending_a_part_that_is_no_operation_of_its_own_is_not_withdrawn() {
    Rule words =
        rule("2092-1", 1, "This rule is effective July 1, 2030.", replace("", "red", "green"));
    for (String part :
        List.of("the first sentence of § 744.6(a)", "§ 744.6(a) introductory text")) {
      Timeline timeline = timeline(words, second("The amendment to " + part + " is withdrawn."));
      assertThat(ledger(timeline, "2030-07-01"))
          .as(part)
          .anyMatch(
              line -> line.endsWith("whether another remains of 15 CFR 744.6(a) is not said"));
      assertThat(colour(timeline, "2030-07-01")).isEqualTo("green");
    }
    Rule wide =
        rule(
            "2092-1",
            1,
            "This rule is effective July 1, 2030.",
            instruction("In § 744.6, remove “red” and add in its place “green”."));
    assertThat(
            ledger(
                timeline(wide, second("The amendment to § 744.6(a) is withdrawn.")), "2030-07-01"))
        .anyMatch(line -> line.endsWith("and only 15 CFR 744.6(a) is named"));
  }

  @Test
  void what_is_withdrawn_of_a_rule_leaves_the_rest_of_it_and_other_rules() {
    String july = "This rule is effective July 1, 2030.";
    Instruction both =
        instruction(
            "In § 744.6, in paragraph (a), remove “red” and add in its place “green” and, in"
                + " paragraph (b), remove “None” and add in its place “Some”.");
    Instruction other = instruction("In § 744.6(b), remove “Others” and add in its place “More”.");
    Instruction heading = instruction("In § 744.6(b), remove “Some” and add in its place “Any”.");
    Timeline timeline =
        timeline(
            rule("2092-1", 1, july, both, other),
            rule("2092-3", 11, july, heading),
            second("The amendment to § 744.6(a) is withdrawn."));
    assertThat(Outline.print(timeline.on(day("2030-07-01")).state().clauses()))
        .contains("(a) Scope. | A license is required in red cases.", "(b) More. | Any.");
  }

  @Test
  void a_withdrawal_that_has_not_taken_effect_withdraws_nothing_yet() {
    Rule first =
        rule("2092-1", 1, "This rule is effective July 1, 2030.", replace("", "red", "green"));
    Timeline timeline = timeline(first, second("The amendment to § 744.6(a) is withdrawn."));
    assertThat(ledger(timeline, "2030-04-30"))
        .containsExactly("PENDING takes effect 2030-07-01", "PENDING takes effect 2030-05-01");
    assertThat(ledger(timeline, "2030-05-01").get(0)).startsWith("PENDING withdrawn");
  }

  @Test
  void a_correction_belongs_to_a_rule_whose_pages_are_not_known_if_it_touches_the_same_text() {
    Rule first =
        rule("2092-1", 0, "This rule is effective July 1, 2030.", replace("", "red", "grene"));
    Instruction mend =
        instruction(
            "On page 300, in the first column, in § 744.6(a), “grene” is corrected to read “green”.");
    Timeline timeline =
        timeline(first, rule("2092-2", 20, "This correction is effective May 1, 2030.", mend));
    assertThat(colour(timeline, "2030-07-01")).isEqualTo("green");
  }

  @Test
  void an_amendment_is_withdrawn_or_delayed_only_while_it_is_pending() {
    Rule first =
        rule("2092-1", 1, "This rule is effective July 1, 2030.", replace("", "red", "green"));
    String dates = "This rule is effective May 1, 2030.";
    Rule withdraw =
        rule("2092-2", 20, dates, instruction("The amendment to § 744.6(a) is withdrawn."));
    assertThat(colour(timeline(first, withdraw), "2031-01-01")).isEqualTo("red");
    assertThat(ledger(timeline(first, withdraw), "2031-01-01"))
        .anyMatch(line -> line.startsWith("PENDING withdrawn by instruction"));
    assertThat(timeline(first, withdraw).on(day("2030-06-01")).state().status()).isEmpty();
    Rule delay =
        rule(
            "2092-2",
            20,
            dates,
            instruction(
                "The effective date of the amendment to § 744.6(a) is delayed until August 1, 2030."));
    assertThat(colour(timeline(first, delay), "2030-07-31")).isEqualTo("red");
    assertThat(colour(timeline(first, delay), "2030-08-01")).isEqualTo("green");
    Rule late =
        rule(
            "2092-2",
            20,
            "This rule is effective August 1, 2030.",
            instruction("The amendment to § 744.6(a) is withdrawn."));
    assertThat(colour(timeline(first, late), "2031-01-01")).isEqualTo("green");
    assertThat(ledger(timeline(first, late), "2031-01-01"))
        .anyMatch(
            line ->
                line.startsWith(
                    "REFUSED no amendment of 15 CFR 744.6(a) is pending on 2030-08-01"));
  }

  @Test
  void of_two_pending_amendments_it_is_not_said_which_is_withdrawn() {
    String july = "This rule is effective July 1, 2030.";
    Rule one = rule("2092-1", 1, july, replace("", "red", "green"));
    Rule two = rule("2092-2", 20, july, replace("", "green", "blue"));
    Rule withdraw =
        rule(
            "2092-3",
            40,
            "This rule is effective May 1, 2030.",
            instruction("The amendment to § 744.6(a) is withdrawn."));
    Timeline timeline = timeline(one, two, withdraw);
    assertThat(colour(timeline, "2030-07-01")).isEqualTo("blue");
    assertThat(ledger(timeline, "2030-07-01"))
        .contains(
            "REFUSED amendments of 15 CFR 744.6(a) are pending by 2092-1 and 2092-2; which is meant"
                + " is not said");
  }

  private static Rule second(String text) {
    return rule("2092-2", 20, "This rule is effective May 1, 2030.", instruction(text));
  }

  @Test
  void what_is_delayed_keeps_its_last_day() {
    Rule first =
        rule(
            "2092-1",
            1,
            "This rule is effective July 1, 2030, through December 31, 2030.",
            replace("", "red", "green"));
    Timeline delayed =
        timeline(
            first,
            second(
                "The effective date of the amendment to § 744.6(a) is delayed until August 1,"
                    + " 2030."));
    assertThat(colour(delayed, "2030-07-31")).isEqualTo("red");
    assertThat(colour(delayed, "2030-12-31")).isEqualTo("green");
    assertThat(colour(delayed, "2031-01-01")).isEqualTo("red");
    assertThat(delayed.on(day("2030-08-01")).ledger().lines())
        .extracting(LedgerLine::effective)
        .contains("August 1, 2030, through December 31, 2030");
    assertThat(delayed.days())
        .containsExactly(day("2030-05-01"), day("2030-08-01"), day("2031-01-01"));
    Timeline open =
        timeline(
            first,
            second("The effective date of the amendment to § 744.6(a) is delayed indefinitely."));
    assertThat(colour(open, "2030-12-01")).isEqualTo("red");
    assertThat(open.days()).doesNotContain(day("2030-07-01"));
  }

  @Test
  void a_delay_beyond_the_last_day_or_before_the_first_is_refused() {
    Rule first =
        rule(
            "2092-1",
            1,
            "This rule is effective July 1, 2030, through December 31, 2030.",
            replace("", "red", "green"));
    Timeline late =
        timeline(
            first,
            second(
                "The effective date of the amendment to § 744.6(a) is delayed until March 1,"
                    + " 2031."));
    assertThat(ledger(late, "2030-07-01"))
        .containsExactly(
            "APPLIED", "REFUSED it has effect until 2030-12-31, which is before 2031-03-01");
    Timeline early =
        timeline(
            first,
            second(
                "The effective date of the amendment to § 744.6(a) is delayed until July 1, 2030."));
    assertThat(ledger(early, "2030-07-01"))
        .containsExactly(
            "APPLIED", "REFUSED it takes effect 2030-07-01, which is not before 2030-07-01");
  }

  @Test
  void a_pending_redesignation_is_withdrawn_whole_or_not_at_all() {
    Rule first =
        rule(
            "2092-1",
            1,
            "This rule is effective July 1, 2030.",
            instruction(
                "In § 744.6, redesignate paragraphs (a) and (b) as paragraphs (b) and (c)."));
    for (String part : List.of("(a)", "(b)", "(c)")) {
      Timeline some = timeline(first, second("The amendment to § 744.6" + part + " is withdrawn."));
      assertThat(ledger(some, "2030-07-01"))
          .as(part)
          .contains("APPLIED")
          .anyMatch(line -> line.endsWith("the rest of it would be half done"));
      assertThat(Outline.print(some.on(day("2030-07-01")).state().clauses()))
          .contains("(b) Scope.", "(c) Others.")
          .doesNotContain("(a)");
    }
    Timeline whole = timeline(first, second("The amendments to § 744.6 are withdrawn."));
    assertThat(Outline.print(whole.on(day("2030-07-01")).state().clauses())).isEqualTo(BASE);
  }

  @Test
  void an_instruction_that_withdraws_two_amendments_withdraws_both_or_none() {
    Rule first =
        rule("2092-1", 1, "This rule is effective July 1, 2030.", replace("", "red", "green"));
    Timeline timeline =
        timeline(first, second("The amendments to § 744.6(a) and (b) are withdrawn."));
    assertThat(colour(timeline, "2030-07-01")).isEqualTo("green");
    assertThat(ledger(timeline, "2030-07-01"))
        .anyMatch(line -> line.startsWith("REFUSED no amendment of 15 CFR 744.6(b) is pending"));
  }

  @Test
  void what_a_text_of_a_day_already_shows_is_not_carried_out_again() {
    String dates = "This rule is effective May 1, 2030.";
    Rule rule =
        rule(
            "2092-1",
            1,
            dates,
            replace("", "red", "green"),
            replace("Effective July 1, 2030, ", "red", "blue"));
    Timeline later = Timeline.of(text("2030-06-01")).with(rule);
    assertThat(ledger(later, "2030-06-30"))
        .containsExactly(
            "REFUSED took effect 2030-05-01, and the text is of 2030-06-01 and already shows it; a"
                + " text of an earlier day would be needed",
            "PENDING takes effect 2030-07-01");
    assertThat(colour(later, "2030-07-01")).isEqualTo("blue");
    assertThat(later.days()).containsExactly(day("2030-07-01"));
    assertThat(colour(Timeline.of(text("2030-05-01")).with(rule), "2030-05-01")).isEqualTo("red");
    assertThat(colour(Timeline.of(text("2030-04-30")).with(rule), "2030-05-01")).isEqualTo("green");
    Outcome all = Amender.standard().apply(text("June 1, 2030"), rule);
    assertThat(all.ledger().lines())
        .extracting(LedgerLine::status)
        .containsExactly(Status.REFUSED, Status.APPLIED);
    assertThat(all.state().asOf()).contains(day("2030-06-01"));
  }

  @Test
  void a_rule_published_after_the_day_of_a_text_is_no_part_of_it() {
    Rule rule = rule("2092-1", 1, "Effective May 1, 2030.", replace("", "red", "green"));
    assertThat(
            colour(
                Timeline.of(text("2030-05-10")).with(published(rule, "2030-05-13")), "2030-05-13"))
        .isEqualTo("green");
    assertThat(
            colour(
                Timeline.of(text("2030-05-13")).with(published(rule, "2030-05-13")), "2030-05-13"))
        .isEqualTo("red");
  }

  @Test
  void a_text_that_shows_what_has_ended_does_not_tell_how_it_read_without() {
    Rule rule =
        rule(
            "2092-1",
            1,
            "Effective May 1, 2030, through July 1, 2030.",
            replace("", "red", "green"));
    Timeline timeline = Timeline.of(text("2030-06-01")).with(rule);
    assertThat(ledger(timeline, "2030-08-01"))
        .containsExactly(
            "REFUSED had effect until 2030-07-01, and the text before shows it; how it read without"
                + " is not known");
    assertThat(ledger(timeline, "2030-07-01").get(0)).startsWith("REFUSED took effect 2030-05-01");
    assertThat(ledger(Timeline.of(text("2030-07-02")).with(rule), "2030-08-01"))
        .containsExactly("PENDING had effect until 2030-07-01");
  }

  private static State text(String day) {
    State state = Outline.state(BASE);
    return State.of(
        new Regulation(
            new Provenance("test", "", ""), day, state.clauses(), List.of(), List.of(), List.of()));
  }

  private static Rule published(Rule rule, String day) {
    RuleMetadata head = rule.metadata();
    RuleMetadata dated =
        new RuleMetadata(
            head.number(), 87, 1, 9, day, List.of(), List.of(), "", "", "", "", head.dates(), "");
    return new Rule(
        rule.provenance(), dated, List.of(), rule.instructions(), List.of(), List.of(), List.of());
  }

  @Test
  void what_is_put_off_without_a_day_waits_and_what_prints_no_day_is_refused() {
    Timeline timeline =
        timeline(
            rule(
                "2092-1",
                1,
                "",
                replace("Delayed indefinitely, ", "red", "green"),
                replace("", "red", "blue")));
    assertThat(colour(timeline, "2099-01-01")).isEqualTo("red");
    assertThat(timeline.on(day("2099-01-01")).ledger().lines())
        .extracting(LedgerLine::status)
        .containsExactly(Status.PENDING, Status.REFUSED);
    assertThat(ledger(timeline, "2099-01-01").get(1))
        .startsWith("REFUSED no effective date is stated");
    Timeline unclear = timeline(rule("2092-1", 1, "Effective soon.", replace("", "red", "green")));
    assertThat(ledger(unclear, "2099-01-01").get(0))
        .startsWith("REFUSED what the rule says of its dates does not state one effective date");
  }

  @Test
  void what_is_not_understood_is_refused_whatever_its_day() {
    Timeline timeline =
        timeline(rule("2092-1", 1, "", instruction("Effective July 1, 2030, mend § 744.6(a).")));
    assertThat(timeline.on(day("2030-01-01")).ledger().with(Status.REFUSED)).hasSize(1);
  }

  @Test
  void a_slip_of_the_pen_in_a_date_is_read() {
    assertThat(Period.day("January 13. 2025")).contains(day("2025-01-13"));
    assertThat(Period.day("Sept. 5, 2025")).contains(day("2025-09-05"));
    assertThat(Period.day("Aug. 5, 2025")).contains(day("2025-08-05"));
    assertThat(Period.day("February 30, 2025")).isEmpty();
  }
}
