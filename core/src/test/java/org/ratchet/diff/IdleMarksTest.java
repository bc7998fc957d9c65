package org.ratchet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which marks may change without a change of substance, and which may not. */
class IdleMarksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Lamps (e.g. wicks) burn.;Lamps (e.g., wicks) burn.",
        "Lamps, i.e. wicks, burn.;Lamps, i.e., wicks, burn.",
        "Lamps (eg wicks) burn.;Lamps (e.g., wicks) burn.",
        "Lamps of U.S. make.;Lamps of US make.",
        "See supplement No 4 to it.;See supplement No. 4 to it.",
        "Lamps,, wicks and oil burn.;Lamps, wicks and oil burn.",
        "Lamps of brass.. They burn.;Lamps of brass. They burn.",
        "A printed copy of it—$3.00;A printed copy of it— | $3.00",
      })
  void carryNoMeaning(String before, String after) {
    assertThat(substance(before, after)).isEmpty();
    assertThat(substance(after, before)).isEmpty();
    assertThat(WordDiff.edits(OwnText.plain(before), OwnText.plain(after))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Lamps and wicks, that burn, are listed.!Lamps and wicks that burn, are listed.",
        "Lamps; wicks, and oil.!Lamps, wicks, and oil.",
        "Lamps or (wicks and oil) burn.!Lamps or wicks and oil burn.",
        "A power of 4.8 watts.!A power of 48 watts.",
        "A power of 4,800 watts.!A power of 4.800 watts.",
        "A temperature of -5 degrees.!A temperature of 5 degrees.",
        "Lamps and/or wicks burn.!Lamps and or wicks burn.",
        "Sections 3-5 of it.!Sections 3, 5 of it.",
        "It helps us to burn.!It helps U.S. to burn.",
        "There are no lamps here.!There are no. lamps here.",
        "Lamps, e.g., wicks burn.!Lamps, wicks burn.",
        "Wicks— | 1 | 2!Wicks— | 1 2",
        "Wicks | 1!Wicks 1",
        "Wicks— | 1 | 2!Wicks—1 | 2",
      })
  void mayCarryMeaning(String before, String after) {
    assertThat(substance(before, after)).isNotEmpty();
    assertThat(substance(after, before)).isNotEmpty();
  }

  private static List<TextEdit> substance(String before, String after) {
    return WordDiff.edits(OwnText.plain(before), OwnText.plain(after)).stream()
        .filter(edit -> edit.kind() != TextEdit.Kind.EQUAL && !edit.editorial())
        .toList();
  }
}
