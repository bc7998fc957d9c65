package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.Comparison;
import org.ratchet.CorpusFolder;
import org.ratchet.Ratchet;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Supplement;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** What a list of countries is for decides what one country more means. */
class ListedDestinationCheckTest {

  private static final Span SPAN = Span.ofLine("test", 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Generally Authorized Destinations            | Chile, Peru, Japan | Chile, Peru, Thailand, Japan | LOOSER       | EXCEPTION
          Eligible countries                           | Chile, Peru, Japan | Chile, Peru, Thailand, Japan | LOOSER       | EXCEPTION
          Restricted destinations                      | Chile, Peru, Japan | Chile, Peru, Thailand, Japan | TIGHTER      | DESTINATION
          Destinations not generally authorized        | Chile, Peru, Japan | Chile, Peru, Thailand, Japan | UNDETERMINED | DESTINATION
          Authorized destinations, except as stated    | Chile, Peru, Japan | Chile, Peru, Thailand, Japan | UNDETERMINED | DESTINATION
          Countries                                    | Chile, Peru, Japan | Chile, Peru, Thailand, Japan | UNDETERMINED | DESTINATION
          Generally Authorized Destinations            | Chile, Peru, Japan | Chile, Peru, Thailand (for research only), Japan | LOOSER | EXCEPTION
          """)
  void oneCountryMore(
      String heading, String before, String after, Direction direction, Facet facet) {
    List<Finding> forth = findings(list(heading, before), list(heading, after));
    List<Finding> back = findings(list(heading, after), list(heading, before));

    assertThat(forth)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.direction()).isEqualTo(direction);
              assertThat(finding.facet()).isEqualTo(facet);
              assertThat(finding.statement()).startsWith("Thailand is added to the list");
            });
    assertThat(back).singleElement().extracting(Finding::direction).isEqualTo(direction.flip());
  }

  @Test
  void whatIsNoListOfCountriesIsLeftToOthers() {
    assertThat(
            findings(
                list("Authorized destinations", "Mills"),
                list("Authorized destinations", "Mills, Chile")))
        .isEmpty();
    assertThat(
            findings(
                list("Authorized destinations", "Chile, Peru, Japan"),
                list("Authorized destinations", "Chile, Peru, Japan, Mills")))
        .isEmpty();
  }

  @Test
  @Tag("corpus")
  void aCountryGenerallyAuthorizedIsLooserInTheRealSisterRule() throws IOException {
    Comparison comparison =
        Ratchet.standard()
            .compare(
                CorpusFolder.file("ecfr-xml/title10-part810.2026-03-25.xml"),
                CorpusFolder.file("ecfr-xml/title10-part810.2026-06-18.xml"));

    assertThat(comparison.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.direction()).isEqualTo(Direction.LOOSER);
              assertThat(finding.facet()).isEqualTo(Facet.EXCEPTION);
              assertThat(finding.dimension()).isEqualTo(Optional.of(Facet.DESTINATION));
            });
  }

  private static List<Finding> findings(Clause before, Clause after) {
    return new ListedDestinationCheck().examine(EntryText.delta(List.of(before), List.of(after)));
  }

  private static Clause list(String heading, String items) {
    Citation citation = Citation.supplement(15, "799", "9");
    List<Clause> children = new ArrayList<>();
    for (String item : items.split(", ", -1)) {
      Citation place = citation.then(Kind.PARAGRAPH, "¶" + item);
      children.add(new Paragraph(place, Content.of(Runs.of(item), SPAN)));
    }
    return new Supplement(
        citation, new Content(Runs.of(heading), List.of(), children, Shown.WHOLE, SPAN));
  }
}
