package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one block ends and the next begins. */
class BlockBuilderTest {

  private static final float SIZE = 9;
  private static final float WIDTH = 0.5f * SIZE;
  private static final Column COLUMN = new Column(1, 45, 213);
  private static final Page PAGE =
      new Page(
          1, 9001, 91, "", 45, 567, 740, 40, List.of(), List.of(), List.of(), List.of(), List.of(),
          Turn.NONE);

  /** The column has room for 37 characters, each half as wide as it is high. */
  @Test
  void aLineIsFullIfTheNextWordHasNoRoomInIt() {
    assertThat(blocks("The lamp on the quay must be an oil", "lamp with wicks."))
        .containsExactly("The lamp on the quay must be an oil lamp with wicks.");
    assertThat(blocks("The lamp on the quay.", "The lamp on the pier."))
        .containsExactly("The lamp on the quay.", "The lamp on the pier.");
  }

  @Test
  void aReferenceToAFootnoteStaysWithItsWord() {
    assertThat(blocks("The lamp on the quay must be", "lantern\u200912 of brass with a wick."))
        .containsExactly("The lamp on the quay must be lantern 12 of brass with a wick.");
  }

  @Test
  void theNextItemOfAListBeginsABlockAfterAFullLine() {
    assertThat(
            blocks(
                "4. Mirabel Quince, Keeper of the Lamp",
                "5. Odo Fennimore, Keeper of Wicks and",
                "   Snuffers"))
        .containsExactly(
            "4. Mirabel Quince, Keeper of the Lamp",
            "5. Odo Fennimore, Keeper of Wicks and Snuffers");
  }

  @Test
  void aNumberThatIsNotTheNextOneBeginsNothing() {
    assertThat(blocks("4. Lamps of brass as those in table 5", "6. of the annex"))
        .containsExactly("4. Lamps of brass as those in table 5 6. of the annex");
  }

  @Test
  void linesThatCountOnAreParagraphsAlsoAfterAFullLine() {
    assertThat(
            blocks(
                "Name the lamp by one of the letters,",
                "Code 1\u2014Lantern of brass with a wick of",
                "   cotton",
                "Code 2\u2014Lamp"))
        .containsExactly(
            "Name the lamp by one of the letters,",
            "Code 1\u2014Lantern of brass with a wick of cotton",
            "Code 2\u2014Lamp");
  }

  private static List<String> blocks(String... lines) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      float y = 700 - 10 * i;
      LineSetter setter = new LineSetter(Chunk.of(glyphs(lines[i], y)), y, SIZE);
      items.add(new Item.TextLine(new Line(PAGE, COLUMN, i + 1, setter)));
    }
    BlockBuilder builder = new BlockBuilder();
    builder.build(items);
    return builder.drafts().stream().map(Draft::text).toList();
  }

  /** A line in a face of one width; a thin space moves on by a sixth of the size. */
  private static List<Glyph> glyphs(String line, float y) {
    List<Glyph> glyphs = new ArrayList<>();
    float x = COLUMN.left();
    for (int i = 0; i < line.length(); i++) {
      String c = line.substring(i, i + 1);
      boolean indent = c.isBlank() && glyphs.isEmpty();
      boolean thin = c.equals("\u2009");
      if (!indent && !thin) {
        glyphs.add(new Glyph(c, x, y, WIDTH, SIZE, new Face(false, false, false)));
      }
      x += thin ? SIZE / 6 : WIDTH;
    }
    return glyphs;
  }
}
