package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.meaning.Criterion.Opaque;
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
          An output power exceeding 100 mW anywhere within the frequency range exceeding 43.5 GHz | more than 0.1 W; more than 43.5 GHz
          A converter resolution of 12-bit or more but less than 14-bit | 12 bits or more; below 14 bits
          An etch rate greater than 7 microns per minute         | more than 7 microns per minute
          A rate of rise (di/dt) greater than 30,000 A/µs        | more than 30000 A/µs
          A position precision of 1 micrometer or finer          | 1000 nm or less
          An encoder accuracy less (better) than 2 seconds of arc | below 2 arcsec
          A hole with an aspect ratio equal to or greater than 1:1.6 | 0.625 or more
          Circuits having more than 1,500 terminals              | more than 1500
          A settling time less than 9 ns to arrive within 0.02% of full scale | below 9 ns
          A drive voltage less than 2.7 V when measured at a frequency of more than 1 GHz | below 2.7 V
          Wafers having resistivities greater than 10,000 ohm-cm at 20 °C | more than 10000 Ω-cm
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
          A product of the power and the frequency (in GHz) of more than 0.4
          A stability less (better) than 3 × 10^-11/month
          A chamber (of a pressure less than 5 Pa) for films
          A width of more than 2 times the length
          Reactors operating below 60 Pa (450 millitorr) or having a load lock for wafers
          Test systems at an energy of 3 keV or below, or beam systems for probing
          A voltage exceeding 5 V measured as the standard says, or a pulsed one exceeding 10 V
          """)
  void whatIsNotUnderstoodGivesNoThreshold(String text) {
    assertThat(ThresholdText.of(text, Vocabulary.standard()).quantities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          An inner diameter of the windings of more than 25 cm     | inner diameter of windings
          A beam energy (accelerating voltage) exceeding 200 keV   | beam energy
          Filters having more than 5 tunable resonators capable of 3 bands | tunable resonators
          A circuit with Q-values exceeding 10,000                 | q-values
          """)
  void aComparisonIsOfTheQuantityThatItsWordsName(String text, String name) {
    assertThat(ThresholdText.of(text, Vocabulary.standard()).quantities())
        .extracting(Quantity::name)
        .containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A settling time less than 9 ns to arrive within 0.02% of full scale
          A drive voltage less than 2.7 V when measured at a frequency of more than 1 GHz
          """)
  void aNumberThatOnlyQualifiesIsKeptInWordsWhichAreNotWhollyUnderstood(String text) {
    assertThat(ThresholdText.of(text, Vocabulary.standard()).literals())
        .filteredOn(Opaque.class::isInstance)
        .singleElement()
        .matches(words -> !((Opaque) words).complete());
  }
}
