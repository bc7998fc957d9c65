package org.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.fixtures.Press;
import org.ratchet.source.Source;

/** One daily issue in two encodings, which differ in nothing but the shape of their dashes. */
@Tag("corpus")
class DashTwinTest {

  private static final Ratchet RATCHET = Ratchet.standard();

  @Test
  void noRuleOrProposalOfTheIssueDiffersInSubstance() throws IOException {
    Path newer = CorpusFolder.file("fr-xml/issue-2024-02-12.xml");
    Path older = CorpusFolder.file("fr-xml/issue-2024-02-12.older-dashes.xml");
    int editorial = 0;
    Set<String> rules = new TreeSet<>(documents(newer, "RULE"));
    rules.addAll(documents(newer, "PRORULE"));
    for (String rule : rules) {
      Comparison comparison =
          RATCHET.compare(
              RATCHET.read(Source.of(older).document(rule)),
              RATCHET.read(Source.of(newer).document(rule)));
      assertThat(comparison.changes()).as(rule).isEmpty();
      assertThat(comparison.findings()).as(rule).isEmpty();
      editorial += comparison.editorial().size();
    }
    assertThat(rules).hasSize(20);
    assertThat(editorial).isEqualTo(41);
  }

  private static Set<String> documents(Path issue, String kind) throws IOException {
    try (InputStream xml = Files.newInputStream(issue)) {
      return Press.documents(xml, kind).keySet();
    }
  }
}
