package org.ratchet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ratchet.Ratchet;
import org.ratchet.amend.Amender;
import org.ratchet.amend.Ledger;
import org.ratchet.amend.LedgerLine;
import org.ratchet.amend.Outcome;
import org.ratchet.amend.State;
import org.ratchet.amend.Timeline;
import org.ratchet.document.Regulation;
import org.ratchet.document.RegulationJson;
import org.ratchet.document.Rule;
import org.ratchet.report.LedgerJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Carries out rules on a text of the regulation. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Carries out the instructions of rules and writes the amended regulation, which is input again.",
      "Without --as-of all instructions are carried out, whatever the days on which they take effect."
    })
final class ApplyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RULE",
      description = "FILE or FILE#FR-DOC-NUMBER, in the order of publication.")
  private List<String> rules;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "REG",
      description = "The regulation before the rules; also one that this command wrote.")
  private String regulation;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The regulation on this day, such as 2026-01-01: what takes effect later is pending, and"
              + " what holds until a day before, a stay among it, has ended.")
  private Optional<LocalDate> asOf;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the amended regulation goes; standard output by default.")
  private Optional<Path> output;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "Where the ledger goes as JSON: one line for each instruction.")
  private Optional<Path> ledger;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ApplyCommand() {}

  @Override
  public Integer call() throws IOException {
    Ratchet ratchet = Ratchet.standard();
    List<Rule> toApply = new ArrayList<>();
    for (String rule : rules) {
      if (!(ratchet.read(Inputs.source(rule)) instanceof Rule read)) {
        throw new UsageException(rule + ": is a text of the regulation, not a rule to apply");
      }
      toApply.add(read);
    }
    if (!(ratchet.read(Inputs.source(regulation)) instanceof Regulation text)) {
      throw new UsageException(regulation + ": is a rule; --to takes a text of the regulation");
    }
    Optional<LocalDate> before = State.of(text).asOf();
    if (asOf.isPresent() && before.isPresent()) {
      refuseEarlier(asOf.get(), before.get());
    }
    Outcome outcome = asOf.isPresent() ? on(asOf.get(), text, toApply) : all(text, toApply);
    Regulation after =
        new Regulation(
            text.provenance(),
            asOf.map(LocalDate::toString).orElse(text.asOf()),
            outcome.state().clauses(),
            outcome.state().status(),
            text.sources().stream()
                .filter(source -> outcome.state().sources().containsKey(source.unit()))
                .toList(),
            text.diagnostics());
    PrintWriter err = spec.commandLine().getErr();
    write(RegulationJson.write(after), output);
    if (ledger.isPresent()) {
      Files.writeString(ledger.get(), LedgerJson.write(outcome.ledger()));
    }
    int applied = outcome.ledger().with(LedgerLine.Status.APPLIED).size();
    for (LedgerLine line : outcome.ledger().lines()) {
      if (line.status() != LedgerLine.Status.APPLIED) {
        err.println(
            "instruction "
                + line.instruction()
                + (rules.size() > 1 ? " of " + line.document() : "")
                + " "
                + line.status().name().toLowerCase(Locale.ROOT)
                + ": "
                + line.reason());
      }
    }
    err.println(applied + " of " + outcome.ledger().lines().size() + " instructions applied");
    return Main.SAME;
  }

  /** A text holds what was amended before its day, and nothing tells how it read before. */
  private void refuseEarlier(LocalDate day, LocalDate text) {
    if (day.isBefore(text)) {
      throw new UsageException(
          "--as-of " + day + ": " + regulation + " is of " + text + "; name a day from then on");
    }
  }

  private static Outcome all(Regulation text, List<Rule> rules) {
    State state = State.of(text);
    List<LedgerLine> lines = new ArrayList<>();
    for (Rule rule : rules) {
      Outcome outcome = Amender.standard().apply(state, rule);
      state = outcome.state();
      lines.addAll(outcome.ledger().lines());
    }
    return new Outcome(state, new Ledger(lines));
  }

  private static Outcome on(LocalDate day, Regulation text, List<Rule> rules) {
    Timeline timeline = Timeline.of(State.of(text));
    for (Rule rule : rules) {
      timeline = timeline.with(rule);
    }
    return timeline.on(day);
  }

  private void write(String json, Optional<Path> file) throws IOException {
    if (file.isPresent()) {
      Files.writeString(file.get(), json + "\n");
    } else {
      spec.commandLine().getOut().println(json);
    }
  }
}
