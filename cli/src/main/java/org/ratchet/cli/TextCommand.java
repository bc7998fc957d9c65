package org.ratchet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ratchet.Ratchet;
import org.ratchet.source.Block;
import org.ratchet.source.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the blocks of a document. */
@Command(
    name = "text",
    mixinStandardHelpOptions = true,
    description = "Prints the blocks of a document in reading order, one per line.")
final class TextCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DOC",
      description = "FILE, FILE#FR-DOC-NUMBER, or - for standard input.")
  private String document;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  TextCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SourceText text = Ratchet.standard().text(Inputs.source(document));
    for (Block block : text.blocks()) {
      out.println(
          block.span()
              + "\t"
              + block.kind()
              + (block.level() > 0 ? block.level() : "")
              + "\t"
              + block.text().replace("\n", " ⏎ "));
    }
    Remarks.print(text.diagnostics(), spec.commandLine().getErr());
    return Main.SAME;
  }
}
