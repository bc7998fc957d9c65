package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;

class CountriesTest {

  private static List<String> named(String text) {
    return Countries.standard().names().matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void the_longest_name_is_read_where_one_is_the_beginning_of_another() {
    assertThat(named("to Guinea-Bissau, Guinea, or Papua New Guinea"))
        .containsExactly("Guinea-Bissau", "Guinea", "Papua New Guinea");
  }

  @Test
  void names_are_found_in_any_case_and_never_within_a_word() {
    assertThat(named("bound for CHINA or for Chinatown, Omani or not")).containsExactly("CHINA");
  }

  @Test
  void names_of_one_country_are_one() {
    assertThat(Countries.standard().country("Turkey"))
        .isPresent()
        .isEqualTo(Countries.standard().country("Türkiye"));
    assertThat(Countries.standard().country("Atlantis")).isEmpty();
  }
}
