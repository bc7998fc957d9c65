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
    String target = short_(operation.target());
    if (operation instanceof Amendment.Revise revise) {
      return "revise " + target + extent(revise.extent());
    } else if (operation instanceof Amendment.Add add) {
      return "add " + target + extent(add.extent());
    } else if (operation instanceof Amendment.Remove) {
      return "remove " + target;
    } else if (operation instanceof Amendment.Reserve) {
      return "reserve " + target;
    } else if (operation instanceof Amendment.RemoveAndReserve) {
      return "remove and reserve " + target;
    } else if (operation instanceof Amendment.Redesignate move) {
      return "redesignate " + target + " as " + short_(move.to());
    } else if (operation instanceof Amendment.ReplaceWords words) {
      return "replace in "
          + target
          + extent(words.extent())
          + ": "
          + words.words()
          + " -> "
          + words.replacement()
          + (words.times() == 1 ? "" : words.times() == 0 ? " everywhere" : " twice");
    }
    return "no change " + target;
  }

  private static String extent(Amendment.Extent extent) {
    return switch (extent) {
      case WHOLE -> "";
      case INTRODUCTORY_TEXT -> " introductory text";
      case HEADING -> " heading";
    };
  }

  private static String short_(Citation citation) {
    return citation.toString().replace("15 CFR ", "");
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
        .isEqualTo("replace in 744.11(a)(1): a listed foundry -> a foundry");
    assertThat(
            read(
                "744",
                "In § 744.11, in paragraph (f), remove the citation “§ 1” and add in its place the citation “§ 2”."))
        .isEqualTo("replace in 744.11(f): § 1 -> § 2");
    assertThat(
            read(
                "744",
                "Amend § 744.11 by revising all references to “director” in paragraphs (a) and (b) to read “chief”."))
        .isEqualTo(
            lines(
                "replace in 744.11(a): director -> chief everywhere",
                "replace in 744.11(b): director -> chief everywhere"));
    assertThat(
            read(
                "744",
                "Amend § 744.11 by removing the words “Iraq” wherever they appear and adding in their place “Iran”."))
        .isEqualTo("replace in 744.11: Iraq -> Iran everywhere");
    assertThat(
            read(
                "772",
                "Amend § 772.1 by removing the word “old” in the definition of “Item” and adding in its place the word “new”."))
        .isEqualTo("replace in 772.1 \"Item\": old -> new");
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
  void what_is_not_understood_is_refused_with_the_words() {
    assertThat(
            read(
                "744", "Section 744.1 is amended by revising the third sentence of paragraph (a)."))
        .startsWith("refused: these words are not understood:")
        .contains("sentence");
    assertThat(read("744", "Section 744.1 is stayed."))
        .isEqualTo("refused: “stayed” is not an operation that is carried out");
    assertThat(
            read(
                "744",
                "Section 744.1 is amended by adding the word “and” at the end of paragraph (b)(7);"))
        .startsWith("refused: words are to be inserted");
    assertThat(read("744", "Section 744.1 is amended as follows:"))
        .isEqualTo("refused: it does not say what is to be done to which unit");
  }
}
