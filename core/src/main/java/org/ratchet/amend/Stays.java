package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.amend.Amendment.ChangeForce;
import org.ratchet.clause.Citation;
import org.ratchet.document.StatusNote;
import org.ratchet.document.StatusNote.Kind;
import org.ratchet.text.Span;

/**
 * The notes on the standing of a text while an instruction is carried out. A stay is laid over the
 * text and taken away again; the text below it does not change.
 */
final class Stays {

  private final List<StatusNote> notes;

  Stays(List<StatusNote> notes) {
    this.notes = new ArrayList<>(notes);
  }

  List<StatusNote> notes() {
    return notes;
  }

  /** Lays a stay over a unit; a stay of the same unit that stands ends with it. */
  void stay(Citation unit, ChangeForce stay, String source, String words, Span span) {
    notes.removeIf(note -> isStay(note) && note.extent().isEmpty() && unit.isPrefixOf(note.unit()));
    notes.add(new StatusNote(Kind.STAYED, unit, "", stay.until(), source, words, span));
  }

  /**
   * Takes away the stay of a unit and of what is under it.
   *
   * @throws Refusal if no such stay is known, or more than the unit is stayed as one
   */
  void lift(Citation unit) throws Refusal {
    for (StatusNote note : notes) {
      boolean around = note.unit().isPrefixOf(unit) && !note.unit().equals(unit);
      if (isStay(note) && (around || (note.unit().equals(unit) && !note.extent().isEmpty()))) {
        String what = note.extent().isEmpty() ? "whole " + note.unit() : note.extent();
        throw new Refusal(
            "the stay of " + what + " is one; whether that of " + unit + " ends alone is not said");
      }
    }
    if (!notes.removeIf(note -> isStay(note) && unit.isPrefixOf(note.unit()))) {
      throw new Refusal(
          "no stay of " + unit + " is known; a text or a rule that stays it would be needed");
    }
  }

  /** What stood over a unit that is taken away stands over nothing. */
  void removed(Citation unit) {
    notes.removeIf(note -> isStay(note) && unit.isPrefixOf(note.unit()));
  }

  /** A stay goes with its text to another designation. */
  void moved(List<Citation> from, List<Citation> to) {
    for (int at = 0; at < notes.size(); at++) {
      StatusNote note = notes.get(at);
      for (int i = 0; i < from.size(); i++) {
        if (isStay(note) && from.get(i).isPrefixOf(note.unit())) {
          notes.set(at, at(note, note.unit().rebase(from.get(i), to.get(i))));
          break;
        }
      }
    }
  }

  private static StatusNote at(StatusNote note, Citation unit) {
    return new StatusNote(
        note.kind(), unit, note.extent(), note.date(), note.source(), note.text(), note.span());
  }

  private static boolean isStay(StatusNote note) {
    return note.kind() == Kind.STAYED;
  }
}
