package org.ratchet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ratchet.Classification;
import org.ratchet.Ratchet;
import org.ratchet.clause.Citation;
import org.ratchet.document.Document;
import org.ratchet.meaning.Product;
import org.ratchet.report.ProductReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which products each release specifies. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = {
      "Says of each product of a table, after each document: specified and by which paragraphs,",
      "not specified in the entries examined, or unknown and what is missing."
    })
final class ClassifyCommand implements Callable<Integer> {

  /** How the verdicts are written. */
  enum Format {
    /** One line a product and release. */
    TEXT,
    /** One object. */
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DOC",
      description = "FILE, FILE#FR-DOC-NUMBER, or - for standard input; rules or texts.")
  private List<String> documents;

  @Option(
      names = "--products",
      paramLabel = "FILE",
      required = true,
      description = {
        "A table in CSV: a column product, and a column for each quantity, with its unit in",
        "brackets, or characteristic (yes or no). An empty cell is unknown."
      })
  private String products;

  @Option(names = "--base", paramLabel = "REG", description = "The regulation before the first.")
  private Optional<String> base;

  @Option(
      names = "--only",
      paramLabel = "CITATION",
      description = {
        "Examine this entry or paragraph alone; may be repeated.",
        "Default: every entry that measures what the table gives."
      })
  private List<String> only;

  @Option(names = "--format", description = "text (default) or json.", defaultValue = "text")
  private Format format;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ClassifyCommand() {}

  @Override
  public Integer call() throws IOException {
    Stream<String> named = Stream.concat(Stream.of(products, base.orElse("")), documents.stream());
    if (named.filter("-"::equals).count() > 1) {
      throw new UsageException("standard input can be only one of the inputs; name files");
    }
    Ratchet ratchet = Ratchet.standard();
    List<Citation> entries =
        only == null ? List.of() : only.stream().map(OutlineCommand::parse).toList();
    List<Product> table = ratchet.products(Inputs.source(products));
    Optional<Document> text = Optional.empty();
    if (base.isPresent()) {
      text = Optional.of(ratchet.read(Inputs.source(base.get())));
    }
    List<Document> read = new ArrayList<>();
    for (String document : documents) {
      read.add(ratchet.read(Inputs.source(document)));
    }
    ProductReport report = ProductReport.of(classify(ratchet, table, text, read, entries));
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      report.json(out);
    } else {
      report.text(out);
    }
    Remarks.print(
        read.stream().flatMap(d -> d.diagnostics().stream()).toList(), spec.commandLine().getErr());
    return Main.SAME;
  }

  private static Classification classify(
      Ratchet ratchet,
      List<Product> table,
      Optional<Document> base,
      List<Document> documents,
      List<Citation> entries) {
    try {
      return ratchet.classify(table, base, documents, entries);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
