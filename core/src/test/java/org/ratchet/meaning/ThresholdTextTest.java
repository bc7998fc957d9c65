package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.meaning.Criterion.Threshold;

/** Comparisons in the forms in which entries print them. */
class ThresholdTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A peak power output greater than 75 W (48.75 dBm) at any frequency exceeding 2.7 GHz up to and including 2.9 GHz | more than 75 W; more than 2.7 GHz; 2.9 GHz or less
          A total dose of 5 × 10^3 Gy (Si), or higher            | 5000 Gy or more
          A 'glass transition temperature' equal to or exceeding 505 K (232 °C) | 505 K or more
          A working temperature at or below 4.2 K (-268.95 °C)   | 4.2 K or less
          A 'C-NOT error' of less than or equal to 10^-4         | 0.0001 or less
          A 'data rate' of 500 Gb/s or greater                   | 500 Gbit/s or more
          """)
  void aComparisonIsReadWithItsUnitAndSide(String text, String bounds) {
    String read =
        ThresholdText.of(text, Vocabulary.standard())
            .literals()
            .filter(Threshold.class::isInstance)
            .map(Threshold.class::cast)
            .map(threshold -> threshold.bound().of(threshold.quantity()))
            .collect(Collectors.joining("; "));
    assertThat(read).isEqualTo(bounds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A stability better than 0.1% over 8 hours
          A voltage not exceeding the limit when 20 V or more is put in
          """)
  void whatIsNotUnderstoodGivesNoThreshold(String text) {
    assertThat(ThresholdText.of(text, Vocabulary.standard()).quantities()).isEmpty();
  }
}
