package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * An alternative that comes to, or goes from, a requirement or a rule that reaches foreign-made
 * items: where one of several conditions is enough, one more is tighter. It is new only if all that
 * it shares with the provision before is said by the other alternatives as well.
 */
final class AlternativeCheck implements Check {

  /** What of the earlier words the other alternatives must say. */
  private static final double CARRIED = 0.5;

  /** What of its words an alternative may share with the provision before and be new. */
  private static final double OWN = 0.5;

  private static final int OPENING = 4;

  private static final Pattern ANY =
      Pattern.compile(
          "(?i)\\b(?:any|either|one)\\b[^.:;]*\\bfollow(?:s|ing)?\\b[^.:;]*:\\s*$"
              + "|\\bconditions of (?:either|any)(?: of)? paragraphs?\\b[^.]*\\bor\\b");

  @Override
  public String id() {
    return "alternative";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Added added) {
        judged(change, added.clause(), delta.after(), delta.before(), true)
            .ifPresent(findings::add);
      } else if (change instanceof Change.Removed removed) {
        judged(change, removed.clause(), delta.before(), delta.after(), false)
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> judged(
      Change change, Clause clause, State own, State other, boolean comes) {
    Optional<Clause> parent =
        own.find(clause.citation().parent()).filter(Paragraph.class::isInstance);
    Optional<Clause> earlier = other.find(clause.citation().parent());
    if (!(clause instanceof Paragraph) || parent.isEmpty() || earlier.isEmpty()) {
      return Optional.empty();
    }
    if (clause.citation().upTo(Kind.SECTION).steps().isEmpty()
        || !sameOpening(parent.get(), earlier.get())
        || !ANY.matcher(Readings.text(parent.get())).find()) {
      return Optional.empty();
    }
    Optional<Operative> operative = operative(clause, own);
    if (operative.isEmpty() || !fresh(clause, parent.get(), earlier.get(), own)) {
      return Optional.empty();
    }
    return Optional.of(
        Findings.by(id(), clause.citation())
            .on(operative.get().facet(clause))
            .explaining(List.of(change))
            .showing(comes ? "after" : "before", Optional.of(clause))
            .showing(comes ? "before" : "after", earlier)
            .towards(comes ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
            .because("what else the provision asks for holds for each of its alternatives")
            .saying(
                clause.citation()
                    + (comes
                        ? " is one more alternative, any of which is enough: "
                        : " is gone; it was one of several alternatives, any of which is enough: ")
                    + NewProvisionCheck.quote(clause)
                    + "."));
  }

  /** What the alternative does by the words above it, where nothing in it or above it turns. */
  private static Optional<Operative> operative(Clause clause, State state) {
    List<Operative> all = Operative.of(clause, state);
    return all.stream()
        .filter(each -> each.limb() && each.function().positive())
        .filter(each -> each.growing("", each.sentence()).orElse(false))
        .findFirst();
  }

  /**
   * Whether the alternative says something of its own and leaves to another one what the provision
   * says on the other side.
   */
  private static boolean fresh(Clause clause, Clause parent, Clause earlier, State own) {
    Set<String> around = new HashSet<>();
    for (Citation at = parent.citation();
        at.steps().size() > at.upTo(Kind.SECTION).steps().size();
        at = at.parent()) {
      own.find(at).ifPresent(over -> around.addAll(Readings.stems(over)));
    }
    Set<String> old = minus(Stems.of(earlier), around);
    Set<String> mine = minus(Stems.of(clause), around);
    Set<String> beside = new HashSet<>();
    long carried = 0;
    int run = 0;
    for (Clause child : parent.children()) {
      if (!child.citation().equals(clause.citation())) {
        Set<String> theirs = Stems.of(child);
        beside.addAll(theirs);
        carried = Math.max(carried, old.stream().filter(theirs::contains).count());
        run = Math.max(run, run(child, earlier));
      }
    }
    long shared = mine.stream().filter(old::contains).count();
    return run > run(clause, earlier)
        && carried >= CARRIED * old.size()
        && shared < OWN * mine.size()
        && mine.stream().filter(old::contains).allMatch(beside::contains);
  }

  /** How many words in a row two provisions have in common at most. */
  private static int run(Clause one, Clause other) {
    List<String> mine = words(one);
    List<String> theirs = words(other);
    int longest = 0;
    int[] before = new int[theirs.size() + 1];
    for (String word : mine) {
      int[] now = new int[theirs.size() + 1];
      for (int i = 0; i < theirs.size(); i++) {
        now[i + 1] = word.equals(theirs.get(i)) ? before[i] + 1 : 0;
        longest = Math.max(longest, now[i + 1]);
      }
      before = now;
    }
    return longest;
  }

  private static List<String> words(Clause clause) {
    return clause.stream().flatMap(each -> Readings.words(each).stream()).toList();
  }

  private static Set<String> minus(Set<String> these, Set<String> those) {
    Set<String> rest = new HashSet<>(these);
    rest.removeAll(those);
    return rest;
  }

  /** Whether two paragraphs are one provision by the words that open them. */
  private static boolean sameOpening(Clause one, Clause other) {
    return opening(one).equals(opening(other));
  }

  private static List<String> opening(Clause clause) {
    return Readings.words(clause).stream().limit(OPENING).toList();
  }
}
