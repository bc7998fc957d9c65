package org.ratchet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a busy reader needs. */
class BriefTest {

  @Test
  void whatIsNotKnownComesFirst() {
    assertThat(
            Brief.sentences(
                2,
                9,
                Map.of(
                    "ECCN 3A090", Map.of("tighter", 4, "undetermined", 1),
                    "15 CFR 744.23", Map.of("tighter", 1, "looser", 1),
                    "15 CFR 734.9", Map.of("mixed", 1))))
        .containsExactly(
            "2 of 9 instructions were not carried out, and 1 finding is undetermined: ECCN 3A090"
                + " (1).",
            "5 findings are tighter: ECCN 3A090 (4) and 15 CFR 744.23 (1).",
            "1 finding is looser: 15 CFR 744.23 (1), and 1 finding is mixed: 15 CFR 734.9 (1).");
  }

  @Test
  void ofManyProvisionsThoseWithMostAreNamed() {
    assertThat(
            Brief.sentences(
                    0,
                    0,
                    Map.of(
                        "A", Map.of("tighter", 1),
                        "B", Map.of("tighter", 3),
                        "C", Map.of("tighter", 2),
                        "D", Map.of("tighter", 1),
                        "E", Map.of("tighter", 1)))
                .get(1))
        .isEqualTo("8 findings are tighter: B (3), C (2), A (1) and 2 other provisions.");
  }

  @Test
  void nothingFoundIsSaid() {
    assertThat(Brief.sentences(0, 0, Map.of()))
        .containsExactly(
            "No finding is undetermined.",
            "No finding is tighter.",
            "No finding is looser or mixed.");
    assertThat(Brief.sentences(0, 3, Map.of()).get(0))
        .isEqualTo("Every instruction was carried out, and no finding is undetermined.");
    assertThat(Brief.directed(Map.of("scope", Map.of("undetermined", 3)))).isEmpty();
  }

  @Test
  void findingsWithADirectionAreCounted() {
    assertThat(Brief.directed(Map.of("end_use", Map.of("looser", 1, "tighter", 9, "unchanged", 2))))
        .isEqualTo("end use: 9 tighter, 1 looser");
  }
}
