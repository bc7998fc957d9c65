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
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.meaning.Entries.Touched;
import org.ratchet.meaning.Finding.Certainty;
import org.ratchet.text.Runs;

/**
 * To where a control of an entry of the Commerce Control List reaches. The destinations of both
 * sides are compared as sets of countries; where a row names a column of the Country Chart or
 * something else that is no set of countries, the finding is undetermined.
 */
final class DestinationCheck implements Check {

  private static final int NAMED = 4;
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?i)^\\s*([A-Z]{2,3}(?:(?:,| and) [A-Z]{2,3})*) (?:applies|apply|controls?) (?:to )?(.*?)\\W*$");
  private static final Pattern COLUMN = Pattern.compile("(?i)\\b[A-Z]{2} Column \\d");

  private final CountryGroups groups;

  DestinationCheck(CountryGroups groups) {
    this.groups = groups;
  }

  @Override
  public String id() {
    return "destination";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Touched entry : Entries.of(delta)) {
      if (entry.whole().isEmpty()
          && entry.before().isPresent()
          && entry.after().isPresent()
          && !entry.reserved("before")
          && !entry.reserved("after")) {
        findings.addAll(compared(entry));
      }
    }
    return findings;
  }

  /** A row: reason for control, the paragraphs it applies to, and where. */
  private record Row(String reason, String scope, String where, ControlRow clause) {}

  private List<Finding> compared(Touched entry) {
    Map<String, List<Row>> old = rows(entry.before(), entry.citation());
    Map<String, List<Row>> now = rows(entry.after(), entry.citation());
    Set<String> reasons = new TreeSet<>(old.keySet());
    reasons.addAll(now.keySet());
    List<Finding> findings = new ArrayList<>();
    for (String reason : reasons) {
      findings.addAll(
          reason(
              entry,
              reason,
              old.getOrDefault(reason, List.of()),
              now.getOrDefault(reason, List.of())));
    }
    return findings;
  }

  private static Map<String, List<Row>> rows(Optional<EccnEntry> entry, Citation citation) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    String name = Entries.name(citation);
    Entries.part(entry, Role.LICENSE_REQUIREMENTS).stream()
        .flatMap(part -> part.children().stream())
        .filter(ControlRow.class::isInstance)
        .map(ControlRow.class::cast)
        .forEach(
            row -> {
              Matcher control = CONTROL.matcher(Runs.text(row.control()));
              if (control.matches()) {
                String scope =
                    control
                        .group(2)
                        .replaceFirst("(?i)^the entire entry$|^entire entry$|^this entry$", name);
                rows.computeIfAbsent(control.group(1), r -> new ArrayList<>())
                    .add(new Row(control.group(1), scope, Runs.text(row.where()), row));
              }
            });
    return rows;
  }

  private List<Finding> reason(Touched entry, String reason, List<Row> old, List<Row> now) {
    if (old.isEmpty() || now.isEmpty()) {
      return List.of(appears(entry, reason, old, now));
    }
    List<Finding> findings = new ArrayList<>();
    for (Row before : old) {
      for (Row after : now) {
        boolean answers =
            before.scope().equals(after.scope()) || old.size() == 1 || now.size() == 1;
        if (answers && !same(before, after)) {
          findings.add(pair(entry, before, after));
        }
      }
    }
    return findings;
  }

  private static boolean same(Row before, Row after) {
    return before.scope().equals(after.scope())
        && ThresholdText.key(before.where()).equals(ThresholdText.key(after.where()));
  }

  private Finding appears(Touched entry, String reason, List<Row> old, List<Row> now) {
    boolean added = old.isEmpty();
    List<Row> rows = added ? now : old;
    Findings draft = draft(entry, rows);
    rows.forEach(row -> draft.showing(added ? "after" : "before", Optional.of(row.clause())));
    return draft
        .because(
            "whether destinations are "
                + (added ? "added" : "lost")
                + " depends on what the other controls of the entry reach")
        .saying(
            Entries.name(entry.citation())
                + ": "
                + reason
                + " controls "
                + (added ? "are added" : "are removed")
                + " ("
                + rows.get(0).where().strip()
                + ").");
  }

  private Findings draft(Touched entry, List<Row> rows) {
    List<Citation> citations = rows.stream().map(row -> row.clause().citation()).toList();
    return Findings.by(id(), entry.citation())
        .on(Facet.DESTINATION)
        .explaining(
            entry.changes().stream()
                .filter(change -> at(change.before(), citations) || at(change.after(), citations))
                .toList());
  }

  private static boolean at(Optional<Clause> clause, List<Citation> citations) {
    return clause.filter(c -> citations.contains(c.citation())).isPresent();
  }

  private Finding pair(Touched entry, Row before, Row after) {
    Findings draft =
        draft(entry, List.of(before, after))
            .showing("before", Optional.of(before.clause()))
            .showing("after", Optional.of(after.clause()));
    String control =
        Entries.name(entry.citation())
            + ": the "
            + before.reason()
            + " control on "
            + after.scope();
    Optional<Destinations> from = Destinations.of(before.where(), groups);
    Optional<Destinations> to = Destinations.of(after.where(), groups);
    if (from.isEmpty() || to.isEmpty()) {
      boolean chart = COLUMN.matcher(before.where() + after.where()).find();
      return draft
          .because(
              chart
                  ? "columns of the Country Chart have no order of their own"
                  : "the destinations are not wholly named as countries or Country Groups")
          .saying(
              control
                  + " applied to "
                  + shown(before.where())
                  + " and now applies to "
                  + shown(after.where())
                  + ".");
    }
    return compared(draft, control, from.get(), to.get());
  }

  private static String shown(String where) {
    return "“" + where.strip().replaceFirst("\\.$", "") + "”";
  }

  private Finding compared(Findings draft, String control, Destinations from, Destinations to) {
    Set<String> added = new TreeSet<>(to.countries());
    added.removeAll(from.countries());
    Set<String> gone = new TreeSet<>(from.countries());
    gone.removeAll(to.countries());
    draft.because(CountryGroups.SOURCE);
    String change = " (before: " + from.words() + "; now: " + to.words() + ").";
    if (added.isEmpty() && gone.isEmpty()) {
      return draft
          .towards(Direction.UNCHANGED, Certainty.ASSUMES)
          .saying(control + " reaches the same destinations in other words" + change);
    }
    List<String> parts = new ArrayList<>();
    if (!added.isEmpty()) {
      parts.add(" now reaches " + list(added) + ", which it did not reach before");
    }
    if (!gone.isEmpty()) {
      parts.add(" no longer reaches " + list(gone));
    }
    Direction direction =
        gone.isEmpty() ? Direction.TIGHTER : added.isEmpty() ? Direction.LOOSER : Direction.MIXED;
    return draft
        .towards(direction, Certainty.ASSUMES)
        .saying(control + String.join(" and", parts) + change);
  }

  private static String list(Set<String> countries) {
    List<String> first = countries.stream().limit(NAMED).toList();
    int more = countries.size() - first.size();
    String number = countries.size() == 1 ? "1 destination" : countries.size() + " destinations";
    return number
        + " ("
        + CountryGroups.list(first)
        + (more > 0 ? " and " + more + " more" : "")
        + ")";
  }
}
