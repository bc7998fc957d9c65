package org.ratchet.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.TableText;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * Blocks of one entry of the Commerce Control List (15 CFR part 774, supplement no. 1) as a tree.
 */
final class EntryTree {

  /** An entry opens with its number at the start of a bold line. */
  private static final Pattern HEADING = Pattern.compile("^(\\d[A-E]\\d{3})\\b[\\s.:—–-]*");

  private static final Pattern ITEM =
      Pattern.compile("^\\.?([a-z]{1,2}(?:\\.(?:\\d{1,3}|[a-z]{1,2}))*)\\.(?=\\s|$)\\s*");
  private static final Pattern RANGE =
      Pattern.compile(
          "^\\.?([a-z](?:\\.\\w+)*)\\.? (?:through|to|and) \\.?([a-z](?:\\.\\w+)*)\\.?\\s+(\\[Reserved].*)");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?i)^((?:technical\\s+)?notes?(?:\\s+\\d+)?|n\\.b\\.(?:\\s*\\d+)?|nota bene)"
              + "(?:\\s+(?:to|for)\\s+([^:—]{1,80}))?\\s*[:.—]\\s*");
  private static final Pattern ENTRY = Pattern.compile("\\d[A-E]\\d{3}");
  private static final Pattern ITEM_PATH = Pattern.compile("^\\.([a-z](?:\\.\\w+)*)");
  private static final Pattern BARE_ITEM = Pattern.compile("^\\W*([a-z](?:\\.\\w+)*)\\b");
  private static final Pattern NOTED_ITEM = Pattern.compile("\\d[A-E]\\d{3}\\.([a-z](?:\\.\\w+)*)");
  private static final Pattern EXCEPTION =
      Pattern.compile("^([A-Z]{3}(?:/[A-Z]{3})*|Civ|STA)\\s*:\\s*");
  private static final Map<Pattern, Role> LABELS =
      Map.of(
          Pattern.compile("(?i)^reasons? for control\\s*:?\\s*"), Role.REASON_FOR_CONTROL,
          Pattern.compile("(?i)^license requirements?( notes?)?\\s*:?\\s*"),
              Role.LICENSE_REQUIREMENTS,
          Pattern.compile("(?i)^reporting requirements?\\s*:?\\s*"), Role.REPORTING_REQUIREMENTS,
          Pattern.compile("(?i)^(list[ -]based )?license exceptions?\\b.*"),
              Role.LICENSE_EXCEPTIONS,
          Pattern.compile("(?i)^special conditions for sta\\s*:?\\s*"), Role.STA_CONDITIONS,
          Pattern.compile("(?i)^related controls?\\s*:\\s*"), Role.RELATED_CONTROLS,
          Pattern.compile("(?i)^related definitions?\\s*:\\s*"), Role.RELATED_DEFINITIONS,
          Pattern.compile("(?i)^(list of )?items? controlled\\s*:?\\s*"), Role.OTHER,
          Pattern.compile("(?i)^items?\\s*:\\s*"), Role.ITEMS);

  private final Labels labels;
  private final Tables tables;
  private final Node root;
  private final Citation entry;
  private final Map<Role, Node> parts = new HashMap<>();
  private final Map<Citation, Node> items = new HashMap<>();
  private Node part;
  private Node latest;
  private Citation latestItem;
  private boolean inNote;
  private String noteList = "";

  private EntryTree(EccnEntry heading, Labels labels) {
    this.labels = labels;
    this.tables = new Tables(labels);
    this.root = new Node(heading);
    this.entry = heading.citation();
    this.part = root;
    this.latest = root;
    this.latestItem = entry;
  }

  /** The number of the entry that a block opens, if it opens one. */
  static Optional<String> opens(Block block) {
    boolean line =
        block.kind() == BlockKind.FLUSH
            || block.kind() == BlockKind.HEADING
            || block.kind() == BlockKind.PARAGRAPH;
    if (!line || block.runs().isEmpty() || !block.runs().get(0).style().bold()) {
      return Optional.empty();
    }
    Matcher number = HEADING.matcher(block.text());
    return number.find() ? Optional.of(number.group(1)) : Optional.empty();
  }

  /** The entry that a block opens, with the blocks that follow up to the next entry. */
  static Clause of(Block heading, List<Block> blocks, Labels labels) {
    Matcher number = HEADING.matcher(heading.text());
    if (!number.find()) {
      throw new IllegalArgumentException("no entry heading: " + heading.text());
    }
    List<Run> title = new ArrayList<>(Runs.from(heading.runs(), number.end()));
    int at = 0;
    while (at < blocks.size() && continuesHeading(blocks.get(at))) {
      title.add(Run.plain(" "));
      title.addAll(blocks.get(at).runs());
      at++;
    }
    Citation citation =
        labels.labelled(Citation.supplement(15, "774", "1"), Kind.ECCN, number.group(1));
    EntryTree tree =
        new EntryTree(
            new EccnEntry(
                citation,
                new Content(Runs.tidy(title), List.of(), List.of(), Shown.WHOLE, heading.span())),
            labels);
    blocks.subList(at, blocks.size()).forEach(tree::add);
    return tree.root.build();
  }

  private static boolean continuesHeading(Block block) {
    return (block.kind() == BlockKind.FLUSH || block.kind() == BlockKind.PARAGRAPH)
        && !block.runs().isEmpty()
        && block.runs().stream().allMatch(run -> run.style().bold())
        && label(block.text()).isEmpty();
  }

  private static Optional<Map.Entry<Matcher, Role>> label(String text) {
    for (Map.Entry<Pattern, Role> candidate : LABELS.entrySet()) {
      Matcher matcher = candidate.getKey().matcher(text);
      if (matcher.lookingAt()) {
        return Optional.of(Map.entry(matcher, candidate.getValue()));
      }
    }
    return Optional.empty();
  }

  private void add(Block block) {
    switch (block.kind()) {
      case TABLE -> table(block);
      case ELLIPSIS ->
          part.add(
              new Ellipsis(
                  labels.unlabelled(part.clause().citation(), Kind.ELLIPSIS),
                  Content.of(block.runs(), block.span())));
      default -> text(block);
    }
  }

  private void text(Block block) {
    String text = block.text();
    boolean emphasised =
        !block.runs().isEmpty()
            && (block.runs().get(0).style().italic() || block.runs().get(0).style().bold());
    Optional<Map.Entry<Matcher, Role>> label = label(text);
    if (label.isPresent()
        && (emphasised || block.kind() == BlockKind.HEADING)
        && !NOTE.matcher(text).lookingAt()) {
      openPart(label.get().getValue(), label.get().getKey(), block);
      return;
    }
    Matcher exception = EXCEPTION.matcher(text);
    if ((is(Role.LICENSE_EXCEPTIONS) || is(Role.STA_CONDITIONS)) && exception.lookingAt()) {
      labelled(part, exception.group(1), Runs.from(block.runs(), exception.end()), block);
      return;
    }
    Matcher note = NOTE.matcher(text);
    if (note.lookingAt() && (block.kind() == BlockKind.NOTE || emphasised)) {
      note(note, block);
      return;
    }
    if (!item(block)) {
      plain(block);
    }
  }

  private boolean is(Role role) {
    return part.clause() instanceof EccnPart current && current.role() == role;
  }

  private void openPart(Role role, Matcher label, Block block) {
    List<Run> rest = Runs.from(block.runs(), label.end());
    List<Run> head = Runs.of(label.group().strip());
    Node known = parts.get(role);
    inNote = false;
    if (known != null && role == Role.LICENSE_REQUIREMENTS) {
      part = known;
      latest = known;
      return;
    }
    String name = name(role, label.group());
    Citation citation = labels.labelled(entry, Kind.ECCN_PART, name);
    part =
        root.add(
            new EccnPart(
                citation, role, new Content(head, rest, List.of(), Shown.WHOLE, block.span())));
    parts.put(role, part);
    latest = part;
  }

  private static String name(Role role, String printed) {
    return switch (role) {
      case REASON_FOR_CONTROL -> "Reason for Control";
      case LICENSE_REQUIREMENTS -> "License Requirements";
      case REPORTING_REQUIREMENTS -> "Reporting Requirements";
      case LICENSE_EXCEPTIONS -> "License Exceptions";
      case STA_CONDITIONS -> "Special Conditions for STA";
      case RELATED_CONTROLS -> "Related Controls";
      case RELATED_DEFINITIONS -> "Related Definitions";
      case ITEMS -> "Items";
      case OTHER -> printed.strip().replaceFirst(":$", "");
    };
  }

  private void table(Block block) {
    TableText table = block.table().orElseThrow();
    boolean controls =
        table.columns() == 2
            && (is(Role.LICENSE_REQUIREMENTS)
                || is(Role.REASON_FOR_CONTROL)
                || table.head().stream().anyMatch(row -> row.text().matches("(?i)control.*")));
    if (!controls) {
      tables.clauses(latest.clause().citation(), block).forEach(latest::add);
      return;
    }
    Node requirements =
        parts.computeIfAbsent(Role.LICENSE_REQUIREMENTS, role -> requirements(block));
    for (TableText.Row row : table.rows()) {
      requirements.add(controlRow(requirements.clause().citation(), row));
    }
    part = requirements;
    latest = requirements;
  }

  /** Some entries have the table without its label (3A001). */
  private Node requirements(Block block) {
    return root.add(
        new EccnPart(
            labels.labelled(entry, Kind.ECCN_PART, "License Requirements"),
            Role.LICENSE_REQUIREMENTS,
            new Content(List.of(), List.of(), List.of(), Shown.WHOLE, block.span())));
  }

  private Clause controlRow(Citation parent, TableText.Row row) {
    List<Run> control = row.cells().isEmpty() ? List.of() : row.cells().get(0).runs();
    List<Run> where = row.cells().size() < 2 ? List.of() : row.cells().get(1).runs();
    if (row.ellipsis()) {
      return new Ellipsis(
          labels.unlabelled(parent, Kind.ELLIPSIS), Content.of(Runs.of("* * *"), row.span()));
    }
    return new ControlRow(
        labels.labelled(parent, Kind.ROW, Runs.text(control)),
        control,
        where,
        Content.of(Runs.of(row.text()), row.span()));
  }

  private void note(Matcher note, Block block) {
    String target = note.group(2) == null ? "" : note.group(2);
    Node parent = noted(target);
    Citation place = place(target, parent);
    Node node =
        parent.add(
            new Note(
                labels.labelled(place, Kind.NOTE, note.group(1).strip()),
                new Content(
                    Runs.of(note.group().strip()),
                    Runs.from(block.runs(), note.end()),
                    List.of(),
                    Shown.WHOLE,
                    block.span())));
    latest = node;
    inNote = true;
    noteList = "";
  }

  /** The item that a note names, else the item it follows. */
  private Node noted(String target) {
    Matcher number = ENTRY.matcher(target);
    if (number.find()) {
      Matcher path = ITEM_PATH.matcher(target.substring(number.end()));
      Node all = parts.getOrDefault(Role.ITEMS, part);
      return path.find() ? items.getOrDefault(itemCitation(path.group(1)), all) : root;
    }
    Matcher item = BARE_ITEM.matcher(target);
    Node named = item.find() ? items.get(itemCitation(item.group(1))) : null;
    if (named != null) {
      return named;
    }
    return inNote ? items.getOrDefault(latestItem, part) : latest;
  }

  private Citation place(String target, Node parent) {
    Matcher path = NOTED_ITEM.matcher(target);
    return path.find() ? itemCitation(path.group(1)) : parent.clause().citation();
  }

  private Citation itemCitation(String path) {
    Citation citation = entry;
    for (String label : path.split("\\.", -1)) {
      citation = citation.then(Kind.PARAGRAPH, label);
    }
    return citation;
  }

  /** An item paragraph, if the block opens with a label that fits the series. */
  private boolean item(Block block) {
    String text = block.text();
    Matcher range = RANGE.matcher(text);
    Matcher item = ITEM.matcher(text);
    boolean isRange = range.lookingAt();
    if (!isRange && !item.lookingAt()) {
      return false;
    }
    String label = isRange ? range.group(1) : item.group(1);
    if (inNote && belongsToNote(label)) {
      labelled(latest, label, Runs.from(block.runs(), item.end()), block);
      noteList = label;
      return true;
    }
    inNote = false;
    Node holder = parts.getOrDefault(Role.ITEMS, part);
    Citation path = itemCitation(label);
    Node parent = items.getOrDefault(path.parent(), holder);
    Citation citation =
        items.containsKey(path) ? labels.labelled(path.parent(), Kind.PARAGRAPH, label) : path;
    int skip = isRange ? range.start(3) : item.end();
    Content content = Captions.split(Runs.from(block.runs(), skip), block.span());
    if (isRange) {
      content = content.withHeading(Runs.of(range.group(1) + " through " + range.group(2)));
    }
    Node node = parent.add(new Paragraph(citation, content));
    items.put(path, node);
    latest = node;
    latestItem = path;
    return true;
  }

  /** Lists in notes run a, b, c on their own; the items of the entry go on where they stopped. */
  private boolean belongsToNote(String label) {
    if (label.contains(".") && !noteList.isEmpty() && label.startsWith(noteList + ".")) {
      return true;
    }
    if (label.length() != 1) {
      return false;
    }
    char next = noteList.isEmpty() ? 'a' : (char) (noteList.charAt(0) + 1);
    return label.charAt(0) == next
        && (!noteList.isEmpty() || items.containsKey(itemCitation(label)));
  }

  private void labelled(Node parent, String label, List<Run> text, Block block) {
    Clause paragraph =
        new Paragraph(
            labels.labelled(parent.clause().citation(), Kind.PARAGRAPH, label),
            Content.of(text, block.span()));
    parent.add(paragraph);
  }

  private void plain(Block block) {
    if (block.text().isEmpty()) {
      return;
    }
    latest.add(
        new Paragraph(
            labels.unlabelled(latest.clause().citation(), Kind.UNLABELLED),
            Content.of(block.runs(), block.span())));
  }
}
