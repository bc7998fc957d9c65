package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Criteria.Reading;
import org.ratchet.meaning.Criterion.Not;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Threshold;
import org.ratchet.meaning.CriterionDifference.Outcome;
import org.ratchet.meaning.CriterionDifference.Portion;
import org.ratchet.meaning.Entries.Touched;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.text.Runs;

/**
 * Which items an entry of the Commerce Control List newly covers, and which it covers no more.
 * Items and exclusion notes of both sides are read as predicates and compared as sets; each portion
 * of the difference is a finding with an item that only one side covers.
 */
final class ControlCriterionCheck implements Check {

  private static final double SAME_WORDS = 0.5;
  private static final int SHORT_LIST = 6;

  private final Vocabulary vocabulary;

  ControlCriterionCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public String id() {
    return "control-criterion";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Touched entry : Entries.of(delta)) {
      boolean gone = entry.reserved("after") && !entry.reserved("before");
      boolean made = entry.reserved("before") && !entry.reserved("after");
      Optional<Change> whole = entry.whole();
      if (gone || whole.filter(Change.Removed.class::isInstance).isPresent()) {
        entry.before().ifPresent(old -> findings.add(removed(entry, old, delta)));
      } else if (made || whole.filter(Change.Added.class::isInstance).isPresent()) {
        entry
            .after()
            .filter(now -> !entry.reserved("after"))
            .ifPresent(now -> findings.add(added(entry, now)));
      } else if (whole.isEmpty() && entry.before().isPresent() && entry.after().isPresent()) {
        findings.addAll(compared(entry, entry.before().get(), entry.after().get()));
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

  private Finding added(Touched entry, Clause now) {
    return draft(entry)
        .towards(Direction.TIGHTER, Certainty.BY_POLARITY)
        .saying(
            Entries.name(entry.citation())
                + " is a new entry: "
                + title(now)
                + " are now controlled under it.");
  }

  private Finding removed(Touched touched, Clause entry, Delta delta) {
    Findings draft = draft(touched);
    String name = Entries.name(touched.citation());
    Optional<Citation> elsewhere = elsewhere(entry, delta);
    if (elsewhere.isPresent()) {
      String to = Entries.name(elsewhere.get());
      return draft
          .because(
              "the move is neutral only if reasons for control, destinations, review policy and exceptions are the same there")
          .saying(name + " is gone and items in similar words are now under " + to + ".");
    }
    return draft
        .towards(Direction.LOOSER, Certainty.BY_POLARITY)
        .saying(name + " is removed: " + title(entry) + " are no longer controlled under it.");
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

  /** Another entry, added to by the same delta, that holds much the same words. */
  private static Optional<Citation> elsewhere(Clause entry, Delta delta) {
    List<Set<String>> items = items(entry);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    return delta.changes().stream()
        .flatMap(change -> change.after().stream())
        .filter(
            clause -> {
              Citation other = clause.citation().upTo(Kind.ECCN);
              return !other.equals(Citation.ROOT) && !other.equals(entry.citation());
            })
        .filter(
            clause ->
                clause.stream()
                    .map(c -> words(c.content().ownText()))
                    .anyMatch(words -> items.stream().anyMatch(item -> similar(item, words))))
        .map(Clause::citation)
        .findFirst();
  }

  /** The words of each item that says enough to be known again. */
  private static List<Set<String>> items(Clause entry) {
    return entry.stream()
        .filter(clause -> clause.citation().last().kind() == Kind.PARAGRAPH)
        .map(clause -> clause.content().ownText())
        .filter(text -> text.split(" ", -1).length > SHORT_LIST)
        .map(ControlCriterionCheck::words)
        .toList();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(List.of(ThresholdText.key(text).split(" ", -1)));
  }

  private static boolean similar(Set<String> left, Set<String> right) {
    long both = left.stream().filter(right::contains).count();
    return both >= SAME_WORDS * (left.size() + right.size() - both);
  }

  private List<Finding> compared(Touched entry, EccnEntry before, EccnEntry after) {
    Reading old = Criteria.of(before, vocabulary);
    Reading now = Criteria.of(after, vocabulary);
    List<Change> changes = entry.changes().stream().filter(c -> takesPart(c, old, now)).toList();
    if (changes.isEmpty()) {
      return List.of();
    }
    if (!old.complete() || !now.complete()) {
      return List.of(hidden(entry, changes));
    }
    Outcome gains = CriterionDifference.of(now.criterion(), old.criterion(), vocabulary);
    Outcome losses = CriterionDifference.of(old.criterion(), now.criterion(), vocabulary);
    List<Finding> findings = new ArrayList<>();
    gains.portions().forEach(p -> findings.add(portion(entry, p, true, changes)));
    losses.portions().forEach(p -> findings.add(portion(entry, p, false, changes)));
    open(entry, gains, losses, changes).ifPresent(findings::add);
    if (findings.isEmpty()) {
      findings.add(
          Findings.by(id(), entry.citation())
              .on(Facet.STRUCTURE)
              .explaining(changes)
              .towards(Direction.UNCHANGED, Certainty.DECIDED)
              .saying(
                  Entries.name(entry.citation())
                      + ": the items are worded or arranged otherwise and cover the same as before."));
    }
    return findings;
  }

  private static boolean takesPart(Change change, Reading old, Reading now) {
    return change.before().map(c -> old.used().contains(c.citation())).orElse(false)
        || change.after().map(c -> now.used().contains(c.citation())).orElse(false);
  }

  private Finding hidden(Touched entry, List<Change> changes) {
    Findings draft = Findings.by(id(), entry.citation()).explaining(changes);
    changes.forEach(draft::showing);
    return draft
        .because(
            "asterisks stand for some items of the entry, so that what else it covers is not known")
        .saying(
            Entries.name(entry.citation()) + ": items changed, but not the whole entry is shown.");
  }

  private Finding portion(Touched entry, Portion portion, boolean gained, List<Change> changes) {
    Citation place = portion.dropped().isEmpty() ? portion.branch().citation() : entry.citation();
    List<Change> near =
        changes.stream().filter(change -> touches(change, portion.branch())).toList();
    Findings draft =
        Findings.by(id(), place)
            .explaining(portion.dropped().isEmpty() && !near.isEmpty() ? near : changes)
            .towards(gained ? Direction.TIGHTER : Direction.LOOSER, portion.certainty())
            .witness(witness(portion, gained));
    evidence(draft, entry, portion, gained);
    if (!portion.assumption().isEmpty()) {
      draft.because("assumes that " + portion.assumption());
    } else if (portion.certainty() == Certainty.BY_POLARITY) {
      draft.because("words of the entry that are not interpreted are taken not to cover the item");
    }
    return draft.saying(
        portion.dropped().isEmpty()
            ? alternative(portion, gained)
            : condition(entry, portion, gained));
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
  private static void evidence(Findings draft, Touched entry, Portion portion, boolean gained) {
    List<Citation> path =
        portion.branch().path().stream().filter(c -> !c.equals(entry.citation())).toList();
    for (String side : List.of("before", "after")) {
      for (Citation citation : path) {
        draft.showing(side, entry.clause(side, citation));
      }
      boolean other = side.equals(gained ? "before" : "after");
      if (other) {
        portion.dropped().stream()
            .flatMap(condition -> stating(entry, side, condition))
            .forEach(clause -> draft.showing(side, Optional.of(clause)));
      }
    }
  }

  private static java.util.stream.Stream<Clause> stating(
      Touched entry, String side, Criterion condition) {
    Optional<EccnEntry> where = side.equals("before") ? entry.before() : entry.after();
    List<Criterion> literals = condition.literals().toList();
    return where.stream()
        .flatMap(EccnEntry::stream)
        .filter(clause -> !(clause instanceof EccnEntry) && !(clause instanceof EccnPart))
        .filter(
            clause ->
                ThresholdText.of(
                        clause
                            .content()
                            .ownText()
                            .replaceFirst("(?i),?\\s*(?:and )?any of the following\\W*$", ""),
                        Vocabulary.standard())
                    .literals()
                    .anyMatch(literals::contains));
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
              + " are now caught."
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
              + " are no longer caught.";
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

  private String alternative(Portion portion, boolean gained) {
    String place = Entries.name(portion.branch().citation());
    String thresholds = portion.branch().thresholds();
    Optional<String> shift = portion.counterpart().flatMap(other -> shift(other, portion, gained));
    String items =
        thresholds.isEmpty()
            ? "items it describes (" + shortly(portion.branch()) + ")"
            : "items with " + thresholds;
    if (shift.isPresent()) {
      return place
          + ": "
          + shift.get()
          + "; an item with "
          + described(portion)
          + (gained ? " is now caught." : " is no longer caught.");
    }
    return gained
        ? place
            + " is new in substance: "
            + items
            + " are now caught, for example "
            + described(portion)
            + "."
        : place
            + " is gone in substance: "
            + items
            + " are no longer caught, for example "
            + described(portion)
            + ".";
  }

  private static String shortly(Branch branch) {
    return branch.conditions().stream()
        .filter(Opaque.class::isInstance)
        .map(condition -> ((Opaque) condition).words())
        .collect(Collectors.joining("; "));
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

  private static Witness witness(Portion portion, boolean gained) {
    return new Witness(gained, values(portion), described(portion));
  }

  private static Map<String, String> values(Portion portion) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<Quantity, BigDecimal> value : portion.point().quantities().entrySet()) {
      values.put(value.getKey().name(), value.getKey().with(value.getValue()));
    }
    return values;
  }

  private static String described(Portion portion) {
    List<String> words = new ArrayList<>();
    values(portion).forEach((name, value) -> words.add(name + " " + value));
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
    return words.isEmpty() ? "one as it describes" : String.join(", ", words);
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
      return "not (" + words(not.part()) + ")";
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
                    : "the words or the measured quantities of these paragraphs are not the same on both sides and nothing known relates them"
                        + (unsettled.isEmpty()
                            ? ""
                            : "; only one side says: "
                                + unsettled.stream()
                                    .map(ControlCriterionCheck::words)
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
