package org.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ratchet.amend.Amender;
import org.ratchet.amend.AmendmentParser;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;
import org.ratchet.fixtures.Press;
import org.ratchet.fixtures.PressSettings;
import org.ratchet.source.Source;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Every rule and proposal of the corpus: its instructions are those of its markup, and its printed
 * PDF says the same as its XML.
 *
 * <p>Whether a space follows a dash at the end of a line cannot be seen on a page, and is not asked
 * of it.
 */
@Tag("corpus")
class CorpusRulesTest {

  private static final Ratchet RATCHET = Ratchet.standard();
  private static final Map<String, byte[]> DOCUMENTS = new TreeMap<>();
  private static final Map<String, Pair> PAIRS = new HashMap<>();

  /** A rule as read from its XML and from its printed PDF. */
  private record Pair(Rule xml, Rule pdf) {}

  @BeforeAll
  static void collectDocuments() throws IOException {
    Path folder = CorpusFolder.file("fr-xml");
    for (String kind : List.of("RULE", "PRORULE")) {
      try (InputStream issue = Files.newInputStream(folder.resolve("issue-2024-02-12.xml"))) {
        DOCUMENTS.putAll(Press.documents(issue, kind));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.toString().contains("issue")).toList()) {
        DOCUMENTS.put(file.getFileName().toString().replace(".xml", ""), Files.readAllBytes(file));
      }
    }
  }

  private interface Check {
    void of(Pair pair) throws Exception;
  }

  private static Stream<DynamicTest> each(Check check) {
    return DOCUMENTS.keySet().stream().map(name -> dynamicTest(name, () -> check.of(pair(name))));
  }

  private static byte[] document(String name) {
    return Objects.requireNonNull(DOCUMENTS.get(name), name);
  }

  private static Pair pair(String name) throws IOException {
    Pair known = PAIRS.get(name);
    if (known == null) {
      byte[] xml = document(name);
      byte[] pdf =
          Press.print(new ByteArrayInputStream(xml), PressSettings.plain()).pdf().toArray();
      known =
          new Pair(
              (Rule) RATCHET.read(Source.of(xml, name)), (Rule) RATCHET.read(Source.of(pdf, name)));
      PAIRS.put(name, known);
    }
    return known;
  }

  private static List<Instruction> instructions(Rule rule) {
    return rule.instructions().stream().flatMap(Instruction::stream).toList();
  }

  private static Stream<Clause> clauses(Rule rule) {
    return instructions(rule).stream()
        .flatMap(instruction -> instruction.setOut().stream())
        .flatMap(Clause::stream);
  }

  @TestFactory
  Stream<DynamicTest> theInstructionsAreThoseOfTheMarkup() {
    return DOCUMENTS.keySet().stream()
        .map(name -> dynamicTest(name, () -> assertInstructionsAreThoseOfTheMarkup(name)));
  }

  /** A rule without marked instructions has at most one, the words of issuance. */
  private static void assertInstructionsAreThoseOfTheMarkup(String name) throws Exception {
    List<Instruction> read = instructions(pair(name).xml());
    List<Element> written = leaves(document(name));
    if (written.isEmpty()) {
      assertThat(read).hasSizeLessThan(2);
      return;
    }
    assertThat(read).hasSameSizeAs(written);
    for (int at = 0; at < written.size(); at++) {
      assertSays(read.get(at), written.get(at));
    }
  }

  /** The instructions of the markup: elements that hold no other instruction. */
  private static List<Element> leaves(byte[] xml) throws Exception {
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getElementsByTagName("AMDPAR");
    return IntStream.range(0, all.getLength())
        .mapToObj(at -> (Element) all.item(at))
        .filter(element -> element.getElementsByTagName("AMDPAR").getLength() == 0)
        .filter(element -> !element.getTextContent().isBlank())
        .toList();
  }

  /**
   * Every character in order, and every space inside a stretch of one face; what stands beside a
   * change of face is the typist's affair.
   */
  private static void assertSays(Instruction instruction, Element element) {
    List<String> stretches = new ArrayList<>();
    collect(element, stretches);
    String label = instruction.label();
    String mark = label.isEmpty() ? "" : "\\(?" + Pattern.quote(label) + "[.)]";
    String said = folded(plain(instruction));
    String written = String.join("", stretches).replace(" ", "");
    assertThat(written.replaceFirst("^" + mark, "")).isEqualTo(said.replace(" ", ""));
    stretches.set(0, stretches.get(0).strip().replaceFirst("^" + mark, ""));
    assertThat(said).contains(stretches.stream().map(String::strip).toList());
  }

  private static String plain(Instruction instruction) {
    return instruction.runs().stream().map(Run::text).collect(Collectors.joining());
  }

  private static void collect(Node node, List<String> stretches) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE) {
        stretches.add(folded(child.getNodeValue()));
      } else if (!List.of("FTNT", "GPOTABLE", "GPH").contains(child.getNodeName())) {
        collect(child, stretches);
      }
    }
  }

  private static String folded(String text) {
    return text.replaceAll("[\\s\\p{Zs}]+", " ").replace('–', '-');
  }

  @TestFactory
  Stream<DynamicTest> aPrintedRuleHasTheInstructionsOfItsXml() {
    return each(
        pair ->
            assertThat(instructions(pair.pdf()).stream().map(CorpusRulesTest::line))
                .containsExactlyElementsOf(
                    instructions(pair.xml()).stream().map(CorpusRulesTest::line).toList()));
  }

  @TestFactory
  Stream<DynamicTest> aPrintedRuleAsksForTheOperationsOfItsXml() {
    return each(
        pair ->
            assertThat(operations(pair.pdf())).containsExactlyElementsOf(operations(pair.xml())));
  }

  @Test
  void theRulesAskForHundredsOfOperations() throws IOException {
    int all = 0;
    for (String name : DOCUMENTS.keySet()) {
      all += operations(pair(name).xml()).size();
    }
    assertThat(all).isGreaterThan(400);
  }

  /** Each operation in words, or why an instruction is not understood. */
  private static List<String> operations(Rule rule) {
    return rule.instructions().stream()
        .flatMap(instruction -> AmendmentParser.standard().parse(instruction).stream())
        .flatMap(
            reading ->
                reading.operations().isEmpty()
                    ? Stream.of(reading.instruction().id() + " " + reading.reason())
                    : reading.operations().stream()
                        .map(operation -> reading.instruction().id() + " " + operation.inWords()))
        .map(CorpusRulesTest::unspaced)
        .toList();
  }

  /** Rules executed on nothing: what becomes of each instruction, and why. */
  @TestFactory
  Stream<DynamicTest> ofAPrintedRuleBecomesWhatBecomesOfItsXml() {
    return each(
        pair -> assertThat(ledger(pair.pdf())).containsExactlyElementsOf(ledger(pair.xml())));
  }

  private static List<String> ledger(Rule rule) {
    return Amender.standard().apply(State.empty(), rule).ledger().lines().stream()
        .map(line -> line.instruction() + " " + line.status() + " " + unspaced(line.reason()))
        .toList();
  }

  private static String line(Instruction instruction) {
    return instruction.id() + " " + unspaced(instruction.text());
  }

  /** At the end of a line nobody sees whether a space follows a dash. */
  private static String unspaced(String text) {
    return text.replaceAll("(?<=[-–—]) ", "");
  }

  @TestFactory
  Stream<DynamicTest> aPrintedRuleSetsOutTheClausesOfItsXml() {
    return each(pair -> assertThat(lines(pair.pdf())).containsExactlyElementsOf(lines(pair.xml())));
  }

  @Test
  void theRulesSetOutThousandsOfClauses() throws IOException {
    int all = 0;
    for (String name : DOCUMENTS.keySet()) {
      all += lines(pair(name).xml()).size();
    }
    assertThat(all).isGreaterThan(3500);
  }

  /** Kind, citation, heading and own text of each clause set out. */
  private static List<String> lines(Rule rule) {
    return clauses(rule).map(clause -> head(clause) + own(clause)).toList();
  }

  private static String head(Clause clause) {
    String kind = clause.getClass().getSimpleName();
    return kind + " " + clause.citation() + " | " + Runs.text(clause.heading()) + " | ";
  }

  private static String own(Clause clause) {
    return unspaced(Clauses.ownText(clause));
  }

  @TestFactory
  Stream<DynamicTest> aPrintedRuleAndItsXmlDifferInNothingOfSubstance() {
    return each(
        pair -> {
          Comparison comparison = RATCHET.compare(pair.pdf(), pair.xml());
          assertThat(comparison.changes()).isEmpty();
          assertThat(comparison.findings()).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> aRuleComparedWithItselfShowsNothing() {
    return each(
        pair -> {
          Comparison comparison = RATCHET.compare(pair.xml(), pair.xml());
          assertThat(comparison.changes()).isEmpty();
          assertThat(comparison.editorial()).isEmpty();
          assertThat(comparison.findings()).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> noTextIsWithoutAPlace() {
    return each(
        pair ->
            assertThat(pair.xml().diagnostics())
                .extracting(Diagnostic::code)
                .doesNotContain("unplaced-text", "unnumbered-section"));
  }
}
