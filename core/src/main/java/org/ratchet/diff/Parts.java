package org.ratchet.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.diff.Alignment.Pass;

/**
 * Finds clauses that became several, and several that became one: the words that a clause lost
 * stand in clauses that have no answer. The same is asked from both sides, so that a split seen
 * backwards is a merger.
 */
final class Parts {

  /** So much of the words of a part comes from the clause that it is a part of. */
  private static final double SHARE = 0.6;

  /** Where so much does, no clause elsewhere is a better answer. */
  private static final double NEARLY_ALL = 0.9;

  /** A part of a clause without an answer counts only if all parts have so much of its words. */
  private static final double COVER = 0.5;

  /** Shorter texts say too little. */
  private static final int WORDS = 8;

  /** Fewer word pairs in common say nothing of what is a part of what. */
  private static final int EVIDENCE = 4;

  /** A word pair that more clauses lost than this is no evidence. */
  private static final int RARE = 8;

  /** A clause and the parts of it on the other side that have no other answer. */
  private record Whole(Node node, List<Node> parts) {}

  private final Map<Node, Set<Integer>> lost = new LinkedHashMap<>();
  private final Map<Integer, List<Node>> losers = new HashMap<>();
  private final Map<Node, List<Node>> parts = new LinkedHashMap<>();

  private final double share;

  private Parts(double share) {
    this.share = share;
  }

  /** Notes parts that hold hardly anything else, of clauses that have an answer. */
  static void findCertain(List<Node> before, List<Node> after) {
    find(before, after, NEARLY_ALL);
  }

  /** Notes in the nodes of both trees what is a part of what. */
  static void find(List<Node> before, List<Node> after) {
    find(before, after, SHARE);
  }

  private static void find(List<Node> before, List<Node> after, double share) {
    List<Whole> split = new Parts(share).wholes(before, after);
    List<Whole> merged = new Parts(share).wholes(after, before);
    Set<Node> left = involved(split);
    Set<Node> right = involved(merged);
    split.stream().filter(whole -> apart(whole, right)).forEach(Parts::note);
    merged.stream().filter(whole -> apart(whole, left)).forEach(Parts::note);
  }

  private static Set<Node> involved(List<Whole> wholes) {
    Set<Node> nodes = new HashSet<>();
    wholes.forEach(whole -> nodes.addAll(nodes(whole)));
    return nodes;
  }

  private static List<Node> nodes(Whole whole) {
    List<Node> nodes = new ArrayList<>(whole.parts());
    nodes.add(whole.node());
    Node mate = whole.node().mate;
    if (mate != null) {
      nodes.add(mate);
    }
    return nodes;
  }

  private static boolean apart(Whole whole, Set<Node> others) {
    return nodes(whole).stream().noneMatch(others::contains);
  }

  private static void note(Whole whole) {
    List<Node> rest = new ArrayList<>(whole.parts());
    Node node = whole.node();
    if (node.mate == null) {
      Node largest = rest.remove(0);
      node.pair(largest, Pass.CONTENT, share(largest, node.ownShingles()));
    }
    for (Node part : rest) {
      part.unpair();
      part.whole = node;
      part.confidence = share(part, node.ownShingles());
      node.parts.add(part);
    }
  }

  private List<Whole> wholes(List<Node> here, List<Node> there) {
    here.forEach(root -> root.forEach(this::loser));
    there.forEach(root -> root.forEach(this::part));
    List<Whole> wholes = new ArrayList<>();
    parts.forEach(
        (node, found) -> {
          List<Node> apart = apart(node, found);
          apart.sort(
              Comparator.comparingInt((Node part) -> -part.ownShingles().size())
                  .thenComparing(Node::citation));
          if (isWhole(node, apart)) {
            wholes.add(new Whole(node, apart));
          }
        });
    return wholes;
  }

  /**
   * The parts without those whose words others account for that stand nearer or have more of them:
   * two clauses may say alike.
   */
  private List<Node> apart(Node node, List<Node> found) {
    found.sort(
        Comparator.comparing((Node part) -> !isNear(part, node))
            .thenComparingDouble(part -> -share(part, node.ownShingles()))
            .thenComparing(Node::citation));
    Set<Integer> gone = lost.getOrDefault(node, Set.of());
    Set<Integer> left = new HashSet<>(gone);
    List<Node> apart = new ArrayList<>();
    for (Node part : found) {
      if (2 * Node.common(part.ownShingles(), left) >= Node.common(part.ownShingles(), gone)) {
        apart.add(part);
        left.removeAll(part.ownShingles());
      }
    }
    return apart;
  }

  /** Whether a part stands beside or under the answer of the clause. */
  private static boolean isNear(Node part, Node node) {
    Node mate = node.mate;
    return mate != null && (part.parent == mate.parent || part.isUnder(mate));
  }

  private static boolean canBe(Node node) {
    return node.shown()
        && (node.clause instanceof Paragraph || node.clause instanceof Note)
        && node.ownShingles().size() >= WORDS;
  }

  private void loser(Node node) {
    if (!canBe(node) || (node.mate == null && share == NEARLY_ALL)) {
      return;
    }
    Node mate = node.mate;
    if (mate != null && mate.folded().equals(node.folded())) {
      return;
    }
    Set<Integer> gone = new HashSet<>(node.ownShingles());
    if (mate != null) {
      gone.removeAll(mate.ownShingles());
    }
    node.parts.forEach(part -> gone.removeAll(part.ownShingles()));
    if (!gone.isEmpty()) {
      lost.put(node, gone);
      gone.forEach(shingle -> losers.computeIfAbsent(shingle, s -> new ArrayList<>()).add(node));
    }
  }

  private void part(Node node) {
    if ((node.mate != null && !byLabelAlone(node)) || node.whole != null || !canBe(node)) {
      return;
    }
    Map<Node, Integer> candidates = new LinkedHashMap<>();
    for (int shingle : node.ownShingles()) {
      List<Node> those = losers.getOrDefault(shingle, List.of());
      if (those.size() <= RARE) {
        those.forEach(each -> candidates.merge(each, 1, Integer::sum));
      }
    }
    candidates.values().removeIf(common -> common < EVIDENCE);
    Node best = best(node, candidates.keySet());
    if (best != null) {
      parts.computeIfAbsent(best, whole -> new ArrayList<>()).add(node);
    }
  }

  /** Whether nothing but its label pairs it, which is no answer where its words stand elsewhere. */
  private static boolean byLabelAlone(Node node) {
    Node mate = node.mate;
    return mate != null
        && Siblings.labelled(node)
        && node.children.isEmpty()
        && mate.children.isEmpty()
        && node.similarity(mate) < Siblings.FLOOR;
  }

  private @Nullable Node best(Node part, Set<Node> candidates) {
    return candidates.stream()
        .filter(node -> isPart(part, node))
        .min(
            Comparator.comparingInt((Node node) -> distance(part, node))
                .thenComparingDouble(node -> -share(part, node.ownShingles()))
                .thenComparing(Node::citation))
        .orElse(null);
  }

  /** How far a part stands from the answer of the clause, if under the same parent. */
  private static int distance(Node part, Node node) {
    Node mate = node.mate;
    Node parent = part.parent;
    return mate == null || parent == null || mate.parent != parent
        ? Integer.MAX_VALUE
        : Math.abs(parent.children.indexOf(mate) - parent.children.indexOf(part));
  }

  /** Words that the answer of a clause still has say nothing of where the rest went. */
  private boolean isPart(Node part, Node node) {
    Node mate = node.mate;
    if (node.folded().contains(part.folded())) {
      return mate == null || !mate.folded().contains(part.folded());
    }
    double needed = part.mate == null && part.unit().equals(node.unit()) ? share : NEARLY_ALL;
    if (share(part, node.ownShingles()) < needed) {
      return false;
    }
    Set<Integer> own = new HashSet<>(part.ownShingles());
    if (mate != null) {
      own.removeAll(mate.ownShingles());
    }
    int common = Node.common(own, lost.getOrDefault(node, Set.of()));
    return common >= EVIDENCE && common >= needed * own.size();
  }

  private static double share(Node part, Set<Integer> of) {
    return (double) Node.common(part.ownShingles(), of) / part.ownShingles().size();
  }

  /** At least two clauses hold what one held, its own answer among them. */
  private static boolean isWhole(Node node, List<Node> found) {
    Node mate = node.mate;
    if (mate != null) {
      int kept = Node.common(mate.ownShingles(), node.ownShingles());
      return kept >= EVIDENCE || found.size() > 1;
    }
    Set<Integer> covered = new HashSet<>();
    found.forEach(part -> covered.addAll(part.ownShingles()));
    covered.retainAll(node.ownShingles());
    return found.size() > 1 && covered.size() >= COVER * node.ownShingles().size();
  }
}
