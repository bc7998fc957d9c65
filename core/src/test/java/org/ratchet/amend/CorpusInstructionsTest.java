package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.CorpusFolder;
import org.ratchet.Ratchet;
import org.ratchet.amend.AmendmentParser.Reading;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;
import org.ratchet.fixtures.Press;
import org.ratchet.source.Source;

/**
 * How many instructions of real rules are understood. What a file says it has lost is no
 * instruction: those marks are counted apart.
 */
@Tag("corpus")
class CorpusInstructionsTest {

  private static final String LOST = "the file says that paragraphs are missing";

  private record Count(int understood, int lost, List<String> rest) {

    double share() {
      return (double) understood / (understood + rest.size());
    }
  }

  @Test
  void of_register_rules_nearly_all_instructions_are_understood() throws IOException {
    Path folder = CorpusFolder.file("fr-xml");
    Map<String, byte[]> rules = new TreeMap<>();
    for (String kind : List.of("RULE", "PRORULE")) {
      try (InputStream issue = Files.newInputStream(folder.resolve("issue-2024-02-12.xml"))) {
        rules.putAll(Press.documents(issue, kind));
      }
    }
    files(folder, ".xml")
        .forEach(
            (name, bytes) -> {
              if (!name.startsWith("issue")) {
                rules.put(name, bytes);
              }
            });
    Count count = count(rules);
    assertThat(count.understood()).isGreaterThanOrEqualTo(281);
    assertThat(count.lost()).isZero();
    assertThat(count.share()).as("not understood: %s", count.rest()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void of_bureau_rules_in_lossy_text_nearly_all_instructions_are_understood() throws IOException {
    Count count = count(files(CorpusFolder.file("bis-text"), ".txt"));
    assertThat(count.understood()).isGreaterThanOrEqualTo(183);
    assertThat(count.lost()).isEqualTo(16);
    assertThat(count.share()).as("not understood: %s", count.rest()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void what_is_understood_has_a_target() throws IOException {
    for (Reading reading : readings(files(CorpusFolder.file("bis-text"), ".txt"))) {
      assertThat(reading.operations().isEmpty()).isEqualTo(!reading.reason().isEmpty());
      assertThat(reading.operations())
          .allSatisfy(operation -> assertThat(operation.target().steps()).isNotEmpty());
    }
  }

  private static Map<String, byte[]> files(Path folder, String suffix) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(suffix)).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static List<Reading> readings(Map<String, byte[]> rules) throws IOException {
    List<Reading> readings = new ArrayList<>();
    for (Map.Entry<String, byte[]> rule : rules.entrySet()) {
      Rule read = (Rule) Ratchet.standard().read(Source.of(rule.getValue(), rule.getKey()));
      for (Instruction instruction : read.instructions()) {
        readings.addAll(AmendmentParser.standard().parse(instruction));
      }
    }
    return readings;
  }

  private static Count count(Map<String, byte[]> rules) throws IOException {
    int understood = 0;
    int lost = 0;
    List<String> rest = new ArrayList<>();
    for (Reading reading : readings(rules)) {
      if (reading.reason().isEmpty()) {
        understood++;
      } else if (reading.reason().startsWith(LOST)) {
        lost++;
      } else {
        rest.add(reading.instruction().text() + ": " + reading.reason());
      }
    }
    return new Count(understood, lost, rest);
  }
}
