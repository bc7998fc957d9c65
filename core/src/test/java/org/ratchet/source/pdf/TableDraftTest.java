package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.text.Run;

/** Which part of a table goes on with which. */
class TableDraftTest {

  @Test
  void aListOfCodesWithoutTitleAndRulesGoesOnAtTheHeadOfTheNextPage() {
    TableDraft codes = table(1, "");

    assertThat(codes.isContinuedBy(table(2, ""), false, true)).isTrue();
    assertThat(codes.isContinuedBy(table(2, ""), false, false)).as("text between them").isFalse();
    assertThat(codes.isContinuedBy(table(1, ""), false, true)).as("on one page").isFalse();
    assertThat(codes.isContinuedBy(table(3, ""), false, true)).as("a page between").isFalse();
  }

  @Test
  void aPartThatSaysSoGoesOnWithTheTableOfItsTitle() {
    TableDraft lamps = table(1, "Lamps");

    assertThat(lamps.isContinuedBy(table(2, "Lamps\u2014Continued"), false, false)).isTrue();
    assertThat(lamps.isContinuedBy(table(2, "Wicks\u2014Continued"), false, true)).isFalse();
    assertThat(lamps.isContinuedBy(table(2, "Lamps"), false, true)).isFalse();
  }

  private static TableDraft table(int page, String title) {
    TableDraft table = new TableDraft();
    table.columns = 6;
    table.lastPage = page;
    if (!title.isEmpty()) {
      table.addTitle(List.of(Run.plain(title)));
    }
    return table;
  }
}
