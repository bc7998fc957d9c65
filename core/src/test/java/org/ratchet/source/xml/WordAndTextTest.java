package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.source.Block;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/** A text saved as a Word file is read into the same blocks as the text. */
class WordAndTextTest {

  private static final Path CORPUS = Path.of(System.getProperty("ratchet.corpus", ""));

  @Test
  void aTextOfTheCfr() throws IOException {
    String text =
        """
        15 CFR 990.4

        § 990.4 Wicks.

        (a) Scope. This section applies to wicks of the following kinds:

        (1) Wicks that are dry; and

        (2) Wicks under ECCN 9X990.a.

        * * * * *

        (c) through (e) [Reserved]

        [90 FR 100, Jan. 2, 2025]
        """;

    assertThat(asWord(text)).isEqualTo(blocks(text.getBytes(StandardCharsets.UTF_8), "text"));
  }

  @Test
  void aRule() throws IOException {
    String text =
        """
        DEPARTMENT OF LAMPS

        15 CFR Part 990

        Wicks

        AGENCY: Bureau of Wicks.

        ACTION: Final rule.

        SUMMARY: Wicks are dry.

        SUPPLEMENTARY INFORMATION:

        For the reasons stated in the preamble, part 990 is amended as follows:

        PART 990—LAMPS

        1. The authority citation for part 990 continues to read as follows:

        Authority: 50 U.S.C. 4801.

        2. Section 990.4 is amended by revising paragraph (a) to read as follows:

        § 990.4 Wicks.

        (a) Wicks are oiled.

        * * * * *

        [FR Doc. 2092-00001 Filed 1-2-92; 8:45 am]

        BILLING CODE 0000-00-P
        """;

    assertThat(asWord(text)).isEqualTo(blocks(text.getBytes(StandardCharsets.UTF_8), "text"));
  }

  @Test
  @Tag("corpus")
  void realSectionsAndRules() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS.resolve("sections")));
    for (String folder : List.of("sections", "bis-text")) {
      try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
          List<String> read = blocks(Files.readAllBytes(file), "text");

          assertThat(asWord(Files.readString(file))).as("%s", file).isEqualTo(read);
          assertThat(read).as("%s", file).hasSizeGreaterThan(2);
        }
      }
    }
  }

  /** Every line with words is a paragraph, as a word processor opens a text. */
  private static List<String> asWord(String text) throws IOException {
    try (XWPFDocument word = new XWPFDocument()) {
      text.lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> word.createParagraph().createRun().setText(line));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      word.write(bytes);
      return blocks(bytes.toByteArray(), "text");
    }
  }

  private static List<String> blocks(byte[] bytes, String name) throws IOException {
    return SourceReaders.standard()
        .read(Source.of(bytes, name), ReadLimits.standard())
        .blocks()
        .stream()
        .map(WordAndTextTest::shown)
        .toList();
  }

  private static String shown(Block block) {
    return block.kind() + " " + block.level() + " " + block.text();
  }
}
