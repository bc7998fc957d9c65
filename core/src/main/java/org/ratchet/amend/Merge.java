package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Step.Kind;

/** What is set out, with the existing text where asterisks stand for it. */
final class Merge {

  private Merge() {}

  /** The clause set out, completed from the one that stands at its place. */
  static Clause of(Clause now, Clause old) {
    if (now.content().shown() == Shown.CONTEXT) {
      return context(now, old);
    }
    boolean known = old.content().shown() == Shown.WHOLE;
    return now.withContent(
        now.content().withChildren(children(now.children(), old.children(), known)));
  }

  /** A clause shown as context keeps its text and everything that is not set out under it. */
  private static Clause context(Clause now, Clause old) {
    List<Clause> children = new ArrayList<>(old.children());
    int at = 0;
    for (Clause child : now.children()) {
      if (child instanceof Ellipsis) {
        continue;
      }
      int found = index(children, child.citation());
      if (found >= 0) {
        children.set(found, of(child, children.get(found)));
        at = found + 1;
      } else {
        children.add(Math.min(at, children.size()), child);
        at++;
      }
    }
    Content content = old.content();
    return old.withContent(content.withChildren(children));
  }

  /**
   * Asterisks stand for the units of the old text between those around them; where it is known and
   * has none, for nothing. Asterisks at the end of a new unit stand for what follows it.
   */
  private static List<Clause> children(List<Clause> now, List<Clause> old, boolean known) {
    List<Clause> merged = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < now.size(); i++) {
      Clause child = now.get(i);
      if (child instanceof Ellipsis) {
        int end = followingAnchor(now, i, old, next);
        List<Clause> kept = old.subList(next, Math.max(next, end));
        merged.addAll(kept.isEmpty() && old.isEmpty() && !known ? List.of(child) : kept);
        next = Math.max(next, end);
      } else {
        int found = index(old, child.citation());
        if (found < 0 && known) {
          Clause whole = withoutTrailingStars(child);
          merged.add(whole);
          if (!whole.equals(child) && i == now.size() - 1) {
            List<Clause> rest = following(child, old.subList(next, old.size()));
            merged.addAll(rest);
            next = rest.isEmpty() ? next : old.size();
          }
        } else {
          merged.add(found < 0 ? child : of(child, old.get(found)));
          next = found < 0 ? next : found + 1;
        }
      }
    }
    return merged;
  }

  private static List<Clause> following(Clause child, List<Clause> old) {
    return old.stream()
        .filter(other -> other.citation().last().kind() == Kind.PARAGRAPH)
        .filter(other -> other.citation().compareTo(child.citation()) > 0)
        .toList();
  }

  /** A new unit without the asterisks at its end, which stand for what follows it. */
  static Clause withoutTrailingStars(Clause clause) {
    List<Clause> children = new ArrayList<>(clause.children());
    while (!children.isEmpty() && children.get(children.size() - 1) instanceof Ellipsis) {
      children.remove(children.size() - 1);
    }
    if (!children.isEmpty()) {
      int last = children.size() - 1;
      children.set(last, withoutTrailingStars(children.get(last)));
    }
    return children.equals(clause.children())
        ? clause
        : clause.withContent(clause.content().withChildren(children));
  }

  private static int followingAnchor(List<Clause> now, int from, List<Clause> old, int next) {
    for (int i = from + 1; i < now.size(); i++) {
      int found = index(old, now.get(i).citation());
      if (found >= next && !(now.get(i) instanceof Ellipsis)) {
        return found;
      }
    }
    return old.size();
  }

  private static int index(List<Clause> clauses, Citation citation) {
    for (int i = 0; i < clauses.size(); i++) {
      if (!(clauses.get(i) instanceof Ellipsis) && clauses.get(i).citation().equals(citation)) {
        return i;
      }
    }
    return -1;
  }
}
