package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Operative.Function;

/**
 * Where the sections of the regulations use a term or name an entry in a sentence that stands in
 * the same words on both sides, so that only what is used changed there.
 */
final class Uses {

  private Uses() {}

  /**
   * A use.
   *
   * @param clause on the side after
   * @param mention the words that use it
   * @param growing whether more of what is used is more control there; empty if that is not certain
   * @param again whether the sentence uses it once more
   */
  record Use(Clause clause, Facet facet, String mention, Optional<Boolean> growing, boolean again) {

    /** What a change of what is used does here. */
    Direction direction(Direction ofUsed) {
      return growing.map(more -> more ? ofUsed : ofUsed.flip()).orElse(Direction.UNDETERMINED);
    }
  }

  /**
   * The uses in sentences that require, reach, bar or exclude.
   *
   * @param mark lower case words without which no text has one, asked first
   * @param words the words that use it
   */
  static List<Use> of(String mark, Pattern words, Delta delta) {
    List<Use> uses = new ArrayList<>();
    delta.after().clauses().stream()
        .flatMap(Clause::stream)
        .filter(Paragraph.class::isInstance)
        .filter(clause -> !clause.citation().upTo(Kind.SECTION).steps().isEmpty())
        .filter(clause -> marked(clause, mark))
        .forEach(clause -> first(clause, words, delta).ifPresent(uses::add));
    return uses;
  }

  /** The uses in items of the Commerce Control List, in paragraphs that stand as before. */
  static List<Use> inItems(String mark, Pattern words, Delta delta) {
    List<Use> uses = new ArrayList<>();
    delta.after().clauses().stream()
        .flatMap(Clause::stream)
        .filter(clause -> clause.citation().last().kind() == Kind.PARAGRAPH)
        .filter(clause -> !clause.citation().upTo(Kind.ECCN).steps().isEmpty())
        .filter(clause -> marked(clause, mark))
        .forEach(
            clause -> {
              String text = Readings.text(clause);
              Matcher mention = words.matcher(text);
              boolean stands =
                  delta
                      .before()
                      .find(clause.citation())
                      .filter(same -> same.content().ownText().equals(clause.content().ownText()))
                      .isPresent();
              if (stands && mention.find()) {
                boolean item =
                    clause.citation().steps().stream()
                        .skip(clause.citation().upTo(Kind.ECCN).steps().size())
                        .allMatch(step -> step.kind() == Kind.PARAGRAPH);
                boolean plain = item && !Places.turns(text.substring(0, mention.start()));
                uses.add(
                    new Use(
                        clause,
                        Facet.SCOPE,
                        mention.group(),
                        plain ? Optional.of(true) : Optional.empty(),
                        false));
              }
            });
    return uses;
  }

  private static boolean marked(Clause clause, String mark) {
    return clause.content().ownText().toLowerCase(Locale.ROOT).contains(mark);
  }

  private static Optional<Use> first(Clause clause, Pattern words, Delta delta) {
    for (Operative does : Operative.of(clause, delta.after())) {
      boolean known =
          does.restricts()
              || does.function() == Function.EXCLUDES
              || does.function() == Function.REQUIRES;
      Matcher mention = words.matcher(does.sentence());
      if (known && mention.find() && stands(clause, does, delta.before())) {
        Optional<Boolean> growing =
            does.growing(
                does.sentence().substring(0, mention.start()),
                does.sentence().substring(mention.end()));
        String first = mention.group();
        return Optional.of(
            new Use(clause, does.facet(clause), first, growing, mention.find(mention.end())));
      }
    }
    return Optional.empty();
  }

  private static boolean stands(Clause clause, Operative does, State before) {
    return before
        .find(clause.citation())
        .filter(same -> Operative.of(same, before).contains(does))
        .isPresent();
  }
}
