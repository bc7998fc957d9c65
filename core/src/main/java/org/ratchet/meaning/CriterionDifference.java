package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ratchet.clause.Citation;
import org.ratchet.meaning.Criterion.AllOf;
import org.ratchet.meaning.Criterion.AnyOf;
import org.ratchet.meaning.Criterion.Not;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Stated;
import org.ratchet.meaning.Criterion.Threshold;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.meaning.SetDifference.Answer;
import org.ratchet.meaning.SetDifference.Point;
import org.ratchet.meaning.SetDifference.Result;

/**
 * What one criterion covers and another does not, in portions a reader understands: conditions that
 * only the other requires, and alternatives that only this one offers.
 *
 * <p>Words and quantities that stand on one side only may be another way to say what the other side
 * says. They are related by place: what stands at one paragraph answers to what stands there on the
 * other side. A portion counts as certain only if it holds whatever such literals mean.
 */
final class CriterionDifference {

  private final Criterion in;
  private final Criterion out;
  private final Vocabulary vocabulary;
  private final Set<Object> named;
  private final Set<Object> inKeys;
  private final Set<Object> outKeys;
  private final Map<Citation, Set<Object>> inPlaces;
  private final Map<Object, Set<Citation>> outPlaces = new HashMap<>();

  private CriterionDifference(Criterion in, Criterion out, Vocabulary vocabulary) {
    this(in, out, keys(in), vocabulary);
  }

  private CriterionDifference(
      Criterion in, Criterion out, Set<Object> named, Vocabulary vocabulary) {
    this.in = in;
    this.out = out;
    this.vocabulary = vocabulary;
    this.named = named;
    this.inKeys = keys(in);
    this.outKeys = keys(out);
    this.inPlaces = places(in);
    places(out)
        .forEach(
            (place, keys) ->
                keys.forEach(
                    key -> outPlaces.computeIfAbsent(key, k -> new HashSet<>()).add(place)));
  }

  /**
   * A portion of the difference.
   *
   * @param dropped conditions that only the other side requires; empty for a whole alternative
   * @param branch the alternative that covers the item
   * @param counterpart the alternative of the other side at the same paragraph, if there is one
   * @param point an item that only this side covers
   * @param assumption what the answer leans on, empty if nothing
   */
  record Portion(
      List<Criterion> dropped,
      Branch branch,
      Optional<Branch> counterpart,
      Point point,
      Certainty certainty,
      String assumption) {}

  /**
   * The difference.
   *
   * @param portions what this side certainly covers and the other does not
   * @param open alternatives that may cover more than the other side, which cannot be decided
   * @param unsettled conditions of the other side that this side does not mention, whose loss could
   *     not be shown to matter
   * @param capped whether a search was given up
   */
  record Outcome(
      List<Portion> portions, List<Branch> open, List<Criterion> unsettled, boolean capped) {}

  /** What the first criterion covers and the second does not. */
  static Outcome of(Criterion in, Criterion out, Vocabulary vocabulary) {
    return new CriterionDifference(Narrowing.apart(in, out), Narrowing.apart(out, in), vocabulary)
        .outcome();
  }

  private static Object key(Criterion literal) {
    return literal instanceof Threshold threshold ? threshold.quantity() : literal;
  }

  private static Set<Object> keys(Criterion criterion) {
    return criterion
        .literals()
        .map(CriterionDifference::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<Citation, Set<Object>> places(Criterion criterion) {
    Map<Citation, Set<Object>> places = new HashMap<>();
    place(criterion, Citation.ROOT, places);
    return places;
  }

  private static void place(
      Criterion criterion, Citation citation, Map<Citation, Set<Object>> places) {
    if (criterion instanceof Stated stated) {
      place(stated.criterion(), stated.citation(), places);
    } else if (criterion instanceof AllOf all) {
      all.parts().forEach(part -> place(part, citation, places));
    } else if (criterion instanceof AnyOf any) {
      any.parts().forEach(part -> place(part, citation, places));
    } else if (criterion instanceof Not not) {
      place(not.part(), citation, places);
    } else {
      places.computeIfAbsent(citation, c -> new HashSet<>()).add(key(criterion));
    }
  }

  private Outcome outcome() {
    List<Branch> branches = Branch.of(in);
    List<Branch> others = Branch.of(out);
    List<List<Criterion>> dropped = dropped(branches, others);
    Set<Criterion> gone =
        dropped.stream().flatMap(List::stream).collect(Collectors.toCollection(HashSet::new));
    List<Portion> portions = new ArrayList<>();
    List<Criterion> unsettled = new ArrayList<>();
    List<Branch> open = new ArrayList<>();
    boolean capped = false;
    for (List<Criterion> conditions : dropped) {
      Set<Criterion> elsewhere = new HashSet<>(gone);
      conditions.forEach(elsewhere::remove);
      Optional<Portion> portion =
          droppedPortion(conditions, reached(conditions, branches), without(out, elsewhere));
      portion.ifPresent(portions::add);
      if (portion.isEmpty()) {
        unsettled.addAll(conditions);
      }
    }
    unsettled.forEach(gone::remove);
    Criterion rest = without(out, gone);
    Set<Set<Criterion>> known =
        Branch.of(rest).stream().map(Branch::key).collect(Collectors.toSet());
    for (Branch branch : branches) {
      if (known.contains(branch.key())) {
        continue;
      }
      Optional<Branch> counterpart = counterpart(branch, others);
      Optional<Portion> portion = portion(branch, counterpart, rest);
      portion.ifPresent(portions::add);
      if (portion.isEmpty()) {
        Answer answer = assumed(branch, rest).answer();
        capped |= answer == Answer.CAPPED;
        if (answer != Answer.NONE) {
          open.add(branch);
        }
      }
    }
    return new Outcome(portions, open, unsettled, capped);
  }

  private static Optional<Branch> counterpart(Branch branch, List<Branch> others) {
    List<Branch> same =
        others.stream().filter(other -> other.citation().equals(branch.citation())).toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /**
   * Conditions that every alternative of the other side requires and none of this side mentions, by
   * quantity; and exclusions of the other side that this side does not have.
   */
  private List<List<Criterion>> dropped(List<Branch> branches, List<Branch> others) {
    Map<Object, List<Criterion>> dropped = new LinkedHashMap<>();
    Set<Criterion> mine = new HashSet<>();
    branches.forEach(branch -> mine.addAll(branch.key()));
    boolean reworded = !outKeys.containsAll(inKeys);
    for (Branch other : others) {
      for (Criterion condition : other.key()) {
        boolean everywhere = others.stream().allMatch(each -> each.key().contains(condition));
        boolean absent =
            condition instanceof Threshold threshold
                ? !inKeys.contains(threshold.quantity())
                : !mine.contains(condition);
        boolean eligible =
            (condition instanceof Not && !reached(List.of(condition), branches).isEmpty())
                || (everywhere
                    && (condition instanceof Threshold || (!reworded && complete(condition))));
        if (absent && eligible) {
          List<Criterion> group = dropped.computeIfAbsent(key(condition), k -> new ArrayList<>());
          if (!group.contains(condition)) {
            group.add(condition);
          }
        }
      }
    }
    return List.copyOf(dropped.values());
  }

  /**
   * The alternatives that dropped conditions could have narrowed. An exclusion narrows only what
   * stands under the paragraph that it qualifies: an exclusion from a paragraph that this side does
   * not have is born with it, and takes nothing away.
   */
  private List<Branch> reached(List<Criterion> conditions, List<Branch> branches) {
    Set<Citation> places = new HashSet<>();
    conditions.forEach(condition -> qualified(out, Citation.ROOT, condition, places));
    return places.isEmpty()
        ? branches
        : branches.stream().filter(b -> b.path().stream().anyMatch(places::contains)).toList();
  }

  private static void qualified(
      Criterion criterion, Citation citation, Criterion exclusion, Set<Citation> places) {
    if (criterion instanceof Stated stated) {
      boolean is = stated.criterion() instanceof Not && stated.unstated().equals(exclusion);
      if (is) {
        places.add(citation);
      } else {
        qualified(stated.criterion(), stated.citation(), exclusion, places);
      }
    } else if (criterion instanceof AllOf all) {
      all.parts().forEach(part -> qualified(part, citation, exclusion, places));
    } else if (criterion instanceof AnyOf any) {
      any.parts().forEach(part -> qualified(part, citation, exclusion, places));
    }
  }

  private static boolean complete(Criterion condition) {
    return condition instanceof Opaque opaque && opaque.complete();
  }

  /** The criterion with some conditions always fulfilled. */
  private static Criterion without(Criterion criterion, Set<Criterion> gone) {
    if (gone.contains(criterion.unstated())) {
      return Criterion.always();
    }
    if (criterion instanceof Stated stated) {
      return new Stated(stated.citation(), without(stated.criterion(), gone));
    }
    if (criterion instanceof AllOf all) {
      return new AllOf(all.parts().stream().map(part -> without(part, gone)).toList());
    }
    if (criterion instanceof AnyOf any) {
      return new AnyOf(any.parts().stream().map(part -> without(part, gone)).toList());
    }
    return criterion;
  }

  /** An item that lacks the dropped conditions and otherwise is as the other side wants it. */
  private Optional<Portion> droppedPortion(
      List<Criterion> conditions, List<Branch> branches, Criterion other) {
    Criterion lacking = new Not(Criterion.all(conditions));
    Criterion near = measured(counted(without(other, Set.copyOf(conditions))));
    for (boolean alike : new boolean[] {true, false}) {
      for (Branch branch : branches) {
        List<Criterion> wanted = new ArrayList<>(List.of(branch.criterion(), lacking));
        if (alike) {
          wanted.add(near);
        }
        Result result = SetDifference.find(new AllOf(wanted), other, blind(branch), vocabulary);
        if (result.point().isPresent()) {
          Point point = result.point().get();
          return Optional.of(
              new Portion(
                  conditions,
                  branch,
                  Optional.empty(),
                  point,
                  certainty(point, branch, other),
                  ""));
        }
      }
    }
    return Optional.empty();
  }

  /** The criterion with words and exclusions left aside. */
  private static Criterion measured(Criterion criterion) {
    if (criterion instanceof Opaque || criterion instanceof Not) {
      return Criterion.always();
    }
    if (criterion instanceof AllOf all) {
      return new AllOf(all.parts().stream().map(CriterionDifference::measured).toList());
    }
    if (criterion instanceof AnyOf any) {
      return new AnyOf(any.parts().stream().map(CriterionDifference::measured).toList());
    }
    return criterion instanceof Stated stated ? measured(stated.criterion()) : criterion;
  }

  private Optional<Portion> portion(Branch branch, Optional<Branch> counterpart, Criterion rest) {
    Result plain = SetDifference.find(branch.criterion(), rest, blind(branch), vocabulary);
    if (plain.point().isPresent()) {
      Point point = plain.point().get();
      return Optional.of(
          new Portion(List.of(), branch, counterpart, point, certainty(point, branch, rest), ""));
    }
    Result assumed = assumed(branch, rest);
    return assumed
        .point()
        .map(
            point ->
                new Portion(
                    List.of(), branch, counterpart, point, Certainty.ASSUMES, assumptions()));
  }

  private Result assumed(Branch branch, Criterion rest) {
    Criterion mine = counted(branch.criterion());
    CriterionDifference counted =
        new CriterionDifference(counted(in), counted(out), inKeys, vocabulary);
    return SetDifference.find(
        mine, counted(rest), counted.blind(new Branch(branch.path(), List.of(mine))), vocabulary);
  }

  /** Quantities of one rule counted as those of the other, where the vocabulary allows it. */
  private Criterion counted(Criterion criterion) {
    return criterion.map(
        literal ->
            literal instanceof Threshold threshold
                ? target(threshold.quantity())
                    .<Criterion>map(quantity -> new Threshold(quantity, threshold.bound()))
                    .orElse(literal)
                : literal);
  }

  private Optional<Quantity> target(Quantity quantity) {
    return vocabulary
        .comparable(quantity)
        .map(entry -> new Quantity(entry.countsAs(), quantity.unit()))
        .filter(target -> inKeys.contains(target) || outKeys.contains(target));
  }

  private String assumptions() {
    Set<Object> all = new LinkedHashSet<>(inKeys);
    all.addAll(outKeys);
    return all.stream()
        .filter(key -> key instanceof Quantity quantity && target(quantity).isPresent())
        .flatMap(key -> vocabulary.comparable((Quantity) key).stream())
        .map(entry -> entry.assumption() + " (" + entry.source() + ")")
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Sets decide, unless the answer leans on words that the item is taken not to fulfil. */
  private Certainty certainty(Point point, Branch branch, Criterion other) {
    Predicate<Criterion> unrelated = blind(branch);
    Truth withoutWords =
        other.evaluate(
            literal ->
                literal instanceof Opaque || unrelated.test(literal)
                    ? Truth.UNKNOWN
                    : point.test(literal));
    return withoutWords == Truth.FALSE ? Certainty.DECIDED : Certainty.BY_POLARITY;
  }

  /** Which literals of the other side cannot be related to those of an alternative. */
  private Predicate<Criterion> blind(Branch branch) {
    Set<Object> mine = keys(branch.criterion());
    Set<Object> only = new LinkedHashSet<>(mine);
    only.removeAll(outKeys);
    Map<Object, Boolean> answers = new HashMap<>();
    return literal ->
        !mine.contains(key(literal))
            && answers.computeIfAbsent(key(literal), key -> unrelated(key, only));
  }

  /**
   * Words that this side does not know may say the same as words that only the alternative has. A
   * quantity that the alternative does not measure may depend on one that only it measures, or be
   * meant by a text of it that was not understood.
   */
  private boolean unrelated(Object key, Set<Object> only) {
    boolean shared = inKeys.contains(key);
    if (key instanceof Opaque opaque) {
      return !shared && (!only.isEmpty() || !opaque.complete()) && !answeredElsewhere(key, only);
    }
    boolean related =
        only.stream()
            .anyMatch(
                mine ->
                    mine instanceof Quantity other
                        ? dependent((Quantity) key, other, shared)
                        : !((Opaque) mine).complete());
    return related && (shared || !answeredElsewhere(key, only));
  }

  /** A quantity that both sides name is not the other one under another name. */
  private boolean dependent(Quantity key, Quantity other, boolean shared) {
    return (shared && named.contains(key))
        ? vocabulary.related(key, other)
        : !vocabulary.independent(key, other);
  }

  /** Whether at every paragraph that states it something else of this side took its place. */
  private boolean answeredElsewhere(Object key, Set<Object> only) {
    return outPlaces.getOrDefault(key, Set.of()).stream()
        .allMatch(
            place -> {
              Set<Object> there = new HashSet<>(inPlaces.getOrDefault(place, Set.of()));
              there.removeAll(outKeys);
              return !there.isEmpty() && there.stream().noneMatch(only::contains);
            });
  }
}
