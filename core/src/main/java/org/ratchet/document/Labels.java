package org.ratchet.document;

import java.util.HashMap;
import java.util.Map;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;

/** Gives every clause of a document a citation of its own: what repeats a label gets an ordinal. */
final class Labels {

  private final Map<Citation, Integer> used = new HashMap<>();

  /** The citation of a labelled unit under a parent. */
  Citation labelled(Citation parent, Kind kind, String label) {
    Citation first = parent.then(kind, label);
    int times = used.merge(first, 1, Integer::sum);
    return times == 1 ? first : parent.then(new Step(kind, label, times - 1));
  }

  /** The citation of the next unit without a label under a parent. */
  Citation unlabelled(Citation parent, Kind kind) {
    int ordinal = used.merge(parent.then(new Step(kind, "", 0)), 1, Integer::sum);
    return parent.then(new Step(kind, "", ordinal));
  }
}
