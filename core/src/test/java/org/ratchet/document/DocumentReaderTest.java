package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;

/** A text is read as a document whose provisions can be cited, or refused. */
class DocumentReaderTest {

  /** Two of them would be compared as two empty regulations, and found to be the same. */
  @Test
  void aTextWithoutAnyUnitIsRefused() {
    assertThatThrownBy(() -> read("Some words.\n\n(a) No lamp of 600 or more may be lit.\n"))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FORMAT))
        .hasMessageStartingWith(
            "lamps.txt: shows no part, section, supplement or entry of the CFR");
  }

  @Test
  void oneSectionOrOneEntryIsEnough() throws IOException {
    assertThat(clauses("§ 990.4 Lamps.\n\n(a) No lamp of 600 or more may be lit.\n")).isPositive();
    assertThat(clauses("9A990 Lamps as follows.\n\nItems:\n\na. Lamps of 600 or more.\n"))
        .isPositive();
  }

  /** What stands before the first part cannot be cited; a paragraph there may be law. */
  @Test
  void aParagraphOutsideAllPartsIsAWarningAndATitleANote() throws IOException {
    Document document =
        read(
            """
            <ECFR><DIV1 N="15" TYPE="TITLE"><HEAD>Title 15—Lamps</HEAD><P>No lamp may be lit.</P>
            <DIV5 N="990" TYPE="PART"><HEAD>PART 990—LAMPS</HEAD>
            <DIV8 N="990.1" TYPE="SECTION"><HEAD>§ 990.1 Wicks.</HEAD><P>(a) Trim.</P></DIV8>
            </DIV5></DIV1></ECFR>
            """);
    assertThat(document.diagnostics())
        .filteredOn(remark -> remark.code().equals("outside-parts"))
        .extracting(remark -> remark.severity() + " " + remark.message())
        .containsExactly("NOTE Title 15—Lamps", "WARNING No lamp may be lit.");
  }

  private static int clauses(String text) throws IOException {
    return ((Regulation) read(text)).clauses().size();
  }

  private static Document read(String text) throws IOException {
    return new DocumentReader(SourceReaders.standard(), ReadLimits.standard())
        .read(Source.of(text.getBytes(StandardCharsets.UTF_8), "lamps.txt"));
  }
}
