package org.ratchet.amend;

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
        String own = reading.effective();
        String effective = own.isEmpty() ? dates.of(reading.instruction().id()) : own;
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
