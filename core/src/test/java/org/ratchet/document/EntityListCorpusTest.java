package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.CorpusFolder;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EntityEntry;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The lists of entities of part 744, held to an independent reading of their markup. */
@Tag("corpus")
class EntityListCorpusTest {

  private static final List<String> NUMBERS =
      List.of(
          "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
              .split(" ", -1));

  private static final Pattern ALIASES =
      Pattern.compile(
          "(.*?),? +a\\.k\\.a\\.?[^—;]{0,20}\\bfollowing (\\w+) alias.*", Pattern.DOTALL);

  /** A row as its markup has it, the country carried forward. */
  private record Row(
      String country,
      String entity,
      String requirement,
      List<String> footnotes,
      String policy,
      String register) {}

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-25", "2026-07-18"})
  void everyRowIsOneEntryWithWhatItsCellsSay(String date) throws IOException {
    Path file = CorpusFolder.file("ecfr-xml/title15-part744." + date + ".xml");
    List<Row> rows = rows(file);
    List<EntityEntry> entries = entries(file);

    assertThat(rows).hasSizeGreaterThan(3600);
    assertThat(entries).hasSameSizeAs(rows);
    for (int at = 0; at < rows.size(); at++) {
      assertThat(row(entries.get(at))).isEqualTo(keys(rows.get(at)));
    }
    int counted = 0;
    for (EntityEntry entry : entries) {
      String text = entry.content().ownText();
      Matcher said = ALIASES.matcher(text);
      if (said.matches()) {
        counted++;
        assertThat(key(entry.name())).isEqualTo(key(said.group(1)));
        assertThat(entry.aliases()).as(text).hasSize(number(said.group(2)));
      }
      assertThat(key(text)).startsWith(key(entry.name()));
      assertThat(entry.aliases()).allMatch(text::contains).noneMatch(String::isBlank);
      assertThat(entry.addresses()).allMatch(text::contains).noneMatch(String::isBlank);
    }
    assertThat(counted).isGreaterThan(1850);
  }

  private static int number(String word) {
    return word.matches("\\d+")
        ? Integer.parseInt(word)
        : word.equals("sixteen") ? 16 : word.equals("seventeen") ? 17 : NUMBERS.indexOf(word) + 1;
  }

  private static List<EntityEntry> entries(Path file) throws IOException {
    Regulation read =
        (Regulation)
            new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
                .read(Source.of(file));
    return read.clauses().stream()
        .flatMap(Clause::stream)
        .filter(EntityEntry.class::isInstance)
        .map(EntityEntry.class::cast)
        .toList();
  }

  private static Row row(EntityEntry entry) {
    return new Row(
        key(entry.country()),
        key(entry.content().ownText()),
        key(entry.requirement()),
        entry.footnotes(),
        key(entry.policy()),
        key(entry.register()));
  }

  private static Row keys(Row row) {
    return new Row(
        key(row.country()),
        key(row.entity()),
        key(row.requirement()),
        row.footnotes(),
        key(row.policy()),
        key(row.register()));
  }

  private static String key(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /** The rows of the tables; one that only goes on with the entity above is joined to it. */
  private static List<Row> rows(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Element table : elements(document(file), "TABLE")) {
      String country = "";
      int columns = elements(table, "TH").size();
      for (Element line : elements(table, "TR")) {
        List<Element> cells = elements(line, "TD");
        if (columns < 3 || cells.size() != columns) {
          continue;
        }
        List<String> texts = cells.stream().map(EntityListCorpusTest::text).toList();
        country = texts.get(0).isBlank() ? country : texts.get(0);
        boolean goesOn =
            columns == 5 && texts.stream().filter(cell -> !cell.isBlank()).count() == 1;
        if (goesOn) {
          Row above = rows.remove(rows.size() - 1);
          rows.add(
              new Row(
                  above.country(),
                  above.entity() + " " + texts.get(1),
                  above.requirement(),
                  above.footnotes(),
                  above.policy(),
                  above.register()));
        } else {
          rows.add(
              new Row(
                  country,
                  texts.get(1),
                  columns == 5 ? texts.get(2) : "",
                  columns == 5 ? raised(cells.get(2)) : List.of(),
                  columns == 5 ? texts.get(3) : "",
                  texts.get(columns - 1)));
        }
      }
    }
    return rows;
  }

  private static List<String> raised(Element cell) {
    return elements(cell, "sup").stream()
        .flatMap(raised -> Arrays.stream(text(raised).split("\\D+", -1)))
        .filter(number -> !number.isEmpty())
        .distinct()
        .toList();
  }

  private static Element document(Path file) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(file.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList found = parent.getElementsByTagName(name);
    for (int at = 0; at < found.getLength(); at++) {
      elements.add((Element) found.item(at));
    }
    return elements;
  }

  private static String text(Node node) {
    return node.getTextContent().replaceAll("\\s+", " ").strip();
  }
}
