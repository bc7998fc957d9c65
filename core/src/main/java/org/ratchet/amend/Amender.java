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
import org.ratchet.clause.Clause;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;

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
    State after = new State(run.roots, run.causes, run.origins).withSources(state.sources());
    return new Outcome(after, new Ledger(run.lines));
  }

  /** One rule at work. */
  private static final class Run {

    private final String document;
    private final EffectiveDates dates;
    private final List<LedgerLine> lines = new ArrayList<>();
    private final Map<Citation, LedgerLine> causes;
    private List<Clause> roots;
    private Map<Citation, Citation> origins;

    Run(State state, Rule rule) {
      this.document = rule.metadata().number();
      this.dates = new EffectiveDates(rule.metadata().dates());
      this.roots = state.clauses();
      this.causes = new HashMap<>(state.causes());
      this.origins = state.origins();
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
      Execution execution =
          new Execution(roots, causes.keySet(), origins, setOut, instruction.span());
      try {
        execution.run(reading.operations());
        LedgerLine line = line(reading, Status.APPLIED, "");
        lines.add(line);
        roots = execution.roots();
        origins = execution.origins();
        execution.touched().forEach(citation -> causes.put(citation, line));
      } catch (Refusal refusal) {
        lines.add(line(reading, refusal.status(), refusal.reason()));
      }
    }

    /**
     * An instruction with a date of its own that changes again what this rule has changed makes a
     * state of a later day. The state compared is the one before that day.
     */
    private Optional<String> undoesLater(Reading reading) {
      if (reading.effective().isEmpty()) {
        return Optional.empty();
      }
      Tree tree = new Tree(roots);
      return reading.operations().stream()
          .flatMap(operation -> tree.meant(operation.target()).stream())
          .map(clause -> causes.get(clause.citation()))
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
