package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.document.StatusNote;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Provisions whose text stays and whose force does not: one that is stayed does not apply, and
 * applies again when its stay ends. Which way that goes depends on what the provision does.
 */
final class StayCheck implements Check {

  /** Says that what stands below are conditions of which one less is more. */
  private static final Pattern ALL_OF =
      Pattern.compile(
          "(?i)\\b(?:all|each|both|every(?:one)?)(?: of)? (?:the )?(?:follow|these|condition)");

  @Override
  public String id() {
    return "stay";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (StatusNote note : delta.after().status()) {
      if (isStay(note) && !has(delta.before(), note)) {
        findings.addAll(told(delta, note, true));
      }
    }
    for (StatusNote note : delta.before().status()) {
      if (isStay(note) && !has(delta.after(), note)) {
        findings.addAll(told(delta, note, false));
      }
    }
    return findings;
  }

  private List<Finding> told(Delta delta, StatusNote note, boolean comes) {
    String date = note.date();
    String statement =
        comes
            ? " is stayed" + (date.isEmpty() ? "" : " until " + date) + "; its text is unchanged."
            : ": the stay"
                + (date.isEmpty() ? "" : " that was to last until " + date)
                + " no longer stands.";
    Optional<Clause> clause = (comes ? delta.after() : delta.before()).find(note.unit());
    Optional<Facet> restricts =
        clause
            .filter(c -> note.extent().isEmpty())
            .flatMap(c -> restricts(c, comes ? delta.after() : delta.before()));
    if (restricts.isEmpty()) {
      return List.of(
          draft(delta, note)
              .on(Facet.TIME)
              .because("whether what is stayed restricts or frees is not worked out")
              .saying(name(note) + statement));
    }
    Direction now = comes ? Direction.LOOSER : Direction.TIGHTER;
    List<Finding> findings = new ArrayList<>();
    findings.add(
        draft(delta, note)
            .on(restricts.get())
            .towards(now, Certainty.BY_POLARITY)
            .because("a provision that is stayed does not apply")
            .saying(name(note) + statement));
    if (!date.isEmpty()) {
      findings.add(
          draft(delta, note)
              .on(Facet.TIME)
              .towards(now.flip(), Certainty.BY_POLARITY)
              .because("the end of the stay is printed with it")
              .saying(
                  name(note)
                      + (comes
                          ? " applies again when its stay ends, on " + date + "."
                          : " was to apply again only on " + date + ".")));
    }
    return findings;
  }

  /** On which side of control a provision restricts, if all that it is known to do is that. */
  private static Optional<Facet> restricts(Clause clause, State state) {
    List<Operative> does =
        clause.stream()
            .filter(Paragraph.class::isInstance)
            .flatMap(each -> Operative.of(each, state).stream())
            .toList();
    boolean frees =
        clause.stream()
            .flatMap(each -> Operative.sentences(each).stream())
            .anyMatch(Operative::frees);
    boolean conjunct =
        Operative.of(clause, state).stream().anyMatch(Operative::limb)
            && ALL_OF.matcher(Operative.above(clause, state)).find();
    boolean all = !does.isEmpty() && !frees && !conjunct;
    all &= does.stream().allMatch(Operative::restricts);
    return all ? Optional.of(does.get(0).facet(clause)) : Optional.empty();
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

  private Findings draft(Delta delta, StatusNote note) {
    return Findings.by(id(), note.unit())
        .showing("before", delta.before().find(note.unit()))
        .showing("after", delta.after().find(note.unit()));
  }

  private static String name(StatusNote note) {
    return note.unit() + (note.extent().isEmpty() ? "" : ", " + note.extent());
  }
}
