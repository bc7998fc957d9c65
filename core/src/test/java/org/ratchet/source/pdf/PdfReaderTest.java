package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ratchet.source.pdf.HandMade.SANS;
import static org.ratchet.source.pdf.HandMade.SANS_BOLD;
import static org.ratchet.source.pdf.HandMade.SERIF;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ratchet.fixtures.DrawnWord.Role;
import org.ratchet.fixtures.Knob;
import org.ratchet.fixtures.Press;
import org.ratchet.fixtures.PressSettings;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;

/** How a printed page is read. */
class PdfReaderTest {

  private static List<String> texts(SourceText text) {
    return text.blocks().stream().map(Block::text).toList();
  }

  private static List<String> texts(SourceText text, BlockKind kind) {
    return text.blocks().stream().filter(b -> b.kind() == kind).map(Block::text).toList();
  }

  private static String words(SourceText text) {
    return text.blocks().stream().map(Block::text).collect(Collectors.joining(" "));
  }

  private static TableText table(SourceText text) {
    return text.blocks().stream().flatMap(b -> b.table().stream()).findFirst().orElseThrow();
  }

  private static List<String> rows(TableText table) {
    return table.rows().stream().map(TableText.Row::text).toList();
  }

  private static byte[] print(String xml, Knob... knobs) throws IOException {
    return Press.print(
            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
            PressSettings.plain().with(knobs))
        .pdf()
        .toArray();
  }

  private static SourceText read(byte[] pdf, String name) throws IOException {
    return new PdfReader().read(Source.parse(name), pdf, ReadLimits.standard());
  }

  private static String rule(String text) {
    return """
        <RULE><PREAMB><AGENCY>DEPARTMENT OF EXAMPLES</AGENCY><SUBJECT>Lamps</SUBJECT></PREAMB>
        <SUPLINF><HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>%s</SUPLINF>
        <FRDOC>[FR Doc. 2092-00001 Filed 1-2-92; 8:45 am]</FRDOC>
        <BILCOD>BILLING CODE 0000-00-P</BILCOD></RULE>
        """
        .formatted(text);
  }

  /** A row of a table across the page, its rules drawn from the row above. */
  private static void row(HandMade pdf, float top, String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      pdf.text(47 + 174 * i, top - 7, 8, SANS, cells[i]);
      if (i > 0) {
        pdf.rule(45 + 174 * i, top, 45 + 174 * i, top - 10);
      }
    }
  }

  private static void threeColumns(HandMade pdf, float top, String... lines) throws IOException {
    for (int c = 1; c <= 3; c++) {
      pdf.column(
          c, top, "\tParagraph " + lines[c - 1] + " goes on for some way", "and ends there.");
    }
  }

  @Test
  void columnsAreReadAboveATableThatSpansThemAndThenBelow() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      threeColumns(pdf, 720, "one", "two", "three");
      pdf.text(280, 680, 9, SANS, "Table 1—Lamps");
      pdf.rule(45, 670, 567, 670);
      row(pdf, 670, "Lamp", "Hours", "Cost");
      pdf.rule(45, 660, 567, 660);
      row(pdf, 660, "Tall lamp", "12", "$40");
      row(pdf, 650, "Small lamp", "9", "$20");
      pdf.rule(45, 640, 567, 640);
      threeColumns(pdf, 610, "four", "five", "six");

      SourceText text = pdf.read();

      assertThat(texts(text, BlockKind.PARAGRAPH))
          .extracting(paragraph -> paragraph.substring(10, paragraph.indexOf(' ', 10)))
          .containsExactly("one", "two", "three", "four", "five", "six");
      assertThat(text.blocks().get(3).kind()).isEqualTo(BlockKind.TABLE);
      assertThat(rows(table(text))).containsExactly("Tall lamp | 12 | $40", "Small lamp | 9 | $20");
    }
  }

  @Test
  void aTableThatGoesOnOnTheNextPageIsOneTable() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      threeColumns(pdf, 720, "one", "two", "three");
      pdf.text(280, 680, 9, SANS, "Table 1—Lamps");
      pdf.rule(45, 670, 567, 670);
      row(pdf, 670, "Lamp", "Hours", "Cost");
      pdf.rule(45, 660, 567, 660);
      row(pdf, 660, "Tall lamp", "12", "$40");
      row(pdf, 650, "Small lamp", "9", "$20");
      pdf.nextRegisterPage();
      pdf.text(262, 724, 9, SANS, "Table 1—Lamps—Continued");
      pdf.rule(45, 714, 567, 714);
      row(pdf, 714, "Lamp", "Hours", "Cost");
      pdf.rule(45, 704, 567, 704);
      row(pdf, 704, "Old lamp", "1", "$5");
      row(pdf, 694, "", "", "$6");
      pdf.rule(45, 684, 567, 684);
      threeColumns(pdf, 660, "four", "five", "six");

      SourceText text = pdf.read();

      assertThat(texts(text, BlockKind.TABLE)).hasSize(1);
      assertThat(table(text).head())
          .extracting(TableText.Row::text)
          .containsExactly("Lamp | Hours | Cost");
      assertThat(rows(table(text)))
          .containsExactly(
              "Tall lamp | 12 | $40", "Small lamp | 9 | $20", "Old lamp | 1 | $5", " |  | $6");
    }
  }

  @Test
  void aTableInAColumnGoesOnAtTheHeadOfTheNextWithoutAHead() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      pdf.column(1, 720, "\tThe lamps of the office stand in", "the table that follows here.");
      pdf.rule(45, 80, 213, 80);
      pdf.text(60, 73, 7.5f, SANS, "Lamp").text(135, 73, 7.5f, SANS, "Hours");
      pdf.rule(125, 80, 125, 70).rule(45, 70, 213, 70);
      pdf.rule(125, 70, 125, 60).rule(125, 60, 125, 50);
      pdf.text(47, 63, 8, SANS, "Tall lamp").text(127, 63, 8, SANS, "12");
      pdf.text(47, 53, 8, SANS, "Small lamp").text(127, 53, 8, SANS, "9");
      pdf.text(224, 724, 8, SANS, "Old lamp").text(304, 724, 8, SANS, "1");
      pdf.text(224, 714, 8, SANS, "New lamp").text(304, 714, 8, SANS, "2");
      pdf.rule(302, 731, 302, 721).rule(302, 721, 302, 711).rule(222, 708, 390, 708);
      pdf.column(2, 690, "\tThe text goes on under the table", "and is read after it.");
      pdf.column(3, 720, "\tThe third column is read last, as", "on every page.");

      SourceText text = pdf.read();
      assertThat(rows(table(text)))
          .containsExactly("Tall lamp | 12", "Small lamp | 9", "Old lamp | 1", "New lamp | 2");
      assertThat(texts(text, BlockKind.PARAGRAPH)).hasSize(3);
    }
  }

  @Test
  void aHeadingWithinATableBreaksItsRulesAndNotTheTable() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      threeColumns(pdf, 720, "one", "two", "three");
      pdf.rule(45, 670, 567, 670);
      row(pdf, 670, "Lamp", "Hours", "Cost");
      pdf.rule(45, 660, 567, 660);
      row(pdf, 660, "Tall lamp", "12", "$40");
      pdf.text(
          47, 643, 8, SANS_BOLD, "Lamps of the Second Kind, Which Were Kept for Visitors Only");
      row(pdf, 640, "Small lamp", "9", "$20");
      threeColumns(pdf, 600, "four", "five", "six");

      SourceText text = pdf.read();

      assertThat(rows(table(text)))
          .containsExactly(
              "Tall lamp | 12 | $40",
              "Lamps of the Second Kind, Which Were Kept for Visitors Only |  | ",
              "Small lamp | 9 | $20");
      assertThat(texts(text, BlockKind.PARAGRAPH)).hasSize(6);
    }
  }

  @Test
  void aliasesOnLinesOfTheirOwnBelongToTheEntryOfTheirEntity() throws IOException {
    SourceText text =
        read(
            print(
                rule(
                    """
                    <GPOTABLE COLS="4"><BOXHD><CHED H="1">Country</CHED><CHED H="1">Entity</CHED>
                    <CHED H="1">License requirement</CHED><CHED H="1">Policy</CHED></BOXHD>
                    <ROW><ENT I="01">UTOPIA</ENT><ENT>Lamp Works, a.k.a., the following aliases:
                    <LI>—Lantern Works; and</LI><LI>—LW.</LI> 1 Lamp Street, Lampton, Utopia.</ENT>
                    <ENT>For all items subject to the rules of lamps.</ENT><ENT>Denial.</ENT></ROW>
                    </GPOTABLE>""")),
            "x.pdf");
    assertThat(rows(table(text)))
        .containsExactly(
            "UTOPIA | Lamp Works, a.k.a., the following aliases: —Lantern Works; and —LW."
                + " 1 Lamp Street, Lampton, Utopia. | For all items subject to the rules of lamps."
                + " | Denial.");
  }

  @Test
  void footnotesAreReadApartFromTheColumnAtWhoseFootTheyStand() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      pdf.column(
          1, 720, "\tThe lamp is lit at eight and put", "out again for the night, it is said, at");
      pdf.rule(45, 100, 95, 100);
      pdf.text(52, 92, 4.5f, SERIF, "1").text(55, 90, 7, SERIF, "A footnote on lamps.");
      pdf.column(2, 720, "nine on every day of the week.", "\tA second paragraph.");
      pdf.column(3, 720, "\tA third paragraph.");

      SourceText text = pdf.read();

      assertThat(texts(text, BlockKind.FOOTNOTE)).containsExactly("^1A footnote on lamps.");
      assertThat(texts(text).get(0))
          .isEqualTo(
              "The lamp is lit at eight and put out again for the night, it is said, at"
                  + " nine on every day of the week.");
    }
  }

  @Test
  void theBoardThatOrdersARuleBelongsToItsSignature() throws IOException {
    String signed =
        """
        <P>Lamps burn.</P><SIG><P>By order of the Board of Lamps, January 2, 2092.</P>
        <NAME>Ada Keeper,</NAME><TITLE>Keeper of Lamps.</TITLE></SIG>
        """;
    assertThat(texts(read(print(rule(signed)), "signed.pdf"), BlockKind.SIGNATURE))
        .containsExactly(
            "By order of the Board of Lamps, January 2, 2092.", "Ada Keeper,", "Keeper of Lamps.");
  }

  @Test
  void whatIsPrintedRoundThePageIsNotRead() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      threeColumns(pdf, 720, "one", "two", "three");

      SourceText text = pdf.read();

      assertThat(words(text)).doesNotContain("Federal", "90101", "VerDate", "DSK000PROD");
      assertThat(text.volume()).isEqualTo(157);
      assertThat(text.blocks().get(0).span().printedPage()).isEqualTo(90101);
      assertThat(text.diagnostics()).extracting(Diagnostic::code).doesNotContain("angled-text");
    }
  }

  @Test
  void aTablePrintedSidewaysIsReadAndRemarked() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      threeColumns(pdf, 720, "one", "two", "three");
      pdf.nextRegisterPage();
      pdf.rule(100, 60, 100, 720).rule(112, 60, 112, 720).rule(160, 60, 160, 720);
      pdf.rule(100, 300, 160, 300);
      sidewaysRow(pdf, 109, "Lamp", "What is known of it");
      sidewaysRow(pdf, 121, "Tall lamp", "It was lit at eight, and it was put out at nine.");
      sidewaysRow(pdf, 131, "Small lamp", "It was never lit.");

      SourceText text = pdf.read();

      assertThat(rows(table(text)))
          .containsExactly(
              "Tall lamp | It was lit at eight, and it was put out at nine.",
              "Small lamp | It was never lit.");
      assertThat(text.diagnostics())
          .extracting(Diagnostic::code, Diagnostic::severity)
          .contains(tuple("sideways-text", Severity.NOTE));
      Block block = text.blocks().get(3);
      assertThat(block.span().page()).isEqualTo(2);
      assertThat(block.span().box().orElseThrow().height()).isEqualTo(660);
    }
  }

  private static void sidewaysRow(HandMade pdf, float x, String first, String second)
      throws IOException {
    pdf.upwards(x, 64, 8, first).upwards(x, 304, 8, second);
  }

  @Test
  void textThatRunsDownThePageIsReadFromTheTop() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      threeColumns(pdf, 720, "one", "two", "three");
      pdf.nextRegisterPage();
      pdf.downwards(500, 700, 9, "The first line of a page");
      pdf.downwards(490, 700, 9, "that lies on its right side.");

      assertThat(words(pdf.read()))
          .endsWith("The first line of a page that lies on its right side.");
    }
  }

  @Test
  void wordsAtAnAngleBesideUprightTextAreNotReadAndNotSilentlyDropped() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      threeColumns(pdf, 720, "one", "two", "three");
      pdf.upwards(300, 300, 8, "Lumens");

      SourceText text = pdf.read();

      assertThat(words(text)).doesNotContain("Lumens");
      assertThat(text.diagnostics())
          .extracting(Diagnostic::code, Diagnostic::severity)
          .contains(tuple("angled-text", Severity.WARNING));
      assertThat(text.diagnostics())
          .anySatisfy(d -> assertThat(d.message()).startsWith("6 characters"));
    }
  }

  @Test
  void raisedAndLoweredTypeIsMarked() throws IOException {
    SourceText text =
        read(print(rule("<P>A rate of 10<SU>26</SU> and H<E T=\"52\">2</E>O.</P>")), "x.pdf");

    assertThat(texts(text, BlockKind.PARAGRAPH)).containsExactly("A rate of 10^26 and H_2O.");
  }

  @Test
  void doubledQuotesAreOneAndAccentsStandOnTheirLetters() throws IOException {
    SourceText text =
        read(
            print(
                rule("<P>The “lamp” of Curaçao and of Türkiye, “said ‘René’.”</P>"),
                Knob.DOUBLED_QUOTES,
                Knob.DETACHED_ACCENTS),
            "x.pdf");

    assertThat(texts(text, BlockKind.PARAGRAPH))
        .containsExactly("The “lamp” of Curaçao and of Türkiye, “said ‘René’.”");
  }

  @Test
  void documentsThatShareAPageAreToldApartByTheirNumbers() throws IOException {
    byte[] pdf = print(rule("<P>The lamps of the rule.</P>"), Knob.SHARED_PAGES);

    assertThat(words(read(pdf, "x.pdf#2092-00001")))
        .startsWith("DEPARTMENT OF EXAMPLES")
        .contains("The lamps of the rule.")
        .endsWith("BILLING CODE 0000-00-P")
        .doesNotContain("Quarrelworth");
    assertThat(words(read(pdf, "x.pdf#2092-99998")))
        .contains("Quarrelworth")
        .doesNotContain("The lamps of the rule.");
    assertThat(words(read(pdf, "x.pdf"))).isEqualTo(words(read(pdf, "x.pdf#2092-00001")));
  }

  @Test
  void aBillingCodeWithinARuleDoesNotEndIt() throws IOException {
    SourceText text =
        read(
            print(
                rule(
                    "<P>Before the camera copy.</P><BILCOD>BILLING CODE 0000-00-P</BILCOD>"
                        + "<P>After the camera copy.</P>")),
            "x.pdf");

    assertThat(words(text))
        .contains("Before the camera copy.", "After the camera copy.")
        .contains("[FR Doc. 2092-00001");
    assertThat(text.diagnostics()).extracting(Diagnostic::code).doesNotContain("part-of-document");
  }

  @Test
  void aPageOfAnImageWithoutTextIsReported() throws IOException {
    try (HandMade pdf = HandMade.register()) {
      threeColumns(pdf, 720, "one", "two", "three");
      pdf.nextPage().image(40, 40, 500, 700);

      assertThat(pdf.read().diagnostics())
          .anySatisfy(
              d -> {
                assertThat(d.code()).isEqualTo("page-without-text");
                assertThat(d.severity()).isEqualTo(Severity.ERROR);
                assertThat(d.span().orElseThrow().page()).isEqualTo(2);
              });
    }
  }

  @Test
  void aDraftInOneColumnWithDoubleSpaceIsReadParagraphByParagraph() throws IOException {
    try (HandMade pdf = new HandMade()) {
      String[] lines = {
        "\tThe office amends its rules of lamps. A lamp that is lit before eight in the evening,",
        "or after nine, is a lamp out of hours, and whoever lights it must say so to the office on",
        "the next day.",
        "\tA lamp that is not lit is no lamp under these rules, whatever its owner may call it in",
        "his letters to the office."
      };
      float y = 700;
      for (String line : lines) {
        pdf.text(line.startsWith("\t") ? 108 : 72, y, 12, SERIF, line.strip());
        y -= 27.6f;
      }
      pdf.nextPage();
      pdf.text(108, 700, 12, SERIF, "The rules begin on the first day of the month.");

      assertThat(texts(pdf.read()))
          .containsExactly(
              "The office amends its rules of lamps. A lamp that is lit before eight in the"
                  + " evening, or after nine, is a lamp out of hours, and whoever lights it must say"
                  + " so to the office on the next day.",
              "A lamp that is not lit is no lamp under these rules, whatever its owner may call it"
                  + " in his letters to the office.",
              "The rules begin on the first day of the month.");
    }
  }

  @Test
  void twoColumnsOfTheCodeOfFederalRegulationsAreReadOneAfterTheOther() throws IOException {
    try (HandMade pdf = new HandMade()) {
      for (int i = 0; i < 12; i++) {
        pdf.text(126, 650 - 10 * i, 8, SERIF, "the lamps of the first column " + i);
        pdf.text(316, 650 - 10 * i, 8, SERIF, "the lamps of the second column " + i);
      }

      String words = words(pdf.read());

      assertThat(words).containsSubsequence("first column 0", "first column 11");
      assertThat(words.indexOf("first column 11")).isLessThan(words.indexOf("second column 0"));
      assertThat(words.indexOf("second column 0")).isLessThan(words.indexOf("second column 11"));
    }
  }

  @Test
  void thePressAndTheReaderAgreeOnTheStreamsOfAPage() throws IOException {
    String xml =
        rule("<P>A lamp<SU>1</SU><FTREF/> is lit.</P><FTNT><P><SU>1</SU> In the hall.</P></FTNT>");
    ReadBack back =
        ReadBack.of(
            Press.print(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                PressSettings.plain()),
            "x.pdf");

    assertThat(back.drawn(Role.FOOTNOTE)).isEqualTo(4);
    assertThat(back.differences(Role.BODY)).isEmpty();
    assertThat(back.differences(Role.FOOTNOTE)).isEmpty();
  }

  /** The library reads what is left of it, and the rest would be taken for law that is no more. */
  @Test
  void aFileThatWasCutOffIsRefused() throws IOException {
    byte[] whole = print(rule("<P>Lamps are lit at dusk.</P>"));
    for (int length : new int[] {whole.length / 2, whole.length * 9 / 10}) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut, "lamps.pdf"))
          .isInstanceOfSatisfying(
              UnreadableSourceException.class,
              e -> assertThat(e.reason()).isEqualTo(UnreadableSourceException.Reason.DAMAGED))
          .hasMessage("lamps.pdf: the PDF ends early; get it again");
    }
  }
}
