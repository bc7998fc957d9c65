package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.text.Runs;

/**
 * What a change of a Country Group does where the group is used. A group has no direction of its
 * own: each provision that names it, in words that did not change, is judged by the set of
 * countries that it means before and after. Provisions that are no license requirement, or whose
 * words turn, are undetermined.
 */
final class CountryGroupCheck implements Check {

  private static final String GROUP = "(?-i:[A-E])(?::\\d)?(?![\\p{L}:\\d])";
  private static final String LIST =
      "Country Groups? "
          + GROUP
          + "(?:(?:, (?:and |or )?| and | or )"
          + GROUP
          + ")*(?:,? (?:of|in|to) supp(?:lement|\\.) no\\. ?1 to (?:part 740|this part)(?: of the"
          + " EAR)?)?";
  private static final Pattern MENTION =
      Pattern.compile(
          "(?i)(?:(?:in )?Macau or (?:in )?)?(?:(?:a |an |any )?destinations? specified in )?"
              + LIST
              + "(?:,? excluding any destination also specified in "
              + LIST
              + ")?");
  private static final Pattern HEADQUARTERED =
      Pattern.compile("(?i)headquartered in,?(?: or [^.;]*)?$");

  @Override
  public String id() {
    return "country-group";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Change> causes =
        delta.changes().stream()
            .filter(change -> change.citation().toString().startsWith(CountryGroups.PLACE))
            .toList();
    Optional<CountryGroups> old = CountryGroups.in(delta.before());
    Optional<CountryGroups> now = CountryGroups.in(delta.after());
    if (causes.isEmpty() || old.isEmpty() || now.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    delta.after().clauses().stream()
        .flatMap(Clause::stream)
        .filter(clause -> clause instanceof ControlRow || clause instanceof Paragraph)
        .filter(clause -> text(clause).contains("Country Group"))
        .filter(
            clause ->
                delta.before().find(clause.citation()).filter(c -> same(c, clause)).isPresent())
        .forEach(clause -> findings.addAll(used(clause, delta, causes, old.get(), now.get())));
    return findings;
  }

  private static boolean same(Clause old, Clause now) {
    return text(old).equals(text(now));
  }

  private static String text(Clause clause) {
    return ThresholdText.normalise(
        clause instanceof ControlRow row ? Runs.text(row.where()) : clause.content().ownText());
  }

  /** What one mention of groups meant and means. */
  private record Moved(Set<String> added, Set<String> gone) {}

  private List<Finding> used(
      Clause clause, Delta delta, List<Change> causes, CountryGroups old, CountryGroups now) {
    Map<Facet, Moved> moves = new LinkedHashMap<>();
    if (clause instanceof ControlRow) {
      moved(text(clause), old, now).ifPresent(move -> moves.put(Facet.DESTINATION, move));
    } else {
      String text = text(clause);
      Matcher mention = MENTION.matcher(text);
      while (mention.find()) {
        boolean party = HEADQUARTERED.matcher(text.substring(0, mention.start())).find();
        Facet facet = facet(clause, party);
        moved(mention.group(), old, now)
            .ifPresent(move -> moves.merge(facet, move, CountryGroupCheck::both));
      }
    }
    List<Finding> findings = new ArrayList<>();
    moves.forEach((facet, move) -> findings.add(finding(clause, facet, move, delta, causes)));
    return findings;
  }

  private static Facet facet(Clause clause, boolean party) {
    Facet place = Places.facet(clause);
    return switch (place) {
      case EXCEPTION, JURISDICTION -> place;
      default -> party ? Facet.PARTY : Facet.DESTINATION;
    };
  }

  private static Moved both(Moved one, Moved other) {
    Set<String> added = new TreeSet<>(one.added());
    added.addAll(other.added());
    Set<String> gone = new TreeSet<>(one.gone());
    gone.addAll(other.gone());
    return new Moved(added, gone);
  }

  private static Optional<Moved> moved(String words, CountryGroups old, CountryGroups now) {
    String plain =
        words.replaceAll("(?i) (?:of|in|to) supp(?:lement|\\.) no\\. ?1 to this part", "");
    Optional<Destinations> before = Destinations.of(plain, CountryTables.with(old));
    Optional<Destinations> after = Destinations.of(plain, CountryTables.with(now));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    Set<String> added = new TreeSet<>(after.get().countries());
    added.removeAll(before.get().countries());
    Set<String> gone = new TreeSet<>(before.get().countries());
    gone.removeAll(after.get().countries());
    return added.isEmpty() && gone.isEmpty()
        ? Optional.empty()
        : Optional.of(new Moved(added, gone));
  }

  private Finding finding(
      Clause clause, Facet facet, Moved move, Delta delta, List<Change> causes) {
    Citation place = clause.citation();
    Findings draft =
        Findings.by(id(), place)
            .on(facet)
            .explaining(causes)
            .showing("before", delta.before().find(place))
            .showing("after", Optional.of(clause));
    String statement =
        (place.upTo(Kind.ECCN).steps().isEmpty()
                ? place.toString()
                : Entries.name(place.upTo(Kind.ECCN)) + ", " + place.last().label())
            + ", in the same words, "
            + (move.added().isEmpty() ? "" : "now also means " + Countries.list(move.added()))
            + (move.added().isEmpty() || move.gone().isEmpty() ? "" : " and ")
            + (move.gone().isEmpty() ? "" : "no longer means " + Countries.list(move.gone()))
            + ", because the Country Groups that it names changed ("
            + CountryGroups.PLACE
            + ").";
    boolean requires =
        clause instanceof ControlRow
            || (facet != Facet.EXCEPTION
                && Places.requires(clause, delta.before(), MENTION)
                && Places.requires(clause, delta.after(), MENTION));
    if (!requires) {
      return draft
          .because(
              "whether the provision requires something of these countries or frees from it is not"
                  + " certain from its words")
          .saying(statement);
    }
    Direction direction =
        move.gone().isEmpty()
            ? Direction.TIGHTER
            : move.added().isEmpty() ? Direction.LOOSER : Direction.MIXED;
    return draft
        .towards(
            direction, clause instanceof ControlRow ? Certainty.DECIDED : Certainty.BY_POLARITY)
        .saying(statement);
  }
}
