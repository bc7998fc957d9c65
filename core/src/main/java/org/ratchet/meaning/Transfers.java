package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.text.Runs;

/**
 * Items that may have gone from one entry of the Commerce Control List to another: what one entry
 * lost and another gained in similar words; and for an entry that comes or goes as a whole, what
 * another one holds in similar words on the other side, changed or not. The two sides of a delta
 * are treated alike.
 */
final class Transfers {

  private static final double SAME_WORDS = 0.5;
  private static final int FEW_WORDS = 6;

  /** How much of the shorter of two texts both have if one may be the other in other words. */
  private static final double LIKE = 0.33;

  private static final int LIKE_WORDS = 3;

  /** In how many of many items a word stands that tells none from another. */
  private static final double USUAL = 0.34;

  private static final int MANY = 4;

  /** What opens a list of items and is none itself. */
  private static final Pattern OPENS = Pattern.compile("(?i)\\bas follows\\W*$");

  private final Map<Citation, Citation> to = new LinkedHashMap<>();
  private final Map<Citation, Citation> from = new LinkedHashMap<>();

  private List<Text> lost = List.of();
  private List<Text> gained = List.of();

  private Transfers() {}

  /**
   * An item.
   *
   * @param words all its words
   * @param telling the stems of those that tell it from other items
   */
  private record Text(Citation entry, Set<String> words, Set<String> telling) {

    static Text of(Clause clause) {
      Set<String> words = new HashSet<>(Readings.words(clause));
      return new Text(Transfers.entry(clause), words, Readings.stems(clause));
    }

    /**
     * Whether one of the two may be the other in other words, or a part of it.
     *
     * @param usual stems that many items have
     */
    boolean like(Text other, Set<String> usual) {
      Set<String> mine = minus(telling, usual);
      Set<String> theirs = minus(other.telling, usual);
      int shorter = Math.min(mine.size(), theirs.size());
      mine.retainAll(theirs);
      boolean several = mine.size() >= LIKE_WORDS && mine.size() >= LIKE * shorter;
      return several || 2 * mine.size() > shorter;
    }

    private static Set<String> minus(Set<String> these, Set<String> those) {
      Set<String> rest = new HashSet<>(these);
      rest.removeAll(those);
      return rest;
    }
  }

  static Transfers of(Delta delta) {
    List<Clause> gone = new ArrayList<>();
    List<Clause> come = new ArrayList<>();
    for (Change change : delta.changes()) {
      Optional<Clause> before = change.before().filter(Transfers::isItem);
      Optional<Clause> after = change.after().filter(Transfers::isItem);
      boolean stays =
          before.isPresent() && after.isPresent() && entry(before.get()).equals(entry(after.get()));
      if (!stays) {
        before.ifPresent(gone::add);
        after.ifPresent(come::add);
      }
    }
    Transfers transfers = new Transfers();
    transfers.lost = texts(gone);
    transfers.gained = texts(come);
    match(transfers.lost, transfers.gained, transfers.to);
    match(transfers.gained, transfers.lost, transfers.from);
    beside(whole(gone), delta.after(), transfers.to);
    beside(whole(come), delta.before(), transfers.from);
    return transfers;
  }

  /** For each entry of the first texts, the first other one that holds similar words. */
  private static void match(List<Text> these, List<Text> those, Map<Citation, Citation> found) {
    for (Text one : these) {
      for (Text other : found.containsKey(one.entry()) ? List.<Text>of() : those) {
        if (!one.entry().equals(other.entry())
            && Math.min(one.words().size(), other.words().size()) > FEW_WORDS
            && similar(one.words(), other.words())) {
          found.putIfAbsent(one.entry(), other.entry());
        }
      }
    }
  }

  private static void beside(List<Clause> entries, State state, Map<Citation, Citation> found) {
    List<Clause> open = entries.stream().filter(e -> !found.containsKey(e.citation())).toList();
    if (!open.isEmpty()) {
      match(texts(open), texts(entries(state)), found);
    }
  }

  private static List<Clause> whole(List<Clause> clauses) {
    return clauses.stream().filter(EccnEntry.class::isInstance).toList();
  }

  private static List<Clause> entries(State state) {
    return whole(state.clauses().stream().flatMap(Clause::stream).toList());
  }

  /** An entry that holds items in words similar to some that this one lost. */
  Optional<Citation> to(Citation entry) {
    return Optional.ofNullable(to.get(entry));
  }

  /** An entry that lost items in words similar to some that this one gained. */
  Optional<Citation> from(Citation entry) {
    return Optional.ofNullable(from.get(entry));
  }

  /**
   * Another entry that lost or gained an item which may be this one in other words.
   *
   * @param item a paragraph of an entry with what stands under it
   * @param gained whether the item was gained, so that the other was lost
   */
  Optional<Citation> other(Clause item, boolean gained) {
    List<Text> own = texts(List.of(item));
    Map<Citation, List<Text>> others = new LinkedHashMap<>();
    (gained ? lost : this.gained)
        .stream()
            .filter(text -> !text.entry().equals(entry(item)))
            .forEach(
                text -> others.computeIfAbsent(text.entry(), e -> new ArrayList<>()).add(text));
    return others.entrySet().stream()
        .filter(other -> like(own, other.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean like(List<Text> own, List<Text> others) {
    Set<String> usual = usual(others);
    return own.stream().anyMatch(one -> others.stream().anyMatch(each -> each.like(one, usual)));
  }

  /** Stems of so many items of a list that they tell none of them from another. */
  private static Set<String> usual(List<Text> texts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    texts.forEach(text -> text.telling().forEach(stem -> counts.merge(stem, 1, Integer::sum)));
    Set<String> usual = new HashSet<>();
    counts.forEach(
        (stem, count) -> {
          if (texts.size() >= MANY && count > USUAL * texts.size()) {
            usual.add(stem);
          }
        });
    return usual;
  }

  private static boolean isItem(Clause clause) {
    return !entry(clause).equals(Citation.ROOT) && !reserved(clause);
  }

  private static Citation entry(Clause clause) {
    return clause.citation().upTo(Kind.ECCN);
  }

  static boolean reserved(Clause clause) {
    return (Runs.text(clause.heading()) + clause.content().ownText())
        .toLowerCase(Locale.ROOT)
        .contains("[reserved]");
  }

  private static List<Text> texts(List<Clause> clauses) {
    return clauses.stream()
        .flatMap(Clause::stream)
        .filter(each -> each.citation().last().kind() == Kind.PARAGRAPH)
        .filter(each -> !OPENS.matcher(each.content().ownText()).find())
        .map(Text::of)
        .distinct()
        .toList();
  }

  /** Whether half of all words are common. */
  private static boolean similar(Set<String> one, Set<String> other) {
    Set<String> small = one.size() <= other.size() ? one : other;
    Set<String> large = small == one ? other : one;
    if (small.size() < SAME_WORDS * large.size()) {
      return false;
    }
    long common = small.stream().filter(large::contains).count();
    return common >= SAME_WORDS * (one.size() + other.size() - common);
  }
}
