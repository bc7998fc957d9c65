package org.ratchet.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.Outline;
import org.ratchet.amend.State;

class DifferTest {

  private static final String SECTION =
      """
      part 744 Control policy
        § 744.23 End uses.
          (a) Scope. | You may not export without a license if you know the end use.
            (1) The item is destined to a supercomputer located in the first country.
            (2) The item is destined to a facility that makes integrated circuits.
          (b) The Bureau may inform you by specific notice that a license is required.
      """;

  private static List<String> changes(String before, String after) {
    return changes(Outline.state(before), Outline.state(after));
  }

  private static List<String> changes(State before, State after) {
    return Differ.standard().compare(before, after).stream().map(DifferTest::print).toList();
  }

  private static String print(Change change) {
    String edits =
        change.edits().stream()
            .map(
                edit ->
                    switch (edit.kind()) {
                      case EQUAL -> "";
                      case DELETE -> " -" + edit.text().strip();
                      case INSERT -> " +" + edit.text().strip();
                    })
            .collect(joining());
    String from =
        change.before().isPresent()
                && !change.before().orElseThrow().citation().equals(change.citation())
            ? change.before().orElseThrow().citation() + " -> "
            : "";
    String flag = change.editorial() ? "editorial " : "";
    return flag + change.kind() + " " + from + change.citation() + edits;
  }

  @Test
  void a_state_does_not_differ_from_itself() {
    assertThat(changes(SECTION, SECTION)).isEmpty();
  }

  @Test
  void a_revised_paragraph_is_one_change_with_the_words_that_differ() {
    assertThat(changes(SECTION, SECTION.replace("the first country", "Macau")))
        .containsExactly("revised 15 CFR 744.23(a)(1) -the first country +Macau");
  }

  @Test
  void a_line_of_a_table_of_contents_is_no_law() {
    String before =
        """
        part 744 Control policy
          744.23 Supercomputer and semiconductor manufacturing end uses.
          § 744.23 End uses.
            744.23 Uses that are listed in the supplement to this part.
        """;
    String after = before.replaceAll("(744.23 [SU].*)", "$1 So be it.");
    assertThat(changes(before, after))
        .containsExactly(
            "revised 15 CFR 744.23, ¶ 1 +So be it.",
            "editorial revised 15 CFR part 744, ¶ 1 +So be it.");
  }

  @Test
  void numbers_units_and_citations_are_one_word_each() {
    String before =
        """
        § 744.1 Rates.
          (a) A rate of 4,800 at 600 GB/s/mm^2 or 10^26 operations under § 742.6(a)(6)(iii) applies here.
        """;
    String after =
        before
            .replace("4,800", "1,600")
            .replace("GB/s/mm^2", "GB/s")
            .replace("10^26", "10^25")
            .replace("(a)(6)(iii)", "(a)(6)(i)");
    assertThat(changes(before, after))
        .containsExactly(
            "revised 15 CFR 744.1(a) -4,800 +1,600 -GB/s/mm^2 +GB/s -10^26 +10^25"
                + " -§ 742.6(a)(6)(iii) +§ 742.6(a)(6)(i)");
  }

  @Test
  void what_is_added_with_its_children_is_one_change_at_the_uppermost() {
    String after =
        SECTION
            + """
                (c) The exceptions to this section are the following ones and no others.
                  (1) None of the license exceptions overcomes this prohibition.
            """;
    assertThat(changes(SECTION, after)).containsExactly("added 15 CFR 744.23(c)");
    assertThat(changes(after, SECTION)).containsExactly("removed 15 CFR 744.23(c)");
  }

  /** One section against the whole part: the other sections are each a change of their own. */
  @Test
  void a_unit_that_is_set_out_round_a_known_one_holds_its_own_text_alone() {
    String alone = "part 744 * * *\n" + SECTION.substring(SECTION.indexOf("  § 744.23"));
    String whole = SECTION + "  § 744.24 Lamps.\n    A license is required for lamps.\n";
    List<Change> changes = Differ.standard().compare(Outline.state(alone), Outline.state(whole));
    assertThat(changes.stream().map(DifferTest::print))
        .containsExactly("set out 15 CFR part 744", "set out 15 CFR 744.24");
    assertThat(changes.get(0).after().orElseThrow().children()).isEmpty();
  }

  @Test
  void what_the_state_before_does_not_know_is_set_out_and_never_added() {
    String partial =
        """
        part 744 * * *
          § 744.23 End uses. * * *
            * * *
            (b) The Bureau may inform you by specific notice that a license is required.
        """;
    assertThat(changes(partial, SECTION))
        .containsExactly("set out 15 CFR part 744", "set out 15 CFR 744.23(a)");
    assertThat(changes(SECTION, partial)).isEmpty();
    assertThat(changes(State.empty(), Outline.state(SECTION)))
        .containsExactly("set out 15 CFR part 744");
    assertThat(changes(Outline.state(SECTION), State.empty())).isEmpty();
  }

  @Test
  void a_paragraph_shown_as_context_is_no_change() {
    assertThat(
            changes(
                SECTION,
                SECTION.replace(
                    "(b) The Bureau may inform you by specific notice that a license is required.",
                    "(b) * * *")))
        .isEmpty();
  }

  @Test
  void renumbered_siblings_are_moved_and_not_rewritten() {
    String before =
        """
        § 744.1 Notes.
          Note 1: The control does not apply to goods made before the war ended there.
          Note 2: The control applies to software when it is bundled with the goods.
        """;
    String after =
        """
        § 744.1 Notes.
          Note 1: The control applies to software when it is bundled with the goods.
        """;
    assertThat(changes(before, after))
        .containsExactly(
            "moved Note 2 to 15 CFR 744.1 -> Note 1 to 15 CFR 744.1",
            "removed Note 1 to 15 CFR 744.1");
  }

  @Test
  void a_paragraph_cut_in_two_is_split_and_read_backwards_merged() {
    String one =
        """
        § 744.1 Notices.
          (a) The Bureau may inform you by specific notice that a license is required. The notice names the item, the end user and the date from which it binds.
          (b) An application is reviewed case by case by the agencies that the Secretary names.
        """;
    String two =
        """
        § 744.1 Notices.
          (a) The Bureau may inform you by specific notice that a license is required.
          (b) The notice names the item, the end user and the date from which it binds.
          (c) An application is reviewed case by case by the agencies that the Secretary names.
        """;
    assertThat(kinds(one, two))
        .containsExactly(
            "split 15 CFR 744.1(a) -> 15 CFR 744.1(a)",
            "split 15 CFR 744.1(a) -> 15 CFR 744.1(b)",
            "moved 15 CFR 744.1(b) -> 15 CFR 744.1(c)");
    assertThat(kinds(two, one))
        .containsExactlyInAnyOrder(
            "merged 15 CFR 744.1(a) -> 15 CFR 744.1(a)",
            "merged 15 CFR 744.1(b) -> 15 CFR 744.1(a)",
            "moved 15 CFR 744.1(c) -> 15 CFR 744.1(b)");
  }

  private static List<String> kinds(String before, String after) {
    return Differ.standard().compare(Outline.state(before), Outline.state(after)).stream()
        .filter(change -> change.before().isPresent())
        .map(change -> change.kind() + " " + pair(change))
        .toList();
  }

  private static String pair(Change change) {
    return change.before().orElseThrow().citation() + " -> " + change.citation();
  }

  @Test
  void a_paragraph_that_is_revised_and_renumbered_by_an_insertion_is_found_by_its_order() {
    String after =
        SECTION.replace(
            "(2) The item is destined to a facility that makes integrated circuits.",
            "(2) Fees are due.\n      (3) An item is bound for a facility that makes integrated circuits.");
    assertThat(changes(SECTION, after))
        .containsExactly(
            "added 15 CFR 744.23(a)(2)",
            "moved 15 CFR 744.23(a)(2) -> 15 CFR 744.23(a)(3) -The +An -destined to +bound for");
  }

  @Test
  void a_section_that_moves_with_a_small_edit_is_one_move() {
    String after =
        SECTION.replace("§ 744.23", "§ 744.42").replace("the first country", "another country");
    assertThat(changes(SECTION, after))
        .containsExactly(
            "moved 15 CFR 744.23 -> 15 CFR 744.42",
            "revised 15 CFR 744.23(a)(1) -> 15 CFR 744.42(a)(1) -the first +another");
  }

  @Test
  void a_paragraph_that_moves_with_other_items_under_it_is_known_by_its_own_words() {
    String before =
        """
        § 744.1 Items.
          (a) Reports are due on the first day of each quarter of the year.
          (b) The following items need a license when they are bound for a listed place:
            (1) Lathes that turn parts with a tolerance better than four micrometres.
            (2) Mills with five axes or more that work at the same time.
        § 744.2 Records.
          (a) Records are kept for five years after the goods have left.
        """;
    String after =
        """
        § 744.1 Items.
          (a) Reports are due on the first day of each quarter of the year.
        § 744.2 Records.
          (a) Records are kept for five years after the goods have left.
          (b) The following items need a license when they are bound for a listed place:
            (1) Furnaces that melt metal in a vacuum, whatever they hold.
            (2) Presses that reach a pressure of two hundred megapascals.
        """;
    assertThat(changes(before, after)).contains("moved 15 CFR 744.1(b) -> 15 CFR 744.2(b)");
    assertThat(changes(after, before)).contains("moved 15 CFR 744.2(b) -> 15 CFR 744.1(b)");
  }

  @Test
  void a_paragraph_keeps_its_heading_when_another_takes_its_label() {
    String before =
        """
        § 744.1 Requirement.
          (i) Machines. | A license is needed to send a machine to the first country.
          (ii) Advanced items. | A license is needed to send an item of the list, and software for it, to the first country.
          (iii) Deemed exports. | The requirements of this section do not reach a deemed export.
        """;
    String after =
        """
        § 744.1 Requirement.
          (i) Machines. | A license is needed to send a machine to the first country.
          (ii) Governments. | The license that is needed for a machine is not needed to send it between governments that control the item.
          (iii) Advanced items. | By place. A license is needed for whatever stands in one of three paragraphs, wherever a listed group of places is its end, an item of the list among it.
          (iv) Deemed exports. | The requirements of this section do not reach a deemed export.
        """;
    assertThat(pairs(before, after))
        .containsExactlyInAnyOrder(
            "15 CFR 744.1(ii) -> 15 CFR 744.1(iii)", "15 CFR 744.1(iii) -> 15 CFR 744.1(iv)");
    assertThat(pairs(after, before))
        .containsExactlyInAnyOrder(
            "15 CFR 744.1(iii) -> 15 CFR 744.1(ii)", "15 CFR 744.1(iv) -> 15 CFR 744.1(iii)");
  }

  private static List<String> pairs(String before, String after) {
    return Differ.standard().compare(Outline.state(before), Outline.state(after)).stream()
        .filter(change -> change.before().isPresent() && change.after().isPresent())
        .map(DifferTest::pair)
        .toList();
  }

  @Test
  void a_paragraph_whose_end_was_cut_off_keeps_its_label_beside_one_that_resembles_it() {
    String before =
        """
        § 744.1 Periods.
          (1) The number of days in the period that begins on the date when a test of the item was started and that ends on the date when an application was first filed for the item under the law.
          (2) The number of days in the period that begins on the date when an application was first filed for the item under the law, and that ends on the date when the license took effect or, if someone objected, when the objections were resolved.
        """;
    String after =
        """
        § 744.1 Periods.
          (1) Half of any days when nobody did a test, and no more than the days of one year.
          (2) The number of days in the period that begins on the date when an application was first filed for the item under the law.
          (3) Days after the license took effect or after objections were resolved, if someone objected, and that the Bureau adds at the date of its notice.
        """;
    assertThat(pairs(before, after)).contains("15 CFR 744.1(2) -> 15 CFR 744.1(2)");
    assertThat(pairs(after, before)).contains("15 CFR 744.1(2) -> 15 CFR 744.1(2)");
  }

  @Test
  void what_was_cut_off_a_paragraph_is_no_answer_to_one_that_was_removed_after_it() {
    String before =
        """
        § 744.1 Copies.
          (1) Within one month of a letter file a copy of the letter, including any desired deletions, and a second copy that shows the deleted matter in brackets; and
          (2) With each submission include a copy of the submission, including any desired deletions, and a second copy that shows the deleted matter in brackets.
        """;
    String after =
        """
        § 744.1 Copies.
          (1) Within one month of a letter file a copy of the letter;
          (2) including any desired deletions, and a second copy that shows the deleted matter in brackets.
        """;
    assertThat(kinds(before, after))
        .contains(
            "split 15 CFR 744.1(1) -> 15 CFR 744.1(1)", "split 15 CFR 744.1(1) -> 15 CFR 744.1(2)");
    assertThat(changes(before, after)).contains("removed 15 CFR 744.1(2)");
    assertThat(kinds(after, before))
        .contains(
            "merged 15 CFR 744.1(1) -> 15 CFR 744.1(1)",
            "merged 15 CFR 744.1(2) -> 15 CFR 744.1(1)");
    assertThat(changes(after, before)).contains("added 15 CFR 744.1(2)");
  }

  @Test
  void of_two_likenesses_the_nearer_is_the_part_of_a_paragraph_that_was_split() {
    String before =
        """
        § 744.1 Scope.
          (e) Listed entities. The rule holds for a listed entity that is a party to the deal.
          (i) Machines. Product scope. The product scope is met where the item is the direct product of technology or software that the list of this part names in its third category.
        """;
    String after =
        """
        § 744.1 Scope.
          (e) Listed entities. The rule holds for a listed entity that is a party to the deal.
            (1) The foreign item is the direct product of technology or software that the list of this part names in its third category, or so.
          (i) Machines. Product scope. The product scope is met where either of the two conditions of this paragraph is met.
            (1) One condition. The thing is the direct product of technology or software that the list of this part names in its third category or its fourth.
        """;
    assertThat(changes(before, after))
        .contains("added 15 CFR 744.1(e)(1)")
        .anyMatch(c -> c.startsWith("split 15 CFR 744.1(i) -> 15 CFR 744.1(i)(1)"));
  }

  @Test
  void the_same_text_elsewhere_is_an_answer_before_other_words_under_the_same_label() {
    String before =
        """
        § 744.1 Review.
          (a) Applications to support a listed end use are denied if the support makes a material contribution.
        § 744.2 Records.
          (a) Records are kept for five years after the goods have left.
        """;
    String after =
        """
        § 744.1 Review.
          (a) Applications to support a listed end use face a presumption of denial until the agencies agree.
        § 744.2 Records.
          (a) Records are kept for five years after the goods have left.
          (b) Applications to support a listed end use are denied if the support makes a material contribution.
        """;
    assertThat(changes(before, after))
        .containsExactly("added 15 CFR 744.1(a)", "moved 15 CFR 744.1(a) -> 15 CFR 744.2(b)");
  }

  @Test
  void what_only_resembles_a_part_of_a_merged_paragraph_is_no_part_of_it() {
    String before =
        """
        § 744.1 Mail.
          (a) The number of the label was put on the papers before they were first mailed by the express service; and
          (b) The petition shows that the papers were handed in on the day that the petitioner names as the day of filing, before the last pickup of that day. Proof comes from the service itself or was made within one business day of the deposit of the papers with it.
          (c) The number of the label was put on the papers before they were to be mailed by the express service.
        """;
    String after =
        """
        § 744.1 Mail.
          (a) The number of the label was put on the papers before they were first mailed by the express service; and The petition shows that the papers were handed in on the day that the petitioner names as the day of filing, before the last pickup of that day. Proof comes from the service itself or was made within one business day of the deposit of the papers with it.
        """;
    assertThat(changes(before, after))
        .contains("removed 15 CFR 744.1(c)")
        .noneMatch(change -> change.contains("744.1(c) ->"));
  }

  @Test
  void unrelated_texts_at_different_places_are_an_addition_and_a_removal() {
    String before = "§ 744.1 Old.\n  (a) Cats sleep through the day and wake at night to hunt.\n";
    String after = "§ 744.1 Old.\n  (b) Exports of widgets need a license from the bureau first.\n";
    assertThat(changes(before, after))
        .containsExactly("removed 15 CFR 744.1(a)", "added 15 CFR 744.1(b)");
  }

  @Test
  void quotes_dashes_spaces_and_the_case_of_supplement_are_editorial() {
    String before =
        """
        § 744.1 Lists.
          (a) See “lists” in Supplement No. 4 to part 744—Entity List  for it;
        """;
    String after =
        """
        § 744.1 Lists.
          (a) See "lists" in supplement no. 4 to part 744-Entity List for it.
        """;
    assertThat(changes(before, after)).hasSize(1).allMatch(c -> c.startsWith("editorial revised"));
    assertThat(changes(before, before.replace("“lists”", "‘lists’")))
        .as("single quotes mark other terms than double ones")
        .noneMatch(c -> c.startsWith("editorial"));
    assertThat(changes(before, before.replace("for it;", "for it; or")))
        .as("a connective is substance")
        .noneMatch(c -> c.startsWith("editorial"));
  }

  @Test
  void raised_and_lowered_text_that_one_copy_sets_on_the_line_is_editorial() {
    String raised = SECTION.replace("destined to a s", "of 10^26 KNH_2 for a s");

    assertThat(changes(raised.replace("10^26 KNH_2", "1026 KNH2"), raised))
        .hasSize(1)
        .allMatch(c -> c.startsWith("editorial revised"));
    assertThat(changes(raised.replace("10^26", "10^25"), raised))
        .hasSize(1)
        .noneMatch(c -> c.startsWith("editorial"));
    assertThat(changes(raised.replace("10^26", "1025"), raised))
        .hasSize(1)
        .noneMatch(c -> c.startsWith("editorial"));
  }

  @Test
  void marks_that_shift_where_words_begin_are_editorial_together() {
    String quoted = SECTION.replace("destined to a s", "of “making “widget” making” for a s");
    String straight = quoted.replace("“", "\"").replace("”", "\"");
    String raised = SECTION.replace("destined to a s", "of Pb(Mg_1/3Nb_2/3)O_3-PbTiO_3 for a s");
    String flat = raised.replace("_", "");

    assertThat(changes(straight, quoted)).allMatch(c -> c.startsWith("editorial revised"));
    assertThat(changes(flat, raised)).allMatch(c -> c.startsWith("editorial revised"));
    assertThat(changes(straight, quoted.replace("”", "")))
        .as("a term that loses its marks is substance")
        .hasSize(1)
        .noneMatch(c -> c.startsWith("editorial"));
    assertThat(changes(flat, raised.replace("2/3", "1/3")))
        .as("a number is substance")
        .hasSize(1)
        .noneMatch(c -> c.startsWith("editorial"));
  }

  @Test
  void a_place_that_is_newly_kept_free_is_editorial_both_ways() {
    String before = "§ 744.1 Notes.\n  (a) Fees are due on the first day of each quarter.\n";
    String after = before + "  (b) [Reserved]\n";

    assertThat(changes(before, after)).containsExactly("editorial added 15 CFR 744.1(b)");
    assertThat(changes(after, before)).containsExactly("editorial removed 15 CFR 744.1(b)");
  }

  @Test
  void a_new_place_with_a_heading_or_with_items_is_not_only_kept_free() {
    String before = "§ 744.1 Notes.\n  (a) Fees are due on the first day of each quarter.\n";

    assertThat(changes(before, before + "  (b) Licenses for lamps. | [Reserved]\n"))
        .containsExactly("added 15 CFR 744.1(b)");
    assertThat(changes(before, before + "  (b) [Reserved]\n    (1) Lamps need a license.\n"))
        .containsExactly("added 15 CFR 744.1(b)");
  }

  @Test
  void a_text_that_is_reserved_is_one_change() {
    String after =
        """
        part 744 Control policy
          § 744.23 End uses.
            (a) [Reserved]
            (b) The Bureau may inform you by specific notice that a license is required.
        """;
    assertThat(changes(SECTION, after))
        .hasSize(1)
        .allMatch(c -> c.startsWith("reserved 15 CFR 744.23(a)"));
  }

  @Test
  void ids_come_from_content() {
    State before = Outline.state(SECTION);
    State after = Outline.state(SECTION.replace("the first country", "Macau"));
    String id = Differ.standard().compare(before, after).get(0).id();
    assertThat(id).matches("[0-9a-f]{16}");
    assertThat(Differ.standard().compare(before, after).get(0).id()).isEqualTo(id);
  }
}
