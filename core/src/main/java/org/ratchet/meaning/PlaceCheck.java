package org.ratchet.meaning;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.amend.State;
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

  /** How many of the words of two paragraphs are common if one is the other at another place. */
  private static final double LIKE = 0.75;

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

  private static final String LIST =
      "Country Groups? [A-E](?::\\d)?(?:(?:, (?:and |or )?|"
          + " and | or )[A-E](?::\\d)?)*(?: (?:of|in|to) supp(?:lement|\\.) no\\. ?1 to (?:part"
          + " 740|this part)(?: of the EAR)?)?";

  private static final String GROUPS =
      "(?:(?:a )?destinations? specified in )?"
          + LIST
          + "(?:,? excluding any destinations? also specified in "
          + LIST
          + ")?";

  private final Pattern expression;

  PlaceCheck() {
    this.expression = places();
  }

  /** Destinations named in running text, joined by commas, "and" or "or". */
  static Pattern places() {
    // A name begins with a capital and few words stand before one: asked first, since the names
    // are many.
    String one =
        "(?:(?:the )?(?-i:(?=\\p{Lu}))" + Countries.standard().namePattern() + "|" + GROUPS + ")";
    return Pattern.compile(
        "(?i)(?-i:(?=[\\p{Lu}acdt]))(?<!\\p{L})"
            + one
            + "(?:(?:, (?:and |or )?| and | or )(?:(?:to|in) )?"
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
    List<Text> gone = new ArrayList<>();
    List<Text> come = new ArrayList<>();
    CountryTables before = CountryTables.before(delta);
    CountryTables after = CountryTables.after(delta);
    for (Change change : delta.changes()) {
      List<Text> old = texts(change, change.before(), before);
      List<Text> now = texts(change, change.after(), after);
      List<Finding> found =
          change instanceof Change.Paired pair
                  && pair.old() instanceof Paragraph
                  && pair.now() instanceof Paragraph
                  && Places.sameSection(pair.old(), pair.now())
              ? compared(old.get(0), now.get(0), delta, Set.of(pair))
              : List.of();
      findings.addAll(found);
      if (found.isEmpty()) {
        gone.addAll(old);
        come.addAll(now);
      }
    }
    findings.addAll(elsewhere(gone, come, delta));
    return findings;
  }

  /**
   * A paragraph that a change takes away, brings or rewords.
   *
   * @param naming the destinations it names, read when they are first asked for
   * @param source of the tables by which it names them
   */
  private record Text(
      Change change, Clause clause, Supplier<Optional<Named>> naming, String source) {

    Optional<Named> names() {
      return naming.get();
    }
  }

  private List<Text> texts(Change change, Optional<Clause> side, CountryTables tables) {
    return side.stream()
        .flatMap(clause -> change instanceof Change.Paired ? Stream.of(clause) : clause.stream())
        .filter(Paragraph.class::isInstance)
        .map(
            c ->
                new Text(
                    change, c, Suppliers.memoize(() -> named(c, tables)), tables.groups().source()))
        .toList();
  }

  /** Paragraphs of a section that say nearly the same at another place of the section. */
  private List<Finding> elsewhere(List<Text> gone, List<Text> come, Delta delta) {
    List<Finding> findings = new ArrayList<>();
    List<Text> left = new ArrayList<>(come);
    for (Text old : gone) {
      List<Text> others =
          left.stream()
              .filter(now -> now.change() != old.change())
              .filter(now -> Places.sameSection(old.clause(), now.clause()))
              .toList();
      if (others.isEmpty() || old.names().isEmpty()) {
        continue;
      }
      Named names = old.names().get();
      others.stream()
          .filter(now -> now.names().filter(names::like).isPresent())
          .findFirst()
          .ifPresent(
              now -> {
                left.remove(now);
                // The other side of a pair is not explained by where its words went.
                Set<Change> changes =
                    old.change() instanceof Change.Removed
                        ? Set.of(old.change(), now.change())
                        : Set.of(now.change());
                findings.addAll(compared(old, now, delta, changes));
              });
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

    /** Whether most of the other words are the same. */
    boolean like(Named other) {
      Set<String> mine = new HashSet<>(rest);
      Set<String> theirs = new HashSet<>(other.rest);
      long common = mine.stream().filter(theirs::contains).count();
      return 2.0 * common >= LIKE * (mine.size() + theirs.size());
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

  private List<Finding> compared(Text before, Text after, Delta delta, Set<Change> changes) {
    Optional<Named> old = before.names();
    Optional<Named> now = after.names();
    if (old.isEmpty() || now.isEmpty() || old.get().countries().equals(now.get().countries())) {
      return List.of();
    }
    if (old.get().rest().equals(now.get().rest())) {
      return List.of(finding(before, after, old.get(), now.get(), delta, changes));
    }
    boolean sameRole = !Collections.disjoint(old.get().roles(), now.get().roles());
    if (!sameRole || old.get().turnedAgainst(now.get())) {
      return List.of();
    }
    return List.of(
        finding(before, after, old.get(), now.get(), delta, changes),
        Unexplained.rest(id(), after.change(), after.clause(), "the destinations it names"));
  }

  private Finding finding(
      Text before, Text after, Named old, Named now, Delta delta, Set<Change> changes) {
    Set<String> added = minus(now.countries(), old.countries());
    Set<String> gone = minus(old.countries(), now.countries());
    Facet facet = Places.facet(after.clause());
    Findings draft =
        Findings.by(id(), after.clause().citation())
            .on(facet == Facet.EXCEPTION ? facet : Facet.DESTINATION)
            .explaining(changes)
            .showing("before", Optional.of(before.clause()))
            .showing("after", Optional.of(after.clause()));
    if (facet == Facet.EXCEPTION) {
      draft.dimension(Facet.DESTINATION);
    }
    String statement =
        after.clause().citation()
            + ": “"
            + old.words()
            + "” became “"
            + now.words()
            + "”"
            + (added.isEmpty() ? "" : ", which adds " + Countries.list(added))
            + (gone.isEmpty()
                ? ""
                : (added.isEmpty() ? ", which takes away " : " and takes away ")
                    + Countries.list(gone))
            + ".";
    Optional<Boolean> positive =
        Places.positive(before.clause(), after.clause(), delta)
            .or(
                () -> {
                  Optional<Boolean> grew = growing(before, old, delta.before());
                  return grew.equals(growing(after, now, delta.after())) ? grew : Optional.empty();
                });
    if (positive.isEmpty()) {
      return draft
          .because(
              "whether the paragraph requires a license or frees from it is not certain from its"
                  + " words")
          .saying(statement);
    }
    Direction direction =
        added.isEmpty() ? Direction.LOOSER : gone.isEmpty() ? Direction.TIGHTER : Direction.MIXED;
    return draft
        .towards(positive.get() ? direction : direction.flip(), Certainty.BY_POLARITY)
        .because(after.source())
        .saying(statement);
  }

  /** Whether more destinations are more control in each sentence that names them. */
  private static Optional<Boolean> growing(Text text, Named named, State state) {
    Set<Optional<Boolean>> all = new HashSet<>();
    for (String sentence : Operative.sentences(text.clause())) {
      int at = sentence.indexOf(named.words());
      if (at >= 0) {
        all.add(
            Operative.of(text.clause(), state).stream()
                .filter(does -> does.sentence().equals(sentence))
                .filter(does -> does.function() != Operative.Function.REVIEWS)
                .findFirst()
                .flatMap(does -> does.growing(sentence.substring(0, at), sentence.substring(at))));
      }
    }
    return all.size() == 1 ? all.iterator().next() : Optional.empty();
  }

  private static Set<String> minus(Set<String> from, Set<String> less) {
    Set<String> rest = new TreeSet<>(from);
    rest.removeAll(less);
    return rest;
  }

  private Optional<Named> named(Clause clause, CountryTables tables) {
    String text = Readings.text(clause);
    Matcher matcher = expression.matcher(text);
    StringBuilder rest = new StringBuilder();
    String words = "";
    Set<String> countries = Set.of();
    while (matcher.find()) {
      Optional<Destinations> destinations = Destinations.of(matcher.group(), tables);
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
    if (words.isEmpty()) {
      return Optional.empty();
    }
    matcher.appendTail(rest);
    List<String> keys = List.of(ThresholdText.key(rest.toString()).split(" ", -1));
    return Optional.of(new Named(countries, words, keys));
  }
}
