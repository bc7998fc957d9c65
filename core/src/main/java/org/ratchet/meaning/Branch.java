package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Bound.Comparator;
import org.ratchet.meaning.Criterion.AllOf;
import org.ratchet.meaning.Criterion.AnyOf;
import org.ratchet.meaning.Criterion.Stated;
import org.ratchet.meaning.Criterion.Threshold;

/**
 * One way to satisfy a criterion: the conditions along one path through its lists.
 *
 * @param path the paragraphs that state them, from the outermost
 * @param conditions all of them must hold
 */
record Branch(List<Citation> path, List<Criterion> conditions) {

  /** Beyond this number of alternatives a criterion is taken as a whole. */
  static final int MOST = 2_000;

  Branch {
    path = List.copyOf(path);
    conditions = List.copyOf(conditions);
  }

  /** The alternatives of a criterion, in printed order. */
  static List<Branch> of(Criterion criterion) {
    List<Branch> branches = expand(criterion);
    return branches.size() > MOST ? List.of(new Branch(List.of(), List.of(criterion))) : branches;
  }

  private static List<Branch> expand(Criterion criterion) {
    if (criterion instanceof Stated stated) {
      return expand(stated.criterion()).stream()
          .map(branch -> branch.under(stated.citation()))
          .toList();
    }
    if (criterion instanceof AnyOf any) {
      return any.parts().stream().flatMap(part -> expand(part).stream()).toList();
    }
    if (criterion instanceof AllOf all) {
      List<Branch> product = List.of(new Branch(List.of(), List.of()));
      for (Criterion part : all.parts()) {
        List<Branch> factors = expand(part);
        if ((long) product.size() * factors.size() > MOST) {
          return List.of(new Branch(List.of(), List.of(criterion)));
        }
        product = product.stream().flatMap(left -> factors.stream().map(left::and)).toList();
      }
      return product;
    }
    return List.of(new Branch(List.of(), List.of(criterion)));
  }

  private Branch under(Citation citation) {
    List<Citation> longer = new ArrayList<>(List.of(citation));
    longer.addAll(path);
    return new Branch(longer, conditions);
  }

  private Branch and(Branch other) {
    List<Citation> both = new ArrayList<>(path);
    both.addAll(other.path);
    List<Criterion> all = new ArrayList<>(conditions);
    all.addAll(other.conditions);
    return new Branch(both, all);
  }

  /** The innermost paragraph that states all of it; the conditions in a list share their parent. */
  Citation citation() {
    Citation deepest = Citation.ROOT;
    for (Citation citation : path) {
      boolean note = citation.steps().stream().anyMatch(step -> step.kind() == Kind.NOTE);
      if (note || citation.isPrefixOf(deepest)) {
        continue;
      }
      deepest = deepest.isPrefixOf(citation) ? citation : common(deepest, citation);
      if (conjuncts(deepest)) {
        return deepest;
      }
    }
    return deepest;
  }

  /** Whether two paragraphs of the path stand side by side under a paragraph. */
  private boolean conjuncts(Citation parent) {
    return path.stream()
            .filter(citation -> citation.steps().size() == parent.steps().size() + 1)
            .filter(citation -> citation.last().kind() == Kind.PARAGRAPH)
            .filter(parent::isPrefixOf)
            .distinct()
            .count()
        > 1;
  }

  private static Citation common(Citation one, Citation other) {
    Citation shared = one;
    while (!shared.isPrefixOf(other)) {
      shared = shared.parent();
    }
    return shared;
  }

  Criterion criterion() {
    return new AllOf(conditions);
  }

  /** What it says, whoever states it. */
  Set<Criterion> key() {
    return conditions.stream()
        .map(Criterion::unstated)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Its thresholds by quantity, in printed order. */
  Map<Quantity, List<Bound>> bounds() {
    Map<Quantity, List<Bound>> bounds = new LinkedHashMap<>();
    for (Criterion condition : conditions) {
      if (condition.unstated() instanceof Threshold threshold) {
        bounds
            .computeIfAbsent(threshold.quantity(), quantity -> new ArrayList<>())
            .add(threshold.bound());
      }
    }
    return bounds;
  }

  /** Bounds of one quantity in words: {@code from 2400 to less than 4800}. */
  static String words(Quantity quantity, List<Bound> bounds) {
    if (bounds.size() == 2
        && bounds.get(0).comparator() == Comparator.AT_LEAST
        && bounds.get(1).comparator() == Comparator.LESS_THAN) {
      return "from "
          + Numbers.print(bounds.get(0).value())
          + " to less than "
          + quantity.with(bounds.get(1).value());
    }
    return bounds.stream().map(bound -> bound.of(quantity)).collect(Collectors.joining(" and "));
  }

  /** Its thresholds in words, empty if it has none. */
  String thresholds() {
    return bounds().entrySet().stream()
        .map(entry -> phrase(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(" and "));
  }

  /** A quantity with its bounds in words. */
  static String phrase(Quantity quantity, List<Bound> bounds) {
    String words = words(quantity, bounds);
    return quantity.name() + (words.startsWith("from ") ? " " : " of ") + words;
  }
}
