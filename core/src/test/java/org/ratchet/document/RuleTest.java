package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Clause;
import org.ratchet.source.Block;
import org.ratchet.text.Diagnostic;

/** Head, preamble, instructions and end of a rule. */
class RuleTest {

  private static final Rule RULE =
      SmallRule.read(
          """
          <RULE><PREAMB><PRTPAGE P="4711"/>
          <AGENCY TYPE="S">DEPARTMENT OF LAMPS</AGENCY><SUBAGY>Bureau of Wicks</SUBAGY>
          <CFR>15 CFR Parts 990 and 991</CFR><DEPDOC>[Docket No. 920101-0001]</DEPDOC>
          <RIN>RIN 9990-AA01</RIN><SUBJECT>Trimming of Wicks</SUBJECT>
          <AGY><HD SOURCE="HED">AGENCY:</HD><P>Bureau of Wicks.</P></AGY>
          <ACT><HD SOURCE="HED">ACTION:</HD><P>Interim final rule.</P></ACT>
          <SUM><HD SOURCE="HED">SUMMARY:</HD><P>Wicks are trimmed.</P></SUM>
          <EFFDATE><HD SOURCE="HED">DATES:</HD><P>Effective May 4, 2092.</P>
          <P>Instruction 2 is effective June 4, 2092.</P></EFFDATE></PREAMB>
          <SUPLINF><HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
          <HD SOURCE="HD1">I. Background</HD><P>Lamps smoke.<SU>1</SU><FTREF/></P>
          <FTNT><P><SU>1</SU> All of them.</P></FTNT>
          <HD SOURCE="HD2">A. Oil</HD><P>Oil burns.</P>
          <LSTSUB><HD SOURCE="HED">List of Subjects</HD><CFR>15 CFR Part 992</CFR><P>Lamps.</P></LSTSUB>
          <P>Accordingly, parts 990 and 991 are amended as follows:</P>
          <PART><HD SOURCE="HED">PART 990—WICKS</HD></PART>
          <REGTEXT TITLE="15" PART="990"><AMDPAR>1. The authority citation for part 990 continues to read as follows:</AMDPAR>
          <AUTH><HD SOURCE="HED">Authority:</HD><P>1 L.S.C. 2.</P></AUTH></REGTEXT>
          <REGTEXT TITLE="15" PART="990"><SECTION><SECTNO>§ 990.2</SECTNO><SUBJECT>[Amended]</SUBJECT></SECTION>
          <AMDPAR>2. Amend § 990.2 by:</AMDPAR>
          <AMDPAR>a. Removing paragraph (b);</AMDPAR>
          <AMDPAR>b. In paragraph (c):</AMDPAR>
          <AMDPAR>i. Removing “oil”; and</AMDPAR>
          <AMDPAR>ii. Adding “tallow”; and</AMDPAR>
          <AMDPAR>c. Revising paragraph (d).</AMDPAR>
          <P>The revision reads as follows:</P>
          <SECTION><SECTNO>§ 990.2</SECTNO><SUBJECT>Trimming.</SUBJECT><STARS/>
          <P>(d) Trim daily.</P></SECTION></REGTEXT>
          <PART><HD SOURCE="HED">PART 991—OIL</HD></PART>
          <REGTEXT TITLE="15" PART="991"><AMDPAR>3. Remove and reserve § 991.7.</AMDPAR></REGTEXT>
          <SIG><DATED>Dated: April 1, 2092.</DATED><NAME>Ada Lantern,</NAME><TITLE>Keeper of Wicks.</TITLE></SIG></SUPLINF>
          <FRDOC>[FR Doc. 2092-00042 Filed 4-1-92; 8:45 am]</FRDOC><BILCOD>BILLING CODE 9990-99-P</BILCOD></RULE>
          """);

  @Test
  void the_head_says_who_did_what_to_which_parts() {
    RuleMetadata head = RULE.metadata();

    assertThat(head.number()).isEqualTo("2092-00042");
    assertThat(head.agencies()).containsExactly("DEPARTMENT OF LAMPS", "Bureau of Wicks");
    assertThat(head.cfrParts()).containsExactly("15 CFR Parts 990 and 991");
    assertThat(head.docket()).isEqualTo("Docket No. 920101-0001");
    assertThat(head.rin()).isEqualTo("9990-AA01");
    assertThat(head.title()).isEqualTo("Trimming of Wicks");
    assertThat(head.action()).isEqualTo("Interim final rule.");
    assertThat(head.firstPage()).isEqualTo(4711);
    assertThat(head.billingCode()).isEqualTo("BILLING CODE 9990-99-P");
  }

  /** A number has one spelling, whichever dash a copy prints; two numbers are a range. */
  @Test
  void a_section_keeps_its_number_with_either_dash() {
    PartTitles titles = PartTitles.of(List.of("165"));
    for (String dash : List.of("-", "–")) {
      assertThat(UnitHeading.section("§ 165.T11" + dash + "157 Lamps.", titles))
          .map(heading -> heading.citation().last().label())
          .contains("165.T11-157");
      assertThat(UnitHeading.section("§§ 165.3" + dash + "165.5 [Reserved]", titles))
          .map(heading -> heading.citation().last().label())
          .contains("165.3-165.5");
    }
  }

  private static String dates(String captions) {
    return SmallRule.read(
            "<RULE><PREAMB><CFR>15 CFR Part 990</CFR><SUBJECT>Lamps</SUBJECT>%s</PREAMB><SUPLINF><HD SOURCE=\"HED\">SUPPLEMENTARY INFORMATION:</HD><P>This rule is effective June 4, 2092.</P></SUPLINF></RULE>"
                .formatted(captions))
        .metadata()
        .dates();
  }

  @Test
  void without_a_caption_for_dates_the_effective_date_is_where_it_is_said() {
    assertThat(
            dates("<EFFDATE><HD SOURCE=\"HED\">EFFECTIVE DATE:</HD><P>May 4, 2092.</P></EFFDATE>"))
        .isEqualTo("Effective date: May 4, 2092.");
    String lost = "<P>This rule trims wicks.</P><P>%s</P><P>Call Ada Lantern.</P>";
    assertThat(dates(lost.formatted("This interim final rule is effective May 4, 2092.")))
        .isEqualTo("This interim final rule is effective May 4, 2092.");
    assertThat(dates(lost.formatted("Effective date: This rule is effective May 4, 2092.")))
        .isEqualTo("Effective date: This rule is effective May 4, 2092.");
    assertThat(dates(lost.formatted("A rule that is effective May 4, 2092, trims others.")))
        .isEmpty();
    assertThat(dates("")).isEmpty();
  }

  @Test
  void dates_are_kept_as_printed_with_all_their_paragraphs() {
    assertThat(RULE.metadata().dates())
        .isEqualTo("Effective May 4, 2092.\nInstruction 2 is effective June 4, 2092.");
  }

  @Test
  void a_daily_issue_gives_volume_and_date() {
    Rule rule =
        SmallRule.read(
            """
            <FEDREG><VOL>157</VOL><NO>9</NO><DATE>Monday, January 14, 2092</DATE>
            <RULES><RULE><PREAMB><PRTPAGE P="812"/><CFR>15 CFR Part 990</CFR><SUBJECT>Oil</SUBJECT></PREAMB>
            <SUPLINF><P>Text.</P></SUPLINF><FRDOC>[FR Doc. 2092-00043 Filed 1-2-92]</FRDOC></RULE></RULES></FEDREG>
            """);

    assertThat(rule.metadata().citation()).isEqualTo("157 FR 812");
    assertThat(rule.metadata().publicationDate()).isEqualTo("Monday, January 14, 2092");
  }

  @Test
  void the_preamble_is_divided_by_captions_and_headings() {
    assertThat(RULE.preamble())
        .extracting(PreambleSection::heading)
        .startsWith("AGENCY:", "ACTION:", "SUMMARY:", "DATES:", "SUPPLEMENTARY INFORMATION:")
        .contains("I. Background", "A. Oil", "List of Subjects");
    PreambleSection oil =
        RULE.preamble().stream()
            .filter(s -> s.heading().equals("A. Oil"))
            .findFirst()
            .orElseThrow();
    assertThat(oil.level()).isEqualTo(2);
    assertThat(oil.blocks()).extracting(Block::text).containsExactly("Oil burns.");
  }

  @Test
  void footnotes_and_signature_stand_apart() {
    assertThat(RULE.footnotes()).extracting(Block::text).containsExactly("^1 All of them.");
    assertThat(RULE.signature())
        .containsExactly("Dated: April 1, 2092.", "Ada Lantern,", "Keeper of Wicks.");
  }

  @Test
  void lettered_items_stand_under_their_number_and_numerals_under_their_letter() {
    assertThat(ids(RULE)).containsExactly("1", "2", "2.a", "2.b", "2.b.i", "2.b.ii", "2.c", "3");
    assertThat(RULE.instructions().get(1).children().get(1).children())
        .extracting(Instruction::text)
        .containsExactly("Removing “oil”; and", "Adding “tallow”; and");
  }

  @Test
  void each_instruction_knows_the_part_it_stands_under() {
    assertThat(RULE.instructions())
        .extracting(instruction -> instruction.part().toString())
        .containsExactly("15 CFR part 990", "15 CFR part 990", "15 CFR part 991");
  }

  @Test
  void text_is_set_out_at_the_number_without_the_words_that_lead_to_it() {
    assertThat(SmallRule.outline(RULE))
        .isEqualTo(
            """
            Authority: | 1 L.S.C. 2.
            § 990.2 Trimming.
              * * * * *
              (d) Trim daily.
            """);
    assertThat(RULE.instructions().get(1).setOut()).hasSize(1);
    assertThat(RULE.diagnostics()).isEmpty();
  }

  @Test
  void a_number_that_is_used_twice_stays_unique() {
    Rule rule =
        SmallRule.amending(
            """
            <REGTEXT><AMDPAR>2. Remove § 990.3.</AMDPAR></REGTEXT>
            <REGTEXT><AMDPAR>2. Remove § 990.4.</AMDPAR></REGTEXT>
            """);

    assertThat(ids(rule)).containsExactly("2", "2#2");
  }

  @Test
  void a_proposal_has_instructions_without_an_element_around_them() {
    Rule rule =
        SmallRule.read(
            """
            <PRORULE><PREAMB><CFR>15 CFR Part 990</CFR><SUBJECT>Oil</SUBJECT></PREAMB>
            <SUPLINF><P>We propose:</P><PART><HD SOURCE="HED">PART 990—WICKS</HD></PART>
            <AMDPAR>1. Amend § 990.5 by revising paragraph (a) to read as follows:</AMDPAR>
            <SECTION><SECTNO>§ 990.5</SECTNO><SUBJECT>Lighting.</SUBJECT><P>(a) At dusk.</P><STARS/></SECTION>
            <SIG><NAME>Ada Lantern,</NAME></SIG></SUPLINF></PRORULE>
            """);

    assertThat(ids(rule)).containsExactly("1");
    assertThat(SmallRule.outline(rule)).startsWith("§ 990.5 Lighting.\n  (a) At dusk.\n");
    assertThat(rule.signature()).containsExactly("Ada Lantern,");
  }

  @Test
  void a_part_that_is_added_whole_has_the_words_of_issuance_as_its_instruction() {
    Rule rule =
        SmallRule.amending(
            """
            <P>For the reasons above, the Bureau adds part 993 to read as follows:</P>
            <REGTEXT TITLE="15" PART="993"><PART><HD SOURCE="HED">PART 993—SNUFFERS</HD>
            <CONTENTS><SECHD>Sec.</SECHD><SECTNO>993.1</SECTNO><SUBJECT>Use.</SUBJECT></CONTENTS>
            <SECTION><SECTNO>§ 993.1</SECTNO><SUBJECT>Use.</SUBJECT><P>(a) Gently.</P></SECTION>
            <HD SOURCE="HD1">Appendix A to Part 993—Forms</HD><P>1. Brass.</P>
            </PART></REGTEXT>
            """);

    assertThat(rule.instructions()).hasSize(1);
    assertThat(rule.instructions().get(0).text())
        .isEqualTo("For the reasons above, the Bureau adds part 993 to read as follows:");
    assertThat(citations(rule))
        .containsExactly(
            "15 CFR part 993",
            "15 CFR part 993, ¶ 1",
            "15 CFR part 993, ¶ 2",
            "15 CFR 993.1",
            "15 CFR 993.1(a)",
            "Appendix A to 15 CFR part 993",
            "Appendix A to 15 CFR part 993(1)");
  }

  @Test
  void a_float_behind_the_part_heading_belongs_to_the_preamble() {
    Rule rule =
        SmallRule.amending(
            """
            <HD SOURCE="HD1">Costs</HD><P>They are small.</P>
            <PART><HD SOURCE="HED">PART 990—WICKS</HD></PART>
            <GPOTABLE COLS="1"><TTITLE>Costs</TTITLE><ROW><ENT>Two</ENT></ROW></GPOTABLE>
            <REGTEXT><AMDPAR>1. Remove § 990.3.</AMDPAR></REGTEXT>
            """);

    assertThat(ids(rule)).containsExactly("1");
    assertThat(SmallRule.setOut(rule)).isEmpty();
    assertThat(rule.preamble().get(rule.preamble().size() - 1).blocks())
        .extracting(Block::text)
        .anyMatch(text -> text.contains("Two"));
  }

  @Test
  void the_heading_above_an_instruction_places_what_its_words_do_not() {
    Rule rule =
        SmallRule.amending(
            """
            <REGTEXT><HD SOURCE="HD1">Ignored</HD><AMDPAR>1. On page 12, a word is corrected.</AMDPAR></REGTEXT>
            <REGTEXT><HD SOURCE="HD1">Supplement No. 1 to Part 990 [Corrected]</HD>
            <AMDPAR>2. On page 13, the note is corrected to read as follows:</AMDPAR>
            <P>1. Wicks are cotton.</P></REGTEXT>
            """);

    assertThat(citations(rule))
        .containsExactly("Supp. No. 1 to Part 990", "Supp. No. 1 to Part 990(1)");
    assertThat(rule.diagnostics()).isEmpty();
  }

  @Test
  void the_heading_of_a_chapter_stands_above_the_parts() {
    Rule rule =
        SmallRule.amending(
            """
            <REGTEXT><AMDPAR>1. Revise the heading of chapter IX to read as follows:</AMDPAR>
            <CHAPTER><HD SOURCE="HED">CHAPTER IX—BUREAU OF WICKS</HD></CHAPTER></REGTEXT>
            """);

    assertThat(citations(rule)).containsExactly("heading \"CHAPTER IX—BUREAU OF WICKS\"");
    assertThat(rule.diagnostics()).isEmpty();
  }

  @Test
  void text_that_nothing_places_is_reported() {
    Rule rule =
        SmallRule.amending(
            """
            <REGTEXT><AMDPAR>1. The following is added:</AMDPAR><P>Wicks are cotton.</P></REGTEXT>
            """);

    assertThat(rule.diagnostics()).extracting(Diagnostic::code).containsExactly("unplaced-text");
    assertThat(SmallRule.outline(rule)).contains("Wicks are cotton.");
  }

  @Test
  void a_section_outside_its_element_belongs_to_the_instruction_before_it() {
    Rule rule =
        SmallRule.amending(
            """
            <PART><HD SOURCE="HED">PART 990—WICKS</HD></PART>
            <REGTEXT><AMDPAR>1. Revise § 990.6 to read as follows:</AMDPAR></REGTEXT>
            <SECTION><SECTNO>§ 990.6</SECTNO><SUBJECT>Snuffing.</SUBJECT><P>Snuff at dawn.</P></SECTION>
            """);

    assertThat(SmallRule.outline(rule)).isEqualTo("§ 990.6 Snuffing.\n  Snuff at dawn.\n");
  }

  private static List<String> ids(Rule rule) {
    return rule.instructions().stream().flatMap(Instruction::stream).map(Instruction::id).toList();
  }

  private static List<String> citations(Rule rule) {
    return SmallRule.setOut(rule).stream()
        .flatMap(Clause::stream)
        .map(clause -> clause.citation().toString())
        .toList();
  }

  @Test
  void what_another_agency_issues_with_the_rule_is_not_set_out_by_the_instruction_before_it() {
    Rule rule =
        SmallRule.read(
            """
            <RULE><PREAMB><AGENCY>DEPARTMENT OF LAMPS</AGENCY><CFR>15 CFR Part 990</CFR>
            <AGENCY>DEPARTMENT OF OIL</AGENCY><CFR>15 CFR Part 991</CFR><SUBJECT>Oil</SUBJECT></PREAMB>
            <SUPLINF><P>For the reasons given above, the Department of Lamps amends part 990:</P>
            <REGTEXT TITLE="15" PART="990"><PART><HD SOURCE="HED">PART 990—WICKS</HD></PART>
            <AMDPAR>1. Revise § 990.2 to read as follows:</AMDPAR>
            <SECTION><SECTNO>§ 990.2</SECTNO><SUBJECT>Trimming.</SUBJECT><P>Trim daily.</P></SECTION></REGTEXT>
            <HD SOURCE="HD1">Department of Oil</HD><HD SOURCE="HD1">Authority and Issuance</HD>
            <P>For the reasons given above, the Department of Oil amends part 991:</P>
            <REGTEXT TITLE="15" PART="991"><PART><HD SOURCE="HED">PART 991—OIL</HD></PART>
            <AMDPAR>1. Revise § 991.2 to read as follows:</AMDPAR>
            <SECTION><SECTNO>§ 991.2</SECTNO><SUBJECT>Oil.</SUBJECT><P>Burn oil.</P></SECTION></REGTEXT>
            <SIG><DATED/><P>By order of the Board of Oil.</P><NAME>Ada Lantern,</NAME></SIG></SUPLINF></RULE>
            """);

    assertThat(SmallRule.outline(rule))
        .isEqualTo("§ 990.2 Trimming.\n  Trim daily.\n§ 991.2 Oil.\n  Burn oil.\n");
    assertThat(rule.signature()).containsExactly("By order of the Board of Oil.", "Ada Lantern,");
    assertThat(rule.preamble().get(rule.preamble().size() - 1).heading())
        .isEqualTo("Authority and Issuance");
  }
}
