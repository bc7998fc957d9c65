package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ratchet.amend.AmenderTest.instruction;
import static org.ratchet.amend.AmenderTest.ledger;
import static org.ratchet.amend.AmenderTest.rule;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Part;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Supplement;
import org.ratchet.document.Instruction;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** Words of an entry of the Entity List: of its names and addresses, and of its other cells. */
class EntityWordsTest {

  private static final Citation LIST = Citation.supplement(15, "744", "4");
  private static final Span SPAN = Span.ofLine("list", 1);

  private static EntityEntry entry(String name, String cell, String requirement, String... notes) {
    Citation at = LIST.then(Kind.COUNTRY, "CHINA").then(Kind.ENTITY, name);
    return new EntityEntry(
        at,
        "CHINA",
        name,
        List.of("Works of Widgets", "WW"),
        List.of("1 Main Street, Anytown", "2 Side Street, Anytown."),
        requirement,
        List.of(notes),
        "Presumption of denial",
        "90 FR 1, 1/2/90.",
        Content.of(Runs.of(cell), SPAN));
  }

  private static State state() {
    return state("For all items (See §§ 734.9(e)(2) and 744.11 of the EAR) 4");
  }

  private static State state(String requirement) {
    Clause widgets =
        entry(
            "Widget Works",
            "Widget Works, a.k.a., the following two aliases: —Works of Widgets; and —WW. 1 Main"
                + " Street, Anytown; and 2 Side Street, Anytown.",
            requirement,
            "4");
    Content list = Content.of(List.<Run>of(), SPAN).withChildren(List.of(widgets));
    Content part =
        Content.of(List.<Run>of(), SPAN).withChildren(List.of(new Supplement(LIST, list)));
    return new State(List.of(new Part(Citation.part(15, "744"), part)), Map.of());
  }

  private static Outcome apply(String words) {
    return Amender.standard()
        .apply(state(), rule("", instruction("In supplement no. 4 to part 744, " + words, "")));
  }

  private static EntityEntry after(String words) {
    Outcome outcome = apply(words);
    assertThat(ledger(outcome)).isEqualTo("1 APPLIED");
    return outcome.state().clauses().stream()
        .flatMap(Clause::stream)
        .filter(EntityEntry.class::isInstance)
        .map(EntityEntry.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static void refuses(String words, String reason) {
    Outcome outcome = apply(words);
    assertThat(ledger(outcome)).contains(reason);
    assertThat(outcome.state().clauses()).isEqualTo(state().clauses());
  }

  @Test
  void an_address_or_an_alias_is_replaced_word_for_word() {
    EntityEntry address =
        after(
            "under CHINA, in the entry for “Widget Works”, remove the address “2 Side Street,"
                + " Anytown” and add in its place “3 High Street, Anytown”.");
    assertThat(address.addresses())
        .containsExactly("1 Main Street, Anytown", "3 High Street, Anytown");
    assertThat(Runs.text(address.text())).endsWith("; and 3 High Street, Anytown.");
    assertThat(address.aliases()).containsExactly("Works of Widgets", "WW");
    EntityEntry alias =
        after(
            "in the entry for “Widget Works” under CHINA, remove “—WW” and add in its place"
                + " “—Widgets”.");
    assertThat(alias.aliases()).containsExactly("Works of Widgets", "Widgets");
  }

  @Test
  void an_entry_whose_name_is_corrected_is_known_by_the_new_one() {
    String words =
        "under CHINA, in the entry for “Widget Works”, remove “Widget Works, a.k.a.” and add in its"
            + " place “Widgets Works, a.k.a.”.";
    EntityEntry entry = after(words);
    assertThat(entry.name()).isEqualTo("Widgets Works");
    assertThat(entry.citation().last().label()).isEqualTo("Widgets Works");
    assertThat(apply(words).state().origins())
        .containsEntry(
            entry.citation(), LIST.then(Kind.COUNTRY, "CHINA").then(Kind.ENTITY, "Widget Works"));
  }

  @Test
  void words_are_inserted_in_the_one_cell_that_holds_those_beside_them() {
    EntityEntry entry =
        after(
            "under CHINA, in the entry for “Widget Works”, add “, 3 High Street, Anytown;” after"
                + " “1 Main Street, Anytown;”.");
    assertThat(Runs.text(entry.text())).contains("Anytown; , 3 High Street, Anytown; and 2 Side");
    refuses(
        "under CHINA, in the entry for “Widget Works”, add “x” after “of”.",
        "AMBIGUOUS “of” is there in 3 cells");
  }

  @Test
  void where_it_is_not_set_out_how_the_list_reads_it_stays_as_it_is() {
    refuses(
        "under CHINA, in the entry for “Widget Works”, remove the address “1 Main Street,"
            + " Anytown”.",
        "REFUSED how the text reads without that address is not set out");
    refuses(
        "under CHINA, in the entry for “Widget Works”, add the alias “Widgets”.",
        "REFUSED words are to be inserted, and it does not say where in the text they belong");
  }

  @Test
  void a_requirement_keeps_or_loses_its_footnote_with_its_words() {
    assertThat(
            after(
                    "under CHINA, in the entry for “Widget Works”, remove “734.9(e)(2)” and add in"
                        + " its place “734.9(e)(3)”.")
                .footnotes())
        .containsExactly("4");
    EntityEntry without =
        after(
            "under CHINA, in the entry for “Widget Works”, remove “of the EAR) 4” and add in its"
                + " place “of the EAR)”.");
    assertThat(without.footnotes()).isEmpty();
    assertThat(without.requirement()).endsWith("of the EAR)");
    refuses(
        "under CHINA, in the entry for “Widget Works”, remove “of the EAR) 4” and add in its place"
            + " “of the EAR) 5”.",
        "REFUSED whether 5 is a footnote of");
    refuses(
        "under CHINA, in the entry for “Widget Works”, remove “For all items” and add in its place"
            + " “For all items of list 4”.",
        "REFUSED whether 4 is a footnote of");
  }

  @Test
  void of_two_numbers_that_a_footnote_may_have_it_is_not_told_which_went() {
    Instruction one =
        instruction(
            "In supplement no. 4 to part 744, under CHINA, in the entry for “Widget Works”, remove"
                + " “of list 4” and add in its place “of the list”.",
            "");
    Outcome outcome =
        Amender.standard().apply(state("For all items of list 4 (See § 744.11) 4"), rule("", one));
    assertThat(ledger(outcome)).contains("REFUSED whether 4 is still a footnote of");
  }
}
