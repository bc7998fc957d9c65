package org.ratchet.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ratchet.Comparison;
import org.ratchet.Comparison.Basis;
import org.ratchet.Ratchet;
import org.ratchet.clause.Citation;
import org.ratchet.document.Document;
import org.ratchet.meaning.Direction;
import org.ratchet.meaning.Finding;
import org.ratchet.report.Report;
import org.ratchet.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two documents. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two rules or texts of the regulation, clause by clause.",
      "Exit code 0: no differences of substance; 1: differences, or an instruction of NEW that"
          + " could not be carried out; 2: trouble."
    })
final class DiffCommand implements Callable<Integer> {

  /** Which differences count for the exit code. */
  enum FailOn {
    /** Tighter, mixed or undetermined findings. */
    TIGHTER,
    /** Looser, mixed or undetermined findings. */
    LOOSER,
    /** Any change of substance. */
    ANY
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The document before: FILE, FILE#FR-DOC-NUMBER, or - for standard input.")
  private String before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The document after.")
  private String after;

  @Option(names = "--base", paramLabel = "REG", description = "The regulation before both.")
  private Optional<String> base;

  @Option(
      names = "--basis",
      description = "How the two relate: texts, rule, successive or alternative.")
  private Optional<Basis> basis;

  @Option(
      names = "--only",
      paramLabel = "CITATION",
      description = "Only this clause and what is under it; may be repeated.")
  private List<String> only;

  @Option(
      names = "--format",
      description = "text (default), markdown or json.",
      defaultValue = "text")
  private String format;

  @Option(
      names = "--editorial",
      description = "Show editorial changes too, which are otherwise only counted.")
  private boolean editorial;

  @Option(names = "-o", paramLabel = "FILE", description = "Write the report there.")
  private Optional<Path> output;

  @Option(
      names = "--fail-on",
      description = {
        "What exit code 1 stands for: tighter, looser or any (default).",
        "tighter and looser also stand for mixed and undetermined."
      },
      defaultValue = "any")
  private FailOn failOn;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DiffCommand() {}

  @Override
  public Integer call() throws IOException {
    Report report =
        Reports.named(format)
            .map(named -> editorial ? named.withEditorial() : named)
            .orElseThrow(
                () -> new UsageException("no format " + format + "; text, markdown or json"));
    Comparison comparison = compare();
    if (output.isPresent()) {
      write(report, comparison, output.get());
    } else {
      report.write(comparison, spec.commandLine().getOut());
    }
    Remarks.print(comparison.diagnostics(), spec.commandLine().getErr());
    return exitCode(comparison);
  }

  private static void write(Report report, Comparison comparison, Path path) throws IOException {
    try (Writer file = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      report.write(comparison, file);
    } catch (NoSuchFileException e) {
      throw new UsageException(path + ": there is no such folder to write to");
    } catch (AccessDeniedException e) {
      throw new UsageException(path + ": may not be written");
    }
  }

  private Comparison compare() throws IOException {
    if (Stream.of(base.orElse(""), before, after).filter("-"::equals).count() > 1) {
      throw new UsageException("standard input can be only one of the documents; name files");
    }
    Ratchet ratchet = Ratchet.standard();
    Optional<Document> text = Optional.empty();
    if (base.isPresent()) {
      text = Optional.of(ratchet.read(Inputs.source(base.get())));
    }
    Document left = ratchet.read(Inputs.source(before));
    Document right = ratchet.read(Inputs.source(after));
    try {
      return narrowed(ratchet.compare(text, left, right, basis));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private Comparison narrowed(Comparison comparison) {
    if (only == null || only.isEmpty()) {
      return comparison;
    }
    List<Citation> wanted = only.stream().map(OutlineCommand::parse).toList();
    for (Citation citation : wanted) {
      if (!comparison.shows(citation)) {
        throw new UsageException("neither side shows " + citation + "; see ratchet outline");
      }
    }
    return comparison.only(wanted);
  }

  private int exitCode(Comparison comparison) {
    boolean differs =
        switch (failOn) {
          case ANY ->
              !comparison.changes().isEmpty()
                  || !comparison.findings().isEmpty()
                  || comparison.incomplete();
          case TIGHTER -> finds(comparison, Direction.TIGHTER);
          case LOOSER -> finds(comparison, Direction.LOOSER);
        };
    return differs ? Main.DIFFERENT : Main.SAME;
  }

  /** A gate never passes on ignorance. */
  private static boolean finds(Comparison comparison, Direction direction) {
    return comparison.incomplete()
        || comparison.findings().stream()
            .map(Finding::direction)
            .anyMatch(
                found ->
                    found == direction
                        || found == Direction.MIXED
                        || found == Direction.UNDETERMINED);
  }
}
