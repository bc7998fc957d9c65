package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Citation;
import org.ratchet.document.Instruction;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

class AmendmentParserTest {

  static Instruction instruction(String part, String text, String... lettered) {
    Span span = Span.ofLine("test", 1);
    Citation of = Citation.part(15, part);
    List<Instruction> children = new ArrayList<>();
    for (String child : lettered) {
      String label = child.substring(0, child.indexOf('.'));
      String words = child.substring(child.indexOf('.') + 1).strip();
      children.add(
          new Instruction("1." + label, label, Runs.of(words), of, List.of(), List.of(), span));
    }
    return new Instruction("1", "1", Runs.of(text), of, children, List.of(), span);
  }

  /** One operation a line, as an instruction would be summed up in a margin. */
  private static String read(String part, String text, String... lettered) {
    return AmendmentParser.standard().parse(instruction(part, text, lettered)).stream()
        .map(AmendmentParserTest::print)
        .collect(Collectors.joining("\n"));
  }

  private static String print(AmendmentParser.Reading reading) {
    String date = reading.effective().isEmpty() ? "" : " on " + reading.effective();
    if (!reading.reason().isEmpty()) {
      return "refused: " + reading.reason() + date;
    }
    return reading.operations().stream()
        .map(operation -> print(operation) + date)
        .collect(Collectors.joining("\n"));
  }

  private static String print(Amendment operation) {
    return operation.inWords().replace("15 CFR ", "").replaceFirst("^no change to ", "no change ");
  }

  private static String lines(String... lines) {
    return Arrays.stream(lines).collect(Collectors.joining("\n"));
  }

  @Test
  void active_and_passive_voice_say_the_same() {
    assertThat(read("744", "Section 744.23 is revised to read as follows:"))
        .isEqualTo("revise 744.23");
    assertThat(read("744", "Revise § 744.23 to read as follows:")).isEqualTo("revise 744.23");
    assertThat(read("744", "In § 744.23, revise paragraph (b) to read as follows:"))
        .isEqualTo("revise 744.23(b)");
    assertThat(
            read("744", "Section 744.23 is amended by revising paragraph (b) to read as follows:"))
        .isEqualTo("revise 744.23(b)");
    assertThat(read("744", "Section 740.8 is added to read as follows:")).isEqualTo("add 740.8");
    assertThat(read("740", "Part 740 is amended by adding § 740.24 to read as follows:"))
        .isEqualTo("add 740.24");
  }

  @Test
  void several_targets_stand_in_one_instruction() {
    assertThat(
            read(
                "742",
                "Section 742.6 is amended by revising paragraphs (a)(6)(i) through (iii) and (b)(10) to read as follows:"))
        .isEqualTo(
            lines(
                "revise 742.6(a)(6)(i)",
                "revise 742.6(a)(6)(ii)",
                "revise 742.6(a)(6)(iii)",
                "revise 742.6(b)(10)"));
    assertThat(
            read(
                "734",
                "Section 734.4 is amended by revising paragraphs (a)(3), (8), and (9) to read as follows:"))
        .isEqualTo(lines("revise 734.4(a)(3)", "revise 734.4(a)(8)", "revise 734.4(a)(9)"));
    assertThat(
            read(
                "736",
                "In § 736.2, revise paragraph (a)(2), add paragraph (a)(3), and revise paragraph (c)(1) to read as follows:"))
        .isEqualTo(lines("revise 736.2(a)(2)", "add 736.2(a)(3)", "revise 736.2(c)(1)"));
    assertThat(
            read(
                "743",
                "Part 743 is amended by adding sections 743.7 and 743.8, to read as follows:"))
        .isEqualTo(lines("add 743.7", "add 743.8"));
  }

  @Test
  void the_place_is_inherited_by_lettered_items() {
    assertThat(
            read(
                "734",
                "Section 734.9 is amended by:",
                "a. Revising the paragraph heading of paragraph (a) and adding paragraph (a)(3);",
                "b. Revising paragraphs (e)(3) introductory text, (e)(3)(i) introductory text; and (e)(3)(ii);",
                "c. Redesignating Note 3 to paragraph (g) as Note 4 to paragraph (g), Note 5 to paragraph (h)(2)(ii) as Note 6 to paragraph (h)(2)(ii);",
                "d. Adding Note 5 to paragraph (h)(1); and",
                "e. Revising paragraph (k)(1) introductory text."))
        .isEqualTo(
            lines(
                "revise 734.9(a) heading",
                "add 734.9(a)(3)",
                "revise 734.9(e)(3) introductory text",
                "revise 734.9(e)(3)(i) introductory text",
                "revise 734.9(e)(3)(ii)",
                "redesignate Note 3 to 734.9(g) as Note 4 to 734.9(g)",
                "redesignate Note 5 to 734.9(h)(2)(ii) as Note 6 to 734.9(h)(2)(ii)",
                "add Note 5 to 734.9(h)(1)",
                "revise 734.9(k)(1) introductory text"));
    assertThat(
            read(
                "744",
                "In § 744.21, in paragraph (a):",
                "a. Revise paragraph (1); and",
                "b. Remove paragraph (b)."))
        .isEqualTo(lines("revise 744.21(a)(1)", "remove 744.21(b)"));
  }

  @Test
  void headings_and_introductory_texts_are_less_than_the_unit() {
    assertThat(read("744", "In § 744.6, revise the section heading to read as follows:"))
        .isEqualTo("revise 744.6 heading");
    assertThat(
            read(
                "744",
                "In § 744.6, revise the introductory text and paragraphs (c) and (d) to read as follows:"))
        .isEqualTo(lines("revise 744.6 introductory text", "revise 744.6(c)", "revise 744.6(d)"));
    assertThat(
            read(
                "744",
                "In § 744.6, revise the introductory text of paragraphs (a) and (b) to read as follows:"))
        .isEqualTo(lines("revise 744.6(a) introductory text", "revise 744.6(b) introductory text"));
    assertThat(read("744", "In § 744.6, add a heading to paragraph (c) to read as follows:"))
        .isEqualTo("add 744.6(c) heading");
  }

  @Test
  void supplements_entries_and_items_are_units() {
    assertThat(
            read(
                "774",
                "In supplement no. 1 to part 774, Category 3, ECCN 3A090 is revised to read as follows:"))
        .isEqualTo("revise ECCN 3A090");
    assertThat(
            read(
                "774",
                "Supplement no. 1 to part 774 is amended by:",
                "a. Adding ECCNs 3A901 and 3A904;",
                "b. Revising ECCN 3B001; and",
                "c. Removing and reserving ECCN 3B090."))
        .isEqualTo(
            lines(
                "add ECCN 3A901",
                "add ECCN 3A904",
                "revise ECCN 3B001",
                "remove and reserve ECCN 3B090"));
    assertThat(
            read(
                "774",
                "In supplement no. 1 to part 774, Category 3, ECCN 3A001 is amended by adding paragraph z at the end of the Items paragraph to read as follows:"))
        .isEqualTo("add ECCN 3A001.z");
    assertThat(read("774", "ECCN 3B991 is amended by revising the heading to read as follows:"))
        .isEqualTo("revise ECCN 3B991 heading");
    assertThat(read("774", "In ECCN 3A090, add Note 2 to 3A090.a to read as follows:"))
        .isEqualTo("add Note 2 to 3A090.a");
    assertThat(read("740", "Supplements no. 6 and 7 are added to read as follows:"))
        .isEqualTo(lines("add Supp. No. 6 to Part 740", "add Supp. No. 7 to Part 740"));
    assertThat(
            read(
                "736",
                "Supplement no. 1 to part 736 is amended by adding paragraph (e) to General Order No. 4."))
        .isEqualTo("add Supp. No. 1 to Part 736, heading \"General Order No. 4\", (e)");
  }

  @Test
  void definitions_and_entities_are_named_by_their_words() {
    assertThat(
            read(
                "772",
                "Section 772.1 is amended by adding, in alphabetical order, a definition for “Supercomputer” to read as follows:"))
        .isEqualTo("add 772.1 \"Supercomputer\"");
    assertThat(
            read(
                "772",
                "In § 772.1, add alphabetically definitions for “Alpha”, “Beta”, and “Gamma ray” to read as follows:"))
        .isEqualTo(lines("add 772.1 \"Alpha\"", "add 772.1 \"Beta\"", "add 772.1 \"Gamma ray\""));
    assertThat(
            read(
                "744",
                "Supplement no. 4 to part 744 is amended:",
                "a. Under CHINA, PEOPLE'S REPUBLIC OF, by adding, in alphabetical order, entries for “Alpha Co., Ltd.;” and “Beta Institute.”; and",
                "b. Under RUSSIA, by removing the entry for “Gamma JSC.”"))
        .isEqualTo(
            lines(
                "add Supp. No. 4 to Part 744, CHINA, PEOPLE'S REPUBLIC OF, \"Alpha Co., Ltd.\"",
                "add Supp. No. 4 to Part 744, CHINA, PEOPLE'S REPUBLIC OF, \"Beta Institute.\"",
                "remove Supp. No. 4 to Part 744, RUSSIA, \"Gamma JSC.\""));
  }

  @Test
  void redesignations_pair_old_and_new() {
    assertThat(
            read(
                "744",
                "Section 744.6 is amended by redesignating paragraphs (f) through (h) as paragraphs (d) through (f)."))
        .isEqualTo(
            lines(
                "redesignate 744.6(f) as 744.6(d)",
                "redesignate 744.6(g) as 744.6(e)",
                "redesignate 744.6(h) as 744.6(f)"));
    assertThat(
            read(
                "744",
                "In § 744.6, remove paragraph (g) and redesignate paragraph (h) as paragraph (g)."))
        .isEqualTo(lines("remove 744.6(g)", "redesignate 744.6(h) as 744.6(g)"));
    assertThat(
            read(
                "744",
                "Section 744.6 is amended by redesignating paragraphs (f) through (h) as paragraph (d)."))
        .isEqualTo("refused: it does not name as many new designations as old ones");
  }

  @Test
  void words_are_replaced_in_a_unit_once_unless_it_says_otherwise() {
    assertThat(
            read(
                "744",
                "Section 744.11 is further amended by removing the words “a listed foundry” from paragraph (a)(1) and adding in their place the words “a foundry”."))
        .isEqualTo("replace “a listed foundry” by “a foundry” in 744.11(a)(1)");
    assertThat(
            read(
                "744",
                "In § 744.11, in paragraph (f), remove the citation “§ 1” and add in its place the citation “§ 2”."))
        .isEqualTo("replace “§ 1” by “§ 2” in 744.11(f)");
    assertThat(
            read(
                "744",
                "Amend § 744.11 by revising all references to “director” in paragraphs (a) and (b) to read “chief”."))
        .isEqualTo(
            lines(
                "replace “director” by “chief” in 744.11(a), wherever it appears",
                "replace “director” by “chief” in 744.11(b), wherever it appears"));
    assertThat(
            read(
                "744",
                "Amend § 744.11 by removing the words “Iraq” wherever they appear and adding in their place “Iran”."))
        .isEqualTo("replace “Iraq” by “Iran” in 744.11, wherever it appears");
    assertThat(
            read(
                "772",
                "Amend § 772.1 by removing the word “old” in the definition of “Item” and adding in its place the word “new”."))
        .isEqualTo("replace “old” by “new” in 772.1 \"Item\"");
  }

  @Test
  void an_authority_citation_that_continues_to_read_changes_nothing() {
    assertThat(read("744", "The authority citation for part 744 continues to read as follows:"))
        .isEqualTo("no change 15 CFR part 744, authority".replace("15 CFR ", ""));
    assertThat(
            read(
                "744", "The authority citation for 15 CFR part 744 is revised to read as follows:"))
        .isEqualTo("revise part 744, authority");
  }

  @Test
  void an_instruction_may_have_its_own_date() {
    assertThat(
            read(
                "736",
                "Effective January 1, 2026, supplement no. 1 to part 736 is further amended by removing and reserving paragraph (e)."))
        .isEqualTo("remove and reserve Supp. No. 1 to Part 736(e) on January 1, 2026");
    assertThat(
            read(
                "744",
                "Delayed indefinitely, amend § 744.1 by revising paragraph (a) to read as follows:"))
        .isEqualTo("revise 744.1(a) on Delayed indefinitely");
    assertThat(
            read(
                "742",
                "Effective November 25, 2024, amend § 742.6 by adding reserved paragraphs (a)(11) and (b)(12) to read as follows:"))
        .isEqualTo(
            lines(
                "reserve 742.6(a)(11) on November 25, 2024",
                "reserve 742.6(b)(12) on November 25, 2024"));
  }

  @Test
  void sentences_are_named_by_their_places() {
    assertThat(
            read(
                "744",
                "In § 744.1, revise the first sentence of paragraph (a) to read as follows:"))
        .isEqualTo("revise 744.1(a), first sentence");
    assertThat(
            read(
                "744",
                "Section 744.1 is amended by revising the section heading, the second and third sentences of paragraph (a), and paragraph (b) to read as follows:"))
        .isEqualTo(
            lines(
                "revise 744.1 heading",
                "revise 744.1(a), second and third sentence",
                "revise 744.1(b)"));
    assertThat(
            read(
                "744",
                "In § 744.1, add two sentences at the end of paragraph (c) to read as follows:"))
        .isEqualTo("add 2 sentences at the end of 744.1(c)");
    assertThat(read("744", "In § 744.1(a), add a fifth sentence to read as follows:"))
        .isEqualTo("add a sentence after the fourth sentence in 744.1(a)");
    assertThat(
            read(
                "744",
                "Section 744.1 is amended by adding one sentence to the end of the introductory text to read as follows:"))
        .isEqualTo("add a sentence at the end of 744.1 introductory text");
    assertThat(
            read(
                "744",
                "Amend § 744.1 by:",
                "a. In the introductory text, removing the three sentences that follow the first sentence; and",
                "b. Removing the last sentence of paragraph (b)."))
        .isEqualTo(
            lines(
                "remove 744.1 introductory text, second and third and fourth sentence",
                "remove 744.1(b), last sentence"));
    assertThat(
            read(
                "744",
                "Amend § 744.1 by removing “Utopia” in the fourth and seventh sentences of paragraph (a) introductory text wherever it appears."))
        .isEqualTo(
            "remove “Utopia” in 744.1(a) introductory text, fourth and seventh sentence, wherever it appears");
  }

  @Test
  void words_and_marks_are_inserted_at_a_place() {
    assertThat(
            read("744", "Amend § 744.1 by adding the word “and” at the end of paragraph (b)(7);"))
        .isEqualTo("insert “and” at the end of 744.1(b)(7)");
    assertThat(
            read(
                "744",
                "Amend § 744.1 by adding the words “or reexport” after the word “export” in paragraph (a)."))
        .isEqualTo("insert “or reexport” after “export” in 744.1(a)");
    assertThat(
            read(
                "744",
                "In § 744.1(c), insert, between the words “alpha” and “gamma”, the word “beta”."))
        .isEqualTo("insert “beta” between “alpha” and “gamma” in 744.1(c)");
    assertThat(
            read(
                "744",
                "Amend § 744.1 by removing the semicolons at the ends of paragraphs (a)(1) and (2) and adding periods in their places."))
        .isEqualTo(
            lines(
                "replace “;” by “.” in 744.1(a)(1), at the end",
                "replace “;” by “.” in 744.1(a)(2), at the end"));
    assertThat(
            read(
                "744",
                "Amend § 744.1 by removing “alpha” in both places it appears and adding in its place “beta”."))
        .isEqualTo("replace “alpha” by “beta” in 744.1, 2 times");
  }

  @Test
  void rows_and_notes_of_tables_are_targets() {
    assertThat(
            read(
                "740",
                "Supplement no. 1 to part 740 is amended by:",
                "a. In the Country Group B table, removing “Utopia”;",
                "b. In the “Country Group A” and “Country Group D” tables, adding an entry for “Ruritania” in alphabetical order; and",
                "c. Removing the entry for Erewhon and revising footnote 1 to the table."))
        .isEqualTo(
            lines(
                "remove Supp. No. 1 to Part 740, table \"Country Group B\", row \"Utopia\"",
                "add Supp. No. 1 to Part 740, table \"Country Group A\", row \"Ruritania\"",
                "add Supp. No. 1 to Part 740, table \"Country Group D\", row \"Ruritania\"",
                "remove Supp. No. 1 to Part 740, row \"Erewhon\"",
                "revise Footnote 1 to Supp. No. 1 to Part 740"));
    assertThat(
            read(
                "744",
                "In § 744.1, in table 1 to paragraph (b), remove the 8 entries under “Fees” and add in their place 10 new entries."))
        .isEqualTo("replace the 8 rows under Table 1 to 744.1(b), row \"Fees\" by 10 others");
  }

  @Test
  void a_place_before_a_verb_is_where_that_verb_works() {
    String both = "replace “x” by “y” in 744.6(a)\nreplace “v” by “w” in 744.6(b)";
    assertThat(
            read(
                "744",
                "In § 744.6, in paragraph (a), remove “x” and add in its place “y” and, in paragraph (b), remove “v” and add in its place “w”."))
        .isEqualTo(both);
    assertThat(
            read(
                "744",
                "Section 744.6 is amended in paragraph (a) by removing “x” and adding “y” in its place and in paragraph (b) by removing “v” and adding “w” in its place."))
        .isEqualTo(both);
    assertThat(
            read(
                "744",
                "Amend § 744.6 by revising paragraph (a), removing paragraph (b), and in paragraphs (c) and (d), removing “x”."))
        .isEqualTo(
            lines(
                "revise 744.6(a)",
                "remove 744.6(b)",
                "remove “x” in 744.6(c)",
                "remove “x” in 744.6(d)"));
    assertThat(
            read(
                "744",
                "In § 744.6, remove “x” in paragraph (a) and, in paragraph (b), in the first sentence, remove “y”."))
        .isEqualTo(lines("remove “x” in 744.6(a)", "remove “y” in 744.6(b), first sentence"));
    assertThat(
            read(
                "744",
                "Supplement no. 4 to part 744 is amended under CHINA by removing the entry for “X” and under INDIA by removing the entry for “Y”."))
        .isEqualTo(
            lines(
                "remove Supp. No. 4 to Part 744, CHINA, \"X\"",
                "remove Supp. No. 4 to Part 744, INDIA, \"Y\""));
    assertThat(
            read(
                "744",
                "In § 744.6, in the entry for “Eel”, remove “x” and, in the entry for “Owl”, remove “y”."))
        .isEqualTo(lines("remove “x” in 744.6, row \"Eel\"", "remove “y” in 744.6, row \"Owl\""));
  }

  @Test
  void a_place_behind_a_verb_is_where_it_works_also_before_another() {
    assertThat(
            read(
                "744",
                "In § 744.6, remove “x” in paragraph (a), and in paragraph (c), and add in its place “y”."))
        .isEqualTo(lines("replace “x” by “y” in 744.6(a)", "replace “x” by “y” in 744.6(c)"));
    assertThat(
            read(
                "744",
                "Amend § 744.6 by adding “x” after “y” in paragraph (a) and in paragraph (b) and removing “z”."))
        .isEqualTo(
            lines(
                "insert “x” after “y” in 744.6(a)",
                "insert “x” after “y” in 744.6(b)",
                "remove “z” in 744.6"));
  }

  @Test
  void a_paragraph_may_stand_before_its_section() {
    assertThat(read("744", "In paragraphs (a) and (b)(1) of § 744.6, remove “x”."))
        .isEqualTo(lines("remove “x” in 744.6(a)", "remove “x” in 744.6(b)(1)"));
    assertThat(read("744", "In the first sentence of paragraph (a) of § 744.6, remove “x”."))
        .isEqualTo("remove “x” in 744.6(a), first sentence");
    assertThat(read("744", "In Note 1 to paragraph (a) of § 744.6, remove “x”."))
        .isEqualTo("remove “x” in Note 1 to 744.6(a)");
    assertThat(
            read(
                "744",
                "In paragraph (a) of § 744.6, add “x” after “y” and, in paragraph (b), add “z” after “w”."))
        .isEqualTo(lines("insert “x” after “y” in 744.6(a)", "insert “z” after “w” in 744.6(b)"));
  }

  @Test
  void a_country_of_a_list_may_stand_behind_its_entry_and_be_named_in_full() {
    assertThat(
            read(
                "744",
                "In supplement no. 4 to part 744, in the entry for “Widget Works” under CHINA, remove “x” and add in its place “y”."))
        .isEqualTo("replace “x” by “y” in Supp. No. 4 to Part 744, CHINA, \"Widget Works\"");
    assertThat(
            read(
                "744",
                "Supplement no. 4 to part 744 is amended:",
                "a. Under China, People's Republic of, by removing the entry for “Widget Works;” and",
                "b. In the entry for “Mill” under INDIA, by removing the address “x” and adding in its place the address “y”."))
        .isEqualTo(
            lines(
                "remove Supp. No. 4 to Part 744, CHINA, PEOPLE'S REPUBLIC OF, \"Widget Works\"",
                "replace “x” by “y” in Supp. No. 4 to Part 744, INDIA, \"Mill\""));
  }

  @Test
  void parts_of_an_entry_may_be_named_as_entries_print_them() {
    assertThat(
            read(
                "774",
                "In supplement no. 1 to part 774, ECCN 3A090 is amended by revising the List Based License Exceptions section."))
        .isEqualTo("revise ECCN 3A090, License Exceptions");
  }

  @Test
  void lists_of_entities_may_be_ill_printed() {
    assertThat(
            read(
                "744",
                "Supplement no. 4 to part 744 is amended:",
                "a. Under the United Arab Emirates, by adding entries for “Alpha Ltd.;” Beta Hub;” “Gamma;” and “Delta Co., Ltd.;” and",
                "b. Under CHINA, adding entries for Epsilon “Technology Ltd.; “Zeta;” and “Eta.”"))
        .isEqualTo(
            lines(
                "add Supp. No. 4 to Part 744, UNITED ARAB EMIRATES, \"Alpha Ltd.\"",
                "add Supp. No. 4 to Part 744, UNITED ARAB EMIRATES, \"Beta Hub\"",
                "add Supp. No. 4 to Part 744, UNITED ARAB EMIRATES, \"Gamma\"",
                "add Supp. No. 4 to Part 744, UNITED ARAB EMIRATES, \"Delta Co., Ltd.\"",
                "add Supp. No. 4 to Part 744, CHINA, \"Epsilon Technology Ltd.\"",
                "add Supp. No. 4 to Part 744, CHINA, \"Zeta\"",
                "add Supp. No. 4 to Part 744, CHINA, \"Eta.\""));
  }

  @Test
  void subparts_chapters_and_authority_citations_are_units() {
    assertThat(read("744", "The heading for subpart B is revised to read as follows:"))
        .isEqualTo("revise part 744, heading \"Subpart B\" heading");
    assertThat(read("744", "Add subpart E to read as follows:"))
        .isEqualTo("add part 744, heading \"Subpart E\"");
    assertThat(read("744", "Transfer § 744.75 from subpart D to subpart E."))
        .isEqualTo("transfer 744.75 to part 744, heading \"Subpart E\"");
    assertThat(read("744", "Redesignate § 744.75 as § 744.325 and transfer to subpart E."))
        .isEqualTo(
            lines(
                "redesignate 744.75 as 744.325",
                "transfer 744.325 to part 744, heading \"Subpart E\""));
    assertThat(
            read(
                "744",
                "Amend § 744.1 by revising the section heading, paragraph (c), and the authority citation at the end of the section to read as follows:"))
        .isEqualTo(lines("revise 744.1 heading", "revise 744.1(c)", "revise 744.1, authority"));
    assertThat(
            read(
                "744",
                "Amend § 744.1 by removing the authority citation immediately preceding paragraph (b)."))
        .isEqualTo("remove 744.1, authority \"before (b)\"");
    assertThat(
            read(
                "744",
                "The authority citation for part 744, subpart A, continues to read as follows:"))
        .isEqualTo("no change part 744, heading \"Subpart A\", authority");
  }

  @Test
  void official_interpretations_are_headings_with_numbered_comments() {
    assertThat(
            read(
                "744",
                "In Supplement I to part 744, under Section 744.2—Definitions, under 2(e) Consumer Lease, paragraph 9.vi is added to read as follows:"))
        .isEqualTo("add Supp. I to Part 744, heading \"Section 744.2\", heading \"2(e)\", (9)(vi)");
    assertThat(
            read(
                "744",
                "In Supplement I to part 744:",
                "a. Under comment 31(b)(1)(vi), paragraph 1 is revised and paragraphs 2 and 3.ii are removed; and",
                "b. Comment 33(h) is added."))
        .isEqualTo(
            lines(
                "revise Supp. I to Part 744, heading \"Section 744.31\", heading \"31(b)(1)(vi)\", (1)",
                "remove Supp. I to Part 744, heading \"Section 744.31\", heading \"31(b)(1)(vi)\", (2)",
                "remove Supp. I to Part 744, heading \"Section 744.31\", heading \"31(b)(1)(vi)\", (3)(ii)",
                "add Supp. I to Part 744, heading \"Section 744.33\", heading \"33(h)\""));
  }

  @Test
  void a_published_document_is_corrected_where_it_is_printed() {
    assertThat(
            read(
                "744",
                "On page 30705, in the first column, § 744.33 is corrected by revising paragraph (c)(2)(iii) to read as follows:"))
        .isEqualTo("correct page 30705, in the first column: revise 744.33(c)(2)(iii)");
    assertThat(
            read(
                "744",
                "On page 7, in the third column, amendatory instruction 2.b. is corrected to read “In § 744.1, paragraphs (a) and (b) are revised.”"))
        .isEqualTo("correct instruction 2.b: revise 744.1(a); revise 744.1(b)");
    assertThat(
            read(
                "744",
                "On page 7, in the second column, in § 744.1(a), “Jnauary” is corrected to read “January”."))
        .isEqualTo(
            "correct page 7, in the second column: replace “Jnauary” by “January” in 744.1(a)");
  }

  @Test
  void the_force_of_a_text_changes_while_it_stays() {
    assertThat(read("744", "Section 744.1(a) is stayed until November 9, 2026."))
        .isEqualTo("stay 744.1(a) until November 9, 2026");
    assertThat(read("744", "Section 744.1(a) is stayed until 8 a.m. on November 9, 2026."))
        .isEqualTo(read("744", "Section 744.1(a) is stayed until November 9, 2026."));
    assertThat(read("744", "The last sentence of § 744.1(a) is stayed until November 9, 2026."))
        .isEqualTo("stay 744.1(a), last sentence until November 9, 2026");
    assertThat(read("744", "Stay § 744.1(a) indefinitely."))
        .isEqualTo("stay 744.1(a) until indefinitely");
    assertThat(read("744", "Lift the stay on § 744.1(a).")).isEqualTo("lift the stay of 744.1(a)");
    assertThat(read("744", "The amendment to § 744.1 is withdrawn."))
        .isEqualTo("withdraw the amendment of 744.1");
  }

  @Test
  void a_unit_may_move_behind_another() {
    assertThat(
            read(
                "772",
                "In § 772.1, remove the newly designated definition of “Zeta” from after the definition of “Beta” and add it after the definition of “Eta”."))
        .isEqualTo("move 772.1 \"Zeta\" behind 772.1 \"Eta\"");
    assertThat(
            read(
                "772", "In § 772.1, add, after the definition of “Beta”, a definition of “Gamma”."))
        .isEqualTo("add 772.1 \"Gamma\"");
  }

  @Test
  void a_container_that_is_revised_as_follows_revises_its_items_alone() {
    assertThat(
            read(
                "774",
                "Supplement no. 1 to part 774 is revised as follows:",
                "a. In Category 1 revise ECCNs 1C350 and 1C351; and",
                "b. In Category 3, Product Group A, revise Note 1."))
        .isEqualTo(
            lines(
                "revise ECCN 1C350",
                "revise ECCN 1C351",
                "revise Supp. No. 1 to Part 774, heading \"Category 3\", heading \"Product Group A\", Note 1"));
  }

  @Test
  void what_is_not_understood_is_refused_with_the_words() {
    assertThat(read("744", "Section 744.1 is amended by revising the third limb of paragraph (a)."))
        .startsWith("refused: these words are not understood:")
        .contains("third")
        .contains("limb");
    assertThat(read("744", "Section 744.1 is designated."))
        .isEqualTo("refused: “designate” is not an operation that is carried out");
    assertThat(read("744", "Section 744.1 is amended by adding the word “and”."))
        .startsWith("refused: words are to be inserted");
    assertThat(
            read(
                "744",
                "Section 744.1 is amended by revising the heading, the first sentence of paragraph (a), and paragraph (b)."))
        .isEqualTo("refused: these words are not understood: heading (of which unit?)");
    assertThat(read("744", "Section 744.1 is amended by adding a sentence."))
        .startsWith("refused: a sentence is to be added");
    assertThat(read("744", "Section 744.1 is amended as follows:"))
        .isEqualTo("refused: it does not say what is to be done to which unit");
    assertThat(read("744", "Under CHINA, in alphabetical order, entries for “Alpha Ltd.”"))
        .startsWith("refused: it does not say what");
  }

  @Test
  void no_unit_that_is_named_is_dropped() {
    assertThat(
            read(
                "774",
                "ECCN 3A777 is amended by revising the heading, the License Requirements section, the List Based License Exceptions section, and the reason for control to read as follows:"))
        .isEqualTo(
            lines(
                "revise ECCN 3A777 heading",
                "revise ECCN 3A777, License Requirements",
                "revise ECCN 3A777, License Exceptions",
                "revise ECCN 3A777, Reason for Control"));
    assertThat(
            read(
                "774",
                "In ECCN 3A777, revise paragraph a.2 in the Items paragraph and the Related Controls paragraph in the List of Items Controlled section to read as follows:"))
        .isEqualTo(lines("revise ECCN 3A777.a.2", "revise ECCN 3A777, Related Controls"));
    assertThat(
            read("774", "In ECCN 3A777, revise 3A777.a and Note 1 to 3A777.a to read as follows:"))
        .isEqualTo(lines("revise ECCN 3A777.a", "revise Note 1 to 3A777.a"));
    assertThat(
            read(
                "744",
                "In § 744.6, add paragraph (c) after paragraph (b), and paragraph (e) to read as follows:"))
        .isEqualTo("refused: these words are not understood: (e)");
    assertThat(
            read(
                "744",
                "In § 744.6, add paragraph (c) after paragraph (b), and before paragraph (d) to read as follows:"))
        .isEqualTo("add 744.6(c)");
  }

  @Test
  void lines_of_exceptions_notes_to_several_items_and_paragraphs_of_definitions_are_units() {
    assertThat(
            read(
                "774",
                "In ECCN 3A777, revise the LVS and GBS paragraphs in the License Exceptions section to read as follows:"))
        .isEqualTo(
            lines(
                "revise ECCN 3A777, License Exceptions, (LVS)",
                "revise ECCN 3A777, License Exceptions, (GBS)"));
    assertThat(
            read(
                "774",
                "In ECCN 3A777, redesignate Note 2 to 3A777.a and 3A777.b as Note 3 to 3A777.a and 3A777.b."))
        .isEqualTo("redesignate Note 2 to 3A777 as Note 3 to 3A777");
    assertThat(
            read(
                "772",
                "Section 772.1 is amended by revising paragraph (3) of the definition of “Lamp” to read as follows:"))
        .isEqualTo("revise 772.1 \"Lamp\", (3)");
  }

  @Test
  void sentences_give_way_to_others_and_share_the_unit_that_is_named_once() {
    assertThat(
            read(
                "744",
                "In § 744.6, revise paragraph (a) by removing the last sentence and adding two sentences in its place to read as follows:"))
        .isEqualTo(
            lines("remove 744.6(a), last sentence", "add 2 sentences at the end of 744.6(a)"));
    assertThat(
            read(
                "744",
                "Section 744.6 is amended by revising the first sentence and adding a sentence at the end of paragraph (d) to read as follows:"))
        .isEqualTo(
            lines("revise 744.6(d), first sentence", "add a sentence at the end of 744.6(d)"));
    assertThat(
            read(
                "744",
                "Section 744.6 is amended by revising paragraph (a), and by revising paragraph (d), to read as follows:"))
        .isEqualTo(lines("revise 744.6(a)", "revise 744.6(d)"));
  }
}
