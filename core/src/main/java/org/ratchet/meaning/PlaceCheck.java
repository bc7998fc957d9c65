package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Destinations named in the running text of a paragraph, where the rest of its words is the same.
 * More destinations are tighter in a license requirement and looser in a license exception.
 */
final class PlaceCheck implements Check {

  private static final String GROUPS =
      "(?:(?:a )?destinations? specified in )?Country Groups? [A-E](?::\\d)?(?:(?:, (?:and |or )?| and | or )[A-E](?::\\d)?)*"
          + "(?: (?:of|in|to) supp(?:lement|\\.) no\\. ?1 to part 740(?: of the EAR)?)?";

  private final CountryGroups groups;
  private final Pattern expression;

  PlaceCheck(CountryGroups groups) {
    this.groups = groups;
    String one = "(?:(?:the )?" + groups.namePattern() + "|" + GROUPS + ")";
    this.expression =
        Pattern.compile(
            "(?i)(?<![\\p{L}])"
                + one
                + "(?:(?:, (?:and |or )?| and | or )"
                + one
                + ")*(?![\\p{L}:])");
  }

  @Override
  public String id() {
    return "place";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Paired pair
          && pair.old() instanceof Paragraph
          && pair.now() instanceof Paragraph
          && Places.sameSection(pair.old(), pair.now())) {
        compared(pair, delta.after()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private record Named(Set<String> countries, String words, String rest) {}

  private Optional<Finding> compared(Change.Paired pair, State after) {
    Optional<Named> old = named(pair.old());
    Optional<Named> now = named(pair.now());
    if (old.isEmpty()
        || now.isEmpty()
        || !old.get().rest().equals(now.get().rest())
        || old.get().countries().equals(now.get().countries())) {
      return Optional.empty();
    }
    Set<String> added = minus(now.get().countries(), old.get().countries());
    Set<String> gone = minus(old.get().countries(), now.get().countries());
    Facet facet = Places.facet(pair.now());
    Findings draft =
        Findings.by(id(), pair.citation())
            .on(facet == Facet.EXCEPTION ? facet : Facet.DESTINATION)
            .explaining(List.of(pair))
            .showing(pair);
    if (facet == Facet.EXCEPTION) {
      draft.dimension(Facet.DESTINATION);
    }
    String statement =
        pair.citation()
            + ": “"
            + old.get().words()
            + "” became “"
            + now.get().words()
            + "”"
            + (added.isEmpty() ? "" : ", which adds " + String.join(", ", added))
            + (gone.isEmpty()
                ? ""
                : (added.isEmpty() ? ", which takes away " : " and takes away ")
                    + String.join(", ", gone))
            + ".";
    Optional<Boolean> positive = Places.positive(pair.now(), after);
    if (positive.isEmpty()) {
      return Optional.of(
          draft
              .because(
                  "whether the paragraph requires a license or frees from it is not certain from its words")
              .saying(statement));
    }
    Direction direction =
        added.isEmpty() ? Direction.LOOSER : gone.isEmpty() ? Direction.TIGHTER : Direction.MIXED;
    return Optional.of(
        draft
            .towards(positive.get() ? direction : direction.flip(), Certainty.BY_POLARITY)
            .because(CountryGroups.SOURCE)
            .saying(statement));
  }

  private static Set<String> minus(Set<String> from, Set<String> less) {
    Set<String> rest = new TreeSet<>(from);
    rest.removeAll(less);
    return rest;
  }

  /** All destinations of a paragraph that names them in one place. */
  private Optional<Named> named(Clause clause) {
    String text = ThresholdText.normalise(clause.content().ownText());
    Matcher matcher = expression.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String words = matcher.group();
    String rest = text.substring(0, matcher.start()) + "#" + text.substring(matcher.end());
    if (matcher.find()) {
      return Optional.empty();
    }
    return Destinations.of(words, groups)
        .map(destinations -> new Named(destinations.countries(), words, ThresholdText.key(rest)));
  }
}
