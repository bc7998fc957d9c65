package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Clause;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;
import org.ratchet.source.Block;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.text.Runs;

/** A rule in GPO's markup, and the page that federalregister.gov makes of it. */
class HtmlReaderTest {

  private static final String MARKUP =
      """
      <RULE>
        <PREAMB>
          <PRTPAGE P="9001"/>
          <AGENCY TYPE="S">DEPARTMENT OF LIGHTHOUSES</AGENCY>
          <SUBAGY>Bureau of Lamps</SUBAGY>
          <CFR>15 CFR Part 990</CFR>
          <DEPDOC>[Docket No. 920101-0001]</DEPDOC>
          <RIN>RIN 0000-AA00</RIN>
          <SUBJECT>Brighter Lamps</SUBJECT>
          <AGY><HD SOURCE="HED">AGENCY:</HD><P>Bureau of Lamps.</P></AGY>
          <EFFDATE><HD SOURCE="HED">DATES:</HD><P>This rule is effective January 5, 2092.</P></EFFDATE>
        </PREAMB>
        <SUPLINF>
          <HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
          <HD SOURCE="HD1">I. Background</HD>
          <P>Lamps were dim.<SU>1</SU><FTREF/> They used <E T="03">short</E> wicks.</P>
          <FTNT><P><SU>1</SU> A survey of lamps.</P></FTNT>
          <HD SOURCE="HD2">A. Wicks</HD>
          <P>• The first wick.</P>
          <P>• The second wick.</P>
          <HD SOURCE="HD1">List of Subjects in 15 CFR Part 990</HD>
          <P>Lamps, Oils.</P>
          <P>Accordingly, part 990 of title 15 is amended as follows:</P>
          <REGTEXT TITLE="15" PART="990">
            <PART><HD SOURCE="HED">PART 990—LAMPS</HD></PART>
            <AMDPAR>1. The authority citation for part 990 continues to read as follows:</AMDPAR>
            <AUTH><HD SOURCE="HED">Authority:</HD><P>99 U.S.C. 1.</P></AUTH>
            <AMDPAR>2. Section 990.4 is amended:</AMDPAR>
            <AMDPAR>a. By revising paragraph (a); and</AMDPAR>
            <AMDPAR>b. By adding Note 1 to § 990.4.</AMDPAR>
            <P>The revision and addition read as follows:</P>
            <SECTION>
              <SECTNO>§ 990.4</SECTNO>
              <SUBJECT>Wicks.</SUBJECT>
              <P>(a) <E T="03">Length.</E> A wick is 10<E T="51">26</E> nm or H<E T="52">2</E>O.</P>
              <PRTPAGE P="9002"/>
              <STARS/>
              <NOTE><HD SOURCE="HED">Note 1 to § 990.4:</HD><P>Measured dry.</P></NOTE>
              <GPOTABLE COLS="2" CDEF="s10,10">
                <TTITLE>Table 1—Wicks</TTITLE>
                <BOXHD><CHED H="1">Wick</CHED><CHED H="1">Length</CHED></BOXHD>
                <ROW><ENT I="01">First</ENT><ENT>4,800</ENT></ROW>
                <ROW><ENT I="01">Second</ENT><ENT>1,600</ENT></ROW>
                <TNOTE>All lengths in feet.</TNOTE>
              </GPOTABLE>
              <GPH SPAN="3" DEEP="200"><GID>ER06AU92.010</GID></GPH>
            </SECTION>
            <AMDPAR>3. Supplement No. 1 to part 990 is revised to read as follows:</AMDPAR>
            <APPENDIX><HD SOURCE="HED">Supplement No. 1 to Part 990—Oils</HD><FP SOURCE="FP-1">a. Whale oil.</FP></APPENDIX>
          </REGTEXT>
          <SIG><DATED>Dated: January 2, 2092.</DATED><NAME>Ada Keeper,</NAME><TITLE>Keeper of Lamps.</TITLE></SIG>
        </SUPLINF>
        <FRDOC>[FR Doc. 2092-00001 Filed 1-3-92; 8:45 am]</FRDOC>
        <BILCOD>BILLING CODE 0000-00-P</BILCOD>
      </RULE>
      """;

  private static final String FULL_TEXT =
      """
      <div class="preamble">
        <div class="document-headings"><div class="fr-box">
          <div class="fr-seal-block"><span class="h6">Document Headings</span>
            <p>Headings vary but may contain:</p><ol class="bullets"><li>the agency</li></ol></div>
          <div class="content-block ">
            <h6 class="agency">Department of Lighthouses</h6>
            <h6 class="sub-agency">Bureau of Lamps</h6>
            <ol><li>15 CFR Part 990</li><li>[Docket No. 920101-0001]</li><li>RIN 0000-AA00</li></ol>
          </div></div></div>
        <div id="agency"><h1 id="h-1">AGENCY:</h1><p id="p-1" data-page="9001">Bureau of Lamps.</p></div>
        <div id="dates"><h1 id="h-2">DATES:</h1>
          <p id="p-2" data-page="9001">This rule is effective January 5, 2092.</p></div>
      </div>
      <div class="supplemental-info">
        <h1 id="h-3">SUPPLEMENTARY INFORMATION:</h1>
        <h2 id="h-4">I. Background</h2>
        <p id="p-3" data-page="9001">Lamps were dim.<sup>[<a class="footnote-reference"
          href="#footnote-1-p9001" id="citation-1-p9001">1</a>] </sup> They used <em>short</em> wicks.</p>
        <h3 id="h-5">A. Wicks</h3>
        <ul class="bullets"><li id="p-5" data-page="9001">The first wick.</li>
          <li id="p-6" data-page="9001">The second wick.</li></ul>
        <h2 id="h-6" class="list-of-subjects">List of Subjects in 15 CFR Part 990</h2>
        <ul class="subject-list"><li>Lamps</li><li>Oils</li></ul>
        <p id="p-8" data-page="9001">Accordingly, part 990 of title 15 is amended as follows:</p>
        <div class="part"><h1 id="h-7">PART 990—LAMPS</h1></div>
        <p class="amendment-part" id="p-amd-1"><span class="amendment-part-number">1. </span>The
          authority citation for part 990 continues to read as follows: </p>
        <p class="authority" id="p-9" data-page="9001"><span class="auth-header">Authority:</span>
          <span class="auth-content">99 U.S.C. 1.</span></p>
        <p class="amendment-part" id="p-amd-2"><span class="amendment-part-number">2. </span>Section
          990.4 is amended: </p>
        <p class="amendment-part" id="p-amd-3"><span class="amendment-part-subnumber">a. </span>By
          revising paragraph (a); and </p>
        <p class="amendment-part" id="p-amd-4"><span class="amendment-part-subnumber">b. </span>By
          adding Note 1 to § 990.4. </p>
        <p id="p-10" data-page="9001">The revision and addition read as follows:</p>
        <div class="section">
          <div class="sectno sectno-reference" id="sectno-reference-990.4">
            <a href="#sectno-citation-990.4">§ 990.4</a></div>
          <div class="section-subject">Wicks.</div>
          <p id="p-11" data-page="9001">(a) <em>Length.</em> A wick is 10<sup>26</sup> nm or
            H<sub>2</sub>O.</p>
          <span class="printed-page-inline unprinted-element document-markup" data-page="9002">
            (<svg class="svg-icon"><use href="/assets/fr-icons.svg#doc"></use></svg> print page 9002)</span>
          <span class="printed-page-details unprinted-element document-markup" id="page-9002"
            data-page="9002"><svg class="svg-icon"></svg></span>
          <div class="stars cj-fancy-tooltip document-markup">
            <span class="icon-fr2 icon-fr2-star">* </span><span class="icon-fr2 icon-fr2-star">* </span>
            <span class="icon-fr2 icon-fr2-star">* </span><span class="icon-fr2 icon-fr2-star">* </span>
            <span class="icon-fr2 icon-fr2-star">*</span></div>
          <h1 id="h-8">Note 1 to § 990.4:</h1>
          <p id="p-12" data-page="9002">Measured dry.</p>
          <div class="table-wrapper"><table class="" data-point-width="232">
            <caption><p class="title">Table 1—Wicks</p></caption>
            <thead><tr><th class="center">Wick</th><th class="center">Length</th></tr></thead>
            <tbody><tr><td class="left">First</td><td class="left">4,800</td></tr>
              <tr><td class="left">Second</td><td class="left">1,600</td></tr></tbody>
            <tfoot><tr><td colspan="2">All lengths in feet.</td></tr></tfoot>
          </table></div>
          <p class="document-graphic"><a class="document-graphic-link" id="g-1"
            href="https://images.example.org/ER06AU92.010/original_size.png"><img class="full"
            src="https://images.example.org/ER06AU92.010/original_size.png"></a></p>
        </div>
        <p class="amendment-part" id="p-amd-5"><span class="amendment-part-number">3. </span>Supplement
          No. 1 to part 990 is revised to read as follows: </p>
        <div class="appendix"><h1 id="h-9">Supplement No. 1 to Part 990—Oils</h1>
          <p class="flush-paragraph flush-paragraph-1" id="p-13" data-page="9002">a. Whale oil.</p></div>
        <div class="signature"><p class="signature-date">Dated: January 2, 2092.</p>
          <p class="signature-name">Ada Keeper,</p><p class="signature-title">Keeper of Lamps.</p></div>
      </div>
      <h1 id="footnotes">Footnotes</h1>
      <div class="footnotes"><div class="footnote" id="footnote-1-p9001">
        <p id="p-4" data-page="9001">1. A survey of lamps.</p>
        <a class="back" href="#citation-1-p9001"> Back to Citation </a></div></div>
      <div class="end-matter"><p class="frdoc">[FR Doc. 2092-00001 Filed 1-3-92; 8:45 am]</p>
        <p class="billing-code">BILLING CODE 0000-00-P</p></div>
      """;

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Federal Register :: Brighter Lamps</title>
      <script>let lamps = "<p>not text</p>";</script></head>
      <body><nav><ul><li><a href="/">Home</a></li></ul></nav>
      <div id="metadata_content_area"><h1>Brighter Lamps</h1><p>A Rule by the Bureau of Lamps</p></div>
      <dl class="metadata_list"><dt>Document Citation</dt><dd id="document-citation">99 FR 9001</dd>
      <dt>Document Number</dt><dd class="doc_number">2092-00001</dd>
      <dt>Publication Date</dt><dd><a href="/">01/04/2092</a></dd></dl>
      <div id="fulltext_content_area">%s</div>
      <footer><p>About this site</p></footer></body></html>
      """
          .formatted(FULL_TEXT);

  @Test
  void thePageOfARuleGivesTheBlocksOfItsMarkup() throws IOException {
    assertThat(lines(read(PAGE))).containsExactlyElementsOf(lines(read(MARKUP)));
  }

  @Test
  void theFullTextAloneLacksOnlyTheTitle() throws IOException {
    List<String> all = lines(read(MARKUP));
    assertThat(lines(read(FULL_TEXT)))
        .containsExactlyElementsOf(all.stream().filter(l -> !l.startsWith("SUBJECT")).toList());
  }

  @Test
  void thePageSaysWhereAndWhenTheDocumentWasPrinted() throws IOException {
    SourceText text = read(PAGE);

    assertThat(text.kind()).isEqualTo(SourceText.Kind.REGISTER_DOCUMENT);
    assertThat(text.mediaType()).isEqualTo("text/html");
    assertThat(text.document()).isEqualTo("2092-00001");
    assertThat(text.volume()).isEqualTo(99);
    assertThat(text.firstPage()).isEqualTo(9001);
    assertThat(text.lastPage()).isEqualTo(9002);
    assertThat(text.date()).isEqualTo("01/04/2092");
    assertThat(text.diagnostics()).isEmpty();
  }

  @Test
  void thePageOfARuleIsTheSameRule() throws IOException {
    DocumentReader reader = new DocumentReader(SourceReaders.standard(), ReadLimits.standard());
    Rule markup = (Rule) reader.read(read(MARKUP));
    Rule page = (Rule) reader.read(read(PAGE));

    assertThat(page.metadata().agencies()).isEqualTo(markup.metadata().agencies());
    assertThat(page.metadata().dates()).isEqualTo(markup.metadata().dates());
    assertThat(outline(page)).containsExactlyElementsOf(outline(markup));
    assertThat(outline(page))
        .contains("2.a By revising paragraph (a); and", "2.b By adding Note 1 to § 990.4.")
        .contains(
            "15 CFR 990.4(a) A wick is 10^26 nm or H_2O.", "Supp. No. 1 to Part 990(a) Whale oil.");
  }

  /** Instructions and the clauses they set out, without their places in the file. */
  private static List<String> outline(Rule rule) {
    return rule.instructions().stream().flatMap(HtmlReaderTest::outline).toList();
  }

  private static Stream<String> outline(Instruction instruction) {
    return Stream.of(
            Stream.of(instruction.id() + " " + Runs.text(instruction.runs())),
            instruction.setOut().stream().flatMap(HtmlReaderTest::outline),
            instruction.children().stream().flatMap(HtmlReaderTest::outline))
        .flatMap(lines -> lines);
  }

  private static Stream<String> outline(Clause clause) {
    return Stream.concat(
        Stream.of(clause.citation() + " " + Runs.text(clause.text())),
        clause.children().stream().flatMap(HtmlReaderTest::outline));
  }

  @Test
  void anotherDocumentThanThePageHoldsIsRefused() {
    Source source = source(PAGE).document("2092-00002");
    assertThatThrownBy(() -> SourceReaders.standard().read(source, ReadLimits.standard()))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.reason()).isEqualTo(UnreadableSourceException.Reason.WHICH_DOCUMENT));
  }

  private static Source source(String text) {
    return Source.of(text.getBytes(StandardCharsets.UTF_8), "page");
  }

  private static SourceText read(String text) throws IOException {
    return SourceReaders.standard().read(source(text), ReadLimits.standard());
  }

  /** Each block with all but its line, which only tells of the file. */
  private static List<String> lines(SourceText text) {
    return text.blocks().stream().map(HtmlReaderTest::line).toList();
  }

  private static String line(Block block) {
    return String.join(
        " ",
        block.kind() + "" + block.level(),
        "p." + block.span().citedPage(),
        block
            .table()
            .map(t -> t.title() + " " + t.head().stream().map(r -> r.text()).toList())
            .orElse(""),
        block.runs().toString(),
        block.text());
  }
}
