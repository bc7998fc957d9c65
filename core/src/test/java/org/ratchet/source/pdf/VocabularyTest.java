package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

  private final Vocabulary vocabulary = new Vocabulary();

  @Test
  void a_word_printed_whole_elsewhere_tells_what_a_hyphen_at_a_line_end_is() {
    vocabulary.add("The long-term reexport (1x) of Équipement");
    assertThat(vocabulary.isBroken("reex-", "port of")).isTrue();
    assertThat(vocabulary.isBroken("long-", "term")).isFalse();
    assertThat(vocabulary.isBroken("équi-", "pement")).isTrue();
    assertThat(vocabulary.takeDoubts()).isEmpty();
  }

  @Test
  void a_word_that_goes_on_in_the_next_line_is_no_evidence() {
    vocabulary.add("a data-base-");
    assertThat(vocabulary.isBroken("Data-", "Base")).isFalse();
    assertThat(vocabulary.takeDoubts()).containsExactly("Data-Base");
    assertThat(vocabulary.takeDoubts()).isEmpty();
  }

  @Test
  void only_the_words_at_the_hyphen_count_in_a_longer_compound() {
    vocabulary.add("oil-containing wicks and wicks containing wax");
    assertThat(vocabulary.isBroken("wax-con-", "taining wicks")).isTrue();
    assertThat(vocabulary.isBroken("rape-oil-", "containing wicks")).isFalse();
    assertThat(vocabulary.takeDoubts()).isEmpty();
  }

  @Test
  void a_letter_that_stands_alone_is_part_of_a_name() {
    vocabulary.add("phenylenediamine");
    assertThat(vocabulary.isBroken("5-methoxy-m-", "phenylenediamine")).isFalse();
    assertThat(vocabulary.isBroken("3,5-dinitro-", "\u03B1-toluene")).isFalse();
    assertThat(vocabulary.takeDoubts()).isEmpty();
  }

  @Test
  void a_word_that_is_nowhere_else_is_a_doubt() {
    assertThat(vocabulary.isBroken("Lamps of con-", "sular make")).isTrue();
    assertThat(vocabulary.takeDoubts()).containsExactly("con-sular");
  }

  @Test
  void two_long_words_that_stand_alone_elsewhere_are_a_compound() {
    vocabulary.add("all the year the lamp goes round and over the sea");
    assertThat(vocabulary.isBroken("lit (year-", "round).")).isFalse();
    assertThat(vocabulary.isBroken("in an over-", "sea land")).isTrue();
    assertThat(vocabulary.takeDoubts()).containsExactly("year-round", "over-sea");
  }
}
