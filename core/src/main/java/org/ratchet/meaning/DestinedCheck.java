package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.meaning.Operative.Function;

/**
 * The destinations of a rule that reaches foreign-made items, or of a bar of license exceptions,
 * where the provision was worded or arranged anew: all that it says of what is destined where is
 * taken together on each side, and more destinations are tighter. What else changed in the
 * provision is not judged.
 */
final class DestinedCheck implements Check {

  private static final Pattern DESTINED =
      Pattern.compile(
          "(?i)\\b(?:destined to|(?:re)?export(?:ed)? to|to or within|is in),? (?:a )?");
  private static final Pattern PLACES = PlaceCheck.places();

  @Override
  public String id() {
    return "destined";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Paired pair
          && pair.old() instanceof Paragraph
          && pair.old().citation().equals(pair.now().citation())) {
        Optional<Destined> old = destined(pair.old(), delta.before(), CountryTables.before(delta));
        Optional<Destined> now =
            old.isEmpty() ? old : destined(pair.now(), delta.after(), CountryTables.after(delta));
        if (old.isPresent() && now.isPresent()) {
          compared(pair, old.get(), now.get()).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private record Destined(Clause clause, Function function, Set<String> countries, String source) {}

  /** All destinations of a provision, if each is understood and nothing turns it. */
  private static Optional<Destined> destined(Clause provision, State state, CountryTables tables) {
    Set<String> countries = new TreeSet<>();
    Clause first = provision;
    Function function = Function.REQUIRES;
    String source = "";
    for (Clause clause : provision.stream().toList()) {
      for (Operative operative : Operative.of(clause, state)) {
        String sentence = operative.sentence();
        Matcher destined = DESTINED.matcher(sentence);
        Matcher place = PLACES.matcher(sentence);
        while (destined.find()) {
          if (!place.region(destined.end(), sentence.length()).lookingAt()) {
            continue;
          }
          if (operative.function() != Function.REACHES && operative.function() != Function.BARS) {
            return Optional.empty();
          }
          String before = sentence.substring(0, place.start());
          Optional<Destinations> named = Destinations.of(place.group(), tables);
          boolean grows =
              operative
                  .growing(
                      PLACES.matcher(before).replaceAll("#"),
                      operative.sentence().substring(place.end()))
                  .orElse(false);
          if (named.isEmpty() || !grows) {
            return Optional.empty();
          }
          if (countries.isEmpty()) {
            first = clause;
            function = operative.function();
            source = named.get().source();
          }
          countries.addAll(named.get().countries());
        }
      }
    }
    return countries.isEmpty()
        ? Optional.empty()
        : Optional.of(new Destined(first, function, countries, source));
  }

  private Optional<Finding> compared(Change change, Destined old, Destined now) {
    Set<String> added = new TreeSet<>(now.countries());
    added.removeAll(old.countries());
    Set<String> gone = new TreeSet<>(old.countries());
    gone.removeAll(now.countries());
    if (old.function() != now.function() || (added.isEmpty() && gone.isEmpty())) {
      return Optional.empty();
    }
    Direction direction =
        gone.isEmpty() ? Direction.TIGHTER : added.isEmpty() ? Direction.LOOSER : Direction.MIXED;
    String verb =
        now.function() == Function.REACHES
            ? "reached if destined to "
            : "barred for items destined to ";
    return Optional.of(
        Findings.by(id(), now.clause().citation())
            .on(now.function() == Function.REACHES ? Facet.JURISDICTION : Facet.EXCEPTION)
            .dimension(Facet.DESTINATION)
            .explaining(List.of(change))
            .showing("before", Optional.of(old.clause()))
            .showing("after", Optional.of(now.clause()))
            .towards(direction, Certainty.BY_POLARITY)
            .because(now.source() + "; what else changed in the provision is not judged")
            .saying(
                now.clause().citation()
                    + (now.function() == Function.REACHES
                        ? ": foreign-made items are "
                        : ": license exceptions are ")
                    + (added.isEmpty() ? "" : "now also " + verb + Countries.list(added))
                    + (added.isEmpty() || gone.isEmpty() ? "" : " and ")
                    + (gone.isEmpty() ? "" : "no longer " + verb + Countries.list(gone))
                    + "."));
  }
}
