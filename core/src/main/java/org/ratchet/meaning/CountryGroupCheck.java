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
      Pattern.compile("(?i)headquartered in(?:,?(?: or [^.;]*)?| [\\p{L} ,]{1,60} or(?: in)?) ?$");
  private static final Pattern ORIGIN = Pattern.compile("(?i)\\bfrom (?:abroad from )?$");

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

  /** On which side of control a mention stands, and what more countries would do there. */
  private record Use(Facet facet, Optional<Boolean> growing, String policy) {}

  private List<Finding> used(
      Clause clause, Delta delta, List<Change> causes, CountryGroups old, CountryGroups now) {
    Map<Told, Moved> moves = new LinkedHashMap<>();
    if (clause instanceof ControlRow) {
      put(moves, new Use(Facet.DESTINATION, Optional.of(true), ""), text(clause), old, now);
    } else {
      List<Operative> sentences = Operative.of(clause, delta.after());
      String text = text(clause);
      for (Operative operative : sentences) {
        Matcher mention = MENTION.matcher(operative.sentence());
        while (mention.find()) {
          Use use = use(clause, operative, mention.start(), delta);
          put(moves, use, mention.group(), old, now);
        }
        text = text.replace(operative.sentence(), "");
      }
      Matcher mention = MENTION.matcher(text);
      while (mention.find()) {
        boolean party = HEADQUARTERED.matcher(text.substring(0, mention.start())).find();
        put(moves, new Use(facet(clause, party), Optional.empty(), ""), mention.group(), old, now);
      }
    }
    List<Finding> findings = new ArrayList<>();
    moves.forEach((told, move) -> findings.add(finding(clause, told, move, delta, causes)));
    return findings;
  }

  /** A use and what the change does there. */
  private record Told(Use use, Direction direction) {}

  private static void put(
      Map<Told, Moved> moves, Use use, String words, CountryGroups old, CountryGroups now) {
    moved(words, old, now)
        .ifPresent(
            move ->
                moves.merge(new Told(use, direction(use, move)), move, CountryGroupCheck::both));
  }

  private static Direction direction(Use use, Moved move) {
    if (use.growing().isEmpty()) {
      return Direction.UNDETERMINED;
    }
    Direction direction =
        move.gone().isEmpty()
            ? Direction.TIGHTER
            : move.added().isEmpty() ? Direction.LOOSER : Direction.MIXED;
    return use.growing().get() ? direction : direction.flip();
  }

  private static Use use(Clause clause, Operative operative, int at, Delta delta) {
    String before = operative.sentence().substring(0, at);
    boolean party = HEADQUARTERED.matcher(before).find();
    Optional<Boolean> growing =
        operative
            .growing(MENTION.matcher(before).replaceAll("#"), operative.sentence().substring(at))
            .filter(g -> stands(clause, operative, delta));
    return switch (operative.function()) {
      case REVIEWS -> {
        Policies.Weight weight = Policies.weight(operative.sentence(), clause, delta.after());
        boolean follows = !party && weight != Policies.Weight.HARDEST;
        yield new Use(
            Facet.REVIEW_POLICY,
            follows || weight == Policies.Weight.BETWEEN
                ? Optional.empty()
                : growing.map(more -> more == (weight == Policies.Weight.HARDEST)),
            Policies.names(operative.sentence()));
      }
      case EXCLUDES, BARS -> new Use(Facet.EXCEPTION, growing, "");
      case REACHES -> new Use(Facet.JURISDICTION, growing, "");
      case INFORMS, LISTS, OBLIGES -> new Use(operative.facet(clause), Optional.empty(), "");
      case REQUIRES ->
          new Use(
              ORIGIN.matcher(before).find() ? Facet.ACTIVITY : facet(clause, party), growing, "");
    };
  }

  /** Whether the sentence does the same on the other side. */
  private static boolean stands(Clause clause, Operative operative, Delta delta) {
    return delta
        .before()
        .find(clause.citation())
        .filter(same -> Operative.of(same, delta.before()).contains(operative))
        .isPresent();
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

  private Finding finding(Clause clause, Told told, Moved move, Delta delta, List<Change> causes) {
    Use use = told.use();
    Citation place = clause.citation();
    Findings draft =
        Findings.by(id(), place)
            .on(use.facet())
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
            + (use.policy().isEmpty() ? "" : " where it applies a " + use.policy())
            + ", because the Country Groups that it names changed ("
            + CountryGroups.PLACE
            + ").";
    if (told.direction() == Direction.UNDETERMINED) {
      return draft
          .because(
              "whether the provision requires something of these countries or frees from it is not"
                  + " certain from its words")
          .saying(statement);
    }
    return draft
        .towards(
            told.direction(),
            clause instanceof ControlRow ? Certainty.DECIDED : Certainty.BY_POLARITY)
        .saying(statement);
  }
}
