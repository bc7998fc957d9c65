package org.ratchet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ratchet.Ratchet;
import org.ratchet.source.Source;

/** Every example runs on the fixtures, and the README shows one of them as it is. */
class ExamplesTest {

  private static final Path RULES = Path.of("../fixtures/rules");

  private interface Program {
    void run(String[] args) throws IOException;
  }

  private static String output(Program program, String... args) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      program.run(args);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String rule(String name) {
    return RULES.resolve(name).toString();
  }

  @Test
  void whatTightenedNamesTheTransferRate() throws IOException {
    String said = output(WhatTightened::main, rule("chips-2022.pdf"), rule("chips-2023.pdf"));
    assertThat(said).contains("3A090").contains("600");
  }

  @Test
  void whatAClauseSaysQuotesTheItem() throws IOException {
    assertThat(output(WhatAClauseSays::main, rule("chips-2023.xml"), "3A090.a.2")).contains("5.92");
  }

  @Test
  void whatCouldNotBeAppliedGivesReasons() throws IOException {
    String regulation = "../fixtures/regulation/ear-2022-10-06.xml";
    assertThat(output(WhatCouldNotBeApplied::main, rule("chips-2022.xml"), regulation))
        .isNotBlank();
  }

  @Test
  void whichProductsAreSpecifiedAnswersForTheShippedTable() throws IOException {
    String said =
        output(
            WhichProductsAreSpecified::main,
            "accelerators.csv",
            rule("chips-2022.pdf"),
            rule("chips-2023.pdf"));
    String first = said.lines().findFirst().orElseThrow().split(" \\| ", -1)[0];
    List<String> before = said.lines().filter(line -> line.startsWith(first)).toList();
    List<String> after = said.lines().filter(line -> !line.startsWith(first)).toList();
    assertThat(before).hasSameSizeAs(after).hasSizeGreaterThanOrEqualTo(15);
    assertThat(specified(before))
        .containsExactlyInAnyOrder(
            "NVIDIA A100 80GB SXM",
            "NVIDIA H100 SXM",
            "NVIDIA H200 SXM",
            "AMD Instinct MI250X",
            "AMD Instinct MI300X");
    assertThat(specified(after))
        .contains("NVIDIA A800 80GB SXM", "NVIDIA L4", "NVIDIA GeForce RTX 4090")
        .doesNotContain("NVIDIA H20", "NVIDIA GeForce RTX 4090 D", "NVIDIA Tesla M40");
    assertThat(after)
        .anyMatch(line -> line.contains("| NVIDIA L4 | SPECIFIED | ECCN 3A090.a.2"))
        .anyMatch(line -> line.contains("| NVIDIA A40 | SPECIFIED | ECCN 3A090.b.2"))
        .anyMatch(line -> line.contains("| Google TPU v4 | UNKNOWN | -"));
  }

  private static List<String> specified(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(" \\| ", -1))
        .filter(cells -> cells[2].equals("SPECIFIED"))
        .map(cells -> cells[1])
        .toList();
  }

  @Test
  void everyProductOfTheShippedTableNamesItsSource() throws IOException {
    assertThat(Ratchet.standard().products(Source.of(Path.of("accelerators.csv"))))
        .hasSizeGreaterThanOrEqualTo(15)
        .allSatisfy(product -> assertThat(product.source()).matches("(?s).*\\b20\\d\\d\\b.*"));
  }

  @Test
  void theReadmeShowsTheExampleAsItIs() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/org/ratchet/examples/WhatTightened.java"));
    String shown =
        source
            .split("// README\n", -1)[1]
            .lines()
            .map(line -> line.replaceFirst("^ {4}", "").stripTrailing())
            .collect(Collectors.joining("\n"))
            .strip();
    assertThat(Files.readString(Path.of("../README.md"))).contains(shown);
  }
}
