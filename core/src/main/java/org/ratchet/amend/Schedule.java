package org.ratchet.amend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Optional<LedgerLine> waits(LocalDate day, State text) {
      if (!pending.reading().reason().isEmpty()) {
        return Optional.empty();
      }
      if (!withdrawn.isEmpty()) {
        return Optional.of(
            pending.line(Status.PENDING, "withdrawn by " + withdrawn + " before it took effect"));
      }
      if (period.isEmpty()) {
        return Optional.of(pending.line(Status.REFUSED, withoutDay()));
      }
      if (isPartOf(text)) {
        return Optional.of(pending.line(Status.REFUSED, shown(period.get(), day, text)));
      }
      return period.get().holds(day)
          ? Optional.empty()
          : Optional.of(pending.line(Status.PENDING, why(period.get(), day)));
    }

    private String withoutDay() {
      String what =
          pending.rule().dates().isBlank()
              ? "no effective date is stated"
              : "what the rule says of its dates does not state one effective date";
      return what + "; without it the state of a day cannot be told";
    }

    /** Whether a text already shows what it does. */
    boolean isPartOf(State text) {
      return withdrawn.isEmpty() && period.filter(p -> pending.isPartOf(text, p)).isPresent();
    }

    private static String shown(Period period, LocalDate day, State text) {
      boolean over = period.until().filter(last -> last.isBefore(day)).isPresent();
      return over
          ? why(period, day) + ", and the text before shows it; how it read without is not known"
          : Pending.partOf(text, period);
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
    List<Entry> kept = List.copyOf(entries);
    Map<Entry, List<Amendment>> parts;
    try {
      parts = parts(pending, own, before);
    } catch (Refusal refusal) {
      entries.clear();
      entries.addAll(kept);
      entries.add(new Entry(pending.refused(refusal.reason()), own, order++, ""));
      return;
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

  /** The operations of an instruction by what they have effect with; all are settled, or none. */
  private Map<Entry, List<Amendment>> parts(
      Pending pending, Optional<Period> own, List<Entry> before) throws Refusal {
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
    return parts;
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
  private Amendment settled(Amendment operation, Pending by, Optional<Period> own) throws Refusal {
    boolean changes =
        operation instanceof ChangeForce change
            && (change.force() == Force.WITHDRAWN || change.force() == Force.DELAYED);
    Optional<LocalDate> from = own.flatMap(Period::from).filter(first -> !first.isAfter(day));
    if (!changes || from.isEmpty()) {
      return operation;
    }
    ChangeForce change = (ChangeForce) operation;
    List<Entry> open =
        entries.stream().filter(entry -> isOpen(entry, by.rule(), from.get())).toList();
    guard(change, open, from.get());
    for (Entry entry : open) {
      change(entry, change, by);
    }
    return new Amendment.NoChange(change.target());
  }

  /** Whether an instruction of another rule waits on a day for another. */
  private static boolean isOpen(Entry entry, RuleMetadata by, LocalDate from) {
    return !entry.pending().rule().number().equals(by.number())
        && entry.withdrawn().isEmpty()
        && entry.period().filter(period -> period.isAfter(from)).isPresent();
  }

  /** What is pending is withdrawn or delayed where it is one thing, named whole. */
  private static void guard(ChangeForce change, List<Entry> open, LocalDate from) throws Refusal {
    Citation unit = change.target();
    if (change.extent() != Extent.WHOLE || !change.sentences().all()) {
      throw new Refusal(
          "a pending amendment is withdrawn or delayed as it stands; whether another remains of "
              + unit
              + " is not said");
    }
    List<Amendment> operations =
        open.stream().flatMap(entry -> entry.pending().reading().operations().stream()).toList();
    for (Amendment operation : operations) {
      if (operation.targets().stream().anyMatch(at -> at.isPrefixOf(unit) && !at.equals(unit))) {
        throw new Refusal(
            "what is pending is to " + operation.inWords() + ", and only " + unit + " is named");
      }
      if (touches(operation, unit) && !operation.targets().stream().allMatch(unit::isPrefixOf)) {
        throw new Refusal(
            "what is pending is to "
                + operation.inWords()
                + "; without "
                + unit
                + " the rest of it would be half done");
      }
    }
    List<String> documents =
        open.stream()
            .filter(entry -> entry.pending().targets().stream().anyMatch(unit::isPrefixOf))
            .map(entry -> entry.pending().rule().number())
            .distinct()
            .toList();
    if (documents.size() != 1) {
      throw new Refusal(
          documents.isEmpty()
              ? "no amendment of "
                  + unit
                  + " is pending on "
                  + from
                  + "; the rule that makes it would be needed before this one"
              : "amendments of "
                  + unit
                  + " are pending by "
                  + String.join(" and ", documents)
                  + "; which is meant is not said");
    }
  }

  private static boolean touches(Amendment operation, Citation unit) {
    return operation.targets().stream().anyMatch(unit::isPrefixOf);
  }

  /** Takes the operations on a unit out of an instruction and gives them another time. */
  private void change(Entry entry, ChangeForce change, Pending by) throws Refusal {
    List<Amendment> operations = entry.pending().reading().operations();
    List<Amendment> meant =
        operations.stream().filter(operation -> touches(operation, change.target())).toList();
    if (meant.isEmpty()) {
      return;
    }
    entries.remove(entry);
    List<Amendment> rest =
        operations.stream().filter(operation -> !meant.contains(operation)).toList();
    int place = rest.isEmpty() ? entry.order() : order++;
    entries.add(
        change.force() == Force.WITHDRAWN
            ? new Entry(
                entry.pending().with(meant, entry.pending().effective()),
                entry.period(),
                place,
                "instruction " + by.reading().instruction().id() + " of " + by.rule().number())
            : delayed(entry, meant, change, place));
    if (!rest.isEmpty()) {
      entries.add(
          new Entry(
              entry.pending().with(rest, entry.pending().effective()),
              entry.period(),
              entry.order(),
              ""));
    }
  }

  /** The operations with a later first day; the last day stays as it is. */
  private static Entry delayed(Entry entry, List<Amendment> meant, ChangeForce change, int place)
      throws Refusal {
    Optional<LocalDate> from = Period.day(change.until());
    Optional<LocalDate> first = entry.period().flatMap(Period::from);
    Optional<LocalDate> last = entry.period().flatMap(Period::until);
    if (from.isPresent() && first.isPresent() && !from.get().isAfter(first.get())) {
      throw new Refusal("it takes effect " + first.get() + ", which is not before " + from.get());
    }
    if (from.isPresent() && last.isPresent() && from.get().isAfter(last.get())) {
      throw new Refusal("it has effect until " + last.get() + ", which is before " + from.get());
    }
    String end = Period.end(entry.pending().effective());
    String effective = change.until() + (end.isEmpty() ? "" : ", through " + end);
    return new Entry(
        entry.pending().with(meant, effective), Optional.of(new Period(from, last)), place, "");
  }
}
