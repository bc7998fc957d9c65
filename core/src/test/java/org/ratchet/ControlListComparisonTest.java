package org.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ratchet.clause.Citation;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Direction;
import org.ratchet.meaning.Finding;

/**
 * The Commerce Control List as a page of July 2025 against its markup of June 2026. The page has
 * lost quotes, raised figures, repeated paragraphs and the entries that refer their items to other
 * agencies.
 */
@Tag("corpus")
@TestInstance(Lifecycle.PER_CLASS)
class ControlListComparisonTest {

  /** The entries that may have a direction, besides those of firearms. */
  private static final Set<String> CHANGED = Set.of("3A090", "0E982", "9A012");

  /** The entries whose words really differ; those of 0E982 are the same in both copies. */
  private static final Set<String> DIFFERENT =
      Set.of(
          "0A501", "0A502", "0A504", "0A505", "0A506", "0A507", "0A508", "0A509", "0D501", "0D505",
          "0E501", "0E502", "0E504", "0E505", "3A090", "9A012");

  /**
   * Entries of a heading alone, most of which refer their items to another agency or entry. The
   * page does not show them. It names many, but it also names entries that were law no more, so
   * that each is reported as added; reading the page lists what it names and does not show.
   */
  private static final Set<String> ENTRY_NOT_ON_PAGE =
      Set.of(
          "0A002", "1A102", "1C102", "4A102", "4A611", "5A611", "6A103", "6A611", "7A106", "7A115",
          "7A117", "7B103", "7D103", "7E104", "9A005", "9A006", "9A007", "9A008", "9A009", "9A103",
          "9A104", "9A105", "9A107", "9A108", "9A109", "9A111", "9A116", "9A117", "9A118", "9A119",
          "9D005", "9D103", "9D105");

  /**
   * Entries that say some paragraphs twice, of which the page shows the first. In 2E003 the labels
   * behind the gaps stand elsewhere in the list by that, and in its table blank cells and the row
   * of headings are lost, which tell in which column a word stands; two of its notes stand in one
   * paragraph.
   */
  private static final Map<String, String> TEXT_NOT_ON_PAGE =
      Map.of("1A613", "2 added", "2E003", "14 added, 3 moved, 3 removed, 6 revised, 2 split");

  /**
   * Entries with a note whose formula or what stands under it the page prints again at the end of
   * the note, behind other paragraphs. A second formula might be explained in the same words, so
   * that they are read as they stand.
   */
  private static final Map<String, String> TEXT_AGAIN_ON_PAGE =
      Map.of("3B001", "1 removed", "3B993", "1 removed", "6A008", "4 removed");

  /**
   * What stands between the entries. The page shows no note under the heading of a category or a
   * group (39), neither the annex to Category 1 nor the three headings inside a group (5), and no
   * line for items that no entry specifies (10). The title of Category 0 really changed. In the
   * technical note on a measure of performance the page has no boxes, so that what stands in them
   * stands elsewhere, and prints formulas again.
   */
  private static final String BETWEEN_ENTRIES = "54 added, 1 revised";

  private static final String IN_TECHNICAL_NOTE = "4 added, 4 moved, 8 removed";

  private static final Pattern FIREARMS = Pattern.compile("0[ADE]5\\d\\d");

  private final Comparison comparison;

  ControlListComparisonTest() throws IOException {
    Path page = CorpusFolder.file("ccl/title15-part774-supp1.2025-07-11.html");
    Path markup = CorpusFolder.file("ecfr-xml/title15-part774-supp1.2026-06.xml");
    comparison = Ratchet.standard().compare(page, markup);
  }

  @Test
  void noDirectionInAnEntryThatDidNotChange() {
    List<Finding> directed =
        comparison.findings().stream()
            .filter(
                finding ->
                    Set.of(Direction.TIGHTER, Direction.LOOSER, Direction.MIXED)
                        .contains(finding.direction()))
            .toList();

    assertThat(directed).isNotEmpty();
    assertThat(directed)
        .filteredOn(finding -> !reallyChanged(finding))
        .extracting(finding -> finding.direction() + " " + finding.statement())
        .isEmpty();
  }

  @Test
  void everyOtherChangeIsALossOfThePage() {
    Map<String, String> expected = new TreeMap<>(TEXT_NOT_ON_PAGE);
    expected.putAll(TEXT_AGAIN_ON_PAGE);
    ENTRY_NOT_ON_PAGE.forEach(number -> expected.put(number, "1 added"));
    Map<String, List<Change>> byEntry =
        comparison.changes().stream()
            .filter(change -> !entry(change.citation()).isEmpty())
            .collect(Collectors.groupingBy(change -> entry(change.citation())));
    Map<String, String> others = new TreeMap<>();
    byEntry.forEach((number, changes) -> others.put(number, kinds(changes)));
    others.keySet().removeAll(DIFFERENT);

    assertThat(byEntry.keySet()).containsAll(DIFFERENT);
    assertThat(others).isEqualTo(expected);
    assertThat(ENTRY_NOT_ON_PAGE)
        .allMatch(
            number ->
                byEntry.getOrDefault(number, List.of()).stream()
                    .allMatch(change -> change.after().orElseThrow() instanceof EccnEntry));
  }

  @Test
  void betweenTheEntriesThePageHasLostNotesAndHeadings() {
    Map<Boolean, List<Change>> between =
        comparison.changes().stream()
            .filter(change -> entry(change.citation()).isEmpty())
            .collect(Collectors.partitioningBy(change -> inTechnicalNote(change.citation())));

    assertThat(kinds(between.getOrDefault(false, List.of()))).isEqualTo(BETWEEN_ENTRIES);
    assertThat(kinds(between.getOrDefault(true, List.of()))).isEqualTo(IN_TECHNICAL_NOTE);
  }

  /** The number of the entry that a citation is in; empty if in none. */
  private static String entry(Citation citation) {
    Citation entry = citation.upTo(Kind.ECCN);
    return entry.steps().isEmpty() ? "" : entry.last().label();
  }

  private static boolean inTechnicalNote(Citation citation) {
    return citation.steps().stream()
        .anyMatch(step -> step.kind() == Kind.HEADING && step.label().startsWith("Technical Note"));
  }

  /** How many changes of each kind, by the name of the kind. */
  private static String kinds(List<Change> changes) {
    return changes.stream()
        .collect(Collectors.groupingBy(Change::kind, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  private static boolean reallyChanged(Finding finding) {
    String entry = entry(finding.citation());
    return CHANGED.contains(entry) || FIREARMS.matcher(entry).matches();
  }
}
