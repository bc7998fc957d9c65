package org.ratchet.meaning;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Operative.Function;

/**
 * A requirement outside the Commerce Control List that names a paragraph of an entry, such as the
 * paragraphs {@code .z} that 15 CFR 742.6 names.
 */
final class NamedParagraph {

  private NamedParagraph() {}

  /**
   * A provision that requires a license for what a paragraph names, where no provision of the same
   * section names the entry on the other side.
   *
   * @param paragraph of an entry
   * @param gained whether it stands on the side after only, else on the side before only
   */
  static Optional<Clause> requirement(Citation paragraph, Delta delta, boolean gained) {
    State own = gained ? delta.after() : delta.before();
    State other = gained ? delta.before() : delta.after();
    String entry = Entries.name(paragraph.upTo(Kind.ECCN));
    String place = Entries.name(paragraph).substring(entry.length());
    Pattern naming =
        Pattern.compile(
            "(?i)\\b"
                + entry
                + Pattern.quote(place)
                + "\\b(?!\\.?\\w)|\\bparagraphs? "
                + Pattern.quote(place)
                + " of (?:ECCNs? )?(?:\\d[A-E]\\d{3}(?:, (?:and |or )?| and"
                + " | or ))*"
                + entry
                + "\\b");
    return own.clauses().stream()
        .flatMap(Clause::stream)
        .filter(clause -> names(naming, clause, own))
        .filter(clause -> !names(entry, clause.citation().upTo(Kind.SECTION), other))
        .findFirst();
  }

  private static boolean names(Pattern naming, Clause clause, State state) {
    if (clause.citation().upTo(Kind.SECTION).steps().isEmpty()
        || !naming.matcher(Readings.text(clause)).find()) {
      return false;
    }
    return Operative.of(clause, state).stream()
        .filter(does -> does.function() == Function.REQUIRES)
        .anyMatch(
            does -> {
              Matcher named = naming.matcher(does.sentence());
              return named.find()
                  && does.growing(
                          does.sentence().substring(0, named.start()),
                          does.sentence().substring(named.end()))
                      .orElse(false);
            });
  }

  /** Whether anything in a section names an entry. */
  private static boolean names(String entry, Citation section, State state) {
    return state.find(section).stream()
        .flatMap(Clause::stream)
        .anyMatch(clause -> clause.content().ownText().contains(entry));
  }
}
