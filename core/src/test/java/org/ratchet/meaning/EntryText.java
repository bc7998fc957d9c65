package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.LedgerLine;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Differ;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * Entries of the Commerce Control List written as text, for tests: rows of the control table as
 * {@code control | where}, exceptions as {@code LVS: N/A}, items by their labels, notes by theirs.
 */
final class EntryText {

  private static final Pattern ITEM = Pattern.compile("([a-z](?:\\.(?:\\d+|[a-z]))*)\\. (.*)");
  private static final Pattern NOTE =
      Pattern.compile("((?:Technical )?Note(?: \\d+)?) to (\\S+?)(?: and .*)?: (.*)");
  private static final Pattern EXCEPTION = Pattern.compile("([A-Z]{3}): (.*)");

  private EntryText() {}

  private static final class Tree {
    private final Citation citation;
    private final List<Clause> leaves = new ArrayList<>();
    private final List<Tree> order = new ArrayList<>();
    private final String heading;
    private final String text;
    private final boolean note;

    Tree(Citation citation, String heading, String text, boolean note) {
      this.citation = citation;
      this.heading = heading;
      this.text = text;
      this.note = note;
    }

    List<Clause> children() {
      return order.stream().map(Tree::build).toList();
    }

    Clause build() {
      List<Clause> all = new ArrayList<>(leaves);
      all.addAll(children());
      Content content =
          new Content(Runs.of(heading), Runs.of(text), all, Shown.WHOLE, Span.ofLine("test", 1));
      return note ? new Note(citation, content) : new Paragraph(citation, content);
    }
  }

  /** The entry that a text describes, line by line. */
  static EccnEntry entry(String number, String title, String lines) {
    Citation entry = Citation.eccn(number);
    Map<Citation, Tree> items = new HashMap<>();
    Tree top = new Tree(entry.then(Kind.ECCN_PART, "Items"), "Items:", "", false);
    List<Clause> rows = new ArrayList<>();
    List<Clause> exceptions = new ArrayList<>();
    for (String line : lines.strip().split("\n", -1)) {
      Matcher item = ITEM.matcher(line.strip());
      Matcher note = NOTE.matcher(line.strip());
      Matcher exception = EXCEPTION.matcher(line.strip());
      if (line.contains(" | ")) {
        String[] cells = line.strip().split(" \\| ", -1);
        rows.add(
            new ControlRow(
                entry.then(Kind.ECCN_PART, "License Requirements").then(Kind.ROW, cells[0]),
                Runs.of(cells[0]),
                Runs.of(cells[1]),
                content("", line.strip(), List.of())));
      } else if (exception.matches()) {
        exceptions.add(
            new Paragraph(
                entry
                    .then(Kind.ECCN_PART, "License Exceptions")
                    .then(Kind.PARAGRAPH, exception.group(1)),
                content("", exception.group(2), List.of())));
      } else if (note.matches()) {
        Citation at = path(entry, note.group(2).replaceFirst("^" + number + "\\.?", ""));
        Tree tree =
            new Tree(
                at.then(Kind.NOTE, note.group(1)),
                line.strip().split(":", 2)[0],
                note.group(3),
                true);
        items.getOrDefault(at, top).order.add(tree);
      } else if (item.matches()) {
        Citation at = path(entry, item.group(1));
        Tree tree = new Tree(at, "", item.group(2), false);
        items.getOrDefault(at.parent(), top).order.add(tree);
        items.put(at, tree);
      } else {
        throw new IllegalArgumentException("neither item nor note nor row: " + line);
      }
    }
    List<Clause> parts = new ArrayList<>();
    if (!rows.isEmpty()) {
      parts.add(part(entry, "License Requirements", Role.LICENSE_REQUIREMENTS, rows));
    }
    if (!exceptions.isEmpty()) {
      parts.add(part(entry, "License Exceptions", Role.LICENSE_EXCEPTIONS, exceptions));
    }
    parts.add(part(entry, "Items", Role.ITEMS, top.children()));
    return new EccnEntry(entry, content(title, "", parts));
  }

  private static EccnPart part(Citation entry, String name, Role role, List<Clause> children) {
    return new EccnPart(entry.then(Kind.ECCN_PART, name), role, content(name, "", children));
  }

  private static Content content(String heading, String text, List<Clause> children) {
    return new Content(
        Runs.of(heading), Runs.of(text), children, Shown.WHOLE, Span.ofLine("test", 1));
  }

  private static Citation path(Citation entry, String printed) {
    Citation citation = entry;
    for (String label : printed.split("\\.", -1)) {
      citation = label.isEmpty() ? citation : citation.then(Kind.PARAGRAPH, label);
    }
    return citation;
  }

  /** What changes between two states that hold nothing but these clauses. */
  static Delta delta(List<Clause> before, List<Clause> after) {
    State old = state(before);
    State now = state(after);
    return new Delta(
        old,
        now,
        Differ.standard().compare(old, now).stream().filter(c -> !c.editorial()).toList());
  }

  private static State state(List<Clause> clauses) {
    return new State(clauses, Map.<Citation, LedgerLine>of());
  }

  /** The findings between two versions of one entry. */
  static List<Finding> findings(Check check, EccnEntry before, EccnEntry after) {
    return check.examine(delta(List.of(before), List.of(after)));
  }

  static Optional<Finding> only(List<Finding> findings, Direction direction) {
    return findings.stream().filter(f -> f.direction() == direction).findFirst();
  }
}
