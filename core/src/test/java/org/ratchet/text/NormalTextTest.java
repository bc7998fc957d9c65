package org.ratchet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ratchet.text.Token.Kind;

/** What is noise in a text, and what a token of the field is. */
class NormalTextTest {

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            List.of(
                " ",
                "  ",
                "\n",
                "\u00a0",
                "\u2009",
                "\u00ad",
                "\u200b",
                "“",
                "”",
                "‘",
                "’",
                "`",
                "'",
                "\"",
                "-",
                "–",
                "—",
                "−",
                "4,800",
                "5.92",
                "10^26",
                "mm²",
                "GB/s",
                "§ ",
                "742.6",
                "(a)",
                "( 1 )",
                "(",
                "3A090.a.1",
                "D:5",
                "TPP",
                "U.S.",
                "No. 4",
                "ü",
                "u\u0308",
                "𝒳",
                "64-bit",
                "%",
                "°C",
                ";",
                "^",
                ".",
                "$"));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMinLength(1).ofMaxLength(3))
        .list()
        .ofMaxSize(30)
        .map(list -> String.join("", list));
  }

  @Property
  void everyPositionLeadsBackToTheCharacterThatStandsThere(@ForAll("texts") String original) {
    NormalText normal = NormalText.of(original);
    int before = -1;
    for (int i = 0; i < normal.text().length(); i++) {
      int origin = normal.origin(i);
      assertThat(origin).isGreaterThan(before);
      String printed = original.substring(origin, origin + 1);
      String here = normal.text().substring(i, i + 1);
      if (here.equals(" ")) {
        assertThat(NormalText.of("x" + printed + "x").text()).isIn("x x", "xx");
      } else if (here.equals("\"")) {
        assertThat(printed).containsAnyOf("\"", "“", "”", "„", "'", "‘", "’", "`", "´");
      } else {
        assertThat(NormalText.of(printed).text()).isEqualTo(here);
      }
      before = origin;
    }
    assertThat(normal.origin(normal.text().length())).isEqualTo(original.length());
  }

  @Property
  void theOriginalsOfAllCharactersAreTheOriginal(@ForAll("texts") String original) {
    NormalText normal = NormalText.of(original);
    StringBuilder back = new StringBuilder(original.substring(0, normal.origin(0)));
    for (int i = 0; i < normal.text().length(); i++) {
      back.append(normal.original(i, i + 1));
    }
    assertThat(back).hasToString(original);
  }

  @Property
  void normalisingAgainChangesNothing(@ForAll("texts") String original) {
    String once = NormalText.of(original).text();
    assertThat(NormalText.of(once).text()).isEqualTo(once);
  }

  @Property
  void tokensCoverAllButTheSpaces(@ForAll("texts") String original) {
    NormalText normal = NormalText.of(original);
    int at = 0;
    for (Token token : normal.tokens()) {
      assertThat(normal.text().substring(at, token.start())).isBlank();
      assertThat(token.text())
          .isEqualTo(normal.text().substring(token.start(), token.end()))
          .isNotBlank();
      at = token.end();
    }
    assertThat(normal.text().substring(at)).isBlank();
  }

  @Example
  void spacesQuotationMarksAndDashesHaveOneShape() {
    assertThat(NormalText.of(" a\u2009 b–c — ‘‘d’’ ``e'' “f” ‘g’ h−\u00adi--j ").text())
        .isEqualTo("a b-c - \"d\" \"e\" \"f\" 'g' h-i-j");
  }

  @Example
  void aPositionOutsideIsRefused() {
    assertThatThrownBy(() -> NormalText.of("ab").origin(3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> NormalText.of("a–b").origin(4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static List<String> cut(String text) {
    return NormalText.of(text).tokens().stream()
        .map(token -> token.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + token.text())
        .toList();
  }

  private static void one(Kind kind, String printed) {
    assertThat(NormalText.of("x " + printed + ", y").tokens().get(1))
        .as(printed)
        .satisfies(token -> assertThat(token.kind()).isEqualTo(kind))
        .satisfies(token -> assertThat(token.text()).isEqualTo(NormalText.of(printed).text()));
  }

  @Example
  void aNumberIsOneToken() {
    for (String number :
        List.of(
            "4800",
            "4,800",
            "5.92",
            "10^26",
            "10^-3",
            "26,900,000",
            "$3,000",
            "16/14",
            "10/25/2023",
            "–40",
            "-40",
            "0.5",
            ".5")) {
      one(Kind.NUMBER, number);
    }
  }

  @Example
  void aUnitIsOneToken() {
    for (String unit :
        List.of("GB/s/mm²", "Gbyte/s", "mm²", "mm^2", "°C", "%", "W/m", "GB/s/mm^2")) {
      one(Kind.UNIT, unit);
    }
  }

  @Example
  void aCitationIsOneToken() {
    for (String citation :
        List.of(
            "§ 744.23(a)(1)(i)(A)",
            "§§ 734.9",
            "742.6(a)(6)",
            "3A090",
            "3A090.a.1",
            "(a)(1)",
            "( i )",
            "D:5",
            "A:6",
            "§ 1003.2")) {
      one(Kind.CITATION, citation);
    }
  }

  @Example
  void aQuotedTermIsOneToken() {
    for (String term :
        List.of("“direct product”", "'bit length of an operation'", "‘TPP’", "‘‘x’’")) {
      one(Kind.QUOTED, term);
    }
  }

  @Example
  void aWordKeepsWhatBelongsToIt() {
    for (String word :
        List.of(
            "double-precision",
            "64-bit",
            "licensee's",
            "U.S.",
            "and/or",
            "Türkiye",
            "Aviac\u0327a\u0303o")) {
      one(Kind.WORD, word);
    }
    assertThat(cut("Supp. No. 4")).containsExactly("word Supp", "mark .", "word No.", "number 4");
  }

  @Example
  void marksThatOnlyLookAlikeAreNotTakenTogether() {
    assertThat(cut("parties' items or 'x'"))
        .containsExactly("word parties", "mark '", "word items", "word or", "quoted 'x'");
    assertThat(cut("A—16 nm")).containsExactly("word A", "mark -", "number 16", "word nm");
    assertThat(cut("1.5–3")).containsExactly("number 1.5", "mark -", "number 3");
    assertThat(cut("6\" pipe and “x”"))
        .containsExactly("number 6", "mark \"", "word pipe", "word and", "quoted \"x\"");
    assertThat(cut("items (see Note)"))
        .containsExactly("word items", "mark (", "word see", "word Note", "mark )");
  }
}
