package org.ratchet.amend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ratchet.amend.Amendment.ChangeForce;
import org.ratchet.amend.Amendment.Force;
import org.ratchet.clause.Citation;
import org.ratchet.document.Rule;
import org.ratchet.document.StatusNote;
import org.ratchet.document.StatusNote.Kind;

/**
 * The regulation through time: a text of it and the rules published after that text. Each
 * instruction is carried out on the day on which it takes effect, those of one day in the order of
 * publication; until then it is pending, and a later rule may correct, delay or withdraw it. What
 * holds through a day, and a stay until a day, ends with that day. Immutable and safe to share
 * between threads.
 *
 * <pre>{@code
 * Timeline timeline = Timeline.of(State.of(regulation)).with(rule).with(correction);
 * State newYear = timeline.on(LocalDate.of(2026, 1, 1)).state();
 * }</pre>
 */
public final class Timeline {

  private final State base;
  private final List<Rule> rules;

  private Timeline(State base, List<Rule> rules) {
    this.base = base;
    this.rules = List.copyOf(rules);
  }

  /** A text of the regulation before any rule. */
  public static Timeline of(State base) {
    return new Timeline(base, List.of());
  }

  /** This timeline and a rule that was published after those that it holds. */
  public Timeline with(Rule rule) {
    return new Timeline(base, Stream.concat(rules.stream(), Stream.of(rule)).toList());
  }

  /**
   * The regulation as it stands on a day, and what became of each instruction by then. What takes
   * effect later is pending, and noted as such in the state. An instruction whose day is not
   * printed, or not understood, is refused, and so is one that the text already shows, since it
   * took effect by the day of that text.
   */
  public Outcome on(LocalDate day) {
    Enactment enactment = new Enactment(base);
    Map<Integer, LedgerLine> lines = new TreeMap<>();
    List<StatusNote> coming = new ArrayList<>();
    for (Schedule.Entry entry : Schedule.of(rules, day).entries()) {
      Optional<LedgerLine> line = entry.waits(day, base);
      if (line.isEmpty()) {
        enactment.enact(entry.pending());
        line = Optional.of(enactment.last());
      } else if (entry.comes(day)) {
        coming.addAll(notes(entry));
      }
      lines.put(entry.order(), line.get());
    }
    State state = enactment.state();
    List<StatusNote> status = new ArrayList<>(state.status());
    status.removeIf(note -> note.kind() == Kind.STAYED && ended(note.date(), day));
    status.addAll(coming);
    return new Outcome(
        state.withStatus(status).madeFrom(base), new Ledger(List.copyOf(lines.values())));
  }

  /** The days, in order, on which the regulation may read otherwise than on the day before. */
  public List<LocalDate> days() {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Schedule.Entry entry : Schedule.of(rules, LocalDate.MAX).entries()) {
      if (entry.isPartOf(base)) {
        continue;
      }
      entry.period().flatMap(Period::from).ifPresent(days::add);
      entry.period().flatMap(Period::until).map(last -> last.plusDays(1)).ifPresent(days::add);
      entry.pending().reading().operations().stream()
          .filter(ChangeForce.class::isInstance)
          .map(ChangeForce.class::cast)
          .filter(change -> change.force() == Force.STAYED)
          .flatMap(change -> Period.day(change.until()).stream())
          .forEach(last -> days.add(last.plusDays(1)));
    }
    base.status().stream()
        .filter(note -> note.kind() == Kind.STAYED)
        .flatMap(note -> Period.day(note.date()).stream())
        .forEach(last -> days.add(last.plusDays(1)));
    return List.copyOf(days);
  }

  private static boolean ended(String until, LocalDate day) {
    return Period.day(until).filter(last -> last.isBefore(day)).isPresent();
  }

  private static List<StatusNote> notes(Schedule.Entry entry) {
    Pending pending = entry.pending();
    return pending.targets().stream().map(target -> note(pending, target)).toList();
  }

  private static StatusNote note(Pending pending, Citation target) {
    return new StatusNote(
        Kind.AMENDMENT_PENDING,
        target,
        "",
        pending.effective(),
        pending.source(),
        pending.reading().instruction().text(),
        pending.reading().instruction().span());
  }
}
