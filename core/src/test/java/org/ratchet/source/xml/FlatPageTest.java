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
import org.ratchet.text.Diagnostic;

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

    assertThat(lines(text)).contains("PARAGRAPH: As drawn: here.");
    assertThat(text.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("pictures-left-out");
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
