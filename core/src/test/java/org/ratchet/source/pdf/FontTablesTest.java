package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;

/** What the codes of a font stand for. */
class FontTablesTest {

  private static final int SYMBOLIC = 4;
  private static final int NONSYMBOLIC = 32;

  /**
   * The register prints a micrometre with this face: an "m" here would be a thousand times more.
   */
  @Test
  void aGreekFaceWithLatinNamesIsReadByItsKeys() throws IOException {
    FontTable font = font("GreekGsdd", SYMBOLIC, "m", "a", "D", "W", "degree");

    assertThat(font.text(0)).isEqualTo("\u00B5");
    assertThat(font.text(1)).isEqualTo("\u03B1");
    assertThat(font.text(2)).isEqualTo("\u0394");
    assertThat(font.text(3)).isEqualTo("\u2126");
    assertThat(font.text(4)).as("a bold epsilon by that name").isEqualTo(FontTable.UNKNOWN);
  }

  @Test
  void aGreekFaceThatNamesItsLettersIsTakenAtItsWord() throws IOException {
    assertThat(font("GreekGsdd", SYMBOLIC, "beta").text(0)).isEqualTo("\u03B2");
  }

  @Test
  void latinNamesOfOtherFacesAreLatin() throws IOException {
    assertThat(font("Melior", NONSYMBOLIC, "m").text(0)).isEqualTo("m");
    assertThat(font("Symbol", SYMBOLIC, "greaterequal").text(0)).isEqualTo("\u2265");
    assertThat(font("PlainGreek", NONSYMBOLIC, "m").text(0)).isEqualTo("m");
  }

  /** A font whose codes from 0 on mean these glyph names. */
  private static FontTable font(String name, int flags, String... glyphs) throws IOException {
    COSArray differences = new COSArray();
    differences.add(COSInteger.ZERO);
    for (String glyph : glyphs) {
      differences.add(COSName.getPDFName(glyph));
    }
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.DIFFERENCES, differences);
    COSDictionary descriptor = new COSDictionary();
    descriptor.setInt(COSName.FLAGS, flags);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.SUBTYPE, COSName.TYPE1);
    font.setName(COSName.BASE_FONT, name);
    font.setItem(COSName.ENCODING, encoding);
    font.setItem(COSName.FONT_DESC, descriptor);
    return new FontTables().table(font);
  }
}
