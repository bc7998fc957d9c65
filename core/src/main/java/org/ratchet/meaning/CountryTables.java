package org.ratchet.meaning;

import java.util.Optional;
import java.util.function.Function;
import org.ratchet.amend.State;

/**
 * The Country Groups and the Country Chart that hold for one side of a comparison: those of its own
 * document; else those of the other side, so that a difference of dates is never taken for a
 * change; else the dated tables shipped with Ratchet.
 *
 * @param groups Supplement No. 1 to part 740
 * @param chart Supplement No. 1 to part 738
 */
record CountryTables(CountryGroups groups, CountryChart chart) {

  /** Groups with the chart shipped with Ratchet. */
  static CountryTables with(CountryGroups groups) {
    return new CountryTables(groups, CountryChart.standard());
  }

  static CountryTables before(Delta delta) {
    return of(delta.before(), delta.after());
  }

  static CountryTables after(Delta delta) {
    return of(delta.after(), delta.before());
  }

  private static CountryTables of(State own, State other) {
    return new CountryTables(
        first(own, other, CountryTables::groups).orElseGet(CountryGroups::standard),
        first(own, other, CountryChart::in).orElseGet(CountryChart::standard));
  }

  private static Optional<CountryGroups> groups(State state) {
    return CountryGroups.in(state).filter(CountryGroups::isWhole);
  }

  private static <T> Optional<T> first(State own, State other, Function<State, Optional<T>> in) {
    return in.apply(own).or(() -> in.apply(other));
  }
}
