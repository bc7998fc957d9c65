package org.ratchet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratchet.source.UnreadableSourceException.Reason;

/**
 * Every reader has a twin of its file made to harm, for each way to harm. It ends in a named
 * reason, or is read correctly where that is harmless; in bounded time and memory either way.
 */
@Timeout(60)
class HostileTwinsTest {

  private static final String LAW = "(a) Wicks are dry.";
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;
  private static final Set<Reason> ANY_LIMIT = EnumSet.of(Reason.LIMIT_EXCEEDED);

  /** How a format writes a text. */
  private interface Writer {
    byte[] write(String text) throws IOException;
  }

  /**
   * A format.
   *
   * @param start what stands before the text
   * @param end what stands behind it
   */
  private record Markup(String name, String start, String end) implements Writer {
    @Override
    public byte[] write(String text) {
      return (start + text + end).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private record Word() implements Writer {
    @Override
    public byte[] write(String text) throws IOException {
      return word(document(text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return "Word";
    }
  }

  private static final Markup REGISTER =
      new Markup(
          "Federal Register XML",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<RULE><REGTEXT><SECTION><SECTNO>§ 990.4"
              + "</SECTNO><SUBJECT>Wicks.</SUBJECT><P>",
          "</P></SECTION></REGTEXT></RULE>");
  private static final Markup ECFR =
      new Markup(
          "eCFR XML",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DIV5 TYPE=\"PART\"><DIV8 TYPE=\"SECTION\">"
              + "<HEAD>§ 990.4 Wicks.</HEAD><P>",
          "</P></DIV8></DIV5>");
  private static final Markup CFR =
      new Markup(
          "annual CFR XML",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CFRGRANULE><PART><SECTION><SECTNO>§ 990.4"
              + "</SECTNO><SUBJECT>Wicks.</SUBJECT><P>",
          "</P></SECTION></PART></CFRGRANULE>");
  private static final Markup SITE =
      new Markup(
          "federalregister.gov HTML",
          "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"
              + "<div class=\"printed-page-inline\" id=\"page-1\"></div>"
              + "<div class=\"section\"><h4 class=\"section\"><span class=\"sectno\">§ 990.4 </span>"
              + "<span class=\"section-subject\">Wicks.</span></h4><p id=\"p-1\">",
          "</p></div></body></html>");
  private static final Markup PAGE =
      new Markup(
          "plain HTML",
          "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><h1>§ 990.4 Wicks.</h1><p>",
          "</p></body></html>");
  private static final Markup TEXT = new Markup("plain text", "§ 990.4 Wicks.\n\n", "\n");
  private static final Markup MARKDOWN = new Markup("Markdown", "# § 990.4 Wicks.\n\n", "\n");
  private static final Markup GPO =
      new Markup(
          "GPO text",
          """
          [Federal Register Volume 90, Number 10 (Wednesday, January 15, 2025)]
          [Rules and Regulations]
          [Pages 100-101]
          From the Federal Register Online via the Government Publishing Office [www.gpo.gov]
          [FR Doc No: 2025-00001]

          [[Page 100]]

              § 990.4 Wicks.

              \
          """,
          """


          [FR Doc. 2025-00001 Filed 1-14-25; 8:45 am]
          BILLING CODE 0000-00-P
          """);

  static Stream<Writer> all() {
    return Stream.concat(marked(), Stream.of(TEXT, MARKDOWN, GPO, new Word()));
  }

  static Stream<Writer> notPacked() {
    return all().filter(format -> !(format instanceof Word));
  }

  static Stream<Writer> marked() {
    return Stream.of(REGISTER, ECFR, CFR, SITE, PAGE);
  }

  static Stream<Writer> xml() {
    return Stream.of(REGISTER, ECFR, CFR);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFileItselfIsRead(Writer format) throws IOException {
    assertThat(text(format.write(LAW))).contains(LAW);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anEmptyFile(Writer format) {
    assertThat(format).isNotNull();
    assertRefused(new byte[0], Set.of(Reason.EMPTY));
  }

  /** XML and archives have an end; a text or a page that is cut off is shorter. */
  @ParameterizedTest
  @MethodSource("all")
  void aFileThatEndsEarly(Writer format) throws IOException {
    byte[] whole = format.write(LAW + " ".repeat(100) + "Lamps burn.");
    for (int length = 20; length < whole.length; length += 1 + whole.length / 40) {
      byte[] cut = Arrays.copyOf(whole, length);
      boolean hasEnd = xml().anyMatch(format::equals) || format instanceof Word;
      Set<Reason> reasons =
          EnumSet.of(Reason.DAMAGED, Reason.UNKNOWN_FORMAT, Reason.NO_TEXT, Reason.WHICH_DOCUMENT);
      if (hasEnd) {
        assertRefused(cut, reasons);
      } else {
        assertReadOrRefused(cut, reasons);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("xml")
  void anExternalEntity(Markup format) {
    String root = format.end().replaceFirst(".*</(\\w+)>$", "$1");
    String type = "<!DOCTYPE " + root + " [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    String file = format.start().replaceFirst("\n", type) + "&x;" + format.end();

    assertRefused(file.getBytes(StandardCharsets.UTF_8), FORBIDDEN);
  }

  @Test
  void anExternalEntityInWord() throws IOException {
    String type = "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    String document = document("&x;").replaceFirst("\\?>", "?>" + type);

    assertRefused(word(document.getBytes(StandardCharsets.UTF_8)), FORBIDDEN);
  }

  private static final Set<Reason> FORBIDDEN = EnumSet.of(Reason.FORBIDDEN_REFERENCE);

  @ParameterizedTest
  @MethodSource("marked")
  void elementsThatNestWithoutEnd(Writer format) throws IOException {
    assertRefused(format.write("<div>".repeat(100_000)), EnumSet.of(Reason.LIMIT_EXCEEDED));
  }

  @Test
  void elementsThatNestWithoutEndInWord() throws IOException {
    String deep = "<w:sdt><w:sdtContent>".repeat(50_000) + "</w:sdtContent></w:sdt>".repeat(50_000);
    String document = document("x").replace("<w:body>", "<w:body>" + deep);

    assertRefused(word(document.getBytes(StandardCharsets.UTF_8)), ANY_LIMIT);
  }

  /** Marks that could nest or repeat, in a text that has none of its own. */
  @ParameterizedTest
  @MethodSource("all")
  void marksWithoutEnd(Writer format) throws IOException {
    for (String mark :
        List.of(
            "(a)",
            "((((",
            "[",
            "[x](http:",
            "*",
            "**_",
            "`",
            "``x",
            "' '",
            "“",
            "§ ",
            "> ",
            "|",
            "---\n",
            "# ",
            "1. ",
            "[[Page 1]]",
            "* * * * *\n",
            "\\1\\ ",
            "\n",
            ". . . ",
            "a-\n")) {
      assertReadOrRefused(
          format.write(LAW + mark.repeat(20_000)),
          EnumSet.of(Reason.DAMAGED, Reason.LIMIT_EXCEEDED, Reason.UNKNOWN_FORMAT));
    }
  }

  @ParameterizedTest
  @MethodSource("notPacked")
  void spacesWithoutEnd(Writer format) throws IOException {
    for (String space : List.of(" ", "\u00A0", "\t", "\n", " \n")) {
      assertThat(text(format.write(LAW + space.repeat(300_000)))).contains(LAW);
    }
  }

  @Test
  void aGigabyteOfSpacesByCompressionInWord() throws IOException {
    assertRefused(zip(OutputStreams::gigabyteOfSpaces), ANY_LIMIT);
  }

  /** The text says one encoding and has another, which the bytes tell. */
  @ParameterizedTest
  @MethodSource("marked")
  void aWrongEncodingDeclared(Markup format) throws IOException {
    String declared =
        format
            .start()
            .replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
            .replace("charset=\"utf-8\"", "charset=\"iso-8859-1\"");
    byte[] file = (declared + LAW + format.end()).getBytes(StandardCharsets.UTF_8);

    assertThat(text(file)).contains("§ 990.4").contains(LAW);
  }

  @ParameterizedTest
  @MethodSource("all")
  void bytesThatAreNotInTheEncodingOfTheFile(Writer format) throws IOException {
    byte[] file =
        format instanceof Word
            ? word(document("§ 990.5").getBytes(LATIN))
            : new String(format.write(LAW), StandardCharsets.UTF_8).getBytes(LATIN);

    assertReadOrRefused(file, EnumSet.of(Reason.DAMAGED));
  }

  @ParameterizedTest
  @MethodSource("all")
  void controlCharacters(Writer format) throws IOException {
    assertReadOrRefused(format.write(LAW + "\u0001\u0007\u001B\u007F"), EnumSet.of(Reason.DAMAGED));
    assertThat(text(format.write(LAW + "\u0085\u200B\uFEFF"))).contains(LAW);
  }

  /** No character of it is unknown; a form feed divides the pages of printed text. */
  @Test
  void controlCharactersInText() throws IOException {
    for (Markup format : List.of(TEXT, MARKDOWN, GPO)) {
      for (String stray : List.of("\f", "\u001A", "\u0000", "\u0001\u0007", "\u001B[1m")) {
        assertThat(text(format.write(LAW + stray + "\n\n(b) Lamps burn.")))
            .as("%s %s", format, (int) stray.charAt(0))
            .contains(LAW, "(b) Lamps burn.");
        assertThat(
                text(
                    (stray + new String(format.write(LAW), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)))
            .contains(LAW);
      }
    }
  }

  @Test
  void bytesOfNoText() {
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);

    assertRefused(noise, EnumSet.of(Reason.UNKNOWN_FORMAT, Reason.DAMAGED));
    assertRefused(new byte[10_000], EnumSet.of(Reason.UNKNOWN_FORMAT, Reason.DAMAGED));
  }

  @ParameterizedTest
  @MethodSource("all")
  void noTime(Writer format) throws IOException {
    ReadLimits standard = ReadLimits.standard();
    ReadLimits none =
        new ReadLimits(
            standard.maxBytes(),
            standard.maxPages(),
            standard.maxCharacters(),
            standard.maxDepth(),
            standard.maxMemoryBytes(),
            Duration.ofNanos(-1));

    assertRefused(format.write(LAW), none, ANY_LIMIT);
  }

  @ParameterizedTest
  @MethodSource("all")
  void moreCharactersThanAllowed(Writer format) throws IOException {
    ReadLimits few = new ReadLimits(1 << 20, 1, 100, 100, 1 << 20, Duration.ofMinutes(1));

    assertRefused(format.write(LAW.repeat(100)), few, ANY_LIMIT);
  }

  @Test
  void aGigabyteOfSpacesByCompressionInPdf() throws IOException {
    byte[] spaces = deflated(OutputStreams::gigabyteOfSpaces);

    assertRefused(pdf("/Type /ObjStm /N 1 /First 4", spaces, ""), ANY_LIMIT);
    assertRefused(pdf("", deflated(out -> out.write(spaces)), "/Contents 4 0 R"), ANY_LIMIT);
  }

  private static final Set<Reason> PDF =
      EnumSet.of(Reason.LIMIT_EXCEEDED, Reason.DAMAGED, Reason.NO_TEXT);

  @Test
  void aPdfThatNestsWithoutEnd() throws IOException {
    assertRefused(
        pdf(
            "",
            deflated(out -> out.write("q [ << ".repeat(500_000).getBytes(LATIN))),
            "/Contents 4 0 R"),
        PDF);
    assertRefused(pdf("", new byte[0], "/X " + "[".repeat(100_000)), PDF);
  }

  /** What {@code out} is filled with. */
  private interface Filler {
    void fill(OutputStream out) throws IOException;
  }

  private static final class OutputStreams {
    static void gigabyteOfSpaces(OutputStream out) throws IOException {
      byte[] spaces = " ".repeat(1 << 20).getBytes(LATIN);
      for (int i = 0; i < 1024; i++) {
        out.write(spaces);
      }
    }
  }

  private static byte[] deflated(Filler filler) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
      filler.fill(deflater);
    }
    return out.toByteArray();
  }

  /** One page and one stream, by which it may be set. */
  private static byte[] pdf(String stream, byte[] deflated, String page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        ("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]"
                + page
                + ">>endobj\n4 0 obj<<"
                + stream
                + "/Filter/FlateDecode/Length "
                + deflated.length
                + ">>stream\n")
            .getBytes(LATIN));
    out.write(deflated);
    out.write("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(LATIN));
    return out.toByteArray();
  }

  private static String document(String text) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document"
        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
        + "<w:p><w:r><w:t>§ 990.4 Wicks.</w:t></w:r></w:p><w:p><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p></w:body></w:document>";
  }

  private static byte[] word(byte[] document) throws IOException {
    return zip(out -> out.write(document));
  }

  private static byte[] zip(Filler document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
              + " PartName=\"/word/document.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
      entry(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"a\""
              + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
              + " Target=\"word/document.xml\"/></Relationships>");
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      document.fill(zip);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String text(byte[] file) throws IOException {
    SourceText text = SourceReaders.standard().read(Source.of(file, "file"), ReadLimits.standard());
    StringBuilder out = new StringBuilder();
    text.blocks().forEach(block -> out.append(block.text()).append('\n'));
    return out.toString();
  }

  private static void assertReadOrRefused(byte[] file, Set<Reason> reasons) throws IOException {
    try {
      assertThat(text(file)).isNotNull();
    } catch (UnreadableSourceException e) {
      assertThat(e.reason()).isIn(reasons);
      assertThat(e.getMessage()).hasLineCount(1).startsWith("file");
    }
  }

  private static void assertRefused(byte[] file, Set<Reason> reasons) {
    assertRefused(file, ReadLimits.standard(), reasons);
  }

  private static void assertRefused(byte[] file, ReadLimits limits, Set<Reason> reasons) {
    UnreadableSourceException thrown =
        catchThrowableOfType(
            UnreadableSourceException.class,
            () -> SourceReaders.standard().read(Source.of(file, "file"), limits));
    assertThat(thrown).as("refused").isNotNull();
    assertThat(thrown.reason()).isIn(reasons);
    assertThat(thrown.getMessage()).hasLineCount(1).startsWith("file");
  }
}
