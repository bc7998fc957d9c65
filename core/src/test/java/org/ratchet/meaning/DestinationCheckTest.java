package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.EccnEntry;

/** Where the controls of an entry reach is compared item by item, as sets of countries. */
class DestinationCheckTest {

  private static final DestinationCheck CHECK = new DestinationCheck();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          China (See § 742.6(a)(6) of the EAR) | To or within Macau or a destination specified in Country Group D:5 of supplement no. 1 to part 740 of the EAR | TIGHTER
          To or within Macau or a destination specified in Country Group D:5 | China | LOOSER
          To or within destinations specified in Country Groups D:1, D:4, and D:5, excluding any destination also specified in Country Groups A:5 or A:6, and to or within Macau. | To or within destinations specified in Country Groups D:1, D:4, and D:5 and to or within Macau | TIGHTER
          China | the PRC | UNCHANGED
          China | Iran | MIXED
          China | To or within any destination worldwide, see § 742.6(a)(6)(iii)(A) of the EAR. | TIGHTER
          NS Column 1 | NS Column 2 | LOOSER
          CC Column 2 | CC Column 1 | UNDETERMINED
          China | places that the Moon shines on | UNDETERMINED
          """)
  void destinationsOfAControlRow(String before, String after, Direction direction) {
    List<Finding> findings =
        EntryText.findings(new DestinationCheck(), controlled(before), controlled(after));
    List<Finding> back =
        EntryText.findings(new DestinationCheck(), controlled(after), controlled(before));

    assertThat(findings).singleElement().extracting(Finding::direction).isEqualTo(direction);
    assertThat(back).singleElement().extracting(Finding::direction).isEqualTo(direction.flip());
    assertThat(findings.get(0).reason()).isNotBlank();
  }

  @Test
  void destinationFindingNamesCountriesTheirNumberAndTheTable() {
    Finding finding =
        EntryText.findings(
                new DestinationCheck(),
                controlled("China"),
                controlled("To or within Macau or a destination specified in Country Group D:5"))
            .get(0);

    assertThat(finding.statement())
        .startsWith("3A999: the RS control now reaches 22 destinations (Afghanistan, Belarus,");
    assertThat(finding.reason()).contains("2026-07-23").contains("part 740");
  }

  private static EccnEntry controlled(String where) {
    return EntryText.entry(
        "3A999", "Chips.", "RS applies to entire entry | " + where + "\na. Chips for boards.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # rows arranged otherwise, the same for each item
          NS applies to entire entry=NS Column 2; AT applies to entire entry=AT Column 1 | NS applies to 3A999.a and b=NS Column 2; AT applies to entire entry=AT Column 1 | UNCHANGED
          # one item to fewer destinations
          NS applies to entire entry=NS Column 1 | NS applies to entire entry, except .b=NS Column 1; NS applies to 3A999.b=NS Column 2 | LOOSER
          # a reason for control that adds destinations
          AT applies to entire entry=AT Column 1 | RS applies to 3A999.a=China; AT applies to entire entry=AT Column 1 | TIGHTER
          # and one that adds none
          NS applies to entire entry=NS Column 1; AT applies to entire entry=AT Column 1 | NS applies to entire entry=NS Column 1; RS applies to 3A999.a=China; AT applies to entire entry=AT Column 1 | UNCHANGED
          # what the other control reaches is not known
          UN applies to entire entry=See § 746.1 of the EAR | UN applies to entire entry=See § 746.1 of the EAR; RS applies to 3A999.a=China | UNDETERMINED
          # items in words
          NS applies to entire entry=NS Column 1 | NS applies to chips that shine=NS Column 2 | UNDETERMINED
          """)
  void controlsAreComparedItemByItem(String before, String after, Direction direction) {
    String items = "\na. Chips for boards.\nb. Chips for masks.";
    EccnEntry old = EntryText.entry("3A999", "Chips.", rows(before) + items);
    EccnEntry now = EntryText.entry("3A999", "Chips.", rows(after) + items);

    assertThat(EntryText.findings(CHECK, old, now))
        .singleElement()
        .extracting(Finding::direction)
        .isEqualTo(direction);
    assertThat(EntryText.findings(CHECK, now, old))
        .singleElement()
        .extracting(Finding::direction)
        .isEqualTo(direction.flip());
  }

  @Test
  void aRowForItemsThatAreNewBelongsToTheirControl() {
    EccnEntry old =
        EntryText.entry(
            "3A999", "Chips.", rows("NS applies to entire entry=NS Column 2") + "\na. Chips.");
    EccnEntry now =
        EntryText.entry(
            "3A999",
            "Chips.",
            rows("NS applies to 3A999.a=NS Column 2; NS applies to 3A999.b to d=China")
                + "\na. Chips.\nb. Masks.\nc. Plates.\nd. Gases.");

    assertThat(EntryText.findings(CHECK, old, now))
        .singleElement()
        .extracting(Finding::direction)
        .isEqualTo(Direction.UNCHANGED);
  }

  private static String rows(String rows) {
    return rows.replace("=", " | ").replaceAll("; ?(?=[A-Z]{2} )", "\n");
  }
}
