package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.CorpusFolder;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.TableRow;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.text.Box;
import org.ratchet.text.Run;
import org.ratchet.text.Span;
import org.ratchet.text.Style;

class RegulationJsonTest {

  private static final DocumentReader READER =
      new DocumentReader(SourceReaders.standard(), ReadLimits.standard());
  private static final Citation SECTION = Citation.section(15, "744.6");

  private static final List<SourceCitation> SOURCES =
      List.of(
          new SourceCitation(
              SECTION,
              "[61 FR 12802, as amended at 97 FR “1”]",
              new Span("x", 1, 1, 1, 1, Optional.empty())));

  private static Document again(Regulation regulation) throws IOException {
    byte[] json = RegulationJson.write(regulation).getBytes(StandardCharsets.UTF_8);
    return READER.read(Source.of(json, "after.json"));
  }

  @Property(tries = 200)
  void what_is_written_is_read_again_as_it_was(@ForAll("regulations") Regulation regulation)
      throws IOException {
    assertThat(again(regulation)).isEqualTo(regulation);
    assertThat(RegulationJson.write((Regulation) again(regulation)))
        .isEqualTo(RegulationJson.write(regulation));
  }

  @Provide
  Arbitrary<Regulation> regulations() {
    Arbitrary<List<Clause>> sections =
        clauses()
            .list()
            .ofMaxSize(4)
            .flatMap(
                children ->
                    content().map(c -> List.of(new Section(SECTION, c.withChildren(children)))));
    return Combinators.combine(words(), sections)
        .as(
            (name, clauses) ->
                new Regulation(
                    new Provenance(name, "00", "text/plain"),
                    name,
                    clauses,
                    List.of(),
                    SOURCES,
                    List.of()));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withChars("ab \"\\“”§—é{}[]:,\u2009")
        .withCharRange('0', '9')
        .ofMaxLength(12);
  }

  private static Arbitrary<List<Run>> runs() {
    Arbitrary<Style> style =
        Combinators.combine(
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                Arbitraries.of(Style.Rise.values()))
            .as(Style::new);
    return Combinators.combine(words(), style).as(Run::new).list().ofMaxSize(3);
  }

  private static Arbitrary<Content> content() {
    Arbitrary<Span> span =
        Combinators.combine(words(), Arbitraries.integers().between(0, 9), Arbitraries.floats())
            .as((name, n, x) -> new Span(name, n, n + 1, n, 3, box(n, x)));
    return Combinators.combine(runs(), runs(), Arbitraries.of(Shown.values()), span)
        .as((heading, text, shown, at) -> new Content(heading, text, List.of(), shown, at));
  }

  private static Optional<Box> box(int n, float x) {
    return n > 4 ? Optional.of(new Box(x, 1.5f, -x, 0)) : Optional.empty();
  }

  private static Arbitrary<Clause> clauses() {
    return Combinators.combine(Arbitraries.integers().between(0, 6), words(), runs(), content())
        .as(RegulationJsonTest::clause);
  }

  private static Clause clause(int kind, String name, List<Run> runs, Content content) {
    Clause below = new Paragraph(SECTION.then(Kind.PARAGRAPH, "a"), content);
    Content nested = content.withChildren(List.of(below));
    return switch (kind) {
      case 0 -> new Paragraph(SECTION.then(Kind.PARAGRAPH, "b"), nested);
      case 1 -> new Note(SECTION.then(new Step(Kind.NOTE, "Note 1", 1)), nested);
      case 2 -> new TableRow(SECTION.then(Kind.ROW, name), List.of(runs, List.of()), content);
      case 3 -> new ControlRow(SECTION.then(Kind.ROW, name), runs, runs, content);
      case 4 ->
          new EccnPart(
              Citation.eccn("3A090").then(Kind.ECCN_PART, "items"),
              EccnPart.Role.LICENSE_EXCEPTIONS,
              content);
      case 5 ->
          new EntityEntry(
              Citation.supplement(15, "744", "4")
                  .then(Kind.COUNTRY, "UTOPIA")
                  .then(Kind.ENTITY, name),
              "UTOPIA",
              name,
              List.of(name, "b"),
              List.of("c", name),
              name,
              List.of("1", "5"),
              name,
              name,
              content);
      default -> new Ellipsis(SECTION.then(new Step(Kind.ELLIPSIS, "", 2)), content);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ratchet\":\"regulation\"",
        "{\"ratchet\":\"regulation\",\"schemaVersion\":9}",
        "{\"ratchet\":\"regulation\",\"schemaVersion\":1}",
        "{\"ratchet\":\"regulation\",\"schemaVersion\":1,\"name\":\"\",\"sha256\":\"\",\"mediaType\":\"\","
            + "\"asOf\":\"\",\"clauses\":[{\"kind\":\"Poem\",\"citation\":\"744.6\",\"shown\":\"WHOLE\"}]}"
      })
  void what_is_not_whole_is_refused_with_the_reason(String json) {
    Source source = Source.of(json.getBytes(StandardCharsets.UTF_8), "after.json");
    assertThatThrownBy(() -> READER.read(source))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageStartingWith("after.json: is ");
  }

  @Tag("corpus")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfr-xml/CFR-2011-title37-vol1-part1.xml",
        "cfr-xml/CFR-2012-title12-vol8-part1005.xml",
        "ecfr-xml/title15-part774-supp1.2026-06.xml",
        "ecfr-xml/title15-part744.2026-07-18.xml"
      })
  void real_regulations_are_read_again_as_they_were(String file) throws IOException {
    Regulation regulation = (Regulation) READER.read(Source.of(CorpusFolder.file(file)));
    assertThat(again(regulation)).isEqualTo(regulation);
  }
}
