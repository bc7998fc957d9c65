package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Supplement;

/**
 * The texts that an extent of a unit means, each standing in a clause.
 *
 * @param headings the clauses whose headings are meant
 * @param texts the clauses whose own texts are meant
 */
record TextScope(List<Clause> headings, List<Clause> texts) {

  static TextScope of(Clause unit, Extent extent, List<Clause> siblings) {
    return switch (extent) {
      case WHOLE -> {
        List<Clause> all = unit.stream().filter(c -> !(c instanceof Ellipsis)).toList();
        yield new TextScope(all, all);
      }
      case HEADING -> new TextScope(List.of(unit), List.of());
      case INTRODUCTORY_TEXT -> {
        boolean own = !(unit instanceof Section || unit instanceof Supplement);
        List<Clause> introduction = introduction(unit);
        yield new TextScope(own ? List.of(unit) : List.of(), own ? List.of(unit) : introduction);
      }
      case FOLLOWING_TEXT -> {
        List<Clause> following = following(unit, siblings);
        yield new TextScope(List.of(), following);
      }
    };
  }

  /** The one text whose sentences are counted: a unit's own, or that of its only paragraph. */
  static Optional<Clause> sentences(Clause unit, Extent extent, List<Clause> siblings) {
    if (extent == Extent.FOLLOWING_TEXT) {
      return only(following(unit, siblings));
    }
    if (!unit.text().isEmpty()) {
      return Optional.of(unit);
    }
    List<Clause> introduction = introduction(unit);
    boolean all =
        extent == Extent.INTRODUCTORY_TEXT || introduction.size() == unit.children().size();
    return all ? only(introduction) : Optional.empty();
  }

  private static Optional<Clause> only(List<Clause> clauses) {
    return clauses.size() == 1 ? Optional.of(clauses.get(0)) : Optional.empty();
  }

  /** The undesignated paragraphs before the first unit with a label. */
  static List<Clause> introduction(Clause unit) {
    return unit.children().stream().takeWhile(TextScope::isUndesignated).toList();
  }

  /** The undesignated text behind a unit, whether it was read as the unit's or as its neighbour. */
  private static List<Clause> following(Clause unit, List<Clause> siblings) {
    List<Clause> following =
        new ArrayList<>(unit.children().stream().filter(TextScope::isUndesignated).toList());
    Predicate<Clause> isUnit = sibling -> sibling.citation().equals(unit.citation());
    siblings.stream()
        .dropWhile(isUnit.negate())
        .skip(1)
        .takeWhile(TextScope::isUndesignated)
        .forEach(following::add);
    return following;
  }

  private static boolean isUndesignated(Clause clause) {
    return clause.citation().last().kind() == Kind.UNLABELLED;
  }
}
