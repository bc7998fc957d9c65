package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.clause.Clause;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * The license review policy of a paragraph, in the order general approval, presumption of approval,
 * case by case, presumption of denial, policy of denial. Only a paragraph whose words are the same
 * but for the policy is judged: otherwise the applications it speaks of may be others.
 */
final class ReviewPolicyCheck implements Check {

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
    List<String> old = Policies.in(pair.old().content().ownText());
    List<String> now = Policies.in(pair.now().content().ownText());
    if (old.isEmpty() || now.isEmpty() || old.equals(now)) {
      return Optional.empty();
    }
    Findings draft =
        Findings.by(id(), pair.citation())
            .on(Facet.REVIEW_POLICY)
            .explaining(List.of(pair))
            .showing(pair);
    String before = Policies.blank(pair.old().content().ownText());
    String after = Policies.blank(pair.now().content().ownText());
    boolean single = old.size() == 1 && now.size() == 1;
    if (!single || !before.equals(after) || Places.turns(after) || !reviews(pair.now())) {
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
    boolean tighter = Policies.rank(now.get(0)) > Policies.rank(old.get(0));
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

  /** Whether a text says that applications are reviewed so, not what speaks for or against it. */
  private static boolean reviews(Clause clause) {
    return REVIEWS.matcher(clause.content().ownText()).find();
  }

  private static final Pattern REVIEWS =
      Pattern.compile(
          "(?i)\\b(?:reviewed|considered|review policy)\\b(?:(?!\\b(?:against|for)\\b)[^.;]){0,60}\\b(?:approval|denial|case)\\b");

  private static String with(String policy) {
    return policy.equals("case by case") ? policy : "under a " + policy;
  }
}
