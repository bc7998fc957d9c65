package org.ratchet.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Definition;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Alignment.Pair;
import org.ratchet.diff.Alignment.Pass;
import org.ratchet.diff.Alignment.Relation;
import org.ratchet.text.Runs;

/**
 * Finds which clause answers to which, in ordered passes: same citation (through redesignations),
 * same text elsewhere, same heading or defined term, similar content. Candidates of the last pass
 * come from an index of rare word pairs; no pair is made below the floor. Asterisks answer to
 * nothing. Immutable and safe to share between threads.
 */
public final class Aligner {

  /** Below this share of common word pairs two clauses at different places are unrelated. */
  private static final double FLOOR = 0.5;

  /** Sections and entries that say alike are many, so that more is needed between two of them. */
  private static final double FLOOR_ELSEWHERE = 0.75;

  /** With the same heading, less content in common is enough. */
  private static final double FLOOR_WITH_HEADING = 0.2;

  /** Shorter texts say too little to be known again elsewhere: {@code N/A}, {@code [Reserved]}. */
  private static final int WORDS = 6;

  private static final int LENGTH = 40;

  /** A word pair in more clauses than this is no evidence. */
  private static final int RARE = 8;

  private static final int CANDIDATES = 8;

  /** Larger groups of competing candidates are settled best first. */
  private static final int GROUP = 60;

  /** So much the better of two equal candidates weighs more, that ties fall by citation. */
  private static final double TIE = 1e-6;

  private Aligner() {}

  /** The aligner of this release. */
  public static Aligner standard() {
    return new Aligner();
  }

  /** Pairs the clauses of two states. */
  public Alignment align(State before, State after) {
    return alignment(trees(before, after));
  }

  /** Both trees, each node with its mate. */
  record Trees(List<Node> before, List<Node> after) {}

  Trees trees(State before, State after) {
    Run run = new Run(before, after);
    run.byCitation();
    run.byTextAmongSiblings();
    run.byTextDespiteLabel();
    run.byText();
    run.byOwnText();
    run.byHeading();
    Parts.findCertain(run.before, run.after);
    run.byContent();
    run.bySequenceUnderNewPairs();
    run.byTextDespiteLabel();
    run.byText();
    Parts.find(run.before, run.after);
    return new Trees(run.before, run.after);
  }

  private static Alignment alignment(Trees trees) {
    List<Pair> pairs = new ArrayList<>();
    List<Clause> left = new ArrayList<>();
    List<Clause> right = new ArrayList<>();
    for (Node root : trees.before()) {
      root.forEach(
          node -> {
            if (node.mate == null) {
              if (node.whole == null) {
                left.add(node.clause);
              }
            } else {
              pairs.add(pair(node, node.mate));
            }
            node.parts.forEach(part -> pairs.add(part(node, part, Relation.SPLIT)));
          });
    }
    for (Node root : trees.after()) {
      root.forEach(
          node -> {
            if (node.mate == null && node.whole == null) {
              right.add(node.clause);
            }
            node.parts.forEach(part -> pairs.add(part(part, node, Relation.MERGED)));
          });
    }
    return new Alignment(pairs, left, right);
  }

  private static Pair pair(Node old, Node now) {
    Relation relation =
        !old.parts.isEmpty()
            ? Relation.SPLIT
            : !now.parts.isEmpty() ? Relation.MERGED : Relation.ONE_TO_ONE;
    return new Pair(old.clause, now.clause, old.pass, old.confidence, relation);
  }

  private static Pair part(Node old, Node now, Relation relation) {
    Node part = relation == Relation.SPLIT ? now : old;
    return new Pair(old.clause, now.clause, Pass.CONTENT, part.confidence, relation);
  }

  /** One alignment at work. */
  private static final class Run {

    private final State stateBefore;
    private final State stateAfter;
    private final List<Node> before;
    private final List<Node> after;
    private final Map<Citation, Node> beforeAt = new HashMap<>();

    Run(State before, State after) {
      this.stateBefore = before;
      this.stateAfter = after;
      this.before = Node.roots(before.clauses());
      this.after = Node.roots(after.clauses());
      each(this.before, node -> beforeAt.putIfAbsent(node.citation(), node));
    }

    private static void each(List<Node> roots, Consumer<Node> action) {
      roots.forEach(root -> root.forEach(action));
    }

    /** Unpaired units that may have come from elsewhere: not the fixed parts of an entry. */
    private static List<Node> movable(List<Node> roots) {
      List<Node> nodes = new ArrayList<>();
      each(
          roots,
          node -> {
            boolean fixed =
                node.citation().steps().stream().anyMatch(s -> s.kind() == Kind.ECCN_PART);
            if (node.mate == null && node.whole == null && !fixed) {
              nodes.add(node);
            }
          });
      return nodes;
    }

    void byCitation() {
      Map<Citation, Node> born = new HashMap<>();
      each(before, node -> born.putIfAbsent(Birth.of(stateBefore, node.citation()), node));
      each(
          after,
          node -> {
            Node answer = born.get(Birth.of(stateAfter, node.citation()));
            if (answer != null && answer.mate == null && sameKind(answer, node)) {
              node.pair(answer, Pass.CITATION, 1);
              node.redesignated = !answer.citation().equals(node.citation());
              answer.redesignated = node.redesignated;
            }
          });
    }

    private static boolean sameKind(Node left, Node right) {
      return left.clause.getClass() == right.clause.getClass();
    }

    /**
     * Full texts carry no ledger: where a unit was inserted or removed and its siblings were
     * renumbered, the text tells what answers to what, and the label does not.
     */
    void byTextAmongSiblings() {
      Map<Node, List<Node>> leftGroups = new LinkedHashMap<>();
      Map<Node, List<Node>> rightGroups = new HashMap<>();
      each(before, node -> group(node, leftGroups, Function.identity()));
      each(after, node -> group(node, rightGroups, parent -> parent.mate));
      leftGroups.forEach(
          (parent, nodes) -> regroup(nodes, rightGroups.getOrDefault(parent, List.of())));
      each(before, Run::inOrder);
    }

    private static void inOrder(Node parent) {
      bySequence(parent);
      bySiblings(parent);
    }

    /** Labelled units whose label leads to other words answer to what stands in their order. */
    private static void bySiblings(Node parent) {
      Node mate = parent.mate;
      if (mate == null || parent.ordered) {
        return;
      }
      parent.ordered = true;
      List<Node> olds = among(parent, Siblings::labelled);
      List<Node> news = among(mate, Siblings::labelled);
      boolean turned = turned(olds, news);
      List<Siblings.Pair> pairs = Siblings.pairs(turned ? news : olds, turned ? olds : news);
      if (pairs.isEmpty()) {
        return;
      }
      Map<Node, Node> found = new LinkedHashMap<>();
      for (Siblings.Pair pair : pairs) {
        found.put(turned ? pair.right() : pair.left(), turned ? pair.left() : pair.right());
      }
      olds.stream()
          .filter(old -> old.mate != found.get(old))
          .forEach(old -> old.forEach(Node::unpair));
      found.forEach(
          (old, now) -> {
            if (old.mate != now) {
              now.forEach(Node::unpair);
            }
          });
      found.forEach(
          (old, now) -> {
            if (old.mate != now) {
              answered(old, now);
            }
          });
    }

    private static void answered(Node old, Node now) {
      if (old.hash() == now.hash()) {
        pairTrees(old, now, 1);
      } else {
        boolean sameLabel = old.citation().last().equals(now.citation().last());
        related(old, now, sameLabel ? Pass.CITATION : Pass.CONTENT, old.similarity(now));
      }
    }

    /**
     * Paragraphs without label are known by their text and their order, not by their number: those
     * with equal text are paired along the longest common sequence, then those between that are
     * alike.
     */
    private static void bySequence(Node parent) {
      Node mate = parent.mate;
      if (mate == null || parent.sequenced) {
        return;
      }
      parent.sequenced = true;
      List<Node> olds = among(parent, Run::unlabelled);
      List<Node> news = among(mate, Run::unlabelled);
      if (olds.isEmpty() || news.isEmpty() || hashes(olds).equals(hashes(news))) {
        return;
      }
      olds.forEach(node -> node.forEach(Node::unpair));
      news.forEach(node -> node.forEach(Node::unpair));
      boolean turned = turned(olds, news);
      Sequence.pairs(turned ? news : olds, turned ? olds : news)
          .forEach(pair -> sequel(turned ? pair.turned() : pair));
    }

    private static void sequel(Sequence.Pair pair) {
      if (pair.equal()) {
        pairTrees(pair.left(), pair.right(), 1);
      } else {
        related(pair.left(), pair.right(), Pass.CITATION, pair.left().similarity(pair.right()));
      }
    }

    /** One direction for both orders of the sides, so that exchanging them gives the same pairs. */
    private static boolean turned(List<Node> olds, List<Node> news) {
      int order = Integer.compare(olds.size(), news.size());
      return order != 0
          ? order > 0
          : hashes(olds).toString().compareTo(hashes(news).toString()) > 0;
    }

    private static List<Long> hashes(List<Node> nodes) {
      return nodes.stream().map(Node::hash).toList();
    }

    /** The units of a kind under a parent, without those that answer to something elsewhere. */
    private static List<Node> among(Node parent, Predicate<Node> kind) {
      return parent.children.stream()
          .filter(kind)
          .filter(
              node -> {
                Node mate = node.mate;
                return mate == null || mate.parent == parent.mate;
              })
          .toList();
    }

    private static boolean unlabelled(Node node) {
      return node.citation().last().kind() == Kind.UNLABELLED && !node.redesignated;
    }

    private static void group(
        Node node, Map<Node, List<Node>> groups, Function<Node, @Nullable Node> side) {
      Node parent = node.parent;
      if (parent == null || parent.mate == null) {
        return;
      }
      Node mate = node.mate;
      boolean settled = mate != null && (node.redesignated || mate.hash() == node.hash());
      Node key = side.apply(parent);
      if (!settled && key != null) {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(node);
      }
    }

    /** By the text as printed, then what has no answer yet by the text as it is compared. */
    private static void regroup(List<Node> left, List<Node> right) {
      regroup(left, right, Node::hash);
      regroup(unanswered(left), unanswered(right), Node::subtree);
    }

    private static List<Node> unanswered(List<Node> nodes) {
      return nodes.stream().filter(node -> node.mate == null).toList();
    }

    private static <K> void regroup(List<Node> left, List<Node> right, Function<Node, K> key) {
      Map<K, List<Node>> olds = byKey(left, key);
      byKey(right, key)
          .forEach(
              (text, news) -> {
                List<Node> old = olds.getOrDefault(text, List.of());
                if (old.size() == 1 && news.size() == 1 && news.get(0).length() >= LENGTH) {
                  old.get(0).forEach(Node::unpair);
                  news.get(0).forEach(Node::unpair);
                  pairTrees(old.get(0), news.get(0), 1);
                }
              });
    }

    private static boolean longEnough(Node node) {
      return node.size() >= WORDS;
    }

    private static <K> Map<K, List<Node>> byKey(List<Node> nodes, Function<Node, K> key) {
      Map<K, List<Node>> map = new LinkedHashMap<>();
      for (Node node : nodes) {
        map.computeIfAbsent(key.apply(node), k -> new ArrayList<>()).add(node);
      }
      return map;
    }

    /** Pairs two units of the same text and what stands under them, place by place. */
    private static void pairTrees(Node old, Node now, double sure) {
      old.pair(now, Pass.TEXT, sure);
      if (old.children.size() == now.children.size()) {
        for (int i = 0; i < old.children.size(); i++) {
          Node left = old.children.get(i);
          Node right = now.children.get(i);
          if (left.mate == null && right.mate == null && sameKind(left, right)) {
            pairTrees(left, right, sure);
          }
        }
      }
    }

    void bySequenceUnderNewPairs() {
      each(before, Run::inOrder);
    }

    /**
     * A label that leads to words with little in common, or the order of units with other labels
     * and other words, is no answer where one of the two texts stands elsewhere.
     */
    void byTextDespiteLabel() {
      once(
          byKey(loose(before), Node::hash),
          byKey(loose(after), Node::hash),
          (old, now) -> {
            if (old.length() >= LENGTH) {
              old.forEach(Node::unpair);
              now.forEach(Node::unpair);
            }
          });
    }

    /** Movable units, with those that only their label or their order pairs. */
    private static List<Node> loose(List<Node> roots) {
      List<Node> nodes = movable(roots);
      each(
          roots,
          node -> {
            if (Siblings.labelled(node) && isLoose(node)) {
              nodes.add(node);
            }
          });
      return nodes;
    }

    private static boolean isLoose(Node node) {
      Node mate = node.mate;
      return mate != null
          && (node.similarity(mate) < FLOOR
              || (!node.citation().last().equals(mate.citation().last())
                  && !node.folded().equals(mate.folded())));
    }

    void byText() {
      Map<Long, List<Node>> olds = byKey(movable(before), Node::hash);
      Map<Long, List<Node>> news = byKey(movable(after), Node::hash);
      olds.forEach((text, left) -> sameText(left, news.getOrDefault(text, List.of())));
    }

    /** Units whose own words stand once on each side, whatever became of what stands under them. */
    void byOwnText() {
      once(
          byKey(movable(before), Node::folded),
          byKey(movable(after), Node::folded),
          (old, now) -> {
            boolean open = old.mate == null && now.mate == null && sameKind(old, now);
            if (open && old.folded().length() >= LENGTH) {
              related(old, now, Pass.TEXT, Math.max(FLOOR, old.similarity(now)));
            }
          });
    }

    /** Does something with the units that alone have a key on both sides. */
    private static <K> void once(
        Map<K, List<Node>> olds, Map<K, List<Node>> news, BiConsumer<Node, Node> action) {
      olds.forEach(
          (key, left) -> {
            List<Node> right = news.getOrDefault(key, List.of());
            if (left.size() == 1 && right.size() == 1) {
              action.accept(left.get(0), right.get(0));
            }
          });
    }

    private static void sameText(List<Node> left, List<Node> right) {
      if (right.isEmpty() || left.get(0).length() < LENGTH) {
        return;
      }
      List<Node> olds = free(left);
      List<Node> news = free(right);
      double sure = olds.size() == 1 && news.size() == 1 ? 1 : 0.8;
      for (int i = 0; i < Math.min(olds.size(), news.size()); i++) {
        if (sameKind(olds.get(i), news.get(i))) {
          pairTrees(olds.get(i), news.get(i), sure);
        }
      }
    }

    private static List<Node> free(List<Node> nodes) {
      return nodes.stream()
          .filter(node -> node.mate == null)
          .sorted(Comparator.comparing(Node::citation))
          .toList();
    }

    void byHeading() {
      Map<String, List<Node>> olds = byKey(movable(before), Run::heading);
      olds.remove("");
      once(olds, byKey(movable(after), Run::heading), Run::headed);
    }

    private static void headed(Node old, Node now) {
      double similarity = old.similarity(now);
      boolean named = old.clause instanceof Definition || old.clause instanceof EntityEntry;
      boolean bare = isBare(old) && isBare(now);
      boolean alike = named || bare || headGroup(old, now) || similarity >= FLOOR_WITH_HEADING;
      if (old.mate == null && now.mate == null && alike) {
        related(old, now, Pass.HEADING, Math.max(similarity, FLOOR_WITH_HEADING));
      }
    }

    /** A heading stands for itself under the same parent, whatever is shown below it. */
    private static boolean headGroup(Node old, Node now) {
      Node above = old.parent;
      return old.citation().last().kind() == Kind.HEADING
          && now.citation().last().kind() == Kind.HEADING
          && above != null
          && above.mate == now.parent;
    }

    /** Whether a node is a heading and nothing else. */
    private static boolean isBare(Node node) {
      return node.clause.text().isEmpty() && node.children.isEmpty();
    }

    private static String heading(Node node) {
      String kind = node.clause.getClass().getSimpleName() + ' ';
      if (node.clause instanceof Definition) {
        return kind + Words.folded(node.citation().last().label()).toLowerCase(Locale.ROOT);
      }
      if (node.clause instanceof EntityEntry entry) {
        return kind + Words.folded(entry.country() + ' ' + entry.name()).toLowerCase(Locale.ROOT);
      }
      String heading = Words.folded(Runs.text(node.clause.heading())).strip();
      // A copy may set a dash off or not, so that words come apart on one side only.
      return heading.indexOf(' ') < 0 ? "" : kind + heading.replace(" ", "");
    }

    /** Pairs two units, and what stands at the same place under both. */
    private static void related(Node old, Node now, Pass pass, double sure) {
      old.pair(now, pass, sure);
      Map<Citation, Node> under = new HashMap<>();
      for (Node child : old.children) {
        child.forEach(node -> under.putIfAbsent(node.citation(), node));
      }
      for (Node child : now.children) {
        child.forEach(node -> relative(node, old, now, under, sure));
      }
    }

    private static void relative(
        Node node, Node old, Node now, Map<Citation, Node> under, double sure) {
      if (node.mate == null && now.citation().isPrefixOf(node.citation())) {
        Node answer = under.get(node.citation().rebase(now.citation(), old.citation()));
        if (answer != null && answer.mate == null && sameKind(answer, node)) {
          answer.pair(node, Pass.CITATION, sure);
        }
      }
    }

    private record Candidate(Node old, Node now, double similarity) {}

    /**
     * The best pairs first. Ties fall by citation, the smaller of both first, so that exchanging
     * the sides gives the same pairs.
     */
    private static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble((Candidate c) -> -c.similarity())
            .thenComparing(c -> smaller(c.old().citation(), c.now().citation()))
            .thenComparing(c -> larger(c.old().citation(), c.now().citation()));

    private static Citation smaller(Citation left, Citation right) {
      return left.compareTo(right) <= 0 ? left : right;
    }

    private static Citation larger(Citation left, Citation right) {
      return left.compareTo(right) <= 0 ? right : left;
    }

    void byContent() {
      List<Node> olds = movable(before).stream().filter(Run::longEnough).toList();
      List<Node> news = movable(after).stream().filter(Run::longEnough).toList();
      if (olds.isEmpty() || news.isEmpty()) {
        return;
      }
      Map<Integer, List<Node>> oldIndex = index(olds);
      Map<Integer, Integer> newCounts = new HashMap<>();
      news.forEach(node -> node.shingles().forEach(s -> newCounts.merge(s, 1, Integer::sum)));
      List<Candidate> candidates = new ArrayList<>();
      news.forEach(node -> candidates.addAll(candidates(node, oldIndex, newCounts)));
      for (List<Candidate> group : groups(candidates)) {
        best(group)
            .forEach(
                candidate ->
                    related(
                        candidate.old(), candidate.now(), Pass.CONTENT, candidate.similarity()));
      }
    }

    /** Candidates that compete with each other, directly or through others. */
    private static List<List<Candidate>> groups(List<Candidate> candidates) {
      Map<Node, List<Candidate>> at = new HashMap<>();
      for (Candidate candidate : candidates) {
        at.computeIfAbsent(candidate.old(), node -> new ArrayList<>()).add(candidate);
        at.computeIfAbsent(candidate.now(), node -> new ArrayList<>()).add(candidate);
      }
      Set<Candidate> seen = new HashSet<>();
      List<List<Candidate>> groups = new ArrayList<>();
      for (Candidate first : candidates) {
        List<Candidate> group = new ArrayList<>();
        if (seen.add(first)) {
          group.add(first);
        }
        for (int i = 0; i < group.size(); i++) {
          for (Node node : List.of(group.get(i).old(), group.get(i).now())) {
            at.getOrDefault(node, List.of()).stream().filter(seen::add).forEach(group::add);
          }
        }
        if (!group.isEmpty()) {
          groups.add(group);
        }
      }
      groups.sort(Comparator.comparing(group -> Collections.min(group, BEST_FIRST), BEST_FIRST));
      return groups;
    }

    /** The pairs of a group that have most in common together; of a large group the best first. */
    private static List<Candidate> best(List<Candidate> group) {
      group.sort(BEST_FIRST);
      List<Node> olds = group.stream().map(Candidate::old).distinct().toList();
      List<Node> news = group.stream().map(Candidate::now).distinct().toList();
      if (Math.max(olds.size(), news.size()) > GROUP) {
        return bestFirst(group);
      }
      double[][] weights = new double[olds.size()][news.size()];
      Map<List<Integer>, Candidate> cells = new HashMap<>();
      for (int rank = 0; rank < group.size(); rank++) {
        Candidate candidate = group.get(rank);
        int row = olds.indexOf(candidate.old());
        int column = news.indexOf(candidate.now());
        weights[row][column] = candidate.similarity() + TIE / (rank + 1);
        cells.put(List.of(row, column), candidate);
      }
      int[] columns = Assignment.best(weights);
      List<Candidate> best = new ArrayList<>();
      for (int row = 0; row < columns.length; row++) {
        Candidate candidate = cells.get(List.of(row, columns[row]));
        if (candidate != null) {
          best.add(candidate);
        }
      }
      return best;
    }

    private static List<Candidate> bestFirst(List<Candidate> sorted) {
      Set<Node> taken = new HashSet<>();
      List<Candidate> best = new ArrayList<>();
      for (Candidate candidate : sorted) {
        if (!taken.contains(candidate.old()) && !taken.contains(candidate.now())) {
          taken.add(candidate.old());
          taken.add(candidate.now());
          best.add(candidate);
        }
      }
      return best;
    }

    private static double floor(Candidate candidate) {
      boolean items = Siblings.labelled(candidate.old()) && Siblings.labelled(candidate.now());
      return !items || candidate.old().unit().equals(candidate.now().unit())
          ? FLOOR
          : FLOOR_ELSEWHERE;
    }

    private static Map<Integer, List<Node>> index(List<Node> nodes) {
      Map<Integer, List<Node>> index = new HashMap<>();
      for (Node node : nodes) {
        for (int shingle : node.shingles()) {
          index.computeIfAbsent(shingle, s -> new ArrayList<>()).add(node);
        }
      }
      return index;
    }

    /** The few old units that share the most rare word pairs with a new one. */
    private static List<Candidate> candidates(
        Node now, Map<Integer, List<Node>> index, Map<Integer, Integer> newCounts) {
      Map<Node, Integer> shared = new HashMap<>();
      for (int shingle : now.shingles()) {
        List<Node> olds = index.getOrDefault(shingle, List.of());
        if (olds.size() <= RARE && newCounts.getOrDefault(shingle, 0) <= RARE) {
          olds.forEach(old -> shared.merge(old, 1, Integer::sum));
        }
      }
      return shared.entrySet().stream()
          .filter(entry -> sameKind(entry.getKey(), now))
          .sorted(
              Map.Entry.<Node, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(entry -> entry.getKey().citation()))
          .limit(CANDIDATES)
          .map(entry -> new Candidate(entry.getKey(), now, entry.getKey().similarity(now)))
          .filter(candidate -> candidate.similarity() >= floor(candidate))
          .toList();
    }
  }
}
