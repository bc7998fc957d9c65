package org.ratchet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ratchet.Ratchet;
import org.ratchet.clause.Citation;
import org.ratchet.document.Document;
import org.ratchet.report.Outline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the clauses of a document. */
@Command(
    name = "outline",
    mixinStandardHelpOptions = true,
    description = "Prints the clauses of a document as Ratchet sees them.")
final class OutlineCommand implements Callable<Integer> {

  /** How the outline is written. */
  enum Format {
    /** Indented lines. */
    TEXT,
    /** Nested objects. */
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "DOC",
      description = "FILE, FILE#FR-DOC-NUMBER, or - for standard input.")
  private String document;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CITATION",
      description = "Only this clause and what is under it, e.g. 3A090.a or 744.23(a).")
  private Optional<String> citation;

  @Option(names = "--format", description = "text (default) or json.", defaultValue = "text")
  private Format format;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  OutlineCommand() {}

  @Override
  public Integer call() throws IOException {
    Document read = Ratchet.standard().read(Inputs.source(document));
    PrintWriter out = spec.commandLine().getOut();
    Optional<Citation> only = citation.map(OutlineCommand::parse);
    Outline outline = Outline.of(read);
    if (only.isPresent()) {
      outline = outline.only(only.get());
      if (outline.isEmpty()) {
        throw new UsageException(
            document + ": shows nothing at " + only.get() + "; try the outline without a citation");
      }
    }
    if (format == Format.JSON) {
      outline.json(out);
    } else {
      outline.text(out);
    }
    Remarks.print(only.isPresent() ? List.of() : read.diagnostics(), spec.commandLine().getErr());
    return Main.SAME;
  }

  static Citation parse(String text) {
    try {
      return Citation.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          text + ": is no citation; write for example 3A090.a, 744.23(a)(1) or part 744");
    }
  }
}
