package org.ratchet.amend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.Amendment.ChangeForce;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.Amendment.Force;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Citation;
import org.ratchet.document.Rule;
import org.ratchet.document.RuleMetadata;

/**
 * When the instructions of some rules have effect, as it is known on a day: what by then was
 * withdrawn or delayed, and what is corrected while it is pending, which takes effect with what it
 * corrects.
 */
final class Schedule {

  /**
   * One instruction, or the part of one that has effect at one time.
   *
   * @param pending what is carried out
   * @param period when it has effect; empty if that is not known
   * @param order its place among all, in the order of publication and of print
   * @param withdrawn by what it was withdrawn; empty if it was not
   */
  record Entry(Pending pending, Optional<Period> period, int order, String withdrawn) {

    /** What is to be said of it on a day on which it is not carried out; empty if it is. */
    Optional<LedgerLine> waits(LocalDate day) {
      if (!pending.reading().reason().isEmpty()) {
        return Optional.empty();
      }
      if (!withdrawn.isEmpty()) {
        return Optional.of(
            pending.line(Status.PENDING, "withdrawn by " + withdrawn + " before it took effect"));
      }
      if (period.isEmpty()) {
        return Optional.of(
            pending.line(
                Status.REFUSED,
                "no day is printed, or none that is understood, on which it takes effect; without"
                    + " it the state of a day cannot be told"));
      }
      return period.get().holds(day)
          ? Optional.empty()
          : Optional.of(pending.line(Status.PENDING, why(period.get(), day)));
    }

    private static String why(Period period, LocalDate day) {
      if (!period.isAfter(day)) {
        return "had effect until " + period.until().map(LocalDate::toString).orElse("");
      }
      return period
          .from()
          .map(first -> "takes effect " + first)
          .orElse("is put off, and no day is named");
    }

    /** Whether it takes effect after a day. */
    boolean comes(LocalDate day) {
      return withdrawn.isEmpty() && period.filter(p -> p.isAfter(day)).isPresent();
    }
  }

  private static final Pattern PAGE = Pattern.compile("\\bpages? (\\d+)");
  private static final Period NEVER = new Period(Optional.empty(), Optional.empty());

  private final LocalDate day;
  private final List<Entry> entries = new ArrayList<>();
  private int order;

  private Schedule(LocalDate day) {
    this.day = day;
  }

  static Schedule of(List<Rule> rules, LocalDate day) {
    Schedule schedule = new Schedule(day);
    for (Rule rule : rules) {
      List<Entry> before = List.copyOf(schedule.entries);
      Pending.of(rule).forEach(pending -> schedule.enter(pending, before));
    }
    return schedule;
  }

  /** By the day on which they take effect, those of one day by publication and print. */
  List<Entry> entries() {
    Comparator<Entry> byDay =
        Comparator.comparing(entry -> entry.period().flatMap(Period::from).orElse(LocalDate.MAX));
    return entries.stream().sorted(byDay.thenComparing(Entry::order)).toList();
  }

  private void enter(Pending pending, List<Entry> before) {
    Optional<Period> own = Period.of(pending.effective());
    Map<Entry, List<Amendment>> parts = new LinkedHashMap<>();
    Entry alone = new Entry(pending, own, order, "");
    if (pending.reading().operations().isEmpty()) {
      parts.put(alone, List.of());
    }
    for (Amendment operation : pending.reading().operations()) {
      Amendment settled = settled(operation, pending, own);
      Entry with = corrected(operation, own, before).orElse(alone);
      parts.computeIfAbsent(with, any -> new ArrayList<>()).add(settled);
    }
    parts.forEach(
        (with, operations) ->
            entries.add(
                new Entry(
                    pending.with(operations, with.pending().effective()),
                    with.period(),
                    order++,
                    with.withdrawn())));
  }

  /** A correction has effect with what it corrects, if that is pending when it is published. */
  private static Optional<Entry> corrected(
      Amendment operation, Optional<Period> own, List<Entry> before) {
    String printed =
        operation instanceof Amendment.Correct correct
            ? correct.printed()
            : operation instanceof Amendment.CorrectInstruction correct ? correct.printed() : "";
    Optional<LocalDate> from = own.flatMap(Period::from);
    if (printed.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return before.stream()
        .filter(entry -> isOn(printed, entry.pending().rule()) && touches(entry, operation))
        .filter(entry -> entry.period().filter(p -> p.isAfter(from.get())).isPresent())
        .reduce((first, second) -> second);
  }

  private static boolean isOn(String printed, RuleMetadata rule) {
    Matcher page = PAGE.matcher(printed);
    if (!page.find() || rule.firstPage() == 0 || rule.lastPage() == 0) {
      return true;
    }
    int number = Integer.parseInt(page.group(1));
    return rule.firstPage() <= number && number <= rule.lastPage();
  }

  private static boolean touches(Entry entry, Amendment operation) {
    return operation.targets().stream()
        .anyMatch(
            at ->
                entry.pending().targets().stream()
                    .anyMatch(other -> at.isPrefixOf(other) || other.isPrefixOf(at)));
  }

  /** An amendment that is pending is withdrawn or delayed here; no text is needed for that. */
  private Amendment settled(Amendment operation, Pending by, Optional<Period> own) {
    boolean changes =
        operation instanceof ChangeForce change
            && (change.force() == Force.WITHDRAWN || change.force() == Force.DELAYED);
    Optional<LocalDate> from = own.flatMap(Period::from).filter(first -> !first.isAfter(day));
    if (!changes || from.isEmpty()) {
      return operation;
    }
    ChangeForce change = (ChangeForce) operation;
    Predicate<Entry> open =
        entry ->
            !entry.pending().rule().number().equals(by.rule().number())
                && entry.withdrawn().isEmpty()
                && entry.period().filter(period -> period.isAfter(from.get())).isPresent();
    boolean wider =
        entries.stream()
            .filter(open)
            .flatMap(entry -> entry.pending().targets().stream())
            .anyMatch(at -> at.isPrefixOf(change.target()) && !at.equals(change.target()));
    long documents =
        entries.stream()
            .filter(open)
            .filter(
                entry -> entry.pending().targets().stream().anyMatch(change.target()::isPrefixOf))
            .map(entry -> entry.pending().rule().number())
            .distinct()
            .count();
    boolean part = change.extent() != Extent.WHOLE || !change.sentences().all();
    if (wider || part || documents != 1) {
      return operation;
    }
    List.copyOf(entries).stream().filter(open).forEach(entry -> change(entry, change, by));
    return new Amendment.NoChange(change.target());
  }

  /** Takes the operations on a unit out of an instruction and gives them another time. */
  private void change(Entry entry, ChangeForce change, Pending by) {
    Citation unit = change.target();
    List<Amendment> operations = entry.pending().reading().operations();
    List<Amendment> meant =
        operations.stream().filter(operation -> unit.isPrefixOf(operation.target())).toList();
    if (meant.isEmpty()) {
      return;
    }
    entries.remove(entry);
    List<Amendment> rest =
        operations.stream().filter(operation -> !meant.contains(operation)).toList();
    boolean withdrawn = change.force() == Force.WITHDRAWN;
    String effective = withdrawn ? entry.pending().effective() : change.until();
    Pending moved = entry.pending().with(meant, effective);
    Optional<Period> later =
        Optional.of(
            Period.day(change.until())
                .map(first -> new Period(Optional.of(first), Optional.empty()))
                .orElse(NEVER));
    String instruction =
        "instruction " + by.reading().instruction().id() + " of " + by.rule().number();
    int place = rest.isEmpty() ? entry.order() : order++;
    entries.add(
        new Entry(moved, withdrawn ? entry.period() : later, place, withdrawn ? instruction : ""));
    if (!rest.isEmpty()) {
      entries.add(
          new Entry(
              entry.pending().with(rest, entry.pending().effective()),
              entry.period(),
              entry.order(),
              ""));
    }
  }
}
