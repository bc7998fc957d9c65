package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
          N/A   | Yes                    | LOOSER
          Yes   | N/A                    | TIGHTER
          $3000 | $5,000                 | LOOSER
          N/A   | Yes, for 3A999.a       | LOOSER
          Yes   | Yes, for 3A999.a       | TIGHTER
          Yes, for 3A999.a | Yes, for 3A999.b | UNDETERMINED
          N/A for MT | N/A | UNDETERMINED
          N/A for MT | Yes | LOOSER
          N/A, except $3000 for 3A999.a | N/A | TIGHTER
          Yes to all destinations | Yes | UNDETERMINED
          not applicable | N/A | UNCHANGED
          N/A | N/A; see § 740.2 | UNCHANGED
          See § 740.3 | N/A | UNDETERMINED
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Yes  | Yes, except N/A for 3A999.b            | UNCHANGED
          N/A  | Yes, for 3A999.b                       | UNCHANGED
          Yes  | Yes, except N/A for 3A999.a            | TIGHTER
          Yes  | Yes, except N/A for 3A999.a or 3A999.b | TIGHTER
          N/A  | Yes, for 3A999.a and 3A999.b           | LOOSER
          """)
  void anExceptionLineForWhatIsNewInTheEntryLimitsTheNewControl(
      String before, String after, Direction direction) {
    EccnEntry old =
        EntryText.entry(
            "3A999", "Chips.", "LVS: " + before + "\na. Chips for boards.\nb. [Reserved]");
    EccnEntry now =
        EntryText.entry("3A999", "Chips.", "LVS: " + after + "\na. Chips for boards.\nb. Masks.");

    assertThat(EntryText.findings(new ExceptionLineCheck(), old, now))
        .singleElement()
        .extracting(Finding::direction)
        .isEqualTo(direction);
    assertThat(EntryText.findings(new ExceptionLineCheck(), now, old))
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
          It speaks against a presumption of denial that a mill is red. | It speaks against a presumption of approval that a mill is red. | UNDETERMINED
          The presumption of denial does not apply to mills.           | The presumption of approval does not apply to mills.        | UNDETERMINED
          Applications are reviewed under a presumption of denial, except that those for mills are reviewed case by case. | Applications are reviewed under a presumption of denial, except that those for mills are reviewed under a presumption of approval. | UNDETERMINED
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
          740.99 | You may not use a License Exception to export mills to Chile. | You may not use a License Exception to export mills to Chile or Peru. | TIGHTER
          740.99 | License Exceptions are restricted for mills to Chile. | License Exceptions are restricted for mills to Chile or Peru. | UNDETERMINED
          736.99 | This waives the license requirements for mills to Chile. | This waives the license requirements for mills to Chile or Peru. | UNDETERMINED
          744.99 | An export of mills to Chile does not require a license. | An export of mills to Chile or Peru does not require a license. | UNDETERMINED
          744.99 | A license is required for mills to all places outside Chile. | A license is required for mills to all places outside Chile or Peru. | UNDETERMINED
          744.99 | A license is required for mills, but exports to Chile may proceed. | A license is required for mills, but exports to Chile or Peru may proceed. | UNDETERMINED
          744.99 | A license is required for all places, with the exception of Chile. | A license is required for all places, with the exception of Chile or Peru. | LOOSER
          744.99 | A license requirement for exports to Chile was removed. | A license requirement for exports to Chile or Peru was removed. | UNDETERMINED
          744.99 | You in Chile may ask whether a license is required. | You in Chile or Peru may ask whether a license is required. | UNDETERMINED
          744.99 | A license is required. You may export a mill to Chile with a letter. | A license is required. You may export a mill to Chile or Peru with a letter. | UNDETERMINED
          744.99 | A license is required. A mill having a mass of 30 kg or more is heavy. | A license is required. A mill having a mass of 20 kg or more is heavy. | UNDETERMINED
          744.99 | License requirements end for mills having a mass of 30 kg or more. | License requirements end for mills having a mass of 20 kg or more. | UNDETERMINED
          740.99 | You may export a mill once you have an assurance of Chile. | You may export a mill once you have an assurance of Chile and Peru. | UNDETERMINED
          740.99 | This authorizes a mill wherever its way to Chile is prevented. | This authorizes a mill wherever its way to Chile or Peru is prevented. | UNDETERMINED
          740.99 | BIS is authorized to tell the police of Chile. | BIS is authorized to tell the police of Chile and Peru. | UNDETERMINED
          744.99 | This section does not apply to mills in Chile. | This section does not apply to mills in Chile or Peru. | LOOSER
          744.99 | A license is required to export mills having a mass of 30 kg or more | A license is required to export mills having a mass of 20 kg or more | TIGHTER
          740.99 | You may export mills having a mass of 20 kg or less | You may export mills having a mass of 30 kg or less | LOOSER
          744.99 | A license is required to export mills to the PRC, or tools for use in the PRC. | A license is required to export mills to Macau or a destination specified in Country Group D:5, or tools for use in Macau or a destination specified in Country Group D:5. | TIGHTER
          744.99 | A license is required to export mills to the PRC. | A license is required to export mills and fans to Macau or a destination specified in Country Group D:5. | UNDETERMINED
          744.99 | A license is required to export red mills to the PRC. | A license is required to export blue mills to Macau or a destination specified in Country Group D:5. | TIGHTER UNDETERMINED
          744.99 | A license is required to export mills to the PRC. | A license is required to export mills to Macau or a destination specified in Country Group D:5 unless they are red. | UNDETERMINED
          744.99 | A license is required to export mills to the PRC. | A license is required to export mills for an owner in Macau or a destination specified in Country Group D:5. | UNDETERMINED
          744.99 | A license is required to export mills to the PRC or fans to Iran. | A license is required to export mills to Macau or fans to Iran. | UNDETERMINED
          740.99 | You may export mills having a mass of less than 20 kg | You may export mills having a mass of not more than 20 kg | LOOSER
          744.99 | You must give notice not less than twenty-five days before the shipment. | You must give notice not less than thirty days before the shipment. | TIGHTER
          740.99 | Within ten days of receipt of the notice BIS informs the sender. | Within 20 days of receipt of the notice BIS informs the sender. | TIGHTER
          744.99 | You come within twenty-five days. | You come within thirty days. | UNDETERMINED
          772.99 | Mills have a mass of 20 kg or less | Mills have a mass of 30 kg or less | UNDETERMINED
          """)
  void destinationOrThresholdInAParagraph(
      String section, String before, String after, String directions) {
    assertThat(directions(section(section, before), section(section, after))).isEqualTo(directions);
    assertThat(directions(section(section, after), section(section, before)))
        .isEqualTo(
            Stream.of(directions.split(" ", -1))
                .map(word -> Direction.valueOf(word).flip().name())
                .sorted()
                .collect(Collectors.joining(" ")));
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
    EntityEntry marked = entity("Acme Chips", List.of("A.c.m.e."));

    assertThat(examined(revised(plain, alias))).containsExactly(Direction.TIGHTER);
    assertThat(examined(revised(alias, plain))).containsExactly(Direction.LOOSER);
    assertThat(examined(revised(plain, other))).containsExactly(Direction.UNDETERMINED);
    assertThat(examined(revised(alias, marked))).containsExactly(Direction.UNCHANGED);
    EntityEntry both = entity("Acme Chips", List.of("Acme"), "For all items but one");
    assertThat(examined(revised(plain, both)))
        .containsExactly(Direction.TIGHTER, Direction.UNDETERMINED);
    assertThat(examined(revised(both, plain)))
        .containsExactly(Direction.LOOSER, Direction.UNDETERMINED);
  }

  @Test
  void twoEntitiesThatShareNoNameAreOneRemovedAndOneAdded() {
    assertThat(examined(revised(entity("Acme Chips", List.of()), entity("Bolt Works", List.of()))))
        .containsExactly(Direction.LOOSER, Direction.TIGHTER);
  }

  @Test
  void onePolicyForAllItemsIsComparedWithEachPolicyBefore() {
    assertThat(
            reviewed(
                "Case-by-case for mills; presumption of denial for others.",
                "Presumption of denial."))
        .containsExactly(Direction.TIGHTER);
    assertThat(
            reviewed(
                "Presumption of denial.",
                "Case-by-case for mills; presumption of denial for others."))
        .containsExactly(Direction.LOOSER);
    assertThat(
            reviewed(
                "Case-by-case for mills; policy of denial for others.", "Presumption of denial."))
        .containsExactly(Direction.UNDETERMINED);
    assertThat(reviewed("Presumption of denial.", "Presumption of denial.")).isEmpty();
  }

  private static List<Direction> reviewed(String before, String after) {
    return new EntityCheck()
        .examine(delta(revised(policy(before), policy(after)))).stream()
            .filter(finding -> finding.facet() == Facet.REVIEW_POLICY)
            .map(Finding::direction)
            .toList();
  }

  private static EntityEntry policy(String policy) {
    EntityEntry plain = entity("Acme Chips", List.of());
    return new EntityEntry(
        plain.citation(),
        plain.country(),
        plain.name(),
        plain.aliases(),
        plain.addresses(),
        plain.requirement(),
        plain.footnotes(),
        policy,
        plain.register(),
        plain.content());
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
        .containsOnly(Direction.UNDETERMINED);
    assertThat(check.examine(new Delta(state(), state(moved), List.of(added))))
        .extracting(Finding::direction)
        .containsExactly(Direction.TIGHTER);
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
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Section section(String number, String text) {
    Citation citation = Citation.section(15, number);
    Clause paragraph =
        new Paragraph(citation.then(Kind.PARAGRAPH, "a"), Content.of(Runs.of(text), SPAN));
    return new Section(
        citation, new Content(Runs.of("Mills."), List.of(), List.of(paragraph), Shown.WHOLE, SPAN));
  }

  @Test
  void aFootnoteOfTheEntityListIsTighter() {
    String plain = "For all items subject to the EAR.";
    EntityEntry old = entity("Mill Co.", List.of(), plain, List.of());
    EntityEntry now = entity("Mill Co.", List.of(), plain + "^4", List.of("4"));

    assertThat(new EntityCheck().examine(delta(revised(old, now))))
        .extracting(Finding::direction)
        .contains(Direction.TIGHTER)
        .doesNotContain(Direction.LOOSER);
    assertThat(new EntityCheck().examine(delta(revised(now, old))))
        .extracting(Finding::direction)
        .contains(Direction.LOOSER)
        .doesNotContain(Direction.TIGHTER);
  }

  private static EntityEntry entity(String name, List<String> aliases) {
    return entity(name, aliases, "For all items subject to the EAR");
  }

  private static EntityEntry entity(String name, List<String> aliases, String requirement) {
    return entity(name, aliases, requirement, List.of());
  }

  private static EntityEntry entity(
      String name, List<String> aliases, String requirement, List<String> footnotes) {
    Citation citation =
        Citation.supplement(15, "744", "4").then(Kind.COUNTRY, "ATLANTIS").then(Kind.ENTITY, name);
    return new EntityEntry(
        citation,
        "ATLANTIS",
        name,
        aliases,
        List.of(),
        requirement,
        footnotes,
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
