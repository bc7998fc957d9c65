package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.CorpusFolder;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Row;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;

/** Real documents of the register keep their words, rows and figures and none of a neighbour's. */
@Tag("corpus")
class RealPdfsTest {

  private static Source source(String file) {
    return Source.of(CorpusFolder.file("pdf/" + file + ".pdf"));
  }

  private static SourceText read(Source source) throws IOException {
    return SourceReaders.standard().read(source, ReadLimits.standard());
  }

  /**
   * Letters and digits of each document, as counted in what {@code pdftotext -bbox} finds in the
   * type area, without neighbours, section notices, and heads and titles that a table repeats on
   * each page.
   */
  @ParameterizedTest
  @CsvSource({
    "FR-2020-17221, 2020-17221, 39955",
    "FR-2024-01353, 2024-01353, 3748",
    "FR-2024-01353, 2024-01355, 460",
    "FR-2025-23316, 2025-23175, 493",
    "FR-2025-23316, 2025-23316, 161854",
  })
  void keepEveryLetter(String file, String number, int letters) throws IOException {
    String text =
        read(source(file).document(number)).blocks().stream()
            .filter(block -> block.kind() != BlockKind.FIGURE)
            .map(block -> block.text() + heads(block.table()))
            .collect(Collectors.joining());

    assertThat(text.codePoints().filter(Character::isLetterOrDigit).count()).isEqualTo(letters);
  }

  private static String heads(Optional<TableText> table) {
    return table.stream()
        .flatMap(t -> t.head().stream())
        .map(Row::text)
        .collect(Collectors.joining());
  }

  /**
   * Rows of each table by page, counted by the codes that {@code pdftotext -bbox} finds at the left
   * edge, with a hash of the codes of each row: of its first cell, or of all in lists of codes.
   */
  @Test
  void tablesOfManyPagesKeepTheirRows() throws IOException {
    List<TableText> tables =
        read(source("FR-2025-23316")).blocks().stream().flatMap(b -> b.table().stream()).toList();
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      Map<Integer, List<Row>> pages =
          tables.get(i).rows().stream()
              .collect(
                  Collectors.groupingBy(
                      row -> row.span().printedPage(), TreeMap::new, Collectors.toList()));
      int table = i + 1;
      pages.forEach((page, part) -> rows.add(table + " " + page + " " + codes(part)));
    }

    assertThat(rows).isEqualTo(expected("tables/FR-2025-23316.txt"));
  }

  private static String codes(List<Row> rows) {
    String codes =
        rows.stream()
            .flatMap(row -> row.cells().stream().map(TableText.Cell::text).limit(listed(row)))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return rows.size() + " " + hash(codes);
  }

  private static int listed(Row row) {
    return row.cells().size() == 6 ? 6 : 1;
  }

  @Test
  void figuresAreNamedWhereTheyStand() throws IOException {
    SourceText text = read(source("FR-2020-17221"));

    assertThat(text.blocks().stream().filter(b -> b.kind() == BlockKind.FIGURE).map(Block::text))
        .containsExactly(
            "EP06AU20.010",
            "EP06AU20.011",
            "EP06AU20.012",
            "EP06AU20.013",
            "EP06AU20.014",
            "EP06AU20.015",
            "EP06AU20.016",
            "EP06AU20.017",
            "EP06AU20.018",
            "EP06AU20.019",
            "EP06AU20.020");
    assertThat(text.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("page-without-text");
  }

  /** A file that holds one whole document is that document, whatever shares its pages. */
  @ParameterizedTest
  @CsvSource({
    "FR-2020-17221, 2020-17221, 47698, 47712",
    "FR-2024-01353, 2024-01353, 4633, 4633",
    "FR-2025-23316, 2025-23316, 59281, 59317",
  })
  void theWholeDocumentIsTheOneThatIsMeant(String file, String number, int first, int last)
      throws IOException {
    SourceText text = read(source(file));

    assertThat(text.document()).isEqualTo(number);
    assertThat(text.firstPage()).isEqualTo(first);
    assertThat(text.lastPage()).isEqualTo(last);
    assertThat(text.blocks()).isEqualTo(read(source(file).document(number)).blocks());
    assertThat(text.blocks().get(0).kind()).isEqualTo(BlockKind.AGENCY);
    assertThat(text.blocks().stream().filter(b -> b.kind() == BlockKind.FR_DOC)).hasSize(1);
  }

  @Test
  void theTailOfANeighbourIsReadAsATail() throws IOException {
    SourceText text = read(source("FR-2024-01353").document("2024-01355"));

    assertThat(text.diagnostics()).extracting(Diagnostic::code).containsExactly("part-of-document");
  }

  @Test
  void aDocumentThatIsNotThereIsRefused() {
    Source source = source("FR-2024-01353").document("2024-99999");

    UnreadableSourceException refusal =
        catchThrowableOfType(UnreadableSourceException.class, () -> read(source));
    assertThat(refusal.reason()).isEqualTo(Reason.WHICH_DOCUMENT);
    assertThat(refusal).hasMessageEndingWith("name one of: 2024-01355, 2024-01353");
  }

  private static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 16);
  }

  private static List<String> expected(String name) throws IOException {
    try (InputStream in = RealPdfsTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
