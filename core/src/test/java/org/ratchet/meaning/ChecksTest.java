package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

class ChecksTest {

  private static final Span SPAN = Span.ofLine("test", 1);

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
          NS Column 1 | NS Column 2 | UNDETERMINED
          China | places that the Moon shines on | UNDETERMINED
          """)
  void destinationsOfAControlRow(String before, String after, Direction direction) {
    List<Finding> findings =
        EntryText.findings(
            new DestinationCheck(CountryGroups.standard()), controlled(before), controlled(after));
    List<Finding> back =
        EntryText.findings(
            new DestinationCheck(CountryGroups.standard()), controlled(after), controlled(before));

    assertThat(findings).singleElement().extracting(Finding::direction).isEqualTo(direction);
    assertThat(back).singleElement().extracting(Finding::direction).isEqualTo(direction.flip());
    assertThat(findings.get(0).reason()).isNotBlank();
  }

  @Test
  void destinationFindingNamesCountriesTheirNumberAndTheTable() {
    Finding finding =
        EntryText.findings(
                new DestinationCheck(CountryGroups.standard()),
                controlled("China"),
                controlled("To or within Macau or a destination specified in Country Group D:5"))
            .get(0);

    assertThat(finding.statement())
        .startsWith(
            "3A999: the RS control on 3A999 now reaches 22 destinations (Afghanistan, Belarus,");
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
          N/A   | Yes                    | LOOSER
          Yes   | N/A                    | TIGHTER
          $3000 | $5,000                 | LOOSER
          N/A   | Yes, for 3A999.a       | LOOSER
          Yes   | Yes, for 3A999.a       | TIGHTER
          Yes, for 3A999.a | Yes, for 3A999.b | UNDETERMINED
          """)
  void exceptionLine(String before, String after, Direction direction) {
    assertThat(EntryText.findings(new ExceptionLineCheck(), excepted(before), excepted(after)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.direction()).isEqualTo(direction);
              assertThat(finding.facet()).isEqualTo(Facet.EXCEPTION);
            });
    assertThat(EntryText.findings(new ExceptionLineCheck(), excepted(after), excepted(before)))
        .singleElement()
        .extracting(Finding::direction)
        .isEqualTo(direction.flip());
  }

  private static EccnEntry excepted(String line) {
    return EntryText.entry("3A999", "Chips.", "LVS: " + line + "\na. Chips for boards.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Applications are reviewed under a presumption of denial.     | Applications are reviewed on a case-by-case basis.          | LOOSER
          Applications are reviewed under a presumption of approval.   | Applications are reviewed under a presumption of denial.    | TIGHTER
          Applications are reviewed under a presumption of denial.     | Applications for mills are reviewed under a policy of denial. | UNDETERMINED
          """)
  void reviewPolicy(String before, String after, Direction direction) {
    assertThat(directions(section("742.6", before), section("742.6", after)))
        .isEqualTo(direction.name());
    assertThat(directions(section("742.6", after), section("742.6", before)))
        .isEqualTo(direction.flip().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          744.99 | A license is required to export mills to the PRC. | A license is required to export mills to Macau or a destination specified in Country Group D:5. | TIGHTER
          740.99 | You may export mills to Chile. | You may export mills to Chile or Peru. | LOOSER
          744.99 | This section does not apply to mills in Chile. | This section does not apply to mills in Chile or Peru. | UNDETERMINED
          744.99 | A license is required to export mills having a mass of 30 kg or more | A license is required to export mills having a mass of 20 kg or more | TIGHTER
          740.99 | You may export mills having a mass of 20 kg or less | You may export mills having a mass of 30 kg or less | LOOSER
          772.99 | Mills have a mass of 20 kg or less | Mills have a mass of 30 kg or less | UNDETERMINED
          """)
  void destinationOrThresholdInAParagraph(
      String section, String before, String after, Direction direction) {
    assertThat(directions(section(section, before), section(section, after)))
        .isEqualTo(direction.name());
    assertThat(directions(section(section, after), section(section, before)))
        .isEqualTo(direction.flip().name());
  }

  @Test
  void entitiesAddedAreTighterAndRemovedLooser() {
    Change added = new Change.Added("1", entity("Acme Chips", List.of()), Optional.empty());
    Change removed = new Change.Removed("2", entity("Acme Mills", List.of()), Optional.empty());

    assertThat(examined(added)).containsExactly(Direction.TIGHTER);
    assertThat(examined(removed)).containsExactly(Direction.LOOSER);
  }

  @Test
  void anAliasAddedIsTighterAndACorrectedNameIsUndetermined() {
    EntityEntry plain = entity("Acme Chips", List.of());
    EntityEntry alias = entity("Acme Chips", List.of("Acme"));
    EntityEntry other = entity("Acme Chip", List.of());

    assertThat(examined(revised(plain, alias))).containsExactly(Direction.TIGHTER);
    assertThat(examined(revised(alias, plain))).containsExactly(Direction.LOOSER);
    assertThat(examined(revised(plain, other))).containsExactly(Direction.UNDETERMINED);
  }

  @Test
  void textThatWasNotKnownBeforeHasNoDirection() {
    Clause clause = EntryText.entry("3A999", "Chips.", "a. A speed of 5 m/s or more.");
    Change change = new Change.SetOut("1", clause, Optional.empty());

    assertThat(Meaning.standard().examine(delta(change)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.direction()).isEqualTo(Direction.UNDETERMINED);
              assertThat(finding.reason()).contains("text before is not known");
              assertThat(finding.changes()).containsExactly("1");
            });
  }

  @Test
  void aNewEntryIsTighterAndARemovedOneLooserUnlessItsItemsStandElsewhere() {
    Clause old =
        EntryText.entry(
            "3B999", "Tools.", "a. Equipment for the epitaxial growth of thin layers on wafers.");
    Clause moved =
        EntryText.entry(
            "3B998", "Tools.", "a. Equipment for the epitaxial growth of thin layers on wafers.");
    Change removed = new Change.Removed("1", old, Optional.empty());
    Change added = new Change.Added("2", moved, Optional.empty());
    Check check = new ControlCriterionCheck(Vocabulary.standard());

    assertThat(check.examine(new Delta(state(old), state(), List.of(removed))))
        .extracting(Finding::direction)
        .containsExactly(Direction.LOOSER);
    assertThat(check.examine(new Delta(state(old), state(moved), List.of(removed, added))))
        .extracting(Finding::direction)
        .containsExactly(Direction.UNDETERMINED, Direction.TIGHTER);
  }

  @Test
  void everyChangeIsExplainedBySomeFinding() {
    EccnEntry before =
        EntryText.entry(
            "3A999", "Chips.", "a. Red chips.\nTechnical Note 1 to 3A999.a: Red is a colour.");
    EccnEntry after =
        EntryText.entry(
            "3A999", "Chips.", "a. Blue chips.\nTechnical Note 1 to 3A999.a: Red is a hue.");
    Delta delta = EntryText.delta(List.of(before), List.of(after));

    List<String> explained =
        Meaning.standard().examine(delta).stream().flatMap(f -> f.changes().stream()).toList();

    assertThat(explained).containsAll(delta.changes().stream().map(Change::id).toList());
  }

  private static String directions(Clause before, Clause after) {
    return Meaning.standard().examine(EntryText.delta(List.of(before), List.of(after))).stream()
        .map(finding -> finding.direction().name())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static Section section(String number, String text) {
    Citation citation = Citation.section(15, number);
    Clause paragraph =
        new Paragraph(citation.then(Kind.PARAGRAPH, "a"), Content.of(Runs.of(text), SPAN));
    return new Section(
        citation, new Content(Runs.of("Mills."), List.of(), List.of(paragraph), Shown.WHOLE, SPAN));
  }

  private static EntityEntry entity(String name, List<String> aliases) {
    Citation citation =
        Citation.supplement(15, "744", "4").then(Kind.COUNTRY, "ATLANTIS").then(Kind.ENTITY, name);
    return new EntityEntry(
        citation,
        "ATLANTIS",
        name,
        aliases,
        "For all items subject to the EAR",
        "Presumption of denial",
        "",
        Content.of(Runs.of(name + " " + String.join(" ", aliases)), SPAN));
  }

  private static Change revised(EntityEntry old, EntityEntry now) {
    return new Change.Paired("3", Change.PairKind.REVISED, old, now, List.of(), Optional.empty());
  }

  private static org.ratchet.amend.State state(Clause... clauses) {
    return new org.ratchet.amend.State(List.of(clauses), java.util.Map.of());
  }

  private static Delta delta(Change change) {
    return new Delta(
        org.ratchet.amend.State.empty(), org.ratchet.amend.State.empty(), List.of(change));
  }

  private static List<Direction> examined(Change change) {
    return new EntityCheck().examine(delta(change)).stream().map(Finding::direction).toList();
  }
}
