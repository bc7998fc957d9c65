package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * The review policies of a provision that divides its applications: those for end users of certain
 * headquarters, those to certain destinations, those of another paragraph. Each slice is compared
 * with what held for it before; a policy for a slice that came with a new requirement is none.
 */
final class ReviewSlicesCheck implements Check {

  private static final Pattern HOME =
      Pattern.compile(
          "(?i)(?<!not )\\bheadquartered in ((?:the united states|[\\p{L} ]+?)(?:,? or)? in a destination specified in"
              + " country groups? (?-i:[A-E])(?::\\d)?\\b(?:(?:,| or| and)+ (?-i:[A-E])(?::\\d)?\\b)*)");
  private static final Pattern OWNED =
      Pattern.compile(
          "(?i)\\b(?:and|,)(?: (?:that )?(?:is|are))? not (?:majority[- ])?(?:owned|controlled)\\b");
  private static final Pattern OTHERWISE = Pattern.compile("(?i)\\botherwise\\b");
  private static final Pattern DESTINED =
      Pattern.compile(
          "(?i)\\b(?:destined to|(?:end use|end user|facility) is in|destined for)(?: a| any)? $");

  @Override
  public String id() {
    return "review-slices";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    Set<Citation> provisions = new LinkedHashSet<>();
    for (Change change : delta.changes()) {
      for (Optional<Clause> side : List.of(change.before(), change.after())) {
        side.filter(Paragraph.class::isInstance)
            .map(clause -> provision(clause.citation()))
            .filter(at -> at.last().kind() == Kind.PARAGRAPH)
            .ifPresent(provisions::add);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Citation at : provisions) {
      Optional<Clause> old = delta.before().find(at);
      Optional<Clause> now = delta.after().find(at);
      if (old.isPresent() && now.isPresent()) {
        List<Change> changes =
            delta.changes().stream().filter(change -> within(change, at)).toList();
        findings.addAll(new Comparison(old.get(), now.get(), changes, delta).findings());
      }
    }
    return findings;
  }

  /** The paragraph that divides one matter: the second level of a section. */
  private static Citation provision(Citation citation) {
    Citation section = citation.upTo(Kind.SECTION);
    Citation at = citation;
    while (!section.steps().isEmpty() && at.steps().size() > section.steps().size() + 2) {
      at = at.parent();
    }
    return section.steps().isEmpty() ? Citation.ROOT.then(Kind.HEADING, "") : at;
  }

  private static boolean within(Change change, Citation at) {
    return Stream.of(change.before(), change.after())
        .flatMap(Optional::stream)
        .anyMatch(c -> c.citation().equals(at) || at.isPrefixOf(c.citation()));
  }

  /**
   * A sentence that states one policy.
   *
   * @param home for end users headquartered where, if it says so
   * @param owned whether it leaves out end users by their owners
   */
  private record Slice(
      Clause clause,
      String sentence,
      String policy,
      Optional<String> home,
      boolean owned,
      Optional<Operative> does) {

    int rank() {
      return Policies.rank(policy);
    }

    Optional<String> homeKey() {
      return home.map(ThresholdText::key);
    }
  }

  /**
   * The destinations of a policy.
   *
   * @param growing whether more of them is more of the policy, if the words tell
   */
  private record Destined(Set<String> countries, Optional<Boolean> growing) {}

  private static final Destined NOWHERE = new Destined(Set.of(), Optional.empty());

  private static List<Slice> slices(Clause provision, State state) {
    List<Slice> slices = new ArrayList<>();
    provision.stream()
        .filter(Paragraph.class::isInstance)
        .forEach(
            clause -> {
              for (String sentence : Operative.sentences(clause)) {
                List<String> policies = Policies.in(sentence);
                if (policies.size() == 1 && REVIEWED.matcher(sentence).find()) {
                  Matcher home = HOME.matcher(sentence);
                  boolean named = home.find();
                  slices.add(
                      new Slice(
                          clause,
                          sentence,
                          policies.get(0),
                          named ? Optional.of(home.group(1).strip()) : Optional.empty(),
                          named && OWNED.matcher(sentence.substring(home.end())).find(),
                          Operative.of(clause, state).stream()
                              .filter(each -> each.sentence().equals(sentence))
                              .findFirst()));
                }
              }
            });
    return slices;
  }

  /** States how applications are reviewed, not how they were, or are not or no longer. */
  private static final Pattern REVIEWED =
      Pattern.compile(
          "(?i)(?<!\\bno \\w{1,20} )\\b(?:is|are|(?:will|shall|must) be) (?:\\w+ly )?reviewed\\b");

  private final class Comparison {

    private final Clause before;
    private final Clause after;
    private final List<Slice> old;
    private final List<Slice> now;
    private final List<Change> changes;
    private final Delta delta;
    private final List<Finding> findings = new ArrayList<>();

    Comparison(Clause before, Clause after, List<Change> changes, Delta delta) {
      this.before = before;
      this.after = after;
      this.old = slices(before, delta.before());
      this.now = slices(after, delta.after());
      this.changes = changes;
      this.delta = delta;
    }

    List<Finding> findings() {
      homes();
      destinations();
      added(now, old, true);
      added(old, now, false);
      divided();
      return findings;
    }

    private int hardest(List<Slice> slices) {
      return slices.stream().mapToInt(Slice::rank).max().orElse(-1);
    }

    /** End users of the same headquarters before and after. */
    private void homes() {
      for (Slice from : old) {
        for (Slice to : now) {
          if (from.home().isPresent() && from.homeKey().equals(to.homeKey())) {
            if (from.rank() != to.rank()) {
              add(
                  to.clause(),
                  from.rank() < to.rank(),
                  "applications for end users headquartered in "
                      + from.home().get()
                      + " were reviewed under “"
                      + from.policy()
                      + "” and are now reviewed under “"
                      + to.policy()
                      + "”",
                  List.of(from.clause(), to.clause()));
            }
            owners(from, to, hardest(now), hardest(old));
          }
        }
      }
    }

    /** End users that are left out by their owners on one side fall under the general policy. */
    private void owners(Slice from, Slice to, int general, int generalBefore) {
      if (from.owned() == to.owned()) {
        return;
      }
      boolean tighter = to.owned();
      int rest = tighter ? general : generalBefore;
      int kept = tighter ? from.rank() : to.rank();
      if (rest > kept) {
        add(
            to.clause(),
            tighter,
            "end users of these headquarters with certain owners "
                + (tighter ? "are now left to" : "are no longer left to")
                + " the harder general policy",
            List.of(from.clause(), to.clause()));
      }
    }

    /** The destinations of the hardest policy. */
    private void destinations() {
      Optional<Slice> from = general(old);
      Optional<Slice> to = general(now);
      if (from.isEmpty() || to.isEmpty() || !from.get().policy().equals(to.get().policy())) {
        return;
      }
      Destined was = destinations(from.get(), CountryTables.before(delta));
      Destined is = destinations(to.get(), CountryTables.after(delta));
      Set<String> mine = was.countries();
      Set<String> theirs = is.countries();
      if (mine.isEmpty()
          || theirs.isEmpty()
          || mine.equals(theirs)
          || was.growing().isEmpty()
          || !was.growing().equals(is.growing())) {
        return;
      }
      boolean grows = was.growing().get();
      boolean more = theirs.containsAll(mine);
      if (more || mine.containsAll(theirs)) {
        Set<String> differ = new TreeSet<>(more ? theirs : mine);
        differ.removeAll(more ? mine : theirs);
        add(
            to.get().clause(),
            more == grows,
            "“"
                + to.get().policy()
                + "” "
                + (more == grows ? "now also holds for " : "no longer holds for ")
                + Countries.list(differ),
            List.of(from.get().clause(), to.get().clause()));
      }
    }

    /** The one slice of the hardest policy, if it is one and by destination. */
    private Optional<Slice> general(List<Slice> slices) {
      int hardest = hardest(slices);
      List<Slice> of =
          slices.stream()
              .filter(s -> s.rank() == hardest && s.home().isEmpty() && hardest > MIDDLE)
              .toList();
      return of.size() == 1 ? Optional.of(of.get(0)) : Optional.empty();
    }

    private Destined destinations(Slice slice, CountryTables tables) {
      String sentence = slice.sentence();
      Matcher place = PLACES.matcher(sentence);
      while (place.find()) {
        String before = sentence.substring(0, place.start());
        if (DESTINED.matcher(before).find()) {
          String behind = sentence.substring(place.start());
          return Destinations.of(place.group(), tables)
              .map(
                  named ->
                      new Destined(
                          named.countries(),
                          slice.does().flatMap(does -> does.growing(before, behind))))
              .orElse(NOWHERE);
        }
      }
      return NOWHERE;
    }

    /** A paragraph with a milder policy that comes beside a harder one that stays, or leaves it. */
    private void added(List<Slice> these, List<Slice> those, boolean comes) {
      int hardest = hardest(those);
      for (Slice slice : these) {
        boolean alone =
            changes.stream()
                .anyMatch(
                    change ->
                        (comes ? change instanceof Change.Added : change instanceof Change.Removed)
                            && change.citation().equals(slice.clause().citation())
                            && !change.citation().equals(after.citation()));
        boolean known =
            slice.home().isPresent()
                || NewProvisionCheck.ofFresh(
                    slice.sentence(), slice.clause(), comes ? delta.before() : delta.after())
                || those.stream()
                    .anyMatch(other -> other.rank() == slice.rank() && leaves(other, these))
                || those.stream()
                    .anyMatch(other -> Sentences.alike(other.sentence(), slice.sentence()) > KNOWN);
        if (alone
            && !known
            && hardest > slice.rank()
            && hardest(these) == hardest
            && hardest > MIDDLE) {
          add(
              slice.clause(),
              !comes,
              "applications that it describes "
                  + (comes ? "are now reviewed under “" : "are no longer reviewed under “")
                  + slice.policy()
                  + "” instead of the harder general policy",
              List.of(slice.clause()));
        }
      }
    }

    /** Whether no sentence is like that of a slice, so that another may have its policy now. */
    private static boolean leaves(Slice slice, List<Slice> those) {
      return those.stream()
          .noneMatch(other -> Sentences.alike(other.sentence(), slice.sentence()) > KNOWN);
    }

    /** A sentence that keeps its policy for the rest and sets another for a part. */
    private void divided() {
      for (Sentences.Pair pair : Sentences.of(before, after).pairs()) {
        divided(pair.before(), pair.after(), true);
        divided(pair.after(), pair.before(), false);
      }
    }

    private void divided(String one, String two, boolean forward) {
      List<String> single = Policies.in(one);
      List<String> both = Policies.in(two);
      if (single.size() != 1
          || both.size() != 2
          || !both.get(1).equals(single.get(0))
          || OTHERWISE.matcher(one).find()
          || !OTHERWISE.matcher(two).find()) {
        return;
      }
      boolean harder = Policies.rank(both.get(0)) > Policies.rank(single.get(0));
      add(
          after,
          harder == forward,
          "a part of the applications "
              + (forward ? "is now" : "is no longer")
              + " reviewed under “"
              + both.get(0)
              + "” where “"
              + single.get(0)
              + "” holds otherwise",
          List.of(before, after));
    }

    private void add(Clause clause, boolean tighter, String what, Collection<Clause> shown) {
      Findings draft =
          Findings.by(id(), clause.citation())
              .on(Facet.REVIEW_POLICY)
              .explaining(
                  changes.stream()
                      .filter(change -> shown.stream().anyMatch(c -> within(change, c.citation())))
                      .toList())
              .showing("before", Optional.of(before))
              .showing("after", Optional.of(after));
      findings.add(
          draft
              .towards(tighter ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
              .because(
                  "for applications that were needed before; for others it limits a new requirement")
              .saying(clause.citation() + ": " + what + "."));
    }
  }

  private static final int MIDDLE = 2;
  private static final double KNOWN = 0.6;
  private static final Pattern PLACES = PlaceCheck.places();
}
