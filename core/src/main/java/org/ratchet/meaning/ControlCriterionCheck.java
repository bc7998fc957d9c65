package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Criteria.Reading;
import org.ratchet.meaning.Criterion.Not;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Threshold;
import org.ratchet.meaning.CriterionDifference.Outcome;
import org.ratchet.meaning.CriterionDifference.Portion;
import org.ratchet.meaning.Entries.Touched;
import org.ratchet.meaning.EntryDifferences.Difference;
import org.ratchet.meaning.EntryDifferences.Sides;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.text.Runs;

/**
 * Which items an entry of the Commerce Control List newly covers, and which it covers no more.
 * Items and exclusion notes of both sides are read as predicates and compared as sets; each portion
 * of the difference is a finding with an item that only one side covers.
 */
final class ControlCriterionCheck implements Check {

  private static final int LONGEST_QUOTE = 120;
  private static final String MOVE =
      "the move is neutral only if reasons for control, destinations, review policy and exceptions"
          + " are the same there";

  private static final String NO_REQUIREMENT =
      "the entry shows no license requirements and no items of its own, so that nothing is known to"
          + " be controlled under it";

  /** A paragraph that names again what other paragraphs of its entry specify. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)\\b(?:specified|controlled|described|listed) elsewhere in (?:ECCN"
              + " )?(\\d[A-E]\\d{3}|this entry)\\b");

  private static final Pattern END =
      Pattern.compile(
          "(?i)(?:,? (?:and )?having (?:all|any|either|both) of the"
              + " following)?[\\s;:,.]*(?:\\b(?:and|or))?$");
  private static final int SHORT_LIST = 6;

  private final Vocabulary vocabulary;

  ControlCriterionCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public String id() {
    return "control-criterion";
  }

  /** What stands around the entry that is compared. */
  private record Around(Delta delta, Transfers transfers, EntryDifferences differences) {}

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    Around around = new Around(delta, Transfers.of(delta), new EntryDifferences(delta, vocabulary));
    Transfers transfers = around.transfers();
    for (Touched entry : Entries.of(delta)) {
      boolean gone = entry.reserved("after") && !entry.reserved("before");
      boolean made = entry.reserved("before") && !entry.reserved("after");
      Optional<Change> whole = entry.whole();
      if (gone || whole.filter(Change.Removed.class::isInstance).isPresent()) {
        entry.before().ifPresent(old -> findings.add(removed(entry, old, transfers)));
      } else if (made || whole.filter(Change.Added.class::isInstance).isPresent()) {
        entry
            .after()
            .filter(now -> !entry.reserved("after"))
            .ifPresent(now -> findings.add(added(entry, now, transfers)));
      } else if (whole.isEmpty() && entry.before().isPresent() && entry.after().isPresent()) {
        EccnEntry before = entry.before().get();
        EccnEntry after = entry.after().get();
        if (requires(before) && requires(after)) {
          findings.addAll(compared(entry, before, after, around));
        } else {
          findings.add(requiring(entry, before, after));
        }
      }
    }
    return findings;
  }

  private Findings draft(Touched entry) {
    return Findings.by(id(), entry.citation())
        .explaining(entry.changes())
        .showing("before", entry.before().map(clause -> clause))
        .showing("after", entry.after().map(clause -> clause));
  }

  private Finding added(Touched entry, EccnEntry now, Transfers transfers) {
    Optional<Citation> from = transfers.from(entry.citation());
    String name = Entries.name(entry.citation());
    if (!requires(now)) {
      return draft(entry)
          .because(NO_REQUIREMENT)
          .saying(name + " is a new entry without license requirements: " + title(now) + ".");
    }
    if (from.isPresent()) {
      return draft(entry)
          .because(MOVE)
          .saying(
              name
                  + " is a new entry; items in similar words were under "
                  + Entries.name(from.get())
                  + ".");
    }
    return draft(entry)
        .towards(Direction.TIGHTER, Certainty.BY_POLARITY)
        .saying(name + " is a new entry: " + title(now) + " are now controlled under it.");
  }

  private Finding removed(Touched entry, EccnEntry old, Transfers transfers) {
    Optional<Citation> to = transfers.to(entry.citation());
    String name = Entries.name(entry.citation());
    if (!requires(old)) {
      return draft(entry)
          .because(NO_REQUIREMENT)
          .saying(name + ", an entry without license requirements, is gone: " + title(old) + ".");
    }
    if (to.isPresent()) {
      return draft(entry)
          .because(MOVE)
          .saying(
              name
                  + " is gone and items in similar words are now under "
                  + Entries.name(to.get())
                  + ".");
    }
    return draft(entry)
        .towards(Direction.LOOSER, Certainty.BY_POLARITY)
        .saying(name + " is removed: " + title(old) + " are no longer controlled under it.");
  }

  /** An entry that on one side at least only names its items, as for another agency's rules. */
  private Finding requiring(Touched entry, EccnEntry before, EccnEntry after) {
    String said =
        requires(after)
            ? " had no license requirements and has its own now: "
            : requires(before)
                ? " had license requirements and has none of its own now: "
                : " has no license requirements on either side and is worded otherwise: ";
    return draft(entry)
        .because(NO_REQUIREMENT)
        .saying(Entries.name(entry.citation()) + said + title(after) + ".");
  }

  private static boolean requires(EccnEntry entry) {
    return Entries.part(Optional.of(entry), EccnPart.Role.LICENSE_REQUIREMENTS).isPresent()
        || Entries.part(Optional.of(entry), EccnPart.Role.ITEMS).isPresent();
  }

  private static String title(Clause entry) {
    String heading =
        Runs.text(entry.heading())
            .replaceFirst("(?i)\\s*\\(see list of items controlled\\)", "")
            .replaceFirst("(?i),?\\s*as follows\\W*$", "")
            .replaceFirst("\\.$", "")
            .strip();
    return heading.isEmpty() ? "its items" : heading;
  }

  private List<Finding> compared(Touched entry, EccnEntry before, EccnEntry after, Around around) {
    Sides sides = around.differences().sides(entry.citation()).orElseThrow();
    Reading old = sides.old();
    Reading now = sides.now();
    List<Change> changes = entry.changes().stream().filter(c -> takesPart(c, old, now)).toList();
    if (changes.isEmpty()) {
      return List.of();
    }
    if (!old.complete() || !now.complete()) {
      return List.of(
          hidden(
              entry,
              changes,
              "asterisks stand for some items of the entry, so that what else it covers is not"
                  + " known"));
    }
    Optional<String> doubt = ItemList.doubt(before).or(() -> ItemList.doubt(after));
    if (doubt.isPresent()) {
      return List.of(hidden(entry, changes, doubt.get()));
    }
    Difference difference = around.differences().of(entry.citation()).orElseThrow();
    Outcome gains = difference.gains();
    Outcome losses = difference.losses();
    List<Finding> portions = new ArrayList<>();
    gains
        .portions()
        .forEach(p -> portions.add(portion(entry, p, true, changes, around, alternatives(losses))));
    losses
        .portions()
        .forEach(p -> portions.add(portion(entry, p, false, changes, around, alternatives(gains))));
    List<Finding> findings = new ArrayList<>(Opposed.joined(portions));
    open(entry, gains, losses, changes).ifPresent(findings::add);
    if (findings.isEmpty()) {
      findings.add(
          Findings.by(id(), entry.citation())
              .on(Facet.STRUCTURE)
              .explaining(changes)
              .towards(Direction.UNCHANGED, Certainty.DECIDED)
              .saying(
                  Entries.name(entry.citation())
                      + ": the items are worded or arranged otherwise and cover the same as"
                      + " before."));
    }
    return findings;
  }

  private static boolean takesPart(Change change, Reading old, Reading now) {
    return change.before().map(c -> old.used().contains(c.citation())).orElse(false)
        || change.after().map(c -> now.used().contains(c.citation())).orElse(false);
  }

  private Finding hidden(Touched entry, List<Change> changes, String why) {
    Findings draft = Findings.by(id(), entry.citation()).explaining(changes);
    changes.forEach(draft::showing);
    return draft
        .because(why)
        .saying(
            Entries.name(entry.citation())
                + ": items changed, and the list of items is not wholly known.");
  }

  private Finding portion(
      Touched entry,
      Portion portion,
      boolean gained,
      List<Change> changes,
      Around around,
      List<Branch> contrary) {
    Citation place = portion.dropped().isEmpty() ? portion.branch().citation() : entry.citation();
    List<Change> near =
        changes.stream().filter(change -> touches(change, portion.branch())).toList();
    Findings draft =
        Findings.by(id(), place)
            .explaining(portion.dropped().isEmpty() && !near.isEmpty() ? near : changes);
    evidence(draft, entry, portion, gained, around.differences());
    if (portion.dropped().isEmpty()) {
      Optional<Finding> open = undecided(draft, entry, portion, gained, around);
      if (open.isPresent()) {
        return open.get();
      }
    }
    draft
        .towards(gained ? Direction.TIGHTER : Direction.LOOSER, portion.certainty())
        .witness(witness(entry, portion, gained));
    if (portion.dropped().isEmpty() && contrary.stream().anyMatch(b -> isUnder(b, place))) {
      draft
          .towards(Direction.UNDETERMINED, Certainty.UNKNOWN)
          .because(
              "what the paragraph says "
                  + (gained ? "before" : "after")
                  + " breaks up into alternatives, some of which may cover other items");
    } else if (ReferredLimit.movedAgainst(
        portion.branch().criterion(), entry.citation(), gained, around.differences())) {
      draft
          .towards(Direction.UNDETERMINED, Certainty.UNKNOWN)
          .because("the limits that the paragraph refers to changed too, the other way");
    } else if (!portion.assumption().isEmpty()) {
      draft.because("assumes that " + portion.assumption());
    } else if (portion.certainty() == Certainty.BY_POLARITY) {
      draft.because("words of the entry that are not interpreted are taken not to cover the item");
    }
    return draft.saying(
        portion.dropped().isEmpty()
            ? alternative(entry, portion, gained)
            : condition(entry, portion, gained));
  }

  /** The alternatives that cover, or may cover, what the other side does not. */
  private static List<Branch> alternatives(Outcome outcome) {
    return Stream.concat(
            outcome.open().stream(),
            outcome.portions().stream().filter(p -> p.dropped().isEmpty()).map(Portion::branch))
        .toList();
  }

  /** Whether the paragraph breaks up into alternatives on the other side, and this is one. */
  private static boolean isUnder(Branch branch, Citation place) {
    return branch.path().contains(place) && !branch.citation().equals(place);
  }

  /** An alternative that only one side has, of items that may have been covered all the same. */
  private static Optional<Finding> undecided(
      Findings draft, Touched entry, Portion portion, boolean gained, Around around) {
    String place = Entries.name(portion.branch().citation());
    Matcher elsewhere = ELSEWHERE.matcher(text(entry, portion, gained));
    String own = Entries.name(entry.citation());
    if (elsewhere.find()
        && (elsewhere.group(1).equals(own) || elsewhere.group(1).equalsIgnoreCase("this entry"))) {
      Optional<Clause> requirement =
          NamedParagraph.requirement(portion.branch().citation(), around.delta(), gained);
      if (requirement.isPresent()) {
        return Optional.of(
            draft
                .showing(gained ? "after" : "before", requirement)
                .towards(gained ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
                .because(
                    "what frees items of the paragraph from that requirement limits it, and is said"
                        + " where it changed")
                .saying(
                    place
                        + (gained ? " is new: " : " is gone: ")
                        + quote(entry, portion, gained)
                        + (gained
                            ? ". What it names now needs the license that "
                            : ". What it named no longer needs the license that ")
                        + requirement.get().citation()
                        + (gained ? " requires." : " required.")));
      }
      return Optional.of(
          draft
              .because(
                  "the paragraph names again items that the entry covers elsewhere: what follows"
                      + " for them depends on the controls and exceptions that name the paragraph")
              .saying(
                  place
                      + (gained ? " is new" : " is gone")
                      + ": "
                      + quote(entry, portion, gained)
                      + "."));
    }
    Optional<Citation> other =
        entry
            .clause(gained ? "after" : "before", portion.branch().citation())
            .flatMap(item -> around.transfers().other(item, gained));
    boolean whole = portion.counterpart().isEmpty();
    boolean worded = whole || portion.certainty() == Certainty.BY_POLARITY;
    return other
        .filter(entryOfOld -> worded)
        .map(
            entryOfOld ->
                draft
                    .because(
                        gained
                            ? Entries.name(entryOfOld)
                                + " lost an item in words like some of these, so that what this"
                                + " paragraph describes may have been controlled there"
                            : Entries.name(entryOfOld)
                                + " gained an item in words like some of these, so that what this"
                                + " paragraph describes may be controlled there")
                    .saying(
                        place
                            + (gained ? " is new in this entry: " : " is gone from this entry: ")
                            + quote(entry, portion, gained)
                            + "."));
  }

  private static String text(Touched entry, Portion portion, boolean gained) {
    return entry
        .clause(gained ? "after" : "before", portion.branch().citation())
        .map(clause -> clause.content().ownText())
        .orElse("");
  }

  /** The paragraph in its own words, as far as they fit into a sentence. */
  private static String quote(Touched entry, Portion portion, boolean gained) {
    String text = END.matcher(text(entry, portion, gained)).replaceFirst("").strip();
    if (text.length() > LONGEST_QUOTE) {
      text = text.substring(0, text.lastIndexOf(' ', LONGEST_QUOTE)) + " …";
    }
    return "“" + text.replace('“', '\'').replace('”', '\'') + "”";
  }

  private static boolean touches(Change change, Branch branch) {
    return branch.path().stream()
        .anyMatch(
            citation ->
                change.citation().equals(citation)
                    || change.citation().isPrefixOf(citation)
                    || change.before().map(c -> c.citation().equals(citation)).orElse(false));
  }

  /** The paragraphs of the branch on its own side, and on the other what states the rest. */
  private static void evidence(
      Findings draft,
      Touched entry,
      Portion portion,
      boolean gained,
      EntryDifferences differences) {
    List<Citation> path =
        portion.branch().path().stream().filter(c -> !c.equals(entry.citation())).toList();
    for (String side : List.of("before", "after")) {
      for (Citation citation : path) {
        draft.showing(side, entry.clause(side, citation));
      }
      boolean other = side.equals(gained ? "before" : "after");
      if (other) {
        portion.dropped().stream()
            .flatMap(condition -> stating(entry, side, condition, differences))
            .forEach(clause -> draft.showing(side, Optional.of(clause)));
      }
    }
  }

  private static Stream<Clause> stating(
      Touched entry, String side, Criterion condition, EntryDifferences differences) {
    Optional<EccnEntry> where = side.equals("before") ? entry.before() : entry.after();
    List<Criterion> literals = condition.literals().toList();
    return where.stream()
        .flatMap(EccnEntry::stream)
        .filter(clause -> !(clause instanceof EccnEntry) && !(clause instanceof EccnPart))
        .filter(clause -> differences.stated(clause).stream().anyMatch(literals::contains));
  }

  private static String condition(Touched entry, Portion portion, boolean gained) {
    String name = Entries.name(entry.citation());
    Criterion first = portion.dropped().get(0);
    String items = items(portion);
    if (first instanceof Threshold threshold) {
      List<Bound> bounds = portion.dropped().stream().map(c -> ((Threshold) c).bound()).toList();
      Quantity quantity = threshold.quantity();
      String lacking = lacking(quantity, bounds);
      return gained
          ? name
              + " no longer requires "
              + article(quantity.name())
              + " "
              + Branch.phrase(quantity, bounds)
              + ": "
              + items
              + " and "
              + article(quantity.name())
              + " "
              + quantity.name()
              + " "
              + lacking
              + " are now caught"
              + example(portion)
              + "."
          : name
              + " now also requires "
              + article(quantity.name())
              + " "
              + Branch.phrase(quantity, bounds)
              + ": "
              + items
              + " and "
              + article(quantity.name())
              + " "
              + quantity.name()
              + " "
              + lacking
              + " are no longer caught"
              + example(portion)
              + ".";
    }
    if (first instanceof Not not) {
      String what = words(not.part());
      return gained
          ? name
              + " no longer excludes items that are "
              + what
              + ": "
              + items
              + " are now caught even so."
          : name
              + " now excludes items that are "
              + what
              + ": "
              + items
              + " are then no longer caught.";
    }
    String words = words(first);
    return gained
        ? name + " no longer requires “" + words + "”: " + items + " are now caught without it."
        : name
            + " now also requires “"
            + words
            + "”: "
            + items
            + " without it are no longer caught.";
  }

  private static String lacking(Quantity quantity, List<Bound> bounds) {
    return bounds.size() == 1 ? bounds.get(0).negate().of(quantity) : "outside that range";
  }

  private static String article(String noun) {
    return noun.matches("(?i)[aeiou].*") ? "an" : "a";
  }

  private static String items(Portion portion) {
    String thresholds = portion.branch().thresholds();
    String where = Entries.name(portion.branch().citation());
    return thresholds.isEmpty()
        ? "items of " + where
        : "items with " + article(thresholds) + " " + thresholds;
  }

  private static String alternative(Touched entry, Portion portion, boolean gained) {
    String place = Entries.name(portion.branch().citation());
    String thresholds = portion.branch().thresholds();
    Optional<String> shift = portion.counterpart().flatMap(other -> shift(other, portion, gained));
    String caught = gained ? "now caught" : "no longer caught";
    if (shift.isPresent()) {
      return place
          + ": "
          + shift.get()
          + "; an item with "
          + described(portion, List.of())
          + " is "
          + caught
          + ".";
    }
    Optional<String> besides = portion.counterpart().flatMap(other -> besides(other, portion));
    if (besides.isPresent()) {
      return place
          + (gained ? " no longer asks for “" : " now also asks for “")
          + besides.get()
          + (gained ? "”: what lacks it is now caught." : "”: what lacks it is no longer caught.");
    }
    boolean words = portion.branch().conditions().stream().anyMatch(Opaque.class::isInstance);
    List<Quantity> nearby = nearby(entry, portion, gained);
    if (!nearby.isEmpty()) {
      return place
          + (gained ? " covers more than before: " : " covers less than before: ")
          + "an item with "
          + described(portion, nearby)
          + " is "
          + caught
          + ".";
    }
    String items =
        words && thresholds.isEmpty()
            ? "items that it describes (" + quote(entry, portion, gained) + ")"
            : (words ? "items that it describes with " : "items with ") + thresholds;
    return place
        + (gained ? " is new in substance: " : " is gone in substance: ")
        + items
        + " are "
        + caught
        + example(portion)
        + ".";
  }

  /**
   * What the other side measures at the same paragraph, if it measures some of the same quantities:
   * then the paragraph is not new or gone but drawn otherwise.
   */
  private static List<Quantity> nearby(Touched entry, Portion portion, boolean gained) {
    Citation place = portion.branch().citation();
    List<Quantity> there =
        entry.clause(gained ? "before" : "after", place).stream()
            .flatMap(clause -> Criteria.of(clause).criterion().quantities().stream())
            .toList();
    boolean shared = portion.branch().criterion().quantities().stream().anyMatch(there::contains);
    return shared ? there : List.of();
  }

  private static String example(Portion portion) {
    String described = described(portion, List.of());
    return described.isEmpty() ? "" : ", for example with " + described;
  }

  /** One quantity whose bound differs, all else being equal. */
  private static Optional<String> shift(Branch other, Portion portion, boolean gained) {
    Map<Quantity, List<Bound>> mine = portion.branch().bounds();
    Map<Quantity, List<Bound>> theirs = other.bounds();
    if (!mine.keySet().equals(theirs.keySet())) {
      return Optional.empty();
    }
    List<String> shifts = new ArrayList<>();
    for (Map.Entry<Quantity, List<Bound>> entry : mine.entrySet()) {
      List<Bound> from = gained ? theirs.get(entry.getKey()) : entry.getValue();
      List<Bound> to = gained ? entry.getValue() : theirs.get(entry.getKey());
      if (from != null && to != null && !from.equals(to)) {
        shifts.add(
            entry.getKey().name()
                + " changes from “"
                + Branch.words(entry.getKey(), from)
                + "” to “"
                + Branch.words(entry.getKey(), to)
                + "”");
      }
    }
    return shifts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", shifts));
  }

  /** The words that the paragraph asks for on the other side only, all else being equal. */
  private static Optional<String> besides(Branch other, Portion portion) {
    Set<Criterion> more = new LinkedHashSet<>(other.key());
    boolean all = more.containsAll(portion.branch().key());
    more.removeAll(portion.branch().key());
    return all && more.size() == 1 && more.iterator().next() instanceof Opaque words
        ? Optional.of(words.words())
        : Optional.empty();
  }

  private static Witness witness(Touched entry, Portion portion, boolean gained) {
    String described = described(portion, nearby(entry, portion, gained));
    return new Witness(
        gained, values(portion), described.isEmpty() ? "an item that it describes" : described);
  }

  /** Values of what the conditions measure first, then of what only the other side asks for. */
  private static Map<String, String> values(Portion portion) {
    Map<Quantity, BigDecimal> point = portion.point().quantities();
    List<Quantity> order = new ArrayList<>(measured(portion));
    order.retainAll(point.keySet());
    point.keySet().stream().filter(quantity -> !order.contains(quantity)).forEach(order::add);
    Map<String, String> values = new LinkedHashMap<>();
    for (Quantity quantity : order) {
      values.put(quantity.name(), quantity.with(point.getOrDefault(quantity, BigDecimal.ZERO)));
    }
    return values;
  }

  private static List<Quantity> measured(Portion portion) {
    List<Quantity> measured = new ArrayList<>(portion.branch().criterion().quantities());
    portion.dropped().forEach(condition -> measured.addAll(condition.quantities()));
    return measured;
  }

  /** The item in words, as far as the conditions at issue measure it; empty if they do not. */
  private static String described(Portion portion, List<Quantity> also) {
    List<String> words = new ArrayList<>();
    List<String> measured =
        Stream.concat(measured(portion).stream(), also.stream()).map(Quantity::name).toList();
    values(portion)
        .forEach(
            (name, value) -> {
              if (measured.contains(name)) {
                words.add(name + " " + value);
              }
            });
    List<Criterion> excluded =
        portion.branch().conditions().stream()
            .map(Criterion::unstated)
            .filter(Not.class::isInstance)
            .flatMap(Criterion::literals)
            .toList();
    portion
        .point()
        .words()
        .forEach(
            (atom, truth) -> {
              if (truth && excluded.contains(atom)) {
                words.add(atom.words());
              }
            });
    return String.join(", ", words);
  }

  /** A condition as something that a text asks for or excludes. */
  private static String asked(Criterion condition) {
    return condition.unstated() instanceof Not not
        ? "the exclusion of “" + words(not.part()) + "”"
        : "“" + words(condition) + "”";
  }

  private static String words(Criterion criterion) {
    Criterion plain = criterion.unstated();
    if (plain instanceof Threshold threshold) {
      return Branch.phrase(threshold.quantity(), List.of(threshold.bound()));
    }
    if (plain instanceof Opaque opaque) {
      return opaque.words();
    }
    if (plain instanceof Not not) {
      return "not " + words(not.part());
    }
    String joint = plain instanceof Criterion.AllOf ? " and " : " or ";
    List<Criterion> parts =
        plain instanceof Criterion.AllOf all ? all.parts() : ((Criterion.AnyOf) plain).parts();
    return parts.stream().map(ControlCriterionCheck::words).collect(Collectors.joining(joint));
  }

  private Optional<Finding> open(
      Touched entry, Outcome gains, Outcome losses, List<Change> changes) {
    List<Criterion> unsettled = new ArrayList<>(gains.unsettled());
    unsettled.addAll(losses.unsettled());
    if (gains.open().isEmpty() && losses.open().isEmpty()) {
      return Optional.empty();
    }
    Findings draft = Findings.by(id(), entry.citation()).explaining(changes);
    boolean capped = gains.capped() || losses.capped();
    List<String> parts = new ArrayList<>();
    if (!gains.open().isEmpty()) {
      parts.add("whether anything else is newly caught by " + names(gains.open()));
    }
    if (!losses.open().isEmpty()) {
      parts.add("whether all that was caught by " + names(losses.open()) + " is still caught");
    }
    losses.open().forEach(b -> draft.showing("before", entry.clause("before", b.citation())));
    gains.open().forEach(b -> draft.showing("after", entry.clause("after", b.citation())));
    return Optional.of(
        draft
            .because(
                capped
                    ? "the search was given up after " + SetDifference.NODE_CAP + " steps"
                    : "the words or the measured quantities of these paragraphs are not the same on"
                        + " both sides and nothing known relates them"
                        + (unsettled.isEmpty()
                            ? ""
                            : "; only one side says: "
                                + unsettled.stream()
                                    .map(ControlCriterionCheck::asked)
                                    .distinct()
                                    .collect(Collectors.joining("; "))))
            .saying(
                Entries.name(entry.citation())
                    + ": it is not decided "
                    + String.join(", nor ", parts)
                    + "."));
  }

  private static String names(List<Branch> branches) {
    List<String> names =
        branches.stream().map(branch -> Entries.name(branch.citation())).distinct().toList();
    return names.size() <= SHORT_LIST
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, SHORT_LIST))
            + " and "
            + (names.size() - SHORT_LIST)
            + " more";
  }
}
