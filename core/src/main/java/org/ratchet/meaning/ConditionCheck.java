package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * A condition that comes to, or goes from, a list of which all must be met; and a list of which any
 * was enough and all are needed now, or the other way round. The list opens in the same words on
 * both sides, and its other conditions are the same.
 */
final class ConditionCheck implements Check {

  private static final Pattern CALL =
      Pattern.compile(
          "(?i)\\b(all|each|both|any|either|one)( (?:or more )?(?:of )?the following\\b[^.;:]*:)\\s*$");

  /** What asks for conditions, where "exports all of the following" lists things. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)\\b(?:meets?|meeting|having|has|have|satisf(?:y|ies|ying)|fulfil(?:l|ls|ling)?|where|if|when|provided)\\s+$");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(?:conditions|criteria|requirements|characteristics|properties|(?:apply|applies|(?:is|are) (?:met|true|fulfilled)))\\b");

  private static final Pattern ANY = Pattern.compile("(?i)any|either|one");

  /** The end of a paragraph of a list. */
  private static final Pattern END = Pattern.compile("(?i)[;,.]?(?: (?:and|or))?$");

  /** Conditions of an authorization, in a paragraph that says nothing else. */
  private static final Pattern CONDITIONS =
      Pattern.compile(
          "(?i)\\bthe following (?:conditions|requirements|criteria) (?:apply|must be met|are met)");

  private static final Pattern FREES =
      Pattern.compile("(?i)\\bauthoriz(?:es?|ed)\\b|\\bmay be (?:used|exported|reexported)\\b");

  @Override
  public String id() {
    return "condition";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    Map<Citation, List<Change>> lists = new LinkedHashMap<>();
    for (Change change : delta.changes()) {
      Clause clause = change.after().or(change::before).orElseThrow();
      boolean paragraph =
          clause instanceof Paragraph && !change.citation().upTo(Kind.SECTION).steps().isEmpty();
      if (paragraph) {
        lists.computeIfAbsent(change.citation(), c -> new ArrayList<>()).add(change);
        lists.computeIfAbsent(change.citation().parent(), c -> new ArrayList<>()).add(change);
      }
    }
    List<Finding> findings = new ArrayList<>();
    lists.forEach((list, changes) -> compared(list, changes, delta).ifPresent(findings::add));
    return findings;
  }

  private Optional<Finding> compared(Citation list, List<Change> changes, Delta delta) {
    Optional<Clause> old = delta.before().find(list).filter(Paragraph.class::isInstance);
    Optional<Clause> now = delta.after().find(list).filter(Paragraph.class::isInstance);
    if (old.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    Matcher from = CALL.matcher(Readings.text(old.get()));
    Matcher to = CALL.matcher(Readings.text(now.get()));
    if (!from.find() || !to.find() || !same(old.get(), from, now.get(), to)) {
      return Optional.empty();
    }
    if (!asks(old.get(), from) || !asks(now.get(), to)) {
      return Optional.empty();
    }
    boolean any = ANY.matcher(from.group(1)).matches();
    boolean anyNow = ANY.matcher(to.group(1)).matches();
    List<String> before = conditions(old.get());
    List<String> after = conditions(now.get());
    List<String> come = minus(after, before);
    List<String> gone = minus(before, after);
    boolean turned = any != anyNow && come.isEmpty() && gone.isEmpty() && after.size() > 1;
    boolean moreOrLess = !any && !anyNow && come.isEmpty() != gone.isEmpty();
    Optional<Boolean> limits = limits(old.get(), from, delta.before());
    if (!(turned || moreOrLess)
        || before.isEmpty()
        || after.isEmpty()
        || limits.isEmpty()
        || !limits.equals(limits(now.get(), to, delta.after()))) {
      return Optional.empty();
    }
    boolean harder = turned ? any : gone.isEmpty();
    Direction direction = harder == limits.get() ? Direction.TIGHTER : Direction.LOOSER;
    String said =
        turned
            ? (any
                ? ": any of its conditions was enough, and all are needed now."
                : ": all of its conditions were needed, and any is enough now.")
            : (come.isEmpty() ? ": a condition is gone: “" : ": a condition is added: “")
                + NewProvisionCheck.shortened(String.join("”; “", come.isEmpty() ? gone : come))
                + "”.";
    return Optional.of(
        Findings.by(id(), list)
            .on(facet(now.get(), delta.after()))
            .explaining(changes.stream().filter(change -> explained(change, list)).toList())
            .showing("before", old)
            .showing("after", now)
            .towards(direction, Certainty.BY_POLARITY)
            .because(
                limits.get()
                    ? "the list limits what is freed from a requirement"
                    : "the list limits what a requirement is for")
            .saying(list + said));
  }

  /** Whether the list is one of conditions, not of things that are each dealt with alike. */
  private static boolean asks(Clause list, Matcher call) {
    return NAMED.matcher(call.group(2)).find()
        || ASKS.matcher(Readings.text(list).substring(0, call.start())).find();
  }

  /** Whether the paragraphs say the same up to the call for the list. */
  private static boolean same(Clause old, Matcher from, Clause now, Matcher to) {
    String before = Readings.text(old).substring(0, from.start());
    String after = Readings.text(now).substring(0, to.start());
    return ThresholdText.key(before).equals(ThresholdText.key(after));
  }

  /** The conditions of a list; none if one of them is not a plain paragraph. */
  private static List<String> conditions(Clause list) {
    List<String> conditions = new ArrayList<>();
    for (Clause child : list.children()) {
      String text = END.matcher(Readings.text(child).strip()).replaceFirst("");
      if (!(child instanceof Paragraph) || !child.children().isEmpty() || text.isBlank()) {
        return List.of();
      }
      if (!Transfers.reserved(child)) {
        conditions.add(ThresholdText.key(text));
      }
    }
    return conditions;
  }

  private static List<String> minus(List<String> these, List<String> those) {
    List<String> rest = new ArrayList<>(these);
    rest.removeAll(those);
    return rest;
  }

  /**
   * Whether the list limits what is freed, so that a condition more is more control; else it limits
   * what a requirement is for. Empty where that cannot be said.
   */
  private static Optional<Boolean> limits(Clause list, Matcher call, State state) {
    String text = Readings.text(list);
    for (Operative does : Operative.of(list, state)) {
      int at =
          text.endsWith(does.sentence())
              ? call.start() - (text.length() - does.sentence().length())
              : -1;
      if (at >= 0 && does.function() != Operative.Function.REVIEWS) {
        return does.growing(does.sentence().substring(0, at), "").map(more -> !more);
      }
    }
    boolean frees =
        Places.authorizes(list)
            && (CONDITIONS.matcher(text).find() || FREES.matcher(text).find())
            && !Places.turns(text);
    return frees ? Optional.of(true) : Optional.empty();
  }

  private static Facet facet(Clause list, State state) {
    return Operative.of(list, state).stream()
        .filter(does -> Readings.text(list).endsWith(does.sentence()))
        .map(does -> does.facet(list))
        .findFirst()
        .orElse(Places.facet(list));
  }

  /** A change of the list, or of the mark or word at the end of one of its conditions. */
  private static boolean explained(Change change, Citation list) {
    return change.citation().equals(list) || change.citation().parent().equals(list);
  }
}
