package org.ratchet.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.clause.Note;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * The lists inside the notes and parts of an entry: which one is open, and which of those since the
 * last item another note interrupted.
 */
final class NoteLists {

  private static final Pattern GOES_ON =
      Pattern.compile(".*(?:[;,]|\\b(?:and|or))", Pattern.DOTALL);

  /** The lists of the notes since the last item, latest first. */
  private final Deque<NestedList> notes = new ArrayDeque<>();

  private NestedList list;
  private boolean inNote;

  /** Whether the open note is in italics, or else the first entry of its list. */
  private boolean italic;

  private boolean goesOn;

  NoteLists(Node holder) {
    this.list = new NestedList(holder);
  }

  /** What follows belongs to a node that is no note. */
  void hold(Node holder) {
    list = new NestedList(holder);
    inNote = false;
    goesOn = false;
  }

  /** What follows belongs to a note. */
  void open(Node holder, Note note) {
    hold(holder);
    inNote = true;
    notes.push(list);
    italic = Texts.mostlyItalic(note.text());
  }

  /** An item or a part begins: no list before it is resumed. */
  void close() {
    notes.clear();
  }

  boolean inNote() {
    return inNote;
  }

  NestedList list() {
    return list;
  }

  /** Takes in an entry of the open list. */
  void add(ListLabel label, Node node, List<Run> text) {
    if (list.isEmpty() && list.holder().clause().text().isEmpty()) {
      italic = Texts.mostlyItalic(text);
    }
    list.add(label, node);
    goesOn = GOES_ON.matcher(Runs.text(text).strip()).matches();
  }

  /** The list of a note that a heading names, {@code Note 2}, if that note is not far. */
  Optional<NestedList> ofNote(String name) {
    return notes.stream()
        .filter(list -> list.holder().clause().citation().last().label().equalsIgnoreCase(name))
        .findFirst();
  }

  /** Goes on with the list of a note that a label of several steps, {@code b.1.}, is under. */
  boolean resumeUnder(List<String> above) {
    return resume(notes.stream().filter(note -> note.under(above).isPresent()).findFirst());
  }

  /** Goes on with the list of a note that a label is the next of. */
  boolean resumeAt(ListLabel label) {
    return resume(notes.stream().filter(note -> note.goesOn(label)).findFirst());
  }

  private boolean resume(Optional<NestedList> note) {
    if (note.isEmpty()) {
      return false;
    }
    list = note.get();
    inNote = true;
    italic = true;
    return true;
  }

  /**
   * Whether a label of several steps goes on with an open entry of a note's list: where the entry
   * has no such item, or has it already, or else where the note is in italics.
   *
   * @param above the labels above it
   * @param italics whether what it labels is in italics
   * @param known whether the entry has an item with this label
   * @param knownAbove whether the entry has the item above
   */
  boolean takes(List<String> above, boolean italics, boolean known, boolean knownAbove) {
    if (!inNote || list.under(above).isEmpty()) {
      return false;
    }
    if (italic != italics) {
      return italics;
    }
    return italics || known || !knownAbove;
  }

  /**
   * Whether a label of one step belongs to the open note, whatever items the entry has: where the
   * note is in italics and the items are upright, italics tell also across a gap in the list.
   */
  boolean claims(boolean italics, boolean uprightItems) {
    return inNote && italic && italics && uprightItems && !list.isEmpty();
  }

  /** Whether the open note has a list that a label goes on with or could open. */
  boolean couldTake(ListLabel label) {
    return inNote && list.takes(label);
  }

  /** Whether the note is in italics and a text is not, or the reverse. */
  boolean differs(boolean italics) {
    return italic != italics;
  }

  boolean italic() {
    return italic;
  }

  /** Whether the last entry of the list ends as one that another follows. */
  boolean goesOn() {
    return goesOn;
  }
}
