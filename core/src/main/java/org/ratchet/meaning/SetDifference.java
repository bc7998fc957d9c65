package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
  private final Predicate<Criterion> blind;
  private final Vocabulary vocabulary;
  private final List<Object> variables = new ArrayList<>();
  private final int outVariables;
  private final Map<Quantity, List<BigDecimal>> cells = new LinkedHashMap<>();
  private final Map<Quantity, BigDecimal> quantities = new LinkedHashMap<>();
  private final Map<Opaque, Boolean> words = new LinkedHashMap<>();
  private final Point point = new Point(quantities, words);
  private int nodes;
  private boolean open;

  private SetDifference(
      Criterion in, Criterion out, Predicate<Criterion> blind, Vocabulary vocabulary) {
    this.in = in;
    this.out = out;
    this.blind = blind;
    this.vocabulary = vocabulary;
    Set<Object> inner = variables(in.literals());
    Set<Object> outer = variables(out.literals().filter(blind.negate()));
    variables.addAll(inner.stream().filter(outer::contains).toList());
    variables.addAll(inner.stream().filter(variable -> !outer.contains(variable)).toList());
    variables.addAll(outer.stream().filter(variable -> !inner.contains(variable)).toList());
    this.outVariables = outer.size();
    Stream.concat(in.literals(), out.literals())
        .filter(Threshold.class::isInstance)
        .map(literal -> ((Threshold) literal).quantity())
        .distinct()
        .forEach(quantity -> cells.put(quantity, cells(quantity)));
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
    Set<Object> variables = new LinkedHashSet<>();
    literals.forEach(
        literal ->
            variables.add(literal instanceof Threshold threshold ? threshold.quantity() : literal));
    return variables;
  }

  /**
   * One value for each cell between the numbers that the criteria compare with, then these numbers:
   * an item on the very limit is a poor example.
   */
  private List<BigDecimal> cells(Quantity quantity) {
    TreeSet<BigDecimal> bounds = new TreeSet<>();
    Stream.concat(in.literals(), out.literals())
        .filter(l -> l instanceof Threshold t && t.quantity().equals(quantity))
        .forEach(literal -> bounds.add(((Threshold) literal).bound().value()));
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
    for (Map<String, BigDecimal> known : ReferencePoints.ALL) {
      SetDifference near = new SetDifference(in, out, blind, vocabulary);
      if (near.fixed(known)) {
        Result result = near.run();
        if (result.point().isPresent()) {
          return result;
        }
      }
    }
    return new SetDifference(in, out, blind, vocabulary).run();
  }

  /** Leaves one value to each quantity of a point, if the criteria measure all of them. */
  private boolean fixed(Map<String, BigDecimal> known) {
    Map<Quantity, List<BigDecimal>> only = new LinkedHashMap<>();
    for (Quantity quantity : cells.keySet()) {
      BigDecimal value = known.get(quantity.name());
      if (value != null) {
        only.put(quantity, List.of(value));
      }
    }
    cells.putAll(only);
    return only.size() == known.size();
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
    Truth inside = in.evaluate(point::test);
    Truth outside = out.evaluate(this::related);
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
    return variables.get(at) instanceof Quantity quantity
        ? values(at, quantity)
        : truths(at, (Opaque) variables.get(at));
  }

  /** Whether the rest of the variables says nothing about the second criterion. */
  private boolean decidedOutside(int at) {
    return words.size() + quantities.size() >= outVariables
        && variables.subList(at, variables.size()).stream()
            .noneMatch(variable -> outerUses(variable));
  }

  private boolean outerUses(Object variable) {
    return out.literals()
        .filter(blind.negate())
        .anyMatch(
            literal ->
                literal instanceof Threshold threshold
                    ? threshold.quantity().equals(variable)
                    : literal.equals(variable));
  }

  private Truth related(Criterion literal) {
    return blind.test(literal) ? Truth.UNKNOWN : point.test(literal);
  }

  private boolean values(int at, Quantity quantity) {
    for (BigDecimal value : cells.getOrDefault(quantity, List.of())) {
      quantities.put(quantity, value);
      if (possible() && search(at + 1)) {
        return true;
      }
    }
    quantities.remove(quantity);
    return false;
  }

  private boolean truths(int at, Opaque atom) {
    boolean first = in.literals().anyMatch(atom::equals);
    for (boolean value : new boolean[] {first, !first}) {
      words.put(atom, value);
      if (search(at + 1)) {
        return true;
      }
    }
    words.remove(atom);
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
