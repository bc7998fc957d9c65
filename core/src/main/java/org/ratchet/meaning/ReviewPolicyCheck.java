package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * The license review policy of a paragraph, in the order general approval, presumption of approval,
 * case by case, presumption of denial, policy of denial. Only a paragraph whose words are the same
 * but for the policy is judged: otherwise the applications it speaks of may be others.
 */
final class ReviewPolicyCheck implements Check {

  private static final Pattern POLICY =
      Pattern.compile(
          "(?i)\\b(general policy of approval|policy of approval|presumption of approval|case[- ]by[- ]case(?: basis| review)?"
              + "|presumption of denial|general policy of denial|policy of denial)\\b");
  private static final Map<String, Integer> ORDER =
      Map.of(
          "policy of approval", 0,
          "presumption of approval", 1,
          "case by case", 2,
          "presumption of denial", 3,
          "policy of denial", 4);

  @Override
  public String id() {
    return "review-policy";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Paired pair
          && pair.oneToOne()
          && Places.sameSection(pair.old(), pair.now())) {
        compared(pair).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> compared(Change.Paired pair) {
    List<String> old = policies(pair.old().content().ownText());
    List<String> now = policies(pair.now().content().ownText());
    if (old.isEmpty() || now.isEmpty() || old.equals(now)) {
      return Optional.empty();
    }
    Findings draft =
        Findings.by(id(), pair.citation())
            .on(Facet.REVIEW_POLICY)
            .explaining(List.of(pair))
            .showing(pair);
    String before = blank(pair.old().content().ownText());
    String after = blank(pair.now().content().ownText());
    boolean single = old.size() == 1 && now.size() == 1;
    if (!single || !before.equals(after) || Places.turns(after)) {
      return Optional.of(
          draft
              .because(
                  "which applications each policy is for is said in words that changed or turn the meaning, and is not compared")
              .saying(
                  pair.citation()
                      + ": the review policies named were “"
                      + String.join("”, “", old)
                      + "” and are “"
                      + String.join("”, “", now)
                      + "”."));
    }
    boolean tighter = rank(now.get(0)) > rank(old.get(0));
    return Optional.of(
        draft
            .towards(tighter ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
            .saying(
                pair.citation()
                    + ": applications were reviewed "
                    + with(old.get(0))
                    + " and are now reviewed "
                    + with(now.get(0))
                    + "."));
  }

  private static String with(String policy) {
    return policy.equals("case by case") ? policy : "under a " + policy;
  }

  private static int rank(String policy) {
    return ORDER.getOrDefault(policy, 0);
  }

  /** The policies that a text names, each once, in printed order. */
  private static List<String> policies(String text) {
    Matcher matcher = POLICY.matcher(text);
    Set<String> found = new LinkedHashSet<>();
    while (matcher.find()) {
      found.add(
          matcher
              .group(1)
              .toLowerCase(java.util.Locale.ROOT)
              .replace('-', ' ')
              .replaceFirst("^general ", "")
              .replaceFirst("^(case by case).*", "$1"));
    }
    return List.copyOf(found);
  }

  private static String blank(String text) {
    return ThresholdText.key(
        POLICY
            .matcher(text)
            .replaceAll("#")
            .replaceAll("(?i)\\b(?:under|with|on|an?)\\b (?=(?:an? )?#)", ""));
  }
}
