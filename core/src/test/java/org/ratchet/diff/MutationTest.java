package org.ratchet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.CorpusFolder;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Mutation.Answer;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Regulation;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/**
 * Random edit scripts on the trees of real regulations: the aligner must find what answers to what.
 * Counted over clauses whose text is unique on their side. {@code -Pbenchmark} runs many seeds.
 */
class MutationTest {

  private static final int SEEDS = Integer.getInteger("ratchet.mutations", 2);

  /** Of so small a text a few seeds renumber too little to tell a rate. */
  private static final int SEEDS_OF_FIXTURE = 20;

  private static final int MOST_EDITS = 400;

  private static final Path FIXTURE = Path.of("../fixtures/regulation/ear-2022-10-06.xml");

  /** What was counted over all seeds. */
  private static final class Rates {
    int right;
    int found;
    int answers;
    int movedFound;
    int moved;
    int renumberedFound;
    int renumbered;
    final Set<String> falseMoves = new HashSet<>();
    final Set<String> missed = new HashSet<>();
    final Map<Mutation.Edit, Integer> done = new TreeMap<>();

    double f1() {
      return 2.0 * right / (found + answers);
    }

    double movedRecall() {
      return moved == 0 ? 1 : (double) movedFound / moved;
    }

    double renumberedRecall() {
      return renumbered == 0 ? 1 : (double) renumberedFound / renumbered;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d true pairs, F1 %.4f; moved %d/%d = %.4f; renumbered %d/%d = %.4f; false moves %d; %s",
          answers,
          f1(),
          movedFound,
          moved,
          movedRecall(),
          renumberedFound,
          renumbered,
          renumberedRecall(),
          falseMoves.size(),
          done);
    }
  }

  @Test
  void theFixtureRegulation() throws IOException {
    holds("fixture", FIXTURE, Math.max(SEEDS, SEEDS_OF_FIXTURE));
  }

  @ParameterizedTest
  @Tag("corpus")
  @ValueSource(
      strings = {
        "ecfr-xml/title15-part774-supp1.2026-06.xml",
        "ecfr-xml/title15-part744.2026-07-18.xml",
        "ecfr-xml/title10-part810.2026-06-18.xml",
        "cfr-xml/CFR-2012-title37-vol1-part1.xml",
        "cfr-xml/CFR-2012-title12-vol8-part1005.xml"
      })
  void theRealRegulation(String file) throws IOException {
    holds(file, CorpusFolder.file(file), SEEDS);
  }

  private static void holds(String name, Path file, int seeds) throws IOException {
    State before =
        State.of(
            (Regulation)
                new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
                    .read(Source.of(file)));
    Rates rates = new Rates();
    for (int seed = 1; seed <= seeds; seed++) {
      count(before, seed, rates);
    }
    System.out.println("mutations of " + name + ": " + rates);
    assertThat(rates.f1()).as("F1 %s", rates.missed).isGreaterThanOrEqualTo(0.99);
    assertThat(rates.movedRecall()).as("moves %s", rates.missed).isGreaterThanOrEqualTo(0.98);
    assertThat(rates.renumberedRecall())
        .as("renumberings %s", rates.missed)
        .isGreaterThanOrEqualTo(0.98);
    assertThat(rates.falseMoves).isEmpty();
  }

  private static void count(State before, long seed, Rates rates) {
    int paragraphs = (int) all(before).filter(MutationTest::isParagraph).count();
    Mutation mutation = Mutation.of(before, seed, Math.min(paragraphs / 10, MOST_EDITS));
    mutation.done().forEach((edit, times) -> rates.done.merge(edit, times, Integer::sum));
    Set<Citation> left = unique(before);
    Set<Citation> right = unique(mutation.after());
    Set<Answer> truth =
        mutation.answers().stream()
            .filter(answer -> left.contains(answer.before()) && right.contains(answer.after()))
            .collect(Collectors.toSet());
    Map<Answer, Alignment.Pair> found = new HashMap<>();
    for (Alignment.Pair pair : Aligner.standard().align(before, mutation.after()).pairs()) {
      if (left.contains(pair.before().citation()) && right.contains(pair.after().citation())) {
        found.put(new Answer(pair.before().citation(), pair.after().citation()), pair);
      }
    }
    rates.answers += truth.size();
    rates.found += found.size();
    for (Answer answer : truth) {
      boolean hit = found.containsKey(answer);
      if (hit) {
        rates.right++;
      } else {
        rates.missed.add(seed + ": " + answer.before() + " = " + answer.after());
      }
      if (mutation.moved().contains(answer.before())) {
        rates.moved++;
        rates.movedFound += hit ? 1 : 0;
      } else if (!answer.before().equals(answer.after())) {
        rates.renumbered++;
        rates.renumberedFound += hit ? 1 : 0;
      }
    }
    found.forEach(
        (answer, pair) -> {
          if (!truth.contains(answer) && !answer.before().equals(answer.after())) {
            rates.falseMoves.add(
                seed
                    + ": "
                    + answer.before()
                    + " -> "
                    + answer.after()
                    + " by "
                    + pair.pass()
                    + " "
                    + pair.confidence());
          }
        });
  }

  private static Stream<Clause> all(State state) {
    return state.clauses().stream().flatMap(Clause::stream);
  }

  private static boolean isParagraph(Clause clause) {
    return clause.citation().last().kind() == Kind.PARAGRAPH;
  }

  /** The clauses whose own text stands once on their side, and not within a sibling's. */
  private static Set<Citation> unique(State state) {
    Map<String, List<Citation>> texts =
        all(state)
            .collect(
                Collectors.groupingBy(
                    clause -> Words.folded(OwnText.of(clause).text()),
                    Collectors.mapping(Clause::citation, Collectors.toList())));
    texts.remove("");
    all(state).forEach(parent -> parent.children().forEach(child -> drop(child, parent, texts)));
    return texts.values().stream()
        .filter(citations -> citations.size() == 1)
        .map(citations -> citations.get(0))
        .collect(Collectors.toSet());
  }

  private static void drop(Clause child, Clause parent, Map<String, List<Citation>> texts) {
    String text = Words.folded(OwnText.of(child).text());
    boolean within =
        isParagraph(child)
            && parent.children().stream()
                .filter(sibling -> sibling != child && isParagraph(sibling))
                .anyMatch(sibling -> Words.folded(OwnText.of(sibling).text()).contains(text));
    if (within) {
      texts.remove(text);
    }
  }
}
