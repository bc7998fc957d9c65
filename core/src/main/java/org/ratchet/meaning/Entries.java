package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.text.Runs;

/** Entries of the Commerce Control List that a delta touches. */
final class Entries {

  private Entries() {}

  /**
   * An entry on both sides with the changes in it.
   *
   * @param citation the entry
   */
  record Touched(
      Citation citation,
      Optional<EccnEntry> before,
      Optional<EccnEntry> after,
      List<Change> changes) {

    Optional<Clause> clause(String side, Citation at) {
      Optional<EccnEntry> entry = side.equals("before") ? before : after;
      return entry.flatMap(
          e -> e.stream().filter(clause -> clause.citation().equals(at)).findFirst());
    }

    /** Whether the entry is reserved on a side: its number stands and controls nothing. */
    boolean reserved(String side) {
      return (side.equals("before") ? before : after).filter(Entries::reserved).isPresent();
    }

    /** The change that adds, removes or sets out the entry as a whole, if there is one. */
    Optional<Change> whole() {
      return changes.stream()
          .filter(change -> change.before().isEmpty() != change.after().isEmpty())
          .filter(change -> change.citation().equals(citation))
          .findFirst();
    }
  }

  /** Whether the number of an entry stands and controls nothing. */
  static boolean reserved(EccnEntry entry) {
    return Runs.text(entry.heading()).toLowerCase(Locale.ROOT).contains("[reserved]")
        || entry.content().ownText().toLowerCase(Locale.ROOT).contains("[reserved]");
  }

  /** The entries touched, in the order of the changes. */
  static List<Touched> of(Delta delta) {
    Map<Citation, List<Change>> groups = new LinkedHashMap<>();
    for (Change change : delta.changes()) {
      change.before().ifPresent(clause -> add(groups, clause.citation(), change));
      change.after().ifPresent(clause -> add(groups, clause.citation(), change));
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new Touched(
                    group.getKey(),
                    entry(delta.before().find(group.getKey())),
                    entry(delta.after().find(group.getKey())),
                    List.copyOf(group.getValue())))
        .toList();
  }

  private static void add(Map<Citation, List<Change>> groups, Citation citation, Change change) {
    Citation entry = citation.upTo(Kind.ECCN);
    if (!entry.equals(Citation.ROOT)) {
      List<Change> changes = groups.computeIfAbsent(entry, e -> new ArrayList<>());
      if (changes.isEmpty() || changes.get(changes.size() - 1) != change) {
        changes.add(change);
      }
    }
  }

  private static Optional<EccnEntry> entry(Optional<Clause> clause) {
    return clause.filter(EccnEntry.class::isInstance).map(EccnEntry.class::cast);
  }

  static Optional<EccnPart> part(Optional<EccnEntry> entry, Role role) {
    return entry.stream()
        .flatMap(e -> e.children().stream())
        .filter(child -> child instanceof EccnPart part && part.role() == role)
        .map(EccnPart.class::cast)
        .findFirst();
  }

  /** The number of an entry or paragraph as people say it: {@code 3A090.a.1}. */
  static String name(Citation citation) {
    return citation.toString().replaceFirst("^ECCN ", "");
  }
}
