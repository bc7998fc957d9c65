package org.ratchet.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Clause;
import org.ratchet.document.StatusNote.Kind;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;

/** What editors say of the standing of a text is known and is no text. */
class StatusNoteTest {

  private static final Path CORPUS = Path.of(System.getProperty("ratchet.corpus", ""));

  @Test
  void aStayOfASentence() throws IOException {
    StatusNote note =
        only(
            "<EFFDNOT><HED>Effective Date Note:</HED><PSPACE>At 90 FR 100, Nov. 12, 2025, in"
                + " § 990.4, the last sentence of paragraph (a) was stayed, effective until Nov. 9,"
                + " 2026.</PSPACE></EFFDNOT>");

    assertThat(note.kind()).isEqualTo(Kind.STAYED);
    assertThat(note.unit().toString()).endsWith("990.4");
    assertThat(note.extent()).isEqualTo("the last sentence of paragraph (a)");
    assertThat(note.date()).isEqualTo("Nov. 9, 2026");
    assertThat(note.source()).isEqualTo("90 FR 100");
  }

  @Test
  void aDelay() throws IOException {
    StatusNote note =
        only(
            "<EFFDNOT><HED>Effective Date Note:</HED><PSPACE>At 90 FR 100, Nov. 12, 2025, in"
                + " § 990.4, paragraph (b) was delayed until further notice.</PSPACE></EFFDNOT>");

    assertThat(note.kind()).isEqualTo(Kind.DELAYED);
    assertThat(note.date()).isEqualTo("further notice");
  }

  @Test
  void aChangeToCome() throws IOException {
    assertThat(
            only("<XREF>Link to an amendment published at 91 FR 200, Jan. 5, 2026.</XREF>").kind())
        .isEqualTo(Kind.AMENDMENT_PENDING);
    StatusNote unmarked = only("<P>Link to an amendment published at 91 FR 200, Jan. 5, 2026.</P>");
    assertThat(unmarked.kind()).isEqualTo(Kind.AMENDMENT_PENDING);
    assertThat(unmarked.source()).isEqualTo("91 FR 200");
  }

  @Test
  void anAmendmentThatCouldNotBeIncorporated() throws IOException {
    StatusNote note =
        only(
            "<EDNOTE><HED>Editorial Note:</HED><PSPACE>At 88 FR 300, Oct. 18, 2023, § 990.4 was"
                + " amended by revising (b); however, the amendment could not be incorporated due"
                + " to missing text.</PSPACE></EDNOTE>");

    assertThat(note.kind()).isEqualTo(Kind.NOT_INCORPORATED);
    assertThat(note.date()).isEmpty();
  }

  @Test
  void aNoteOnTheHistoryOfATextSaysNothingOfItsStanding() throws IOException {
    assertThat(
            read("<EDNOTE><HED>Editorial Note:</HED><PSPACE>For citations affecting § 990.4, see"
                    + " the List of CFR Sections Affected.</PSPACE></EDNOTE>")
                .status())
        .isEmpty();
  }

  @Test
  @Tag("corpus")
  void theStaysOfPart744() throws IOException {
    Path file = CORPUS.resolve("ecfr-xml/title15-part744.2026-03-25.xml");
    Assumptions.assumeTrue(Files.exists(file));
    Regulation part = (Regulation) reader().read(Source.of(file));

    assertThat(part.status())
        .filteredOn(note -> note.kind() == Kind.STAYED)
        .allSatisfy(note -> assertThat(note.date()).isEqualTo("Nov. 9, 2026"))
        .extracting(note -> note.unit().toString())
        .containsExactly(
            "15 CFR 744.8",
            "15 CFR 744.11",
            "15 CFR 744.16",
            "15 CFR 744.21",
            "Supp. No. 4 to Part 744",
            "Supp. No. 7 to Part 744",
            "Supp. No. 8 to Part 744");
    assertThat(part.status())
        .filteredOn(note -> note.kind() == Kind.NOT_INCORPORATED)
        .extracting(note -> note.unit().toString())
        .containsExactly("Supp. No. 4 to Part 744");
  }

  private static StatusNote only(String note) throws IOException {
    Regulation regulation = read(note);
    assertThat(regulation.clauses()).flatExtracting(Clause::children).hasSize(1);
    assertThat(regulation.clauses().get(0).children().get(0).children()).hasSize(2);
    assertThat(regulation.status()).hasSize(1);
    return regulation.status().get(0);
  }

  private static Regulation read(String note) throws IOException {
    String xml =
        "<DIV5 N=\"990\" TYPE=\"PART\"><HEAD>PART 990—LAMPS</HEAD><DIV8 N=\"990.4\""
            + " TYPE=\"SECTION\"><HEAD>§ 990.4 Wicks.</HEAD><P>(a) Wicks are dry.</P><P>(b) Lamps"
            + " burn.</P>"
            + note
            + "</DIV8></DIV5>";
    return (Regulation) reader().read(Source.of(xml.getBytes(StandardCharsets.UTF_8), "lamps"));
  }

  private static DocumentReader reader() {
    return new DocumentReader(SourceReaders.standard(), ReadLimits.standard());
  }
}
