package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ratchet.Ratchet;
import org.ratchet.amend.Amender;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.diff.Change;
import org.ratchet.diff.Differ;
import org.ratchet.document.Document;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.source.Source;

/**
 * The findings on the fixture rules against what a careful reader says of them ({@code
 * fixtures/truth}): no direction is wrong, and no direction is given where nothing changed. The
 * figures of what is found are bounds that were reached; they may rise only.
 */
class TruthTest {

  private static final Path FIXTURES = Path.of("..", "fixtures");
  private static final List<String> RULES = List.of("2022", "2023", "2024", "2026");

  /** How many of the rows with a direction have been found. */
  private static final int REACHED = 209;

  private static final List<Judged> ROWS = new ArrayList<>();

  /** A row of the truth table. */
  record Row(
      String id,
      boolean change,
      String citation,
      List<String> facets,
      Direction direction,
      String effect) {

    static Row read(String pair, String line) {
      String[] fields = line.split("\t", -1);
      return new Row(
          pair + "/" + fields[0],
          fields[1].equals("change"),
          fields[2],
          fields[3].isEmpty() ? List.of() : List.of(fields[3].split("/", -1)),
          Direction.valueOf(fields[5]),
          fields[8]);
    }

    boolean directed() {
      return change && directed(direction);
    }

    static boolean directed(Direction direction) {
      return direction != Direction.UNDETERMINED && direction != Direction.UNCHANGED;
    }

    boolean at(Finding finding) {
      return inside(finding) || around(finding);
    }

    boolean inside(Finding finding) {
      Citation here = place();
      return here.equals(finding.citation()) || here.isPrefixOf(finding.citation());
    }

    private boolean around(Finding finding) {
      return finding.citation().isPrefixOf(place());
    }

    private Citation place() {
      return citation.equals("preamble")
          ? Citation.ROOT.then(org.ratchet.clause.Step.Kind.HEADING, citation)
          : Citation.parse(citation);
    }

    boolean concerns(Finding finding) {
      return facets.isEmpty() || facets.contains(finding.facet().name());
    }

    boolean answeredBy(Finding finding) {
      return change && at(finding) && concerns(finding) && finding.direction() == direction;
    }
  }

  /** A row with what was found on its pair of states. */
  record Judged(Row row, List<Row> table, List<Finding> findings) {

    boolean answered() {
      return table.stream()
          .filter(
              other ->
                  other.equals(row)
                      || (!row.effect().isEmpty()
                          && other.effect().equals(row.effect())
                          && other.direction() == row.direction()))
          .anyMatch(other -> findings.stream().anyMatch(other::answeredBy));
    }

    /** Findings with a direction here that no row of the table states. */
    List<Finding> contradicting() {
      return findings.stream()
          .filter(finding -> Row.directed(finding.direction()))
          .filter(finding -> row.inside(finding) && row.concerns(finding))
          .filter(finding -> table.stream().noneMatch(other -> other.answeredBy(finding)))
          .toList();
    }

    boolean undetermined() {
      return !answered()
          && findings.stream().anyMatch(f -> row.at(f) && f.direction() == Direction.UNDETERMINED);
    }
  }

  @BeforeAll
  static void examine() throws IOException {
    Ratchet ratchet = Ratchet.standard();
    State before = State.of((Regulation) read(ratchet, "regulation/ear-2022-10-06.xml"));
    String from = "base";
    for (String rule : RULES) {
      Rule document = (Rule) read(ratchet, "rules/chips-" + rule + ".xml");
      State after = Amender.standard().apply(before, document).state();
      List<Change> changes =
          Differ.standard().compare(before, after).stream().filter(c -> !c.editorial()).toList();
      List<Finding> findings =
          Meaning.standard()
              .examine(new Delta(before, after, changes, List.of(), List.of(document)));
      String pair = from + "-" + rule;
      List<Row> table =
          Files.readAllLines(FIXTURES.resolve("truth/" + pair + ".tsv")).stream()
              .skip(1)
              .map(line -> Row.read(pair, line))
              .toList();
      table.forEach(row -> ROWS.add(new Judged(row, table, findings)));
      before = after;
      from = rule;
    }
  }

  private static Document read(Ratchet ratchet, String file) throws IOException {
    return ratchet.read(Source.of(FIXTURES.resolve(file)));
  }

  @Test
  void noDirectionIsWrong() {
    assertThat(ROWS).filteredOn(j -> j.row().change()).flatExtracting(TruthTest::told).isEmpty();
  }

  @Test
  void noDirectionWhereNothingChanged() {
    assertThat(ROWS).filteredOn(j -> !j.row().change()).flatExtracting(TruthTest::told).isEmpty();
  }

  private static List<String> told(Judged judged) {
    return judged.contradicting().stream()
        .map(
            f ->
                judged.row().id()
                    + " "
                    + judged.row().citation()
                    + ": "
                    + f.direction()
                    + " "
                    + f.facet()
                    + " ["
                    + f.check()
                    + "] "
                    + f.statement())
        .toList();
  }

  /** Of the rows with a direction, how many are found with it. */
  @Test
  void mostDirectionsAreFound() {
    List<Judged> directed = ROWS.stream().filter(j -> j.row().directed()).toList();
    long found = directed.stream().filter(Judged::answered).count();
    assertThat(found)
        .as(() -> "of " + directed.size() + ", not found: " + missing(directed))
        .isGreaterThanOrEqualTo(REACHED);
  }

  private static List<String> missing(List<Judged> directed) {
    return directed.stream()
        .filter(judged -> !judged.answered())
        .map(
            judged ->
                (judged.undetermined() ? "undetermined " : "silent ")
                    + judged.row().id()
                    + " "
                    + judged.row().citation()
                    + " "
                    + judged.row().facets()
                    + " "
                    + judged.row().direction())
        .toList();
  }
}
