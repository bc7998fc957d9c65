package org.ratchet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Supplement;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** A country that joins a group: each provision that names the group is judged by itself. */
class CountryGroupCheckTest {

  private static final Span SPAN = Span.ofLine("test", 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          742.99 | A license is required to export a mill to a destination specified in Country Group D:5. | TIGHTER
          742.99 | A license is required to export a mill for an entity headquartered in a destination specified in Country Group D:5. | TIGHTER
          742.99 | A license is required to export a mill to Country Group D:1. | none
          742.99 | A license is required to export a mill to Country Group D:5, excluding any destination also specified in Country Group D:5. | none
          742.99 | The license requirement does not apply to a mill for Country Group D:5. | LOOSER
          742.99 | This paragraph does not apply to an owner who is not owned by an entity headquartered in Country Group D:5. | TIGHTER
          742.99 | A license is required if the government of a destination specified in Country Group D:5 has not consented. | UNDETERMINED
          742.99 | A license is required for a mill, whether or not it goes to Country Group D:5. | UNDETERMINED
          742.99 | This paragraph does not apply to a mill that cannot go to Country Group D:5. | UNDETERMINED
          742.99 | A license is required for mills, other than a mill for Country Group D:5. | LOOSER
          742.99 | A license is required for mills, other than a red one, for Country Group D:5. | UNDETERMINED
          742.99 | An application for a mill is reviewed under a policy of denial where it is for Country Group D:5. | TIGHTER
          742.99 | An application is reviewed under a presumption of denial for a mill, except that it is reviewed case by case for an owner headquartered in Country Group D:5. | LOOSER
          742.99 | An application is reviewed under a presumption of denial for a mill, except that it is reviewed case by case for a shipment to Country Group D:5. | UNDETERMINED
          734.99 | A foreign-made item is subject to the EAR where it goes to Country Group D:5. | TIGHTER
          740.99 | You may not use any License Exception for a mill to Country Group D:5. | TIGHTER
          742.99 | An application for a mill to Country Group D:5 is reviewed case by case where a license is required. | UNDETERMINED
          740.99 | You may export a mill to Country Group D:5. | UNDETERMINED
          """)
  void aCountryJoinsGroupD5(String section, String text, String direction) {
    assertThat(directions(section, text, List.of(), List.of("Chile")))
        .isEqualTo(direction.equals("none") ? List.of() : List.of(Direction.valueOf(direction)));
    assertThat(directions(section, text, List.of("Chile"), List.of()))
        .isEqualTo(
            direction.equals("none") ? List.of() : List.of(Direction.valueOf(direction).flip()));
    assertThat(directions(section, text, List.of("Chile"), List.of("Chile"))).isEmpty();
  }

  private static List<Direction> directions(
      String section, String text, List<String> before, List<String> after) {
    return new CountryGroupCheck()
            .examine(
                EntryText.delta(
                    List.of(groups(before), section(section, text)),
                    List.of(groups(after), section(section, text))))
            .stream()
            .map(Finding::direction)
            .toList();
  }

  private static Clause section(String number, String text) {
    Citation section = Citation.section(15, number);
    return new Section(
        section,
        content(
            List.of(
                new Paragraph(
                    section.then(Kind.PARAGRAPH, "a"), Content.of(Runs.of(text), SPAN)))));
  }

  /** Supplement No. 1 to part 740 with one more row for each country of D:5. */
  private static Clause groups(List<String> members) {
    Citation supplement = Citation.supplement(15, "740", "1");
    Citation table = supplement.then(Kind.TABLE, "");
    List<Clause> rows = new ArrayList<>();
    rows.add(row(table, "Country", "[D:1]", "[D:5]"));
    rows.add(row(table, "Peru", "X", ""));
    rows.add(row(table, "Cuba", "", "X"));
    members.forEach(member -> rows.add(row(table, member, "", "X")));
    return new Supplement(supplement, content(List.of(new Table(table, content(rows)))));
  }

  private static Clause row(Citation table, String... cells) {
    return new TableRow(
        table.then(Kind.ROW, cells[0]),
        List.of(Runs.of(cells[0]), Runs.of(cells[1]), Runs.of(cells[2])),
        Content.of(Runs.of(String.join(" | ", cells)), SPAN));
  }

  private static Content content(List<Clause> children) {
    return new Content(List.of(), List.of(), children, Shown.WHOLE, SPAN);
  }
}
