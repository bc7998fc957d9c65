package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Operative.Function;

/**
 * The requirements that a sentence takes something out of ("Paragraph (a)(4) does not apply …").
 */
final class Excluded {

  private static final Pattern OPENING =
      Pattern.compile("(?i)\\bparagraphs? (.*?)\\b(?:does|do) not (?:apply|reach|extend)\\b");
  private static final Pattern NAME = Pattern.compile("(?:\\([a-zA-Z0-9]+\\))+");

  /** Names what it is taken out of by what that does. */
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "(?i)^(?:[^.:]{0,120}\\. )?[^.;]{0,80}\\b(?:requirements?|prohibitions?|restrictions?)\\b[^.;]*?\\b(?:does|do) not\\b");

  private static final Pattern SECTION =
      Pattern.compile("(?i)^(?:[^.:]{0,120}\\. )?this section\\b");

  /** How much of a requirement the other side must say for it to have stood there. */
  private static final double SAME = 0.5;

  /** How many telling words a requirement has by which it is known at another place. */
  private static final int KNOWN = 8;

  private Excluded() {}

  /**
   * Whether all that the sentence names restricts, and stands on the other side as well. What does
   * not apply may also be an exclusion, an authorization, a policy or a definition.
   */
  static boolean frees(Clause clause, String sentence, State own, State other) {
    List<Citation> named = named(clause, sentence);
    return !named.isEmpty()
        && named.stream().allMatch(each -> restricts(each, own) && stood(each, own, other));
  }

  /** Whether what a paragraph does first is to restrict. */
  private static boolean restricts(Citation place, State state) {
    return state.find(place).stream()
        .flatMap(Clause::stream)
        .filter(Paragraph.class::isInstance)
        .flatMap(each -> Operative.of(each, state).stream())
        .findFirst()
        .filter(Operative::restricts)
        .isPresent();
  }

  /**
   * Whether what a sentence takes something out of is taken to restrict: the first that the
   * paragraphs or the section it names are known to do is no policy, no other exclusion and no
   * authorization. Where nothing is known of them, the part decides: part 740 authorizes.
   */
  static boolean ofRestriction(Clause clause, String sentence, State state) {
    if (REQUIREMENT.matcher(sentence).find()) {
      return true;
    }
    List<Citation> named = named(clause, sentence);
    Set<Function> does = new LinkedHashSet<>();
    named.forEach(at -> does.addAll(functions(at, state)));
    boolean excludesOnly = does.equals(Set.of(Function.EXCLUDES));
    Citation section = clause.citation().upTo(Kind.SECTION);
    if (named.isEmpty() && !section.steps().isEmpty()) {
      Citation at = SECTION.matcher(sentence).find() ? section : clause.citation();
      while (does.stream().allMatch(Function.EXCLUDES::equals)
          && at.steps().size() >= section.steps().size()) {
        does.addAll(functions(at, state));
        at = at.parent();
      }
    }
    does.remove(Function.EXCLUDES);
    return does.isEmpty()
        ? !excludesOnly && !Places.authorizes(clause)
        : does.iterator().next() != Function.REVIEWS;
  }

  /** What the sentences of a unit do by their own words, in printed order. */
  private static Set<Function> functions(Citation unit, State state) {
    Set<Function> functions = new LinkedHashSet<>();
    state.find(unit).stream()
        .flatMap(Clause::stream)
        .filter(Paragraph.class::isInstance)
        .flatMap(each -> Operative.sentences(each).stream())
        .forEach(sentence -> Operative.function(sentence).ifPresent(functions::add));
    return functions;
  }

  private static List<Citation> named(Clause clause, String sentence) {
    Citation section = clause.citation().upTo(Kind.SECTION);
    Matcher opening = OPENING.matcher(sentence);
    List<Citation> named = new ArrayList<>();
    if (section.steps().isEmpty() || !opening.find()) {
      return named;
    }
    Matcher name = NAME.matcher(opening.group(1));
    while (name.find()) {
      String[] labels = name.group().replaceAll("^\\(|\\)$", "").split("\\)\\(", -1);
      boolean sibling = !named.isEmpty() && labels.length == 1;
      Citation at = sibling ? named.get(named.size() - 1).parent() : section;
      for (String label : labels) {
        at = at.then(Kind.PARAGRAPH, label);
      }
      named.add(at);
    }
    return named;
  }

  private static boolean stood(Citation place, State own, State other) {
    Optional<Clause> requirement = own.find(place).filter(c -> !Transfers.reserved(c));
    if (requirement.isEmpty()) {
      return false;
    }
    Set<String> words = Stems.of(requirement.get());
    boolean here =
        other
            .find(place)
            .filter(c -> !Transfers.reserved(c))
            .map(Stems::of)
            .filter(theirs -> common(words, theirs) >= SAME)
            .isPresent();
    return here
        || (words.size() >= KNOWN
            && other.find(place.upTo(Kind.SECTION)).stream()
                .flatMap(Clause::stream)
                .filter(Paragraph.class::isInstance)
                .map(Stems::of)
                .filter(theirs -> theirs.size() >= KNOWN / 2)
                .anyMatch(theirs -> common(words, theirs) > SAME));
  }

  private static double common(Set<String> one, Set<String> other) {
    long common = one.stream().filter(other::contains).count();
    return (double) common / Math.max(1, Math.min(one.size(), other.size()));
  }
}
