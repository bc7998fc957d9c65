package org.ratchet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ratchet.Ratchet;
import org.ratchet.amend.Amender;
import org.ratchet.amend.LedgerLine;
import org.ratchet.amend.Outcome;
import org.ratchet.amend.State;
import org.ratchet.document.Document;
import org.ratchet.document.Regulation;
import org.ratchet.document.RegulationJson;
import org.ratchet.document.Rule;
import org.ratchet.report.LedgerJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Carries out a rule on a text of the regulation. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description =
        "Carries out the instructions of a rule and writes the amended regulation, which is input again.")
final class ApplyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RULE", description = "FILE or FILE#FR-DOC-NUMBER.")
  private String rule;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "REG",
      description = "The regulation before the rule; also one that this command wrote.")
  private String regulation;

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
    Document instructions = ratchet.read(Inputs.source(rule));
    Document before = ratchet.read(Inputs.source(regulation));
    if (!(instructions instanceof Rule toApply)) {
      throw new UsageException(rule + ": is a text of the regulation, not a rule to apply");
    }
    if (!(before instanceof Regulation text)) {
      throw new UsageException(regulation + ": is a rule; --to takes a text of the regulation");
    }
    Outcome outcome = Amender.standard().apply(State.of(text), toApply);
    Regulation after =
        new Regulation(
            text.provenance(),
            text.asOf(),
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
                + " "
                + line.status().name().toLowerCase(Locale.ROOT)
                + ": "
                + line.reason());
      }
    }
    err.println(applied + " of " + outcome.ledger().lines().size() + " instructions applied");
    return Main.SAME;
  }

  private void write(String json, Optional<Path> file) throws IOException {
    if (file.isPresent()) {
      Files.writeString(file.get(), json + "\n");
    } else {
      spec.commandLine().getOut().println(json);
    }
  }
}
