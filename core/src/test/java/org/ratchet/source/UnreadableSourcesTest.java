package org.ratchet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ratchet.source.UnreadableSourceException.Reason;

/** What cannot be read is refused with a reason and in one line, whatever the file is called. */
class UnreadableSourcesTest {

  private static final ReadLimits LIMITS = ReadLimits.standard();

  @TempDir private Path folder;

  @Test
  void aMissingFile() {
    Path file = folder.resolve("none.xml");

    assertRefused(Source.of(file), Reason.MISSING, file + ": no such file");
  }

  @Test
  void aDirectory() {
    assertRefused(
        Source.of(folder), Reason.NOT_A_FILE, folder + ": is a directory; name a file in it");
  }

  @Test
  void anEmptyFile() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.xml"));

    assertRefused(Source.of(file), Reason.EMPTY, file + ": the file is empty");
  }

  @Test
  void aPictureCalledPdf() {
    byte[] jpeg = {
      (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

    assertRefused(
        Source.of(jpeg, "x.pdf"),
        Reason.UNKNOWN_FORMAT,
        "x.pdf: is a JPEG image (image/jpeg), not a PDF");
  }

  @Test
  void aWebPageCalledXml() {
    assertRefused(
        source("<!DOCTYPE html><html><body>lamps</body></html>"),
        Reason.UNKNOWN_FORMAT,
        "lamps.xml: is a web page that shows neither a document of the Federal Register nor a part,"
            + " section or supplement of the CFR; save the page of the text itself");
  }

  @Test
  void xmlOfAnotherKind() {
    assertRefused(
        source("<?xml version=\"1.0\"?><svg/>"),
        Reason.UNKNOWN_FORMAT,
        "lamps.xml: is XML, but neither a document of the Federal Register nor text of the CFR");
  }

  @Test
  void brokenXmlWithLineAndColumn() {
    assertThat(refused(source("<RULE>\n<P>a\n</RULE>"), Reason.DAMAGED))
        .startsWith("lamps.xml:3:3: the XML is broken (")
        .hasLineCount(1);
  }

  @Test
  void xmlThatEndsEarly() {
    assertThat(refused(source("<?xml version=\"1.0\"?>\n<RULE><P>a"), Reason.DAMAGED))
        .startsWith("lamps.xml:2:");
  }

  @Test
  void anExternalEntity() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");

    String message =
        refused(
            source(
                "<!DOCTYPE RULE [<!ENTITY x SYSTEM \""
                    + secret.toUri()
                    + "\">]><RULE><P>&x;</P></RULE>"),
            Reason.FORBIDDEN_REFERENCE);

    assertThat(message).contains("never read").doesNotContain("the secret");
  }

  @Test
  void anExternalDocumentType() {
    refused(
        source("<!DOCTYPE RULE SYSTEM \"http://127.0.0.1:9/x.dtd\"><RULE><P>a</P></RULE>"),
        Reason.FORBIDDEN_REFERENCE);
  }

  @Test
  void entitiesThatGrow() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE RULE [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"");
      bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    bomb.append("]><RULE><P>&a29;</P></RULE>");

    refused(source(bomb.toString()), Reason.FORBIDDEN_REFERENCE);
  }

  @Test
  void elementsThatNestTooDeep() {
    String deep = "<RULE>" + "<E>".repeat(5_000) + "</E>".repeat(5_000) + "</RULE>";

    assertRefused(source(deep), Reason.LIMIT_EXCEEDED, "lamps.xml: elements nest deeper than 200");
  }

  @Test
  void moreCharactersThanAllowed() {
    ReadLimits few = new ReadLimits(1_000, 1, 10, 10, 1_000, Duration.ofMinutes(1));

    assertThatThrownBy(
            () -> SourceReaders.standard().read(source("<RULE><P>A long text.</P></RULE>"), few))
        .hasMessage("lamps.xml: more than 10 characters of text");
  }

  @Test
  void moreTimeThanAllowed() {
    ReadLimits none = new ReadLimits(1_000, 1, 1_000, 10, 1_000, Duration.ZERO);

    assertThatThrownBy(() -> SourceReaders.standard().read(source("<RULE><P>a</P></RULE>"), none))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT_EXCEEDED));
  }

  @Test
  void bytesThatAreNotInTheDeclaredEncoding() {
    byte[] bytes =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<RULE><P>§ 1</P></RULE>"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertRefused(
        Source.of(bytes, "lamps.xml"),
        Reason.DAMAGED,
        "lamps.xml:2:10: is not in the encoding UTF-8 that the XML declares or implies; get the"
            + " file again from its publisher");
  }

  @Test
  void anEncodingThatDoesNotExist() {
    byte[] bytes =
        "<?xml version=\"1.0\" encoding=\"UTF-99\"?><RULE><P>§ 1</P></RULE>"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertRefused(
        Source.of(bytes, "lamps.xml"),
        Reason.DAMAGED,
        "lamps.xml:1: declares the encoding UTF-99, which does not exist");
  }

  @Test
  void everyEncodingThatIsDeclaredOrPlainIsRead() throws IOException {
    for (String charset : new String[] {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"}) {
      String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><RULE><P>§ 1</P></RULE>";

      assertThat(paragraph(xml.getBytes(Charset.forName(charset)))).as(charset).isEqualTo("§ 1");
    }
    String wrong = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><RULE><P>§ 1</P></RULE>";
    assertThat(paragraph(wrong.getBytes(StandardCharsets.UTF_8))).isEqualTo("§ 1");
  }

  @Test
  void looseAmpersandsAndHtmlCharactersAreRepairedAndReported() throws IOException {
    SourceText text =
        SourceReaders.standard()
            .read(
                source("<RULE>\n<P>AT&T &sect;&nbsp;5, Sep<11>2014 &amp; &#167;</P></RULE>"),
                LIMITS);

    assertThat(text.blocks().get(0).text()).isEqualTo("AT&T § 5, Sep<11>2014 & §");
    assertThat(text.diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo("markup-repaired"))
        .satisfies(d -> assertThat(d.span().orElseThrow().line()).isEqualTo(2));
  }

  @Test
  void aDocumentTypeThatOnlyNamesTheRootIsHarmless() throws IOException {
    assertThat(paragraph("<!DOCTYPE RULE>\n<RULE><P>a</P></RULE>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("a");
  }

  private static String paragraph(byte[] xml) throws IOException {
    return SourceReaders.standard()
        .read(Source.of(xml, "lamps.xml"), LIMITS)
        .blocks()
        .get(0)
        .text();
  }

  private static Source source(String xml) {
    return Source.of(xml.getBytes(StandardCharsets.UTF_8), "lamps.xml");
  }

  private static void assertRefused(Source source, Reason reason, String message) {
    assertThat(refused(source, reason)).isEqualTo(message);
  }

  private static String refused(Source source, Reason reason) {
    UnreadableSourceException thrown =
        catchThrowableOfType(
            UnreadableSourceException.class, () -> SourceReaders.standard().read(source, LIMITS));
    assertThat(thrown).isNotNull();
    assertThat(thrown.reason()).isEqualTo(reason);
    return String.valueOf(thrown.getMessage());
  }
}
