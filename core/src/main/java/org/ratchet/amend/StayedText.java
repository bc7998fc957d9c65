package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.Amendment.Sentences;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.amend.SentenceBreaks.Range;
import org.ratchet.clause.Clause;
import org.ratchet.document.StatusNote;
import org.ratchet.text.NormalText;

/**
 * Which text of a unit a stay names, where that is less than the unit.
 *
 * @param extent how much of the unit
 * @param sentences which sentences of that
 */
record StayedText(Extent extent, Sentences sentences) {

  private static final String SENTENCE = " sentence";
  private static final int MOST = 99;

  /** Which text is meant, as a note on it says; empty if all of the unit. */
  static String inWords(Extent extent, Sentences sentences) {
    return AmendmentWords.part(extent, sentences).replaceFirst("^[, ]+", "");
  }

  /** The same read back; none of an editor's own words. */
  private static Optional<StayedText> of(String words) {
    for (Extent extent : Extent.values()) {
      String head = inWords(extent, Sentences.ALL);
      if (words.equals(head)) {
        return Optional.of(new StayedText(extent, Sentences.ALL));
      }
      if (words.startsWith(head) && words.endsWith(SENTENCE)) {
        String named = words.substring(head.length(), words.length() - SENTENCE.length());
        List<Integer> ordinals = ordinals(named.replaceFirst("^[, ]+", ""));
        if (!ordinals.isEmpty()) {
          return Optional.of(new StayedText(extent, new Sentences(ordinals)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Integer> ordinals(String words) {
    List<Integer> ordinals = new ArrayList<>();
    for (String word : words.split(" and ", -1)) {
      int ordinal = word.equals(AmendmentWords.ordinal(Sentences.LAST)) ? Sentences.LAST : 1;
      while (0 < ordinal && ordinal <= MOST && !AmendmentWords.ordinal(ordinal).equals(word)) {
        ordinal++;
      }
      if (ordinal > MOST) {
        return List.of();
      }
      ordinals.add(ordinal);
    }
    return ordinals;
  }

  /**
   * A stay after an instruction: the same, or of the same sentences at other places; none if their
   * text is gone.
   *
   * @throws Refusal if it is not said which sentences are stayed from now on
   */
  static Optional<StatusNote> settled(StatusNote note, State before, State after) throws Refusal {
    Optional<StayedText> text = of(note.extent());
    if (text.isEmpty() || note.extent().isEmpty()) {
      return Optional.of(note);
    }
    List<String> old = text.get().sentencesOf(note, before);
    List<String> now = text.get().sentencesOf(note, after);
    if (old.isEmpty() || old.equals(now)) {
      return Optional.of(note);
    }
    return text.get().sentences().all()
        ? Optional.of(note).filter(any -> !now.isEmpty())
        : text.get().settled(note, old, now);
  }

  private Optional<StatusNote> settled(StatusNote note, List<String> old, List<String> now)
      throws Refusal {
    List<Integer> named = new ArrayList<>();
    for (int ordinal : sentences.ordinals()) {
      named.add((ordinal == Sentences.LAST ? old.size() : ordinal) - 1);
    }
    List<String> others = without(named, old);
    List<Integer> found = new ArrayList<>();
    for (int at : named) {
      String sentence = at < old.size() ? old.get(at) : "";
      int place = now.indexOf(sentence);
      found.add(place == now.lastIndexOf(sentence) ? place : -1);
    }
    if (!found.contains(-1)) {
      return Optional.of(at(note, found, now.size() - 1));
    }
    if (old.size() == now.size() && without(named, now).equals(others)) {
      return Optional.of(note);
    }
    if (now.equals(others)) {
      return Optional.empty();
    }
    throw new Refusal(
        Status.AMBIGUOUS,
        "the "
            + note.extent()
            + " of "
            + note.unit()
            + " is stayed; which sentence of the new text is stayed is not said");
  }

  private static List<String> without(List<Integer> places, List<String> all) {
    List<String> others = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      if (!places.contains(at)) {
        others.add(all.get(at));
      }
    }
    return others;
  }

  private StatusNote at(StatusNote note, List<Integer> places, int last) {
    List<Integer> ordinals = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      boolean still = sentences.ordinals().get(i) == Sentences.LAST && places.get(i) == last;
      ordinals.add(still ? Sentences.LAST : places.get(i) + 1);
    }
    return new StatusNote(
        note.kind(),
        note.unit(),
        inWords(extent, new Sentences(ordinals)),
        note.date(),
        note.source(),
        note.text(),
        note.span());
  }

  /** The sentences among which some are stayed; none if there is no text, or more than one. */
  private List<String> sentencesOf(StatusNote note, State state) {
    Optional<Clause> unit = state.find(note.unit());
    if (unit.isEmpty()) {
      return List.of();
    }
    List<Clause> siblings = new Tree(state.clauses()).siblings(note.unit());
    List<Clause> texts =
        sentences.all()
            ? TextScope.of(unit.get(), extent, siblings).texts()
            : TextScope.sentences(unit.get(), extent, siblings).stream().toList();
    List<String> found = new ArrayList<>();
    for (Clause clause : texts) {
      String text = Phrase.joined(clause.text());
      for (Range range : SentenceBreaks.of(text)) {
        found.add(NormalText.of(text.substring(range.from(), range.to())).text());
      }
    }
    return found;
  }
}
