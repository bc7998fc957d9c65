package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.amend.State;
import org.ratchet.document.StatusNote;

/**
 * Provisions whose text stays and whose force does not: one that is stayed does not apply, and
 * applies again when its stay ends. Which way that goes depends on what the provision does.
 */
final class StayCheck implements Check {

  @Override
  public String id() {
    return "stay";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (StatusNote note : delta.after().status()) {
      if (isStay(note) && !has(delta.before(), note)) {
        String until = note.date().isEmpty() ? "" : " until " + note.date();
        findings.add(finding(delta, note, " is stayed" + until + "; its text is unchanged."));
      }
    }
    for (StatusNote note : delta.before().status()) {
      if (isStay(note) && !has(delta.after(), note)) {
        String until = note.date().isEmpty() ? "" : " that was to last until " + note.date();
        findings.add(finding(delta, note, ": the stay" + until + " no longer stands."));
      }
    }
    return findings;
  }

  private static boolean isStay(StatusNote note) {
    return note.kind() == StatusNote.Kind.STAYED;
  }

  private static boolean has(State state, StatusNote wanted) {
    return state.status().stream()
        .anyMatch(
            note ->
                isStay(note)
                    && note.unit().equals(wanted.unit())
                    && note.extent().equals(wanted.extent())
                    && note.date().equals(wanted.date()));
  }

  private Finding finding(Delta delta, StatusNote note, String statement) {
    String extent = note.extent().isEmpty() ? "" : ", " + note.extent();
    return Findings.by(id(), note.unit())
        .on(Facet.TIME)
        .showing("before", delta.before().find(note.unit()))
        .showing("after", delta.after().find(note.unit()))
        .because("whether what is stayed restricts or frees is not worked out")
        .saying(note.unit() + extent + statement);
  }
}
