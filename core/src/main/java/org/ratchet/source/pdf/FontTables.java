package org.ratchet.source.pdf;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.StandardEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.SymbolEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/**
 * Reads font dictionaries: widths, encoding and looks. Font programs are opened only if the
 * dictionary does not say what its codes mean, and system fonts are never looked for: a page is
 * read here, not drawn.
 */
final class FontTables {

  private static final int ITALIC_FLAG = 1 << 6;
  private static final int SERIF_FLAG = 1 << 1;
  private static final int SYMBOLIC_FLAG = 1 << 2;
  private static final int FORCE_BOLD_FLAG = 1 << 18;
  private static final float BOLD_STEM = 110;
  private static final float BOLD_WEIGHT = 600;
  private static final float USUAL_WIDTH = 500;
  private static final Pattern LATIN_LETTER = Pattern.compile("[A-Za-z]");
  private static final int GREEK = 0x0370;
  private static final int LAST_GREEK = 0x03FF;

  private final IdentityHashMap<COSDictionary, FontTable> tables = new IdentityHashMap<>();

  FontTable table(COSDictionary font) throws IOException {
    FontTable known = tables.get(font);
    if (known == null) {
      known = read(font);
      tables.put(font, known);
    }
    return known;
  }

  private static FontTable read(COSDictionary font) throws IOException {
    boolean composite = COSName.TYPE0.equals(font.getCOSName(COSName.SUBTYPE));
    return composite ? readComposite(font) : readSimple(font);
  }

  private static FontTable readSimple(COSDictionary font) throws IOException {
    Optional<COSDictionary> descriptor =
        Optional.ofNullable(font.getCOSDictionary(COSName.FONT_DESC));
    String[] texts = new String[256];
    Arrays.fill(texts, FontTable.UNKNOWN);
    COSBase encoding = font.getDictionaryObject(COSName.ENCODING);
    boolean explained = encode(encoding, font, descriptor, texts);
    Optional<CMap> toUnicode = toUnicode(font);
    toUnicode.ifPresent(map -> unicode(map, texts));
    if (!explained
        && toUnicode.isEmpty()
        && descriptor.filter(FontTables::isEmbedded).isPresent()) {
      fromProgram(font, texts);
    }
    if (isGreek(font, descriptor)) {
      greek(texts);
    }
    return new SimpleFont(face(font, descriptor), texts, widths(font, descriptor));
  }

  private static boolean encode(
      COSBase encoding, COSDictionary font, Optional<COSDictionary> descriptor, String[] texts) {
    if (encoding instanceof COSName name) {
      fill(Encoding.getInstance(name), texts);
      return true;
    }
    boolean symbolic = isSymbolic(descriptor);
    if (encoding instanceof COSDictionary dictionary) {
      COSName base = dictionary.getCOSName(COSName.BASE_ENCODING);
      if (base != null) {
        fill(Encoding.getInstance(base), texts);
      } else if (!symbolic) {
        fill(StandardEncoding.INSTANCE, texts);
      }
      differences(dictionary.getCOSArray(COSName.DIFFERENCES), texts);
      return true;
    }
    boolean standard = descriptor.isEmpty() || !symbolic;
    if (standard && !COSName.TRUE_TYPE.equals(font.getCOSName(COSName.SUBTYPE))) {
      fill(StandardEncoding.INSTANCE, texts);
    } else if (standard) {
      fill(WinAnsiEncoding.INSTANCE, texts);
    }
    return standard;
  }

  private static boolean isSymbolic(Optional<COSDictionary> descriptor) {
    return descriptor.filter(d -> (d.getInt(COSName.FLAGS, 0) & SYMBOLIC_FLAG) != 0).isPresent();
  }

  private static void fill(Encoding encoding, String[] texts) {
    if (encoding != null) {
      encoding.getCodeToNameMap().forEach((code, name) -> put(texts, code, name));
    }
  }

  private static void differences(COSArray differences, String[] texts) {
    int code = 0;
    for (int i = 0; differences != null && i < differences.size(); i++) {
      COSBase entry = differences.getObject(i);
      if (entry instanceof COSNumber number) {
        code = number.intValue();
      } else if (entry instanceof COSName name) {
        put(texts, code++, name.getName());
      }
    }
  }

  private static void put(String[] texts, int code, String glyphName) {
    if (code >= 0 && code < texts.length) {
      texts[code] = characters(glyphName);
    }
  }

  private static String characters(String glyphName) {
    if (glyphName.equals(".notdef")) {
      return FontTable.UNKNOWN;
    }
    String text = GlyphList.getAdobeGlyphList().toUnicode(glyphName);
    if (text == null) {
      text = GlyphList.getZapfDingbats().toUnicode(glyphName);
    }
    return text == null || isPrivate(text) ? FontTable.UNKNOWN : text;
  }

  private static boolean isPrivate(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE);
  }

  private static Optional<CMap> toUnicode(COSDictionary font) throws IOException {
    if (font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream) {
      try (var in = stream.createInputStream()) {
        return Optional.of(new CMapParser().parse(new RandomAccessReadBuffer(in)));
      }
    }
    return Optional.empty();
  }

  private static void unicode(CMap map, String[] texts) {
    for (int code = 0; code < texts.length; code++) {
      String text = map.toUnicode(code, 1);
      if (text != null && isPrintable(text)) {
        texts[code] = text;
      }
    }
  }

  private static boolean isPrintable(String text) {
    return !text.isEmpty()
        && !isPrivate(text)
        && text.codePoints().noneMatch(c -> c == 0xFFFD || Character.isISOControl(c));
  }

  /** Asks the embedded font program, as the dictionary leaves the meaning of the codes to it. */
  private static void fromProgram(COSDictionary dictionary, String[] texts) throws IOException {
    PDFont font = PDFontFactory.createFont(dictionary);
    for (int code = 0; code < texts.length; code++) {
      String text = font.toUnicode(code);
      if (text != null && isPrintable(text)) {
        texts[code] = text;
      }
    }
  }

  /**
   * The register's Greek face names its letters by the Latin keys they are typed with, in its map
   * to Unicode too: what it calls {@code m} is printed as mu. Only the name of the font tells.
   */
  private static boolean isGreek(COSDictionary font, Optional<COSDictionary> descriptor) {
    String name = font.getNameAsString(COSName.BASE_FONT, "").toLowerCase(Locale.ROOT);
    return name.contains("greek")
        && COSName.TYPE1.equals(font.getCOSName(COSName.SUBTYPE))
        && isSymbolic(descriptor);
  }

  /** The keys of a Greek face are those of the Symbol encoding; what else it holds is not told. */
  private static void greek(String[] texts) {
    for (int code = 0; code < texts.length; code++) {
      String latin = texts[code];
      if (LATIN_LETTER.matcher(latin).matches()) {
        String symbol = characters(SymbolEncoding.INSTANCE.getName(latin.charAt(0)));
        texts[code] = symbol.equals("\u2206") ? "\u0394" : symbol;
      } else if (latin.codePoints().anyMatch(c -> c < GREEK || c > LAST_GREEK)
          && !latin.isBlank()) {
        texts[code] = FontTable.UNKNOWN;
      }
    }
  }

  private static float[] widths(COSDictionary font, Optional<COSDictionary> descriptor) {
    float scale = 0.001f;
    COSArray matrix = font.getCOSArray(COSName.FONT_MATRIX);
    if (matrix != null && matrix.size() > 0 && matrix.getObject(0) instanceof COSNumber number) {
      scale = Math.abs(number.floatValue());
    }
    float[] widths = new float[256];
    float missing =
        descriptor.map(d -> d.getFloat(COSName.MISSING_WIDTH, USUAL_WIDTH)).orElse(USUAL_WIDTH);
    Arrays.fill(widths, missing * scale);
    int first = font.getInt(COSName.FIRST_CHAR, 0);
    COSArray array = font.getCOSArray(COSName.WIDTHS);
    for (int i = 0; array != null && i < array.size(); i++) {
      if (first + i >= 0
          && first + i < widths.length
          && array.getObject(i) instanceof COSNumber number) {
        widths[first + i] = number.floatValue() * scale;
      }
    }
    return widths;
  }

  private static FontTable readComposite(COSDictionary font) throws IOException {
    COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
    COSDictionary descendant =
        descendants != null && descendants.size() > 0
            ? (COSDictionary) descendants.getObject(0)
            : new COSDictionary();
    Optional<COSDictionary> descriptor =
        Optional.ofNullable(descendant.getCOSDictionary(COSName.FONT_DESC));
    Map<Integer, Float> widths = new HashMap<>();
    compositeWidths(descendant.getCOSArray(COSName.W), widths);
    float usual = descendant.getFloat(COSName.DW, 1000) * 0.001f;
    return new CompositeFont(face(font, descriptor), toUnicode(font), widths, usual);
  }

  private static void compositeWidths(COSArray array, Map<Integer, Float> widths) {
    int i = 0;
    while (array != null && i + 1 < array.size()) {
      int first = array.getInt(i);
      if (array.getObject(i + 1) instanceof COSArray list) {
        for (int k = 0; k < list.size(); k++) {
          if (list.getObject(k) instanceof COSNumber number) {
            widths.put(first + k, number.floatValue() * 0.001f);
          }
        }
        i += 2;
      } else {
        int last = Math.min(array.getInt(i + 1), 0xFFFF);
        if (i + 2 < array.size() && array.getObject(i + 2) instanceof COSNumber number) {
          for (int code = first; code <= last; code++) {
            widths.put(code, number.floatValue() * 0.001f);
          }
        }
        i += 3;
      }
    }
  }

  private static boolean isEmbedded(COSDictionary descriptor) {
    return descriptor.containsKey(COSName.FONT_FILE)
        || descriptor.containsKey(COSName.FONT_FILE2)
        || descriptor.containsKey(COSName.FONT_FILE3);
  }

  /** Looks by what the descriptor says; by the name of the font only if it says nothing. */
  private static Face face(COSDictionary font, Optional<COSDictionary> descriptor) {
    String base = font.getNameAsString(COSName.BASE_FONT, "");
    String name = base.toLowerCase(Locale.ROOT);
    if (descriptor.isEmpty()) {
      return new Face(isBoldName(name), isItalicName(name), !isSerifName(name));
    }
    COSDictionary d = descriptor.get();
    int flags = d.getInt(COSName.FLAGS, 0);
    boolean bold =
        (flags & FORCE_BOLD_FLAG) != 0
            || d.getFloat(COSName.FONT_WEIGHT, 0) >= BOLD_WEIGHT
            || d.getFloat(COSName.STEM_V, 0) >= BOLD_STEM
            || isBoldName(name);
    boolean italic =
        (flags & ITALIC_FLAG) != 0
            || d.getFloat(COSName.ITALIC_ANGLE, 0) != 0
            || isItalicName(name);
    boolean serif = (flags & SERIF_FLAG) != 0 || isSerifName(name);
    return new Face(bold, italic, !serif);
  }

  private static boolean isBoldName(String name) {
    return name.contains("bold") || name.contains("black") || name.contains("heavy");
  }

  private static boolean isItalicName(String name) {
    return name.contains("italic") || name.contains("oblique");
  }

  private static boolean isSerifName(String name) {
    return (name.contains("serif") && !name.contains("sans"))
        || name.contains("times")
        || name.contains("roman");
  }

  /** A font with one byte a code. */
  private static final class SimpleFont implements FontTable {

    private final Face face;
    private final String[] texts;
    private final float[] widths;

    SimpleFont(Face face, String[] texts, float[] widths) {
      this.face = face;
      this.texts = texts;
      this.widths = widths;
    }

    @Override
    public Face face() {
      return face;
    }

    @Override
    public int bytesPerCode() {
      return 1;
    }

    @Override
    public String text(int code) {
      return texts[code];
    }

    @Override
    public float width(int code) {
      return widths[code];
    }
  }

  /** A font with two bytes a code, read through its map to Unicode. */
  private record CompositeFont(
      Face face, Optional<CMap> map, Map<Integer, Float> widths, float usualWidth)
      implements FontTable {

    @Override
    public int bytesPerCode() {
      return 2;
    }

    @Override
    public String text(int code) {
      return map.map(m -> m.toUnicode(code, 2)).filter(FontTables::isPrintable).orElse(UNKNOWN);
    }

    @Override
    public float width(int code) {
      return widths.getOrDefault(code, usualWidth);
    }
  }
}
