package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.clause.EccnEntry;
import org.ratchet.meaning.Criterion.Threshold;

/** A known quantity is what its words say and nothing that only sounds like it. */
class VocabularyTest {

  private static final Vocabulary VOCABULARY = Vocabulary.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A 'memory performance density' of 5.92 or more                       | performance density
          An average performance density of 5.92 or more                       | performance density
          A total processing performance per watt of 4800 or more              | total processing performance
          A per-unit total processing performance of 4800 or more              | total processing performance
          A bidirectional transfer rate per link of 600 Gbyte/s or more        | aggregate bidirectional transfer rate
          A bidirectional transfer rate of 600 Gbyte/s or more                 | aggregate bidirectional transfer rate
          A DRAM bandwidth per stack of 500 GB/s or more                       | total DRAM bandwidth
          A DRAM bandwidth of 500 GB/s or more                                 | total DRAM bandwidth
          An approximated transistor count of 30 billion transistors or more   | aggregated approximated transistor count
          TOPS multiplied by 8.5 of 4800 or more                               | TOPS × 8
          TOPS multiplied by 80 of 4800 or more                                | TOPS × 8
          A bit length of 16 and 3 multiplied by TOPS of 4800 or more          | bit length × TOPS
          """)
  void whatOnlySoundsLikeAQuantityIsAnotherOne(String text, String quantity) {
    assertThat(ThresholdText.of(text, VOCABULARY).quantities())
        .extracting(Quantity::name)
        .doesNotContain(quantity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A 'total processing performance' of 4800 or more                     | total processing performance
          A total processing performance ('TPP') of 4800 or more               | total processing performance
          A maximum 'performance density' of 5.92 or more                      | performance density
          A TPP exceeding 4800                                                 | total processing performance
          An aggregate bidirectional transfer rate over all inputs and outputs of 600 Gbyte/s or more | aggregate bidirectional transfer rate
          A bit length per operation multiplied by processing performance measured in TOPS, added up over all units, of 4800 or more | bit length × TOPS
          A total DRAM bandwidth of 6500 GB/s or more                          | total DRAM bandwidth
          """)
  void aKnownQuantityIsFoundInTheWaysThatRulesNameIt(String text, String quantity) {
    assertThat(ThresholdText.of(text, VOCABULARY).quantities())
        .extracting(Quantity::name)
        .contains(quantity);
  }

  private static EccnEntry sums(String unit, String sum) {
    return EntryText.entry(
        "3A999",
        "Chips as follows.",
        """
        a. Chips having any of the following:
        a.1. %s
        a.2. %s
        """
            .formatted(unit, sum));
  }

  private static Criterion read(EccnEntry entry) {
    return Criteria.of(entry).criterion();
  }

  @Test
  void aSumCountsAsPerformanceOnlyWhereItAddsUpPerformance() {
    String sum =
        "Any combination of which the results computed under 3A999.a.1 sum to 4800 or more.";

    assertThat(read(sums("TOPS multiplied by 8 of 4800 or more.", sum)).quantities())
        .extracting(Quantity::name)
        .contains("sum of performance figures");
    assertThat(read(sums("A mass of 3 kg or more.", sum)).quantities())
        .extracting(Quantity::name)
        .doesNotContain("sum of performance figures");
    assertThat(read(sums("Red casings.", sum)).quantities()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 g|3 kg",
        "3 tons|3 tonnes",
        "3 Gbit/s|3 Gbyte/s",
        "3 mg|3 kg",
        "3 GB/s/mm²|3 GB/s"
      })
  void unitsThatDifferAreNotConverted(String pair) {
    String[] units = pair.split("\\|", -1);
    assertThat(quantity(units[0])).isNotEqualTo(quantity(units[1]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3000 nm|3 µm", "2 TB/s|2000 Gbyte/s", "8 bits/s|8 bit/s", "2 grams|0.002 kg"})
  void unitsThatAreOneAreConvertedExactly(String pair) {
    String[] units = pair.split("\\|", -1);
    assertThat(threshold(units[0])).isEqualTo(threshold(units[1]));
  }

  private static Threshold threshold(String amount) {
    Criterion criterion = ThresholdText.of("A load of " + amount + " or more", VOCABULARY);
    return (Threshold)
        criterion.literals().filter(Threshold.class::isInstance).findFirst().orElseThrow();
  }

  private static Quantity quantity(String amount) {
    return threshold(amount).quantity();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          220000000 | Pa      | 220 MPa
          10000     | eV      | 10 keV
          4800      | Gbyte/s | 4800 Gbyte/s
          """)
  void aLongValueIsPrintedInTheUnitThatSaysItShortest(String value, String unit, String printed) {
    assertThat(new Quantity("load", unit).with(new java.math.BigDecimal(value))).isEqualTo(printed);
  }
}
