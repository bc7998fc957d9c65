package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratchet.fixtures.Press;
import org.ratchet.fixtures.PressSettings;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.TableText;
import org.ratchet.text.Runs;

/** Tables as they are printed in a column: their heads, rows and notes, wherever they break. */
class PrintedTablesTest {

  static List<Integer> linesAbove() {
    return IntStream.rangeClosed(44, 66).boxed().toList();
  }

  /** Line by line lower in the column, so that every part of the table meets its foot. */
  @ParameterizedTest
  @MethodSource("linesAbove")
  void a_table_is_one_table_wherever_the_column_ends(int lines) throws IOException {
    TableText table =
        print(
            "<P>A lamp.</P>".repeat(lines),
            2,
            """
            <BOXHD><CHED H="1">Lamp</CHED><CHED H="1">Oil</CHED></BOXHD>
            <ROW><ENT I="01">Tall lamp</ENT><ENT>40</ENT></ROW>
            <ROW><ENT I="01">Small lamp</ENT><ENT>20<SU>1</SU></ENT></ROW>
            <TNOTE><SU>1</SU> Lamps that are kept for visitors burn half as long as those that the
            keeper lights for the ships, and are trimmed by the keeper of the wicks.</TNOTE>
            <TNOTE><SU>2</SU> Oil is given by the can and not by the lamp.</TNOTE>
            """);
    assertThat(rows(table.rows())).containsExactly("Tall lamp | 40", "Small lamp | 20^1");
    assertThat(table.notes().stream().map(Runs::text))
        .containsExactly(
            "^1 Lamps that are kept for visitors burn half as long as those that the keeper lights"
                + " for the ships, and are trimmed by the keeper of the wicks.",
            "^2 Oil is given by the can and not by the lamp.");
  }

  @Test
  void a_head_on_two_levels_stands_over_its_columns() throws IOException {
    TableText table =
        print(
            "",
            4,
            """
            <BOXHD><CHED H="1">Lamp</CHED><CHED H="1">Hours</CHED><CHED H="2">Winter</CHED>
            <CHED H="2">Summer</CHED><CHED H="1">Oil</CHED></BOXHD>
            <ROW><ENT I="01">Tall</ENT><ENT>12</ENT><ENT>8</ENT><ENT>40</ENT></ROW>
            <ROW><ENT I="01">Small</ENT><ENT>9</ENT><ENT>6</ENT><ENT>20</ENT></ROW>
            """);
    assertThat(rows(table.head())).containsExactly("Lamp | Hours | Oil", " | Winter | Summer | ");
  }

  @Test
  void asterisks_for_rows_that_are_not_shown_are_a_row_also_above_a_heading() throws IOException {
    TableText table =
        print(
            "",
            2,
            """
            <BOXHD><CHED H="1">Lamp</CHED><CHED H="1">Oil</CHED></BOXHD>
            <ROW RUL="s"><ENT I="28">*     *     *     *     *     *     *</ENT></ROW>
            <ROW EXPSTB="01" RUL="s"><ENT I="21"><E T="02">Lamps for visitors</E></ENT></ROW>
            <ROW><ENT I="01">Small lamp</ENT><ENT>20</ENT></ROW>
            """);
    assertThat(table.rows())
        .extracting(TableText.Row::ellipsis)
        .containsExactly(true, false, false);
    assertThat(table.rows().get(1).cells().get(0).text()).isEqualTo("Lamps for visitors");
  }

  @Test
  void a_full_stop_behind_the_mark_of_a_note_leads_to_nothing() throws IOException {
    TableText table =
        print(
            "",
            2,
            """
            <BOXHD><CHED H="1">Lamp</CHED><CHED H="1">Oil</CHED></BOXHD>
            <ROW><ENT I="01">Tall lamp</ENT><ENT>40 cans <SU>2</SU>.</ENT></ROW>
            <ROW><ENT I="01">Small lamp</ENT><ENT>20 cans <SU>2</SU>.</ENT></ROW>
            """);
    assertThat(rows(table.rows()))
        .containsExactly("Tall lamp | 40 cans ^2.", "Small lamp | 20 cans ^2.");
  }

  private static List<String> rows(List<TableText.Row> rows) {
    return rows.stream()
        .map(row -> row.cells().stream().map(cell -> cell.text()).toList())
        .map(cells -> String.join(" | ", cells))
        .toList();
  }

  private static TableText print(String before, int columns, String rows) throws IOException {
    String xml =
        """
        <RULE><PREAMB><AGENCY>DEPARTMENT OF EXAMPLES</AGENCY><SUBJECT>Lamps</SUBJECT></PREAMB>
        <SUPLINF><HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>%s
        <GPOTABLE COLS="%d"><TTITLE>Lamps and Oil</TTITLE>%s</GPOTABLE>
        <P>The lamps burn.</P></SUPLINF>
        <FRDOC>[FR Doc. 2092-00001 Filed 1-2-92; 8:45 am]</FRDOC>
        <BILCOD>BILLING CODE 0000-00-P</BILCOD></RULE>
        """
            .formatted(before, columns, rows);
    byte[] pdf =
        Press.print(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                PressSettings.plain())
            .pdf()
            .toArray();
    return new PdfReader()
        .read(Source.of(pdf, "lamps.pdf"), pdf, ReadLimits.standard()).blocks().stream()
            .flatMap(block -> block.table().stream())
            .reduce(
                (a, b) -> {
                  throw new AssertionError("two tables: " + a.text() + " and " + b.text());
                })
            .orElseThrow();
  }
}
