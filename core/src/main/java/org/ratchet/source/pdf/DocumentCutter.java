package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.source.pdf.BlockBuilder.Footnote;
import org.ratchet.source.pdf.Draft.Shape;
import org.ratchet.text.Run;
import org.ratchet.text.Style.Rise;

/**
 * Parts the documents that share a file. A document ends with its {@code [FR Doc. …]} line and the
 * billing code after it; a billing code alone ends nothing.
 */
final class DocumentCutter {

  private static final Pattern NUMBER = Pattern.compile("\\[FR Doc\\.? ([^\\s;]+)");

  /**
   * A document of a file, or the part of it that the file holds.
   *
   * @param number its number with hyphens, if its last line is there
   * @param hasBeginning whether it begins in the file
   * @param drafts its blocks
   * @param notes its footnotes
   */
  record Cut(Optional<String> number, boolean hasBeginning, List<Draft> drafts, List<Draft> notes) {

    boolean isWhole() {
      return hasBeginning && number.isPresent();
    }
  }

  private DocumentCutter() {}

  /** The documents of a file in order. */
  static List<Cut> cut(List<Draft> drafts, List<Footnote> notes) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i).shape == Shape.FR_DOC) {
        boolean billed = i + 1 < drafts.size() && drafts.get(i + 1).shape == Shape.BILLING;
        ends.add(billed ? i + 2 : i + 1);
      }
    }
    if (ends.isEmpty() || ends.get(ends.size() - 1) < drafts.size()) {
      ends.add(drafts.size());
    }
    List<List<Draft>> owned = owners(drafts, notes, ends);
    List<Cut> cuts = new ArrayList<>();
    int from = 0;
    for (int k = 0; k < ends.size(); k++) {
      List<Draft> part = List.copyOf(drafts.subList(from, ends.get(k)));
      from = ends.get(k);
      if (!part.isEmpty()) {
        cuts.add(new Cut(number(part), Kinds.isBeginning(part.get(0)), part, owned.get(k)));
      }
    }
    return cuts;
  }

  /** The number in the last line of a document, with hyphens for dashes. */
  private static Optional<String> number(List<Draft> part) {
    for (int i = part.size() - 1; i >= 0; i--) {
      Draft draft = part.get(i);
      if (draft.shape == Shape.FR_DOC) {
        Matcher matcher = NUMBER.matcher(draft.text());
        return matcher.find() ? Optional.of(key(matcher.group(1))) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A document number with hyphens for dashes. */
  static String key(String number) {
    return number.replace('\u2013', '-').replace('\u2014', '-');
  }

  /**
   * The footnotes of each document. A footnote stands at the foot of a column in which another
   * document may have begun, so the document that refers to its number on that page has it.
   */
  private static List<List<Draft>> owners(
      List<Draft> drafts, List<Footnote> notes, List<Integer> ends) {
    List<List<Draft>> owned = new ArrayList<>();
    ends.forEach(end -> owned.add(new ArrayList<>()));
    for (Footnote note : notes) {
      int at = document(Math.max(0, note.after() - 1), ends);
      int owner = at;
      for (int k = at; k >= Math.max(0, at - 1); k--) {
        int from = k == 0 ? 0 : ends.get(k - 1);
        if (refers(drafts.subList(from, ends.get(k)), note.draft())) {
          owner = k;
          break;
        }
      }
      owned.get(owner).add(note.draft());
    }
    return owned;
  }

  private static int document(int index, List<Integer> ends) {
    int k = 0;
    while (k + 1 < ends.size() && index >= ends.get(k)) {
      k++;
    }
    return k;
  }

  private static boolean refers(List<Draft> part, Draft note) {
    String number = note.runs.isEmpty() ? "" : note.runs.get(0).text().strip();
    for (Draft draft : part) {
      for (Run run : draft.runs) {
        if (run.style().rise() == Rise.SUPER && run.text().strip().equals(number)) {
          return true;
        }
      }
    }
    return false;
  }
}
