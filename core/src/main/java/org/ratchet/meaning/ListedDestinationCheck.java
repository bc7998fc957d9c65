package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.text.Runs;

/**
 * A country that enters or leaves a list of countries. What the list is for decides: in a list of
 * destinations that are generally authorized, one more is looser; in a list of destinations that
 * are restricted, one more is tighter. The heading of the list, or the words that open it, say what
 * it is for; where they do not, or where they turn ("not authorized"), the finding is undetermined.
 */
final class ListedDestinationCheck implements Check {

  private static final String PLACES = " (?:\\w+ )?(?:destinations?|countries|places)\\b";
  private static final Pattern FREES =
      Pattern.compile(
          "(?i)\\b(?:(?:generally )?authorized|eligible|exempt(?:ed)?)"
              + PLACES
              + "|\\b(?:destinations?|countries)\\b[^.]*\\b(?:are|is) generally authorized\\b");
  private static final Pattern RESTRICTS =
      Pattern.compile(
          "(?i)\\b(?:restricted|prohibited|embargoed|controlled)"
              + PLACES
              + "|\\blicense is required\\b[^.]*\\b(?:destinations?|countries)\\b");
  private static final Pattern TURNS =
      Pattern.compile(
          "(?i)\\b(?:not|no|non|never|except|excluding|exclu\\w+|unless|other"
              + " than|without|in?eligible|unauthorized)\\b");

  /** A limit behind the name of a country: "(for research only)". */
  private static final Pattern LIMIT = Pattern.compile("\\s*\\([^()]*\\)\\W*$|[\\s.;,]+$");

  @Override
  public String id() {
    return "listed-destination";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Added added) {
        listed(change, added.clause(), delta.after(), true).ifPresent(findings::add);
      } else if (change instanceof Change.Removed removed) {
        listed(change, removed.clause(), delta.before(), false).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> listed(Change change, Clause clause, State state, boolean added) {
    Optional<String> country = country(clause);
    Optional<Clause> list =
        country.flatMap(name -> state.find(clause.citation().parent())).filter(this::isList);
    return list.map(
        parent -> {
          Findings draft =
              Findings.by(id(), clause.citation())
                  .explaining(List.of(change))
                  .showing(change)
                  .showing(added ? "after" : "before", Optional.of(parent));
          String statement =
              country.orElseThrow()
                  + (added ? " is added to" : " is taken off")
                  + " the list of "
                  + parent.citation()
                  + ", “"
                  + title(parent)
                  + "”";
          return told(draft, parent, added, statement);
        });
  }

  private static Finding told(Findings draft, Clause list, boolean added, String statement) {
    String title = title(list);
    boolean frees = FREES.matcher(title).find();
    boolean restricts = RESTRICTS.matcher(title).find();
    if (frees == restricts || TURNS.matcher(title).find()) {
      return draft
          .on(Facet.DESTINATION)
          .because("what the list of countries is for is not certain from its heading")
          .saying(statement + ".");
    }
    if (frees) {
      return draft
          .on(Facet.EXCEPTION)
          .dimension(Facet.DESTINATION)
          .towards(added ? Direction.LOOSER : Direction.TIGHTER, Certainty.BY_POLARITY)
          .saying(
              statement
                  + (added
                      ? ": what is generally authorized now reaches it."
                      : ": what is generally authorized no longer reaches it."));
    }
    return draft
        .on(Facet.DESTINATION)
        .towards(added ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
        .saying(statement + (added ? ": it is now restricted." : ": it is no longer restricted."));
  }

  /** The heading of a list, or the words that open it. */
  private static String title(Clause list) {
    String heading = Runs.text(list.heading()).strip();
    return heading.isEmpty() ? list.content().ownText().strip() : heading;
  }

  /** At least three paragraphs, most of which name a country and nothing else. */
  private boolean isList(Clause parent) {
    List<Clause> items = parent.children().stream().filter(Paragraph.class::isInstance).toList();
    long countries = items.stream().filter(item -> country(item).isPresent()).count();
    return countries >= 3 && 2 * countries > items.size();
  }

  private Optional<String> country(Clause clause) {
    if (!(clause instanceof Paragraph)
        || !clause.children().isEmpty()
        || clause.citation().equals(Citation.ROOT)) {
      return Optional.empty();
    }
    String name = LIMIT.matcher(Readings.text(clause)).replaceFirst("");
    return Countries.standard().country(name).map(known -> name);
  }
}
