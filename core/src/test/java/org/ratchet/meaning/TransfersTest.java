package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.EccnEntry;

/**
 * When one entry goes and another gains items, only those items may have been controlled before
 * that are worded like some of the lost ones.
 */
class TransfersTest {

  private static final Check CHECK = new ControlCriterionCheck(Vocabulary.standard());

  private static final EccnEntry LOST =
      EntryText.entry(
          "3B998",
          "Mills.",
          """
          a. Chemical mills that can polish a copper or nickel film having a scratch of 3 nm or less.
          b. Mills that can polish tantalum rings in a furnace.
          c. Ring mills that can polish a lacquered surface.
          d. Mills that wash optical fibres with alcohol.
          """);

  private static final EccnEntry BEFORE = EntryText.entry("3B999", "Mills.", "a. Saws for wafers.");

  private static final EccnEntry AFTER =
      EntryText.entry(
          "3B999",
          "Mills.",
          """
          a. Saws for wafers.
          b. Equipment for the chemical polish of nickel film.
          c. Pellicles for masks.
          d. Equipment that can polish a window.
          """);

  private static final EccnEntry GONE = EntryText.entry("3B998", "[Reserved]", "a. [Reserved]");

  @Test
  void onlyAnItemLikeALostOneMayHaveBeenControlledBefore() {
    assertThat(directions(List.of(BEFORE, LOST), List.of(AFTER, GONE)))
        .containsEntry("3B999.b", Direction.UNDETERMINED)
        .containsEntry("3B999.c", Direction.TIGHTER)
        .containsEntry("3B999.d", Direction.TIGHTER);
  }

  @Test
  void anEntryWhoseItemsAreAllReservedControlsNothing() {
    EccnEntry none = EntryText.entry("3B998", "Mills.", "a. [Reserved]");

    assertThat(directions(List.of(LOST), List.of(none))).doesNotContainValue(Direction.TIGHTER);
    assertThat(directions(List.of(none), List.of(LOST))).doesNotContainValue(Direction.LOOSER);
    assertThat(directions(List.of(BEFORE, LOST), List.of(AFTER, none)))
        .containsEntry("3B999.b", Direction.UNDETERMINED)
        .containsEntry("3B999.c", Direction.TIGHTER);
  }

  @Test
  void theWayBackIsTheMirror() {
    assertThat(directions(List.of(AFTER, GONE), List.of(BEFORE, LOST)))
        .containsEntry("3B999.b", Direction.UNDETERMINED)
        .containsEntry("3B999.c", Direction.LOOSER)
        .containsEntry("3B999.d", Direction.LOOSER);
  }

  @Test
  void aParagraphThatBreaksUpIntoAlternativesIsMixedWhereItLosesAndGains() {
    EccnEntry one =
        EntryText.entry("3B999", "Mills.", "a. Mills having a speed of 20 m/s or more.");
    EccnEntry two =
        EntryText.entry(
            "3B999",
            "Mills.",
            """
            a. Mills having any of the following:
            a.1. A speed of 30 m/s or more; or
            a.2. A ring of gold.
            """);

    assertThat(directions(List.of(one), List.of(two)))
        .isEqualTo(Map.of("3B999.a", Direction.MIXED));
    assertThat(directions(List.of(two), List.of(one)))
        .isEqualTo(Map.of("3B999.a", Direction.MIXED));
  }

  private static Map<String, Direction> directions(
      List<? extends EccnEntry> before, List<? extends EccnEntry> after) {
    Map<String, Direction> directions = new TreeMap<>();
    CHECK
        .examine(EntryText.delta(List.copyOf(before), List.copyOf(after)))
        .forEach(f -> directions.put(Entries.name(f.citation()), f.direction()));
    return directions;
  }
}
