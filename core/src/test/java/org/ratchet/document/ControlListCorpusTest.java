package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ratchet.CorpusFolder;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.Step.Kind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/** The whole Commerce Control List, held to an independent count of its markup. */
@Tag("corpus")
@TestInstance(Lifecycle.PER_CLASS)
class ControlListCorpusTest {

  /** A label of more than one step, and what it labels. */
  private static final String RESERVED = "[Reserved]";

  /** The first label of a reserved range, and the end of the last one. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:Items: )?((?:[a-z]\\.)?[a-z0-9])\\.?(?: (?:through|to|and) |-)\\.?(?:[a-z]\\.)?([a-z0-9])\\.? \\[Reserved");

  private static final Pattern JOINING =
      Pattern.compile(
          "^((?:Items:)? ?[a-z0-9.]{1,5}) (?:through|to|and) (\\.?[a-z0-9.]{1,5} \\[Reserved)");

  private static final Pattern DEEP =
      Pattern.compile(
          "([a-z](?:\\.\\d{1,2})(?:\\.[a-z](?:\\.\\d{1,2})?)?)\\.{1,2}\\s(.*)", Pattern.DOTALL);

  private final ControlListXml xml;
  private final Regulation read;

  ControlListCorpusTest() throws IOException {
    Path file = CorpusFolder.file("ecfr-xml/title15-part774-supp1.2026-06.xml");
    xml = ControlListXml.read(file);
    read =
        (Regulation)
            new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
                .read(Source.of(file));
  }

  @Test
  void every_heading_is_one_entry() {
    List<String> headings = xml.entries().stream().map(entry -> "ECCN " + entry.number()).toList();

    assertThat(headings).hasSize(638).doesNotHaveDuplicates();
    assertThat(all(EccnEntry.class).map(entry -> entry.citation().toString()))
        .containsExactlyElementsOf(headings);
  }

  @Test
  void entries_are_counted_by_category() {
    Map<Character, Long> counts =
        all(EccnEntry.class)
            .map(entry -> entry.citation().last().label().charAt(0))
            .collect(Collectors.groupingBy(category -> category, Collectors.counting()));

    assertThat(counts)
        .isEqualTo(
            xml.entries().stream()
                .collect(
                    Collectors.groupingBy(
                        entry -> entry.number().charAt(0), Collectors.counting())));
    assertThat(new TreeMap<>(counts).values())
        .containsExactly(62L, 136L, 89L, 78L, 24L, 25L, 60L, 46L, 22L, 96L);
  }

  @Test
  void every_row_of_the_controls_is_one_row_of_its_entry_and_no_other_is() {
    assertThat(xml.entries().stream().mapToInt(entry -> entry.rows().size()).sum())
        .isGreaterThan(1500);
    Map<String, List<String>> found = new HashMap<>();
    all(EccnEntry.class).forEach(entry -> found.put(entry.citation().last().label(), rows(entry)));
    for (ControlListXml.Entry entry : xml.entries()) {
      assertThat(found.get(entry.number()))
          .as(entry.number())
          .containsExactlyElementsOf(
              entry.rows().stream().map(ControlListCorpusTest::key).toList());
    }
  }

  private static List<String> rows(Clause entry) {
    return entry.stream()
        .filter(ControlRow.class::isInstance)
        .map(row -> key(row.content().ownText()))
        .toList();
  }

  @Test
  void every_item_stands_at_the_depth_of_its_label_or_what_is_above_it_is_reported_missing() {
    Map<String, Clause> items = new HashMap<>();
    Map<String, String> parents = new HashMap<>();
    read.clauses().stream()
        .flatMap(Clause::stream)
        .forEach(
            clause -> {
              items.put(clause.citation().toString(), clause);
              clause
                  .children()
                  .forEach(
                      child ->
                          parents.put(child.citation().toString(), clause.citation().toString()));
            });
    int deep = 0;
    for (ControlListXml.Entry entry : xml.entries()) {
      for (ControlListXml.Line line : entry.lines()) {
        Matcher label = DEEP.matcher(line.text().strip());
        if (label.matches() && !line.note() && !RANGE.matcher(line.text()).lookingAt()) {
          deep++;
          String path = "ECCN " + entry.number() + "." + label.group(1);
          String above = path.substring(0, path.lastIndexOf('.'));
          assertThat(items).containsKey(path);
          Clause item = Objects.requireNonNull(items.get(path));
          assertThat(key(item.content().ownText())).isEqualTo(key(label.group(2)));
          if (!reported(above)) {
            assertThat(parents).containsEntry(path, above);
          }
        }
      }
    }
    assertThat(deep).isGreaterThan(2800);
    assertThat(items.keySet()).noneMatch(item -> item.matches("ECCN \\S+#\\d.*"));
  }

  private boolean reported(String above) {
    return read.diagnostics().stream()
        .filter(remark -> remark.code().equals("missing-item"))
        .anyMatch(remark -> remark.message().endsWith(" " + above));
  }

  @Test
  void every_line_in_a_note_whose_label_has_several_steps_stands_in_a_note() {
    List<String> noted =
        read.clauses().stream()
            .flatMap(Clause::stream)
            .filter(
                clause -> clause.citation().steps().stream().anyMatch(s -> s.kind() == Kind.NOTE))
            .map(clause -> clause.citation() + "|" + key(clause.content().ownText()))
            .toList();
    for (ControlListXml.Entry entry : xml.entries()) {
      for (ControlListXml.Line line : entry.lines()) {
        Matcher label = DEEP.matcher(line.text().strip());
        if (line.note() && label.matches()) {
          String end = "(" + label.group(1).replace(".", ")(") + ")|" + key(label.group(2));
          assertThat(noted)
              .as(line.text())
              .anyMatch(note -> note.contains(entry.number()) && note.endsWith(end));
        }
      }
    }
  }

  /** {@code d. through w. [Reserved]} prints the labels between in no other way. */
  @Test
  void every_item_of_a_reserved_range_is_reserved() {
    Map<String, String> items = new HashMap<>();
    read.clauses().stream()
        .flatMap(Clause::stream)
        .forEach(clause -> items.put(clause.citation().toString(), clause.content().ownText()));
    int ranges = 0;
    for (ControlListXml.Entry entry : xml.entries()) {
      for (ControlListXml.Line line : entry.lines()) {
        Matcher range = RANGE.matcher(line.text().strip());
        if (range.lookingAt()) {
          ranges++;
          String first = range.group(1);
          String above = first.substring(0, first.length() - 1);
          for (char c = first.charAt(first.length() - 1); c <= range.group(2).charAt(0); c++) {
            String item = "ECCN " + entry.number() + "." + above + c;
            assertThat(items.get(item)).as(item).startsWith(RESERVED);
          }
        }
      }
    }
    assertThat(ranges).isEqualTo(67);
  }

  @Test
  void no_word_is_lost_but_the_one_that_joins_the_labels_of_a_range() {
    Map<String, Integer> words = new TreeMap<>();
    count(
        xml.words()
            .lines()
            .map(line -> JOINING.matcher(line).replaceFirst("$1 $2"))
            .collect(Collectors.joining("\n")),
        words,
        1);
    read.clauses().stream()
        .flatMap(Clause::stream)
        .forEach(
            clause -> {
              count(clause.content().ownText(), words, -1);
              switch (clause.citation().last().kind()) {
                case PARAGRAPH -> count(Clauses.label(clause), words, -1);
                case ECCN -> count(clause.citation().toString(), words, -1);
                case SUPPLEMENT -> count("Supplement No. 1 to Part 774", words, -1);
                default -> {}
              }
            });
    words.values().removeIf(times -> times <= 0);

    assertThat(words).isEmpty();
  }

  private static void count(String text, Map<String, Integer> counts, int by) {
    for (String word : text.replaceAll("[\\^_]", "").split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        counts.merge(word, by, Integer::sum);
      }
    }
  }

  private static String key(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private <T> Stream<T> all(Class<T> kind) {
    return read.clauses().stream().flatMap(Clause::stream).filter(kind::isInstance).map(kind::cast);
  }
}
