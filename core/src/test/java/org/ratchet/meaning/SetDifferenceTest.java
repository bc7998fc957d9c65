package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ratchet.meaning.Bound.Comparator;
import org.ratchet.meaning.Criterion.AllOf;
import org.ratchet.meaning.Criterion.AnyOf;
import org.ratchet.meaning.Criterion.Not;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Threshold;
import org.ratchet.meaning.SetDifference.Answer;
import org.ratchet.meaning.SetDifference.Point;
import org.ratchet.meaning.SetDifference.Result;

class SetDifferenceTest {

  private static final Vocabulary VOCABULARY = Vocabulary.standard();
  private static final List<Quantity> QUANTITIES =
      List.of(new Quantity("speed", ""), new Quantity("area", ""));
  private static final List<Opaque> WORDS =
      List.of(new Opaque("red", true), new Opaque("round", true));
  private static final int TOP = 6;

  @Property(tries = 400)
  void agreesWithTryingEveryItem(
      @ForAll("criteria") Criterion in, @ForAll("criteria") Criterion out) {
    Result result = SetDifference.find(in, out, VOCABULARY);

    assertThat(result.answer()).isEqualTo(exists(in, out) ? Answer.FOUND : Answer.NONE);
  }

  @Property(tries = 400)
  void itemFoundIsReallyInOneAndNotInTheOther(
      @ForAll("criteria") Criterion in, @ForAll("criteria") Criterion out) {
    Optional<Point> point = SetDifference.find(in, out, VOCABULARY).point();

    point.ifPresent(
        item -> {
          assertThat(in.evaluate(item::test)).isEqualTo(Truth.TRUE);
          assertThat(out.evaluate(item::test)).isEqualTo(Truth.FALSE);
        });
  }

  @Property(tries = 100)
  void nothingIsInACriterionAndNotInIt(@ForAll("criteria") Criterion criterion) {
    assertThat(SetDifference.find(criterion, criterion, VOCABULARY).answer())
        .isEqualTo(Answer.NONE);
  }

  @Property(tries = 200)
  void wordsThatCannotBeRelatedDecideNothing(
      @ForAll("criteria") Criterion in, @ForAll("criteria") Criterion out) {
    Result blind = SetDifference.find(in, out, literal -> literal instanceof Opaque, VOCABULARY);

    blind
        .point()
        .ifPresent(
            item ->
                assertThat(out.evaluate(l -> l instanceof Opaque ? Truth.UNKNOWN : item.test(l)))
                    .isEqualTo(Truth.FALSE));
  }

  @Test
  void densityWithoutPerformanceIsNoItem() {
    Criterion in =
        new AllOf(
            List.of(
                threshold("total processing performance", Comparator.AT_MOST, "0"),
                threshold("performance density", Comparator.MORE_THAN, "0")));

    assertThat(SetDifference.find(in, Criterion.never(), VOCABULARY).answer())
        .isEqualTo(Answer.NONE);
  }

  @Test
  void aSearchThatGrowsBeyondTheCapIsGivenUp() {
    List<Criterion> in = new ArrayList<>();
    List<Criterion> out = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      in.add(new AnyOf(List.of(new Opaque("left " + i, true), new Opaque("right " + i, true))));
      out.add(new Opaque("left " + i, true));
      out.add(new Opaque("right " + i, true));
    }
    Criterion odd = new AllOf(in);

    assertThat(SetDifference.find(odd, new AnyOf(out), VOCABULARY).answer())
        .isIn(Answer.NONE, Answer.CAPPED);
  }

  private static Threshold threshold(String name, Comparator comparator, String value) {
    return new Threshold(new Quantity(name, ""), new Bound(comparator, new BigDecimal(value)));
  }

  /** Tries all integers and halves in range for the quantities, and all truths of the words. */
  private static boolean exists(Criterion in, Criterion out) {
    for (int speed = -1; speed <= 2 * TOP + 1; speed++) {
      for (int area = -1; area <= 2 * TOP + 1; area++) {
        for (int words = 0; words < 4; words++) {
          Point point =
              new Point(
                  Map.of(QUANTITIES.get(0), half(speed), QUANTITIES.get(1), half(area)),
                  Map.of(WORDS.get(0), words % 2 == 1, WORDS.get(1), words / 2 == 1));
          if (in.evaluate(point::test) == Truth.TRUE && out.evaluate(point::test) == Truth.FALSE) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static BigDecimal half(int halves) {
    return new BigDecimal(halves).divide(new BigDecimal(2));
  }

  @Provide
  Arbitrary<Criterion> criteria() {
    return criteria(3);
  }

  static Arbitrary<Criterion> criteria(int depth) {
    Arbitrary<Criterion> threshold =
        Combinators.combine(
                Arbitraries.of(QUANTITIES),
                Arbitraries.of(Comparator.values()),
                Arbitraries.integers().between(0, TOP))
            .as((q, c, v) -> new Threshold(q, new Bound(c, BigDecimal.valueOf(v))));
    Arbitrary<Criterion> leaf = Arbitraries.oneOf(threshold, Arbitraries.of(WORDS).map(w -> w));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<List<Criterion>> parts = criteria(depth - 1).list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf, parts.map(AllOf::new), parts.map(AnyOf::new), criteria(depth - 1).map(Not::new));
  }
}
