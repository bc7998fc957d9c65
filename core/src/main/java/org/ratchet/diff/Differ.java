package org.ratchet.diff;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ratchet.amend.LedgerLine;
import org.ratchet.amend.State;
import org.ratchet.amend.State.Knowledge;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change.PairKind;

/**
 * Compares two states clause by clause. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * for (Change change : Differ.standard().compare(before, after)) {
 *   System.out.println(change.kind() + " " + change.citation());
 * }
 * }</pre>
 */
public final class Differ {

  private static final Pattern RESERVED = Pattern.compile("(?i).{0,60}\\[\\s*Reserved\\s*\\]\\.?");

  /** Steps whose label is taken from the text: another label there is another wording. */
  private static final Set<Kind> LABELLED_BY_CONTENT =
      EnumSet.of(Kind.UNLABELLED, Kind.ROW, Kind.ENTITY, Kind.DEFINITION, Kind.HEADING, Kind.TABLE);

  private static final int ID_LENGTH = 16;

  private Differ() {}

  /** The differ of this release. */
  public static Differ standard() {
    return new Differ();
  }

  /**
   * The changes from one state to another, in the order of their citations, editorial ones
   * included. A clause that one side does not know is never an addition or a removal.
   */
  public List<Change> compare(State before, State after) {
    if (before.equals(after)) {
      return List.of();
    }
    Comparison comparison = new Comparison(before, after);
    Aligner.Trees trees = Aligner.standard().trees(before, after);
    trees.after().forEach(comparison::after);
    trees.before().forEach(comparison::before);
    return comparison.changes.stream()
        .sorted(Comparator.comparing(Change::citation).thenComparing(Change::id))
        .toList();
  }

  /** One comparison at work. */
  private static final class Comparison {

    private final State before;
    private final State after;
    private final SourceCitations sources;
    private final List<Change> changes = new ArrayList<>();

    Comparison(State before, State after) {
      this.before = before;
      this.after = after;
      this.sources = new SourceCitations(before, after);
    }

    void after(Node node) {
      Node mate = node.mate;
      if (mate != null) {
        paired(mate, node);
      } else if (node.whole != null) {
        compared(node.whole, node, PairKind.SPLIT);
      } else if (node.shown() && !node.own().isSourceOnly()) {
        change(appeared(node));
        node.children.forEach(this::afterInside);
        return;
      }
      node.children.forEach(this::after);
    }

    /** Under a unit that is new as a whole, only what comes from elsewhere is a change. */
    private void afterInside(Node node) {
      if (node.mate != null || node.whole != null) {
        after(node);
      } else {
        node.children.forEach(this::afterInside);
      }
    }

    void before(Node node) {
      if (node.whole != null) {
        compared(node, node.whole, PairKind.MERGED);
      } else if (node.mate == null && node.shown() && !node.own().isSourceOnly()) {
        if (after.knowledge(place(node)) != Knowledge.UNKNOWN) {
          change(
              new Change.Removed(id("removed", node.clause), node.clause, cause(node.citation())));
        }
        node.children.forEach(this::beforeInside);
        return;
      }
      if (node.mate != null && nowReserved(node, node.mate)) {
        node.children.forEach(this::beforeInside);
        return;
      }
      node.children.forEach(this::before);
    }

    private void beforeInside(Node node) {
      if (node.mate != null || node.whole != null) {
        before(node);
      } else {
        node.children.forEach(this::beforeInside);
      }
    }

    private Change appeared(Node node) {
      Optional<LedgerLine> cause = cause(node.citation());
      return before.knowledge(place(node)) == Knowledge.UNKNOWN
          ? new Change.SetOut(id("set out", node.clause), node.clause, cause)
          : new Change.Added(id("added", node.clause), node.clause, cause);
    }

    /** Where a unit would stand on the other side, if the unit around it stands elsewhere. */
    private static Citation place(Node node) {
      for (Node at = node.parent; at != null; at = at.parent) {
        Node mate = at.mate;
        if (mate != null && at.citation().isPrefixOf(node.citation())) {
          return node.citation().rebase(at.citation(), mate.citation());
        }
      }
      return node.citation();
    }

    private void paired(Node old, Node now) {
      sources
          .between(old.citation(), now.citation())
          .ifPresent(difference -> change(sources(now.citation(), difference)));
      if ((old.shown() && now.shown()) || (headed(old) && headed(now))) {
        compared(old, now, kind(old, now));
      } else if (now.shown() && !now.own().text().isEmpty()) {
        Clause clause = ownText(now);
        change(new Change.SetOut(id("set out", clause), clause, cause(now.citation())));
      }
    }

    private static Change sources(Citation unit, SourceCitations.Difference difference) {
      String id =
          id(
              "source citation",
              unit.toString(),
              difference.before().map(Clauses::text).orElse(""),
              difference.after().map(Clauses::text).orElse(""));
      return new Change.Sources(
          id, unit, difference.before(), difference.after(), difference.edits());
    }

    /**
     * A heading is known where a unit is only named, as a section is whose paragraph is revised.
     */
    private static boolean headed(Node node) {
      return node.clause.text().isEmpty() && !node.clause.heading().isEmpty();
    }

    private void compared(Node old, Node now, PairKind kind) {
      List<TextEdit> edits = WordDiff.edits(old.own(), now.own());
      if (kind != PairKind.REVISED || !edits.isEmpty()) {
        String id =
            id(
                kind.word(),
                old.citation().toString(),
                old.own().text(),
                now.citation().toString(),
                now.own().text());
        change(new Change.Paired(id, kind, old.clause, now.clause, edits, cause(now.citation())));
      }
    }

    private static PairKind kind(Node old, Node now) {
      if (nowReserved(old, now)) {
        return PairKind.RESERVED;
      }
      if (!old.parts.isEmpty()) {
        return PairKind.SPLIT;
      }
      if (!now.parts.isEmpty()) {
        return PairKind.MERGED;
      }
      if (samePlace(old, now)) {
        return PairKind.REVISED;
      }
      return now.redesignated ? PairKind.REDESIGNATED : PairKind.MOVED;
    }

    private static boolean nowReserved(Node old, Node now) {
      return RESERVED.matcher(now.own().text()).matches()
          && !RESERVED.matcher(old.own().text()).matches();
    }

    /** The same citation, or the same place under units that answer to each other. */
    private static boolean samePlace(Node old, Node now) {
      if (old.citation().equals(now.citation())) {
        return true;
      }
      Node above = holder(old);
      Node aboveNow = holder(now);
      boolean sameHolder =
          (above == null || aboveNow == null) ? above == aboveNow : above.mate == aboveNow;
      return sameHolder
          && (old.citation().last().equals(now.citation().last())
              || (old.citation().last().kind() == now.citation().last().kind()
                  && LABELLED_BY_CONTENT.contains(now.citation().last().kind())));
    }

    /** The unit that a citation continues: groups such as subparts are no step of it. */
    private static @Nullable Node holder(Node node) {
      Node at = node.parent;
      while (at != null && !at.citation().isPrefixOf(node.citation())) {
        at = at.parent;
      }
      return at;
    }

    /** What stands under a unit answers for itself. */
    private static Clause ownText(Node node) {
      return node.clause.withContent(node.clause.content().withChildren(List.of()));
    }

    private void change(Change change) {
      changes.add(change);
    }

    /** The instruction that made a change: one that the state before does not know yet. */
    private Optional<LedgerLine> cause(Citation citation) {
      Optional<LedgerLine> line = after.cause(citation);
      return line.filter(l -> !before.cause(citation).equals(line));
    }

    private static String id(String kind, Clause clause) {
      List<String> parts = new ArrayList<>(List.of(kind, clause.citation().toString()));
      clause.stream().forEach(inner -> parts.add(OwnText.of(inner).text()));
      return id(parts.toArray(String[]::new));
    }

    private static String id(String... parts) {
      Hasher hasher = Hashing.sha256().newHasher();
      for (String part : parts) {
        hasher.putString(part, StandardCharsets.UTF_8).putByte((byte) 0);
      }
      return hasher.hash().toString().substring(0, ID_LENGTH);
    }
  }
}
