package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Destinations named in the running text of a paragraph. More destinations are tighter in a license
 * requirement and looser in a license exception. Where other words changed as well, the
 * destinations are judged only if they stand behind the same words on both sides and nothing among
 * the other words turns their meaning; the other words are then a finding of their own,
 * undetermined.
 */
final class PlaceCheck implements Check {

  private static final String MENTION = "#";

  /** Words before a mention that say what part the destinations play. */
  private static final int ROLE = 2;

  private static final Set<String> TURNING =
      Set.of(
          "except",
          "excepted",
          "excluding",
          "exclusion",
          "unless",
          "not",
          "other",
          "than",
          "only",
          "solely",
          "no",
          "nor",
          "neither",
          "without",
          "exempt",
          "if",
          "provided");

  private static final String GROUPS =
      "(?:(?:a )?destinations? specified in )?Country Groups? [A-E](?::\\d)?(?:(?:, (?:and |or )?| and | or )[A-E](?::\\d)?)*"
          + "(?: (?:of|in|to) supp(?:lement|\\.) no\\. ?1 to part 740(?: of the EAR)?)?";

  private final CountryGroups groups;
  private final Pattern expression;

  PlaceCheck(CountryGroups groups) {
    this.groups = groups;
    // A name begins with a capital: asked first, since the names are many.
    String one = "(?:(?:the )?(?-i:(?=\\p{Lu}))" + groups.namePattern() + "|" + GROUPS + ")";
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
          && pair.oneToOne()
          && pair.old() instanceof Paragraph
          && pair.now() instanceof Paragraph
          && Places.sameSection(pair.old(), pair.now())) {
        findings.addAll(compared(pair, delta));
      }
    }
    return findings;
  }

  /**
   * The destinations of a paragraph, the same wherever it names any.
   *
   * @param words how it names them first
   * @param rest its other words, each mention standing as {@code #}
   */
  private record Named(Set<String> countries, String words, List<String> rest) {

    /** The words right before each mention. */
    Set<List<String>> roles() {
      Set<List<String>> roles = new HashSet<>();
      for (int i = ROLE; i < rest.size(); i++) {
        if (rest.get(i).equals(MENTION)) {
          roles.add(rest.subList(i - ROLE, i));
        }
      }
      return roles;
    }

    /** Whether the other words differ in some that turn the meaning of the rest. */
    boolean turnedAgainst(Named other) {
      List<String> mine = new ArrayList<>(rest);
      other.rest.forEach(mine::remove);
      List<String> theirs = new ArrayList<>(other.rest);
      rest.forEach(theirs::remove);
      return Stream.concat(mine.stream(), theirs.stream()).anyMatch(TURNING::contains);
    }
  }

  private List<Finding> compared(Change.Paired pair, Delta delta) {
    Optional<Named> old = named(pair.old());
    Optional<Named> now = old.flatMap(names -> named(pair.now()));
    if (old.isEmpty() || now.isEmpty() || old.get().countries().equals(now.get().countries())) {
      return List.of();
    }
    if (old.get().rest().equals(now.get().rest())) {
      return List.of(finding(pair, old.get(), now.get(), delta));
    }
    boolean sameRole = !Collections.disjoint(old.get().roles(), now.get().roles());
    if (!sameRole || old.get().turnedAgainst(now.get())) {
      return List.of();
    }
    return List.of(
        finding(pair, old.get(), now.get(), delta),
        Unexplained.rest(id(), pair, "the destinations it names"));
  }

  private Finding finding(Change.Paired pair, Named old, Named now, Delta delta) {
    Set<String> added = minus(now.countries(), old.countries());
    Set<String> gone = minus(old.countries(), now.countries());
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
            + old.words()
            + "” became “"
            + now.words()
            + "”"
            + (added.isEmpty() ? "" : ", which adds " + CountryGroups.list(added))
            + (gone.isEmpty()
                ? ""
                : (added.isEmpty() ? ", which takes away " : " and takes away ")
                    + CountryGroups.list(gone))
            + ".";
    Optional<Boolean> positive = Places.positive(pair, delta);
    if (positive.isEmpty()) {
      return draft
          .because(
              "whether the paragraph requires a license or frees from it is not certain from its words")
          .saying(statement);
    }
    Direction direction =
        added.isEmpty() ? Direction.LOOSER : gone.isEmpty() ? Direction.TIGHTER : Direction.MIXED;
    return draft
        .towards(positive.get() ? direction : direction.flip(), Certainty.BY_POLARITY)
        .because(CountryGroups.SOURCE)
        .saying(statement);
  }

  private static Set<String> minus(Set<String> from, Set<String> less) {
    Set<String> rest = new TreeSet<>(from);
    rest.removeAll(less);
    return rest;
  }

  private Optional<Named> named(Clause clause) {
    String text = ThresholdText.normalise(clause.content().ownText());
    Matcher matcher = expression.matcher(text);
    StringBuilder rest = new StringBuilder();
    String words = "";
    Set<String> countries = Set.of();
    while (matcher.find()) {
      Optional<Destinations> destinations = Destinations.of(matcher.group(), groups);
      boolean other =
          !words.isEmpty()
              && !destinations.map(Destinations::countries).equals(Optional.of(countries));
      if (destinations.isEmpty() || other) {
        return Optional.empty();
      }
      words = words.isEmpty() ? matcher.group() : words;
      countries = destinations.get().countries();
      matcher.appendReplacement(rest, MENTION);
    }
    matcher.appendTail(rest);
    List<String> keys = List.of(ThresholdText.key(rest.toString()).split(" ", -1));
    return words.isEmpty() ? Optional.empty() : Optional.of(new Named(countries, words, keys));
  }
}
