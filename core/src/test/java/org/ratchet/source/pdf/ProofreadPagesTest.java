package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.CorpusFolder;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.TableText;
import org.ratchet.text.Runs;

/**
 * Pages of real documents that a person has read word by word against the printed page. The order
 * of their blocks, the kind of each and all their words are kept as hashes of runs of eight words:
 * a line a block or row, in {@code proofread/<document>.<page>.txt}. A block is kept with the page
 * on which it begins.
 */
@Tag("corpus")
class ProofreadPagesTest {

  private static final int RUN = 8;

  @ParameterizedTest(name = "{0}, page {1}: {2}")
  @CsvSource({
    "FR-2020-17221, 47698, 'plain, first page of a section'",
    "FR-2020-17221, 47699, footnotes as long as the text",
    "FR-2020-17221, 47700, footnotes that go on in the next column",
    "FR-2020-17221, 47701, plain",
    "FR-2020-17221, 47702, spanning table at the foot",
    "FR-2020-17221, 47703, table that goes on at the head and small type",
    "FR-2020-17221, 47710, two spanning figures",
    "FR-2020-17221, 47711, spanning figure",
    "FR-2020-17221, 47712, shared last page",
    "FR-2024-01353, 4633, shared with two neighbours",
    "FR-2025-23316, 59281, shared first page",
    "FR-2025-23316, 59282, spanning table that goes on",
    "FR-2025-23316, 59290, nothing but a table",
    "FR-2025-23316, 59317, table with a head of three levels",
  })
  void readsAsAPersonReadIt(String file, int page, String what) throws IOException {
    List<String> lines = lines(file, page);
    List<String> expected = proofread(file, page);

    for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
      assertThat(hashed(lines.get(i)))
          .as("block %s of page %s (%s), read as: %s", i + 1, page, what, lines.get(i))
          .isEqualTo(expected.get(i));
    }
    assertThat(lines).as("blocks of page %s", page).hasSameSizeAs(expected);
  }

  /** Kind and words of each block that begins on a page, and of each row of a table there. */
  private static List<String> lines(String file, int page) throws IOException {
    Source source = Source.of(CorpusFolder.file("pdf/" + file + ".pdf"));
    List<String> lines = new ArrayList<>();
    for (Block block : SourceReaders.standard().read(source, ReadLimits.standard()).blocks()) {
      boolean here = block.span().printedPage() == page;
      if (block.kind() != BlockKind.TABLE && here) {
        lines.add(block.kind() + " " + block.text());
      }
      if (block.table().isPresent()) {
        addRows(block.table().get(), here, page, lines);
      }
    }
    return lines;
  }

  private static void addRows(TableText table, boolean here, int page, List<String> lines) {
    if (here) {
      lines.add("TITLE " + Runs.text(table.title()));
      table.head().forEach(row -> lines.add("HEAD " + words(row)));
    }
    table.rows().stream()
        .filter(row -> row.span().printedPage() == page)
        .forEach(row -> lines.add("ROW " + row.text()));
  }

  private static String words(TableText.Row row) {
    return row.cells().stream()
        .map(TableText.Cell::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" | "));
  }

  /** A line as it is kept: its kind, and a hash for every eight words. */
  private static String hashed(String line) {
    List<String> words = Arrays.asList(line.split(" "));
    List<String> out = new ArrayList<>();
    out.add(words.get(0));
    for (int i = 1; i < words.size(); i += RUN) {
      String run = String.join(" ", words.subList(i, Math.min(words.size(), i + RUN)));
      out.add(Hashing.sha256().hashString(run, StandardCharsets.UTF_8).toString().substring(0, 8));
    }
    return String.join(" ", out);
  }

  private static List<String> proofread(String file, int page) throws IOException {
    String name = "proofread/" + file + "." + page + ".txt";
    try (InputStream in = ProofreadPagesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
