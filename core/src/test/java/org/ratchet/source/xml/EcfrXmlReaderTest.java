package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.source.Block;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;

class EcfrXmlReaderTest {

  private static final String PART =
      """
      <?xml version="1.0"?>
      <DIV5 N="990" TYPE="PART" hierarchy_metadata="{&quot;path&quot;:&quot;/on/title-15/part-990&quot;}">
      <HEAD>PART 990—LAMPS
      </HEAD>
      <AUTH>
      <HED>Authority:</HED><PSPACE>99 U.S.C. 1.</PSPACE></AUTH>
      <SOURCE>
      <HED>Source:</HED><PSPACE>61 FR 12802, unless otherwise noted.</PSPACE></SOURCE>
      <DIV6 N="A" TYPE="SUBPART">
      <HEAD>Subpart A—Wicks</HEAD>
      <DIV7 TYPE="SUBJGRP"><HEAD>Short Wicks</HEAD>
      <DIV8 N="990.1" TYPE="SECTION">
      <HEAD>§ 990.1 Purpose.</HEAD>
      <P>(a) <I>Dusk.</I> See note.
      <SU>1</SU>
      <FTREF/></P>
      <FTNT>
      <P><SU>1</SU> By night.</P><P><SU>2</SU> By day.</P></FTNT>
      <SCOL2>
      <LI>New Harbour</LI>
      <LI>Old Harbour</LI>
      </SCOL2>
      <STARS/>
      <NOTE><HED>Note to paragraph (<E T="01">a</E>):</HED><P>Dusk is civil.</P></NOTE>
      <NOTE><HED> </HED><FP>where K is 0.25.</FP></NOTE>
      <img src="/graphics/er16ja25.003.gif"></img>
      <CITA TYPE="N">[61 FR 12802, Mar. 25, 1996]</CITA>
      <EFFDNOT>
      <HED>Effective Date Note:</HED><PSPACE>At 90 FR 1, § 990.1 was stayed.</PSPACE></EFFDNOT>
      <XREF ID="20260101">Link to an amendment published at 91 FR 2.</XREF>
      </DIV8></DIV7></DIV6>
      <DIV9 N="Supplement No. 1 to Part 990" TYPE="APPENDIX">
      <HEAD>Supplement No. 1 to Part 990—Oils</HEAD>
      <FP-2><B>9A990 Oil as follows.</B></FP-2>
      </DIV9>
      </DIV5>
      """;

  @Test
  void unitsNotesAndHistoryGiveTheirBlocks() throws IOException {
    SourceText text = read(PART);

    assertThat(text.kind()).isEqualTo(SourceText.Kind.REGULATION);
    assertThat(text.document()).isEqualTo("15 CFR");
    assertThat(text.blocks().stream().map(b -> b.kind() + ": " + b.text()))
        .containsExactly(
            "PART_HEADING: PART 990—LAMPS",
            "AUTHORITY: Authority: 99 U.S.C. 1.",
            "SOURCE_CITATION: Source: 61 FR 12802, unless otherwise noted.",
            "SUBPART_HEADING: Subpart A—Wicks",
            "HEADING: Short Wicks",
            "SECTION_HEADING: § 990.1 Purpose.",
            "PARAGRAPH: (a) Dusk. See note.^1",
            "FLUSH: New Harbour",
            "FLUSH: Old Harbour",
            "ELLIPSIS: * * * * *",
            "NOTE: Note to paragraph (a): Dusk is civil.",
            "FLUSH: where K is 0.25.",
            "FIGURE: ER16JA25.003",
            "SOURCE_CITATION: [61 FR 12802, Mar. 25, 1996]",
            "EDITORIAL_NOTE: Effective Date Note: At 90 FR 1, § 990.1 was stayed.",
            "EDITORIAL_NOTE: Link to an amendment published at 91 FR 2.",
            "FOOTNOTE: ^1 By night.",
            "FOOTNOTE: ^2 By day.",
            "SUPPLEMENT_HEADING: Supplement No. 1 to Part 990—Oils",
            "FLUSH: 9A990 Oil as follows.");
  }

  @Test
  void aSupplementByItselfIsATextOfTheRegulation() throws IOException {
    SourceText text =
        read(
            "<DIV9 TYPE=\"APPENDIX\"><HEAD>Supplement No. 1 to Part 990</HEAD><P>a. Oil.</P></DIV9>");

    assertThat(text.blocks()).extracting(Block::text).contains("a. Oil.");
    assertThat(text.document()).isEmpty();
  }

  @Test
  void cellsThatSpanRowsAndColumnsLeaveTheOthersInTheirColumns() throws IOException {
    TableText table =
        read("""
                <DIV8 TYPE="SECTION"><DIV><TABLE>
                  <CAPTION><P>Oils</P></CAPTION>
                  <THEAD><TR><TH>Harbour</TH><TH colspan="2">Oil</TH></TR></THEAD>
                  <TBODY>
                    <TR><TD rowspan="2">North</TD><TD>whale<br/>10<sup>3</sup></TD><TD>olive</TD></TR>
                    <TR><TD>cod</TD><TD></TD></TR>
                    <TR><TD colspan="3">*    *    *</TD></TR>
                  </TBODY>
                  <TFOOT><TR><TD colspan="3">Cold pressed.</TD></TR></TFOOT>
                </TABLE></DIV></DIV8>
                """)
            .blocks()
            .get(0)
            .table()
            .orElseThrow();

    assertThat(table.columns()).isEqualTo(3);
    assertThat(table.head()).extracting(TableText.Row::text).containsExactly("Harbour | Oil");
    assertThat(table.rows())
        .extracting(TableText.Row::text)
        .containsExactly("North | whale 10^3 | olive", " | cod | ", "* * *");
    assertThat(table.rows())
        .extracting(TableText.Row::ellipsis)
        .isEqualTo(List.of(false, false, true));
    assertThat(table.notes()).hasSize(1);
  }

  private static SourceText read(String xml) throws IOException {
    Source source = Source.of(xml.getBytes(StandardCharsets.UTF_8), "part.xml");
    return new EcfrXmlReader()
        .read(source, source.bytes(ReadLimits.standard()), ReadLimits.standard());
  }

  @Test
  void aListThatBeginsInTheHeadingOfItsNoteGoesOnInTheNextBlock() throws IOException {
    SourceText text =
        read(
            """
            <DIV8 TYPE="SECTION"><NOTE>
            <HED><I>Notes to the table</I> <I>1. Oil is whale oil.</I></HED>
            <P>2. Wicks are dry.</P></NOTE></DIV8>
            """);

    assertThat(text.blocks())
        .extracting(Block::text)
        .containsExactly("Notes to the table 1. Oil is whale oil.", "2. Wicks are dry.");
  }
}
