package org.ratchet.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ratchet.clause.Clause;

/** The words that tell a text from others, each by its first letters, which its forms share. */
final class Stems {

  private static final int LONG_WORD = 4;
  private static final int STEM = 5;

  /** Words of any item or provision, which tell none from another. */
  private static final Set<String> COMMON =
      Set.copyOf(
          List.of(
              ("equipment designed having following specially modified specified controlled capable"
                      + " able item items section paragraph part supplement license with from that"
                      + " which this into than more less greater lower least while when where other"
                      + " either both such will been being made itself there they their these those"
                      + " under within")
                  .split(" ", -1)));

  private Stems() {}

  /** Those of a clause with what stands under it. */
  static Set<String> of(Clause clause) {
    Set<String> stems = new HashSet<>();
    clause.stream().forEach(each -> stems.addAll(Readings.stems(each)));
    return stems;
  }

  static Set<String> of(String text) {
    Set<String> stems = new HashSet<>();
    for (String word : ThresholdText.key(text).split("[ -]", -1)) {
      boolean plain = word.chars().allMatch(Character::isLetter) && word.length() >= LONG_WORD;
      if (plain && !COMMON.contains(word)) {
        stems.add(word.substring(0, Math.min(STEM, word.length())));
      }
    }
    return stems;
  }
}
