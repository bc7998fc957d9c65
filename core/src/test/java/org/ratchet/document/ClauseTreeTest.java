package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Clause;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EntityEntry;

/** Text set out, as a tree of clauses. */
class ClauseTreeTest {

  @Test
  void i_behind_h_is_a_letter() {
    assertThat(SmallRule.section("<P>(g) One.</P><P>(h) Two.</P><P>(i) Three.</P><P>(j) Four.</P>"))
        .isEqualTo("(g) One.\n(h) Two.\n(i) Three.\n(j) Four.\n");
  }

  @Test
  void i_behind_a_number_is_a_numeral() {
    assertThat(
            SmallRule.section(
                "<P>(h) One.</P><P>(1) Two:</P><P>(i) Three;</P><P>(ii) Four.</P><P>(2) Five.</P>"))
        .isEqualTo("(h) One.\n  (1) Two:\n    (i) Three;\n    (ii) Four.\n  (2) Five.\n");
  }

  @Test
  void asterisks_behind_a_designator_show_it_for_context_only() {
    assertThat(SmallRule.section("<STARS/><P>(a) * * *</P><P>(2) New oil.</P><STARS/>"))
        .isEqualTo("* * * * *\n(a) * * *\n  (2) New oil.\n  * * * * *\n");
  }

  @Test
  void a_designator_behind_a_caption_opens_the_first_paragraph_under_it() {
    assertThat(
            SmallRule.section(
                "<P>(a) <E T=\"03\">Scope</E>—(1) <E T=\"03\">Lamps.</E> All.</P><P>(2)"
                    + " Wicks.</P>"))
        .isEqualTo("(a) Scope—\n  (1) Lamps. | All.\n  (2) Wicks.\n");
  }

  @Test
  void a_paragraph_without_designator_belongs_to_what_it_follows() {
    assertThat(SmallRule.section("<P>(a) Trim.</P><P>This holds at night.</P><P>(b) Light.</P>"))
        .isEqualTo("(a) Trim.\n  This holds at night.\n(b) Light.\n");
  }

  @Test
  void a_note_belongs_to_the_paragraph_that_its_heading_names() {
    assertThat(
            SmallRule.section(
                """
                <P>(a) Trim.</P><P>(b) Light.</P>
                <NOTE><HD SOURCE="HED">Note 1 to paragraph (a):</HD><P>Daily.</P></NOTE>
                """))
        .isEqualTo("(a) Trim.\n  Note 1: Note 1 to paragraph (a): | Daily.\n(b) Light.\n");
  }

  @Test
  void a_section_of_definitions_is_cited_by_term() {
    String outline =
        SmallRule.setOut(
            "990",
            """
            <SECTION><SECTNO>§ 990.9</SECTNO><SUBJECT>Definitions.</SUBJECT>
            <P><E T="03">Lamp.</E> A light.</P><P>(1) With oil.</P>
            <P><E T="03">Wick</E> means a cord.</P></SECTION>
            """);

    assertThat(outline)
        .isEqualTo(
            """
            § 990.9 Definitions.
              "Lamp" Lamp. | A light.
                (1) With oil.
              "Wick" Wick | means a cord.
            """);
  }

  @Test
  void a_section_on_the_meaning_of_terms_is_cited_by_term() {
    assertThat(
            SmallRule.setOut(
                "990",
                """
                <SECTION><SECTNO>§ 990.9</SECTNO><SUBJECT>Meaning of terms.</SUBJECT>
                <P>Terms have these meanings.</P>
                <P><E T="03">Lamp.</E> (a) A light; or</P><P>(b) A lantern.</P>
                <P>Soot means nothing here.</P>
                <P><E T="03">U.S.C.</E> The Code.</P></SECTION>
                """))
        .isEqualTo(
            """
            § 990.9 Meaning of terms.
              Terms have these meanings.
              "Lamp" Lamp.
                (a) A light; or
                (b) A lantern.
                  Soot means nothing here.
              "U.S.C." U.S.C. | The Code.
            """);
  }

  @Test
  void without_type_a_term_is_what_the_instruction_names_or_what_stands_before_means() {
    assertThat(
            SmallRule.outline(
                SmallRule.amending(
                    """
                    <REGTEXT TITLE="15" PART="772">
                    <AMDPAR>1. Section 772.1 is amended by adding the definitions for “lamp,”
                    “lamp oil,” and “wick trimmer (WT)” to read as follows:</AMDPAR>
                    <SECTION><SECTNO>§ 772.1</SECTNO><SUBJECT>Definitions of terms.</SUBJECT><STARS/>
                    <P>Lamp (Cat 3). A light that has:</P><P>(1) Oil; or</P><P>(2) Gas.</P>
                    <P>For paragraph (1) of this definition, the term oil includes fat.</P>
                    <P>Lamps are lit.</P><P>Lamp oil is fat.</P><P>Soot means dust of a lamp.</P>
                    <P>Wick trimmer (WT) is a person who trims.</P></SECTION></REGTEXT>
                    """)))
        .isEqualTo(
            """
            § 772.1 Definitions of terms.
              * * * * *
              "Lamp" Lamp | (Cat 3). A light that has:
                (1) Oil; or
                (2) Gas.
                  For paragraph (1) of this definition, the term oil includes fat.
                  Lamps are lit.
              "Lamp oil" Lamp oil | is fat.
              "Soot" Soot | means dust of a lamp.
              "Wick trimmer (WT)" Wick trimmer (WT) | is a person who trims.
            """);
  }

  @Test
  void a_table_is_a_clause_with_a_row_for_each_line_that_says_something() {
    assertThat(
            SmallRule.section(
                """
                <P>(a) Limits.</P><GPOTABLE COLS="2"><TTITLE>Table 1 to Paragraph (a)</TTITLE>
                <BOXHD><CHED H="1">Lamp</CHED><CHED H="1">Oil</CHED></BOXHD>
                <ROW><ENT>Small</ENT><ENT>1</ENT></ROW><ROW><ENT/><ENT/></ROW>
                <ROW><ENT>Large</ENT><ENT>2</ENT></ROW></GPOTABLE>
                """))
        .isEqualTo(
            """
            (a) Limits.
              Table 1 to Paragraph (a)
                Lamp | Oil
                Small | 1
                Large | 2
            """);
  }

  @Test
  void a_stub_without_entries_is_a_heading_of_the_table_whether_or_not_it_is_set_across() {
    String table =
        """
        <P>(a) Limits.</P><GPOTABLE COLS="2"><TTITLE>Table 1 to Paragraph (a)</TTITLE>
        <BOXHD><CHED H="1"> </CHED><CHED H="1"> </CHED></BOXHD><ROW%s<ENT I="01">Small</ENT>%s</ROW>
        <ROW><ENT>Wick</ENT><ENT>2</ENT></ROW></GPOTABLE>
        """;
    assertThat(SmallRule.section(table.formatted(" EXPSTB=\"01\">", "")))
        .isEqualTo(SmallRule.section(table.formatted(">", "<ENT/>")))
        .isEqualTo(
            """
            (a) Limits.
              Table 1 to Paragraph (a)
                Small
                Wick | 2
            """);
  }

  @Test
  void each_paragraph_of_a_reserved_range_is_reserved() {
    assertThat(
            SmallRule.section(
                """
                <P>(a) Lamps.</P><P>(1) Tall ones.</P><P>(i)–(iii) [Reserved]</P><P>(iv) Brass.</P>
                <P>(2) and (3) [Reserved]</P><P>(b) through (d) [Reserved]</P><P>(e) Wicks.</P>
                """))
        .isEqualTo(
            """
            (a) Lamps.
              (1) Tall ones.
                (i) [Reserved]
                (ii) [Reserved]
                (iii) [Reserved]
                (iv) Brass.
              (2) [Reserved]
              (3) [Reserved]
            (b) [Reserved]
            (c) [Reserved]
            (d) [Reserved]
            (e) Wicks.
            """);
  }

  @Test
  void an_authority_keeps_its_caption_also_where_the_colon_has_slipped() {
    assertThat(
            SmallRule.setOut(
                "990", "<AUTH><HD SOURCE=\"HED\">Authority</HD><P>: 1 L.S.C. 2.</P></AUTH>"))
        .isEqualTo("Authority : | 1 L.S.C. 2.\n");
  }

  private static final String ENTRY =
      """
      <EXTRACT><HD SOURCE="HD1">Supplement No. 1 to Part 774—The Commerce Control List</HD>
      <FP SOURCE="FP-2"><E T="04">9A999 Lamps, as follows (see List of Items Controlled).</E></FP>
      <HD SOURCE="HD1">License Requirements</HD>
      <FP><E T="03">Reason for Control:</E> AT</FP>
      <GPOTABLE COLS="2"><BOXHD><CHED H="1">Control(s)</CHED><CHED H="1">Country Chart</CHED></BOXHD>
      <ROW><ENT>AT applies to entire entry</ENT><ENT>AT Column 1</ENT></ROW></GPOTABLE>
      <HD SOURCE="HD1">List Based License Exceptions</HD>
      <FP><E T="03">LVS:</E> N/A</FP><FP><E T="03">GBS:</E> Yes</FP>
      <HD SOURCE="HD1">List of Items Controlled</HD>
      <FP><E T="03">Related Controls:</E> See 9E999.</FP>
      <FP><E T="03">Related Definitions:</E> N/A</FP>
      <FP><E T="03">Items:</E></FP>
      <P>a. Lamps having any of the following:</P><P>a.1. A wick; <E T="03">or</E></P>
      <P>a.2. A mantle.</P>
      <P><E T="04">Note 1 to 9A999.a:</E> Candles are no lamps.</P><P>b. [Reserved]</P></EXTRACT>
      """;

  private static List<Clause> entry() {
    return SmallRule.setOut(
            SmallRule.amending(
                "<REGTEXT TITLE=\"15\" PART=\"774\"><PART><HD SOURCE=\"HED\">PART"
                    + " 774—LIST</HD></PART><AMDPAR>1. Supplement No. 1 to part 774 is amended by"
                    + " adding ECCN 9A999:</AMDPAR>"
                    + ENTRY
                    + "</REGTEXT>"))
        .stream()
        .flatMap(Clause::stream)
        .toList();
  }

  @Test
  void an_entry_of_the_control_list_has_its_parts_and_its_items_by_path() {
    assertThat(entry())
        .extracting(clause -> clause.citation().toString())
        .containsSubsequence(
            "Supp. No. 1 to Part 774",
            "ECCN 9A999",
            "ECCN 9A999.a",
            "ECCN 9A999.a.1",
            "ECCN 9A999.a.2",
            "Note 1 to 9A999.a",
            "ECCN 9A999.b");
  }

  @Test
  void a_row_of_the_license_requirements_says_what_is_controlled_where() {
    ControlRow row =
        entry().stream()
            .filter(ControlRow.class::isInstance)
            .map(ControlRow.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(Texts.plain(row.control())).isEqualTo("AT applies to entire entry");
    assertThat(Texts.plain(row.where())).isEqualTo("AT Column 1");
  }

  @Test
  void an_entity_is_cited_by_country_and_name() {
    List<Clause> clauses =
        SmallRule.setOut(
                SmallRule.amending(
                    """
                    <REGTEXT TITLE="15" PART="744"><PART><HD SOURCE="HED">PART 744—POLICY</HD></PART>
                    <AMDPAR>1. Supplement No. 4 to part 744 is amended by adding entities:</AMDPAR>
                    <HD SOURCE="HD1">Supplement No. 4 to Part 744—Entity List</HD>
                    <GPOTABLE COLS="5"><BOXHD><CHED H="1">Country</CHED><CHED H="1">Entity</CHED>
                    <CHED H="1">License requirement</CHED><CHED H="1">License review policy</CHED>
                    <CHED H="1">Federal Register citation</CHED></BOXHD>
                    <ROW><ENT>LAMPLAND</ENT><ENT>Wick Works, a.k.a., the following one alias: —WW. 1 Oil Road.</ENT>
                    <ENT>For all items</ENT><ENT>Presumption of denial</ENT><ENT>157 FR 1</ENT></ROW></GPOTABLE>
                    </REGTEXT>
                    """))
            .stream()
            .flatMap(Clause::stream)
            .toList();

    assertThat(clauses)
        .filteredOn(EntityEntry.class::isInstance)
        .extracting(clause -> clause.citation().toString())
        .singleElement()
        .asString()
        .contains("LAMPLAND")
        .contains("Wick Works");
  }

  /** Citations in the supplement of official interpretations that these elements set out. */
  private static List<String> interpretations(String elements) {
    String supplement = "Supp. I to 15 CFR part 990";
    return SmallRule.setOut(
            SmallRule.amending(
                """
                <REGTEXT TITLE="15" PART="990"><PART><HD SOURCE="HED">PART 990—LAMPS</HD></PART>
                <AMDPAR>1. Amend Supplement I to part 990 to read as follows:</AMDPAR>
                <HD SOURCE="HD1">Supplement I to Part 990—Official Interpretations</HD>
                %s</REGTEXT>
                """
                    .formatted(elements)))
        .stream()
        .flatMap(Clause::stream)
        .map(clause -> clause.citation().toString().replace("Supp. I to Part 990", "").strip())
        .map(citation -> citation.replace(supplement, "").replaceFirst("^, ", ""))
        .filter(citation -> !citation.isEmpty())
        .toList();
  }

  @Test
  void comments_of_interpretations_are_cited_by_section_and_paragraph() {
    assertThat(
            interpretations(
                """
                <HD SOURCE="HD1">Section 990.4—Wicks</HD>
                <P><E T="03">4(a) Trimming.</E></P><P>1. <E T="03">Tools.</E> Shears.</P>
                <P>i. Of steel.</P><P>2. <E T="03">Time.</E> At dusk.</P>
                <P>Paragraph 4(a)(1).</P><P>1. Daily.</P>
                <HD SOURCE="HD1">Section 990.5Oil</HD>
                <HD SOURCE="HD2">5(b) Storage</HD><P>1. In jars.</P>
                """))
        .containsExactly(
            "heading \"Section 990.4\"",
            "heading \"Section 990.4\", heading \"4(a)\"",
            "heading \"Section 990.4\", heading \"4(a)\", (1)",
            "heading \"Section 990.4\", heading \"4(a)\", (1)(i)",
            "heading \"Section 990.4\", heading \"4(a)\", (2)",
            "heading \"Section 990.4\", heading \"4(a)(1)\"",
            "heading \"Section 990.4\", heading \"4(a)(1)\", (1)",
            "heading \"Section 990.5\"",
            "heading \"Section 990.5\", heading \"5(b)\"",
            "heading \"Section 990.5\", heading \"5(b)\", (1)");
  }

  @Test
  void comments_on_definitions_are_cited_by_term_in_whatever_type_it_is_set() {
    assertThat(
            interpretations(
                """
                <HD SOURCE="HD2">Section 990.2—Definitions</HD><STARS/>
                <P>Oil lamp.</P><STARS/><P>2. Lit.</P>
                <P><E T="03">Wick.</E></P><P>1. A cord.</P><P>It is plaited.</P>
                <HD SOURCE="HD2">Shade</HD><P>1. Of glass.</P><P>2. Of horn.</P>
                """))
        .filteredOn(citation -> !citation.contains("ellipsis"))
        .containsExactly(
            "heading \"Section 990.2\"",
            "heading \"Section 990.2\", heading \"Oil lamp\"",
            "heading \"Section 990.2\", heading \"Oil lamp\", (2)",
            "heading \"Section 990.2\", heading \"Wick\"",
            "heading \"Section 990.2\", heading \"Wick\", (1)",
            "heading \"Section 990.2\", heading \"Wick\", (1), ¶ 1",
            "heading \"Section 990.2\", heading \"Shade\"",
            "heading \"Section 990.2\", heading \"Shade\", (1)",
            "heading \"Section 990.2\", heading \"Shade\", (2)");
  }

  @Test
  void a_comment_says_by_its_number_in_which_section_it_stands_where_no_heading_does() {
    assertThat(interpretations("<STARS/><HD SOURCE=\"HD2\">33(c) Repair</HD><P>5. Soon.</P>"))
        .containsExactly(
            "ellipsis 1",
            "heading \"Section 990.33\"",
            "heading \"Section 990.33\", heading \"33(c)\"",
            "heading \"Section 990.33\", heading \"33(c)\", (5)");
  }

  @Test
  void a_heading_within_a_comment_belongs_to_its_text() {
    assertThat(
            interpretations(
                """
                <HD SOURCE="HD1">Section 990.4—Wicks</HD><HD SOURCE="HD2">4(a) Notice</HD>
                <P>1. <E T="03">Poster.</E> Hang this up:</P><HD SOURCE="HD2">Notice of Lamps</HD>
                <P>Here lamps are lit.</P><P>2. <E T="03">Place.</E> i. In the hall.</P><P>ii. Outside.</P>
                """))
        .containsExactly(
            "heading \"Section 990.4\"",
            "heading \"Section 990.4\", heading \"4(a)\"",
            "heading \"Section 990.4\", heading \"4(a)\", (1)",
            "heading \"Section 990.4\", heading \"4(a)\", (1), ¶ 1",
            "heading \"Section 990.4\", heading \"4(a)\", (1), ¶ 2",
            "heading \"Section 990.4\", heading \"4(a)\", (2)",
            "heading \"Section 990.4\", heading \"4(a)\", (2)(i)",
            "heading \"Section 990.4\", heading \"4(a)\", (2)(ii)");
  }
}
