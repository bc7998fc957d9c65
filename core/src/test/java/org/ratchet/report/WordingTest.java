package org.ratchet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.report.ReportModel.EditModel;

/** How the words of a change stand in one line. */
class WordingTest {

  private static EditModel same(String text) {
    return new EditModel("equal", text, false);
  }

  private static EditModel gone(String text) {
    return new EditModel("delete", text, false);
  }

  private static EditModel come(String text) {
    return new EditModel("insert", text, false);
  }

  private static String inline(EditModel... edits) {
    return Wording.inline(
        List.of(edits),
        (kind, words) -> kind.equals("delete") ? "[-" + words + "-]" : "{+" + words + "+}",
        words -> words);
  }

  @Test
  void spacesStandOutsideTheMarks() {
    assertThat(inline(same("stay "), gone("at home "), come("abroad "), same("now")))
        .isEqualTo("stay [-at home-] {+abroad+} now");
  }

  @Test
  void noSpaceComesBeforePunctuation() {
    assertThat(inline(same("under "), gone("A"), come("B"), same(", or none.")))
        .isEqualTo("under [-A-] {+B+}, or none.");
    assertThat(inline(same("is met"), come(", if paid"), same(".")))
        .isEqualTo("is met{+, if paid+}.");
  }

  @Test
  void spacesThatGoOrComeAreNotMarked() {
    assertThat(inline(same("A:6"), gone(" "), come(", unless asked, "), same("is")))
        .isEqualTo("A:6{+, unless asked,+} is");
    assertThat(inline(same("the CCL"), gone(","), come(" "), same("where")))
        .isEqualTo("the CCL[-,-] where");
  }

  @Test
  void longStretchesThatStayAreCut() {
    String stays = "word ".repeat(60);
    String line = inline(gone("a "), same(stays), come("b"));
    assertThat(line).startsWith("[-a-] word").endsWith("word {+b+}").contains(" … ");
    assertThat(line.length()).isLessThan(160);
  }
}
