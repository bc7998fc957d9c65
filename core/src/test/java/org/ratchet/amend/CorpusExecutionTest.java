package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.CorpusFolder;
import org.ratchet.Ratchet;
import org.ratchet.amend.AmendmentParser.Reading;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.document.Document;
import org.ratchet.document.Instruction;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.source.Source;
import org.ratchet.text.NormalText;

/** Real rules executed on the real text before them, held to the text that was published after. */
@Tag("corpus")
class CorpusExecutionTest {

  private static Document read(String path) throws IOException {
    return Ratchet.standard().read(Source.of(CorpusFolder.file(path)));
  }

  private static State state(String... paths) throws IOException {
    List<Clause> clauses = new ArrayList<>();
    for (String path : paths) {
      clauses.addAll(((Regulation) read(path)).clauses());
    }
    return new State(clauses, Map.of());
  }

  private static String text(Clause clause) {
    StringBuilder out = new StringBuilder();
    clause.stream()
        .forEach(
            c ->
                out.append(Clauses.label(c)).append(' ').append(c.content().ownText()).append(' '));
    return NormalText.of(out.toString()).text();
  }

  private static String text(State state, Citation citation) {
    return state.find(citation).map(CorpusExecutionTest::text).orElse("");
  }

  private static Stream<Citation> sections(State state) {
    return state.clauses().stream()
        .flatMap(Clause::stream)
        .filter(Section.class::isInstance)
        .map(Clause::citation);
  }

  @Test
  void fees_of_the_patent_office_become_what_the_next_edition_prints() throws IOException {
    State before = state("cfr-xml/CFR-2011-title37-vol1-part1.xml");
    State next = state("cfr-xml/CFR-2012-title37-vol1-part1.xml");
    Outcome outcome = Amender.standard().apply(before, (Rule) read("fr-xml/2011-29462.xml"));
    assertThat(outcome.ledger().lines()).allMatch(line -> line.status() == Status.APPLIED);
    for (String amended : List.of("1.16", "1.445")) {
      Citation section = Citation.section(37, amended);
      assertThat(text(outcome.state(), section)).isEqualTo(text(next, section));
    }
    assertThat(sections(before))
        .filteredOn(section -> !section.last().label().matches("1\\.16|1\\.445"))
        .hasSizeGreaterThan(250)
        .allSatisfy(
            section -> assertThat(outcome.state().find(section)).isEqualTo(before.find(section)));
    assertThat(sections(outcome.state()).toList()).isEqualTo(sections(before).toList());
  }

  /** Sections of an annual edition by their numbers, found by a plain search of the markup. */
  private static String markup(String part, String section) throws IOException {
    String path =
        part.equals("555")
            ? "cfr-xml/CFR-2004-title27-vol2-part555.xml"
            : "cfr-xml/CFR-2003-title27-vol2-part478.xml";
    String xml = Files.readString(CorpusFolder.file(path));
    Pattern unit =
        Pattern.compile(
            "<SECTION>\\s*(?:<PRTPAGE[^>]*>\\s*)?<SECTNO>§\\s*"
                + Pattern.quote(section)
                + "\\s*</SECTNO>.*?</SECTION>",
            Pattern.DOTALL);
    Matcher matcher = unit.matcher(xml);
    return matcher.find()
        ? NormalText.of(matcher.group().replaceAll("<[^>]+>", "").replaceAll("\\s+", " ")).text()
        : "";
  }

  private static int count(String text, String words) {
    String phrase = NormalText.of(words).text();
    int count = 0;
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length())) {
      count++;
    }
    return count;
  }

  private static Rule only(Rule rule, Instruction instruction) {
    return new Rule(
        rule.provenance(),
        rule.metadata(),
        rule.preamble(),
        List.of(instruction),
        rule.footnotes(),
        rule.signature(),
        rule.diagnostics());
  }

  /** Each instruction is executed by itself, and the words are counted before and after. */
  @Test
  void words_that_are_found_are_replaced_and_none_is_missed_in_silence() throws IOException {
    Rule rule = (Rule) read("fr-xml/2014-18842.xml");
    State state =
        state(
            "cfr-xml/CFR-2003-title27-vol2-part478.xml",
            "cfr-xml/CFR-2004-title27-vol2-part555.xml");
    int replaced = 0;
    int refused = 0;
    for (Instruction instruction : rule.instructions()) {
      List<Reading> readings = AmendmentParser.standard().parse(instruction);
      Outcome outcome = Amender.standard().apply(state, only(rule, instruction));
      for (int i = 0; i < readings.size(); i++) {
        LedgerLine line = outcome.ledger().lines().get(i);
        for (Amendment operation : readings.get(i).operations()) {
          if (operation instanceof Amendment.ReplaceWords words) {
            boolean applied = line.status() == Status.APPLIED;
            check(words, line, state, outcome.state());
            replaced += applied ? 1 : 0;
            refused += applied ? 0 : 1;
          }
        }
      }
      state = outcome.state();
    }
    assertThat(replaced).isGreaterThanOrEqualTo(51);
    assertThat(refused).isLessThanOrEqualTo(25);
  }

  private static void check(
      Amendment.ReplaceWords words, LedgerLine line, State before, State after) throws IOException {
    Citation section = words.target().upTo(Kind.SECTION);
    String part = section.upTo(Kind.PART).last().label();
    boolean held = part.equals("555") || part.equals("478");
    String printed = held ? markup(part, section.last().label()) : "";
    String old = text(before, section);
    String now = text(after, section);
    if (line.status() == Status.APPLIED) {
      assertThat(count(printed, words.words())).as(line.text()).isPositive();
      String replacement = words.replacement();
      assertThat(count(now, words.words())).as(line.text()).isLessThan(count(old, words.words()));
      assertThat(count(now, replacement)).as(line.text()).isGreaterThan(count(old, replacement));
    } else {
      assertThat(line.reason()).as(line.text()).containsAnyOf("is not there", "is not known");
      assertThat(count(printed, words.words())).as(line.text()).isZero();
      assertThat(count(now, words.words())).as(line.text()).isEqualTo(count(old, words.words()));
    }
  }
}
