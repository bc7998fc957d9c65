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
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * A list of ECCNs in a requirement or in a rule that reaches foreign-made items, where the
 * provision was arranged anew: the list behind the same words on both sides is one list, and one
 * more number in it is tighter. What else changed in the provision is not judged.
 */
final class ListedNumbersCheck implements Check {

  /** How many words before a list tell which it is. */
  private static final int ROLE = 6;

  private static final Pattern LIST =
      Pattern.compile(
          "\\bECCNs? (\\d[A-E]\\d{3}(?:(?:, (?:and |or )?| and | or )\\d[A-E]\\d{3}){2,})(?![\\w.]*\\w)");
  private static final Pattern NUMBER = Pattern.compile("\\d[A-E]\\d{3}");

  @Override
  public String id() {
    return "listed-numbers";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Paired pair
          && pair.old() instanceof Paragraph
          && pair.old().citation().equals(pair.now().citation())
          && pair.old().children().isEmpty() != pair.now().children().isEmpty()) {
        Map<String, Listed> old = lists(pair.old(), delta.before());
        Map<String, Listed> now = lists(pair.now(), delta.after());
        old.forEach(
            (role, list) ->
                Optional.ofNullable(now.get(role))
                    .flatMap(other -> compared(pair, list, other))
                    .ifPresent(findings::add));
      }
    }
    return findings;
  }

  private record Listed(Clause clause, Set<String> numbers, Facet facet) {}

  /** The lists of a provision by the words before them; a list whose words recur is left out. */
  private static Map<String, Listed> lists(Clause provision, State state) {
    Map<String, Listed> lists = new LinkedHashMap<>();
    Set<String> recurring = new TreeSet<>();
    provision.stream()
        .filter(Paragraph.class::isInstance)
        .forEach(
            clause -> {
              for (Operative operative : Operative.of(clause, state)) {
                Matcher list = LIST.matcher(operative.sentence());
                while (list.find()) {
                  String before = operative.sentence().substring(0, list.start());
                  Optional<String> role = role(before);
                  boolean grows =
                      operative.function() != Operative.Function.REVIEWS
                          && operative.function().positive()
                          && operative
                              .growing(before, operative.sentence().substring(list.end()))
                              .orElse(false);
                  if (role.isPresent() && grows) {
                    Set<String> numbers = new TreeSet<>();
                    Matcher number = NUMBER.matcher(list.group(1));
                    while (number.find()) {
                      numbers.add(number.group());
                    }
                    Listed listed = new Listed(clause, numbers, operative.facet(clause));
                    if (lists.put(role.get(), listed) != null) {
                      recurring.add(role.get());
                    }
                  }
                }
              }
            });
    lists.keySet().removeAll(recurring);
    return lists;
  }

  private static Optional<String> role(String before) {
    String[] words = ThresholdText.key(before).split(" ", -1);
    return words.length < ROLE
        ? Optional.empty()
        : Optional.of(String.join(" ", List.of(words).subList(words.length - ROLE, words.length)));
  }

  private Optional<Finding> compared(Change change, Listed old, Listed now) {
    Set<String> added = new TreeSet<>(now.numbers());
    added.removeAll(old.numbers());
    Set<String> gone = new TreeSet<>(old.numbers());
    gone.removeAll(now.numbers());
    if (old.facet() != now.facet() || (added.isEmpty() && gone.isEmpty())) {
      return Optional.empty();
    }
    Direction direction =
        gone.isEmpty() ? Direction.TIGHTER : added.isEmpty() ? Direction.LOOSER : Direction.MIXED;
    return Optional.of(
        Findings.by(id(), now.clause().citation())
            .on(now.facet())
            .explaining(List.of(change))
            .showing("before", Optional.of(old.clause()))
            .showing("after", Optional.of(now.clause()))
            .towards(direction, Certainty.BY_POLARITY)
            .because(
                "the list stands behind the same words on both sides; what else changed in the"
                    + " provision is not judged")
            .saying(
                now.clause().citation()
                    + ": the list of ECCNs "
                    + (added.isEmpty() ? "" : "now also names " + String.join(", ", added))
                    + (added.isEmpty() || gone.isEmpty() ? "" : " and ")
                    + (gone.isEmpty() ? "" : "no longer names " + String.join(", ", gone))
                    + "."));
  }
}
