package org.ratchet.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ratchet.meaning.Check;
import org.ratchet.meaning.Meaning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ratchet checks}: what the checks look at, from their pages. */
@Command(
    name = "checks",
    mixinStandardHelpOptions = true,
    description = "Prints what each check of meaning looks at, and when it says tighter or looser.")
final class ChecksCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "CHECK",
      description = "Only the page of this check, e.g. control-criterion.")
  private Optional<String> check;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ChecksCommand() {}

  @Override
  public Integer call() {
    List<Check> checks = Meaning.standard().checks();
    List<Check> wanted =
        checks.stream().filter(each -> check.map(each.id()::equals).orElse(true)).toList();
    if (wanted.isEmpty()) {
      throw new UsageException(
          check.orElseThrow()
              + ": is no check; write one of: "
              + checks.stream().map(Check::id).collect(Collectors.joining(", ")));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(wanted.stream().map(Check::page).collect(Collectors.joining("\n")));
    return Main.SAME;
  }
}
