package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The software and technology that a provision names beside its commodities. */
class AssociatedCheckTest {

  private static List<String> findings(String before, String after) {
    return SectionText.findings(new AssociatedCheck(), "742.99", before, after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ", and “software” or “technology” for it | , and “software” or “technology” specified in ECCN 3D001 or 3E001 for such an item | LOOSER",
        ", and “software” or “technology” for it | , and “software” for it | LOOSER",
        ", and “software” or “technology” for it | '' | LOOSER",
        ", and “software” specified in ECCN 3D001 | , and “software” specified in ECCNs 3D001, 3D002, or 3D003 | TIGHTER",
        ", and “technology” specified in ECCN 3E001 | , and “technology” in ECCN 3E001 for it | ",
        ", and “software” specified in ECCN 3D001 | , and “technology” specified in ECCN 3E001 | ",
        ", and “software” specified in ECCN 3D001 | , and “software” specified in ECCN 3D002 | ",
        ", and “software” specified in ECCN 3D001 | , and “software” specified in ECCN 3D001.a | ",
        ", and “software” for it | , and “software” that runs it | ",
        ", and “software” for it | , but no “software” for it | ",
      })
  void aRequirementThatNamesLessOfThemIsLooser(String old, String now, String direction) {
    String said = "(a) A license is required for a mill specified in ECCN 3A999%s, to the PRC.";
    String before = said.formatted(old);
    String after = said.formatted(now);
    List<String> expected = direction == null ? List.of() : List.of("(a) SCOPE " + direction);

    assertThat(findings(before, after)).isEqualTo(expected);
    assertThat(findings(after, before)).isEqualTo(SectionText.flipped(expected));
  }

  @Test
  void anExclusionThatNamesLessOfThemIsTighter() {
    String said =
        """
        (a) A license is required for a mill specified in ECCN 3A999.
        (b) Paragraph (a) of this section does not apply to a mill of ECCN 3A999%s.
        """;

    assertThat(findings(said.formatted(" or “software” for it"), said.formatted("")))
        .containsExactly("(b) EXCEPTION TIGHTER");
  }

  @Test
  void aRequirementThatWentIntoAParagraphOfItsOwnIsStillTheOne() {
    String before =
        "(a) A license is required for a mill specified in ECCN 3A999, and “software” for it, to the"
            + " PRC.";
    String after =
        """
        (a)(1) A license is required for a mill specified in ECCN 3A999, and “software” specified in ECCN 3D001 for it, to Macau.
        (a)(2) A license is required for a saw.
        """;

    assertThat(findings(before, after)).containsExactly("(a)(1) SCOPE LOOSER");
    assertThat(findings(after, before)).containsExactly("(a) SCOPE TIGHTER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"for a mill specified in ECCN 3A999", "for the “use” of mills"})
  void softwareThatWentToAnotherProvisionOfTheSectionIsNotGone(String what) {
    String before =
        "(a) A license is required for a mill specified in ECCN 3A999, and “software” for it.";
    String after =
        """
        (a) A license is required for a mill specified in ECCN 3A999.
        (b) A license is required for “software” %s.
        """
            .formatted(what);

    assertThat(findings(before, after)).isEmpty();
    assertThat(findings(after, before)).isEmpty();
  }
}
