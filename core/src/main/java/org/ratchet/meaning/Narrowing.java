package org.ratchet.meaning;

import com.google.common.collect.Sets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.meaning.Criterion.AllOf;
import org.ratchet.meaning.Criterion.Opaque;

/**
 * Words that say of a thing what other words say, and of what kind it must be besides: "pumps
 * 'specially designed' for mills" are pumps, and meet one condition more. Where one criterion only
 * has the shorter words, the longer ones are read as these with a condition.
 */
final class Narrowing {

  /** Opens what narrows the thing before it, up to the end. */
  private static final Pattern OPENS =
      Pattern.compile(
          "^(?:specially designed (?:or modified )?for|designed (?:or modified )?for|rated for"
              + "|capable of|having|containing|incorporating|used (?:in|for)|made of)\\b");

  /** A number of things of a list, which may end with "or". */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "\\b(?:one|two|three|four|five|any|either|each|all)(?: or (?:more|both))?(?: of)?\\b");

  private static final Pattern JOINS = Pattern.compile("\\b(?:and|or|nor|but|as well as)\\b");

  /** Words that turn, or that only explain what may be meant. */
  private static final Pattern TURNS =
      Pattern.compile(
          "\\b(?:not|no|without|except|other than|unless|including|such as|whether|if|than)\\b");

  private Narrowing() {}

  /**
   * The criterion, with longer words taken apart where they narrow words that only one of the two
   * criteria has. Both are to be read so, lest the same words differ.
   */
  static Criterion apart(Criterion criterion, Criterion other) {
    Set<Opaque> mine = words(criterion);
    Set<Opaque> theirs = words(other);
    Set<Opaque> shorter = new HashSet<>(Sets.symmetricDifference(mine, theirs));
    return shorter.isEmpty()
        ? criterion
        : criterion.map(
            literal ->
                literal instanceof Opaque longer && longer.complete()
                    ? shorter.stream()
                        .filter(those -> narrows(longer.words(), those.words()))
                        .max(Comparator.comparingInt(those -> those.words().length()))
                        .<Criterion>map(those -> apart(longer, those))
                        .orElse(longer)
                    : literal);
  }

  private static Set<Opaque> words(Criterion criterion) {
    return criterion
        .literals()
        .filter(literal -> literal instanceof Opaque opaque && opaque.complete())
        .map(Opaque.class::cast)
        .collect(Collectors.toSet());
  }

  private static Criterion apart(Opaque longer, Opaque shorter) {
    return new AllOf(
        List.of(shorter, new Opaque(longer.words().substring(shorter.words().length() + 1), true)));
  }

  private static boolean narrows(String longer, String shorter) {
    if (!longer.startsWith(shorter + " ")) {
      return false;
    }
    String tail = longer.substring(shorter.length() + 1);
    if (!OPENS.matcher(tail).find() || TURNS.matcher(tail).find()) {
      return false;
    }
    // "For mills or presses" may go on with another thing; a list of several of these does not.
    Matcher several = SEVERAL.matcher(tail);
    boolean list = several.find();
    String plain = list ? tail.substring(0, several.start()) : tail;
    long joins = list ? JOINS.matcher(tail.substring(several.end())).results().count() : 0;
    return joins <= 1 && !JOINS.matcher(plain).find() && !JOINS.matcher(shorter).find();
  }
}
