package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ratchet.amend.State;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Regulation;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/** Country Groups and Country Chart, shipped or from a document. */
class CountryTablesTest {

  private static final String GROUPS =
      supplement(
          "740",
          "<HD1>Country Group A</HD1>"
              + table(
                  "Country|[A:1] Club One <sup>1</sup>|[A:5]",
                  "Türkiye|X|X",
                  "Canada <sup>2</sup>|X|")
              + "<HD1>Country Group B</HD1>"
              + table("Countries", "Canada", "Turkey")
              + "<HD1>Country Group D</HD1>"
              + table(
                  "Country|[D:1] Security|[D:5] Embargo <sup>2</sup>",
                  "Myanmar|X|X",
                  "China (PRC)|X|X",
                  "Macau|X|")
              + "<HD1>Country Group E</HD1>"
              + table("Country|[E:1]|[E:2]", "Korea, North|X|"));
  private static final String CHART =
      supplement(
          "738",
          "<DIV><TABLE><THEAD><TR><TH rowspan=\"2\">Countries</TH><TH colspan=\"2\">National"
              + " security</TH><TH>Anti-terrorism</TH></TR><TR><TH>NS<br/>1</TH><TH>NS 2</TH><TH>AT"
              + " 1</TH></TR></THEAD><TBODY>"
              + row("Turkey <sup>3</sup>|X||")
              + row("China|X|X|")
              + row("Cuba|See part 746 of the EAR to determine whether a license is required.")
              + "</TBODY></TABLE></DIV>");

  @Test
  void namesOfOneCountry() {
    Countries countries = Countries.standard();

    assertThat(countries.country("Turkey")).isEqualTo(countries.country("TÜRKIYE")).isPresent();
    assertThat(countries.country("Myanmar")).contains("Burma");
    assertThat(countries.country("China")).contains("China (PRC)");
    assertThat(countries.country("North Korea")).contains("Korea, North");
    assertThat(countries.country("Atlantis")).isEmpty();
  }

  @Test
  void everyCountryOfTheChartIsKnownToTheGroupsByOneName() {
    CountryChart chart = CountryChart.standard();
    Set<String> marked = new TreeSet<>(column(chart, "CB", 1));
    marked.addAll(column(chart, "NS", 1));
    marked.addAll(chart.elsewhere());

    assertThat(marked).hasSize(200);
    assertThat(Countries.standard().world()).isEqualTo(marked);
  }

  @Test
  void columnsOfTheShippedChart() {
    CountryChart chart = CountryChart.standard();
    Set<String> freed = new HashSet<>(column(chart, "NS", 1));
    freed.removeAll(column(chart, "NS", 2));

    assertThat(column(chart, "NS", 1)).containsAll(column(chart, "NS", 2)).hasSize(193);
    assertThat(freed).hasSize(37).contains("Japan", "Türkiye", "India").doesNotContain("Israel");
    assertThat(column(chart, "NS", 1)).doesNotContain("Canada");
    assertThat(chart.elsewhere())
        .containsExactlyInAnyOrder("Cuba", "Iran", "Korea, North", "Syria");
    assertThat(chart.column("AT", 1)).isEmpty();
    assertThat(chart.column("XX", 1)).isEmpty();
    assertThat(chart.source()).contains("2026-07-23").contains("part 738");
  }

  @Test
  void groupsOfADocument() {
    CountryGroups groups = CountryGroups.in(state(GROUPS)).orElseThrow();

    assertThat(groups.members("A:1")).containsExactly("Canada", "Türkiye");
    assertThat(groups.members("A:5")).containsExactly("Türkiye");
    assertThat(groups.members("B")).containsExactly("Canada", "Türkiye");
    assertThat(groups.members("D:5")).containsExactly("Burma", "China (PRC)");
    assertThat(groups.members("D")).containsExactly("Burma", "China (PRC)", "Macau");
    assertThat(groups.members("E")).containsExactly("Korea, North");
    assertThat(groups.source()).contains("in the document");
  }

  @Test
  void chartOfADocument() {
    CountryChart chart = CountryChart.in(state(CHART)).orElseThrow();

    assertThat(column(chart, "NS", 1)).containsExactlyInAnyOrder("China (PRC)", "Türkiye");
    assertThat(column(chart, "NS", 2)).containsExactly("China (PRC)");
    assertThat(chart.elsewhere()).containsExactly("Cuba");
  }

  @Test
  void groupsThatADocumentDoesNotShowAreTheShippedOnesAndTheTableIsNotWhole() {
    CountryGroups some =
        CountryGroups.in(state(GROUPS.replace("Country Group B", "Group of others"))).orElseThrow();

    assertThat(some.isWhole()).isFalse();
    assertThat(some.members("A:5")).containsExactly("Türkiye");
    assertThat(some.members("B")).isEqualTo(CountryGroups.standard().members("B"));
  }

  @Test
  void aTableThatIsNotUnderstoodIsNotUsed() {
    assertThat(
            CountryGroups.in(
                state(GROUPS.replace("<td>Canada</td></tr>", "<td>Atlantis</td></tr>"))))
        .hasValueSatisfying(groups -> assertThat(groups.isWhole()).isFalse());
    assertThat(CountryChart.in(state(CHART.replace("See part 746", "Ask"))).isPresent()).isFalse();
    assertThat(CountryChart.in(state(GROUPS))).isEmpty();
    assertThat(CountryGroups.in(State.empty())).isEmpty();
  }

  @Test
  void oneSidesTablesServeBothSidesAndElseTheShippedOnes() {
    State with = state(CHART);
    Delta added = new Delta(State.empty(), with, List.of());

    assertThat(CountryTables.before(added).chart().source())
        .isEqualTo(CountryTables.after(added).chart().source())
        .contains("in the document");
    assertThat(CountryTables.before(added).groups()).isSameAs(CountryGroups.standard());
  }

  private static Set<String> column(CountryChart chart, String reason, int number) {
    return chart.column(reason, number).orElseThrow();
  }

  private static State state(String xml) {
    try {
      return State.of(
          (Regulation)
              new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
                  .read(Source.of(xml.getBytes(StandardCharsets.UTF_8), "supplement.xml")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String supplement(String part, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ECFR><DIV5 N=\""
        + part
        + "\" TYPE=\"PART\"><HEAD>PART "
        + part
        + "—MADE UP FOR A TEST</HEAD><DIV9 N=\"Supplement No. 1 to Part "
        + part
        + "\" TYPE=\"APPENDIX\"><HEAD>Supplement No. 1 to Part "
        + part
        + "—Countries</HEAD>"
        + content
        + "</DIV9></DIV5></ECFR>";
  }

  private static String table(String head, String... rows) {
    return "<DIV><TABLE><THEAD>"
        + row(head).replace("td>", "th>")
        + "</THEAD><TBODY>"
        + List.of(rows).stream().map(CountryTablesTest::row).collect(Collectors.joining())
        + "</TBODY></TABLE></DIV>";
  }

  private static String row(String cells) {
    Function<String, String> cell = text -> "<td>" + text + "</td>";
    return List.of(cells.split("\\|", -1)).stream()
        .map(cell)
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
