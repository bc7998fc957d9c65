package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.EccnEntry;

/** What a change of a comparison, or of the words that qualify it, does to an entry. */
class QualifiedThresholdsTest {

  private static final Check CHECK = new ControlCriterionCheck(Vocabulary.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Converters having a settling time less than 9 ns to arrive within 0.02% of full scale. | Converters having a settling time less than 12 ns to arrive within 0.02% of full scale. | TIGHTER
          Converters having a settling time less than 9 ns to arrive within 0.02% of full scale. | Converters having a settling time less than 9 ns to arrive within 0.05% of full scale. | UNDETERMINED
          Modulators having a drive voltage less than 2.7 V when measured at a frequency of more than 1 GHz. | Modulators having a drive voltage less than 2.5 V when measured at a frequency of more than 1 GHz. | LOOSER
          Modulators having a drive voltage less than 2.7 V when measured at a frequency of more than 1 GHz. | Modulators having a drive voltage less than 2.7 V when measured at a frequency of more than 2 GHz. | UNDETERMINED
          Circuits having more than 1,500 terminals. | Circuits having more than 1,000 terminals. | TIGHTER
          Circuits having more than 1,500 terminals. | Circuits having more than 1,500 pads. | UNDETERMINED
          Etchers making holes with an aspect ratio equal to or greater than 1:1.8. | Etchers making holes with an aspect ratio equal to or greater than 1:2. | TIGHTER
          Etchers making holes with an aspect ratio equal to or greater than 10:1. | Etchers making holes with an aspect ratio equal to or greater than 20:1. | LOOSER
          Converters with a resolution of 12-bit or more. | Converters with a resolution of 10-bit or more. | TIGHTER
          Amplifiers having an output power exceeding 100 mW anywhere within the frequency range exceeding 43.5 GHz but not exceeding 90 GHz. | Amplifiers having an output power exceeding 100 mW anywhere within the frequency range exceeding 43.5 GHz but not exceeding 110 GHz. | TIGHTER
          Etchers with an etch rate greater than 7 microns per minute. | Etchers with an etch rate greater than 5 microns per minute. | TIGHTER
          Etchers with an etch rate greater than 7 microns per minute. | Etchers with an etch rate greater than 7 microns per hour. | UNDETERMINED
          Reactors operating at a pressure below 60 Pa or having a load lock. | Reactors operating at a pressure below 50 Pa or having a load lock. | UNDETERMINED
          Tubes with a power of 10 kW times the frequency of more than 0.4. | Tubes with a power of 10 kW times the frequency of more than 0.2. | UNDETERMINED
          Films other than those having a thickness exceeding 5 nm at 20 points. | Films other than those having a thickness exceeding 7 nm at 20 points. | UNDETERMINED
          Items having a gain exceeding 5 dB, except items of 3 channels. | Items having a gain exceeding 5 dB, except items of 4 channels. | UNDETERMINED
          Items having a gain exceeding 5 dB at 3 GHz, unless designed for use at less than 2 V. | Items having a gain exceeding 4 dB at 3 GHz, unless designed for use at less than 2 V. | UNDETERMINED
          """)
  void aDirectionIsGivenWhereOnlyAComparisonMoved(String before, String after, Direction truth) {
    assertThat(directions(before, after)).containsExactly(truth);
    assertThat(directions(after, before)).containsExactly(truth.flip());
  }

  private static Set<Direction> directions(String before, String after) {
    List<Finding> findings = EntryText.findings(CHECK, entry(before), entry(after));
    return findings.stream().map(Finding::direction).collect(Collectors.toCollection(TreeSet::new));
  }

  private static EccnEntry entry(String item) {
    return EntryText.entry("9A901", "Items, as follows.", "a. " + item);
  }
}
