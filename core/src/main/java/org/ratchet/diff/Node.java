package org.ratchet.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Alignment.Pass;

/** A clause in one of two trees while they are being aligned. Asterisks are left out. */
final class Node {

  private static final int LONGEST = 4000;

  final Clause clause;
  final @Nullable Node parent;
  final List<Node> children = new ArrayList<>();

  @Nullable Node mate;
  Pass pass = Pass.CITATION;
  double confidence = 1;

  /** Whether the pair was made through a redesignation that the ledger knows. */
  boolean redesignated;

  /** The clause on the other side of which this one, that has no other answer, is a part. */
  @Nullable Node whole;

  /** The clauses on the other side that are parts of this one, beside the one it is paired with. */
  final List<Node> parts = new ArrayList<>();

  /** Whether its children without label were paired by their order. */
  boolean sequenced;

  /** Whether its labelled children were looked at in their order. */
  boolean ordered;

  private @Nullable OwnText own;
  private @Nullable String folded;
  private @Nullable String subtree;
  private long hash;
  private int length = -1;
  private @Nullable Set<Integer> shingles;
  private @Nullable Set<Integer> ownShingles;

  Node(Clause clause, @Nullable Node parent) {
    this.clause = clause;
    this.parent = parent;
    for (Clause child : clause.children()) {
      if (!(child instanceof Ellipsis)) {
        children.add(new Node(child, this));
      }
    }
  }

  static List<Node> roots(List<Clause> clauses) {
    return clauses.stream().map(clause -> new Node(clause, null)).toList();
  }

  Citation citation() {
    return clause.citation();
  }

  /** The entry or section that it belongs to. */
  Citation unit() {
    Citation entry = citation().upTo(Kind.ECCN);
    return entry.steps().isEmpty() ? citation().upTo(Kind.SECTION) : entry;
  }

  boolean shown() {
    return clause.content().shown() == Shown.WHOLE;
  }

  OwnText own() {
    if (own == null) {
      own = OwnText.of(clause);
    }
    return own;
  }

  /** Own text as it is compared. */
  String folded() {
    if (folded == null) {
      folded = Words.folded(own().text());
    }
    return folded;
  }

  /** Own text and that of everything below, as it is compared. */
  String subtree() {
    if (subtree == null) {
      if (children.isEmpty()) {
        subtree = folded();
      } else {
        StringBuilder out = new StringBuilder(folded());
        children.forEach(child -> out.append('\n').append(child.subtree()));
        subtree = out.toString();
      }
    }
    return subtree;
  }

  /** Number of the text of the whole unit as printed: equal for equal texts. */
  long hash() {
    measure();
    return hash;
  }

  /** Characters of the whole unit. */
  int length() {
    measure();
    return length;
  }

  private void measure() {
    if (length < 0) {
      String text = own().text();
      length = text.length();
      hash = 1469598103934665603L;
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 1099511628211L;
      }
      for (Node child : children) {
        hash = (hash ^ child.hash()) * 1099511628211L + 1;
        length += child.length();
      }
    }
  }

  /** Pairs of neighbouring words of the whole unit, as numbers. */
  Set<Integer> shingles() {
    if (shingles == null) {
      shingles = children.isEmpty() ? ownShingles() : shingles(subtree());
    }
    return shingles;
  }

  /** Pairs of neighbouring words of the own text, as numbers. */
  Set<Integer> ownShingles() {
    if (ownShingles == null) {
      ownShingles = shingles(folded());
    }
    return ownShingles;
  }

  private static Set<Integer> shingles(String text) {
    Set<Integer> pairs = new HashSet<>();
    int end = Math.min(text.length(), 8 * LONGEST);
    boolean first = true;
    int before = 0;
    int word = 0;
    int letters = 0;
    for (int i = 0; i <= end; i++) {
      char c = i < end ? text.charAt(i) : ' ';
      if (c != ' ' && c != '\n') {
        word = 31 * word + c;
        letters++;
      } else if (letters > 0) {
        if (!first) {
          pairs.add(31 * before + word);
        }
        first = false;
        before = word;
        word = 0;
        letters = 0;
      }
    }
    return pairs;
  }

  int size() {
    return shingles().size();
  }

  /** Dice's coefficient of the word pairs, from 0 to 1. */
  double similarity(Node other) {
    Set<Integer> small = size() <= other.size() ? shingles() : other.shingles();
    Set<Integer> large = size() <= other.size() ? other.shingles() : shingles();
    if (small.isEmpty()) {
      return subtree().equals(other.subtree()) ? 1 : 0;
    }
    return 2.0 * common(small, large) / (small.size() + large.size());
  }

  /** How many numbers of the first set are in the second. */
  static int common(Set<Integer> these, Set<Integer> those) {
    int common = 0;
    for (Integer each : these) {
      common += those.contains(each) ? 1 : 0;
    }
    return common;
  }

  boolean isUnder(Node ancestor) {
    for (Node at = this; at != null; at = at.parent) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  void forEach(Consumer<Node> action) {
    action.accept(this);
    children.forEach(child -> child.forEach(action));
  }

  void pair(Node other, Pass by, double sure) {
    mate = other;
    other.mate = this;
    pass = by;
    other.pass = by;
    confidence = sure;
    other.confidence = sure;
  }

  void unpair() {
    if (mate != null) {
      mate.mate = null;
      mate.redesignated = false;
      mate = null;
      redesignated = false;
    }
  }
}
