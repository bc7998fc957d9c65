package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.EccnEntry;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

class ControlCriterionCheckTest {

  private static final EccnEntry CHIPS_2022 =
      EntryText.entry(
          "3A090",
          "Integrated circuits as follows (see List of Items Controlled).",
          """
          a. Integrated circuits that have, or can be programmed to have, an aggregate bidirectional transfer rate over all inputs and outputs of 600 Gbyte/s or more to or from integrated circuits other than volatile memories, and any of the following:
          a.1. One or more digital processor units that execute machine instructions, with a bit length per operation multiplied by processing performance measured in TOPS, added up over all processor units, of 4800 or more;
          a.2. One or more digital 'primitive computational units', excluding units already counted in 3A090.a.1, having a bit length per operation multiplied by processing performance measured in TOPS, added up over all computational units, of 4800 or more;
          a.3. One or more analog, multi-value, or multi-level 'primitive computational units' having a processing performance measured in TOPS multiplied by 8, added up over all computational units, of 4800 or more; or
          a.4. Any combination of such units whose calculations according to 3A090.a.1, 3A090.a.2, and 3A090.a.3 sum to 4800 or more.
          """);

  private static final EccnEntry CHIPS_2023 =
      EntryText.entry(
          "3A090",
          "Integrated circuits as follows (see List of Items Controlled).",
          """
          a. Integrated circuits having one or more digital processing units having either of the following:
          a.1. A 'total processing performance' of 4800 or more; or
          a.2. A 'total processing performance' of 1600 or more and a 'performance density' of 5.92 or more.
          b. Integrated circuits having one or more digital processing units having either of the following:
          b.1. A 'total processing performance' of 2400 or more and less than 4800 and a 'performance density' of 1.6 or more and less than 5.92; or
          b.2. A 'total processing performance' of 1600 or more and a 'performance density' of 3.2 or more and less than 5.92.
          Note 2 to 3A090.a and 3A090.b: 3A090.a and 3A090.b do not apply to items that are not designed or marketed for use in datacenters and do not have a 'total processing performance' of 4800 or more.
          """);

  private final Check check = new ControlCriterionCheck(Vocabulary.standard());

  @Test
  void anEntryThatOnlyRefersItsItemsElsewhereHasNoDirection() {
    EccnEntry controlled = EntryText.entry("9A901", "Lamps, as follows.", "a. Lamps of brass.");
    for (String referral :
        List.of(
            "Lamps. (These items are “subject to the ITAR.” See 22 CFR parts 120 through 130.)",
            "Lamps that are not enumerated in any USML category are controlled by ECCN 3A611.")) {
      EccnEntry referred =
          new EccnEntry(
              Citation.eccn("9A901"),
              new Content(
                  Runs.of(referral),
                  List.of(),
                  List.of(),
                  Content.Shown.WHOLE,
                  Span.ofLine("test", 1)));

      assertThat(EntryText.findings(check, controlled, referred))
          .singleElement()
          .matches(finding -> finding.direction() == Direction.UNDETERMINED)
          .matches(finding -> finding.statement().contains("has none of its own now"));
    }
  }

  @Test
  void aListThatOneSideAnnouncesAndDoesNotShowLeavesTheDirectionOpen() {
    String note = "Note to 9A901.a: 9A901.a does not apply to lamps that meet all the following:";
    EccnEntry cut = EntryText.entry("9A901", "Lamps, as follows.", "a. Lamps of brass.\n" + note);
    EccnEntry other = EntryText.entry("9A901", "Lamps, as follows.", "a. Lamps of brass.");

    assertThat(EntryText.findings(check, cut, other))
        .singleElement()
        .matches(finding -> finding.direction() == Direction.UNDETERMINED)
        .matches(finding -> finding.reason().contains("announces"));
  }

  @Test
  void droppedConditionIsTighterAndNamesWhoIsNowCaught() {
    Finding dropped = finding(CHIPS_2022, CHIPS_2023, "no longer requires");

    assertThat(dropped.direction()).isEqualTo(Direction.TIGHTER);
    assertThat(dropped.certainty()).isEqualTo(Certainty.DECIDED);
    assertThat(dropped.statement())
        .isEqualTo(
            "3A090 no longer requires an aggregate bidirectional transfer rate of 600 Gbyte/s or"
                + " more: items with a total processing performance of 4800 or more and an"
                + " aggregate bidirectional transfer rate below 600 Gbyte/s are now caught, for"
                + " example with total processing performance 4992, aggregate bidirectional"
                + " transfer rate 400 Gbyte/s.");
  }

  @Test
  void witnessIsCaughtByOneSideOnly() {
    for (Finding finding : EntryText.findings(check, CHIPS_2022, CHIPS_2023)) {
      for (Witness witness : finding.witnesses()) {
        Item item = item(witness);

        assertThat(witness.caughtAfter()).isTrue();
        assertThat(Criteria.of(CHIPS_2023).criterion().test(item)).isEqualTo(Truth.TRUE);
        assertThat(Criteria.of(CHIPS_2022).criterion().test(item)).isEqualTo(Truth.FALSE);
      }
    }
  }

  @Test
  void anEntryWhoseItemsStandInAnotherThatStaysIsNotCalledTighter() {
    String items =
        "a. Equipment designed for silicon epitaxial growth of layers of a uniform thickness;";
    EccnEntry neighbour = EntryText.entry("3B001", "Equipment as follows.", items);
    EccnEntry reserved =
        new EccnEntry(
            Citation.eccn("3B090"), Content.of(Runs.of("[Reserved]"), Span.ofLine("test", 1)));
    EccnEntry made = EntryText.entry("3B090", "Equipment as follows.", items);

    for (boolean forward : new boolean[] {true, false}) {
      List<Clause> before = List.of(neighbour, forward ? reserved : made);
      List<Clause> after = List.of(neighbour, forward ? made : reserved);
      assertThat(check.examine(EntryText.delta(before, after)))
          .anySatisfy(finding -> assertThat(finding.statement()).contains("3B001"))
          .allSatisfy(f -> assertThat(f.direction()).isEqualTo(Direction.UNDETERMINED));
    }
  }

  /** The item of a witness, all words of the entry applying to it, counted as in both rules. */
  private static Item item(Witness witness) {
    Map<String, BigDecimal> quantities = new HashMap<>();
    witness
        .values()
        .forEach(
            (name, value) -> quantities.put(name, new BigDecimal(value.replaceFirst(" .*", ""))));
    BigDecimal performance =
        quantities.getOrDefault("total processing performance", BigDecimal.ZERO);
    for (String name : List.of("bit length × TOPS", "TOPS × 8", "sum of performance figures")) {
      quantities.put(name, performance);
    }
    Map<String, Boolean> words = new HashMap<>();
    for (EccnEntry entry : List.of(CHIPS_2022, CHIPS_2023)) {
      Criteria.of(entry)
          .criterion()
          .literals()
          .filter(Opaque.class::isInstance)
          .forEach(atom -> words.put(((Opaque) atom).words(), true));
    }
    return new Item(quantities, words);
  }

  @Test
  void eachNewAlternativeIsAFindingThatPrintsItsAssumption() {
    List<Finding> findings = EntryText.findings(check, CHIPS_2022, CHIPS_2023);

    assertThat(findings)
        .filteredOn(finding -> finding.certainty() == Certainty.ASSUMES)
        .extracting(finding -> finding.citation().last().label() + " " + finding.direction())
        .containsExactly("2 TIGHTER", "1 TIGHTER", "2 TIGHTER");
    assertThat(findings)
        .filteredOn(finding -> finding.certainty() == Certainty.ASSUMES)
        .allMatch(finding -> finding.reason().contains("TOPS = 2 × MacTOPS"));
    assertThat(findings.get(1).statement()).contains("1600 or more").contains("5.92 or more");
    assertThat(findings.get(2).statement())
        .contains("from 2400 to less than 4800")
        .contains("from 1.6 to less than 5.92");
  }

  @Test
  void wordsThatCannotBeRelatedAreUndeterminedAndNeverLooser() {
    List<Finding> findings = EntryText.findings(check, CHIPS_2022, CHIPS_2023);

    assertThat(findings).noneMatch(finding -> finding.direction() == Direction.LOOSER);
    assertThat(findings)
        .filteredOn(finding -> finding.direction() == Direction.UNDETERMINED)
        .singleElement()
        .satisfies(finding -> assertThat(finding.reason()).isNotBlank());
  }

  /**
   * It covers less where speed is asked for, and more where it is not: neither looser nor tighter.
   */
  @Test
  void aParagraphThatBreaksUpIntoAlternativesIsNotLooserForTheOneThatNarrows() {
    EccnEntry old =
        EntryText.entry(
            "2B999", "Pumps.", "a. Pumps designed for oil having a mass of 5 kg or more.");
    EccnEntry now =
        EntryText.entry(
            "2B999",
            "Pumps.",
            """
            a. Pumps designed for oil and having any of the following:
            a.1. A mass of 5 kg or more and a speed of 5 m/s or more; or
            a.2. A capability to be carried by hand.""");
    assertThat(directions(EntryText.findings(check, old, now))).doesNotContain("LOOSER");
    assertThat(directions(EntryText.findings(check, now, old))).doesNotContain("TIGHTER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A speed of 5 m/s or more | A speed of 4 m/s or more                       | TIGHTER
          A speed of 5 m/s or more | A speed exceeding 5 m/s                        | LOOSER
          A speed of 5 m/s or less | A speed of 6 m/s or less                       | TIGHTER
          A speed of 5 m/s or more | A speed of 5 m/s or more and a mass above 3 kg | LOOSER
          A speed of 5 m/s or more | A speed of 5 m/s or more or a mass above 3 kg  | TIGHTER
          Red pumps having a speed of 5 m/s or more | Blue pumps having a speed of 5 m/s or more | UNDETERMINED
          Red pumps having a speed of 5 m/s or more | Blue pumps having a speed of 4 m/s or more | TIGHTER UNDETERMINED
          A speed of 5 m/s or more | A mass of 5 kg or more                         | UNDETERMINED
          A speed of 2 m/s or more and less than 5 m/s | A speed of 3 m/s or more and less than 6 m/s | LOOSER TIGHTER
          A speed of 2 m/s or more and less than 5 m/s | A speed from 2 to less than 5 m/s | UNCHANGED
          """)
  void changeOfOneParagraph(String before, String after, String directions) {
    EccnEntry old = EntryText.entry("2B999", "Pumps.", "a. " + before + ".");
    EccnEntry now = EntryText.entry("2B999", "Pumps.", "a. " + after + ".");

    assertThat(directions(EntryText.findings(check, old, now))).isEqualTo(directions);
    assertThat(directions(EntryText.findings(check, now, old))).isEqualTo(flipped(directions));
  }

  private static String directions(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.direction().name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String flipped(String directions) {
    return Stream.of(directions.split(" ", -1))
        .map(word -> Direction.valueOf(word).flip().name())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Test
  void anExclusionNoteAddedIsLooser() {
    EccnEntry old = EntryText.entry("2B999", "Pumps.", "a. Pumps having a speed of 5 m/s or more.");
    EccnEntry now =
        EntryText.entry(
            "2B999",
            "Pumps.",
            """
            a. Pumps having a speed of 5 m/s or more.
            Note 1 to 2B999.a: 2B999.a does not apply to pumps that are designed for fountains.
            """);

    assertThat(directions(EntryText.findings(check, old, now))).isEqualTo("LOOSER");
    assertThat(directions(EntryText.findings(check, now, old))).isEqualTo("TIGHTER");
  }

  @Test
  void anExclusionBornWithItsParagraphLimitsItAndIsNoLoosening() {
    EccnEntry old = EntryText.entry("2B999", "Pumps.", "a. Pumps having a speed of 5 m/s or more.");
    EccnEntry now =
        EntryText.entry(
            "2B999",
            "Pumps.",
            """
            a. Pumps having a speed of 5 m/s or more.
            b. Masks made for divers.
            Note 1 to 2B999.b: 2B999.b does not apply to masks that are designed for children.
            """);

    assertThat(directions(EntryText.findings(check, old, now))).isEqualTo("TIGHTER");
    assertThat(directions(EntryText.findings(check, now, old))).isEqualTo("LOOSER");
    assertThat(EntryText.findings(check, old, now))
        .noneMatch(finding -> finding.statement().contains("excludes"));
  }

  @Test
  void aParagraphThatNamesItemsOfItsOwnEntryAgainCatchesNothingNew() {
    String items = "a. Pumps having a speed of 5 m/s or more.\n";
    EccnEntry old = EntryText.entry("2B999", "Pumps.", items);
    EccnEntry own =
        EntryText.entry(
            "2B999",
            "Pumps.",
            items + "z. Any commodity specified elsewhere in 2B999 that is red.");
    EccnEntry other =
        EntryText.entry(
            "2B999",
            "Pumps.",
            items + "z. Any commodity specified elsewhere in 2B998 that is red.");

    assertThat(directions(EntryText.findings(check, old, own))).isEqualTo("UNDETERMINED");
    assertThat(directions(EntryText.findings(check, own, old))).isEqualTo("UNDETERMINED");
    assertThat(directions(EntryText.findings(check, old, other))).isEqualTo("TIGHTER");
  }

  @Test
  void anAlternativeOfAListOfConditionsIsCitedAtTheParagraphThatHoldsThemAll() {
    EccnEntry old = EntryText.entry("2B999", "Pumps.", "a. Fans.");
    EccnEntry now =
        EntryText.entry(
            "2B999",
            "Pumps.",
            """
            a. Fans.
            b. Pumps having all of the following:
            b.1. A speed of 5 m/s or more; and
            b.2. Blades of glass.
            """);

    assertThat(EntryText.findings(check, old, now))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.citation()).hasToString("ECCN 2B999.b");
              assertThat(finding.statement())
                  .startsWith(
                      "2B999.b is new in substance: items that it describes with speed of 5 m/s or"
                          + " more")
                  .endsWith("are now caught, for example with speed 7.5 m/s.");
            });
  }

  @Test
  void wordsAreQuotedAsPrintedAndNoUnrelatedQuantityIsTold() {
    EccnEntry old = EntryText.entry("2B999", "Pumps.", "a. Pumps having a speed of 5 m/s or more.");
    EccnEntry now =
        EntryText.entry(
            "2B999", "Pumps.", "a. Pumps having a speed of 5 m/s or more.\nb. EUV pellicles; and");

    assertThat(EntryText.findings(check, old, now))
        .singleElement()
        .extracting(Finding::statement)
        .isEqualTo(
            "2B999.b is new in substance: items that it describes (“EUV pellicles”) are now"
                + " caught.");
  }

  @Test
  void anyTurnedIntoAllIsLooser() {
    String items =
        """
        a. Pumps having %s of the following:
        a.1. A speed of 5 m/s or more.
        a.2. A mass of 3 kg or more.
        """;
    EccnEntry any = EntryText.entry("2B999", "Pumps.", items.formatted("any"));
    EccnEntry all = EntryText.entry("2B999", "Pumps.", items.formatted("all"));

    assertThat(directions(EntryText.findings(check, any, all))).isEqualTo("LOOSER");
    assertThat(directions(EntryText.findings(check, all, any))).isEqualTo("TIGHTER");
  }

  @Property(tries = 150)
  void swappingBeforeAndAfterFlipsEveryDirection(
      @ForAll("items") String before, @ForAll("items") String after) {
    EccnEntry old = EntryText.entry("2B999", "Pumps.", before);
    EccnEntry now = EntryText.entry("2B999", "Pumps.", after);
    Meaning meaning = Meaning.standard();

    List<Finding> forth = meaning.examine(EntryText.delta(List.of(old), List.of(now)));
    List<Finding> back = meaning.examine(EntryText.delta(List.of(now), List.of(old)));

    assertThat(forth.stream().map(Finding::direction).sorted())
        .containsExactlyElementsOf(
            back.stream().map(finding -> finding.direction().flip()).sorted().toList());
  }

  @Property(tries = 150)
  void aWitnessIsCoveredByItsSideAndNotByTheOther(
      @ForAll("items") String before, @ForAll("items") String after) {
    EccnEntry old = EntryText.entry("2B999", "Pumps.", before);
    EccnEntry now = EntryText.entry("2B999", "Pumps.", after);
    Criterion was = Criteria.of(old).criterion();
    Criterion is = Criteria.of(now).criterion();

    for (Finding finding : EntryText.findings(check, old, now)) {
      for (Witness witness : finding.witnesses()) {
        assertThat(worded(witness, was, is))
            .as(finding.statement())
            .anyMatch(
                item ->
                    is.test(item) == Truth.of(witness.caughtAfter())
                        && was.test(item) == Truth.of(!witness.caughtAfter()));
      }
    }
  }

  /** The item of a witness, with the words of both criteria true or false in every way. */
  private static List<Item> worded(Witness witness, Criterion... criteria) {
    Map<String, BigDecimal> quantities = new HashMap<>();
    witness
        .values()
        .forEach(
            (name, value) -> quantities.put(name, new BigDecimal(value.replaceFirst(" .*", ""))));
    List<String> atoms =
        Stream.of(criteria)
            .flatMap(Criterion::literals)
            .filter(Opaque.class::isInstance)
            .map(atom -> ((Opaque) atom).words())
            .distinct()
            .toList();
    return IntStream.range(0, 1 << atoms.size())
        .mapToObj(
            chosen ->
                new Item(
                    quantities,
                    IntStream.range(0, atoms.size())
                        .boxed()
                        .collect(Collectors.toMap(atoms::get, bit -> (chosen & (1 << bit)) != 0))))
        .toList();
  }

  @Provide
  Arbitrary<String> items() {
    Arbitrary<String> condition =
        Arbitraries.of(
            "A speed of 5 m/s or more",
            "A speed of 4 m/s or more",
            "A speed below 7 m/s and a mass of 3 kg or more",
            "Pumps having a mass of 3 kg or more",
            "Red pumps",
            "Red pumps having a speed of 4 m/s or more");
    return condition
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            conditions ->
                IntStream.range(0, conditions.size())
                    .mapToObj(i -> (char) ('a' + i) + ". " + conditions.get(i) + ".")
                    .collect(Collectors.joining("\n")));
  }

  private Finding finding(EccnEntry before, EccnEntry after, String words) {
    return EntryText.findings(check, before, after).stream()
        .filter(finding -> finding.statement().contains(words))
        .findFirst()
        .orElseThrow();
  }
}
