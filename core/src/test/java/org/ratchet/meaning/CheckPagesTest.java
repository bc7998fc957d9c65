package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One check is one class and one page. */
class CheckPagesTest {

  private static final Path PAGES = Path.of("src/main/resources/org/ratchet/meaning/checks");

  static List<Check> checks() {
    return Meaning.standard().checks();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void each_check_has_a_page_that_says_when_a_change_is_tighter(Check check) {
    assertThat(check.page()).startsWith("# " + check.id() + "\n\n").endsWith("\n");
    assertThat(check.page())
        .as("when it is tighter or looser, or that it never is")
        .matches(page -> page.contains("**Tighter:**") == page.contains("**Looser:**"))
        .matches(
            page -> page.contains("**Undetermined:**") || page.contains("none has a direction"));
  }

  @Test
  void each_page_has_a_check() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              checks().stream().map(check -> check.id() + ".md").toList());
    }
  }

  @Test
  void two_checks_with_one_id_are_refused() {
    assertThatThrownBy(() -> Meaning.of(List.of(new StaCheck(), new StaCheck())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sta");
  }
}
