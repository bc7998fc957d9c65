package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDecimalNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTString;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;
import org.ratchet.text.Diagnostic;

/** Word files made by the library that others make them with. */
class WordReaderTest {

  private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String NAMESPACE = "xmlns:w=\"" + MAIN + "\"";

  private final XWPFDocument word = new XWPFDocument();

  @Test
  void paragraphsAreTheBlocksOfPlainText() throws IOException {
    paragraph("§ 990.4 Wicks.");
    paragraph("(a) Wicks are dry.");
    paragraph("* * * * *");
    paragraph("Note 1 to paragraph (a): A lamp has one wick.");

    assertThat(blocks())
        .extracting(Block::kind)
        .containsExactly(
            BlockKind.SECTION_HEADING, BlockKind.PARAGRAPH, BlockKind.ELLIPSIS, BlockKind.NOTE);
  }

  @Test
  void theMediaTypeComesFromTheBytes() throws IOException {
    paragraph("§ 990.4 Wicks.");

    assertThat(read().mediaType()).endsWith("wordprocessingml.document");
  }

  @Test
  void runsKeepBoldItalicRaisedAndLowered() throws IOException {
    paragraph("§ 990.4 Wicks.");
    XWPFParagraph paragraph = paragraph("(a) ");
    run(paragraph, "Heat. ").setItalic(true);
    run(paragraph, "At 10");
    run(paragraph, "26").setSubscript(VerticalAlign.SUPERSCRIPT);
    run(paragraph, " or T");
    run(paragraph, "c").setSubscript(VerticalAlign.SUBSCRIPT);
    run(paragraph, " lamps").setBold(true);
    run(paragraph, " burn").setUnderline(UnderlinePatterns.SINGLE);

    Block block = blocks().get(1);
    assertThat(block.text()).isEqualTo("(a) Heat. At 10^26 or T_c lamps burn");
    assertThat(block.runs()).anyMatch(r -> r.text().contains("Heat.") && r.style().italic());
    assertThat(block.runs()).anyMatch(r -> r.text().contains("lamps") && r.style().bold());
  }

  @Test
  void aHeadingIsOneByItsStyleAndByTheStyleThatOneIsBasedOn() throws IOException {
    style("Chapter", "", "1");
    style("Lamps", "Chapter", "");
    paragraph("§ 990.4 Wicks.");
    paragraph("Dry Wicks").setStyle("Lamps");

    assertThat(blocks().get(1).kind()).isEqualTo(BlockKind.HEADING);
  }

  @Test
  void mergedCellsReachOverColumnsAndRows() throws IOException {
    paragraph("§ 990.4 Wicks.");
    XWPFTable table = word.createTable(3, 3);
    String[][] texts = {{"Place", "Lamp", "Wick"}, {"Here", "a", "b"}, {"", "c", ""}};
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        table.getRow(row).getCell(column).setText(texts[row][column]);
      }
    }
    table.getRow(0).setRepeatHeader(true);
    table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
    table.getRow(2).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
    table.getRow(2).getCell(1).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.TWO);
    table.getRow(2).removeCell(2);

    TableText read = blocks().get(1).table().orElseThrow();
    assertThat(read.columns()).isEqualTo(3);
    assertThat(read.head()).extracting(TableText.Row::text).containsExactly("Place | Lamp | Wick");
    assertThat(read.rows()).extracting(TableText.Row::text).containsExactly("Here | a | b", " | c");
    assertThat(read.rows().get(1).cells().get(1).columns()).isEqualTo(2);
  }

  @Test
  void aTableOfOneCellIsABoxAroundItsText() throws IOException {
    paragraph("§ 990.4 Wicks.");
    word.createTable(1, 1).getRow(0).getCell(0).setText("(a) Wicks are dry.");

    assertThat(blocks()).extracting(Block::text).contains("(a) Wicks are dry.");
  }

  @Test
  void footnotesFollowTheTextAndTheirMarksStandInIt() throws IOException {
    paragraph("§ 990.4 Wicks.");
    XWPFParagraph paragraph = paragraph("(a) Wicks are dry.");
    word.createFootnotes();
    paragraph.addFootnoteReference(word.createFootnote());
    word.getFootnotes().get(0).createParagraph().createRun().setText("Dried in air.");
    run(paragraph, " Always.");

    assertThat(blocks()).extracting(Block::text).contains("(a) Wicks are dry.^1 Always.");
    assertThat(blocks())
        .filteredOn(b -> b.kind() == BlockKind.FOOTNOTE)
        .extracting(Block::text)
        .containsExactly("^1 Dried in air.");
  }

  @Test
  void trackedChangesAreReadAsAccepted() throws IOException {
    paragraph("§ 990.4 Wicks.");
    markup(
        "<w:r><w:t xml:space='preserve'>(a) Wicks are </w:t></w:r>"
            + "<w:del w:id='1'><w:r><w:delText>dry</w:delText></w:r></w:del>"
            + "<w:ins w:id='2'><w:r><w:t>oiled</w:t></w:r></w:ins>"
            + "<w:moveFrom w:id='3'><w:r><w:t> gone</w:t></w:r></w:moveFrom>"
            + "<w:moveTo w:id='4'><w:r><w:t>.</w:t></w:r></w:moveTo>");
    markup("<w:pPr><w:rPr><w:del w:id='5'/></w:rPr></w:pPr><w:r><w:t>(b) Lamps</w:t></w:r>");
    markup("<w:r><w:t xml:space='preserve'> burn.</w:t></w:r>");

    assertThat(blocks())
        .extracting(Block::text)
        .containsExactly("§ 990.4 Wicks.", "(a) Wicks are oiled.", "(b) Lamps burn.");
    assertThat(read().diagnostics()).extracting(Diagnostic::code).contains("tracked-changes");
  }

  @Test
  void contentControlsLinksAndFieldsAreText() throws IOException {
    paragraph("§ 990.4 Wicks.");
    markup(
        "<w:r><w:t>(a)</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> See"
            + " </w:t></w:r></w:sdtContent></w:sdt><w:hyperlink w:anchor='x'><w:r><w:t>§"
            + " 990.5</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            + "<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>, too.</w:t></w:r>");

    assertThat(blocks().get(1).text()).isEqualTo("(a) See § 990.5, too.");
  }

  @Test
  void numbersThatWordDrawsAreText() throws IOException {
    lists("(%1)", "lowerLetter", "(%2)", "decimal");
    paragraph("§ 990.4 Wicks.");
    listed(0, "Wicks are:");
    listed(1, "Dry; or");
    listed(1, "Oiled.");
    listed(0, "Lamps burn.");
    listed(1, "Red.");

    assertThat(blocks())
        .extracting(Block::text)
        .containsExactly(
            "§ 990.4 Wicks.",
            "(a) Wicks are:",
            "(1) Dry; or",
            "(2) Oiled.",
            "(b) Lamps burn.",
            "(1) Red.");
  }

  @Test
  void aLineBrokenByHandDividesParagraphsWhereItDoesInPlainText() throws IOException {
    paragraph("§ 990.4 Wicks.");
    markup(
        "<w:r><w:t>(a) Wicks</w:t><w:br/><w:t>are dry.</w:t><w:br/><w:t>(b) Lamps"
            + " burn.</w:t></w:r>");

    assertThat(blocks())
        .extracting(Block::text)
        .containsExactly("§ 990.4 Wicks.", "(a) Wicks are dry.", "(b) Lamps burn.");
  }

  @Test
  void whatCannotBeReadIsRemarkedOn() throws IOException {
    paragraph("§ 990.4 Wicks.");
    markup("<w:r><w:rPr><w:vanish/></w:rPr><w:t>(a) Hidden.</w:t></w:r>");
    markup("<w:r><w:rPr><w:strike/></w:rPr><w:t>(a) Struck.</w:t></w:r>");
    markup(
        "<w:r><w:t xml:space='preserve'>(b) </w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:t xml:space='preserve'> 4</w:t></w:r>");
    markup(
        "<w:r><w:t xml:space='preserve'>(c) </w:t><w:sym w:font='Wingdings' w:char='F0B3'/></w:r>");

    SourceText text = read();
    assertThat(text.blocks())
        .extracting(Block::text)
        .containsExactly("§ 990.4 Wicks.", "(a) Struck.", "(b) ≥ 4", "(c) \uFFFD");
    assertThat(text.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("hidden-text", "struck-text", "unmapped-character");
  }

  private XWPFParagraph paragraph(String text) {
    XWPFParagraph paragraph = word.createParagraph();
    run(paragraph, text);
    return paragraph;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text) {
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    return run;
  }

  /** A paragraph of Word's own markup. */
  private void markup(String inner) {
    try {
      XmlObject parsed = XmlObject.Factory.parse("<w:p " + NAMESPACE + ">" + inner + "</w:p>");
      CTP paragraph = word.getDocument().getBody().addNewP();
      paragraph.set(parsed.selectChildren(MAIN, "p")[0]);
    } catch (XmlException e) {
      throw new IllegalStateException(e);
    }
  }

  private void style(String id, String basedOn, String outlineLevel) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    if (!basedOn.isEmpty()) {
      CTString parent = style.addNewBasedOn();
      parent.setVal(basedOn);
    }
    if (!outlineLevel.isEmpty()) {
      CTPPrGeneral properties = style.addNewPPr();
      CTDecimalNumber level = properties.addNewOutlineLvl();
      level.setVal(new BigInteger(outlineLevel));
    }
    (word.getStyles() == null ? word.createStyles() : word.getStyles())
        .addStyle(new XWPFStyle(style));
  }

  private void lists(String first, String firstFormat, String second, String secondFormat) {
    String xml =
        "<xml-fragment "
            + NAMESPACE
            + " w:abstractNumId='0'>"
            + level(0, first, firstFormat)
            + level(1, second, secondFormat)
            + "</xml-fragment>";
    try {
      CTAbstractNum definition = CTAbstractNum.Factory.parse(xml);
      BigInteger id = word.createNumbering().addAbstractNum(new XWPFAbstractNum(definition));
      word.getNumbering().addNum(id);
    } catch (XmlException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String level(int level, String text, String format) {
    return "<w:lvl w:ilvl='"
        + level
        + "'><w:start w:val='1'/><w:numFmt w:val='"
        + format
        + "'/><w:lvlText w:val='"
        + text
        + "'/></w:lvl>";
  }

  private void listed(int level, String text) {
    XWPFParagraph paragraph = paragraph(text);
    paragraph.setNumID(BigInteger.ONE);
    paragraph.setNumILvl(BigInteger.valueOf(level));
  }

  private List<Block> blocks() throws IOException {
    return read().blocks();
  }

  private SourceText read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    word.write(bytes);
    return SourceReaders.standard()
        .read(Source.of(bytes.toByteArray(), "lamps.txt"), ReadLimits.standard());
  }
}
