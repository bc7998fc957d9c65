package org.ratchet.source.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceText;

/** A PDF drawn by hand, stroke by stroke; places are points from the lower left corner. */
final class HandMade implements AutoCloseable {

  static final PDType1Font SERIF = new PDType1Font(FontName.TIMES_ROMAN);
  static final PDType1Font SERIF_BOLD = new PDType1Font(FontName.TIMES_BOLD);
  static final PDType1Font SANS = new PDType1Font(FontName.HELVETICA);
  static final PDType1Font SANS_BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

  /** Left edges of the three columns of the register. */
  static final float[] COLUMN = {45, 222, 399};

  private final PDDocument document = new PDDocument();
  private PDPageContentStream stream;

  /** A file with one blank page. */
  HandMade() throws IOException {
    stream = sheet();
  }

  /** A file with one page of the register: its head, and a strip at the foot and in the margin. */
  static HandMade register() throws IOException {
    HandMade pdf = new HandMade();
    pdf.registerHead();
    return pdf;
  }

  private PDPageContentStream sheet() throws IOException {
    PDPage page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    return new PDPageContentStream(document, page);
  }

  HandMade nextPage() throws IOException {
    stream.close();
    stream = sheet();
    return this;
  }

  HandMade nextRegisterPage() throws IOException {
    return nextPage().registerHead();
  }

  private HandMade registerHead() throws IOException {
    rule(45, 744, 567, 744).rule(45, 740, 567, 740);
    text(45, 750, 10, SERIF_BOLD, "90101");
    text(180, 750, 10, SERIF, "Federal Register/Vol. 157, No. 20/Thursday, January 31, 2092/Rules");
    text(25, 20, 6.5f, SANS, "VerDate Sep<11>2014 Jkt 000001");
    return upwards(22, 100, 5, "invented on DSK000PROD with RULES");
  }

  HandMade text(float x, float y, float size, PDType1Font font, String text) throws IOException {
    return write(Matrix.getTranslateInstance(x, y), size, font, text);
  }

  /** Lines of body text under each other, 9 on 10; a line that begins with a tab is indented. */
  HandMade column(int number, float top, String... lines) throws IOException {
    float y = top;
    for (String line : lines) {
      boolean indented = line.startsWith("\t");
      text(COLUMN[number - 1] + (indented ? 9 : 0), y, 9, SERIF, line.strip());
      y -= 10;
    }
    return this;
  }

  HandMade upwards(float x, float y, float size, String text) throws IOException {
    return write(new Matrix(0, 1, -1, 0, x, y), size, SANS, text);
  }

  HandMade downwards(float x, float y, float size, String text) throws IOException {
    return write(new Matrix(0, -1, 1, 0, x, y), size, SANS, text);
  }

  private HandMade write(Matrix place, float size, PDType1Font font, String text)
      throws IOException {
    stream.beginText();
    stream.setFont(font, size);
    stream.setTextMatrix(place);
    stream.showText(text);
    stream.endText();
    return this;
  }

  HandMade rule(float x0, float y0, float x1, float y1) throws IOException {
    stream.setLineWidth(0.5f);
    stream.moveTo(x0, y0);
    stream.lineTo(x1, y1);
    stream.stroke();
    return this;
  }

  HandMade image(float x, float y, float width, float height) throws IOException {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    stream.drawImage(LosslessFactory.createFromImage(document, picture), x, y, width, height);
    return this;
  }

  SourceText read() throws IOException {
    stream.close();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    byte[] pdf = out.toByteArray();
    return new PdfReader().read(Source.of(pdf, "hand.pdf"), pdf, ReadLimits.standard());
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
