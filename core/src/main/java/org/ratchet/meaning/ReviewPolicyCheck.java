package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      if (change instanceof Change.Paired pair && Places.sameSection(pair.old(), pair.now())) {
        compared(pair).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> compared(Change.Paired pair) {
    Optional<String> old = policy(pair.old().content().ownText());
    Optional<String> now = policy(pair.now().content().ownText());
    if (old.isEmpty() || now.isEmpty() || old.equals(now)) {
      return Optional.empty();
    }
    String before = blank(pair.old().content().ownText());
    String after = blank(pair.now().content().ownText());
    if (!before.equals(after)) {
      return Optional.empty();
    }
    boolean tighter = rank(now.get()) > rank(old.get());
    return Optional.of(
        Findings.by(id(), pair.citation())
            .on(Facet.REVIEW_POLICY)
            .explaining(List.of(pair))
            .showing(pair)
            .towards(tighter ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
            .saying(
                pair.citation()
                    + ": applications were reviewed with a "
                    + old.get()
                    + " and are now reviewed with a "
                    + now.get()
                    + "."));
  }

  private static int rank(String policy) {
    return ORDER.getOrDefault(policy, 0);
  }

  /** The policy of a text that names exactly one. */
  private static Optional<String> policy(String text) {
    Matcher matcher = POLICY.matcher(text);
    Optional<String> found = Optional.empty();
    while (matcher.find()) {
      String name =
          matcher
              .group(1)
              .toLowerCase(java.util.Locale.ROOT)
              .replace('-', ' ')
              .replaceFirst("^general ", "")
              .replaceFirst("^(case by case).*", "$1");
      if (found.isPresent() && !found.get().equals(name)) {
        return Optional.empty();
      }
      found = Optional.of(name);
    }
    return found;
  }

  private static String blank(String text) {
    return ThresholdText.key(
        POLICY
            .matcher(text)
            .replaceAll("#")
            .replaceAll("(?i)\\b(?:under|with|on|an?)\\b (?=(?:an? )?#)", ""));
  }
}
