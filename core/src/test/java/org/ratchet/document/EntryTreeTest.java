package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Clause;
import org.ratchet.clause.ControlRow;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.text.Diagnostic;

/** Entries of the Commerce Control List as irregular as they are printed. */
class EntryTreeTest {

  private static final String NOTE =
      """
      <FP><I>Items:</I></FP>
      <P>a. Lamps, as follows:</P>
      <P>a.1. Of brass;</P>
      <NOTE><HED><I>Note 1:</I> <I>9A901.a does not control:</I></HED>
      <P><I>a. Lanterns, as follows:</I></P>
      <P><I>a.1. With glass;</I></P>
      <P><I>a.2. With horn; and</I></P></NOTE>
      <NOTE><HED><I>Technical Note to paragraph a.2 of Note 1:</I></HED>
      <P><I>Horn is clear.</I></P>
      <P><I>b. Torches.</I></P></NOTE>
      <P>a.2. Of tin.</P>
      <P>b. Wicks.</P>
      """;

  @Test
  void a_list_in_a_note_keeps_its_labels_apart_from_the_items() throws IOException {
    assertThat(citations(entry(NOTE)))
        .containsSubsequence(
            "ECCN 9A901.a",
            "ECCN 9A901.a.1",
            "Note 1 to 9A901.a.1",
            "Note 1 to 9A901.a.1, (a)",
            "Note 1 to 9A901.a.1, (a)(1)",
            "Note 1 to 9A901.a.1, (a)(2)",
            "ECCN 9A901.a.2",
            "ECCN 9A901.b");
  }

  @Test
  void an_entry_that_announces_a_list_goes_on_with_the_entries_that_did() throws IOException {
    String list =
        """
        <FP><I>Items:</I></FP><P>a. Lamps.</P>
        <NOTE><HED><I>Technical Note:</I></HED><P><I>Lamps are told by:</I></P>
        <P><I>1. Facts of the lamp, as follows:</I></P><P><I>a. Measures of light:</I></P>
        <P><I>1. Flux;</I></P><P><I>2. Facts of the wick%s</I></P><P><I>a. Length.</I></P></NOTE>
        """;

    assertThat(citations(entry(list.formatted(", as follows:"))))
        .contains("Technical Note to 9A901.a, (1)(a)(1)", "Technical Note to 9A901.a, (2)(a)");
    assertThat(citations(entry(list.formatted(";"))))
        .contains("Technical Note to 9A901.a, (1)(a)(2)(a)");
  }

  @Test
  void of_two_open_lists_of_lists_an_announcing_entry_goes_on_with_the_inner_one()
      throws IOException {
    assertThat(
            citations(
                entry(
                    """
                    <FP><I>Items:</I></FP><P>a. Lamps.</P>
                    <NOTE><HED><I>Technical Note:</I></HED><P><I>Lamps are told by:</I></P>
                    <P><I>1. Facts of the lamp:</I></P><P><I>a. Measures:</I></P>
                    <P><I>1. Of light:</I></P><P><I>a. At night:</I></P><P><I>1. Flux;</I></P>
                    <P><I>2. Of oil:</I></P><P><I>a. Mass.</I></P></NOTE>
                    """)))
        .contains("Technical Note to 9A901.a, (1)(a)(2)(a)");
  }

  @Test
  void a_list_goes_on_behind_a_note_on_one_of_its_entries() throws IOException {
    assertThat(citations(entry(NOTE)))
        .contains("Note 1 to 9A901.a.1, (b)")
        .doesNotContain("ECCN 9A901.b#2")
        .anyMatch(citation -> citation.startsWith("Note 1 to 9A901.a.1, (a)(2), Technical Note"));
  }

  @Test
  void a_numbered_list_in_a_note_gives_its_whole_path() throws IOException {
    assertThat(
            citations(
                entry(
                    """
                    <FP><I>Items:</I></FP><P>a. Lamps.</P>
                    <NOTE><HED><I>Technical Notes:</I></HED>
                    <P><I>1. Brass is:</I></P><P><I>1.a. Bright; and</I></P>
                    <P><I>1.b. Soft.</I></P><P><I>2. Tin is dull.</I></P></NOTE>
                    """)))
        .contains("Technical Notes to 9A901.a, (1)(b)", "Technical Notes to 9A901.a, (2)");
  }

  @Test
  void an_item_above_that_is_not_printed_is_reported() throws IOException {
    Regulation list = entry("<FP><I>Items:</I></FP><P>z.1.a. Lamps.</P><P>z.1.b. Wicks.</P>");

    assertThat(list.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("ECCN 9A901.z.1.a: the entry does not show ECCN 9A901.z.1");
  }

  @Test
  void each_item_of_a_reserved_range_is_reserved() throws IOException {
    Regulation list =
        entry(
            """
            <FP><I>Items:</I></FP><P>a. Lamps.</P><P>a.1. and a.2. [Reserved]</P>
            <P>a.3. Brass.</P><P>a.4 through .5 [Reserved]</P><P>b.–d. [Reserved]</P>
            <P>e. Wicks.</P><P>f. through .x [Reserved]</P><P>y. Oil.</P>
            """);

    assertThat(texts(list))
        .containsSubsequence(
            "9A901.a Lamps.",
            "9A901.a.1 [Reserved]",
            "9A901.a.2 [Reserved]",
            "9A901.a.3 Brass.",
            "9A901.a.4 [Reserved]",
            "9A901.a.5 [Reserved]",
            "9A901.b [Reserved]",
            "9A901.c [Reserved]",
            "9A901.d [Reserved]",
            "9A901.e Wicks.",
            "9A901.f [Reserved]",
            "9A901.g [Reserved]")
        .containsSubsequence("9A901.w [Reserved]", "9A901.x [Reserved]", "9A901.y Oil.");
    assertThat(list.diagnostics()).isEmpty();
  }

  /** Labels that are of no one series name no range, and stay as words. */
  @Test
  void a_range_that_cannot_be_counted_keeps_its_words() throws IOException {
    Regulation list =
        entry("<FP><I>Items:</I></FP><P>a. Lamps.</P><P>b. through 9. [Reserved]</P>");

    assertThat(texts(list)).contains("9A901.b through 9. [Reserved]");
  }

  private static List<String> texts(Regulation list) {
    return list.clauses().stream()
        .flatMap(Clause::stream)
        .map(clause -> (clause.citation() + " " + clause.content().ownText()).replace("ECCN ", ""))
        .toList();
  }

  @Test
  void an_item_printed_twice_in_the_same_words_is_one_item_and_reported() throws IOException {
    Regulation list =
        entry(
            """
            <FP><I>Items:</I></FP><P>a. Lamps.</P><P>b. Wicks, as follows:</P>
            <NOTE><HED><I>N.B.:</I></HED><P><I>Wicks burn.</I></P></NOTE>
            <P>b. Wicks, as follows:</P><P>b.1. Of cotton.</P>
            """);

    assertThat(citations(list))
        .containsOnlyOnce("ECCN 9A901.b")
        .doesNotContain("ECCN 9A901.b#2")
        .contains("ECCN 9A901.b.1");
    assertThat(list.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("ECCN 9A901.b: the entry prints this item twice in the same words");
  }

  @Test
  void a_list_in_italics_stays_in_its_note_where_some_of_its_entries_are_not_printed()
      throws IOException {
    assertThat(
            citations(
                entry(
                    """
                    <FP><I>Items:</I></FP><P>a. Lamps.</P><P>b. Wicks.</P>
                    <NOTE><HED><I>Note:</I></HED><P><I>9A901.b includes:</I></P>
                    <P><I>3. Wicks by kind:</I></P>
                    <P><I>a. Of cotton;</I></P><P><I>b. Of wool, if:</I></P>
                    <P><I>2. Dry; and</I></P><P><I>d. Of flax.</I></P><P><I>4. Spare wicks.</I></P></NOTE>
                    """)))
        .doesNotContain("ECCN 9A901.d")
        .endsWith(
            "Note to 9A901.b, (3)",
            "Note to 9A901.b, (3)(a)",
            "Note to 9A901.b, (3)(b)",
            "Note to 9A901.b, (3)(b)(2)",
            "Note to 9A901.b, (3)(d)",
            "Note to 9A901.b, (4)");
  }

  @Test
  void lettered_paragraphs_of_the_related_controls_are_no_items_where_items_follow()
      throws IOException {
    assertThat(
            citations(
                entry(
                    """
                    <FP-1><I>Related Controls:</I> (1) All of these are elsewhere:</FP-1>
                    <P>a. Candles;</P><P>b. Stars.</P>
                    <FP><I>Items:</I></FP><P>a. Lamps.</P>
                    """)))
        .containsOnlyOnce("ECCN 9A901.a")
        .doesNotContain("ECCN 9A901.b");
  }

  @Test
  void the_label_of_the_items_may_have_lost_its_colon() throws IOException {
    assertThat(citations(entry("<FP><I>Items</I> a. Lamps.</FP><P>b. Wicks.</P>")))
        .contains("ECCN 9A901, Items", "ECCN 9A901.a", "ECCN 9A901.b");
  }

  @Test
  void a_control_in_prose_is_a_row_however_long_its_first_sentence() throws IOException {
    String prose = "CW applies to 9A901.a and .b and a license is required " + "always ".repeat(40);
    assertThat(
            clauses(
                entry("<FP-1><E T=\"04\">License Requirements</E></FP-1><P>" + prose + ".</P>")))
        .filteredOn(ControlRow.class::isInstance)
        .hasSize(1);
  }

  @Test
  void a_list_may_run_on_from_the_text_of_a_note() throws IOException {
    assertThat(
            citations(
                entry(
                    """
                    <FP><I>Items:</I></FP><P>a. Lamps.</P>
                    <P><I>Note:</I> <I>9A901.a does not control:</I> <I>a. Lanterns; or</I></P>
                    <P><I>b. Torches.</I></P><P>b. Wicks.</P>
                    """)))
        .containsSubsequence(
            "Note to 9A901.a", "Note to 9A901.a, (a)", "Note to 9A901.a, (b)", "ECCN 9A901.b");
  }

  @Test
  void a_call_for_attention_may_have_lost_its_colon() throws IOException {
    assertThat(
            citations(
                entry("<FP><I>Items:</I></FP><P>a. Lamps.</P><P>N.B. 1 See 9E901 for oil.</P>")))
        .contains("N.B. 1 to 9A901.a");
  }

  @Test
  void a_line_before_an_item_heads_a_group_of_items() throws IOException {
    assertThat(
            citations(
                entry("<FP><I>Items:</I></FP><P>a. Lamps.</P><P>Loose parts</P><P>b. Wicks.</P>")))
        .contains("ECCN 9A901, Items, heading \"Loose parts\"");
  }

  @Test
  void entries_that_a_whole_list_names_and_does_not_show_are_reported() throws IOException {
    String others =
        IntStream.rangeClosed(0, 8)
            .mapToObj(category -> "<FP-2><B>" + category + "A901 Items of oil.</B></FP-2>")
            .collect(Collectors.joining());

    assertThat(entry("<P>See 9E901 and 8A901.</P>").diagnostics())
        .as("a part of the list names what is shown elsewhere")
        .isEmpty();
    assertThat(entry("<P>See 9E901 and 8A901.</P>" + others).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "the list names entries that it does not show, which are missing here or are law no"
                + " more: 9E901");
  }

  private static Regulation entry(String parts) throws IOException {
    String xml =
        "<DIV9 N=\"Supplement No. 1 to Part 774\" TYPE=\"APPENDIX\">"
            + "<HEAD>Supplement No. 1 to Part 774—The List</HEAD>"
            + "<FP-2><B>9A901 Items that shine (see List of Items Controlled).</B></FP-2>"
            + parts
            + "</DIV9>";
    return (Regulation)
        new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
            .read(Source.of(xml.getBytes(StandardCharsets.UTF_8), "entry.xml"));
  }

  private static List<Clause> clauses(Regulation list) {
    return list.clauses().stream().flatMap(Clause::stream).toList();
  }

  private static List<String> citations(Regulation list) {
    return clauses(list).stream().map(clause -> clause.citation().toString()).toList();
  }
}
