package org.ratchet.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratchet.clause.Step.Kind;

class CitationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "15 CFR",
        "15 CFR part 744",
        "15 CFR 744.23",
        "15 CFR 744.23(a)(1)(i)(A)",
        "15 CFR 744.12-744.14",
        "15 CFR 744.23(a#2)(1)",
        "15 CFR 744.23(a), ¶ 2",
        "15 CFR 744.23, ellipsis 1",
        "15 CFR part 744, authority",
        "15 CFR 772.1 \"Supercomputer\"",
        "15 CFR 772.1 \"Supercomputer\", (a)(1)",
        "15 CFR 772.1 \"Supercomputer\", Note 1",
        "ECCN 3A090",
        "ECCN 3A090.a.1",
        "ECCN 3A090, License Requirements",
        "ECCN 3A090, License Requirements, row \"RS applies to 3A090.a, .b, and .c\"",
        "ECCN 3A090, License Exceptions, (NAC/ACA)",
        "Note 1 to 3A090.a",
        "Note 1 to 3A090.a, (a)(2)(i)",
        "Note 1 to 3A090.a, ¶ 1",
        "N.B. to Technical Note 1 to 3A090.a",
        "License Requirement Note to 3A001",
        "Note 1 to 15 CFR 744.23(a)(1)",
        "Table 1 to 15 CFR 742.6(a)",
        "Table 1 to 15 CFR 742.6(a), row \"A\"",
        "Supp. No. 4 to Part 744",
        "Supp. No. 4 to Part 744, CHINA",
        "Supp. No. 4 to Part 744, CHINA, PEOPLE'S REPUBLIC OF, \"Acme, Inc.\"",
        "Supp. No. 4 to Part 744, CHINA, \"The \\\"Great\\\" Works\"#2",
        "Supp. No. 1 to 10 CFR part 810",
        "Supp. I to 12 CFR part 1003, heading \"Section 1003.2—Definitions\"",
        "Appendix A to 12 CFR part 1003",
      })
  void whatIsPrintedIsReadAndPrintedTheSame(String printed) {
    assertThat(Citation.parse(printed)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "744.23(a)                          | 15 CFR 744.23(a)",
        "§ 744.23(a)(1)                     | 15 CFR 744.23(a)(1)",
        "§ 744.23(a)( 1 )                   | 15 CFR 744.23(a)(1)",
        "section 744.23                     | 15 CFR 744.23",
        "15 C.F.R. § 744.23                 | 15 CFR 744.23",
        "paragraph (a)(1) of § 744.23       | 15 CFR 744.23(a)(1)",
        "3A090.a                            | ECCN 3A090.a",
        "3A090                              | ECCN 3A090",
        "ECCN 3A090, license requirements   | ECCN 3A090, License Requirements",
        "Note 2 to ECCN 3A090               | Note 2 to 3A090",
        "part 744                           | 15 CFR part 744",
        "Supplement No. 4 to Part 744       | Supp. No. 4 to Part 744",
        "supplement no. 4 to part 744       | Supp. No. 4 to Part 744",
        "§ 772.1 “Supercomputer”            | 15 CFR 772.1 \"Supercomputer\"",
        "12 CFR 1003.2                      | 12 CFR 1003.2",
      })
  void readsWhatPeopleWrite(String written, String printed) {
    assertThat(Citation.parse(written)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "744", "3A09", "15 CFR 744.23(a", "§", "Note 1", "15 CFR 744.23, x"})
  void refusesWhatIsNoCitation(String text) {
    assertThatThrownBy(() -> Citation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void knowsTheUnitsOfACitation() {
    assertThat(Citation.parse("744.23(a)(1)"))
        .isEqualTo(
            Citation.section(15, "744.23").then(Kind.PARAGRAPH, "a").then(Kind.PARAGRAPH, "1"));
    assertThat(Citation.parse("Note 1 to 3A090.a"))
        .isEqualTo(Citation.eccn("3A090").then(Kind.PARAGRAPH, "a").then(Kind.NOTE, "Note 1"));
    assertThat(Citation.parse("3A090").isPrefixOf(Citation.parse("ECCN 3A090.a.1"))).isTrue();
  }

  @Test
  void ordersAsPrinted() {
    List<Citation> printed =
        List.of(
                "15 CFR 734.3",
                "15 CFR part 744",
                "15 CFR part 744, authority",
                "15 CFR 744.9",
                "15 CFR 744.23",
                "15 CFR 744.23(a)",
                "15 CFR 744.23(a)(2)",
                "15 CFR 744.23(a)(2)(i)",
                "15 CFR 744.23(a)(2)(v)",
                "15 CFR 744.23(a)(2)(ix)",
                "15 CFR 744.23(a)(2)(x)",
                "15 CFR 744.23(a)(10)",
                "15 CFR 744.23(i)",
                "15 CFR 744.23(z)",
                "15 CFR 744.23(aa)",
                "Supp. No. 4 to Part 744",
                "ECCN 3A001",
                "ECCN 3A090",
                "ECCN 3A090, License Requirements",
                "ECCN 3A090, Items",
                "ECCN 3A090.a.2",
                "ECCN 3A090.a.10",
                "ECCN 3A090.b",
                "ECCN 4A001")
            .stream()
            .map(Citation::parse)
            .toList();
    List<Citation> shuffled = new ArrayList<>(printed);
    Collections.shuffle(shuffled, new Random(7));
    Collections.sort(shuffled);
    assertThat(shuffled).containsExactlyElementsOf(printed);
  }

  @Property(tries = 5000)
  void everyCitationIsReadBack(@ForAll("citations") Citation citation) {
    assertThat(Citation.parse(citation.toString())).isEqualTo(citation);
  }

  @Property(tries = 5000)
  void orderIsTotalAndAgreesWithEquality(
      @ForAll("citations") Citation a,
      @ForAll("citations") Citation b,
      @ForAll("citations") Citation c) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
    }
  }

  @Provide
  Arbitrary<Citation> citations() {
    Arbitrary<Citation> anchors =
        Arbitraries.of(
            Citation.ROOT,
            Citation.part(15, "744"),
            Citation.part(10, "810"),
            Citation.section(15, "744.23"),
            Citation.section(12, "1003.2"),
            Citation.supplement(15, "744", "4"),
            Citation.supplement(12, "1003", "I"),
            Citation.part(12, "1003").then(Kind.APPENDIX, "A"),
            Citation.eccn("3A090"),
            Citation.eccn("3A090").then(Kind.ECCN_PART, "License Requirements"));
    return Combinators.combine(anchors, steps().list().ofMaxSize(4))
        .as(
            (anchor, steps) -> {
              Citation citation = anchor;
              for (Step step : steps) {
                citation = citation.then(step);
              }
              return citation;
            });
  }

  /** Labels as documents have them: words with single spaces between, whatever the characters. */
  private static Arbitrary<Step> steps() {
    Arbitrary<String> usual =
        Arbitraries.of(
            "a", "i", "ii", "1", "A", "aa", "Note 1", "N.B.", "CHINA", "Items", "LVS", "3A090", "");
    Arbitrary<String> odd =
        Arbitraries.strings()
            .withChars("ab1 ,.\"\\()#“”§—¶*É")
            .ofMinLength(1)
            .ofMaxLength(8)
            .map(label -> label.strip().replaceAll(" +", " "));
    Arbitrary<String> labels =
        Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, usual), net.jqwik.api.Tuple.of(1, odd));
    return Combinators.combine(
            Arbitraries.of(Kind.class), labels, Arbitraries.integers().between(0, 3))
        .as(Step::new);
  }
}
