package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Threshold;

/**
 * Is there an item that one criterion covers and another does not?
 *
 * <p>Branch and bound: the values of each quantity fall into cells between the numbers that either
 * criterion names, the atoms of words are true or false, and a partial choice is given up as soon
 * as the three-valued truth of the first criterion is false or that of the second is true. Literals
 * of the second criterion that cannot be related to the first stay unknown; an item counts only if
 * the second criterion is false whatever they are.
 */
final class SetDifference {

  /** Choices tried before the answer is given up. */
  static final int NODE_CAP = 20_000;

  /** What a search can say. */
  enum Answer {
    /** An item was found. */
    FOUND,
    /** There is none. */
    NONE,
    /** It depends on words or quantities that cannot be related. */
    OPEN,
    /** The cap was reached. */
    CAPPED
  }

  /**
   * An item as the search chose it.
   *
   * @param quantities values of the quantities that were chosen
   * @param words truth of the atoms that were chosen
   */
  record Point(Map<Quantity, BigDecimal> quantities, Map<Opaque, Boolean> words) {

    Truth test(Criterion literal) {
      if (literal instanceof Threshold threshold) {
        BigDecimal value = quantities.get(threshold.quantity());
        return value == null ? Truth.UNKNOWN : Truth.of(threshold.bound().holds(value));
      }
      Boolean value = words.get((Opaque) literal);
      return value == null ? Truth.UNKNOWN : Truth.of(value);
    }
  }

  /**
   * The outcome of a search.
   *
   * @param point the item, if one was found
   */
  record Result(Answer answer, Optional<Point> point) {}

  private final Criterion in;
  private final Criterion out;
  private final Vocabulary vocabulary;

  /**
   * The truth of each literal as far as it is chosen. Equal literals are one object in both
   * criteria; an unrelated literal is an object of its own, which is not in here.
   */
  private final IdentityHashMap<Criterion, Truth> truths = new IdentityHashMap<>();

  /** For each variable the literals that it decides. */
  private final Map<Object, List<Criterion>> decided = new HashMap<>();

  private final List<Object> variables = new ArrayList<>();
  private final Set<Object> inner;
  private final Set<Object> outer;
  private final Map<Quantity, List<BigDecimal>> cells = new LinkedHashMap<>();
  private final Map<Quantity, BigDecimal> quantities = new LinkedHashMap<>();
  private final Map<Opaque, Boolean> words = new LinkedHashMap<>();
  private final Point point = new Point(quantities, words);
  private int nodes;
  private boolean open;

  private SetDifference(
      Criterion in, Criterion out, Predicate<Criterion> blind, Vocabulary vocabulary) {
    Map<Criterion, Criterion> one = new HashMap<>();
    this.in = in.map(literal -> one.computeIfAbsent(literal, Function.identity()));
    this.out =
        out.map(
            literal ->
                blind.test(literal)
                    ? new Opaque("", false)
                    : one.computeIfAbsent(literal, Function.identity()));
    one.values()
        .forEach(
            literal -> {
              truths.put(literal, Truth.UNKNOWN);
              decided.computeIfAbsent(variable(literal), v -> new ArrayList<>()).add(literal);
            });
    this.vocabulary = vocabulary;
    this.inner = variables(in.literals());
    this.outer = variables(out.literals().filter(blind.negate()));
    variables.addAll(inner.stream().filter(outer::contains).toList());
    variables.addAll(inner.stream().filter(variable -> !outer.contains(variable)).toList());
    variables.addAll(outer.stream().filter(variable -> !inner.contains(variable)).toList());
    Map<Quantity, NavigableSet<BigDecimal>> bounds = new LinkedHashMap<>();
    Stream.concat(in.literals(), out.literals())
        .filter(Threshold.class::isInstance)
        .map(Threshold.class::cast)
        .forEach(
            threshold ->
                bounds
                    .computeIfAbsent(threshold.quantity(), quantity -> new TreeSet<>())
                    .add(threshold.bound().value()));
    bounds.forEach((quantity, values) -> cells.put(quantity, cells(quantity, values)));
  }

  /** Searches with every literal related. */
  static Result find(Criterion in, Criterion out, Vocabulary vocabulary) {
    return find(in, out, literal -> false, vocabulary);
  }

  /**
   * Searches for an item of one criterion outside another.
   *
   * @param blind which literals of the second criterion cannot be related to the first
   */
  static Result find(
      Criterion in, Criterion out, Predicate<Criterion> blind, Vocabulary vocabulary) {
    return search(in, out, blind, vocabulary);
  }

  private static Set<Object> variables(Stream<Criterion> literals) {
    return literals
        .map(SetDifference::variable)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Object variable(Criterion literal) {
    return literal instanceof Threshold threshold ? threshold.quantity() : literal;
  }

  /** Notes what the value chosen for a variable, or none, says of its literals. */
  private void decide(Object variable) {
    for (Criterion literal : decided.getOrDefault(variable, List.of())) {
      truths.put(literal, point.test(literal));
    }
  }

  private Truth truth(Criterion literal) {
    return truths.getOrDefault(literal, Truth.UNKNOWN);
  }

  /**
   * One value for each cell between the numbers that the criteria compare with, then these numbers:
   * an item on the very limit is a poor example.
   */
  private List<BigDecimal> cells(Quantity quantity, NavigableSet<BigDecimal> bounds) {
    Optional<BigDecimal> minimum = vocabulary.minimum(quantity);
    List<BigDecimal> values = new ArrayList<>();
    BigDecimal first = bounds.first();
    if (minimum.isEmpty()) {
      values.add(Numbers.below(first));
    } else if (minimum.get().compareTo(first) < 0) {
      values.add(Numbers.between(minimum.get(), first));
    }
    BigDecimal before = first;
    for (BigDecimal bound : bounds.tailSet(first, false)) {
      values.add(Numbers.between(before, bound));
      before = bound;
    }
    values.add(Numbers.above(before));
    values.addAll(bounds);
    return values;
  }

  /** Looks at items that exist first, so that the example is one that a reader knows. */
  private static Result search(
      Criterion in, Criterion out, Predicate<Criterion> blind, Vocabulary vocabulary) {
    List<String> measured =
        variables(Stream.concat(in.literals(), out.literals())).stream()
            .filter(Quantity.class::isInstance)
            .map(quantity -> ((Quantity) quantity).name())
            .toList();
    for (Map<String, BigDecimal> known : ReferencePoints.ALL) {
      if (known.keySet().stream().allMatch(name -> Collections.frequency(measured, name) == 1)) {
        SetDifference near = new SetDifference(in, out, blind, vocabulary);
        near.fix(known);
        Result result = near.run();
        if (result.point().isPresent()) {
          return result;
        }
      }
    }
    return new SetDifference(in, out, blind, vocabulary).run();
  }

  /** Leaves one value to each quantity of a point. */
  private void fix(Map<String, BigDecimal> known) {
    cells.replaceAll(
        (quantity, values) ->
            Optional.ofNullable(known.get(quantity.name())).map(List::of).orElse(values));
  }

  private Result run() {
    if (search(0)) {
      return new Result(
          Answer.FOUND,
          Optional.of(new Point(new LinkedHashMap<>(quantities), new LinkedHashMap<>(words))));
    }
    if (nodes > NODE_CAP) {
      return new Result(Answer.CAPPED, Optional.empty());
    }
    return new Result(open ? Answer.OPEN : Answer.NONE, Optional.empty());
  }

  private boolean search(int at) {
    if (++nodes > NODE_CAP) {
      return false;
    }
    Truth inside = in.evaluate(this::truth);
    Truth outside = out.evaluate(this::truth);
    if (inside == Truth.FALSE || outside == Truth.TRUE) {
      return false;
    }
    if (inside == Truth.TRUE && outside == Truth.FALSE) {
      return true;
    }
    if (at == variables.size() || (inside == Truth.TRUE && decidedOutside(at))) {
      open = true;
      return false;
    }
    if (open && atBest(out, Truth.FALSE) != Truth.FALSE) {
      return false;
    }
    return variables.get(at) instanceof Quantity quantity
        ? values(at, quantity)
        : truths(at, (Opaque) variables.get(at));
  }

  /**
   * The truth of a criterion if each literal that can still be chosen were as one would wish it.
   * What it depends on unrelated literals then, it does so whatever is chosen.
   */
  private Truth atBest(Criterion criterion, Truth wish) {
    if (criterion instanceof Criterion.AllOf all) {
      return all.parts().stream().map(part -> atBest(part, wish)).reduce(Truth.TRUE, Truth::and);
    }
    if (criterion instanceof Criterion.AnyOf any) {
      return any.parts().stream().map(part -> atBest(part, wish)).reduce(Truth.FALSE, Truth::or);
    }
    if (criterion instanceof Criterion.Not not) {
      return atBest(not.part(), wish.not()).not();
    }
    if (criterion instanceof Criterion.Stated stated) {
      return atBest(stated.criterion(), wish);
    }
    Truth truth = truths.get(criterion);
    if (truth == null) {
      return Truth.UNKNOWN;
    }
    return truth == Truth.UNKNOWN ? wish : truth;
  }

  /** Whether the rest of the variables says nothing about the second criterion. */
  private boolean decidedOutside(int at) {
    return words.size() + quantities.size() >= outer.size()
        && variables.subList(at, variables.size()).stream().noneMatch(outer::contains);
  }

  private boolean values(int at, Quantity quantity) {
    for (BigDecimal value : cells.getOrDefault(quantity, List.of())) {
      quantities.put(quantity, value);
      decide(quantity);
      if (possible() && search(at + 1)) {
        return true;
      }
    }
    quantities.remove(quantity);
    decide(quantity);
    return false;
  }

  private boolean truths(int at, Opaque atom) {
    boolean first = inner.contains(atom);
    for (boolean value : new boolean[] {first, !first}) {
      words.put(atom, value);
      decide(atom);
      if (search(at + 1)) {
        return true;
      }
    }
    words.remove(atom);
    decide(atom);
    return false;
  }

  /** Whether the chosen values can belong to one item: a ratio fits its parts. */
  private boolean possible() {
    for (Map.Entry<Quantity, BigDecimal> chosen : quantities.entrySet()) {
      List<String> parts =
          vocabulary.entry(chosen.getKey().name()).map(Vocabulary.Entry::ratio).orElse(List.of());
      if (!parts.isEmpty() && !fits(chosen.getValue(), value(parts.get(0)), value(parts.get(1)))) {
        return false;
      }
    }
    return true;
  }

  private Optional<BigDecimal> value(String name) {
    return quantities.entrySet().stream()
        .filter(chosen -> chosen.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** With all three parts chosen from cells, equality is by luck: the answer is then left open. */
  private boolean fits(
      BigDecimal ratio, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {
    if (numerator.isEmpty()) {
      return true;
    }
    if (denominator.isEmpty()) {
      return (numerator.get().signum() == 0) == (ratio.signum() == 0);
    }
    boolean equal = ratio.multiply(denominator.get()).compareTo(numerator.get()) == 0;
    open |= !equal;
    return equal;
  }
}
