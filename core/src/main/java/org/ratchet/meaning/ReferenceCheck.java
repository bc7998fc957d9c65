package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.meaning.Uses.Use;

/**
 * What an entry of the Commerce Control List that covers more or fewer items does in the sections
 * that name it in words that did not change: each such finding names its cause and shares its
 * effect.
 */
final class ReferenceCheck implements Check {

  /** Paragraphs of an entry behind its number: {@code .a.4, c, d, f.1.b, k to n}. */
  private static final String PARAGRAPHS =
      "(?:\\.[a-z](?:\\.\\w{1,2})*(?:(?:, (?:and |or )?| and | or | to | through )"
          + "(?:(?!\\d[A-E]\\d{3})\\.?[a-z](?:\\.\\w{1,2})*)(?![\\w-]))*)?";

  @Override
  public String id() {
    return "reference";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    return List.of();
  }

  @Override
  public List<Finding> follow(Delta delta, List<Finding> found) {
    Map<Citation, List<Finding>> causes = new LinkedHashMap<>();
    found.stream()
        .filter(finding -> finding.facet() == Facet.SCOPE && directed(finding))
        .filter(finding -> !finding.citation().upTo(Kind.ECCN).steps().isEmpty())
        .forEach(
            finding ->
                causes
                    .computeIfAbsent(finding.citation().upTo(Kind.ECCN), e -> new ArrayList<>())
                    .add(finding));
    List<Finding> findings = new ArrayList<>();
    causes.forEach((entry, those) -> findings.addAll(used(entry, those, delta)));
    return findings;
  }

  private static boolean directed(Finding finding) {
    return finding.direction() != Direction.UNDETERMINED
        && finding.direction() != Direction.UNCHANGED;
  }

  private List<Finding> used(Citation entry, List<Finding> causes, Delta delta) {
    String number = Entries.name(entry);
    Pattern words = Pattern.compile("\\b" + number + PARAGRAPHS + "(?![\\w])");
    List<Finding> findings = new ArrayList<>();
    for (Use use : Uses.of(number.toLowerCase(Locale.ROOT), words, delta)) {
      if (use.growing().isPresent()) {
        reaching(use, entry, causes).stream()
            .collect(Collectors.groupingBy(Finding::direction, TreeMap::new, Collectors.toList()))
            .forEach((moved, those) -> findings.add(finding(use, moved, those, delta)));
      }
    }
    return findings;
  }

  /** The causes in what the use names of the entry. */
  private static List<Finding> reaching(Use use, Citation entry, List<Finding> causes) {
    Optional<ItemScope> scope = ItemScope.of(use.mention(), entry);
    return causes.stream()
        .filter(
            cause ->
                scope
                    .filter(s -> s.named().contains(entry) || s.covers(cause.citation()))
                    .isPresent())
        .toList();
  }

  private Finding finding(Use use, Direction moved, List<Finding> causes, Delta delta) {
    Citation place = use.clause().citation();
    String more =
        switch (moved) {
          case TIGHTER -> " now covers more: ";
          case LOOSER -> " now covers less: ";
          default -> " now covers other items: ";
        };
    Findings draft =
        Findings.by(id(), place)
            .on(use.facet())
            .dimension(Facet.SCOPE)
            .showing("before", delta.before().find(place))
            .showing("after", Optional.of(use.clause()));
    boolean whole =
        causes.stream()
            .anyMatch(cause -> cause.citation().equals(cause.citation().upTo(Kind.ECCN)));
    if (use.again() && whole) {
      draft.because(
          "the sentence names the entry more than once, and a condition of the whole entry may bear"
              + " on one mention and not on the other");
    } else if (!use.growing().orElse(true)) {
      draft.because(
          "what the provision leaves to the entry is no longer, or now, under the entry instead, and"
              + " whose control is the harder one is not compared");
    } else {
      draft
          .towards(use.direction(moved), Certainty.BY_POLARITY)
          .because(
              "it follows from the change of the entry; what frees items of the entry limits it"
                  + " here as well");
    }
    return draft
        .saying(
            place
                + ", in the same words, names "
                + use.mention()
                + ", which"
                + more
                + causes.stream()
                    .map(cause -> cause.citation().toString())
                    .distinct()
                    .collect(Collectors.joining("; "))
                + ".")
        .following(causes);
  }
}
