package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final Map<Citation, Citation> to = new LinkedHashMap<>();
  private final Map<Citation, Citation> from = new LinkedHashMap<>();

  private Transfers() {}

  private record Text(Citation entry, Set<String> words) {}

  static Transfers of(Delta delta) {
    List<Clause> gone = new ArrayList<>();
    List<Clause> come = new ArrayList<>();
    for (Change change : delta.changes()) {
      Optional<Clause> before = change.before().filter(clause -> !reserved(clause));
      Optional<Clause> after = change.after().filter(clause -> !reserved(clause));
      boolean stays =
          before.isPresent() && after.isPresent() && entry(before.get()).equals(entry(after.get()));
      if (!stays) {
        before.filter(clause -> !entry(clause).equals(Citation.ROOT)).ifPresent(gone::add);
        after.filter(clause -> !entry(clause).equals(Citation.ROOT)).ifPresent(come::add);
      }
    }
    Transfers transfers = new Transfers();
    List<Text> lost = texts(gone);
    List<Text> gained = texts(come);
    match(lost, gained, transfers.to);
    match(gained, lost, transfers.from);
    beside(whole(gone), delta.after(), transfers.to);
    beside(whole(come), delta.before(), transfers.from);
    return transfers;
  }

  /** For each entry of the first texts, the first other one that holds similar words. */
  private static void match(List<Text> these, List<Text> those, Map<Citation, Citation> found) {
    for (Text one : these) {
      for (Text other : found.containsKey(one.entry()) ? List.<Text>of() : those) {
        if (!one.entry().equals(other.entry()) && similar(one.words(), other.words())) {
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
        .map(each -> new Text(entry(each), words(each.content().ownText())))
        .filter(text -> text.words().size() > FEW_WORDS)
        .toList();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(List.of(ThresholdText.key(text).split(" ", -1)));
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
