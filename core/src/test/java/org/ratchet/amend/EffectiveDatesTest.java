package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a DATES caption says of an instruction: from when it has effect, and until when. */
class EffectiveDatesTest {

  private static String of(String caption, String instruction) {
    return new EffectiveDates(caption).of(instruction);
  }

  private static void ends(String caption, String first, String last) {
    Period period = Period.of(of(caption, "1")).orElseThrow();
    assertThat(period.from()).as(caption).contains(LocalDate.parse(first));
    assertThat(period.until()).as(caption).contains(LocalDate.parse(last));
  }

  @Test
  void a_last_day_that_is_named_beside_the_first_is_kept() {
    ends("Effective May 1, 2030, through July 1, 2030.", "2030-05-01", "2030-07-01");
    ends("This rule is effective May 1, 2030 until July 1, 2030.", "2030-05-01", "2030-07-01");
    ends("This rule is effective from May 1, 2030, to July 1, 2030.", "2030-05-01", "2030-07-01");
    ends(
        "This temporary rule is effective on May 1, 2030, and expires on July 1, 2030.",
        "2030-05-01",
        "2030-07-01");
    ends(
        "This rule is effective without actual notice from May 1, 2030, through July 1, 2030. For"
            + " enforcement, actual notice will be used from April 1, 2030, until May 1, 2030.",
        "2030-05-01",
        "2030-07-01");
  }

  @Test
  void hours_do_not_hide_the_days() {
    ends(
        "This rule is effective from 8 a.m. on May 1, 2030, through 11:59 p.m. on July 1, 2030.",
        "2030-05-01",
        "2030-07-01");
    ends(
        "This rule is effective from 10:30 a.m. until 11:35 a.m. on May 1, 2030.",
        "2030-05-01",
        "2030-05-01");
    ends(
        "Effective 12:01 a.m., local time, May 1, 2030, until 2400 hours, local time, July 1,"
            + " 2030.",
        "2030-05-01",
        "2030-07-01");
    assertThat(of("This rule is effective at 12:01 a.m. Eastern time on May 1, 2030.", "1"))
        .isEqualTo("May 1, 2030");
  }

  @Test
  void a_sentence_of_its_own_may_say_that_the_rule_expires() {
    String expires =
        "This rule is effective May 1, 2030, except for instruction 3, which is effective June 1,"
            + " 2030. This rule will expire on July 1, 2030.";
    ends(expires, "2030-05-01", "2030-07-01");
    assertThat(of(expires, "3")).isEqualTo("June 1, 2030, until July 1, 2030");
    assertThat(
            of(
                "Effective May 1, 2030. The comment period for this rule expires July 1, 2030.",
                "1"))
        .isEqualTo("May 1, 2030");
    assertThat(of("Effective May 1, 2030. The license in this rule expires July 1, 2030.", "1"))
        .isEqualTo("May 1, 2030");
  }

  @Test
  void an_end_without_a_day_is_stated() {
    assertThat(of("This stay is effective May 1, 2030, until further notice.", "1"))
        .isEqualTo("May 1, 2030, until further notice");
  }

  @Test
  void an_instruction_may_have_days_of_its_own() {
    String own =
        "This rule is effective May 1, 2030, except for instruction 3, which is effective from June"
            + " 1, 2030, through July 1, 2030, and instructions 4 and 5, which are delayed"
            + " indefinitely.";
    assertThat(of(own, "2")).isEqualTo("May 1, 2030");
    assertThat(of(own, "3.a")).isEqualTo("June 1, 2030, through July 1, 2030");
    assertThat(of(own, "5")).isEqualTo("Delayed indefinitely");
  }

  @Test
  void an_instruction_named_apart_with_the_day_of_the_rule_leaves_the_others_theirs() {
    String same =
        "This rule is effective May 1, 2030, except for instruction 6, which is effective May 1,"
            + " 2030.";
    assertThat(of(same, "1")).isEqualTo("May 1, 2030");
    assertThat(of(same, "6")).isEqualTo("May 1, 2030");
  }

  @Test
  void a_range_of_instructions_is_each_of_them() {
    String range =
        "This rule is effective May 1, 2030, except for instructions 3 through 5, which are"
            + " effective June 1, 2030.";
    for (String instruction : new String[] {"3", "4", "5", "4.b.i"}) {
      assertThat(of(range, instruction)).as(instruction).isEqualTo("June 1, 2030");
    }
    assertThat(of(range, "2")).isEqualTo("May 1, 2030");
    assertThat(of(range, "6")).isEqualTo("May 1, 2030");
  }

  @Test
  void the_day_that_is_repeated_with_an_end_has_that_end() {
    ends(
        "This rule is effective May 1, 2030. This temporary rule is effective from May 1, 2030,"
            + " through July 1, 2030.",
        "2030-05-01",
        "2030-07-01");
  }

  @Test
  void of_two_days_or_ends_for_all_none_is_chosen() {
    assertThat(of("Effective May 1, 2030. This rule is effective June 1, 2030.", "1")).isEmpty();
    assertThat(
            of(
                "This rule is effective May 1, 2030, until June 1, 2030. This rule expires July 1,"
                    + " 2030, and the amendments are effective May 1, 2030, until August 1, 2030.",
                "1"))
        .isEmpty();
  }

  @Test
  void what_ends_otherwise_does_not_end_the_rule() {
    assertThat(of("Effective May 1, 2030. Comments are accepted until July 1, 2030.", "1"))
        .isEqualTo("May 1, 2030");
    assertThat(
            of(
                "This rule is effective May 1, 2030. Exporters need not comply until July 1, 2030.",
                "1"))
        .isEqualTo("May 1, 2030");
  }
}
