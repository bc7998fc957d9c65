package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * The "software" and "technology" that a provision names beside its commodities: any for them, only
 * what certain ECCNs specify, or none. What else changed in the provision is not judged.
 */
final class AssociatedCheck implements Check {

  private static final String KIND = "\"(software|technology)[,.]?\"";
  private static final String NUMBERS =
      "(\\d[A-E]\\d{3}(?:(?:, (?:and |or )?| and | or )(?:ECCNs? )?\\d[A-E]\\d{3})*)(?![.\\w]*\\w| \\()";

  private static final Pattern LIMB =
      Pattern.compile(
          "(?i)"
              + KIND
              + "(?: (?:or|and) "
              + KIND
              + ")?(?: (?:(?:that is |which is )?(?:specified|controlled|classified) (?:in|under|by)"
              + "|in|of) ECCNs? "
              + NUMBERS
              + ")?( (?:for (?:it|them|such an? items?|such items?|the items?|that item|those"
              + " items)|therefor)\\b)?");

  private static final Pattern NUMBER = Pattern.compile("\\d[A-E]\\d{3}");

  /** How many of the words of two texts are common if the one went into a paragraph of its own. */
  private static final double LIKE = 0.5;

  @Override
  public String id() {
    return "associated";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Paired pair
          && pair.old() instanceof Paragraph
          && pair.now() instanceof Paragraph
          && Places.sameSection(pair.old(), pair.now())) {
        boolean named = Stream.of(pair.old(), pair.now()).anyMatch(AssociatedCheck::namesBelow);
        if (named) {
          compared(change, holding(pair.old(), pair.now()), holding(pair.now(), pair.old()), delta)
              .ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static boolean namesBelow(Clause clause) {
    return names(clause) || clause.children().stream().anyMatch(AssociatedCheck::names);
  }

  private static boolean names(Clause clause) {
    return names(clause.content().ownText());
  }

  private static boolean names(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("software") || lower.contains("technology");
  }

  /** The paragraph, or the one under it that took its words where it has none left. */
  private static Clause holding(Clause clause, Clause other) {
    Set<String> words = words(other);
    return Operative.sentences(clause).stream().anyMatch(s -> Operative.function(s).isPresent())
        ? clause
        : clause.children().stream()
            .filter(Paragraph.class::isInstance)
            .filter(
                child -> {
                  Set<String> those = words(child);
                  int all = those.size() + words.size();
                  those.retainAll(words);
                  return 2.0 * those.size() >= LIKE * all;
                })
            .findFirst()
            .orElse(clause);
  }

  private static Set<String> words(Clause clause) {
    return new HashSet<>(Readings.words(clause));
  }

  /**
   * What a provision names beside its commodities.
   *
   * @param does the sentence
   * @param kinds "software", "technology", or both; empty if it names none
   * @param numbers the ECCNs that must specify it; empty for any that is for the commodities
   * @param growing whether more of it is more control; empty where it names none
   */
  private record Limb(
      Operative does, Set<String> kinds, Optional<Set<String>> numbers, Optional<Boolean> growing) {

    boolean within(Limb other) {
      return other.kinds.containsAll(kinds)
          && (kinds.isEmpty()
              || other.numbers.isEmpty()
              || numbers.filter(other.numbers.get()::containsAll).isPresent());
    }

    String said() {
      return kinds.isEmpty()
          ? "no “software” or “technology”"
          : (numbers.isEmpty() ? "any “" : "only “")
              + String.join("” or “", kinds)
              + "”"
              + numbers
                  .map(those -> " specified in " + String.join(", ", those))
                  .orElse(" for them");
    }
  }

  private Optional<Finding> compared(Change change, Clause old, Clause now, Delta delta) {
    if (!names(old) && !names(now)) {
      return Optional.empty();
    }
    Optional<Limb> before = limb(old, delta.before(), delta.after());
    Optional<Limb> after = limb(now, delta.after(), delta.before());
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    Limb was = before.get();
    Limb is = after.get();
    Set<Boolean> growing = new HashSet<>();
    was.growing().ifPresent(growing::add);
    is.growing().ifPresent(growing::add);
    boolean comparable = was.does().function() == is.does().function() && growing.size() == 1;
    boolean less = is.within(was);
    boolean more = was.within(is);
    if (!comparable || less == more) {
      return Optional.empty();
    }
    Direction direction = more ? Direction.TIGHTER : Direction.LOOSER;
    return Optional.of(
        Findings.by(id(), now.citation())
            .on(is.does().facet(now))
            .explaining(List.of(change))
            .showing("before", Optional.of(old))
            .showing("after", Optional.of(now))
            .towards(growing.contains(true) ? direction : direction.flip(), Certainty.BY_POLARITY)
            .because("what else changed in the provision is not judged")
            .saying(
                now.citation()
                    + ": beside its other items it named "
                    + was.said()
                    + ", and now it names "
                    + is.said()
                    + "."));
  }

  /** What a provision names; empty if that is not understood, or may be said elsewhere. */
  private static Optional<Limb> limb(Clause clause, State state, State other) {
    List<Operative> does =
        Operative.of(clause, state).stream()
            .filter(d -> d.function() != Operative.Function.REVIEWS)
            .toList();
    if (does.size() != 1) {
      return Optional.empty();
    }
    String text = does.get(0).sentence();
    if (!names(text)) {
      return saidElsewhere(clause, state, other)
          ? Optional.empty()
          : Optional.of(new Limb(does.get(0), Set.of(), Optional.empty(), Optional.empty()));
    }
    Matcher limb = LIMB.matcher(text);
    if (!limb.find() || names(text.substring(0, limb.start()) + text.substring(limb.end()))) {
      return Optional.empty();
    }
    boolean understood = limb.group(3) != null || limb.group(4) != null;
    Optional<Boolean> growing =
        does.get(0).growing(text.substring(0, limb.start()), text.substring(limb.end()));
    if (!understood || growing.isEmpty()) {
      return Optional.empty();
    }
    Set<String> kinds = new TreeSet<>();
    Stream.of(limb.group(1), Optional.ofNullable(limb.group(2)).orElse(limb.group(1)))
        .forEach(kind -> kinds.add(kind.toLowerCase(Locale.ROOT)));
    return Optional.of(
        new Limb(
            does.get(0),
            kinds,
            Optional.ofNullable(limb.group(3)).map(AssociatedCheck::numbers),
            growing));
  }

  private static Set<String> numbers(String list) {
    Set<String> numbers = new TreeSet<>();
    for (Matcher number = NUMBER.matcher(list); number.find(); ) {
      numbers.add(number.group());
    }
    return numbers;
  }

  /**
   * Whether another provision of the section that is new or worded anew names "software" or
   * "technology" and one of the same ECCNs, or no ECCN at all.
   */
  private static boolean saidElsewhere(Clause clause, State state, State other) {
    Set<String> mine = numbers(clause.content().ownText());
    return state.find(clause.citation().upTo(Kind.SECTION)).stream()
        .flatMap(Clause::stream)
        .filter(each -> !each.citation().equals(clause.citation()))
        .filter(AssociatedCheck::names)
        .filter(
            each -> {
              Set<String> theirs = numbers(each.content().ownText());
              return theirs.isEmpty() || theirs.stream().anyMatch(mine::contains);
            })
        .anyMatch(
            each ->
                other
                    .find(each.citation())
                    .filter(same -> same.content().ownText().equals(each.content().ownText()))
                    .isEmpty());
  }
}
