package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step.Kind;

/** The review policies that a text names, and their order from approval to denial. */
final class Policies {

  private static final Pattern POLICY =
      Pattern.compile(
          "(?i)\\b(?=[gpc])(general policy of approval|policy of approval|presumption of approval|case[- ]by[- ]case(?: basis| review)?"
              + "|presumption of denial|general policy of denial|policy of denial)\\b");
  private static final Map<String, Integer> ORDER =
      Map.of(
          "policy of approval", 0,
          "presumption of approval", 1,
          "case by case", 2,
          "presumption of denial", 3,
          "policy of denial", 4);

  /** How a policy stands to the others that the same provision names. */
  enum Weight {
    MILDEST,
    BETWEEN,
    HARDEST
  }

  private Policies() {}

  static int rank(String policy) {
    return ORDER.getOrDefault(policy, 0);
  }

  /** The policies that a text names, each once, in printed order. */
  static List<String> in(String text) {
    Matcher matcher = POLICY.matcher(text);
    Set<String> found = new LinkedHashSet<>();
    while (matcher.find()) {
      found.add(
          matcher
              .group(1)
              .toLowerCase(Locale.ROOT)
              .replace('-', ' ')
              .replaceFirst("^general ", "")
              .replaceFirst("^(case by case).*", "$1"));
    }
    return List.copyOf(found);
  }

  static String names(String text) {
    return String.join(" or ", in(text));
  }

  /** The words of a text other than the policies and what joins them. */
  static String blank(String text) {
    return ThresholdText.key(
        POLICY
            .matcher(text)
            .replaceAll("#")
            .replaceAll("(?i)\\b(?:under|with|on|an?)\\b (?=(?:an? )?#)", ""));
  }

  /**
   * How the policies of a sentence stand to those of the rest of its provision. A policy that
   * stands alone is the mildest or hardest only where none could be milder or harder.
   */
  static Weight weight(String sentence, Clause clause, State state) {
    List<Integer> own = in(sentence).stream().map(Policies::rank).toList();
    List<Integer> others = new ArrayList<>();
    in(provision(clause, state).replace(sentence, "")).forEach(name -> others.add(rank(name)));
    int least = own.stream().min(Integer::compare).orElse(0);
    int most = own.stream().max(Integer::compare).orElse(0);
    if (others.isEmpty()) {
      return least == ORDER.size() - 1
          ? Weight.HARDEST
          : most == 0 ? Weight.MILDEST : Weight.BETWEEN;
    }
    if (others.stream().allMatch(other -> other < least)) {
      return Weight.HARDEST;
    }
    return others.stream().allMatch(other -> other > most) ? Weight.MILDEST : Weight.BETWEEN;
  }

  /** The words of the provision that a paragraph belongs to, as far as it divides one matter. */
  private static String provision(Clause clause, State state) {
    Citation section = clause.citation().upTo(Kind.SECTION);
    Citation top = clause.citation();
    while (top.steps().size() > section.steps().size() + 2) {
      top = top.parent();
    }
    StringBuilder words = new StringBuilder();
    state
        .find(top)
        .ifPresent(
            whole -> whole.stream().forEach(each -> words.append(Readings.text(each)).append(' ')));
    return words.toString();
  }
}
