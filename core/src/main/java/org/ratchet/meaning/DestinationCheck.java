package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.ControlRecord.Row;
import org.ratchet.meaning.Entries.Touched;
import org.ratchet.meaning.Finding.Certainty;

/**
 * To where the controls of an entry of the Commerce Control List reach, item by item: rows that are
 * arranged otherwise and reach the same countries for each item change nothing, and a row for items
 * that the entry did not have before belongs to the control of those. A reason for control that
 * comes or goes counts for the destinations that no other reason reaches.
 */
final class DestinationCheck implements Check {

  private static final int NAMED = 4;

  @Override
  public String id() {
    return "destination";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    CountryTables before = CountryTables.before(delta);
    CountryTables after = CountryTables.after(delta);
    for (Touched entry : Entries.of(delta)) {
      if (entry.whole().isEmpty()
          && entry.before().isPresent()
          && entry.after().isPresent()
          && !entry.reserved("before")
          && !entry.reserved("after")) {
        findings.addAll(
            new Sides(
                    entry,
                    ControlRecord.of(entry.before().get(), before),
                    ControlRecord.of(entry.after().get(), after))
                .findings());
      }
    }
    return findings;
  }

  /** The rows that reach an item for one reason, before and after. */
  private record Reach(List<Row> old, List<Row> now) {}

  private final class Sides {

    private final Touched entry;
    private final ControlRecord before;
    private final ControlRecord after;

    Sides(Touched entry, ControlRecord before, ControlRecord after) {
      this.entry = entry;
      this.before = before;
      this.after = after;
    }

    List<Finding> findings() {
      Set<String> reasons = before.reasons();
      reasons.addAll(after.reasons());
      List<Finding> findings = new ArrayList<>();
      for (String reason : reasons) {
        List<Row> old = before.rows(reason);
        List<Row> now = after.rows(reason);
        if (!changed(old, now).isEmpty() || !changed(now, old).isEmpty()) {
          findings.addAll(reason(reason, old, now));
        }
      }
      return findings;
    }

    private List<Row> changed(List<Row> these, List<Row> those) {
      return these.stream().filter(row -> those.stream().noneMatch(row::same)).toList();
    }

    private List<Finding> reason(String reason, List<Row> old, List<Row> now) {
      List<Row> changed =
          Stream.concat(changed(old, now).stream(), changed(now, old).stream()).toList();
      Set<Citation> kept = new TreeSet<>(before.items());
      kept.retainAll(after.items());
      if (changed.stream().anyMatch(row -> row.scope().isEmpty()) || kept.isEmpty()) {
        return List.of(
            draft(changed)
                .because(
                    kept.isEmpty()
                        ? "the items of the entry are not the same on both sides, and which of them"
                            + " the rows reached before is not worked out"
                        : "the rows say in words which items they reach, and the words are not"
                            + " compared")
                .saying(name() + ": " + told(reason, old, now)));
      }
      Map<Reach, Set<Citation>> reaches = new LinkedHashMap<>();
      for (Citation item : kept) {
        Reach reach = new Reach(covering(old, item), covering(now, item));
        reaches.computeIfAbsent(reach, r -> new TreeSet<>()).add(item);
      }
      List<Finding> findings = new ArrayList<>();
      reaches.forEach(
          (reach, items) -> finding(reason, reach, items, kept, changed).ifPresent(findings::add));
      if (findings.isEmpty()) {
        findings.add(
            draft(changed)
                .towards(Direction.UNCHANGED, Certainty.DECIDED)
                .because(
                    "rows for items that the entry did not specify before belong to the control of"
                        + " those items")
                .saying(
                    name()
                        + ": the "
                        + reason
                        + " controls are stated otherwise and reach the same destinations for each"
                        + " item that the entry specifies on both sides."));
      }
      return findings;
    }

    private List<Row> covering(List<Row> rows, Citation item) {
      return rows.stream().filter(row -> row.covers(item)).toList();
    }

    private Optional<Finding> finding(
        String reason, Reach reach, Set<Citation> items, Set<Citation> kept, List<Row> changed) {
      if (changed(reach.old(), reach.now()).isEmpty()
          && changed(reach.now(), reach.old()).isEmpty()) {
        return Optional.empty();
      }
      Optional<Set<String>> from = countries(reach.old());
      Optional<Set<String>> to = countries(reach.now());
      Citation place = items.equals(kept) ? entry.citation() : common(items);
      Findings draft = draft(changed, place);
      String control = names(items, kept) + ": the " + reason + " control ";
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.of(
            draft
                .because("the destinations are not wholly named as countries or Country Groups")
                .saying(names(items, kept) + ": " + told(reason, reach.old(), reach.now())));
      }
      if (from.get().equals(to.get())) {
        boolean words = !wheres(reach.old()).equals(wheres(reach.now()));
        return words && items.equals(kept)
            ? Optional.of(
                draft
                    .because(source(reach))
                    .towards(Direction.UNCHANGED, Certainty.ASSUMES)
                    .saying(
                        control + "reaches the same destinations in other words" + words(reach)))
            : Optional.empty();
      }
      Set<String> added = minus(to.get(), from.get());
      Set<String> gone = minus(from.get(), to.get());
      if (reach.old().isEmpty() || reach.now().isEmpty()) {
        return Optional.of(comesOrGoes(draft, reason, reach, items, kept));
      }
      return Optional.of(
          draft
              .because(source(reach))
              .towards(direction(added, gone), Certainty.ASSUMES)
              .saying(control + moved(added, gone) + words(reach)));
    }

    /** A reason that reached an item on one side only. */
    private Finding comesOrGoes(
        Findings draft, String reason, Reach reach, Set<Citation> items, Set<Citation> kept) {
      boolean comes = reach.old().isEmpty();
      Set<String> own = countries(comes ? reach.now() : reach.old()).orElseThrow();
      Citation item = items.iterator().next();
      List<Row> others =
          (comes ? before : after)
              .rows().stream().filter(row -> row.covers(item) || row.scope().isEmpty()).toList();
      Set<String> known = new TreeSet<>();
      others.stream()
          .filter(row -> row.scope().isPresent())
          .forEach(row -> reached(row).ifPresent(known::addAll));
      Set<String> more = minus(own, known);
      boolean open =
          others.stream().anyMatch(row -> row.scope().isEmpty() || reached(row).isEmpty());
      String statement =
          names(items, kept)
              + ": "
              + reason
              + (comes ? " controls are added (" : " controls are removed (")
              + String.join("; ", wheres(comes ? reach.now() : reach.old()))
              + ")";
      if (more.isEmpty()) {
        return draft
            .because(
                "a license is required for every destination of this control for other reasons as"
                    + " well; "
                    + source(reach))
            .towards(Direction.UNCHANGED, Certainty.ASSUMES)
            .saying(statement + ", which adds no destination to those of the other controls.");
      }
      if (open) {
        return draft
            .because(
                "whether destinations are "
                    + (comes ? "added" : "lost")
                    + " depends on what the other controls of the entry reach")
            .saying(statement + ".");
      }
      return draft
          .because(source(reach))
          .towards(comes ? Direction.TIGHTER : Direction.LOOSER, Certainty.ASSUMES)
          .saying(
              statement
                  + ": a license is "
                  + (comes ? "now required for " : "no longer required for ")
                  + list(more)
                  + ".");
    }

    private Optional<Set<String>> reached(Row row) {
      // Anti-terrorism controls have no column in the chart; they reach Country Group E.
      return row.reason().equals("AT")
          ? Optional.of(row.tables().groups().members("E"))
          : row.destinations().map(Destinations::countries);
    }

    private Optional<Set<String>> countries(List<Row> rows) {
      Set<String> all = new TreeSet<>();
      for (Row row : rows) {
        Optional<Destinations> destinations = row.destinations();
        if (destinations.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(destinations.get().countries());
      }
      return Optional.of(all);
    }

    private String source(Reach reach) {
      return Stream.concat(reach.old().stream(), reach.now().stream())
          .flatMap(row -> row.destinations().stream())
          .map(Destinations::source)
          .distinct()
          .collect(Collectors.joining("; "));
    }

    private String words(Reach reach) {
      return " (before: " + said(reach.old()) + "; now: " + said(reach.now()) + ").";
    }

    private String said(List<Row> rows) {
      return rows.stream()
          .flatMap(row -> row.destinations().stream())
          .map(Destinations::words)
          .distinct()
          .collect(Collectors.joining("; "));
    }

    private String name() {
      return Entries.name(entry.citation());
    }

    /** The items in as few paragraphs as hold them and no other item of both sides. */
    private String names(Set<Citation> items, Set<Citation> kept) {
      if (items.equals(kept)) {
        return name();
      }
      Set<Citation> tops = new TreeSet<>();
      for (Citation item : items) {
        Citation top = item;
        while (top.parent().last().kind() == Kind.PARAGRAPH) {
          Citation wider = top.parent();
          if (!kept.stream().filter(wider::isPrefixOf).allMatch(items::contains)) {
            break;
          }
          top = wider;
        }
        tops.add(top);
      }
      return tops.stream().map(Entries::name).collect(Collectors.joining(", "));
    }

    private Citation common(Set<Citation> items) {
      Citation at = items.iterator().next();
      while (!at.equals(entry.citation()) && !holds(at, items)) {
        at = at.parent();
      }
      return at;
    }

    private boolean holds(Citation at, Set<Citation> items) {
      return items.stream().allMatch(item -> at.equals(item) || at.isPrefixOf(item));
    }

    private Findings draft(Collection<Row> rows) {
      return draft(rows, entry.citation());
    }

    private Findings draft(Collection<Row> rows, Citation place) {
      List<Citation> citations = rows.stream().map(row -> row.clause().citation()).toList();
      Findings draft =
          Findings.by(id(), place)
              .on(Facet.DESTINATION)
              .explaining(
                  entry.changes().stream()
                      .filter(
                          change -> at(change.before(), citations) || at(change.after(), citations))
                      .toList());
      rows.stream()
          .filter(before.rows()::contains)
          .forEach(row -> draft.showing("before", Optional.of(row.clause())));
      rows.stream()
          .filter(after.rows()::contains)
          .forEach(row -> draft.showing("after", Optional.of(row.clause())));
      return draft;
    }
  }

  private static boolean at(Optional<Clause> clause, List<Citation> citations) {
    return clause.filter(c -> citations.contains(c.citation())).isPresent();
  }

  private static Set<String> wheres(List<Row> rows) {
    Set<String> wheres = new TreeSet<>();
    rows.forEach(row -> wheres.add(row.where().strip().replaceFirst("\\.$", "")));
    return wheres;
  }

  private static String told(String reason, List<Row> old, List<Row> now) {
    if (old.isEmpty() || now.isEmpty()) {
      return reason
          + (old.isEmpty() ? " controls are added (" : " controls are removed (")
          + String.join("; ", wheres(old.isEmpty() ? now : old))
          + ").";
    }
    return "the "
        + reason
        + " control applied to “"
        + String.join("; ", wheres(old))
        + "” and now applies to “"
        + String.join("; ", wheres(now))
        + "”.";
  }

  private static Direction direction(Set<String> added, Set<String> gone) {
    return gone.isEmpty()
        ? Direction.TIGHTER
        : added.isEmpty() ? Direction.LOOSER : Direction.MIXED;
  }

  private static String moved(Set<String> added, Set<String> gone) {
    List<String> parts = new ArrayList<>();
    if (!added.isEmpty()) {
      parts.add("now reaches " + list(added) + ", which it did not reach before");
    }
    if (!gone.isEmpty()) {
      parts.add("no longer reaches " + list(gone));
    }
    return String.join(" and ", parts);
  }

  private static Set<String> minus(Set<String> from, Set<String> less) {
    Set<String> rest = new TreeSet<>(from);
    rest.removeAll(less);
    return rest;
  }

  private static String list(Set<String> countries) {
    List<String> first = countries.stream().limit(NAMED).toList();
    int more = countries.size() - first.size();
    String number = countries.size() == 1 ? "1 destination" : countries.size() + " destinations";
    return number + " (" + Countries.list(first) + (more > 0 ? " and " + more + " more" : "") + ")";
  }
}
