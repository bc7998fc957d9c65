package org.ratchet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.ratchet.source.UnreadableSourceException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry point. Exit codes are those of diff(1): 0 no differences, 1 differences, 2 trouble. */
@Command(
    name = "ratchet",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows how US export-control rules changed, clause by clause.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DiffCommand.class,
      OutlineCommand.class,
      TextCommand.class,
      ApplyCommand.class,
      ExplainCommand.class,
      ClassifyCommand.class,
      ChecksCommand.class
    })
public final class Main {

  /** No differences, or success. */
  static final int SAME = 0;

  /** Differences. */
  static final int DIFFERENT = 1;

  /** Trouble: bad input or bad usage. */
  static final int TROUBLE = 2;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.setProperty("log4j2.statusLoggerLevel", "OFF");
    System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** Runs the command: the whole program as an ordinary method. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Main main = new Main();
    CommandLine line =
        new CommandLine(main)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(main::report);
    line.setParameterExceptionHandler(
        (e, arguments) -> {
          err.println(
              "ratchet: " + firstLine(String.valueOf(e.getMessage())) + "; see ratchet --help");
          return TROUBLE;
        });
    int code = line.execute(args);
    if (out.checkError()) {
      err.println("ratchet: standard output: the results could not be written");
      return TROUBLE;
    }
    return code;
  }

  private int report(Exception e, CommandLine line, CommandLine.ParseResult result) {
    if (debug) {
      e.printStackTrace(line.getErr());
    }
    line.getErr().println("ratchet: " + message(e));
    return TROUBLE;
  }

  private static String message(Exception e) {
    String text = firstLine(String.valueOf(e.getMessage()));
    if (e instanceof UnreadableSourceException || e instanceof UsageException) {
      return text;
    }
    if (e instanceof IOException) {
      return text + " (" + e.getClass().getSimpleName() + ")";
    }
    return "internal error: "
        + e.getClass().getSimpleName()
        + ": "
        + text
        + "; run again with --debug and report it";
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /** Tells the version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"ratchet " + (version == null ? "(development build)" : version)};
    }
  }
}
