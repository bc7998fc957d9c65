package org.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.Citation;
import org.ratchet.document.Document;
import org.ratchet.fixtures.FixtureRule;
import org.ratchet.fixtures.Press;
import org.ratchet.meaning.Product;
import org.ratchet.meaning.Release;
import org.ratchet.meaning.Verdict;
import org.ratchet.meaning.Verdict.Outcome;
import org.ratchet.source.Source;
import org.ratchet.source.UnreadableSourceException;

/**
 * Accelerators against the printed rules: every answer comes from the parsed text, so that it moves
 * with the numbers that are printed.
 */
class ClassificationTest {

  private static final Ratchet RATCHET = Ratchet.standard();
  private static final List<Citation> ONLY = List.of(Citation.parse("3A090"));

  /** Figures of the makers' data sheets; dense throughput, rates to other chips. */
  private static final String TABLE =
      """
      product,integrated circuit,digital processor units,digital primitive computational units,analog or multi-level primitive computational units,specially designed for monitors and display only,bit length of the operation,throughput of the operation (TOPS),applicable die area (mm²),aggregate bidirectional transfer rate (Gbyte/s),designed or marketed for use in datacenters,source
      A100,yes,yes,no,no,no,16,312,826,600,yes,data sheet
      A800,yes,yes,no,no,no,16,312,826,400,yes,data sheet
      H100,yes,yes,no,no,no,8,1979,814,900,yes,data sheet
      H800,yes,yes,no,no,no,8,1979,814,400,yes,data sheet
      H20,yes,yes,no,no,no,16,148,814,900,yes,data sheet
      L40S,yes,yes,no,no,no,8,733,608.5,64,yes,data sheet
      L4,yes,yes,no,no,no,8,242.5,294.5,64,yes,data sheet
      RTX 4090,yes,yes,no,no,no,8,660.6,608.5,64,no,white paper
      RTX 4090 D,yes,yes,no,no,no,8,588.5,608.5,64,no,product page
      """;

  private static List<Product> products(String table) throws IOException {
    return RATCHET.products(Source.of(table.getBytes(StandardCharsets.UTF_8), "products.csv"));
  }

  private static Document printed(FixtureRule rule, UnaryOperator<String> change)
      throws IOException {
    try (InputStream xml = rule.xml()) {
      String text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
      String changed = change.apply(text);
      assertThat(changed).isNotEqualTo(text);
      byte[] pdf =
          Press.print(
                  new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)),
                  rule.settings())
              .pdf()
              .toArray();
      return RATCHET.read(Source.of(pdf, rule.fileName() + "-changed.pdf"));
    }
  }

  /** Product to paragraphs met; unknown verdicts fail. */
  private static Map<String, String> specified(Release release) {
    Map<String, String> specified = new LinkedHashMap<>();
    for (Verdict verdict : release.verdicts()) {
      assertThat(verdict.outcome()).as(verdict.toString()).isNotEqualTo(Outcome.UNKNOWN);
      if (verdict.outcome() == Outcome.SPECIFIED) {
        assertThat(verdict.governing()).contains(verdict.paragraphs().get(0));
        specified.put(
            verdict.product(),
            verdict.paragraphs().stream()
                .map(paragraph -> paragraph.toString().replace("ECCN 3A090.", ""))
                .collect(Collectors.joining(" ")));
      }
    }
    return specified;
  }

  private static Classification classify(Document... rules) throws IOException {
    return RATCHET.classify(products(TABLE), Optional.empty(), List.of(rules), ONLY);
  }

  @Test
  void eachReleaseCatchesTheAcceleratorsItWasWrittenFor() throws IOException {
    Classification classification =
        classify(RatchetTest.pdf(FixtureRule.CHIPS_2022), RatchetTest.pdf(FixtureRule.CHIPS_2023));

    assertThat(specified(classification.releases().get(0)))
        .isEqualTo(Map.of("A100", "a.1", "H100", "a.1"));
    assertThat(specified(classification.releases().get(1)))
        .isEqualTo(
            Map.of(
                "A100", "a.1 a.2",
                "A800", "a.1 a.2",
                "H100", "a.1 a.2",
                "H800", "a.1 a.2",
                "L40S", "a.1 a.2",
                "L4", "a.2",
                "RTX 4090", "a.1 a.2"));
  }

  @Test
  void rulesGivenAgainstTheirOrderAreTakenInLegalOrder() throws IOException {
    Document first = RatchetTest.pdf(FixtureRule.CHIPS_2022);
    Document second = RatchetTest.pdf(FixtureRule.CHIPS_2023);
    assertThat(classify(second, first)).isEqualTo(classify(first, second));
  }

  @Test
  void aLowerTransferRateInTheRuleCatchesWhatWasBelowTheOldOne() throws IOException {
    Document rule =
        printed(FixtureRule.CHIPS_2022, text -> text.replace("of 600 Gbyte/s", "of 350 Gbyte/s"));
    assertThat(specified(classify(rule).releases().get(0)))
        .isEqualTo(Map.of("A100", "a.1", "A800", "a.1", "H100", "a.1", "H800", "a.1"));
  }

  @Test
  void aHigherPerformanceInTheRuleFreesWhatIsBelowIt() throws IOException {
    Document rule =
        printed(FixtureRule.CHIPS_2023, text -> text.replace("of 1600 or", "of 2100 or"));
    assertThat(specified(classify(rule).releases().get(0)))
        .containsKeys("A100", "A800", "H100", "H800", "L40S", "RTX 4090")
        .doesNotContainKey("L4");
  }

  @Test
  void aHigherDensityInTheRuleMovesWhatIsBelowItToTheSecondParagraph() throws IOException {
    Document rule = printed(FixtureRule.CHIPS_2023, text -> text.replace("5.92", "7"));
    assertThat(specified(classify(rule).releases().get(0)))
        .isEqualTo(
            Map.of(
                "A100", "a.1 b.2",
                "A800", "a.1 b.2",
                "H100", "a.1 a.2",
                "H800", "a.1 a.2",
                "L40S", "a.1 a.2",
                "L4", "b.2",
                "RTX 4090", "a.1 a.2"));
  }

  @Test
  void withoutTheNoteTheExcludedProductIsCaught() throws IOException {
    Document rule =
        printed(
            FixtureRule.CHIPS_2023,
            text ->
                text.replace("3A090.a and 3A090.b do not apply to", "3A090.b does not apply to"));
    assertThat(specified(classify(rule).releases().get(0))).containsEntry("RTX 4090 D", "a.2");
  }

  @Test
  void theLineOfAnExceptionIsAskedForItsParagraphAndCondition() throws IOException {
    Classification classification = classify(RatchetTest.pdf(FixtureRule.CHIPS_2023));
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Verdict verdict : classification.verdicts()) {
      List<String> open = new ArrayList<>();
      verdict.exceptions().forEach(line -> open.add(line.label() + " " + line.open()));
      lines.put(verdict.product(), open);
    }
    assertThat(lines).containsEntry("RTX 4090", List.of("NAC TRUE"));
    assertThat(lines).containsEntry("A100", List.of()).containsEntry("H20", List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          designed or marketed for use in datacenters | yes | RTX 4090 D | designed or marketed for use in datacenters
          applicable die area (mm²)                   | 294.5 | L4       | performance density (applicable die area)
          """)
  void whatIsNotGivenIsNamedAndNotGuessed(
      String column, String ignored, String product, String what) throws IOException {
    int index = List.of(TABLE.lines().findFirst().orElseThrow().split(",", -1)).indexOf(column);
    String table =
        TABLE
            .lines()
            .map(
                line -> {
                  String[] cells = line.split(",", -1);
                  cells[index] = cells[index].equals(column) ? column : "";
                  return String.join(",", cells);
                })
            .collect(Collectors.joining("\n"));
    Verdict verdict =
        RATCHET
            .classify(
                products(table),
                Optional.empty(),
                List.of(RatchetTest.pdf(FixtureRule.CHIPS_2023)),
                ONLY)
            .verdicts()
            .stream()
            .filter(v -> v.product().equals(product))
            .findFirst()
            .orElseThrow();
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.governing()).isEmpty();
    assertThat(verdict.missing()).extracting(Verdict.Missing::what).contains(what);
  }

  @Test
  void anEntryThatNoDocumentShowsLeavesTheAnswerOpen() throws IOException {
    Release release =
        RATCHET
            .classify(
                products(TABLE),
                Optional.empty(),
                List.of(RatchetTest.pdf(FixtureRule.CHIPS_2023)),
                List.of(Citation.parse("3A001")))
            .releases()
            .get(0);
    assertThat(release.verdicts())
        .allSatisfy(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name,TPP\\nx,1               | has no column “product”
          product,TPP\\nx,many         | products.csv:2: “many” under “TPP” is neither a number
          product,TPP\\nx,1\\nx,2      | products.csv:3: “x” is there twice
          product,TPP\\nx,1,2          | products.csv:2: has not as many cells
          product,TPP\\n"x,1           | is no table in CSV
          product,TPP,total processing performance\\nx,1,1 | is given twice
          product,TPP,TPP\\nx,1,1      | is no table in CSV
          """)
  void aTableThatIsNotUnderstoodIsRefusedWithItsPlace(String table, String message) {
    assertThatThrownBy(() -> products(table.replace("\\n", "\n")))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining(message);
  }
}
