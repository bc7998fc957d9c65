package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Clause;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Instruction;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Runs;

class PlainTextReaderTest {

  private static final String PRINTED =
      """
      [Federal Register Volume 197, Number 3 (Monday, January 6, 2092)]
      [Rules and Regulations]
      [Pages 410-411]
      From the Federal Register Online via the Government Publishing Office [www.gpo.gov]
      [FR Doc No: 2092-00007]



      [[Page 410]]

      -----------------------------------------------------------------------

      DEPARTMENT OF COMMERCE

      Bureau of Industry and Security

      15 CFR Parts 744 and 774

      [Docket No. 920101-0001]
      RIN 0694-ZZ99


      Lamps and Their Makers

      AGENCY: Bureau of Industry and Security, Department of Commerce.

      ACTION: Final rule.

      -----------------------------------------------------------------------

      SUMMARY: This rule controls lamps, which the Bureau of Industry and
      Security (BIS) has not controlled before.

      DATES: This rule is effective January 6, 2092.

      FOR FURTHER INFORMATION CONTACT: A. Wick, Lamp Division, phone: 555-
      0100.

      SUPPLEMENTARY INFORMATION:

      I. Background

          Lamps burn.\\1\\ They have been made in Sec.  744.99 since 1 AD, and they
      are described in terms
      ---------------------------------------------------------------------------

          \\1\\ See the lamp report, 10\\26\\ lamps--more than most.
      ---------------------------------------------------------------------------

      of light.

      List of Subjects

      15 CFR Part 744

          Exports, Lamps.

          For the reasons stated in the preamble, parts 744 and 774 of the Export
      Administration Regulations (15 CFR parts 730 through 774) are amended as
      follows:

      PART 744--CONTROL POLICY: LAMPS

      0
      1. The authority citation for part 744 continues to read as follows:

          Authority:  50 U.S.C. 4801-4852; E.O. 99999, 99 FR 12345, 3 CFR, 2091
      Comp., p. 1.


      0
      2. Amend Sec.  744.99 by:
      0
      a. Revising paragraph (a); and
      0
      b. Adding paragraph (c)(1).
          The revision and addition read as follows:


      Sec.  744.99  Lamps.

          (a) Scope. A lamp of more than 5,000 lumens made in the factory
      that

      [[Page 411]]

      the maker owns--or leases--is a `lamp of note' and a ``lamp.''
      * * * * *
          (c) * * *
          (1) 4. Transfer of a lamp is amended to read out loud.
      * * * * *

      PART 774--THE COMMERCE CONTROL LIST

      0
      3. Supplement No. 1 to part 774 is amended by adding ECCN 3A999 to read as
      follows:

      Supplement No. 1 to Part 774--The Commerce Control List

      * * * * *
          3A999 Lamps, as follows (see List of Items Controlled).

      License Requirements

          Reason for Control: RS

      ------------------------------------------------------------------------
                                                  Country chart (see Supp. No.
                      Control(s)                         1 to part 738)
      ------------------------------------------------------------------------
      RS applies to entire entry................  RS Column 1
      AT applies to 3A999.a and to what is like   AT Column 1
       it.
      ------------------------------------------------------------------------

      List of Items Controlled

          Related Controls: N/A
          Items:
          a. Lamps of 10\\26\\ lumens or more.
      * * * * *

      A. Wick,
      Assistant Secretary for Lamps.
      [FR Doc. 2092-00007 Filed 1-3-92; 8:45 am]
      BILLING CODE 3510-33-P
      """;

  private static final String MARKED_UP =
      """
      <RULE>
      <PREAMB>
      <PRTPAGE P="410"/>
      <AGENCY TYPE="S">DEPARTMENT OF COMMERCE</AGENCY>
      <SUBAGY>Bureau of Industry and Security</SUBAGY>
      <CFR>15 CFR Parts 744 and 774</CFR>
      <DEPDOC>[Docket No. 920101-0001]</DEPDOC>
      <RIN>RIN 0694-ZZ99</RIN>
      <SUBJECT>Lamps and Their Makers</SUBJECT>
      <AGY><HD SOURCE="HED">AGENCY:</HD><P>Bureau of Industry and Security, Department of Commerce.</P></AGY>
      <ACT><HD SOURCE="HED">ACTION:</HD><P>Final rule.</P></ACT>
      <SUM><HD SOURCE="HED">SUMMARY:</HD><P>This rule controls lamps, which the Bureau of Industry and Security (BIS) has not controlled before.</P></SUM>
      <EFFDATE><HD SOURCE="HED">DATES:</HD><P>This rule is effective January 6, 2092.</P></EFFDATE>
      <FURINF><HD SOURCE="HED">FOR FURTHER INFORMATION CONTACT:</HD><P>A. Wick, Lamp Division, phone: 555-0100.</P></FURINF>
      </PREAMB>
      <SUPLINF>
      <HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
      <HD SOURCE="HD1">I. Background</HD>
      <P>Lamps burn.<SU>1</SU><FTREF/> They have been made in § 744.99 since 1 AD, and they are described in terms of light.</P>
      <FTNT><P><SU>1</SU> See the lamp report, 10<SU>26</SU> lamps—more than most.</P></FTNT>
      <LSTSUB><HD SOURCE="HED">List of Subjects</HD><CFR>15 CFR Part 744</CFR><P>Exports, Lamps.</P></LSTSUB>
      <P>For the reasons stated in the preamble, parts 744 and 774 of the Export Administration Regulations (15 CFR parts 730 through 774) are amended as follows:</P>
      <REGTEXT TITLE="15" PART="744">
      <PART><HD SOURCE="HED">PART 744—CONTROL POLICY: LAMPS</HD></PART>
      <AMDPAR>1. The authority citation for part 744 continues to read as follows:</AMDPAR>
      <AUTH><HD SOURCE="HED">Authority:</HD><P>50 U.S.C. 4801-4852; E.O. 99999, 99 FR 12345, 3 CFR, 2091 Comp., p. 1.</P></AUTH>
      <AMDPAR>2. Amend § 744.99 by:</AMDPAR>
      <AMDPAR>a. Revising paragraph (a); and</AMDPAR>
      <AMDPAR>b. Adding paragraph (c)(1).</AMDPAR>
      <P>The revision and addition read as follows:</P>
      <SECTION><SECTNO>§ 744.99</SECTNO><SUBJECT>Lamps.</SUBJECT>
      <P>(a) Scope. A lamp of more than 5,000 lumens made in the factory that <PRTPAGE P="411"/>the maker owns—or leases—is a ‘lamp of note’ and a “lamp.”</P>
      <STARS/>
      <P>(c) * * *</P>
      <P>(1) 4. Transfer of a lamp is amended to read out loud.</P>
      <STARS/></SECTION>
      </REGTEXT>
      <REGTEXT TITLE="15" PART="774">
      <PART><HD SOURCE="HED">PART 774—THE COMMERCE CONTROL LIST</HD></PART>
      <AMDPAR>3. Supplement No. 1 to part 774 is amended by adding ECCN 3A999 to read as follows:</AMDPAR>
      <HD SOURCE="HD1">Supplement No. 1 to Part 774—The Commerce Control List</HD>
      <STARS/>
      <FP><E T="04">3A999 Lamps, as follows (see List of Items Controlled).</E></FP>
      <HD SOURCE="HD1">License Requirements</HD>
      <P>Reason for Control: RS</P>
      <GPOTABLE COLS="2"><BOXHD><CHED H="1">Control(s)</CHED><CHED H="1">Country chart (see Supp. No. 1 to part 738)</CHED></BOXHD>
      <ROW><ENT>RS applies to entire entry</ENT><ENT>RS Column 1</ENT></ROW>
      <ROW><ENT>AT applies to 3A999.a and to what is like it.</ENT><ENT>AT Column 1</ENT></ROW></GPOTABLE>
      <HD SOURCE="HD1">List of Items Controlled</HD>
      <P>Related Controls: N/A</P>
      <P>Items:</P>
      <P>a. Lamps of 10<SU>26</SU> lumens or more.</P>
      <STARS/>
      </REGTEXT>
      <SIG><NAME>A. Wick,</NAME><TITLE>Assistant Secretary for Lamps.</TITLE></SIG>
      </SUPLINF>
      <FRDOC>[FR Doc. 2092-00007 Filed 1-3-92; 8:45 am]</FRDOC>
      <BILCOD>BILLING CODE 3510-33-P</BILCOD>
      </RULE>
      """;

  private static final DocumentReader READER =
      new DocumentReader(
          SourceReaders.of(
              List.of(
                  new PlainTextReader(),
                  new HtmlReader(),
                  new RegisterXmlReader(),
                  new EcfrXmlReader())),
          ReadLimits.standard());

  private static final String LINK = "<a href=\"http://www.gpo.gov\">www.gpo.gov</a>";

  @Test
  void aRuleInTheTextOfGpoSaysWhatItsXmlSays() throws IOException {
    Rule printed = rule(PRINTED);
    Rule markedUp = rule(MARKED_UP);

    assertThat(outline(printed)).isEqualTo(outline(markedUp));
    assertThat(printed.metadata().number()).isEqualTo("2092-00007");
    assertThat(printed.metadata().volume()).isEqualTo(197);
    assertThat(printed.metadata().publicationDate()).isEqualTo("January 6, 2092");
    assertThat(printed.signature()).isEqualTo(List.of("A. Wick, Assistant Secretary for Lamps."));
    assertThat(printed.footnotes().stream().map(Block::text).toList())
        .isEqualTo(markedUp.footnotes().stream().map(Block::text).toList());
  }

  @Test
  void thePageThatGpoPutsAroundItsTextSaysTheSame() throws IOException {
    String page =
        "<html><head><title>Federal Register, Volume 197 Issue 3</title></head><body><pre>\n"
            + PRINTED.replace("&", "&amp;").replace("<", "&lt;").replace("www.gpo.gov", LINK)
            + "</pre></body></html>";

    assertThat(outline(rule(page))).isEqualTo(outline(rule(PRINTED)));
    assertThat(rule(page).metadata()).isEqualTo(rule(PRINTED).metadata());
  }

  @Test
  void theBlocksOfBothHaveTheSamePages() throws IOException {
    SourceText text = text(PRINTED.getBytes(StandardCharsets.UTF_8));

    assertThat(text.firstPage()).isEqualTo(410);
    assertThat(text.lastPage()).isEqualTo(411);
    assertThat(text.blocks())
        .filteredOn(block -> block.text().startsWith("(c)"))
        .extracting(block -> block.span().printedPage())
        .containsExactly(411);
  }

  @Test
  void withoutAMarkInstructionsAreKnownByTheirWords() throws IOException {
    Rule rule =
        rule(
            """
            5. Because a notice is not required by 99 U.S.C. 1, none is given as follows.

            This rule revises § 744.99 as follows.

            Accordingly, part 744 of the Regulations ( 15 CFR parts 730 through 774 ) is amended as follows:

            1. The authority citation for part 744 continues to read as follows:

            Authority: 50 U.S.C. 4801 .

            2. Amend § 744.99 by:

            a. Revising paragraph (b)( 1 ); and

            b. In the table, an entry for lamps.

            (b)( 1 ) Any `lamp of note' ( e.g., a torch ) of the maker's. ( printed page 411)

            3. Supplement no. 9 is added to read as follows:

            1. Every lamp is listed in this supplement.

            4. Transfer of a lamp. The transfer is amended in this supplement by its maker.

            5. Section 744.98 is removed and reserved.

            [ FR Doc. 2092-00008 Filed 1-3-92; 8:45 am]
            """);

    assertThat(rule.instructions())
        .extracting(Instruction::id, i -> Runs.text(i.runs()), i -> i.children().size())
        .containsExactly(
            tuple("1", "The authority citation for part 744 continues to read as follows:", 0),
            tuple("2", "Amend § 744.99 by:", 2),
            tuple("3", "Supplement no. 9 is added to read as follows:", 0),
            tuple("5", "Section 744.98 is removed and reserved.", 0));
    assertThat(outline(rule))
        .contains("15 CFR 744.99(b)(1) Any ‘lamp of note’ (e.g., a torch) of the maker's.");
  }

  @Test
  void missingParagraphsAreSaidToBeMissingAndAnInstructionAmongThemIsRefusable()
      throws IOException {
    Rule rule =
        rule(
            """
            Accordingly, 15 CFR part 744 is amended as follows:

            [[1 paragraph(s) missing here]]

            1. The authority citation for part 744 is revised to read as follows:

            [[2 paragraph(s) missing here]]

            a. Under ATLANTIS, adding entries for “Lamp Works”.

            3. Amend § 744.99 by revising paragraph (b)(1) to read as follows:

            [[1 paragraph(s) missing here]]

            (1) Lamps.

            [[2 paragraph(s) missing here]]

            [ FR Doc. 2092-00009 Filed 1-3-92; 8:45 am]
            """);

    assertThat(rule.instructions())
        .extracting(Instruction::id, i -> i.children().size())
        .containsExactly(tuple("1", 0), tuple("¶", 1), tuple("3", 0));
    assertThat(outline(rule)).contains("* * * * *");
    assertThat(rule.diagnostics())
        .filteredOn(d -> d.code().equals("text-missing"))
        .hasSize(4)
        .allMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
  }

  @Test
  void aSectionInMarkdownIsTheSectionOfTheCode() throws IOException {
    String markdown =
        """
        ##### § 744.99 “Lamps” and oil. #####

        (a) *Scope.* Lamps of 10<sup>26</sup> lumens.

        (1) *Oil*—(i) *Kinds.* Train oil; or

        * * *

        (b) * * *

        [99 FR 1, Jan. 6, 2092]
        """;
    String code =
        """
        <DIV8 N="§ 744.99" TYPE="SECTION"><HEAD>§ 744.99 “Lamps” and oil.</HEAD>
        <P>(a) <I>Scope.</I> Lamps of 10<sup>26</sup> lumens.</P>
        <P>(1) <I>Oil</I>—(i) <I>Kinds.</I> Train oil; or</P>
        <STARS/>
        <P>(b) * * *</P>
        <CITA TYPE="N">[99 FR 1, Jan. 6, 2092]</CITA></DIV8>
        """;

    assertThat(outline(regulation(markdown))).isEqualTo(outline(regulation(code)));
  }

  @Test
  void aSectionAsCopiedFromTheWebIsTheSectionOfTheCode() throws IOException {
    String copied =
        """
        15 CFR 744.99
        § 744.99 Lamps.

        ( a ) Lamps ( see § 744.1 (a)( 1 ) ) , as follows:

        ( 1 ) Torches; and

        ( 2 ) Lanterns.
        """;
    String code =
        """
        <DIV8 N="§ 744.99" TYPE="SECTION"><HEAD>§ 744.99 Lamps.</HEAD>
        <P>(a) Lamps (see § 744.1 (a)(1)), as follows:</P><P>(1) Torches; and</P><P>(2) Lanterns.</P></DIV8>
        """;

    assertThat(outline(regulation(copied))).isEqualTo(outline(regulation(code)));
  }

  @Test
  void aTableWhoseColumnsAreNotClearIsKeptAsText() throws IOException {
    String rule =
        PRINTED.replace("entry................  RS Column 1", "entry, in RS  Column 1 and x");

    SourceText text = text(rule.getBytes(StandardCharsets.UTF_8));

    assertThat(text.diagnostics()).extracting(Diagnostic::code).containsExactly("table-as-lines");
    assertThat(text.blocks()).noneMatch(block -> block.kind() == BlockKind.TABLE);
    assertThat(text.blocks().stream().map(Block::text).toList())
        .anyMatch(words -> words.contains("RS applies to entire entry, in RS Column 1 and x"));
  }

  @Test
  void textInTheEncodingOfWindowsIsReadWithARemark() throws IOException {
    SourceText text =
        text("§ 744.99 A “lamp”.\n\n(a) It\u001Bburns.".getBytes(Charset.forName("windows-1252")));

    assertThat(text.blocks().get(0).text()).isEqualTo("§ 744.99 A “lamp”.");
    assertThat(text.blocks().get(1).text()).isEqualTo("(a) It burns.");
    assertThat(text.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("encoding-assumed", "control-characters");
  }

  @Test
  void textInUtf16IsKnownByItsMark() throws IOException {
    SourceText text = text("\uFEFF§ 744.99 Lamps.".getBytes(StandardCharsets.UTF_16LE));

    assertThat(text.blocks().get(0).text()).isEqualTo("§ 744.99 Lamps.");
  }

  @Test
  void blanksAndControlCharactersAreNoText() {
    assertThatThrownBy(() -> text(" ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_TEXT));
    assertThatThrownBy(() -> text("a\u001B".repeat(9).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
  }

  @Test
  void aLineWithoutEndIsOneParagraph() throws IOException {
    for (String part : List.of("a `lamp' burns. ", "`", "* ", "( printed page ", "[[", "a   ")) {
      String line = "(a) Lamps. " + part.repeat(200_000);

      SourceText text = text(line.getBytes(StandardCharsets.UTF_8));

      assertThat(text.blocks()).hasSize(1);
      assertThat(text.blocks().get(0).text()).startsWith("(a) Lamps. ");
    }
  }

  private static SourceText text(byte[] bytes) throws IOException {
    Source source = Source.of(bytes, "lamps");
    return SourceReaders.of(List.of(new PlainTextReader())).read(source, ReadLimits.standard());
  }

  private static Rule rule(String text) throws IOException {
    return (Rule) READER.read(Source.of(text.getBytes(StandardCharsets.UTF_8), "lamps"));
  }

  private static Regulation regulation(String text) throws IOException {
    return (Regulation) READER.read(Source.of(text.getBytes(StandardCharsets.UTF_8), "lamps"));
  }

  private static String outline(Rule rule) {
    List<String> lines = new ArrayList<>();
    rule.instructions().stream()
        .flatMap(Instruction::stream)
        .forEach(
            instruction -> {
              lines.add(instruction.id() + " " + instruction.part() + " " + instruction.text());
              instruction.setOut().forEach(clause -> outline(clause, lines));
            });
    return String.join("\n", lines);
  }

  private static String outline(Regulation regulation) {
    List<String> lines = new ArrayList<>();
    regulation.clauses().forEach(clause -> outline(clause, lines));
    return String.join("\n", lines);
  }

  private static void outline(Clause clause, List<String> lines) {
    lines.add(
        clause.citation() + " " + Runs.text(clause.heading()) + Runs.text(clause.content().text()));
    clause.children().forEach(child -> outline(child, lines));
  }

  @Test
  void theWordForTheSectionSignHeadsASectionInAnyText() throws IOException {
    String sign = "§ 744.99 Widgets.\n\n(a) Sec. 744.98 Gadgets stay.\n";
    String word = sign.replaceFirst("§", "Sec. ");

    assertThat(outline(regulation(word)))
        .isEqualTo(outline(regulation(sign)))
        .contains("15 CFR 744.99 Widgets.", "(a) Sec. 744.98 Gadgets stay.");
  }
}
