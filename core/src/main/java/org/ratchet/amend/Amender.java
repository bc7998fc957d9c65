package org.ratchet.amend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ratchet.amend.AmendmentParser.Reading;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.clause.Citation;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;
import org.ratchet.document.RuleMetadata;

/**
 * Executes rules on states. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Outcome outcome = Amender.standard().apply(State.of(regulation), rule);
 * outcome.ledger().with(LedgerLine.Status.REFUSED).forEach(System.out::println);
 * }</pre>
 */
public final class Amender {

  private final AmendmentParser parser = AmendmentParser.standard();

  private Amender() {}

  /** The amender of this release. */
  public static Amender standard() {
    return new Amender();
  }

  /**
   * Carries out the instructions of a rule, in order, on the state before it. What cannot be
   * carried out is refused in the ledger and changes nothing.
   */
  public Outcome apply(State state, Rule rule) {
    Run run = new Run(state, rule);
    for (Instruction instruction : rule.instructions()) {
      SetOut setOut =
          new SetOut(
              instruction.stream().map(Instruction::setOut).flatMap(Collection::stream).toList());
      parser.parse(instruction).forEach(reading -> run.execute(reading, setOut));
    }
    return new Outcome(run.state.withSources(state.sources()), new Ledger(run.lines));
  }

  /** One rule at work. */
  private static final class Run {

    private final String document;
    private final EffectiveDates dates;
    private final List<LedgerLine> lines = new ArrayList<>();
    private final String source;
    private State state;

    Run(State state, Rule rule) {
      this.document = rule.metadata().number();
      this.dates = new EffectiveDates(rule.metadata().dates());
      this.source = cited(rule.metadata());
      this.state = state;
    }

    void execute(Reading reading, SetOut setOut) {
      Instruction instruction = reading.instruction();
      if (!reading.reason().isEmpty()) {
        lines.add(line(reading, Status.REFUSED, reading.reason()));
        return;
      }
      Optional<String> later = undoesLater(reading);
      if (later.isPresent()) {
        lines.add(line(reading, Status.REFUSED, later.get()));
        return;
      }
      Execution execution = new Execution(state, setOut, instruction, source);
      try {
        execution.run(reading.operations());
        LedgerLine line = line(reading, Status.APPLIED, "");
        lines.add(line);
        state = after(execution, line);
      } catch (Refusal refusal) {
        lines.add(line(reading, refusal.status(), refusal.reason()));
      }
    }

    private State after(Execution execution, LedgerLine line) {
      Map<Citation, LedgerLine> causes = new HashMap<>(state.causes());
      execution.touched().forEach(citation -> causes.put(citation, line));
      return new State(execution.roots(), causes, execution.origins())
          .withStatus(execution.status());
    }

    /**
     * An instruction with a date of its own that changes again what this rule has changed makes a
     * state of a later day. The state compared is the one before that day.
     */
    private Optional<String> undoesLater(Reading reading) {
      if (reading.effective().isEmpty()) {
        return Optional.empty();
      }
      Tree tree = new Tree(state.clauses());
      return reading.operations().stream()
          .flatMap(operation -> tree.meant(operation.target()).stream())
          .map(clause -> state.causes().get(clause.citation()))
          .filter(Objects::nonNull)
          .filter(cause -> cause.document().equals(document))
          .filter(cause -> !cause.effective().equals(reading.effective()))
          .findFirst()
          .map(
              cause ->
                  "takes effect "
                      + reading.effective()
                      + " and changes again what instruction "
                      + cause.instruction()
                      + " changes; states of later days would be needed");
    }

    private static String cited(RuleMetadata metadata) {
      return metadata.citation().isEmpty() ? "FR Doc. " + metadata.number() : metadata.citation();
    }

    private LedgerLine line(Reading reading, Status status, String reason) {
      Instruction instruction = reading.instruction();
      String effective =
          reading.effective().isEmpty() ? dates.of(instruction.id()) : reading.effective();
      List<Citation> targets =
          reading.operations().stream()
              .flatMap(operation -> operation.targets().stream())
              .distinct()
              .toList();
      return new LedgerLine(
          document,
          instruction.id(),
          instruction.text(),
          status,
          targets,
          reason,
          effective,
          instruction.span());
    }
  }
}
