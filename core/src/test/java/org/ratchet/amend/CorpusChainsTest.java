package org.ratchet.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ratchet.CorpusFolder;
import org.ratchet.Ratchet;
import org.ratchet.amend.LedgerLine.Status;
import org.ratchet.amend.State.Knowledge;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Step.Kind;
import org.ratchet.document.Rule;
import org.ratchet.source.Source;
import org.ratchet.text.NormalText;

/**
 * Rules of 12 CFR executed on the law before them, held to the law after them as the agency keeps
 * it with its official interpretations. Where the two differ, the words that the rule itself prints
 * decide which is wrong.
 */
@Tag("corpus")
class CorpusChainsTest {

  private static Rule rule(String number) throws IOException {
    return (Rule)
        Ratchet.standard().read(Source.of(CorpusFolder.file("fr-xml/" + number + ".xml")));
  }

  private static RegMl regMl(String state) throws IOException {
    return RegMl.read(CorpusFolder.file("regml/part" + state + ".xml"));
  }

  private static State state(RegMl part) {
    return new State(part.clauses(), Map.of());
  }

  private static Outcome apply(State before, String number) throws IOException {
    return Amender.standard().apply(before, rule(number));
  }

  /** Every provision by its citation: its own words, without those of the units under it. */
  private static Map<Citation, String> provisions(State state) {
    Map<Citation, String> provisions = new TreeMap<>();
    state.clauses().stream()
        .flatMap(Clause::stream)
        .filter(clause -> !(clause instanceof Ellipsis))
        .forEach(clause -> provisions.put(clause.citation(), words(clause)));
    return provisions;
  }

  private static String words(Clause clause) {
    return NormalText.of(clause.content().ownText()).text().replaceAll("[—–-]", "-").strip();
  }

  /** The provisions that differ, those that only one of the states has among them. */
  private static Set<Citation> changed(State left, State right) {
    Map<Citation, String> a = provisions(left);
    Map<Citation, String> b = provisions(right);
    Set<Citation> changed = new TreeSet<>(a.keySet());
    changed.addAll(b.keySet());
    changed.removeIf(at -> a.containsKey(at) && a.get(at).equals(b.get(at)));
    return changed;
  }

  /**
   * What a rule touched, by its execution or by the corpus, and what did not come out as the corpus
   * has it. Authority citations and the parts of other agencies are not in the corpus.
   */
  private record Result(Set<Citation> touched, Map<Citation, String> missed) {

    static Result of(State before, State now, RegMl left, RegMl right) {
      Set<Citation> touched = changed(before, now);
      touched.removeIf(at -> !isHeld(at, right));
      touched.addAll(changed(state(left), state(right)));
      Map<Citation, String> a = provisions(now);
      Map<Citation, String> b = provisions(state(right));
      Map<Citation, String> missed = new TreeMap<>();
      touched.stream()
          .filter(at -> !a.getOrDefault(at, "").equals(b.getOrDefault(at, "")))
          .forEach(at -> missed.put(at, a.getOrDefault(at, "")));
      return new Result(touched, missed);
    }

    private static boolean isHeld(Citation at, RegMl part) {
      return part.clauses().get(0).citation().isPrefixOf(at) && at.last().kind() != Kind.AUTHORITY;
    }

    /** The labels of what the rule touched, as RegML gives them. */
    Set<String> labels(RegMl left, RegMl right) {
      return touched.stream()
          .map(at -> left.labels().getOrDefault(at, right.labels().getOrDefault(at, "" + at)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> changeSet(String state) throws IOException {
    return RegMl.changes(CorpusFolder.file("regml/changesets/part" + state + ".xml")).stream()
        .map(RegMl.LabelChange::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The words of a rule as a plain search of its markup finds them. */
  private static String printed(String number) throws IOException {
    String xml = Files.readString(CorpusFolder.file("fr-xml/" + number + ".xml"));
    String plain = xml.replaceAll("<[^>]+>", " ").replaceAll("&#xA7;", "§");
    plain = plain.replaceAll("&#x201C;", "“").replaceAll("&#x201D;", "”");
    return letters(plain.replaceAll("&#x201[34];", "-"));
  }

  /** Words without the spaces between them, which markup does not keep. */
  private static String letters(String text) {
    return NormalText.of(text).text().replaceAll("[—–-]", "-").replaceAll("\\s+", "");
  }

  private static void isApplied(Outcome outcome) {
    assertThat(outcome.ledger().lines()).allMatch(line -> line.status() == Status.APPLIED);
  }

  /** What differs from the corpus is what the rule prints, and not what the corpus has. */
  private static void isErrorOfTheCorpus(Result result, String number, RegMl corpus)
      throws IOException {
    String printed = printed(number);
    Map<Citation, String> theirs = provisions(state(corpus));
    assertThat(result.missed())
        .allSatisfy(
            (at, ours) -> {
              assertThat(printed).contains(letters(ours));
              String other = letters(theirs.getOrDefault(at, ""));
              assertThat(other.isEmpty() || !printed.contains(other)).as(other).isTrue();
            });
  }

  @Test
  void the_threshold_of_2013_is_set_in_the_part_as_it_was_set_out() throws IOException {
    Outcome base = apply(State.empty(), "2011-31712");
    Outcome outcome = apply(base.state(), "2012-31311");
    RegMl left = regMl("1003.2011-31712");
    RegMl right = regMl("1003.2012-31311");
    Result result = Result.of(base.state(), outcome.state(), left, right);
    isApplied(base);
    isApplied(outcome);
    assertThat(result.labels(left, right)).isEqualTo(changeSet("1003.2012-31311"));
    // The corpus kept the old caption and moved a date by a year.
    assertThat(result.missed()).hasSize(1);
    isErrorOfTheCorpus(result, "2012-31311", right);
  }

  @Test
  void the_threshold_of_2015_follows_and_that_of_2016_moves_a_date_alone() throws IOException {
    RegMl left = regMl("1003.2013-31223");
    RegMl right = regMl("1003.2014-30404");
    Outcome outcome = apply(state(left), "2014-30404");
    Result result = Result.of(state(left), outcome.state(), left, right);
    isApplied(outcome);
    assertThat(result.labels(left, right)).isEqualTo(changeSet("1003.2014-30404"));
    // The corpus kept the old caption.
    assertThat(result.missed()).hasSize(1);
    isErrorOfTheCorpus(result, "2014-30404", right);

    Outcome next = apply(outcome.state(), "2015-32285");
    isApplied(next);
    Set<Citation> moved = changed(outcome.state(), next.state());
    assertThat(moved).isEqualTo(result.touched());
    Citation comment = moved.iterator().next();
    String before = provisions(outcome.state()).getOrDefault(comment, "");
    assertThat(before).contains("$44 million", "December 31, 2014", "in 2015");
    assertThat(provisions(next.state()).get(comment))
        .isEqualTo(
            before
                .replace("in 2015", "in 2016")
                .replace("December 31, 2014", "December 31, 2015")
                .replace("for 2015", "for 2016"));
  }

  @Test
  void a_threshold_is_added_to_the_lease_rule_by_the_agency_that_keeps_it() throws IOException {
    gives("1013.2013-28194", "2014-21847", "1013.2014-21847");
  }

  @Test
  void a_correction_of_the_remittance_rule_gives_the_text_as_corrected() throws IOException {
    gives("1005.2013-10604", "2013-19503", "1005.2013-19503");
  }

  /** Every provision that the rule touches reads as the corpus has it after the rule. */
  private static void gives(String before, String rule, String after) throws IOException {
    RegMl left = regMl(before);
    RegMl right = regMl(after);
    Outcome outcome = apply(state(left), rule);
    Result result = Result.of(state(left), outcome.state(), left, right);
    isApplied(outcome);
    assertThat(result.touched()).isNotEmpty();
    assertThat(result.labels(left, right)).isEqualTo(changeSet(after));
    assertThat(result.missed()).isEmpty();
  }

  private static boolean isWithin(String label, String other) {
    return label.equals(other) || label.startsWith(other + "-");
  }

  /**
   * Of the law before this rule nothing is held. What the rule sets out over unknown text is what
   * the corpus has after it.
   */
  @Test
  void the_remittance_rule_sets_out_what_the_corpus_has_after_it() throws IOException {
    RegMl after = regMl("1005.2013-10604");
    Outcome outcome = apply(State.empty(), "2013-10604");
    Map<Citation, String> now = provisions(outcome.state());
    Set<Citation> touched = new TreeSet<>(outcome.state().causes().keySet());
    touched.removeIf(at -> !Result.isHeld(at, after) || now.getOrDefault(at, "unknown").isEmpty());
    Set<String> labels = touched.stream().map(RegMl::label).collect(Collectors.toSet());
    // What was redesignated and not set out stays unknown.
    touched.removeIf(
        at -> !now.containsKey(at) && outcome.state().knowledge(at) == Knowledge.UNKNOWN);
    Map<Citation, String> theirs = provisions(state(after));
    Map<Citation, String> missed = new TreeMap<>();
    touched.stream()
        .filter(at -> !now.getOrDefault(at, "").equals(theirs.getOrDefault(at, "")))
        .forEach(at -> missed.put(at, now.getOrDefault(at, "")));
    assertThat(touched).hasSizeGreaterThanOrEqualTo(110);
    assertThat(missed).hasSizeLessThanOrEqualTo(11);
    isErrorOfTheCorpus(new Result(touched, missed), "2013-10604", after);

    Set<String> changes = changeSet("1005.2013-10604");
    // The corpus left these out, or does not name the heading over the introductory text.
    assertThat(labels.stream().filter(at -> changes.stream().noneMatch(c -> isWithin(at, c))))
        .containsExactlyInAnyOrder("1005-30", "1005-30-p1", "1005-32-b-3", "1005-33-a-Interp-3-vi");
    // The model forms are pictures, which the ledger says are not shown.
    assertThat(changes.stream().filter(c -> labels.stream().noneMatch(at -> isWithin(at, c))))
        .allMatch(label -> label.startsWith("1005-A-3") || label.startsWith("1005-A-4"))
        .hasSize(16);
    assertThat(outcome.ledger().lines())
        .filteredOn(line -> line.status() != Status.APPLIED)
        .extracting(LedgerLine::instruction)
        .containsExactly("6.a", "6.b");
  }

  /** The sections on remittances came by rules that are not held; the part set out has none. */
  @Test
  void what_amends_sections_that_are_not_there_is_refused_by_name() throws IOException {
    State before = apply(State.empty(), "2011-31725").state();
    Outcome outcome = apply(before, "2013-10604");
    assertThat(outcome.ledger().lines())
        .hasSize(30)
        .allSatisfy(
            line -> {
              boolean continues = line.instruction().equals("1");
              assertThat(line.status()).isEqualTo(continues ? Status.APPLIED : Status.REFUSED);
              assertThat(line.reason())
                  .containsPattern(continues ? "^$" : "1005\\.3\\d|Appendix A");
            });
    assertThat(changed(before, outcome.state())).isEmpty();
  }
}
