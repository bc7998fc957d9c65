package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Ellipsis;

/** What is set out, with the existing text where asterisks stand for it. */
final class Merge {

  private Merge() {}

  /** The clause set out, completed from the one that stands at its place. */
  static Clause of(Clause now, Clause old) {
    if (now.content().shown() == Shown.CONTEXT) {
      return context(now, old);
    }
    return now.withContent(now.content().withChildren(children(now.children(), old.children())));
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

  private static List<Clause> children(List<Clause> now, List<Clause> old) {
    List<Clause> merged = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < now.size(); i++) {
      Clause child = now.get(i);
      if (child instanceof Ellipsis) {
        int end = followingAnchor(now, i, old, next);
        List<Clause> kept = old.subList(next, Math.max(next, end));
        merged.addAll(kept.isEmpty() && old.isEmpty() ? List.of(child) : kept);
        next = Math.max(next, end);
      } else {
        int found = index(old, child.citation());
        merged.add(found < 0 ? child : of(child, old.get(found)));
        next = found < 0 ? next : found + 1;
      }
    }
    return merged;
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
