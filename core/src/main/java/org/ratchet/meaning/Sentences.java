package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ratchet.clause.Clause;

/**
 * The sentences of two versions of a paragraph that are not the same: some answer to each other in
 * other words, some stand on one side only.
 *
 * @param pairs the reworded ones
 * @param gone those of the version before that nothing answers to
 * @param come those of the version after that nothing answers to
 */
record Sentences(List<Pair> pairs, List<String> gone, List<String> come) {

  /** How much two sentences have in common if one is the other in other words. */
  private static final double LIKE = 0.6;

  /** A sentence before and after. */
  record Pair(String before, String after) {}

  /** The sentences of two versions of a paragraph that are not the same, none of them paired. */
  static Sentences differing(Clause before, Clause after) {
    List<String> old = new ArrayList<>(Operative.sentences(before));
    List<String> now = new ArrayList<>(Operative.sentences(after));
    old.removeIf(now::remove);
    for (String sentence : List.copyOf(old)) {
      String key = key(sentence);
      now.stream()
          .filter(other -> key(other).equals(key))
          .findFirst()
          .ifPresent(
              same -> {
                old.remove(sentence);
                now.remove(same);
              });
    }
    return new Sentences(List.of(), List.copyOf(old), List.copyOf(now));
  }

  static Sentences of(Clause before, Clause after) {
    Sentences differing = differing(before, after);
    List<String> old = new ArrayList<>(differing.gone());
    List<String> now = new ArrayList<>(differing.come());
    List<Pair> pairs = new ArrayList<>();
    for (String sentence : List.copyOf(old)) {
      now.stream()
          .filter(other -> alike(sentence, other) >= LIKE)
          .max((one, other) -> Double.compare(alike(sentence, one), alike(sentence, other)))
          .ifPresent(
              like -> {
                pairs.add(new Pair(sentence, like));
                old.remove(sentence);
                now.remove(like);
              });
    }
    return new Sentences(pairs, List.copyOf(old), List.copyOf(now));
  }

  private static String key(String sentence) {
    return ThresholdText.key(sentence);
  }

  /** What share of their words two sentences have in common. */
  static double alike(String one, String other) {
    return alike(words(one), words(other));
  }

  /** What share of the words of two sentences are in both. */
  static double alike(Set<String> mine, Set<String> theirs) {
    long common = mine.stream().filter(theirs::contains).count();
    return 2.0 * common / (mine.size() + theirs.size());
  }

  /** The words of a sentence, as they are compared. */
  static Set<String> words(String sentence) {
    return new HashSet<>(List.of(key(sentence).split(" ", -1)));
  }
}
