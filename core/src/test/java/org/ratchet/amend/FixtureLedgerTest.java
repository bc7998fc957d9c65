package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.document.StatusNote;
import org.ratchet.fixtures.FixtureRule;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/**
 * What becomes of each instruction of the fixture rules, with and without the regulation before
 * them. {@code -Dratchet.update=true} writes the expected files anew and fails the run.
 */
class FixtureLedgerTest {

  private static final Path FIXTURES = Path.of("../fixtures");
  private static final Path EXPECTED = Path.of("src/test/resources/org/ratchet/amend");

  private static State regulation() throws IOException {
    return State.of((Regulation) read("regulation/ear-2022-10-06.xml"));
  }

  private static Object read(String path) throws IOException {
    return new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
        .read(Source.of(FIXTURES.resolve(path)));
  }

  private static String ledgers(State base) throws IOException {
    StringBuilder ledgers = new StringBuilder();
    State state = base;
    for (FixtureRule rule : FixtureRule.values()) {
      Rule read = (Rule) read("rules/" + rule.fileName() + ".xml");
      Outcome outcome = Amender.standard().apply(state, read);
      ledgers.append(ledgers.isEmpty() ? "" : "\n").append(rule.fileName()).append('\n');
      ledgers.append(print(outcome.ledger()));
      state = outcome.state();
    }
    return ledgers.toString();
  }

  private static String print(Ledger ledger) {
    return ledger.lines().stream()
        .map(FixtureLedgerTest::print)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String print(LedgerLine line) {
    String targets =
        line.targets().stream().map(Object::toString).collect(Collectors.joining("; "));
    String reason = line.status() == Status.APPLIED ? "" : "\n    " + line.reason();
    return "%s %s (%s) %s%s"
        .formatted(line.instruction(), line.status(), line.effective(), targets, reason);
  }

  private static void verify(String name, String actual) throws IOException {
    Path file = EXPECTED.resolve(name);
    if (Boolean.getBoolean("ratchet.update")) {
      Files.createDirectories(EXPECTED);
      Files.writeString(file, actual);
      fail("wrote " + name + "; read it, then run without the update");
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  @Test
  void the_rules_on_the_regulation_before_them() throws IOException {
    verify("ledger-with-base.txt", ledgers(regulation()));
  }

  /** The end of General Order No. 4 is moved by an instruction with a day of its own. */
  @Test
  void each_day_has_the_text_of_that_day() throws IOException {
    Timeline timeline = Timeline.of(regulation());
    for (FixtureRule rule : FixtureRule.values()) {
      timeline = timeline.with((Rule) read("rules/" + rule.fileName() + ".xml"));
    }
    assertThat(timeline.days())
        .contains(
            LocalDate.of(2022, 10, 12),
            LocalDate.of(2022, 10, 21),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 11, 10));
    Citation order = Citation.supplement(15, "736", "1").then(Kind.HEADING, "General Order No. 4");
    Citation end = order.then(Kind.PARAGRAPH, "e");
    State eve = timeline.on(LocalDate.of(2025, 12, 31)).state();
    State newYear = timeline.on(LocalDate.of(2026, 1, 1)).state();
    assertThat(eve.cause(end)).map(LedgerLine::instruction).contains("4.b");
    assertThat(newYear.cause(end)).map(LedgerLine::instruction).contains("5");
    assertThat(newYear.find(end)).isNotEqualTo(eve.find(end));
    assertThat(stays(timeline, LocalDate.of(2026, 11, 9))).isEqualTo(1);
    assertThat(stays(timeline, LocalDate.of(2026, 11, 10))).isZero();
    assertThat(timeline.on(LocalDate.of(2022, 10, 6)).state().causes()).isEmpty();
  }

  private static long stays(Timeline timeline, LocalDate day) {
    return timeline.on(day).state().status().stream()
        .filter(note -> note.kind() == StatusNote.Kind.STAYED)
        .count();
  }

  @Test
  void the_rules_alone() throws IOException {
    verify("ledger-without-base.txt", ledgers(State.empty()));
  }
}
