package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.meaning.Entries.Touched;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Special conditions for License Exception STA. Each sentence says where the exception may not be
 * used; one more is tighter, one less is looser. Sentences of another shape, and sentences that are
 * worded anew, are not compared.
 */
final class StaCheck implements Check {

  private static final Pattern BARS =
      Pattern.compile(
          "(?i)(?:paragraph \\(c\\)\\(2\\) of )?license exception sta (?:\\(§[^)]*\\) )?(?:\\(§ [\\w.()]+ of the ear\\) )?(?:may not be used|is not available)\\b(?!.*\\b(?:unless|except|other than|excluding)\\b).*");
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[a-z)\\d]\\.)(?<!(?i:supp|no)\\.)\\s+(?=\\p{Lu}[a-z])");

  @Override
  public String id() {
    return "sta";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Touched entry : Entries.of(delta)) {
      if (entry.whole().isEmpty() && entry.before().isPresent() && entry.after().isPresent()) {
        compared(entry, delta).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> compared(Touched entry, Delta delta) {
    Optional<EccnPart> old = Entries.part(entry.before(), Role.STA_CONDITIONS);
    Optional<EccnPart> now = Entries.part(entry.after(), Role.STA_CONDITIONS);
    Map<String, String> before = sentences(old);
    Map<String, String> after = sentences(now);
    if (before.keySet().equals(after.keySet())) {
      return Optional.empty();
    }
    Map<String, String> added = new LinkedHashMap<>(after);
    added.keySet().removeAll(before.keySet());
    Map<String, String> gone = new LinkedHashMap<>(before);
    gone.keySet().removeAll(after.keySet());
    Findings draft =
        Findings.by(id(), now.or(() -> old).orElseThrow().citation())
            .on(Facet.EXCEPTION)
            .explaining(
                entry.changes().stream()
                    .filter(change -> within(change.before(), old) || within(change.after(), now))
                    .toList())
            .showing("before", old.map(clause -> clause))
            .showing("after", now.map(clause -> clause));
    String name = Entries.name(entry.citation()) + ": the conditions for License Exception STA ";
    boolean bars =
        Stream.concat(added.keySet().stream(), gone.keySet().stream())
            .allMatch(sentence -> BARS.matcher(sentence).matches());
    if (!bars || added.isEmpty() == gone.isEmpty()) {
      return Optional.of(
          draft
              .because(
                  "the conditions are worded anew, and which shipments each bars is not compared")
              .saying(name + "were " + quoted(before) + " and are " + quoted(after) + "."));
    }
    if (barred(entry, delta.before()) && barred(entry, delta.after())) {
      return Optional.of(
          draft
              .because(
                  "§ 740.2 restricts the exceptions for this entry on both sides, so that the condition may repeat what holds anyway")
              .saying(name + "were " + quoted(before) + " and are " + quoted(after) + "."));
    }
    boolean tighter = gone.isEmpty();
    return Optional.of(
        draft
            .towards(tighter ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
            .because(
                "for shipments that no other provision, such as § 740.2 or § 740.20, keeps from the exception")
            .saying(
                name
                    + (tighter ? "now say as well: " : "no longer say: ")
                    + quoted(tighter ? added : gone)
                    + "."));
  }

  /** Whether the restrictions on all license exceptions name the entry. */
  private static boolean barred(Touched entry, State state) {
    String number = Entries.name(entry.citation());
    return state.find(Citation.section(15, "740.2")).stream()
        .flatMap(Clause::stream)
        .anyMatch(clause -> clause.content().ownText().contains(number));
  }

  private static boolean within(Optional<Clause> clause, Optional<EccnPart> part) {
    return clause.isPresent()
        && part.isPresent()
        && (clause.get().citation().equals(part.get().citation())
            || part.get().citation().isPrefixOf(clause.get().citation()));
  }

  private static String quoted(Map<String, String> sentences) {
    return sentences.isEmpty()
        ? "none"
        : sentences.values().stream().collect(Collectors.joining(" ", "“", "”"));
  }

  /** The sentences of the part by their words. */
  private static Map<String, String> sentences(Optional<EccnPart> part) {
    Map<String, String> sentences = new LinkedHashMap<>();
    String text =
        part.stream()
            .flatMap(EccnPart::stream)
            .map(clause -> clause.content().ownText())
            .collect(Collectors.joining(" "))
            .replaceAll("(?i)special conditions for sta:?", " ")
            .strip();
    for (String sentence : SENTENCE.split(text, -1)) {
      String plain = ThresholdText.normalise(sentence).strip().replaceFirst("\\.$", "");
      if (!plain.isBlank()) {
        sentences.putIfAbsent(ThresholdText.key(plain), plain);
      }
    }
    return sentences;
  }
}
