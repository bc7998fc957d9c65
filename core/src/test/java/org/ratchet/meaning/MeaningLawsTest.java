package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ratchet.Ratchet;
import org.ratchet.amend.Amender;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.diff.Change;
import org.ratchet.diff.Differ;
import org.ratchet.document.Document;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.source.Source;
import org.ratchet.text.Run;

/** What holds of the findings whatever the texts, on the states that the fixture rules make. */
class MeaningLawsTest {

  private static final List<State> STATES = new ArrayList<>();

  /** The texts alone: what the rules say of where a paragraph came from has no way back. */
  @BeforeAll
  static void states() throws IOException {
    State state = State.of((Regulation) read("regulation/ear-2022-10-06.xml"));
    STATES.add(plain(state.clauses()));
    for (String rule : List.of("2022", "2023", "2024", "2026")) {
      Rule document = (Rule) read("rules/chips-" + rule + ".xml");
      state = Amender.standard().apply(state, document).state();
      STATES.add(plain(state.clauses()));
    }
  }

  private static State plain(List<Clause> clauses) {
    return new State(clauses, Map.of());
  }

  private static Document read(String file) throws IOException {
    return Ratchet.standard().read(Source.of(Path.of("..", "fixtures").resolve(file)));
  }

  private static Delta delta(State before, State after) {
    List<Change> changes = Differ.standard().compare(before, after);
    return new Delta(before, after, changes.stream().filter(c -> !c.editorial()).toList());
  }

  private static List<String> directed(List<Finding> findings, boolean flip) {
    return findings.stream()
        .filter(f -> f.direction() != Direction.UNDETERMINED)
        .map(f -> f.check() + " " + f.facet() + " " + (flip ? f.direction().flip() : f.direction()))
        .sorted()
        .toList();
  }

  @Test
  void swappingBeforeAndAfterFlipsEveryDirection() {
    for (int i = 1; i < STATES.size(); i++) {
      State before = STATES.get(i - 1);
      State after = STATES.get(i);

      assertThat(directed(Meaning.standard().examine(delta(after, before)), false))
          .as("the state %d and the one before", i)
          .isEqualTo(directed(Meaning.standard().examine(delta(before, after)), true));
    }
  }

  @Test
  void theOrderOfTheChecksDoesNotMatter() {
    List<Check> checks = new ArrayList<>(Meaning.standard().checks());
    for (int i = 1; i < STATES.size(); i++) {
      Delta delta = delta(STATES.get(i - 1), STATES.get(i));
      List<Finding> findings = Meaning.standard().examine(delta);
      Collections.shuffle(checks, new Random(i));

      assertThat(Meaning.of(checks).examine(delta)).isEqualTo(findings).isNotEmpty();
    }
  }

  @Test
  void nothingIsFoundBetweenAStateAndItself() {
    for (State state : STATES) {
      assertThat(Meaning.standard().examine(delta(state, state))).isEmpty();
    }
  }

  @Test
  void otherMarksSpacesAndDashesHaveNoDirection() {
    for (State state : STATES) {
      State set = plain(state.clauses().stream().map(MeaningLawsTest::set).toList());

      assertThat(set.clauses()).isNotEqualTo(state.clauses());
      assertThat(Meaning.standard().examine(delta(state, set))).isEmpty();
    }
  }

  /** A clause as another printer sets it. */
  private static Clause set(Clause clause) {
    Content content = clause.content();
    return clause.withContent(
        new Content(
            content.heading().stream().map(MeaningLawsTest::set).toList(),
            content.text().stream().map(MeaningLawsTest::set).toList(),
            content.children().stream().map(MeaningLawsTest::set).toList(),
            content.shown(),
            content.span()));
  }

  private static Run set(Run run) {
    return new Run(
        run.text()
            .replace('“', '"')
            .replace('”', '"')
            .replace('’', '\'')
            .replace('-', '‑')
            .replace("§ ", "§\u00A0"),
        run.style());
  }
}
