package org.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Direction;
import org.ratchet.meaning.Finding;

/**
 * The Commerce Control List as a page of July 2025 against its markup of June 2026. The page has
 * lost quotes, raised figures, repeated paragraphs and the entries that refer their items to other
 * agencies.
 */
@Tag("corpus")
class ControlListComparisonTest {

  /** The entries that really changed between the two dates, besides those of firearms. */
  private static final Set<String> CHANGED = Set.of("3A090", "0E982", "9A012");

  private static final Pattern FIREARMS = Pattern.compile("0[ADE]5\\d\\d");

  @Test
  void noDirectionInAnEntryThatDidNotChange() throws IOException {
    Path page = CorpusFolder.file("ccl/title15-part774-supp1.2025-07-11.html");
    Path markup = CorpusFolder.file("ecfr-xml/title15-part774-supp1.2026-06.xml");

    List<Finding> directed =
        Ratchet.standard().compare(page, markup).findings().stream()
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

  private static boolean reallyChanged(Finding finding) {
    Citation entry = finding.citation().upTo(Kind.ECCN);
    return !entry.steps().isEmpty()
        && (CHANGED.contains(entry.last().label())
            || FIREARMS.matcher(entry.last().label()).matches());
  }
}
