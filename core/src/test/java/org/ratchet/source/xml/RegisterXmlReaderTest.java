package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.text.Run;
import org.ratchet.text.Style;

class RegisterXmlReaderTest {

  private static final String RULE =
      """
      <RULE>
        <PREAMB>
          <PRTPAGE P="9001"/>
          <AGENCY TYPE="S">DEPARTMENT OF LIGHTHOUSES</AGENCY>
          <SUBAGY>Bureau of Lamps</SUBAGY>
          <CFR>15 CFR Parts 990 and 991</CFR>
          <DEPDOC>[Docket No. 920101-0001]</DEPDOC>
          <RIN>RIN 0000-AA00</RIN>
          <SUBJECT>Brighter Lamps</SUBJECT>
          <AGY><HD SOURCE="HED">AGENCY:</HD><P>Bureau of Lamps.</P></AGY>
          <EFFDATE><HD SOURCE="HED">DATES:</HD><P>Effective at dusk.</P><P>Comments by dawn.</P></EFFDATE>
        </PREAMB>
        <SUPLINF>
          <HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
          <HD SOURCE="HD1">I. Background</HD>
          <P>Lamps were dim.<SU>1</SU><FTREF/></P>
          <FTNT>
            <P><SU>1</SU>A survey of lamps.</P>
            <P>It was taken by night.</P>
          </FTNT>
          <HD SOURCE="HD2">A. Wicks</HD>
          <FP>Wicks were short.</FP>
          <LSTSUB><HD SOURCE="HED">List of Subjects</HD><CFR>15 CFR Part 990</CFR><P>Lamps.</P></LSTSUB>
          <REGTEXT TITLE="15" PART="990">
            <PART><HD SOURCE="HED">PART 990—LAMPS</HD></PART>
            <AMDPAR>1. The authority citation for part 990 continues to read as follows:</AMDPAR>
            <AUTH><HD SOURCE="HED">Authority:</HD><P>99 U.S.C. 1.</P></AUTH>
            <AMDPAR>2. Section 990.4 is revised to read as follows:</AMDPAR>
            <CONTENTS><SECHD>Sec.</SECHD><SECTNO>990.4</SECTNO><SUBJECT>Wicks.</SUBJECT></CONTENTS>
            <SECTION>
              <SECTNO>§\u2009990.4 </SECTNO>
              <SUBJECT>Wicks.</SUBJECT>
              <STARS/>
              <P>(a) <E T="03">Length.</E> A wick is 10<E T="51">26</E> nm.</P>
              <PRTPAGE P="9002"/>
              <P>* * * * *</P>
              <NOTE><HD SOURCE="HED">Note 1 to § 990.4:</HD><P>Measured dry.</P><P>Measured twice.</P></NOTE>
              <GPH SPAN="3" DEEP="200"><GID>ER06AU92.010</GID></GPH>
            </SECTION>
            <HD SOURCE="HD1">Supplement No. 1 to Part 990—Oils</HD>
          </REGTEXT>
          <SIG><DATED>Dated: January 2, 2092.</DATED><P>By order of the Board of Lamps.</P><NAME>Ada Keeper,</NAME><TITLE>Keeper of Lamps.</TITLE></SIG>
        </SUPLINF>
        <FRDOC>[FR Doc. 2092–00001 Filed 1–3–92; 8:45 am]</FRDOC>
        <BILCOD>BILLING CODE 0000-00-P</BILCOD>
      </RULE>
      """;

  @Test
  void blocksComeInPrintedOrderWithFootnotesAfterTheBody() throws IOException {
    assertThat(read(RULE).blocks().stream().map(RegisterXmlReaderTest::line))
        .containsExactly(
            "AGENCY: DEPARTMENT OF LIGHTHOUSES",
            "SUBAGENCY: Bureau of Lamps",
            "CFR_LINE: 15 CFR Parts 990 and 991",
            "DOCKET: [Docket No. 920101-0001]",
            "RIN: RIN 0000-AA00",
            "SUBJECT: Brighter Lamps",
            "CAPTION: AGENCY: Bureau of Lamps.",
            "CAPTION: DATES: Effective at dusk.",
            "PARAGRAPH: Comments by dawn.",
            "CAPTION: SUPPLEMENTARY INFORMATION:",
            "HEADING1: I. Background",
            "PARAGRAPH: Lamps were dim.^1",
            "HEADING2: A. Wicks",
            "FLUSH: Wicks were short.",
            "HEADING1: List of Subjects",
            "HEADING2: 15 CFR Part 990",
            "PARAGRAPH: Lamps.",
            "PART_HEADING: PART 990—LAMPS",
            "INSTRUCTION: 1. The authority citation for part 990 continues to read as follows:",
            "AUTHORITY: Authority: 99 U.S.C. 1.",
            "INSTRUCTION: 2. Section 990.4 is revised to read as follows:",
            "PARAGRAPH: Sec.",
            "FLUSH: 990.4 Wicks.",
            "SECTION_HEADING: § 990.4 Wicks.",
            "ELLIPSIS: * * * * *",
            "PARAGRAPH: (a) Length. A wick is 10^26 nm.",
            "ELLIPSIS: * * * * *",
            "NOTE: Note 1 to § 990.4: Measured dry.",
            "PARAGRAPH: Measured twice.",
            "FIGURE: ER06AU92.010",
            "SUPPLEMENT_HEADING: Supplement No. 1 to Part 990—Oils",
            "SIGNATURE: Dated: January 2, 2092.",
            "SIGNATURE: By order of the Board of Lamps.",
            "SIGNATURE: Ada Keeper,",
            "SIGNATURE: Keeper of Lamps.",
            "FR_DOC: [FR Doc. 2092–00001 Filed 1–3–92; 8:45 am]",
            "BILLING_CODE: BILLING CODE 0000-00-P",
            "FOOTNOTE: ^1 A survey of lamps. It was taken by night.");
  }

  @Test
  void aCaptionIsTheFirstRunAndBold() throws IOException {
    Block caption = first(read(RULE), BlockKind.CAPTION);

    assertThat(caption.runs())
        .containsExactly(new Run("AGENCY:", Style.BOLD), Run.plain(" Bureau of Lamps."));
  }

  @Test
  void everyBlockKnowsItsPrintedPageAndItsLine() throws IOException {
    SourceText text = read(RULE);

    assertThat(first(text, BlockKind.AGENCY).span()).hasToString("2092-00001:9001:4");
    assertThat(first(text, BlockKind.NOTE).span().printedPage()).isEqualTo(9002);
    assertThat(text.firstPage()).isEqualTo(9001);
    assertThat(text.lastPage()).isEqualTo(9002);
  }

  @Test
  void whatPrecedesTheFirstPageMarkIsOnThePageBefore() throws IOException {
    SourceText text =
        read(
            """
            <RULE><P>At the foot of a page,</P><PRTPAGE P="51"/><P>and at the head of the next.</P></RULE>
            """);

    assertThat(text.blocks()).extracting(b -> b.span().printedPage()).containsExactly(50, 51);
    assertThat(text.firstPage()).isEqualTo(50);
  }

  @Test
  void aSentenceThatRunsOverAPageStaysWhole() throws IOException {
    SourceText text = read("<RULE><P>A lamp \n<PRTPAGE P=\"52\"/>\nburns.</P><P>On.</P></RULE>");

    assertThat(text.blocks()).extracting(Block::text).containsExactly("A lamp burns.", "On.");
    assertThat(text.blocks()).extracting(b -> b.span().printedPage()).containsExactly(51, 52);
  }

  @Test
  void aDocumentOfADailyIssueIsChosenByItsNumber() throws IOException {
    String issue =
        """
        <FEDREG><VOL>157</VOL><NO>3</NO><DATE>Friday, January 4, 2092</DATE>
          <RULES>
            <RULE><P>One.</P><FRDOC>[FR Doc. 2092–00007 Filed 1–3–92; 8:45 am]</FRDOC></RULE>
            <PRTPAGE P="61"/>
            <RULE><P>Two.</P><FRDOC>[FR Doc. 2092-00008 Filed 1-3-92; 8:45 am]</FRDOC></RULE>
          </RULES>
        </FEDREG>
        """;

    SourceText text = read(source(issue).document("2092-00008"));

    assertThat(text.blocks().get(0).text()).isEqualTo("Two.");
    assertThat(text.volume()).isEqualTo(157);
    assertThat(text.date()).isEqualTo("Friday, January 4, 2092");
    assertThat(text.firstPage()).isEqualTo(61);
    assertThat(read(source(issue).document("2092–00007")).document()).isEqualTo("2092-00007");
    assertThatThrownBy(() -> read(source(issue)))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage(
            "lamps.xml: holds several documents; choose one by writing #NUMBER behind the name:"
                + " 2092-00007, 2092-00008");
    assertThatThrownBy(() -> read(source(issue).document("2092-00009")))
        .hasMessageContaining("holds no document 2092-00009")
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.reason()).isEqualTo(UnreadableSourceException.Reason.WHICH_DOCUMENT));
  }

  @Test
  void theLineBreaksOfAPrettyPrinterAreNoSpaces() throws IOException {
    SourceText text =
        read(
            """
            <RULE>
                <P>
                    Printed in the\s
                    <E T="04">Lamp Register</E>
                    , where SO
                    <E T="52">2</E>
                     and the lamps'
                    <SU>4</SU>
                    ) oil (
                    <E T="03">e.g.,</E>
                     whale oil) are named. The
                    <PRTPAGE P="7"/>
                     rest is not.
                </P>
            </RULE>
            """);

    assertThat(text.blocks().get(0).text())
        .isEqualTo(
            "Printed in the Lamp Register, where SO_2 and the lamps'^4) oil (e.g., whale oil) are"
                + " named. The rest is not.");
  }

  @Test
  void spacesLostBesideInlineElementsArePutBack() throws IOException {
    SourceText text =
        read(
            """
            <RULE>
              <P>Printed in the<E T="04">Lamp Register</E>on Monday (<E T="03">i.e.,</E>late).<SU>3</SU><FTREF/>Then burned.</P>
              <P>(a)<E T="03">Wicks.</E>(1) See § 9.1(a)(1)(i)(A)(<E T="03">2</E>).</P>
            </RULE>
            """);

    assertThat(text.blocks())
        .extracting(Block::text)
        .containsExactly(
            "Printed in the Lamp Register on Monday (i.e., late).^3 Then burned.",
            "(a) Wicks. (1) See § 9.1(a)(1)(i)(A)(2).");
    assertThat(text.diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo("spaces-restored"));
  }

  @Test
  void aWordPartlyInItalicsStaysOneWordWhereSpacesAreKept() throws IOException {
    SourceText text =
        read("<RULE><P>The <E T=\"03\">n</E>th lamp, <E T=\"03\">see</E> the lamp.</P></RULE>");

    assertThat(text.blocks().get(0).text()).isEqualTo("The nth lamp, see the lamp.");
    assertThat(text.diagnostics()).isEmpty();
  }

  @Test
  void thinSpacesAreSpacesAndAsterisksStandApart() throws IOException {
    SourceText text = read("<RULE><P>(d)\u2003***</P><P>§\u2009744.1\u00A0a</P></RULE>");

    assertThat(text.blocks()).extracting(Block::text).containsExactly("(d) * * *", "§ 744.1 a");
  }

  @Test
  void tableCellsStandInTheirColumns() throws IOException {
    TableText table =
        read("""
                <RULE><GPOTABLE COLS="4">
                  <TTITLE>Lamps</TTITLE>
                  <BOXHD><CHED H="1">Lamp</CHED><CHED H="1">Light</CHED><CHED H="2">Least</CHED>
                    <CHED H="2">Most</CHED><CHED H="1">Oil</CHED></BOXHD>
                  <ROW EXPSTB="03"><ENT I="21">Harbours</ENT></ROW>
                  <ROW EXPSTB="00"><ENT I="01">North</ENT><ENT A="01">1 to 2</ENT><ENT>whale</ENT></ROW>
                  <ROW><ENT I="28">*    *    *    *    *</ENT></ROW>
                  <ROW><ENT I="01">South</ENT><ENT>3</ENT></ROW>
                  <TNOTE>Measured at dusk.</TNOTE>
                </GPOTABLE></RULE>
                """)
            .blocks()
            .get(0)
            .table()
            .orElseThrow();

    assertThat(table.columns()).isEqualTo(4);
    assertThat(cells(table.head())).containsExactly("Lamp/1 Light/2 Oil/1", "/1 Least/1 Most/1 /1");
    assertThat(cells(table.rows()))
        .containsExactly(
            "Harbours/4", "North/1 1 to 2/2 whale/1", "* * * * */1 /1 /1 /1", "South/1 3/1 /1 /1");
    assertThat(table.rows())
        .extracting(TableText.Row::ellipsis)
        .containsExactly(false, false, true, false);
    assertThat(table.notes()).containsExactly(List.of(Run.plain("Measured at dusk.")));
  }

  @Test
  void elementsThatNobodyForesawKeepTheirText() throws IOException {
    SourceText text =
        read(
            "<RULE><LAMPS>Loose <B>words</B><P>and a paragraph</P></LAMPS><OIL><WICK>Deep.</WICK></OIL></RULE>");

    assertThat(text.blocks())
        .extracting(Block::text)
        .containsExactly("Loose words and a paragraph", "Deep.");
  }

  @Test
  void anAppendixIsASupplementOnlyWhereTextIsSetOut() throws IOException {
    SourceText text =
        read(
            """
            <RULE><SUPLINF>
              <HD SOURCE="HD1">Appendix A to Part 990 in Brief</HD>
              <AMDPAR>1. Add appendix A:</AMDPAR>
              <HD SOURCE="HD1">Appendix A to Part 990—Oils</HD>
              <HD SOURCE="HD1">Appendix History</HD>
            </SUPLINF></RULE>
            """);

    assertThat(text.blocks())
        .extracting(Block::kind)
        .containsExactly(
            BlockKind.HEADING,
            BlockKind.INSTRUCTION,
            BlockKind.SUPPLEMENT_HEADING,
            BlockKind.HEADING);
  }

  private static List<String> cells(List<TableText.Row> rows) {
    return rows.stream()
        .map(
            row ->
                String.join(
                    " ", row.cells().stream().map(c -> c.text() + "/" + c.columns()).toList()))
        .toList();
  }

  private static String line(Block block) {
    return block.kind() + (block.level() > 0 ? "" + block.level() : "") + ": " + block.text();
  }

  private static Block first(SourceText text, BlockKind kind) {
    return text.blocks().stream().filter(b -> b.kind() == kind).findFirst().orElseThrow();
  }

  private static SourceText read(String xml) throws IOException {
    return read(source(xml));
  }

  private static Source source(String xml) {
    return Source.of(xml.getBytes(StandardCharsets.UTF_8), "lamps.xml");
  }

  private static SourceText read(Source source) throws IOException {
    return new RegisterXmlReader()
        .read(source, source.bytes(ReadLimits.standard()), ReadLimits.standard());
  }
}
