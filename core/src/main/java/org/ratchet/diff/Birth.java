package org.ratchet.diff;

import java.util.Map;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;

/** Where a unit stood before any redesignation: what stays the same when its citation changes. */
final class Birth {

  private static final Citation NEW = Citation.ROOT.then(Kind.HEADING, "new");

  private Birth() {}

  static Citation of(State state, Citation citation) {
    Map<Citation, Citation> origins = state.origins();
    if (origins.isEmpty()) {
      return citation;
    }
    for (Citation at = citation; !at.steps().isEmpty(); at = at.parent()) {
      Citation origin = origins.get(at);
      if (origin != null) {
        return origin.steps().isEmpty()
            ? citation.rebase(Citation.ROOT, NEW)
            : citation.rebase(at, origin);
      }
    }
    return citation;
  }
}
