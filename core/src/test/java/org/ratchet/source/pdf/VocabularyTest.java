package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void a_word_printed_whole_elsewhere_tells_what_a_hyphen_at_a_line_end_is() {
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.add("The long-term reexport (1x) of Équipement");
    assertThat(vocabulary.isBroken("reex-", "port of")).isTrue();
    assertThat(vocabulary.isBroken("long-", "term")).isFalse();
    assertThat(vocabulary.isBroken("équi-", "pement")).isTrue();
    assertThat(vocabulary.takeDoubts()).isEmpty();
  }

  @Test
  void a_word_that_goes_on_in_the_next_line_is_no_evidence() {
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.add("a data-base-");
    assertThat(vocabulary.isBroken("Data-", "Base")).isFalse();
    assertThat(vocabulary.takeDoubts()).containsExactly("Data-Base");
  }
}
