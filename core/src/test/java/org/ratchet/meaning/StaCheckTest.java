package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.clause.Step.Kind;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** Special conditions for License Exception STA say where the exception may not be used. */
class StaCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          none | License Exception STA may not be used for 3A999.a. | TIGHTER
          License Exception STA may not be used for 3A999.a. License Exception STA may not be used for 3A999.b. | License Exception STA may not be used for 3A999.a. | LOOSER
          License Exception STA may not be used for 3A999.a. | License Exception STA may not be used for 3A999.b. | UNDETERMINED
          none | License Exception STA may not be used for 3A999.a unless the consignee signs. | UNDETERMINED
          none | License Exception STA may be used for 3A999.a. | UNDETERMINED
          """)
  void sentences(String before, String after, Direction direction) {
    StaCheck check = new StaCheck();
    assertThat(EntryText.findings(check, entry(before), entry(after)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.direction()).isEqualTo(direction))
        .satisfies(finding -> assertThat(finding.facet()).isEqualTo(Facet.EXCEPTION));
    assertThat(EntryText.findings(check, entry(after), entry(before)))
        .singleElement()
        .extracting(Finding::direction)
        .isEqualTo(direction.flip());
    assertThat(EntryText.findings(check, entry(before), entry(before))).isEmpty();
  }

  private static EccnEntry entry(String conditions) {
    EccnEntry entry = EntryText.entry("3A999", "Chips.", "a. Chips for boards.");
    if (conditions == null) {
      return entry;
    }
    List<Clause> parts = new ArrayList<>(entry.children());
    String name = "Special Conditions for STA";
    parts.add(
        0,
        new EccnPart(
            entry.citation().then(Kind.ECCN_PART, name),
            Role.STA_CONDITIONS,
            new Content(
                Runs.of(name),
                Runs.of(conditions),
                List.of(),
                Shown.WHOLE,
                Span.ofLine("test", 1))));
    return entry.withContent(entry.content().withChildren(parts));
  }
}
