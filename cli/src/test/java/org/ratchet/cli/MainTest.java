package org.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a user meets it: exit codes, and one line for each kind of trouble. */
class MainTest {

  private static final String RULE =
      """
      <RULE>
        <PREAMB>
          <AGENCY TYPE="S">DEPARTMENT OF EXAMPLES</AGENCY>
          <CFR>15 CFR Part 744</CFR>
          <SUBJECT>An invented rule, no official text</SUBJECT>
        </PREAMB>
        <SUPLINF>
          <HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
          <P>Invented.</P>
          <PART><HD SOURCE="HED">PART 744—INVENTED</HD></PART>
          <REGTEXT TITLE="15" PART="744">
            <AMDPAR>1. Section 744.99 is added to read as follows:</AMDPAR>
            <SECTION>
              <SECTNO>§ 744.99</SECTNO>
              <SUBJECT>Widgets.</SUBJECT>
              <P>(a) A license is required for widgets of %s or more.</P>
              <P>(b) This section holds from its date.</P>
            </SECTION>
          </REGTEXT>
        </SUPLINF>
        <FRDOC>[FR Doc. 2092-0000%s Filed 1-2-92; 8:45 am]</FRDOC>
        <BILCOD>BILLING CODE 0000-00-P</BILCOD>
      </RULE>
      """;

  @TempDir private Path folder;

  private record Result(int code, String out, String err) {}

  private static Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Result(code, out.toString(), err.toString());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private static void assertTrouble(Result result, String cause) {
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).startsWith("ratchet: ").contains(cause).doesNotContain("\tat ");
  }

  @Test
  void apply_writes_a_regulation_that_is_input_again() throws IOException {
    String base = file("base.txt", "§ 744.98 Gadgets.\n\n(a) A license is required for gadgets.\n");
    String first = file("first.xml", RULE.formatted("1", "1"));
    String after = folder.resolve("after.json").toString();
    String ledger = folder.resolve("ledger.json").toString();
    Result applied = run("apply", first, "--to", base, "-o", after, "--ledger", ledger);
    assertThat(applied.code()).isEqualTo(Main.SAME);
    assertThat(applied.err()).contains("1 of 1 instructions applied");
    assertThat(run("outline", after, "744.99(a)").out()).contains("widgets of 1 or more");
    assertThat(Files.readString(Path.of(ledger))).contains("\"status\" : \"applied\"");
    Result twice = run("apply", first, "--to", after);
    assertThat(twice.err()).contains("refused: ").contains("0 of 1 instructions applied");
  }

  @Test
  void apply_tells_the_text_of_a_day_from_that_of_a_later_one() throws IOException {
    String base = file("base.txt", "§ 744.98 Gadgets.\n\n(a) A license is required for gadgets.\n");
    String later =
        RULE.formatted("1", "1")
            .replaceFirst("<AMDPAR>1\\. ", "<AMDPAR>1. Effective May 1, 2092, ");
    String rule = file("later.xml", later);
    String after = folder.resolve("after.json").toString();
    Result before = run("apply", rule, "--to", base, "--as-of", "2092-04-30", "-o", after);
    assertThat(before.err())
        .contains("instruction 1 pending: takes effect 2092-05-01", "0 of 1 instructions applied");
    assertThat(run("outline", after).out())
        .contains("Status 15 CFR 744.99  amendment pending; May 1, 2092")
        .doesNotContain("Section 15 CFR 744.99");
    Result on = run("apply", rule, "--to", base, "--as-of", "2092-05-01", "-o", after);
    assertThat(on.err()).contains("1 of 1 instructions applied");
    assertThat(run("outline", after, "744.99(a)").out()).contains("widgets of 1 or more");
    assertTrouble(run("apply", rule, "--to", after, "--as-of", "2092-04-30"), "is of 2092-05-01");
    assertTrouble(run("apply", rule, "--to", base, "--as-of", "May 1"), "--as-of");
  }

  @Test
  void diff_says_how_the_documents_relate_and_takes_another_basis() throws IOException {
    String one = file("one.xml", RULE.formatted("1", "1"));
    String two = file("two.xml", RULE.formatted("2", "2"));
    assertThat(run("diff", one, two).out()).contains("Basis: two rules in sequence");
    assertThat(run("diff", one, two, "--basis", "alternative").out())
        .contains("Basis: two versions of one rule");
    assertTrouble(run("diff", one, two, "--basis", "texts", "--base", one), "is a rule");
  }

  @Test
  void classify_says_which_products_an_entry_specifies_and_what_is_missing() throws IOException {
    String rule =
        file(
            "chips.xml",
            RULE.formatted("5", "1")
                .replace("PART=\"744\"", "PART=\"774\"")
                .replaceFirst(
                    "(?s)<AMDPAR>.*</SECTION>",
                    """
                    <AMDPAR>1. In Supplement No. 1 to part 774, ECCN 3A999 is added to read as follows:</AMDPAR>
                    <HD SOURCE="HD1">Supplement No. 1 to Part 774—The Commerce Control List</HD>
                    <FP SOURCE="FP-2"><E T="04">3A999 Widgets as follows (see List of Items Controlled).</E></FP>
                    <HD SOURCE="HD1">List of Items Controlled</HD>
                    <FP SOURCE="FP-1"><E T="03">Items:</E></FP>
                    <P>a. Having a 'total processing performance' of 4800 or more;</P>
                    <P>b. Having a 'performance density' of 5.92 or more.</P>
                    """));
    String products =
        file("products.csv", "product,TPP,applicable die area\nA,5000,1000\nB,100,1000\nC,100,\n");
    Result text = run("classify", "--products", products, rule);
    assertThat(text.err()).isEmpty();
    assertThat(text.code()).isZero();
    assertThat(text.out())
        .contains("examined 3A999")
        .contains("A  specified: 3A999.a")
        .contains("B  not specified in the entries examined")
        .contains("C  unknown")
        .contains("open 3A999.b: performance density (applicable die area)")
        .doesNotContain("not controlled");
    assertThat(run("classify", "--products", products, "--format", "json", rule).out())
        .contains("\"releases\"", "\"products\"", "\"verdicts\"", "\"governing\" : \"3A999.a\"");
    assertTrouble(run("classify", "--products", rule, rule), "product");
  }

  @Test
  void explain_says_what_an_instruction_asks_for_and_what_is_not_understood() {
    Result run =
        run(
            "explain",
            "--instruction",
            "In § 744.6, revise the first sentence of paragraph (c) and remove the third limb.");
    assertThat(run.code()).isEqualTo(Main.SAME);
    assertThat(run.out()).contains("not understood: these words are not understood: limb third");
    assertThat(run("explain", "--instruction", "In § 744.6, revise paragraphs (a) and (b).").out())
        .contains("    revise 15 CFR 744.6(a)\n    revise 15 CFR 744.6(b)\n");
  }

  @Test
  void aFileComparedWithItselfShowsNothingAndExitsWithZero() throws IOException {
    String rule = file("rule.xml", RULE.formatted("5", "1"));
    Result result = run("diff", rule, rule);
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Changes of substance: 0; editorial: 0.");
  }

  @Test
  void differencesExitWithOne() throws IOException {
    String before = file("before.xml", RULE.formatted("5", "1"));
    String after = file("after.xml", RULE.formatted("4", "2").replace("is added", "is revised"));
    Result result = run("diff", before, after);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("15 CFR 744.99(a)").contains("[-5-]").contains("{+4+}");
  }

  @Test
  void editorialChangesAreCountedAndShownOnRequest() throws IOException {
    String before = file("before.xml", RULE.formatted("5", "1"));
    String after =
        file(
            "after.xml",
            RULE.formatted("5", "2")
                .replace("is added", "is revised")
                .replace("holds from its date.", "holds from its date;"));
    Result counted = run("diff", before, after);
    assertThat(counted.code()).isZero();
    assertThat(counted.out()).contains("editorial: 1.").doesNotContain("744.99(b)");
    for (String format : new String[] {"text", "markdown", "json"}) {
      Result shown = run("diff", "--editorial", "--format", format, before, after);
      assertThat(shown.code()).isZero();
      assertThat(shown.out()).contains("15 CFR 744.99(b)").containsIgnoringCase("editorial");
    }
  }

  @Test
  void onlyNarrowsToACitation() throws IOException {
    String before = file("before.xml", RULE.formatted("5", "1"));
    String after = file("after.xml", RULE.formatted("4", "2").replace("is added", "is revised"));
    assertThat(run("diff", "--only", "744.99(b)", before, after).code()).isZero();
    assertTrouble(run("diff", "--only", "744.98", before, after), "744.98");
    assertTrouble(run("diff", "--only", "nonsense", before, after), "is no citation");
  }

  @Test
  void anInstructionThatCannotBeCarriedOutPassesNoGate() throws IOException {
    String before = file("before.xml", RULE.formatted("5", "1"));
    String refused =
        RULE.formatted("5", "2")
            .replace("Section 744.99 is added to read as follows:", "Transmogrify § 744.99.");
    String after = file("after.xml", refused);
    assertThat(run("diff", "--only", "744.99", before, after).code()).isEqualTo(1);
    for (String gate : new String[] {"any", "tighter", "looser"}) {
      Result result = run("diff", "--fail-on", gate, before, after);
      assertThat(result.out()).contains("Changes of substance: 0").contains("refused 1 of");
      assertThat(result.code()).isEqualTo(1);
    }
    assertThat(run("diff", "--fail-on", "tighter", after, after).code()).isZero();
  }

  @Test
  void aReportThatCannotBeWrittenIsTrouble() throws IOException {
    String rule = file("rule.xml", RULE.formatted("5", "1"));
    String nowhere = folder.resolve("nowhere/report.txt").toString();
    assertTrouble(run("diff", "-o", nowhere, rule, rule), "no such folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "json"})
  void everyFormatBeginsWithWhatItRestsOn(String format) throws IOException {
    String rule = file("rule.xml", RULE.formatted("5", "1"));
    Result result = run("diff", "--format", format, rule, rule);
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("rule.xml").containsPattern("[0-9a-f]{64}");
  }

  @Test
  void onlySomeCitationsAsJson() throws IOException {
    String before = file("before.xml", RULE.formatted("5", "1"));
    String after = file("after.xml", RULE.formatted("4", "2").replace("is added", "is revised"));
    Result some = run("diff", "--format", "json", "--only", "744.99(a)", before, after);
    Result none = run("diff", "--format", "json", "--only", "744.99(b)", before, after);
    assertThat(some.code()).isEqualTo(1);
    assertThat(some.out()).contains("\"citation\" : \"15 CFR 744.99(a)\"");
    assertThat(none.code()).isZero();
    assertThat(none.out()).contains("\"changes\" : [ ]").contains("\"findings\" : [ ]");
  }

  @Test
  void anUnknownFormatIsTrouble() throws IOException {
    String rule = file("rule.xml", RULE.formatted("5", "1"));
    assertTrouble(run("diff", "--format", "pdf", rule, rule), "no format pdf");
  }

  @Test
  void outlinePrintsTheClauses() throws IOException {
    String rule = file("rule.xml", RULE.formatted("5", "1"));
    assertThat(run("outline", rule).out())
        .contains("title: An invented rule, no official text")
        .contains("cfrParts: 15 CFR Part 744")
        .contains("Preamble  SUPPLEMENTARY INFORMATION: Invented.")
        .contains("Instruction 1")
        .contains("Section 15 CFR 744.99  Widgets.")
        .contains("Paragraph 15 CFR 744.99(b)");
    assertThat(run("outline", rule, "744.99(a)", "--format", "json").out())
        .contains("\"citation\" : \"15 CFR 744.99(a)\"");
    assertTrouble(run("outline", rule, "744.98"), "shows nothing");
  }

  @Test
  void textPrintsOneBlockALine() throws IOException {
    String rule = file("rule.xml", RULE.formatted("5", "1"));
    assertThat(run("text", rule).out().lines())
        .anyMatch(line -> line.contains("INSTRUCTION\t1. Section 744.99 is added"));
  }

  @Test
  void aMissingFileIsTrouble() {
    assertTrouble(run("diff", "missing.pdf", "missing.xml"), "missing.pdf: no such file");
  }

  @Test
  void aDirectoryIsTrouble() {
    assertTrouble(run("text", folder.toString()), "is a directory");
  }

  @Test
  void anEmptyFileIsTrouble() throws IOException {
    assertTrouble(run("text", file("empty.pdf", "")), "empty");
  }

  @Test
  void brokenMarkupIsTroubleWithItsPlace() throws IOException {
    String broken = file("broken.xml", "<RULE>\n<PREAMB>\n</RULE>");
    assertTrouble(run("text", broken), "broken.xml:3:");
  }

  @Test
  void anExternalEntityIsNotFollowed() throws IOException {
    String secret = file("secret.txt", "a secret");
    String rule =
        "<!DOCTYPE RULE [<!ENTITY x SYSTEM \"" + secret + "\">]>\n<RULE><P>&x;</P></RULE>";
    Result result = run("text", file("entity.xml", rule));
    assertTrouble(result, "entit");
    assertThat(result.err()).doesNotContain("a secret");
  }

  @Test
  void aFileThatIsNotWhatItsNameSaysIsTrouble() throws IOException {
    byte[] jpeg = new byte[200];
    new Random(1).nextBytes(jpeg);
    System.arraycopy(
        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'},
        0,
        jpeg,
        0,
        10);
    assertTrouble(run("text", file("photo.pdf", jpeg)), "image/jpeg");
  }

  @Test
  void aTruncatedPdfIsTrouble() throws IOException {
    byte[] whole = pdf(false);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertTrouble(run("text", file("half.pdf", half)), "half.pdf");
  }

  @Test
  void anEncryptedPdfIsTrouble() throws IOException {
    assertTrouble(run("text", file("locked.pdf", pdf(true))), "password");
  }

  @Test
  void aPdfWithoutTextIsTrouble() throws IOException {
    assertTrouble(run("text", file("blank.pdf", pdf(false))), "no text on its pages");
  }

  @Test
  void standardInputCannotBeBothDocuments() {
    assertTrouble(run("diff", "-", "-"), "only one of the documents");
  }

  @Test
  void resultsThatCannotBeWrittenAreTrouble() throws IOException {
    String rule = file("rule.xml", RULE.formatted("5", "1"));
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    StringWriter err = new StringWriter();
    assertThat(Main.run(new PrintWriter(full), new PrintWriter(err), "text", rule)).isEqualTo(2);
    assertThat(err.toString()).contains("could not be written");
  }

  private byte[] pdf(boolean encrypted) throws IOException {
    Path path = folder.resolve("made.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (encrypted) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      document.save(path.toFile());
    }
    assertThat(Files.size(path)).isPositive();
    if (!encrypted) {
      Loader.loadPDF(path.toFile()).close();
    }
    return Files.readAllBytes(path);
  }

  @Test
  void theHelpNamesEveryCommand() {
    String help = run("--help").out();
    assertThat(help).contains("diff", "outline", "text");
  }

  @Test
  void the_catalogue_of_checks_has_a_page_for_each() {
    Result all = run("checks");
    Result one = run("checks", "review-policy");
    Result none = run("checks", "lamps");

    assertThat(all.code()).isZero();
    assertThat(all.out()).contains("# control-criterion\n", "# review-policy\n");
    assertThat(one.out()).startsWith("# review-policy\n").doesNotContain("# control-criterion");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).startsWith("ratchet: lamps: is no check; write one of: ");
  }
}
