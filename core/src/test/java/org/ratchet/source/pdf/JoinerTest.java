package org.ratchet.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.text.Run;
import org.ratchet.text.Style;

class JoinerTest {

  @ParameterizedTest
  @CsvSource({
    "a license,is required,a license is required",
    "the long-,standing rule,the long-standing rule",
    "long-,and short-term,long- and short-term",
    "words —,that follow,words — that follow",
    "and/,or,and/or",
    "at https://www.example.gov/,rules,at https://www.example.gov/rules",
    "write to a@b.,gov,write to a@b.gov"
  })
  void lines_are_joined_with_a_space_unless_a_word_goes_on(
      String before, String after, String joined) {
    List<Run> runs = new ArrayList<>(List.of(Run.plain(before)));
    Joiner.join(runs, List.of(Run.plain(after)));
    assertThat(Joiner.text(runs)).isEqualTo(joined);
  }

  @ParameterizedTest
  @CsvSource({"see www.,example,.gov", "see www.e,xamp,le."})
  void a_last_word_in_several_styles_is_one_word(String first, String second, String third) {
    List<Run> runs =
        new ArrayList<>(
            List.of(Run.plain(first), new Run(second, Style.ITALIC), Run.plain(third + "?")));
    Joiner.join(runs, List.of(Run.plain("id")));
    assertThat(Joiner.text(runs)).isEqualTo(first + second + third + "?id");
  }
}
