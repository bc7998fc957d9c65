package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.CorpusFolder;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Clause;
import org.ratchet.diff.Change;
import org.ratchet.diff.Differ;
import org.ratchet.document.Document;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

@Tag("corpus")
class CorpusAmendmentTest {

  private static Document read(String path) throws IOException {
    return new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
        .read(Source.of(CorpusFolder.file(path)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04-16753", "2011-29462", "2011-31712", "2011-31723", "2011-31725", "2012-13762",
        "2012-31311", "2013-10604", "2013-19503", "2014-18842", "2014-21847", "2014-30404",
        "2015-32285"
      })
  void every_instruction_has_a_line_and_every_refusal_a_reason(String number) throws IOException {
    Rule rule = (Rule) read("fr-xml/" + number + ".xml");
    Outcome outcome = Amender.standard().apply(State.empty(), rule);
    assertThat(outcome.ledger().lines())
        .allSatisfy(
            line -> {
              if (line.status() == Status.APPLIED) {
                assertThat(line.targets()).isNotEmpty();
                assertThat(line.reason()).isEmpty();
              } else {
                assertThat(line.reason()).isNotEmpty();
              }
            });
    List<Clause> setOut =
        rule.instructions().stream()
            .flatMap(i -> i.stream())
            .flatMap(i -> i.setOut().stream())
            .toList();
    boolean applied =
        outcome.ledger().with(Status.APPLIED).stream()
            .anyMatch(line -> !line.text().contains("continues to read"));
    assertThat(setOut.isEmpty() || !applied || !outcome.state().causes().isEmpty()).isTrue();
  }

  @Test
  void punctuation_in_the_entity_list_is_editorial() throws IOException {
    State before = State.of((Regulation) read("ecfr-xml/title15-part744.2026-03-25.xml"));
    State after = State.of((Regulation) read("ecfr-xml/title15-part744.2026-07-18.xml"));
    List<Change> changes = Differ.standard().compare(before, after);
    assertThat(changes).hasSizeGreaterThan(100).allMatch(Change::editorial);
  }

  @Test
  void one_country_is_added_to_the_generally_authorized_destinations() throws IOException {
    State before = State.of((Regulation) read("ecfr-xml/title10-part810.2026-03-25.xml"));
    State after = State.of((Regulation) read("ecfr-xml/title10-part810.2026-06-18.xml"));
    assertThat(
            Differ.standard().compare(before, after).stream().filter(change -> !change.editorial()))
        .singleElement()
        .isInstanceOf(Change.Added.class);
  }
}
