package org.ratchet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.CorpusFolder;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EccnEntry;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Regulation;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/** One text as a web page and in the eCFR's markup. */
class CopiesTest {

  private static final String MARKUP =
      """
      <DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX">
      <HEAD>Supplement No. 1 to Part 774—The List</HEAD>
      <HD1>Category 9—Lamps</HD1>
      <FP-2><B>9A901 Items that shine, and “wicks” (see List of Items Controlled).</B></FP-2>
      <FP-1><E T="04">License Requirements</E></FP-1>
      <FP-1><I>Reason for Control:</I> NS, AT</FP-1>
      <TABLE><TR><TH>Control(s)</TH><TH>Country chart</TH></TR>
      <TR><TD>NS applies to “wicks” controlled by 9A901.a</TD><TD>NS Column 1.</TD></TR>
      <TR><TD>AT applies to entire entry</TD><TD>AT Column 1.</TD></TR></TABLE>
      <FP-1><E T="04">License Requirement Notes</E> 1. Samples are no “wicks.”</FP-1>
      <FP-1>2. Lamps are no samples.</FP-1>
      <FP-1><E T="04">Reporting Requirements</E></FP-1>
      <FP-1>See § 743.1 of the EAR.</FP-1>
      <FP-1><E T="04">List Based License Exceptions (See Part 740 for a description of all license exceptions)</E></FP-1>
      <FP-1><I>LVS:</I> N/A</FP-1>
      <FP-1><E T="04">List of Items Controlled</E></FP-1>
      <FP-1><I>Related Controls:</I> See 15 CFR part 991.</FP-1>
      <FP-1><I>Items:</I></FP-1>
      <P>a. “Wicks” of 10<E T="51">26</E> feet—dry.</P>
      <P>b. Lamps.</P>
      </DIV9>
      """;

  private static final String PAGE =
      """
      <html><head><title>The List</title></head><body>
      <h1>Supplement No. 1 to Part 774 - The List</h1>
      <h2>Category 9-Lamps</h2>
      <h4>9A901 Items that shine, and "wicks" (see List of Items Controlled).</h4>
      <p>License Requirements</p>
      <p><i>Reason for Control:</i> NS, AT</p>
      <table><tr><th>Control(s)</th><th>Country chart</th></tr>
      <tr><td>NS applies to "wicks" controlled by 9A901.a</td><td>NS Column 1</td></tr>
      <tr><td>AT applies to entire entry</td><td>AT Column 1</td></tr></table>
      <p><i>License Requirement Notes</i> <i>1. Samples are no "wicks."</i></p>
      <p><i>2. Lamps are no samples.</i></p>
      <p>Reporting Requirements See § 743.1 of the EAR.</p>
      <p>List Based License Exceptions (See Part 740 for a description of all license exceptions)</p>
      <p><i>LVS:</i> N/A</p>
      <p>List of Items Controlled</p>
      <p><i>Related Controls:</i> See [15 CFR part 991](https://www.example.org/a#p-991(b) "_blank").</p>
      <p><i>Items:</i></p>
      <p>*a. "Wicks" of 1026 feet-dry.</p>
      <p>b. Lamps.</p>
      </body></html>
      """;

  @Test
  void anEntryOfTheControlListDiffersInNothingOfSubstance() throws IOException {
    Regulation page = read(Source.of(PAGE.getBytes(StandardCharsets.UTF_8), "page"));
    Regulation markup = read(Source.of(MARKUP.getBytes(StandardCharsets.UTF_8), "markup"));

    List<Change> changes = Differ.standard().compare(State.of(page), State.of(markup));
    assertThat(changes).isNotEmpty();
    assertThat(changes.stream().filter(change -> !change.editorial()))
        .extracting(change -> change.kind() + " " + change.citation() + " " + change.edits())
        .isEmpty();
    assertThat(all(page, ControlRow.class)).hasSize(2);
  }

  /** A heading answers to itself, so that what is lost below it is all that is reported. */
  @Test
  void aNoteThatThePageHasLostUnderAHeadingIsTheOneChange() throws IOException {
    String category = "<HD1>Category 9—Lamps</HD1>\n";
    String markup =
        MARKUP.replace(category, category + "<NOTE><HED>Note:</HED><P>Lamps are wet.</P></NOTE>\n");

    assertThat(substance(PAGE, markup))
        .containsExactly("added Supp. No. 1 to Part 774, heading \"Category 9—Lamps\", Note");
  }

  @Test
  void aTermThatAHeadingExplainsIsNoNoteOfTheEntryBeforeIt() throws IOException {
    String page =
        PAGE.replace("</body>", "<h4>Technical Note on \"Shine\"</h4><p>All is dry.</p></body>");
    String markup =
        MARKUP.replace("</DIV9>", "<HD1>Technical Note on “Shine”</HD1><P>All is dry.</P></DIV9>");

    assertThat(substance(page, markup)).isEmpty();
    assertThat(all(read(source(page)), EccnEntry.class))
        .noneMatch(entry -> Clauses.text(entry).contains("All is dry"));
  }

  @Test
  void aRowIsKnownAgainWhereRaisedAndLoweredTextStandsOnTheLine() throws IOException {
    String page =
        PAGE.replace(
            "NS applies to \"wicks\" controlled by", "NS applies to wet and dry UF6 under");
    String markup =
        MARKUP
            .replace("NS Column 1.", "NS Column 1")
            .replace(
                "NS applies to “wicks” controlled by",
                "NS applies to wet and dry UF<E T=\"52\">6</E> under");

    assertThat(substance(page, markup)).isEmpty();
  }

  private static List<String> substance(String page, String markup) throws IOException {
    State before = State.of(read(source(page)));
    State after = State.of(read(source(markup)));
    return Differ.standard().compare(before, after).stream()
        .filter(change -> !change.editorial())
        .map(change -> change.kind() + " " + change.citation())
        .toList();
  }

  private static Source source(String text) {
    return Source.of(text.getBytes(StandardCharsets.UTF_8), "a copy");
  }

  /** The page says in its headings which entries it has. */
  @Test
  @Tag("corpus")
  void everyHeadingOfTheControlListAsAPageIsOneEntry() throws IOException {
    Path file = CorpusFolder.file("ccl/title15-part774-supp1.2025-07-11.html");
    List<String> headings =
        Pattern.compile("<h4>\\s*(?:ECCN )?(\\d[A-E]\\d{3})\\b")
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1))
            .toList();
    Regulation page = read(Source.of(file));

    assertThat(headings).hasSizeGreaterThan(600);
    assertThat(all(page, EccnEntry.class).map(entry -> entry.citation().toString()))
        .containsExactlyElementsOf(headings.stream().map(number -> "ECCN " + number).toList());
  }

  private static Regulation read(Source source) throws IOException {
    return (Regulation)
        new DocumentReader(SourceReaders.standard(), ReadLimits.standard()).read(source);
  }

  private static <T> Stream<T> all(Regulation regulation, Class<T> kind) {
    return regulation.clauses().stream()
        .flatMap(CopiesTest::withAllBelow)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static Stream<Clause> withAllBelow(Clause clause) {
    return Stream.concat(
        Stream.of(clause), clause.children().stream().flatMap(CopiesTest::withAllBelow));
  }
}
