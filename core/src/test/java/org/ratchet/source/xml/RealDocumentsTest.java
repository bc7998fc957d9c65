package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ratchet.CorpusFolder;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** No character of a real document is lost, and none is invented. */
@Tag("corpus")
class RealDocumentsTest {

  @TestFactory
  Stream<DynamicTest> everyDocumentOfTheRegisterKeepsItsText() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files("fr-xml")) {
      if (file.toString().contains("older-dashes")) {
        continue;
      }
      Element root = dom(file);
      for (Element document : documents(root)) {
        String number = number(document);
        Source source = Source.of(file);
        boolean alone = document == root;
        tests.add(
            dynamicTest(
                file.getFileName() + "#" + number,
                () -> keepsText(alone ? source : source.document(number), document)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> everyTextOfTheCodeKeepsItsText() throws Exception {
    return files("ecfr-xml").stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(), () -> keepsText(Source.of(file), dom(file))));
  }

  private static void keepsText(Source source, Element document) throws IOException {
    SourceText text = SourceReaders.standard().read(source, ReadLimits.standard());
    boolean picturesNamedByAttributes = text.kind() == SourceText.Kind.REGULATION;
    List<Block> blocks =
        text.blocks().stream()
            .filter(b -> !picturesNamedByAttributes || b.kind() != BlockKind.FIGURE)
            .toList();
    assertThat(Conservation.characters(Conservation.text(blocks)))
        .isEqualTo(Conservation.characters(document.getTextContent()));
  }

  @Test
  void bothEncodingsOfOneIssueGiveTheSameBlocks() throws Exception {
    Path newer = CorpusFolder.file("fr-xml/issue-2024-02-12.xml");
    Path older = CorpusFolder.file("fr-xml/issue-2024-02-12.older-dashes.xml");

    List<Element> documents = documents(dom(newer));
    for (int i = 0; i < documents.size(); i += 5) {
      String number = number(documents.get(i));
      assertThat(shapes(older, number)).isEqualTo(shapes(newer, number));
    }
  }

  private static List<String> shapes(Path issue, String number) throws IOException {
    return SourceReaders.standard()
        .read(Source.of(issue).document(number), ReadLimits.standard())
        .blocks()
        .stream()
        .map(b -> b.span() + " " + b.kind() + b.level() + " " + b.text().replace('–', '-'))
        .toList();
  }

  @Test
  void everyTableOfTheEntityListHasFiveColumnsInEveryRow() throws IOException {
    Path part = CorpusFolder.file("ecfr-xml/title15-part744.2026-07-18.xml");

    List<TableText> lists =
        SourceReaders.standard().read(Source.of(part), ReadLimits.standard()).blocks().stream()
            .flatMap(block -> block.table().stream())
            .filter(table -> table.rows().size() > 300)
            .toList();

    assertThat(lists).isNotEmpty();
    assertThat(lists)
        .flatExtracting(TableText::rows)
        .allSatisfy(row -> assertThat(width(row)).isEqualTo(5));
  }

  private static int width(TableText.Row row) {
    return row.cells().stream().mapToInt(TableText.Cell::columns).sum();
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CorpusFolder.file(folder))) {
      return files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static Element dom(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static List<Element> documents(Element root) {
    if (!root.getTagName().equals("FEDREG")) {
      return List.of(root);
    }
    List<Element> documents = new ArrayList<>();
    for (String kind : List.of("RULE", "PRORULE")) {
      NodeList found = root.getElementsByTagName(kind);
      for (int i = 0; i < found.getLength(); i++) {
        documents.add((Element) found.item(i));
      }
    }
    return documents;
  }

  private static String number(Element document) {
    String line = document.getElementsByTagName("FRDOC").item(0).getTextContent();
    return line.replaceFirst("(?s).*FR Doc\\.?\\s+(\\S+)\\s.*", "$1").replace('–', '-');
  }
}
