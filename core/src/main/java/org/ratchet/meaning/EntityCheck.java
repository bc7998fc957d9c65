package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EntityEntry;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Entries of the Entity List: an entity added is tighter, one removed is looser, an alias added is
 * tighter, one taken away is looser; so is a footnote that selects a foreign-direct-product rule.
 * Corrections of names, addresses, requirements and policies are left undetermined.
 */
final class EntityCheck implements Check {

  /** Words of many names of companies. */
  private static final Set<String> USUAL =
      Set.copyOf(
          List.of(
              ("technology technologies trading electronics electronic international limited"
                      + " company industrial industries institute research science group import"
                      + " export tools works systems system development center factory university"
                      + " equipment general services corporation")
                  .split(" ", -1)));

  @Override
  public String id() {
    return "entity";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Added added) {
        entities(added.clause()).forEach(entity -> findings.add(listed(change, entity)));
      } else if (change instanceof Change.Removed removed) {
        entities(removed.clause()).forEach(entity -> findings.add(delisted(change, entity)));
      } else if (change instanceof Change.Paired pair
          && pair.old() instanceof EntityEntry old
          && pair.now() instanceof EntityEntry now) {
        if (same(old, now)) {
          findings.addAll(revised(change, old, now));
        } else {
          findings.add(delisted(change, old));
          findings.add(listed(change, now));
        }
      }
    }
    return findings;
  }

  /**
   * Whether two entries may be of one entity: they share a name, an alias, or a word of their names
   * that is no word of many names.
   */
  private static boolean same(EntityEntry old, EntityEntry now) {
    Set<String> mine = new TreeSet<>(old.aliases());
    mine.add(old.name());
    Set<String> theirs = new TreeSet<>(now.aliases());
    theirs.add(now.name());
    return mine.stream().anyMatch(theirs::contains)
        || (old.country().equals(now.country()) && !disjoint(words(mine), words(theirs)));
  }

  private static boolean disjoint(Set<String> one, Set<String> other) {
    return one.stream().noneMatch(other::contains);
  }

  private static Set<String> words(Set<String> names) {
    Set<String> words = new TreeSet<>();
    for (String name : names) {
      for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
        if (word.length() > 3 && !USUAL.contains(word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static List<EntityEntry> entities(Clause clause) {
    return clause.stream()
        .filter(EntityEntry.class::isInstance)
        .map(EntityEntry.class::cast)
        .toList();
  }

  private Findings draft(Change change, Clause entity) {
    return Findings.by(id(), entity.citation()).on(Facet.PARTY).explaining(List.of(change));
  }

  private Finding listed(Change change, EntityEntry entity) {
    return draft(change, entity)
        .showing("after", Optional.of(entity))
        .towards(Direction.TIGHTER, Certainty.BY_POLARITY)
        .saying(entity.name() + " (" + entity.country() + ") is added to the Entity List.");
  }

  private Finding delisted(Change change, EntityEntry entity) {
    return draft(change, entity)
        .showing("before", Optional.of(entity))
        .towards(Direction.LOOSER, Certainty.BY_POLARITY)
        .saying(entity.name() + " (" + entity.country() + ") is removed from the Entity List.");
  }

  /** Letters and digits of all cells. */
  private static String letters(EntityEntry entity) {
    return letters(
        String.join(
            " ",
            entity.country(),
            entity.content().ownText(),
            entity.requirement(),
            entity.policy(),
            String.join(" ", entity.footnotes()),
            entity.register()));
  }

  private List<Finding> revised(Change change, EntityEntry old, EntityEntry now) {
    if (letters(old).equals(letters(now))) {
      return List.of(
          draft(change, now)
              .on(Facet.STRUCTURE)
              .showing(change)
              .towards(Direction.UNCHANGED, Certainty.DECIDED)
              .saying(
                  "The entry of "
                      + now.name()
                      + " ("
                      + now.country()
                      + ") differs in punctuation only."));
    }
    Set<String> added = beyond(now.aliases(), old.aliases());
    Set<String> gone = beyond(old.aliases(), now.aliases());
    List<Finding> findings = new ArrayList<>();
    boolean aliasesOnly =
        old.requirement().equals(now.requirement())
            && old.policy().equals(now.policy())
            && old.name().equals(now.name());
    footnotes(change, old, now).ifPresent(findings::add);
    policies(change, old, now).ifPresent(findings::add);
    boolean named = old.name().equals(now.name()) && added.isEmpty() != gone.isEmpty();
    if (named) {
      findings.add(aliases(change, now, added, gone));
    }
    if (!named || !aliasesOnly) {
      findings.add(
          draft(change, now)
              .showing(change)
              .because(
                  "whether name, address, requirement or policy is corrected or changed is for a reader to judge")
              .saying(
                  "The entry of "
                      + now.name()
                      + " ("
                      + now.country()
                      + ") is revised"
                      + (named ? " in more than its aliases." : ".")));
    }
    return findings;
  }

  /** One policy for all items, where each was at least as mild or as hard before. */
  private Optional<Finding> policies(Change change, EntityEntry old, EntityEntry now) {
    List<String> before = Policies.in(old.policy());
    List<String> after = Policies.in(now.policy());
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return Optional.empty();
    }
    int most = before.stream().mapToInt(Policies::rank).max().orElse(0);
    int least = before.stream().mapToInt(Policies::rank).min().orElse(0);
    int nowMost = after.stream().mapToInt(Policies::rank).max().orElse(0);
    int nowLeast = after.stream().mapToInt(Policies::rank).min().orElse(0);
    Findings draft = draft(change, now).on(Facet.REVIEW_POLICY).showing(change);
    String statement =
        "Applications for "
            + now.name()
            + " were reviewed as “"
            + old.policy()
            + "” and are now reviewed as “"
            + now.policy()
            + "”.";
    if (nowLeast >= most) {
      return Optional.of(draft.towards(Direction.TIGHTER, Certainty.BY_POLARITY).saying(statement));
    }
    if (nowMost <= least) {
      return Optional.of(draft.towards(Direction.LOOSER, Certainty.BY_POLARITY).saying(statement));
    }
    return Optional.of(
        draft.because("which items each policy is for is not compared").saying(statement));
  }

  /** A footnote of the list selects a foreign-direct-product rule for the entity. */
  private Optional<Finding> footnotes(Change change, EntityEntry old, EntityEntry now) {
    Set<String> added = beyond(now.footnotes(), old.footnotes());
    Set<String> gone = beyond(old.footnotes(), now.footnotes());
    if (added.isEmpty() == gone.isEmpty()) {
      return Optional.empty();
    }
    boolean tighter = !added.isEmpty();
    return Optional.of(
        draft(change, now)
            .showing(change)
            .towards(tighter ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
            .saying(
                "The entry of "
                    + now.name()
                    + (tighter ? " is given footnote " : " no longer has footnote ")
                    + String.join(", ", tighter ? added : gone)
                    + " of the Entity List."));
  }

  /** Those that differ from all of the others in more than marks. */
  private static Set<String> beyond(List<String> these, List<String> those) {
    Set<String> known = those.stream().map(EntityCheck::letters).collect(Collectors.toSet());
    return these.stream()
        .filter(each -> !known.contains(letters(each)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private Finding aliases(Change change, EntityEntry now, Set<String> added, Set<String> gone) {
    boolean tighter = !added.isEmpty();
    Set<String> names = tighter ? added : gone;
    return draft(change, now)
        .showing(change)
        .towards(tighter ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
        .saying(
            "The entry of "
                + now.name()
                + (tighter ? " gains the alias" : " loses the alias")
                + (names.size() > 1 ? "es " : " ")
                + String.join(", ", names)
                + ".");
  }
}
