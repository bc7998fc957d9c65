package org.ratchet.meaning;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;

/**
 * What was read once of the clauses of a state, for the many checks that ask for the same. Kept by
 * identity, for as long as the state and the clause live; both are immutable, so it stays true.
 */
final class Readings {

  private static final LoadingCache<State, Readings> STATES =
      CacheBuilder.newBuilder().weakKeys().build(CacheLoader.from(Readings::new));
  private static final Cache<Clause, List<String>> SENTENCES =
      CacheBuilder.newBuilder().weakKeys().build();

  private static final LoadingCache<Clause, String> TEXTS =
      CacheBuilder.newBuilder()
          .weakKeys()
          .build(CacheLoader.from(clause -> ThresholdText.normalise(clause.content().ownText())));
  private static final LoadingCache<Clause, List<String>> WORDS =
      CacheBuilder.newBuilder()
          .weakKeys()
          .build(
              CacheLoader.from(
                  clause -> List.of(ThresholdText.key(clause.content().ownText()).split(" ", -1))));
  private static final LoadingCache<Clause, Set<String>> STEMS =
      CacheBuilder.newBuilder()
          .weakKeys()
          .build(CacheLoader.from(clause -> Set.copyOf(Stems.of(clause.content().ownText()))));

  private final Cache<Clause, List<Operative>> operatives =
      CacheBuilder.newBuilder().weakKeys().build();
  private final Map<Citation, Optional<Operative.Function>> leads = new ConcurrentHashMap<>();

  static Readings of(State state) {
    return STATES.getUnchecked(state);
  }

  /** The sentences of a clause that do something known. */
  List<Operative> operatives(Clause clause, Supplier<List<Operative>> reading) {
    List<Operative> known = operatives.getIfPresent(clause);
    if (known == null) {
      known = List.copyOf(reading.get());
      operatives.put(clause, known);
    }
    return known;
  }

  /** What the words above the clauses at a place do with them. */
  Optional<Operative.Function> lead(
      Citation place, Supplier<Optional<Operative.Function>> reading) {
    return leads.computeIfAbsent(place, at -> reading.get());
  }

  /** The sentences of the own text of a clause. */
  static List<String> sentences(Clause clause, Function<String, List<String>> splitting) {
    List<String> known = SENTENCES.getIfPresent(clause);
    if (known == null) {
      known = splitting.apply(clause.content().ownText());
      SENTENCES.put(clause, known);
    }
    return known;
  }

  /** The own text of a clause with one kind of space, of quotation mark and of dash. */
  static String text(Clause clause) {
    return TEXTS.getUnchecked(clause);
  }

  /** The words of the own text of a clause, as {@link ThresholdText#key} has them. */
  static List<String> words(Clause clause) {
    return WORDS.getUnchecked(clause);
  }

  /** The words of the own text of a clause that tell it from others. */
  static Set<String> stems(Clause clause) {
    return STEMS.getUnchecked(clause);
  }
}
