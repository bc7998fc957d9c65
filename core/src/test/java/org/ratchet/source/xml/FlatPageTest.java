package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Runs;

/** Text of the regulations in pages of many makers. */
class FlatPageTest {

  @Test
  void boxesMenusAndAnchorsDoNotMatter() throws IOException {
    SourceText text =
        read(
            """
            <!DOCTYPE html><html><head><title>15 CFR § 990.4 - Wicks.</title>
            <style>p { color: red }</style></head><body>
            <div id="top"><div role="search">Search the site</div>
            <ul class="menu"><li><a href="/">Home</a></li><li><a href="/cfr">CFR</a></li></ul></div>
            <div><div><h1>§ 990.4 Wicks.</h1>
            <div class="p"><a name="a"></a><span class="par"><span>(</span>a<span>)</span></span>
              <em>Length.</em>&nbsp;A <a href="/wick">wick</a> is 10<sup>26</sup>&nbsp;nm.<br>It is dry.</div>
            <blockquote><p>(1) In feet; or</p><p>(2) In ells.</p></blockquote>
            (b) Loose text is a paragraph.<br><br>(c) So is this.
            </div></div>
            <footer><p>About this site</p></footer>
            </body></html>
            """);

    assertThat(text.kind()).isEqualTo(SourceText.Kind.REGULATION);
    assertThat(lines(text))
        .containsExactly(
            "SECTION_HEADING: § 990.4 Wicks.",
            "PARAGRAPH: (a) Length. A wick is 10^26 nm. It is dry.",
            "PARAGRAPH: (1) In feet; or",
            "PARAGRAPH: (2) In ells.",
            "PARAGRAPH: (b) Loose text is a paragraph.",
            "PARAGRAPH: (c) So is this.");
    assertThat(text.diagnostics()).extracting(Diagnostic::code).containsExactly("menus-left-out");
  }

  @Test
  void whatThePageCallsItsMainPartIsAllThatIsRead() throws IOException {
    assertThat(
            lines(
                read(
                    "<body><div>Sign in</div><main><h2>§ 990.4 Wicks.</h2><p>(a) Dry.</p></main>"
                        + "<div>Contact us</div></body>")))
        .containsExactly("SECTION_HEADING: § 990.4 Wicks.", "PARAGRAPH: (a) Dry.");
  }

  @Test
  void aCaptionOverItsTextRunsIntoIt() throws IOException {
    assertThat(
            lines(
                read(
                    "<h1>PART 990—LAMPS</h1><div class=\"authority\"><h4>Authority:</h4>"
                        + "<p>99 U.S.C. 1.</p></div><h4>§ 990.1 Scope.</h4><p>All lamps.</p>")))
        .containsExactly(
            "PART_HEADING: PART 990—LAMPS",
            "AUTHORITY: Authority: 99 U.S.C. 1.",
            "SECTION_HEADING: § 990.1 Scope.",
            "PARAGRAPH: All lamps.");
  }

  @Test
  void theNumbersThatABrowserDrawsAreText() throws IOException {
    assertThat(
            lines(
                read(
                    "<h1>§ 990.4 Wicks.</h1><ol type=a><li>Dry</li><li>Wet</li></ol>"
                        + "<ol><li>(i) Long</li></ol><ul><li>Short</li></ul>")))
        .endsWith(
            "PARAGRAPH: a. Dry", "PARAGRAPH: b. Wet", "PARAGRAPH: (i) Long", "PARAGRAPH: Short");
  }

  @Test
  void aTableThatOnlySetsOutThePageIsNone() throws IOException {
    SourceText text =
        read(
            "<table><tr><td>Left</td><td><h1>§ 990.4 Wicks.</h1><table><tr><th>Wick</th><th>Feet</th></tr>"
                + "<tr><td>First</td><td>4,800</td></tr></table></td></tr></table>");

    assertThat(text.blocks())
        .extracting(Block::kind)
        .endsWith(BlockKind.SECTION_HEADING, BlockKind.TABLE);
    assertThat(text.blocks().get(2).text()).isEqualTo("Wick | Feet\nFirst | 4,800");
  }

  @Test
  void entriesOfTheControlListAreKnownByTheirHeadings() throws IOException {
    SourceText text =
        read(
            """
            <html><head><title>List of lamps (as of 2092-01-04)</title></head><body>
            <h1>Supplement No. 1 to Part 990 - The List</h1>
            <h4>ECCN 9Z069 is none.</h4>
            <h4>9A901 Items that shine (see List of Items Controlled).</h4>
            <p>9A901 Items that shine (see List of Items Controlled).</p>
            <p><i>Reason for Control:</i> NS</p>
            <p>a. Lamps (see [15 CFR part 991](https://www.example.org/part-991 "_blank")) of 2 \\* 3 feet.</p>
            <h4>ECCN 9A902 Wicks.</h4>
            </body></html>
            """);

    assertThat(text.date()).isEqualTo("2092-01-04");
    assertThat(lines(text))
        .containsExactly(
            "SUPPLEMENT_HEADING: Supplement No. 1 to Part 990 - The List",
            "HEADING: ECCN 9Z069 is none.",
            "FLUSH: 9A901 Items that shine (see List of Items Controlled).",
            "PARAGRAPH: Reason for Control: NS",
            "PARAGRAPH: a. Lamps (see 15 CFR part 991) of 2 * 3 feet.",
            "FLUSH: ECCN 9A902 Wicks.");
    assertThat(text.blocks().get(2).runs()).allMatch(run -> run.style().bold());
    assertThat(text.diagnostics()).extracting(Diagnostic::code).containsExactly("heading-repeated");
  }

  @Test
  void picturesOfTheRegisterKeepTheirNames() throws IOException {
    SourceText text =
        read(
            "<h1>§ 990.4 Wicks.</h1><p>As drawn: <img src=\"/graphics/er06au92.010.gif\"> here.</p>"
                + "<img src=\"logo.png\">");

    assertThat(lines(text)).contains("PARAGRAPH: As drawn: here.", "FIGURE: ER06AU92.010");
    assertThat(text.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("pictures-left-out");
  }

  /** The maker knew neither the links, pictures and escapes of Markdown nor all of its emphasis. */
  @Test
  void whatStaysOfMarkdownIsNoText() throws IOException {
    SourceText text =
        read(
            """
            <h1>§ 990.4 Wicks.</h1>
            <p>(a) *Wicks of 10**6<i> </i>feet;*</p>
            <p>(b) <i>Wax:</i> *See ]()15 CFR part 991]().*</p>
            <p>(c) As drawn: ![](https://img.example.org/ER06AU92.010/ER06AU92.010_large.png)</p>
            <p>(d) <i>Length of b\\</i>d <i>feet, and</i> w<i>idth \\</i>d.*</p>
            <p>(e) Of 2 * 3 or 4*5 or 2**8 feet; note* below.</p>
            <table><tr><th>Wick</th><th>Where</th></tr>
            <tr><td>*First</td><td>Here.<br/>**See [§ 9](https://example.org/a#p-9(b) "_blank").*</td></tr>
            <tr><td>Second*</td><td><b>**Note:</b> dry</td></tr></table>
            <p>* See the first wick.</p>
            <p>* * * * *</p>
            """);

    assertThat(lines(text))
        .containsExactly(
            "SECTION_HEADING: § 990.4 Wicks.",
            "PARAGRAPH: (a) Wicks of 106 feet;",
            "PARAGRAPH: (b) Wax: See 15 CFR part 991.",
            "PARAGRAPH: (c) As drawn:",
            "FIGURE: ER06AU92.010",
            "PARAGRAPH: (d) Length of b*d feet, and width *d.",
            "PARAGRAPH: (e) Of 2 * 3 or 4*5 or 2**8 feet; note* below.",
            "TABLE: Wick | Where\n*First | Here. See § 9.\nSecond* | Note: dry",
            "PARAGRAPH: * See the first wick.",
            "ELLIPSIS: * * * * *");
  }

  /** The second printing of a note may leave out its heading. */
  @Test
  void aListOrANoteThatIsPrintedTwiceInSuccessionIsReadOnce() throws IOException {
    SourceText text =
        read(
            """
            <h1>§ 990.4 Wicks.</h1>
            <p>(a) The wicks of this paragraph are dry.</p>
            <p>Note to paragraph (a): There are</p><p>-<i>Long wicks;</i></p><p>-<i>Dry wicks.</i></p>
            <p>-Long wicks;</p><p>-Dry wicks.</p>
            <p>Technical Note: Wax is dry.</p><p>Wax is dry.</p>
            <p>(b) These wicks are long, and of wax.</p><p>(b) These wicks are long, and of wax.</p>
            """);

    assertThat(lines(text))
        .containsExactly(
            "SECTION_HEADING: § 990.4 Wicks.",
            "PARAGRAPH: (a) The wicks of this paragraph are dry.",
            "NOTE: Note to paragraph (a): There are",
            "PARAGRAPH: -Long wicks;",
            "PARAGRAPH: -Dry wicks.",
            "NOTE: Technical Note: Wax is dry.",
            "PARAGRAPH: (b) These wicks are long, and of wax.");
    assertThat(text.diagnostics())
        .extracting(Diagnostic::code)
        .containsOnly("repeated-paragraphs")
        .hasSize(3);
  }

  @Test
  void linesThatMayBeLawTwiceAreReadTwice() throws IOException {
    SourceText text =
        read(
            """
            <h1>§ 990.4 Wicks.</h1>
            <p>Signature of the maker of wicks</p><p>Date</p>
            <p>Signature of the maker of wicks</p><p>Date</p>
            <p>(c) [Reserved]</p><p>(c) [Reserved]</p>
            <p>- Long wicks;</p><p>- Dry wicks.</p><p>Or of wax:</p><p>- Long wicks;</p>
            <p>Of oil:</p>
            <p>- Long wicks;</p><p>- Dry wicks.</p><p>- Long wicks;</p><p>- Wet wicks.</p>
            """);

    assertThat(text.blocks()).hasSize(16);
    assertThat(text.diagnostics()).isEmpty();
  }

  /** The part of the category stands in the heading of each product group, a label in a title. */
  @Test
  void headingsThatAPageHasRunTogetherAreReadApart() throws IOException {
    SourceText text =
        read(
            """
            <h1>Supplement No. 1 to Part 990 - The List</h1>
            <h2>Category 9-Lamps</h2>
            <h3>Part 1-Oil Lamps A. "End Items", "Equipment" and "Systems"</h3>
            <h4>9A901 Oil lamps.</h4>
            <p>Note: Dry.</p>
            <h3>Part 1-Oil Lamps D. "Software"</h3>
            <h3>Part 2-"Candles" D. "Software"</h3>
            <h4>Technical Note Technical Note on "Brightness"</h4>
            <p>Note: Wet.</p>
            """);

    assertThat(lines(text))
        .containsExactly(
            "SUPPLEMENT_HEADING: Supplement No. 1 to Part 990 - The List",
            "HEADING: Category 9-Lamps",
            "HEADING: Part 1-Oil Lamps",
            "HEADING: A. \"End Items\", \"Equipment\" and \"Systems\"",
            "FLUSH: 9A901 Oil lamps.",
            "PARAGRAPH: Note: Dry.",
            "HEADING: D. \"Software\"",
            "HEADING: Part 2-\"Candles\"",
            "HEADING: D. \"Software\"",
            "HEADING: Technical Note on \"Brightness\"",
            "NOTE: Note: Wet.");
    assertThat(text.diagnostics()).extracting(Diagnostic::code).containsExactly("heading-repeated");
  }

  @Test
  void aTableMayHaveItsTitleAndItsFootnoteInRowsOfOneCell() throws IOException {
    SourceText text =
        read(
            """
            <h1>§ 990.4 Wicks.</h1>
            <table><tr><th>Table of Wicks</th></tr>
            <tr><td>First</td><td>1</td></tr><tr><td>Second</td></tr>
            <tr><td>1 The feet are dry.</td></tr></table>
            """);

    TableText table = text.blocks().get(1).table().orElseThrow();
    assertThat(Runs.text(table.title())).isEqualTo("Table of Wicks");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.notes()).extracting(Runs::text).containsExactly("1 The feet are dry.");
  }

  @Test
  void preformattedTextIsReadAsText() throws IOException {
    SourceText text =
        read(
            "<html><body><pre>\n§ 990.4 Wicks.\n\n    (a) Wicks are\ndry &amp; long.\n</pre></body></html>");

    assertThat(lines(text))
        .containsExactly("SECTION_HEADING: § 990.4 Wicks.", "PARAGRAPH: (a) Wicks are dry & long.");
  }

  @Test
  void theBytesDecideTheirEncodingBeforeThePageDoes() throws IOException {
    String page =
        "<html><head><meta charset=\"%s\"></head><body><h1>§ 990.4 “Wicks.”</h1></body></html>";
    Charset windows = Charset.forName("windows-1252");

    for (SourceText text :
        List.of(
            read(page.formatted("shift_jis").getBytes(StandardCharsets.UTF_8)),
            read(page.formatted("iso-8859-1").getBytes(windows)),
            read(("\uFEFF" + page.formatted("utf-8")).getBytes(StandardCharsets.UTF_16LE)))) {
      assertThat(lines(text)).containsExactly("SECTION_HEADING: § 990.4 “Wicks.”");
      assertThat(text.diagnostics()).isEmpty();
    }
    SourceText guessed = read(page.formatted("no-such-thing").getBytes(windows));
    assertThat(lines(guessed)).containsExactly("SECTION_HEADING: § 990.4 “Wicks.”");
    assertThat(guessed.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("encoding-assumed");
  }

  static SourceText read(String page) throws IOException {
    return read(page.getBytes(StandardCharsets.UTF_8));
  }

  private static SourceText read(byte[] page) throws IOException {
    return SourceReaders.standard().read(Source.of(page, "page"), ReadLimits.standard());
  }

  private static List<String> lines(SourceText text) {
    return text.blocks().stream().map(b -> b.kind() + ": " + b.text()).toList();
  }
}
