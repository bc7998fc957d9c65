package org.ratchet.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.text.Diagnostic;

/** Pages made to harm end in a named reason or in a correct reading, and soon. */
@Timeout(60)
class HostilePagesTest {

  private static final String LAW = "<h1>§ 990.4 Wicks.</h1><p>(a) Wicks are dry.</p>";
  private static final ReadLimits STANDARD = ReadLimits.standard();

  @Test
  void deepNestingIsALimit() {
    assertReason(Reason.LIMIT_EXCEEDED, "<div>".repeat(100_000) + LAW, STANDARD);
  }

  @Test
  void inlineElementsThatAreNeverClosedAreRead() throws IOException {
    assertThat(read("<p><b><i>".repeat(2_000) + LAW, STANDARD).blocks()).hasSize(2);
  }

  @Test
  void moreElementsThanMemoryHoldsAreALimit() {
    assertReason(
        Reason.LIMIT_EXCEEDED,
        "<br>".repeat(100_000) + LAW,
        limits(STANDARD.maxCharacters(), 1 << 20));
  }

  @Test
  void spacesWithoutEndAreReadOrALimit() throws IOException {
    String spaces = " &nbsp;\n".repeat(1 << 20);
    assertThat(read(LAW + "<p>" + spaces + "</p>", STANDARD).blocks()).hasSize(2);
    assertReason(Reason.LIMIT_EXCEEDED, LAW + spaces, limits(1 << 20, STANDARD.maxMemoryBytes()));
  }

  @Test
  void noTimeIsALimit() {
    ReadLimits none = new ReadLimits(1 << 20, 1, 1 << 20, 200, 1 << 20, Duration.ofMillis(-1));
    assertReason(Reason.LIMIT_EXCEEDED, LAW, none);
  }

  @Test
  void breaksAndListsWithoutEndAreRead() throws IOException {
    String page = LAW + "<p>b<br>".repeat(20_000) + "<ol>" + "<li>c".repeat(20_000) + "</ol>";
    assertThat(read(page, STANDARD).blocks()).hasSize(40_002);
  }

  @Test
  void whatThePageWouldFetchOrRunIsNotRead() throws IOException {
    String page =
        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><base href=\"https://example.org/\">"
            + LAW
            + "<script>document.write('no')</script><iframe src=\"https://example.org/\">no</iframe>"
            + "<object data=\"x\">no</object><p hidden>no</p><p>&x;</p>";
    assertThat(read(page, STANDARD).blocks().stream().map(b -> b.text()))
        .noneMatch(text -> text.contains("no") || text.contains("root"))
        .contains("(a) Wicks are dry.");
  }

  @Test
  void controlCharactersAreLeftOutAndRemarkedOn() throws IOException {
    SourceText text =
        read(LAW.replace("dry", "d\u0001r\u0007y\u200B\u00AD, \u0093old\u0094"), STANDARD);

    assertThat(text.blocks().get(1).text()).isEqualTo("(a) Wicks are dry, “old”.");
    assertThat(text.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("control-characters");
  }

  @Test
  void aPageWithoutTextSaysSo() {
    assertReason(Reason.NO_TEXT, "<html><body><script>1</script><p> </p></body></html>", STANDARD);
  }

  private static ReadLimits limits(long characters, long memory) {
    return new ReadLimits(
        STANDARD.maxBytes(),
        STANDARD.maxPages(),
        characters,
        STANDARD.maxDepth(),
        memory,
        STANDARD.maxTime());
  }

  private static SourceText read(String page, ReadLimits limits) throws IOException {
    Source source = Source.of(page.getBytes(StandardCharsets.UTF_8), "page");
    return SourceReaders.standard().read(source, limits);
  }

  private static void assertReason(Reason reason, String page, ReadLimits limits) {
    assertThatThrownBy(() -> read(page, limits))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
