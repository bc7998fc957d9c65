package org.ratchet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  @Test
  void wordsOfADocumentMeanNothingToMarkdown() throws IOException {
    assertThat(SmallRules.write(Reports.markdown(), SmallRules.compared()))
        .contains(
            "> A \\*<del>star</del> <ins>comet</ins>\\* &lt;<del>b</del> <ins>i</ins>&gt; \\| stays.");
  }

  @Test
  void everyChangeHasAHeadingOfItsOwn() throws IOException {
    assertThat(SmallRules.write(Reports.markdown(), SmallRules.compared()))
        .contains("## Changes (2)")
        .contains("### 15 CFR 744.99(a) — revised")
        .contains("- refused 2 of 2092-00002: ");
  }
}
