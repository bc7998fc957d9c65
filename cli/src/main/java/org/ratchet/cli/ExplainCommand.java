package org.ratchet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ratchet.Ratchet;
import org.ratchet.amend.Amendment;
import org.ratchet.amend.AmendmentParser;
import org.ratchet.amend.AmendmentParser.Reading;
import org.ratchet.document.Document;
import org.ratchet.document.Rule;
import org.ratchet.text.Diagnostic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how instructions are understood. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Prints what each instruction of a rule asks for, or the part that is not understood.")
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DOC",
      description = "FILE, FILE#FR-DOC-NUMBER, or - for standard input.")
  private Optional<String> document;

  @Option(
      names = "--instruction",
      paramLabel = "WORDS",
      description = "One instruction in place of a document; it names the part of the CFR itself.")
  private Optional<String> instruction;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ExplainCommand() {}

  @Override
  public Integer call() throws IOException {
    if (document.isPresent() == instruction.isPresent()) {
      throw new UsageException("explain: give either a document or --instruction");
    }
    PrintWriter out = spec.commandLine().getOut();
    AmendmentParser parser = AmendmentParser.standard();
    if (instruction.isPresent()) {
      parser.parse(instruction.get()).forEach(reading -> print(reading, out));
      return Main.SAME;
    }
    Document read = Ratchet.standard().read(Inputs.source(document.get()));
    if (!(read instanceof Rule rule)) {
      throw new UsageException(
          document.get() + ": is a text of the regulation and gives no instructions; give a rule");
    }
    List<Reading> readings =
        rule.instructions().stream().flatMap(i -> parser.parse(i).stream()).toList();
    readings.forEach(reading -> print(reading, out));
    long understood = readings.stream().filter(reading -> reading.reason().isEmpty()).count();
    out.println(understood + " of " + readings.size() + " instructions understood");
    List<Diagnostic> remarks = rule.diagnostics();
    Remarks.print(remarks, spec.commandLine().getErr());
    return Main.SAME;
  }

  private static void print(Reading reading, PrintWriter out) {
    String id = reading.instruction().id();
    out.println((id.isEmpty() ? "" : id + "  ") + reading.instruction().text());
    if (!reading.effective().isEmpty()) {
      out.println("    takes effect: " + reading.effective());
    }
    for (Amendment operation : reading.operations()) {
      out.println("    " + operation.inWords());
    }
    if (!reading.reason().isEmpty()) {
      out.println("    not understood: " + reading.reason());
    }
  }
}
