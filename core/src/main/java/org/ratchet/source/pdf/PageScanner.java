package org.ratchet.source.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.ratchet.source.Budget;
import org.ratchet.text.Box;

/**
 * Collects the characters, drawn lines and images of one page in one pass.
 *
 * <p>Text is placed from the font dictionaries alone; no font program is loaded and nothing is
 * drawn.
 */
final class PageScanner extends PDFGraphicsStreamEngine {

  private static final int OPERATORS_PER_LOOK_AT_THE_CLOCK = 256;
  private static final float UPRIGHT = 0.02f;

  private final FontTables fonts;
  private final Budget budget;
  private final int number;
  private final PDRectangle box;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<Glyph> rotated = new ArrayList<>();
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Box> images = new ArrayList<>();
  private final List<Stroke> path = new ArrayList<>();
  private Point2D.Float point = new Point2D.Float();
  private Point2D.Float start = new Point2D.Float();
  private @Nullable FontTable font;
  private int operators;

  private PageScanner(PDPage page, int number, FontTables fonts, Budget budget) {
    super(page);
    this.number = number;
    this.fonts = fonts;
    this.budget = budget;
    this.box = page.getMediaBox();
    addOperator(new FontSelection(this));
  }

  /** Scans a page. */
  static PageContent scan(PDPage page, int number, FontTables fonts, Budget budget)
      throws IOException {
    PageScanner scanner = new PageScanner(page, number, fonts, budget);
    scanner.processPage(page);
    return scanner.content();
  }

  private PageContent content() {
    return new PageContent(
        number, box.getWidth(), box.getHeight(), glyphs, rotated, strokes, images);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators % OPERATORS_PER_LOOK_AT_THE_CLOCK == 0) {
      budget.checkTime();
    }
    super.processOperator(operator, operands);
  }

  /** Selects a font by its dictionary, without building a font that could draw. */
  private static final class FontSelection extends OperatorProcessor {

    private final PageScanner scanner;

    FontSelection(PageScanner scanner) {
      super(scanner);
      this.scanner = scanner;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      if (operands.size() > 1
          && operands.get(0) instanceof COSName name
          && operands.get(1) instanceof COSNumber size) {
        scanner.getGraphicsState().getTextState().setFontSize(size.floatValue());
        scanner.font = scanner.font(name);
      }
    }

    @Override
    public String getName() {
      return OperatorName.SET_FONT_AND_SIZE;
    }
  }

  private @Nullable FontTable font(COSName name) throws IOException {
    PDResources resources = getResources();
    COSDictionary all =
        resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
    COSDictionary dictionary = all == null ? null : all.getCOSDictionary(name);
    return dictionary == null ? null : fonts.table(dictionary);
  }

  @Override
  public void showTextString(byte[] string) throws IOException {
    show(string);
  }

  @Override
  public void showTextStrings(COSArray array) throws IOException {
    PDTextState state = getGraphicsState().getTextState();
    float scaling = state.getHorizontalScaling() / 100f;
    for (int i = 0; i < array.size(); i++) {
      COSBase entry = array.getObject(i);
      if (entry instanceof COSNumber number) {
        getTextMatrix().translate(-number.floatValue() / 1000f * state.getFontSize() * scaling, 0);
      } else if (entry instanceof COSString string) {
        show(string.getBytes());
      }
    }
  }

  private void show(byte[] string) throws IOException {
    FontTable table = font;
    if (table == null) {
      return;
    }
    budget.addCharacters(string.length);
    PDTextState state = getGraphicsState().getTextState();
    float fontSize = state.getFontSize();
    float scaling = state.getHorizontalScaling() / 100f;
    Matrix text = getTextMatrix();
    Matrix m = text.multiply(getGraphicsState().getCurrentTransformationMatrix());
    float a = m.getScaleX();
    float b = m.getShearY();
    float d = m.getScaleY();
    float height = fontSize * (float) Math.hypot(m.getShearX(), d);
    boolean upright = a > 0 && Math.abs(b) <= UPRIGHT * a;
    List<Glyph> out = upright ? glyphs : rotated;
    float stretch = (float) Math.hypot(a, b);
    float pen = 0;
    int step = table.bytesPerCode();
    for (int i = 0; i + step <= string.length; i += step) {
      int code = string[i] & 0xFF;
      if (step == 2) {
        code = (code << 8) | (string[i + 1] & 0xFF);
      }
      float width = table.width(code) * fontSize * scaling;
      float x = m.getTranslateX() + pen * a + state.getRise() * m.getShearX() - box.getLowerLeftX();
      float y = m.getTranslateY() + pen * b + state.getRise() * d - box.getLowerLeftY();
      out.add(new Glyph(table.text(code), x, y, width * stretch, Math.abs(height), table.face()));
      pen += width + state.getCharacterSpacing() * scaling;
      if (step == 1 && code == ' ') {
        pen += state.getWordSpacing() * scaling;
      }
    }
    text.translate(pen, 0);
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    addLine(p0, p1);
    addLine(p1, p2);
    addLine(p2, p3);
    addLine(p3, p0);
    moveTo((float) p0.getX(), (float) p0.getY());
  }

  private void addLine(Point2D from, Point2D to) {
    float x0 = (float) Math.min(from.getX(), to.getX()) - box.getLowerLeftX();
    float x1 = (float) Math.max(from.getX(), to.getX()) - box.getLowerLeftX();
    float y0 = (float) Math.min(from.getY(), to.getY()) - box.getLowerLeftY();
    float y1 = (float) Math.max(from.getY(), to.getY()) - box.getLowerLeftY();
    Stroke stroke = new Stroke(x0, y0, x1, y1);
    if (stroke.isHorizontal() || stroke.isVertical()) {
      path.add(stroke);
    }
  }

  @Override
  public void moveTo(float x, float y) {
    point = new Point2D.Float(x, y);
    start = point;
  }

  @Override
  public void lineTo(float x, float y) {
    Point2D.Float next = new Point2D.Float(x, y);
    addLine(point, next);
    point = next;
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    point = new Point2D.Float(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return point;
  }

  @Override
  public void closePath() {
    lineTo(start.x, start.y);
  }

  @Override
  public void endPath() {
    path.clear();
  }

  @Override
  public void strokePath() {
    strokes.addAll(path);
    path.clear();
  }

  @Override
  public void fillPath(int windingRule) {
    strokePath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    strokePath();
  }

  @Override
  public void clip(int windingRule) {
    // What is clipped away is still text of the file.
  }

  @Override
  public void shadingFill(COSName shadingName) {
    path.clear();
  }

  @Override
  public void drawImage(PDImage image) {
    Matrix m = getGraphicsState().getCurrentTransformationMatrix();
    float x0 = m.getTranslateX() + Math.min(0, m.getScaleX()) + Math.min(0, m.getShearX());
    float y0 = m.getTranslateY() + Math.min(0, m.getScaleY()) + Math.min(0, m.getShearY());
    float width = Math.abs(m.getScaleX()) + Math.abs(m.getShearX());
    float height = Math.abs(m.getScaleY()) + Math.abs(m.getShearY());
    images.add(new Box(x0 - box.getLowerLeftX(), y0 - box.getLowerLeftY(), width, height));
  }
}
