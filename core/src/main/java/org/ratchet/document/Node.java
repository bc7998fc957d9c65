package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;

/** A clause while its children are still being collected. */
final class Node {

  private Clause clause;
  private final List<Node> children = new ArrayList<>();

  Node(Clause clause) {
    this.clause = clause;
  }

  Clause clause() {
    return clause;
  }

  /** Puts another clause with the same citation in the place of this one. */
  void replace(Clause other) {
    clause = other;
  }

  boolean isLeaf() {
    return children.isEmpty();
  }

  Node add(Clause child) {
    Node node = new Node(child);
    children.add(node);
    return node;
  }

  /** The first child whose citation ends in a step of this kind and label. */
  Optional<Node> child(Kind kind, String label) {
    return children.stream()
        .filter(
            child -> {
              Step last = child.clause.citation().last();
              return last.kind() == kind && last.label().equals(label);
            })
        .findFirst();
  }

  /** The clause with the children collected so far after those it came with. */
  Clause build() {
    if (children.isEmpty()) {
      return clause;
    }
    List<Clause> all = new ArrayList<>(clause.children());
    children.forEach(child -> all.add(child.build()));
    return clause.withContent(clause.content().withChildren(all));
  }
}
