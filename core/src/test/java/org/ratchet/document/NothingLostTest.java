package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ratchet.CorpusFolder;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.clause.EntityEntry;
import org.ratchet.fixtures.FixtureRule;
import org.ratchet.fixtures.Press;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;

/** Every word that stands behind an instruction is found again in a clause. */
class NothingLostTest {

  private static final String LEAD =
      "(?is)(?:the|these|those)\\b.*\\b(?:reads?|follows?|set forth)\\b.*:";

  @ParameterizedTest
  @EnumSource
  void of_a_fixture_rule(FixtureRule rule) throws IOException {
    try (InputStream xml = rule.xml()) {
      assertNothingLost(xml.readAllBytes(), rule.fileName());
    }
  }

  @TestFactory
  @Tag("corpus")
  Stream<DynamicTest> of_a_rule_of_the_corpus() throws IOException {
    Path folder = CorpusFolder.file("fr-xml");
    Map<String, byte[]> documents = new TreeMap<>();
    for (String kind : List.of("RULE", "PRORULE")) {
      try (InputStream issue = Files.newInputStream(folder.resolve("issue-2024-02-12.xml"))) {
        documents.putAll(Press.documents(issue, kind));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.toString().contains("issue")).toList()) {
        documents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return documents.entrySet().stream()
        .map(d -> dynamicTest(d.getKey(), () -> assertNothingLost(d.getValue(), d.getKey())));
  }

  private static void assertNothingLost(byte[] xml, String name) throws IOException {
    SourceText text = SourceReaders.standard().read(Source.of(xml, name), ReadLimits.standard());
    Map<String, Integer> found = new HashMap<>();
    Rule rule = RuleReader.read(text);
    SmallRule.setOut(rule).stream()
        .flatMap(Clause::stream)
        .forEach(
            clause -> {
              count(Clauses.label(clause) + " " + clause.content().ownText(), found, 1);
              if (Clauses.label(clause).isEmpty()) {
                count(clause.citation().last().label(), found, 1);
              }
              if (clause instanceof EntityEntry entity) {
                count(entity.country() + " " + entity.requirement(), found, 1);
                count(entity.policy() + " " + entity.register(), found, 1);
              }
            });
    rule.preamble().forEach(section -> count(section.heading(), found, 1));
    rule.preamble().forEach(section -> section.blocks().forEach(b -> count(b.text(), found, 1)));

    for (Block block : behindInstructions(text.blocks())) {
      count(block.text(), found, -1);
    }
    found.values().removeIf(times -> times >= 0);
    assertThat(found).isEmpty();
  }

  /** The blocks that instructions set out, without headings of units and the words that lead on. */
  private static List<Block> behindInstructions(List<Block> blocks) {
    List<Block> behind = new ArrayList<>();
    boolean amending = false;
    for (Block block : blocks) {
      amending |= block.kind() == BlockKind.INSTRUCTION;
      amending &= block.kind() != BlockKind.SIGNATURE;
      boolean text =
          switch (block.kind()) {
            case PARAGRAPH, FLUSH, HEADING, NOTE, AUTHORITY, TABLE, FIGURE -> true;
            default -> false;
          };
      if (amending && text && !block.text().matches(LEAD)) {
        behind.add(block);
      }
    }
    return behind;
  }

  private static void count(String text, Map<String, Integer> counts, int by) {
    for (String word : text.split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        counts.merge(word, by, Integer::sum);
      }
    }
  }
}
