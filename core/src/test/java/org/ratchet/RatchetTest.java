package org.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ratchet.Comparison.Basis;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.document.Document;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;
import org.ratchet.fixtures.FixtureRule;
import org.ratchet.meaning.Criteria;
import org.ratchet.meaning.Direction;
import org.ratchet.meaning.Facet;
import org.ratchet.meaning.Finding;
import org.ratchet.meaning.Item;
import org.ratchet.meaning.Truth;
import org.ratchet.source.Source;

/** The whole path, from bytes to findings, on the fixture rules. */
class RatchetTest {

  private static final Ratchet RATCHET = Ratchet.standard();

  static Rule xml(FixtureRule rule) throws IOException {
    try (InputStream stream = rule.xml()) {
      return (Rule) RATCHET.read(Source.of(stream, rule.fileName() + ".xml"));
    }
  }

  static Rule pdf(FixtureRule rule) throws IOException {
    try (InputStream stream = rule.pdf()) {
      return (Rule) RATCHET.read(Source.of(stream, rule.fileName() + ".pdf"));
    }
  }

  static Document regulation() throws IOException {
    String name = "ear-2022-10-06.xml";
    try (InputStream stream = FixtureRule.class.getResourceAsStream("regulation/" + name)) {
      assertThat(stream).isNotNull();
      return RATCHET.read(Source.of(stream, name));
    }
  }

  private static List<String> instructions(Rule rule) {
    return rule.instructions().stream()
        .flatMap(Instruction::stream)
        .map(instruction -> instruction.id() + " " + instruction.text())
        .toList();
  }

  private static List<String> clauses(Rule rule) {
    return rule.instructions().stream()
        .flatMap(Instruction::stream)
        .flatMap(instruction -> instruction.setOut().stream())
        .flatMap(Clause::stream)
        .map(clause -> clause.citation() + "\t" + Clauses.ownText(clause))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aPrintedRuleHasTheInstructionsOfItsXml(FixtureRule rule) throws IOException {
    assertThat(instructions(pdf(rule))).isEqualTo(instructions(xml(rule)));
  }

  @ParameterizedTest
  @EnumSource
  void aPrintedRuleHasTheClausesOfItsXml(FixtureRule rule) throws IOException {
    assertThat(clauses(pdf(rule))).isEqualTo(clauses(xml(rule)));
  }

  @ParameterizedTest
  @EnumSource
  void aPrintedRuleAndItsXmlDifferInNothingOfSubstance(FixtureRule rule) throws IOException {
    Comparison comparison = RATCHET.compare(pdf(rule), xml(rule));
    assertThat(comparison.basis()).isEqualTo(Basis.ALTERNATIVE);
    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRuleComparedWithItselfShowsNothing(FixtureRule rule) throws IOException {
    Comparison comparison = RATCHET.compare(xml(rule), xml(rule));
    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.editorial()).isEmpty();
    assertThat(comparison.findings()).isEmpty();
  }

  @Test
  void twoFinalRulesFollowEachOther() throws IOException {
    Comparison comparison =
        RATCHET.compare(xml(FixtureRule.CHIPS_2022), xml(FixtureRule.CHIPS_2023));
    assertThat(comparison.basis()).isEqualTo(Basis.SUCCESSIVE);
    assertThat(comparison.changes()).isNotEmpty();
  }

  @Test
  void theTransferRateConditionIsGoneAndTheSentenceSaysWhoIsNowCaught() throws IOException {
    assertThat(tighter("3A090"))
        .anySatisfy(
            finding ->
                assertThat(finding.statement())
                    .contains("no longer requires an aggregate bidirectional transfer rate")
                    .contains("600 Gbyte/s"));
  }

  /** 4992 is 16 bits × 312 TOPS, published of an accelerator whose variant had 400 Gbyte/s. */
  @Test
  void aProductOf4992And400IsNotCaughtBeforeAndCaughtAfter() throws IOException {
    Comparison comparison =
        RATCHET.compare(xml(FixtureRule.CHIPS_2022), xml(FixtureRule.CHIPS_2023));
    Item product =
        new Item(
            Map.of(
                "bit length × TOPS",
                new BigDecimal("4992"),
                "total processing performance",
                new BigDecimal("4992"),
                "aggregate bidirectional transfer rate",
                new BigDecimal("400")),
            Map.of(
                "integrated circuits having one or more digital processing units", true,
                "designed or marketed for use in datacenters", true));
    Citation entry = Citation.eccn("3A090");

    assertThat(
            Criteria.of(comparison.stateBefore().find(entry).orElseThrow())
                .criterion()
                .test(product))
        .isEqualTo(Truth.FALSE);
    assertThat(
            Criteria.of(comparison.stateAfter().find(entry).orElseThrow())
                .criterion()
                .test(product))
        .isEqualTo(Truth.TRUE);
    assertThat(tighter("3A090"))
        .anySatisfy(
            finding ->
                assertThat(finding.statement())
                    .contains("are now caught, for example with total processing performance 4992")
                    .contains("transfer rate 400 Gbyte/s"));
  }

  @Test
  void theSecondLimbOfParagraphAIsNew() throws IOException {
    assertThat(tighter("3A090"))
        .anySatisfy(finding -> assertThat(finding.statement()).contains("1600").contains("5.92"));
  }

  @Test
  void theBandOfParagraphBIsNew() throws IOException {
    assertThat(tighter("3A090"))
        .anySatisfy(finding -> assertThat(finding.statement()).contains("2400").contains("1.6"));
  }

  @Test
  void theDestinationsOfTheNewEntryGrew() throws IOException {
    assertThat(tighter("3A090").stream().filter(f -> f.facet() == Facet.DESTINATION))
        .anySatisfy(finding -> assertThat(finding.statement()).contains("Macau"));
  }

  @Test
  void noDirectionIsGivenWhereTheTextBeforeIsUnknown() throws IOException {
    Comparison comparison =
        RATCHET.compare(xml(FixtureRule.CHIPS_2022), xml(FixtureRule.CHIPS_2023));
    List<String> setOut =
        comparison.changes().stream()
            .filter(change -> change.kind().equals("set out"))
            .map(change -> change.id())
            .toList();
    assertThat(setOut).isNotEmpty();
    assertThat(comparison.findings())
        .filteredOn(finding -> finding.changes().stream().anyMatch(setOut::contains))
        .allSatisfy(finding -> assertThat(finding.direction()).isEqualTo(Direction.UNDETERMINED));
  }

  @Test
  void everyChangeOfSubstanceIsExplainedOrUndetermined() throws IOException {
    Comparison comparison =
        RATCHET.compare(
            Optional.of(regulation()),
            xml(FixtureRule.CHIPS_2022),
            xml(FixtureRule.CHIPS_2023),
            Optional.empty());
    List<String> explained =
        comparison.findings().stream().flatMap(finding -> finding.changes().stream()).toList();
    assertThat(comparison.changes()).allSatisfy(c -> assertThat(explained).contains(c.id()));
    assertThat(comparison.findings())
        .filteredOn(finding -> finding.direction() == Direction.UNDETERMINED)
        .allSatisfy(finding -> assertThat(finding.reason()).isNotBlank());
  }

  @Test
  void rulesInTheOtherOrderThanPublishedAreRemarkedOn() throws IOException {
    Rule first = pdf(FixtureRule.CHIPS_2022);
    Rule second = pdf(FixtureRule.CHIPS_2023);
    assertThat(RATCHET.compare(second, first).diagnostics())
        .anySatisfy(remark -> assertThat(remark.code()).isEqualTo("published-before"));
    assertThat(RATCHET.compare(first, second).diagnostics())
        .noneSatisfy(remark -> assertThat(remark.code()).isEqualTo("published-before"));
  }

  @Test
  void aBaseMustBeATextOfTheRegulation() throws IOException {
    Rule rule = xml(FixtureRule.CHIPS_2022);
    assertThatThrownBy(() -> RATCHET.compare(Optional.of(rule), rule, rule, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is a rule");
  }

  @Test
  void anInstanceMayBeSharedBetweenThreads() throws Exception {
    Callable<List<String>> compare =
        () ->
            RATCHET
                .compare(xml(FixtureRule.CHIPS_2022), xml(FixtureRule.CHIPS_2023))
                .findings()
                .stream()
                .map(Finding::id)
                .toList();
    List<String> alone = compare.call();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (Future<List<String>> result : threads.invokeAll(List.of(compare, compare, compare))) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static List<Finding> tighter(String entry) throws IOException {
    Comparison comparison =
        RATCHET.compare(xml(FixtureRule.CHIPS_2022), xml(FixtureRule.CHIPS_2023));
    return comparison.findings(Direction.TIGHTER).stream()
        .filter(finding -> finding.citation().toString().contains(entry))
        .toList();
  }
}
