package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ratchet.amend.State.Knowledge;
import org.ratchet.clause.Citation;
import org.ratchet.document.Instruction;
import org.ratchet.document.StatusNote;
import org.ratchet.document.StatusNote.Kind;

/**
 * The notes on the standing of a text while an instruction is carried out. A stay is laid over the
 * text and taken away again; the text below it does not change.
 */
final class Stays {

  private static final Pattern OURS =
      Pattern.compile(
          "(?:introductory text|heading|the undesignated text that follows it)?"
              + "(?:,? ?[\\w ]+ sentence)?");

  private final List<StatusNote> notes;

  Stays(List<StatusNote> notes) {
    this.notes = new ArrayList<>(notes);
  }

  List<StatusNote> notes() {
    return notes;
  }

  /**
   * Lays a stay over a unit or a part of its text; one that lay there, or on less of it, goes.
   *
   * @param extent which text of the unit, in words; empty if all of it
   */
  void stay(Citation unit, String extent, String until, Pending by) {
    notes.removeIf(note -> isStay(note) && within(note, unit, extent));
    Instruction asks = by.reading().instruction();
    notes.add(
        new StatusNote(Kind.STAYED, unit, extent, until, by.source(), asks.text(), asks.span()));
  }

  /**
   * Takes away the stay of a unit and of what is under it, or of a part of its text.
   *
   * @throws Refusal if no such stay is known, or more is stayed as one
   */
  void lift(Citation unit, String extent) throws Refusal {
    for (StatusNote note : notes) {
      boolean around = note.unit().isPrefixOf(unit);
      if (isStay(note) && around && !within(note, unit, extent)) {
        throw new Refusal(
            "the stay of "
                + (note.unit() + " " + note.extent()).strip()
                + " is one; whether that of "
                + unit
                + " ends alone is not said");
      }
    }
    if (!notes.removeIf(note -> isStay(note) && within(note, unit, extent))) {
      throw new Refusal(
          "no stay of " + unit + " is known; a text or a rule that stays it would be needed");
    }
  }

  private static boolean within(StatusNote note, Citation unit, String extent) {
    return extent.isEmpty()
        ? unit.isPrefixOf(note.unit()) && (note.extent().isEmpty() || isOurs(note))
        : unit.equals(note.unit()) && extent.equals(note.extent());
  }

  /** An editor's words for a text of a unit may mean more units than the one they stand in. */
  private static boolean isOurs(StatusNote note) {
    return OURS.matcher(note.extent()).matches();
  }

  /** What stood over a unit that is taken away stands over nothing. */
  void removed(Citation unit) {
    notes.removeIf(note -> isStay(note) && unit.isPrefixOf(note.unit()));
  }

  /**
   * The notes that an instruction leaves. A stay whose text is gone, in whatever way it went, ends;
   * that of a sentence goes with the sentence.
   *
   * @throws Refusal if it is not said which sentence is stayed from now on
   */
  static List<StatusNote> settled(List<StatusNote> notes, State before, State after)
      throws Refusal {
    List<StatusNote> left = new ArrayList<>();
    for (StatusNote note : notes) {
      if (!isStay(note) || !before.status().contains(note)) {
        left.add(note);
      } else if (stands(note.unit(), after) || !stands(note.unit(), before)) {
        StayedText.settled(note, before, after).ifPresent(left::add);
      }
    }
    return left;
  }

  /** Whether a text may stand at a citation, known or not. */
  private static boolean stands(Citation unit, State state) {
    return state.knowledge(unit) != Knowledge.ABSENT
        && state.find(unit).filter(Execution::isReserved).isEmpty();
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
