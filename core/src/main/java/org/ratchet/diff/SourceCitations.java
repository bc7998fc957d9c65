package org.ratchet.diff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.document.SourceCitation;
import org.ratchet.text.Runs;

/** What two states say of the documents that made and amended their units. */
final class SourceCitations {

  /** Units of one kind in one part. */
  private record Group(Citation part, Kind kind) {
    static Group of(Citation unit) {
      return new Group(unit.upTo(Kind.PART), unit.last().kind());
    }
  }

  /**
   * How the source citations of a unit differ.
   *
   * @param before the one before as a text of the unit; empty if the unit had none
   * @param after the one after, likewise
   * @param edits from one to the other; empty if one side has none
   */
  record Difference(Optional<Clause> before, Optional<Clause> after, List<TextEdit> edits) {}

  private final State before;
  private final State after;
  private final Set<Group> shownBefore;
  private final Set<Group> shownAfter;

  SourceCitations(State before, State after) {
    this.before = before;
    this.after = after;
    this.shownBefore = shown(before);
    this.shownAfter = shown(after);
  }

  private static Set<Group> shown(State state) {
    return state.sources().keySet().stream().map(Group::of).collect(Collectors.toSet());
  }

  /**
   * How the source citations of two units that answer to each other differ; nothing if they name
   * the same documents, or if one of them is not known.
   */
  Optional<Difference> between(Citation old, Citation now) {
    SourceCitation from = before.sources().get(old);
    SourceCitation to = after.sources().get(now);
    if (from == null && to == null) {
      return Optional.empty();
    }
    if (from == null || to == null) {
      boolean absent =
          from == null ? isAbsent(old, before, shownBefore) : isAbsent(now, after, shownAfter);
      return absent
          ? Optional.of(new Difference(clause(from), clause(to), List.of()))
          : Optional.empty();
    }
    if (Words.folded(from.text()).equals(Words.folded(to.text()))) {
      return Optional.empty();
    }
    List<TextEdit> edits = WordDiff.edits(OwnText.history(from.text()), OwnText.history(to.text()));
    return Optional.of(new Difference(clause(from), clause(to), edits));
  }

  /**
   * A unit has none only where others of its kind have one: a copy that shows none at all leaves
   * them out, and a unit that an instruction amended has one that is not printed yet.
   */
  private static boolean isAbsent(Citation unit, State state, Set<Group> shown) {
    return shown.contains(Group.of(unit)) && !state.amended(unit);
  }

  private static Optional<Clause> clause(@Nullable SourceCitation source) {
    return Optional.ofNullable(source)
        .map(known -> new Paragraph(known.unit(), Content.of(Runs.of(known.text()), known.span())));
  }
}
