package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        findings.addAll(revised(change, old, now));
      }
    }
    return findings;
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
    return String.join(
            " ",
            entity.country(),
            entity.content().ownText(),
            entity.requirement(),
            entity.policy(),
            entity.register())
        .replaceAll("[^\\p{L}\\p{N}]+", "");
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

  private static Set<String> beyond(List<String> these, List<String> those) {
    Set<String> rest = new TreeSet<>(these);
    those.forEach(rest::remove);
    return rest;
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
