package org.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the command does. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    assertThat(from).as(start).isNotNegative();
    return text.substring(from + start.length(), text.indexOf(end, from + start.length()));
  }

  private static String run(String... args) {
    StringWriter out = new StringWriter();
    Main.run(new PrintWriter(out), new PrintWriter(Writer.nullWriter()), args);
    return out.toString();
  }

  @Test
  void the_output_shown_is_printed_line_by_line_in_this_order() throws IOException {
    List<String> shown =
        between(readme(), "```text\n", "```")
            .lines()
            .filter(line -> !line.isBlank() && !line.strip().equals("…"))
            .toList();

    String rules = ROOT.resolve("fixtures/rules").toString();
    List<String> printed =
        run("diff", rules + "/chips-2022.pdf", rules + "/chips-2023.pdf").lines().toList();

    assertThat(shown).hasSizeGreaterThan(10);
    assertThat(printed).containsSubsequence(shown);
  }

  @Test
  void every_command_has_one_row_with_options_that_its_help_names() throws IOException {
    List<String> rows =
        between(readme(), "| Command | What it does |\n|---|---|\n", "\n\n").lines().toList();

    assertThat(rows).extracting(ReadmeTest::command).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    for (String row : rows) {
      String help = run(command(row), "--help");
      assertThat(help).as(row).startsWith("Usage: ratchet " + command(row));
      Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*")
          .matcher(row)
          .results()
          .forEach(option -> assertThat(help).as(row).contains(option.group()));
    }
  }

  private static String command(String row) {
    return row.replaceFirst("^\\| `ratchet (\\w+).*", "$1");
  }
}
