package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * The destinations of a license requirement whose paragraphs were arranged anew, so that none of
 * them answers to one before. Where the requirement named one set of countries wherever it named
 * any, and names another one now wherever it names any, every paragraph of it moved from the one to
 * the other, whatever else it says.
 */
final class RearrangedCheck implements Check {

  /** How much of the shorter of two texts both have if one may be the other in other words. */
  private static final double LIKE = 0.33;

  private static final int LIKE_STEMS = 3;

  private static final Pattern PLACES = PlaceCheck.places();

  /** Before the name of a place that is no destination: of a party, or of the way of the item. */
  private static final Pattern OTHER_ROLE =
      Pattern.compile(
          "(?i)(?:\\bheadquartered|\\borganized|\\bincorporated|\\blocated outside|\\bnationals?|\\bcitizens?"
              + "|\\bgovernments?|\\bfrom|\\blaws|\\bmade|\\borigin)\\b[^.;:]{0,80}$");

  @Override
  public String id() {
    return "rearranged";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    Map<Citation, List<Change>> provisions = new LinkedHashMap<>();
    for (Change change : delta.changes()) {
      Citation section = change.citation().upTo(Kind.SECTION);
      Clause clause = change.after().or(change::before).orElseThrow();
      if (!section.steps().isEmpty()
          && clause instanceof Paragraph
          && clause.citation().steps().size() > section.steps().size()) {
        Citation first =
            new Citation(clause.citation().steps().subList(0, section.steps().size() + 1));
        provisions.computeIfAbsent(first, c -> new ArrayList<>()).add(change);
      }
    }
    List<Finding> findings = new ArrayList<>();
    provisions.forEach((place, changes) -> findings.addAll(compared(place, changes, delta)));
    return findings;
  }

  /**
   * A paragraph that names destinations.
   *
   * @param words how it names them first
   */
  private record Naming(Clause clause, String words, Set<String> countries, String source) {

    /** Whether one may be the other in other words. */
    boolean like(Naming other) {
      Set<String> mine = new HashSet<>(Readings.stems(clause));
      Set<String> theirs = Readings.stems(other.clause);
      int shorter = Math.min(mine.size(), theirs.size());
      mine.retainAll(theirs);
      return mine.size() >= LIKE_STEMS && mine.size() >= LIKE * shorter;
    }
  }

  private List<Finding> compared(Citation place, List<Change> changes, Delta delta) {
    boolean rearranged =
        changes.stream()
            .anyMatch(change -> !(change instanceof Change.Paired pair && pair.oneToOne()));
    Optional<Clause> old = delta.before().find(place);
    Optional<Clause> now = delta.after().find(place);
    if (!rearranged || old.isEmpty() || now.isEmpty()) {
      return List.of();
    }
    List<Naming> before = named(old.get(), delta.before(), CountryTables.before(delta));
    List<Naming> after =
        one(before) ? named(now.get(), delta.after(), CountryTables.after(delta)) : List.of();
    if (!one(after)) {
      return List.of();
    }
    Set<String> from = before.get(0).countries();
    Set<String> to = after.get(0).countries();
    if (from.equals(to) || !(from.containsAll(to) || to.containsAll(from))) {
      return List.of();
    }
    List<Naming> left = unanswered(before, changes, Change::before);
    List<Naming> come = unanswered(after, changes, Change::after);
    boolean answered =
        left.size() == come.size()
            && come.stream().allMatch(one -> left.stream().anyMatch(one::like));
    if (!answered) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Naming naming : come) {
      changes.stream()
          .filter(change -> at(change.after(), naming))
          .findFirst()
          .ifPresent(
              change -> findings.add(finding(place, change, before.get(0), naming, from, to)));
    }
    return findings;
  }

  /** Those that no paragraph answers to which names destinations as well. */
  private static List<Naming> unanswered(
      List<Naming> all, List<Change> changes, Function<Change, Optional<Clause>> side) {
    return all.stream()
        .filter(
            naming ->
                changes.stream()
                    .noneMatch(
                        change ->
                            change instanceof Change.Paired pair
                                && pair.oneToOne()
                                && at(side.apply(change), naming)
                                && mentions(pair.old())
                                && mentions(pair.now())))
        .toList();
  }

  private static boolean mentions(Clause clause) {
    return PLACES.matcher(Readings.text(clause)).find();
  }

  private static boolean at(Optional<Clause> clause, Naming naming) {
    return clause
        .filter(
            c ->
                c.citation().equals(naming.clause().citation())
                    || c.citation().isPrefixOf(naming.clause().citation()))
        .isPresent();
  }

  /** Whether all name the same countries, more than once or in one paragraph only. */
  private static boolean one(List<Naming> all) {
    return !all.isEmpty()
        && new HashSet<>(all.stream().map(Naming::countries).toList()).size() == 1;
  }

  /**
   * The paragraphs of a requirement that name destinations; none if one of them is not understood
   * or something turns it.
   */
  private static List<Naming> named(Clause provision, State state, CountryTables tables) {
    List<Naming> all = new ArrayList<>();
    for (Clause clause : provision.stream().toList()) {
      for (Operative does : Operative.of(clause, state)) {
        if (does.function() != Operative.Function.REQUIRES) {
          continue;
        }
        Matcher place = PLACES.matcher(does.sentence());
        while (place.find()) {
          String before = does.sentence().substring(0, place.start());
          if (OTHER_ROLE.matcher(before).find()) {
            continue;
          }
          Optional<Destinations> named = Destinations.of(place.group(), tables);
          boolean grows =
              does.growing(
                      PLACES.matcher(before).replaceAll("#"),
                      does.sentence().substring(place.end()))
                  .orElse(false);
          if (named.isEmpty() || !grows) {
            return List.of();
          }
          all.add(new Naming(clause, place.group(), named.get().countries(), named.get().source()));
        }
      }
    }
    return all;
  }

  private Finding finding(
      Citation place, Change change, Naming old, Naming now, Set<String> from, Set<String> to) {
    Set<String> added = new TreeSet<>(to);
    added.removeAll(from);
    Set<String> gone = new TreeSet<>(from);
    gone.removeAll(to);
    return Findings.by(id(), now.clause().citation())
        .on(Facet.DESTINATION)
        .explaining(List.of(change))
        .showing("before", Optional.of(old.clause()))
        .showing("after", Optional.of(now.clause()))
        .towards(gone.isEmpty() ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
        .because(now.source() + "; what else changed in the provision is not judged")
        .saying(
            now.clause().citation()
                + ": wherever "
                + place
                + " named destinations they were “"
                + old.words()
                + "”, and here they are “"
                + now.words()
                + "”, which "
                + (gone.isEmpty()
                    ? "adds " + Countries.list(added)
                    : "takes away " + Countries.list(gone))
                + ".");
  }
}
