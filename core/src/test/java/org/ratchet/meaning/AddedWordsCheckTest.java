package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One more of several things joined by "or", or one excepted, by what the sentence does. */
class AddedWordsCheckTest {

  private static final Check CHECK = new AddedWordsCheck();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A license is required to export a steel mill or a saw. | A license is required to export a steel mill, a fan, or a saw. | TIGHTER
          A license is required to export items of ECCN 3D001, 3D002, or 3E001. | A license is required to export items of ECCN 3D001, 3D003, 3D002, or 3E001. | TIGHTER
          A license is required to export a wheel to a foundry. | A license is required to export a wheel or a bearing having a bore to a foundry. | TIGHTER
          A license is required to export a steel mill of any kind. | A license is required to export a steel mill of any kind, other than a red one. | LOOSER
          This paragraph does not apply to a steel mill or a saw. | This paragraph does not apply to a steel mill, a fan, or a saw. | LOOSER
          This paragraph does not apply to a steel mill of any kind. | This paragraph does not apply to a steel mill of any kind, other than a red one. | TIGHTER
          BIS may inform persons that a license is required for a mill. | BIS may inform persons that a license is required for a mill or a group of mills. | TIGHTER
          A foreign-made item is subject to the EAR where it goes to a foundry. | A foreign-made item is subject to the EAR where it goes to a foundry or a bakery. | TIGHTER
          """)
  void wordsAddedToASentence(String before, String after, Direction direction) {
    assertThat(findings(before, after)).isEqualTo(direction.name());
    assertThat(findings(after, before)).isEqualTo(direction.flip().name());
    assertThat(findings(after, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A license is required to export a mill that is not red or blue. | A license is required to export a mill that is not red, green, or blue. | LOOSER
          A license is required for all mills other than a red mill or a saw. | A license is required for all mills other than a red mill, a fan, or a saw. | none
          A license is required to export a steel mill or a saw. | A license is required to export a steel mill, a fan that is not red, or a saw. | none
          A license is required for a mill and “software” for it. | A license is required for a mill and “software” or “drawings” specified in ECCN 3E999 for it. | none
          A license is required to export wheels to a foundry. | A license is required to export wheels or bearings having a bore to a foundry. | none
          A license is required to export a steel mill and a saw. | A license is required to export a steel mill, a fan, and a saw. | none
          A mill or a saw is painted red. | A mill, a fan, or a saw is painted red. | none
          A license is required to export a steel mill or a saw to Peru. | A license is not required to export a steel mill, a fan, or a saw to Peru. | none
          """)
  void whereWordsTurn(String before, String after, String direction) {
    assertThat(findings(before, after)).isEqualTo(direction.replace("none", ""));
  }

  /** Words before or behind the list may deny, suppose or set aside what it names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A license is required if the consignee fails to provide a certificate or a letter. | A license is required if the consignee fails to provide a certificate, a note, or a letter. | none
          A license is required until the consignee provides a certificate or a letter. | A license is required until the consignee provides a certificate, a note, or a letter. | none
          A license is required in the absence of a certificate or a letter. | A license is required in the absence of a certificate, a note, or a letter. | none
          A license is required to export a mill, regardless of whether it is red or blue. | A license is required to export a mill, regardless of whether it is red, green, or blue. | none
          A license is required except where a license exception described in § 740.3 or § 740.4 is available. | A license is required except where a license exception described in § 740.3, § 740.5, or § 740.4 is available. | none
          A license is required to the extent that paragraph (b) or (c) does not authorize it. | A license is required to the extent that paragraph (b), (d), or (c) does not authorize it. | none
          A license is required to export a mill under ECCN 3A001, 3A002, or 3A003, whichever is last. | A license is required to export a mill under ECCN 3A001, 3A004, 3A002, or 3A003, whichever is last. | none
          Subject to paragraph (b) or (c), a license is required to export a mill. | Subject to paragraph (b), (d), or (c), a license is required to export a mill. | none
          In addition to what § 742.4 says of mills or saws, a license is required to export wheels. | In addition to what § 742.4 says of mills, fans, or saws, a license is required to export wheels. | none
          If you know that it is for a foundry or a bakery, a license is required to export a mill. | If you know that it is for a foundry, a smelter, or a bakery, a license is required to export a mill. | TIGHTER
          This paragraph does not apply to a mill; a license is required for a saw or a fan. | This paragraph does not apply to a mill; a license is required for a saw, a drum, or a fan. | none
          A license is required to export a mill to a foundry that is not a bakery, or to a ship. | A license is required to export a mill to a foundry that is not a bakery, to a plane, or to a ship. | none
          This paragraph does not apply to an owner that is not owned by an entity that is of Peru. | This paragraph does not apply to an owner that is not owned by an entity that is of Peru or Cuba. | none
          An entity is added to the list where it mills, and removed if it sells or burns. | An entity is added to the list where it mills, and removed if it sells, bakes, or burns. | none
          BIS may inform persons, by letter or by notice, that a license is required. | BIS may inform persons, by letter, by telephone, or by notice, that a license is required. | TIGHTER
          A license is required where less than all wheels are red or blue. | A license is required where less than all wheels are red, green, or blue. | none
          A license is required to export a mill, even if it is red or blue. | A license is required to export a mill, even if it is red, green, or blue. | none
          A license is required to export a mill (for example, a windmill or a watermill). | A license is required to export a mill (for example, a windmill, a coffee mill, or a watermill). | none
          A license is required to export a mill under § 742.4 or § 742.6, as applicable. | A license is required to export a mill under § 742.4, § 742.5, or § 742.6, as applicable. | none
          A license is required to export a mill, and BIS reviews the application with one office or another. | A license is required to export a mill, and BIS reviews the application with one office, two, or another. | none
          A license is required for an item that is not described in paragraph (b) or (c) of this section. | A license is required for an item that is not described in paragraph (b), (d), or (c) of this section. | LOOSER
          """)
  void whatTheListStandsIn(String before, String after, String direction) {
    boolean none = direction.equals("none");
    assertThat(findings(before, after)).isEqualTo(none ? "" : direction);
    assertThat(findings(after, before))
        .isEqualTo(none ? "" : Direction.valueOf(direction).flip().name());
  }

  /** To take out of an authorization, a policy, or an exclusion is no relief. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          744.99 | A license is required to export a mill.     | LOOSER
          743.99 | The exporter must report each mill.         | LOOSER
          740.99 | You may not use any License Exception.      | LOOSER
          740.99 | You may export a mill under this section.   | none
          742.99 | Applications are reviewed case by case.     | none
          744.99 | This section does not apply to mills.       | none
          """)
  void whatTheExclusionTakesOutOf(String section, String named, String direction) {
    String before =
        "(a) " + named + "\n(b) Paragraph (a) of this section does not apply to an army.";
    String after = before.replace("an army", "an army or a navy");
    boolean none = direction.equals("none");

    assertThat(SectionText.findings(CHECK, section, before, after))
        .isEqualTo(none ? List.of() : List.of("(b) EXCEPTION " + direction));
    assertThat(
            SectionText.findings(
                CHECK,
                section,
                before.replace("Paragraph (a) of this", "This"),
                after.replace("Paragraph (a) of this", "This")))
        .isEqualTo(none && !named.startsWith("This") ? List.of() : List.of("(b) EXCEPTION LOOSER"));
  }

  @Test
  void whatAnotherSentenceSaidIsNotAdded() {
    assertThat(
            findings(
                "A license is required to export mills to Cuba. A license is also required to"
                    + " reexport mills to Cuba.",
                "A license is required to export or reexport mills to Cuba."))
        .isEmpty();
  }

  /** "Or" in what a duty asks for is another way to fulfil it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The exporter must submit a purchase order or a contract. | The exporter must submit a purchase order, an invoice, or a contract. | none
          The applicant must certify that the mill is red or blue. | The applicant must certify that the mill is red, green, or blue. | none
          The exporter must keep records of each mill or saw. | The exporter must keep records of each mill, fan, or saw. | TIGHTER
          BIS must notify each owner of a mill or saw. | BIS must notify each owner of a mill, fan, or saw. | none
          """)
  void duties(String before, String after, String direction) {
    whereWordsTurn(before, after, direction);
  }

  @Test
  void wordsThatStandUnderTheParagraphNowAreNotTakenOut() {
    assertThat(
            SectionText.findings(
                CHECK,
                "744.99",
                "(a) A license is required to export a steel mill, a copper fan, or a saw to Peru.",
                "(a) A license is required to export a steel mill or a saw to Peru.\n"
                    + "(a)(1) A copper fan is like a saw."))
        .isEmpty();
  }

  private static String findings(String before, String after) {
    return String.join(
        " ",
        SectionText.findings(CHECK, "744.99", "(a) " + before, "(a) " + after).stream()
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .toList());
  }
}
