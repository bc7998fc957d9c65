package org.ratchet.amend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ratchet.amend.AmendmentParser.Reading;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Citation;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;
import org.ratchet.document.RuleMetadata;

/**
 * An instruction that was read and not yet carried out.
 *
 * @param rule the head of the document that it stands in
 * @param reading what it asks for
 * @param setOut what its numbered instruction sets out
 * @param effective from when it holds, as printed for it or for the document; empty if nowhere
 */
record Pending(RuleMetadata rule, Reading reading, SetOut setOut, String effective) {

  /** The instructions of a rule that ask for something, in printed order. */
  static List<Pending> of(Rule rule) {
    EffectiveDates dates = new EffectiveDates(rule.metadata().dates());
    List<Pending> pending = new ArrayList<>();
    for (Instruction numbered : rule.instructions()) {
      SetOut setOut =
          new SetOut(
              numbered.stream().map(Instruction::setOut).flatMap(Collection::stream).toList());
      for (Reading reading : AmendmentParser.standard().parse(numbered)) {
        String effective = dates.of(reading.instruction().id(), reading.effective());
        pending.add(new Pending(rule.metadata(), reading, setOut, effective));
      }
    }
    return pending;
  }

  /** The same instruction, with some of its operations alone and another day. */
  Pending with(List<Amendment> operations, String day) {
    Reading some =
        new Reading(reading.instruction(), operations, reading.reason(), reading.effective());
    return new Pending(rule, some, setOut, day);
  }

  /** The same instruction, which is not carried out for a reason that its own words do not show. */
  Pending refused(String reason) {
    Reading why =
        new Reading(reading.instruction(), reading.operations(), reason, reading.effective());
    return new Pending(rule, why, setOut, effective);
  }

  /**
   * Whether it had effect on the day of a text, which then shows what it does. A rule published
   * after that day is no part of the text, whenever it took effect.
   */
  boolean isPartOf(State text, Period period) {
    if (text.asOf().isEmpty() || !period.holds(text.asOf().get())) {
      return false;
    }
    LocalDate day = text.asOf().get();
    return Period.asOf(rule.publicationDate())
        .filter(published -> published.isAfter(day))
        .isEmpty();
  }

  /** Why it is not carried out on a text that it is part of. */
  static String partOf(State text, Period period) {
    return "took effect "
        + period.from().map(LocalDate::toString).orElse("")
        + ", and the text is of "
        + text.asOf().map(LocalDate::toString).orElse("")
        + " and already shows it; a text of an earlier day would be needed";
  }

  /** How the document that it stands in is cited. */
  String source() {
    return rule.citation().isEmpty() ? "FR Doc. " + rule.number() : rule.citation();
  }

  List<Citation> targets() {
    return reading.operations().stream()
        .flatMap(operation -> operation.targets().stream())
        .distinct()
        .toList();
  }

  LedgerLine line(Status status, String reason) {
    Instruction instruction = reading.instruction();
    return new LedgerLine(
        rule.number(),
        instruction.id(),
        instruction.text(),
        status,
        targets(),
        reason,
        effective,
        instruction.span());
  }
}
