package org.ratchet.meaning;

import java.util.List;
import java.util.Optional;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Note;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.diff.Change;
import org.ratchet.diff.TextEdit;

/** What is said of a change that no check explains: that its direction is not known, and why. */
final class Unexplained {

  private static final String ID = "unexplained";

  private Unexplained() {}

  static Finding finding(Change change) {
    Clause clause = change.after().or(change::before).orElseThrow();
    return Findings.by(ID, change.citation())
        .on(Places.facet(clause))
        .explaining(List.of(change))
        .showing(change)
        .because(reason(change, clause))
        .saying(statement(change));
  }

  /** What is left of a change when a check has judged a part of it. */
  static Finding rest(String check, Change change, Clause clause, String judged) {
    return Findings.by(check, clause.citation())
        .on(Places.facet(clause))
        .explaining(List.of(change))
        .showing(change)
        .because("the words changed in more than " + judged + ", in a way that is not compared")
        .saying(clause.citation() + ": other words than " + judged + " changed as well.");
  }

  private static String statement(Change change) {
    String where = change.citation().toString();
    Optional<String> from =
        change
            .before()
            .map(clause -> clause.citation().toString())
            .filter(before -> !before.equals(where));
    return where + " is " + change.kind() + from.map(f -> " (before: " + f + ")").orElse("") + ".";
  }

  private static boolean ofMarks(Change change) {
    List<TextEdit> edits =
        change.edits().stream()
            .filter(edit -> edit.kind() != TextEdit.Kind.EQUAL && !edit.editorial())
            .toList();
    return !edits.isEmpty()
        && edits.stream()
            .noneMatch(edit -> edit.text().codePoints().anyMatch(Character::isLetterOrDigit));
  }

  private static String reason(Change change, Clause clause) {
    if (change instanceof Change.SetOut) {
      return "the text before is not known, so that there is nothing to compare it with";
    }
    if (ofMarks(change)) {
      return "only punctuation changed, and whether that regroups what it separates is not worked out";
    }
    if (clause instanceof Table || clause instanceof TableRow) {
      return "the cells of this table are not interpreted";
    }
    if (change instanceof Change.Added) {
      return "a new provision whose words state no requirement, exception, destination, party or quantity that is understood";
    }
    if (change instanceof Change.Removed) {
      return "a provision is gone whose words state no requirement, exception, destination, party or quantity that is understood";
    }
    if (change instanceof Change.Paired pair && !pair.oneToOne()) {
      return "the words of one clause are those of several on the other side, and what their new order does to their effect is not worked out";
    }
    if (change instanceof Change.Paired pair && pair.edits().isEmpty()) {
      return "the words are the same at another place, and whether the place changes their effect is not known";
    }
    if (clause instanceof Note) {
      return "the note explains or defines, and what follows from its new words for the entry is not worked out";
    }
    return "the words changed but state no quantity, destination, party or policy in a form that is compared";
  }
}
