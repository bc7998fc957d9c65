package org.ratchet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ratchet.Outline;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.diff.Alignment.Pair;
import org.ratchet.diff.Alignment.Relation;

/** The laws of DESIGN.md on states, for generated sections and generated texts. */
class DiffLawsTest {

  private static final List<String> WORDS =
      List.of(
          "license",
          "export",
          "4,800",
          "5.92",
          "“item”",
          "\"item\"",
          "'die'",
          "or",
          "and",
          "§ 742.6(a)",
          "GB/s",
          "(a)(1)",
          "—",
          "-",
          "[Reserved]",
          "Supplement No. 4",
          "not",
          "3A090.a",
          ";",
          ",",
          "10^26",
          "a",
          "the",
          "control",
          "applies",
          "to",
          "destinations",
          "computer",
          "ü",
          "if",
          "unless");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(0)
        .ofMaxSize(25)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<State> states() {
    Arbitrary<String> line =
        Combinators.combine(Arbitraries.integers().between(0, 2), texts())
            .as((level, text) -> level + text);
    return line.list().ofMinSize(1).ofMaxSize(9).map(DiffLawsTest::state);
  }

  /** Labels run on at each level, so that generated sections have the shape of printed ones. */
  private static State state(List<String> lines) {
    StringBuilder out = new StringBuilder("part 744 Policy\n  § 744.1 Uses.\n");
    int[] next = new int[3];
    int depth = -1;
    for (String line : lines) {
      int level = Math.min(line.charAt(0) - '0', depth + 1);
      for (int deeper = level + 1; deeper < 3; deeper++) {
        next[deeper] = 0;
      }
      next[level]++;
      depth = level;
      String label =
          switch (level) {
            case 0 -> String.valueOf((char) ('a' + next[0] - 1));
            case 1 -> Integer.toString(next[1]);
            default -> "i".repeat(next[2]);
          };
      out.append("    ").append("  ".repeat(level)).append('(').append(label).append(") ");
      out.append(line.substring(1)).append('\n');
    }
    return Outline.state(out.toString());
  }

  @Property(tries = 300)
  void a_state_compared_with_itself_has_no_changes(@ForAll("states") State state) {
    assertThat(Differ.standard().compare(state, state)).isEmpty();
    State copy = new State(state.clauses(), Map.of());
    assertThat(Differ.standard().compare(state, copy)).isEmpty();
  }

  @Property(tries = 500)
  void the_edits_turn_the_text_before_into_the_text_after(
      @ForAll("texts") String before, @ForAll("texts") String after) {
    List<TextEdit> edits = WordDiff.edits(OwnText.plain(before), OwnText.plain(after));
    if (before.equals(after)) {
      assertThat(edits).isEmpty();
    } else {
      assertThat(without(TextEdit.Kind.INSERT, edits)).isEqualTo(before);
      assertThat(without(TextEdit.Kind.DELETE, edits)).isEqualTo(after);
    }
  }

  @Property(tries = 300)
  void the_edits_of_a_change_give_both_texts(
      @ForAll("states") State before, @ForAll("states") State after) {
    for (Change change : Differ.standard().compare(before, after)) {
      if (change instanceof Change.Paired pair && !pair.edits().isEmpty()) {
        assertThat(without(TextEdit.Kind.INSERT, pair.edits()))
            .isEqualTo(OwnText.of(pair.old()).text());
        assertThat(without(TextEdit.Kind.DELETE, pair.edits()))
            .isEqualTo(OwnText.of(pair.now()).text());
      }
    }
  }

  @Property(tries = 300)
  void exchanging_the_sides_mirrors_the_alignment(
      @ForAll("states") State before, @ForAll("states") State after) {
    Alignment there = Aligner.standard().align(before, after);
    Alignment back = Aligner.standard().align(after, before);
    assertThat(pairs(back)).containsExactlyInAnyOrderElementsOf(mirrored(there));
    assertThat(back.before()).containsExactlyInAnyOrderElementsOf(there.after());
    assertThat(back.after()).containsExactlyInAnyOrderElementsOf(there.before());
  }

  @Property(tries = 300)
  void exchanging_the_sides_mirrors_the_changes(
      @ForAll("states") State before, @ForAll("states") State after) {
    List<Change> there = Differ.standard().compare(before, after);
    List<Change> back = Differ.standard().compare(after, before);
    Assume.that(Stream.concat(there.stream(), back.stream()).noneMatch(DiffLawsTest::reserved));
    assertThat(kinds(back, "removed", "added"))
        .containsExactlyInAnyOrderElementsOf(kinds(there, "added", "removed"));
  }

  /** What a reserved unit held before is part of that one change, in one direction only. */
  private static boolean reserved(Change change) {
    return change.kind().equals("reserved");
  }

  @Property(tries = 300)
  void every_clause_is_paired_once_or_named_as_unpaired(
      @ForAll("states") State before, @ForAll("states") State after) {
    Alignment alignment = Aligner.standard().align(before, after);
    List<Clause> left = new ArrayList<>(alignment.before());
    alignment.pairs().stream()
        .collect(Collectors.groupingBy(pair -> pair.before().citation()))
        .values()
        .forEach(pairs -> left.add(once(pairs, Relation.SPLIT).before()));
    assertThat(left).containsExactlyInAnyOrderElementsOf(all(before));
    List<Clause> right = new ArrayList<>(alignment.after());
    alignment.pairs().stream()
        .collect(Collectors.groupingBy(pair -> pair.after().citation()))
        .values()
        .forEach(pairs -> right.add(once(pairs, Relation.MERGED).after()));
    assertThat(right).containsExactlyInAnyOrderElementsOf(all(after));
  }

  /** Only what was split or merged stands in several pairs. */
  private static Pair once(List<Pair> pairs, Relation several) {
    if (pairs.size() > 1) {
      assertThat(pairs).extracting(Pair::relation).containsOnly(several);
    }
    return pairs.get(0);
  }

  private static List<Clause> all(State state) {
    return state.clauses().stream().flatMap(Clause::stream).toList();
  }

  private static String without(TextEdit.Kind kind, List<TextEdit> edits) {
    return edits.stream()
        .filter(edit -> edit.kind() != kind)
        .map(TextEdit::text)
        .collect(Collectors.joining());
  }

  private static List<String> pairs(Alignment alignment) {
    return alignment.pairs().stream()
        .map(pair -> name(pair.before(), pair.after(), pair) + pair.relation())
        .toList();
  }

  private static List<String> mirrored(Alignment alignment) {
    return alignment.pairs().stream()
        .map(pair -> name(pair.after(), pair.before(), pair) + mirrored(pair.relation()))
        .toList();
  }

  private static Relation mirrored(Relation relation) {
    return switch (relation) {
      case ONE_TO_ONE -> Relation.ONE_TO_ONE;
      case SPLIT -> Relation.MERGED;
      case MERGED -> Relation.SPLIT;
    };
  }

  private static String name(Clause left, Clause right, Pair pair) {
    return left.citation() + " = " + right.citation() + " by " + pair.pass();
  }

  private static List<String> kinds(List<Change> changes, String added, String removed) {
    return changes.stream()
        .filter(c -> c.kind().equals("added") || c.kind().equals("removed"))
        .map(c -> (c.kind().equals("added") ? added : removed) + c.citation())
        .toList();
  }
}
