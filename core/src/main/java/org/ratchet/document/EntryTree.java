package org.ratchet.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * Blocks of one entry of the Commerce Control List (15 CFR part 774, supplement no. 1) as a tree.
 *
 * <p>Items are addressed from the entry, {@code ECCN 3A090.a.1}, and stand under its items part;
 * notes stand under what their heading names.
 */
final class EntryTree {

  /** An entry opens with its number at the start of a bold line. */
  private static final Pattern HEADING =
      Pattern.compile("(?:ECCN )?(\\d[A-E]\\d{3})(?:\\s*[:—–]\\s*|\\.?(?:\\s+|$))");

  private static final Pattern EXCEPTION =
      Pattern.compile("([A-Z]{3}(?:/[A-Z]{3})*|CIV|Civ|TSR|STA) ?: ?");

  /** Controls in prose: {@code AT applies to entire entry. The Country Chart …}. */
  private static final Pattern CONTROL =
      Pattern.compile(
          "((?:(?i:controls?(?:\\(s\\))?\\s*:|country chart\\.)\\s*)?[A-Z]{2}(?:(?:,| and|, and)"
              + " [A-Z]{2})* appl(?:y|ies) to .{1,600}?)(?:\\. |\\.$)(.*)",
          Pattern.DOTALL);

  private static final Pattern HEAD_CELL =
      Pattern.compile("(?i)controls?(?:\\(s\\))?\\s*(?:\\||$)");
  private static final Pattern CONTROL_CELL =
      Pattern.compile(
          "(?i:controls?(?:\\(s\\))?\\s*(?:\\||$))|[A-Z]{2} (?:appl(?:y|ies)|controls?)\\b");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?:(?<entry>\\d[A-E]\\d{3}) ?|(?<!\\w))(?<path>\\.[a-z](?:\\.\\w{1,3})*\\b)?");
  private static final Pattern BARE_PLACE =
      Pattern.compile("(?:^|paragraphs? |and |or )\\.?([a-z](?:\\.\\w{1,3})*)\\b");
  private static final Pattern OF_NOTE =
      Pattern.compile(
          "(?:paragraphs? )?(?<path>\\w{1,2}(?:\\.\\w{1,2})*)\\.? of (?<note>Note(?: \\d+)?)");
  private static final Pattern GROUP = Pattern.compile("\\p{Lu}[\\w'-]*(?: [\\w'-]+){0,7}");
  private static final Pattern LEAD =
      Pattern.compile("[^:]*:\\s+(?=(?:a|1)\\.\\s)", Pattern.DOTALL);

  private final Labels labels;
  private final List<Diagnostic> diagnostics;
  private final Tables tables;
  private final Node root;
  private final Citation entry;
  private final Map<Role, Node> parts = new EnumMap<>(Role.class);
  private final Map<Citation, Node> items = new HashMap<>();
  private final List<Block> blocks;

  private Node part;
  private Node latest;
  private Citation latestItem;
  private final NoteLists lists;
  private boolean italicItems;
  private final Set<Citation> missing = new HashSet<>();
  private int at;

  private EntryTree(
      EccnEntry heading, List<Block> blocks, Labels labels, List<Diagnostic> diagnostics) {
    this.labels = labels;
    this.diagnostics = diagnostics;
    this.tables = new Tables(labels);
    this.root = new Node(heading);
    this.entry = heading.citation();
    this.blocks = blocks;
    this.part = root;
    this.latest = root;
    this.latestItem = entry;
    this.lists = new NoteLists(root);
  }

  /** Whether a block opens an entry. */
  static boolean opens(Block block) {
    boolean line =
        block.kind() == BlockKind.FLUSH
            || block.kind() == BlockKind.HEADING
            || block.kind() == BlockKind.PARAGRAPH;
    return line
        && !block.runs().isEmpty()
        && block.runs().get(0).style().bold()
        && HEADING.matcher(Texts.plain(block.runs())).lookingAt();
  }

  /** The entry that a block opens, with the blocks that follow up to the next entry. */
  static Clause of(Block heading, List<Block> blocks, Labels labels, List<Diagnostic> diagnostics) {
    Matcher number = HEADING.matcher(Texts.plain(heading.runs()));
    if (!number.lookingAt()) {
      throw new IllegalArgumentException("no entry heading: " + heading.text());
    }
    List<Run> title = new ArrayList<>(Runs.from(heading.runs(), number.end()));
    int more = 0;
    while (more < blocks.size() && continuesHeading(blocks.get(more))) {
      title.add(Run.plain(" "));
      title.addAll(blocks.get(more).runs());
      more++;
    }
    Citation citation =
        labels.labelled(Citation.supplement(15, "774", "1"), Kind.ECCN, number.group(1));
    Content content =
        new Content(Runs.tidy(title), List.of(), List.of(), Shown.WHOLE, heading.span());
    EntryTree tree =
        new EntryTree(
            new EccnEntry(citation, content),
            blocks.subList(more, blocks.size()),
            labels,
            diagnostics);
    tree.read();
    return tree.root.build();
  }

  private static boolean continuesHeading(Block block) {
    return (block.kind() == BlockKind.FLUSH || block.kind() == BlockKind.PARAGRAPH)
        && !block.runs().isEmpty()
        && block.runs().stream().allMatch(run -> run.style().bold())
        && EntryLabels.of(Texts.plain(block.runs()), true).isEmpty()
        && NoteHeading.of(Texts.plain(block.runs())).isEmpty();
  }

  private void read() {
    for (at = 0; at < blocks.size(); at++) {
      Block block = blocks.get(at);
      switch (block.kind()) {
        case TABLE -> table(block);
        case ELLIPSIS -> ellipsis(block);
        default -> text(block);
      }
    }
  }

  private void text(Block block) {
    List<Run> runs = block.runs();
    String text = Texts.plain(runs);
    boolean emphasised = block.kind() == BlockKind.HEADING || Texts.opensEmphasised(runs);
    Optional<NoteHeading> note = NoteHeading.of(text);
    if (block.kind() == BlockKind.NOTE
        || (note.isPresent() && (emphasised || text.contains(":") || note.get().isCall()))) {
      note(note, block);
      return;
    }
    Optional<EntryLabels> label = EntryLabels.of(text, emphasised);
    if (label.isPresent()) {
      openPart(label.get(), block);
    } else if (block.kind() == BlockKind.HEADING) {
      innerHeading(block);
    } else if (!exception(text, block) && !control(text, block) && !labelled(runs, block)) {
      plain(block);
    }
  }

  private boolean is(Role role) {
    return part.clause() instanceof EccnPart current && current.role() == role;
  }

  private void openPart(EntryLabels label, Block block) {
    List<Run> rest = Runs.from(block.runs(), label.length());
    List<Run> head = Texts.upTo(block.runs(), label.length());
    boolean itemBehind = label.role() == Role.ITEMS && ItemLabel.of(Texts.plain(rest)).isPresent();
    part =
        root.add(
            new EccnPart(
                labels.labelled(entry, Kind.ECCN_PART, label.name()),
                label.role(),
                new Content(
                    head, itemBehind ? List.of() : rest, List.of(), Shown.WHOLE, block.span())));
    parts.putIfAbsent(label.role(), part);
    lists.close();
    hold(part);
    latestItem = entry;
    if (itemBehind) {
      labelled(rest, block);
    }
  }

  /** What follows belongs to this node, until a label says otherwise. */
  private void hold(Node node) {
    latest = node;
    lists.hold(node);
  }

  /** A heading among the items, such as those of the product groups in 6E003. */
  private void innerHeading(Block block) {
    Node heading =
        part.add(
            new Paragraph(
                labels.labelled(part.clause().citation(), Kind.HEADING, block.text()),
                new Content(block.runs(), List.of(), List.of(), Shown.WHOLE, block.span())));
    hold(heading);
  }

  private boolean exception(String text, Block block) {
    Matcher exception = EXCEPTION.matcher(text);
    if (is(Role.ITEMS) || (lists.inNote() && part == root) || !exception.lookingAt()) {
      return false;
    }
    if (!is(Role.LICENSE_EXCEPTIONS) && !is(Role.STA_CONDITIONS)) {
      part = unnamed(Role.LICENSE_EXCEPTIONS, block);
    }
    hold(
        part.add(
            new Paragraph(
                labels.labelled(part.clause().citation(), Kind.PARAGRAPH, exception.group(1)),
                Content.of(Runs.from(block.runs(), exception.end()), block.span()))));
    return true;
  }

  private boolean control(String text, Block block) {
    Matcher control = CONTROL.matcher(text);
    boolean inControls = is(Role.LICENSE_REQUIREMENTS) || is(Role.REASON_FOR_CONTROL);
    if (!inControls || !control.matches()) {
      return false;
    }
    Node requirements = requirements(block);
    int split = control.end(1);
    List<Run> what = Texts.upTo(block.runs(), split);
    List<Run> where = Runs.from(block.runs(), control.start(2));
    hold(
        requirements.add(
            new ControlRow(
                labels.labelled(requirements.clause().citation(), Kind.ROW, Runs.text(what)),
                what,
                where,
                Content.of(block.runs(), block.span()))));
    return true;
  }

  private void table(Block block) {
    TableText table = block.table().orElseThrow();
    boolean controls =
        Stream.concat(table.head().stream(), table.rows().stream())
            .anyMatch(row -> CONTROL_CELL.matcher(row.text()).lookingAt());
    if (!controls) {
      tables.clauses(latest.clause().citation(), block).forEach(latest::add);
      return;
    }
    Node requirements = requirements(block);
    for (TableText.Row row : table.rows()) {
      if (!HEAD_CELL.matcher(row.text()).lookingAt()) {
        requirements.add(controlRow(requirements.clause().citation(), row));
      }
    }
    for (List<Run> note : table.notes()) {
      requirements.add(
          new Paragraph(
              labels.unlabelled(requirements.clause().citation(), Kind.UNLABELLED),
              Content.of(note, block.span())));
    }
    part = requirements;
    hold(requirements);
  }

  private Node requirements(Block block) {
    return unnamed(Role.LICENSE_REQUIREMENTS, block);
  }

  /** The part of a role; some entries print what belongs to it without its label (3A001). */
  private Node unnamed(Role role, Block block) {
    return parts.computeIfAbsent(
        role,
        absent ->
            root.add(
                new EccnPart(
                    labels.labelled(entry, Kind.ECCN_PART, role.label()),
                    role,
                    new Content(List.of(), List.of(), List.of(), Shown.WHOLE, block.span()))));
  }

  private Clause controlRow(Citation parent, TableText.Row row) {
    if (row.ellipsis()) {
      return new Ellipsis(
          labels.unlabelled(parent, Kind.ELLIPSIS), Content.of(Runs.of("* * *"), row.span()));
    }
    List<Run> control = row.cells().isEmpty() ? List.of() : row.cells().get(0).runs();
    List<Run> where = new ArrayList<>();
    for (TableText.Cell cell :
        row.cells().subList(Math.min(1, row.cells().size()), row.cells().size())) {
      if (!where.isEmpty() && !cell.runs().isEmpty()) {
        where.add(Run.plain(" "));
      }
      where.addAll(cell.runs());
    }
    return new ControlRow(
        labels.labelled(parent, Kind.ROW, Runs.text(control)),
        control,
        where,
        Content.of(Runs.of(row.text()), row.span()));
  }

  /** Asterisks stand among the siblings of what they follow, or of the items they lead to. */
  private void ellipsis(Block block) {
    Node parent = part;
    if (lists.inNote() && !lists.list().isEmpty()) {
      parent = lists.list().holder();
    } else if (is(Role.ITEMS) && !latestItem.equals(entry)) {
      parent = items.getOrDefault(latestItem.parent(), part);
      if (at + 1 < blocks.size() && isUnder(blocks.get(at + 1), latestItem)) {
        parent = items.getOrDefault(latestItem, part);
      }
    }
    parent.add(
        new Ellipsis(
            labels.unlabelled(parent.clause().citation(), Kind.ELLIPSIS),
            Content.of(block.runs(), block.span())));
  }

  private boolean isUnder(Block next, Citation item) {
    return ItemLabel.of(Texts.plain(next.runs()))
        .map(label -> itemCitation(label.path()))
        .filter(path -> item.isPrefixOf(path) && !item.equals(path))
        .isPresent();
  }

  private void note(Optional<NoteHeading> heading, Block block) {
    List<Run> runs = block.runs();
    boolean bold = block.kind() == BlockKind.NOTE && !runs.isEmpty() && runs.get(0).style().bold();
    int length = heading.map(NoteHeading::length).orElse(bold ? runs.get(0).text().length() : 0);
    String label =
        heading.map(NoteHeading::label).orElse(bold ? runs.get(0).text().strip() : "Note");
    String target = heading.map(NoteHeading::target).orElse("");
    Citation place = place(target);
    Node parent = target.isEmpty() ? noted() : nearest(place);
    Matcher ofNote = OF_NOTE.matcher(target);
    if (ofNote.matches()) {
      parent = entryOfNote(ofNote.group("path"), ofNote.group("note")).orElse(parent);
      place = parent.clause().citation();
    }
    if (is(Role.REASON_FOR_CONTROL) && label.startsWith("License Requirement")) {
      parent = requirements(block);
      place = parent.clause().citation();
    }
    Note note =
        new Note(
            labels.labelled(place, Kind.NOTE, label),
            new Content(
                Texts.upTo(runs, length),
                Runs.from(runs, length),
                List.of(),
                Shown.WHOLE,
                block.span()));
    Node node = parent.add(note);
    latest = node;
    lists.open(node, note);
    int said = beforeList(Texts.plain(note.text()));
    List<Run> rest = Runs.from(note.text(), said);
    Optional<ListLabel> first = ListLabel.of(Texts.plain(rest));
    if (first.isPresent() && first.get().isFirst() && (said == 0 || listGoesOnAfter(first.get()))) {
      node.replace(note.withContent(note.content().withText(Texts.upTo(note.text(), said))));
      entryOfList(first.get(), rest, block);
    }
  }

  /** Characters of a note before a list that runs on from it: {@code It does not hold: a. …}. */
  private static int beforeList(String text) {
    Matcher lead = LEAD.matcher(text);
    return lead.lookingAt() ? lead.end() : 0;
  }

  private boolean listGoesOnAfter(ListLabel first) {
    return at + 1 < blocks.size()
        && ListLabel.of(Texts.plain(blocks.get(at + 1).runs()))
            .filter(next -> next.follows(first) || next.isFirst())
            .isPresent();
  }

  /** The entry {@code a.1} of {@code Note 2}, if that note is not far. */
  private Optional<Node> entryOfNote(String path, String note) {
    return lists
        .ofNote(note)
        .map(list -> list.under(List.of(path.split("\\.", -1))).orElse(list.holder()));
  }

  /** What a note without a target belongs to: the item or part it follows. */
  private Node noted() {
    if (is(Role.ITEMS) || part == root) {
      return items.getOrDefault(latestItem, part);
    }
    return part;
  }

  /** The address that a note's heading names; several items share their common part. */
  private Citation place(String target) {
    List<Citation> named = new ArrayList<>();
    Matcher place = PLACE.matcher(target);
    while (place.find()) {
      if (place.group("entry") != null || place.group("path") != null) {
        String path = place.group("path");
        named.add(path == null ? entry : itemCitation(List.of(path.substring(1).split("\\.", -1))));
      } else if (place.end() == target.length()) {
        break;
      }
    }
    if (named.isEmpty()) {
      Matcher bare = BARE_PLACE.matcher(target);
      while (bare.find()) {
        Citation path = itemCitation(List.of(bare.group(1).split("\\.", -1)));
        if (items.containsKey(path)) {
          named.add(path);
        }
      }
    }
    if (named.isEmpty()) {
      Citation holder = noted().clause().citation();
      return is(Role.ITEMS) && latestItem.equals(entry) ? entry : holder;
    }
    Citation shared = named.get(0);
    for (Citation other : named) {
      while (!shared.isPrefixOf(other)) {
        shared = shared.parent();
      }
    }
    return shared;
  }

  private Node nearest(Citation place) {
    Citation above = place;
    while (!above.equals(entry)) {
      Node item = items.get(above);
      if (item != null) {
        return item;
      }
      above = above.parent();
    }
    return place.equals(entry) && !is(Role.ITEMS) ? part : parts.getOrDefault(Role.ITEMS, part);
  }

  private Citation itemCitation(List<String> path) {
    Citation citation = entry;
    for (String label : path) {
      citation = citation.then(Kind.PARAGRAPH, label);
    }
    return citation;
  }

  /** A paragraph with a label: an item of the entry, or an entry of a list in a note or part. */
  private boolean labelled(List<Run> runs, Block block) {
    String text = Texts.plain(runs);
    Optional<ListLabel> listed = ListLabel.of(text);
    Optional<ItemLabel> item = ItemLabel.of(text);
    Optional<ItemLabel> deep = ItemLabel.inList(text);
    if (resumed(listed, deep, runs, block)) {
      return true;
    }
    if (deep.isPresent() && inNote(deep.get(), runs)) {
      deepEntry(deep.get(), runs, block);
      return true;
    }
    if (item.isPresent() && isItem(item.get(), listed, runs)) {
      item(item.get(), runs, block);
      return true;
    }
    if (listed.isPresent()) {
      entryOfList(listed.get(), runs, block);
      return true;
    }
    return false;
  }

  /**
   * Goes on with the list of a note, or of one before it that another note interrupted. Only
   * italics show this, where the items of the entry are upright.
   */
  private boolean resumed(
      Optional<ListLabel> listed, Optional<ItemLabel> deep, List<Run> runs, Block block) {
    int length = deep.map(ItemLabel::length).or(() -> listed.map(ListLabel::length)).orElse(0);
    if (length == 0 || italicItems || !Texts.mostlyItalic(Runs.from(runs, length))) {
      return false;
    }
    if (deep.isPresent() && lists.resumeUnder(above(deep.get()))) {
      deepEntry(deep.get(), runs, block);
      return true;
    }
    if (deep.isEmpty() && lists.resumeAt(listed.orElseThrow())) {
      entryOfList(listed.get(), runs, block);
      return true;
    }
    return false;
  }

  private static List<String> above(ItemLabel label) {
    return label.path().subList(0, label.path().size() - 1);
  }

  private boolean inNote(ItemLabel item, List<Run> runs) {
    return lists.takes(
        above(item),
        Texts.mostlyItalic(Runs.from(runs, item.length())),
        items.containsKey(itemCitation(item.path())),
        items.containsKey(itemCitation(above(item))));
  }

  /** The entry of a note's list whose label gives its whole path. */
  private void deepEntry(ItemLabel item, List<Run> runs, Block block) {
    Node parent = lists.list().under(above(item)).orElseThrow();
    lists.list().closeBelow(parent);
    String label = item.path().get(item.path().size() - 1);
    entryUnder(parent, new ListLabel(label, false, item.length()), runs, block);
  }

  /**
   * Lists in notes run a, b, c on their own, and the items of the entry go on where they stopped.
   * Where both fit, italics tell them apart, then the punctuation of the list, then whether the
   * same label comes again.
   */
  private boolean isItem(ItemLabel item, Optional<ListLabel> listed, List<Run> runs) {
    boolean place = is(Role.ITEMS) || part == root || opensItems(item);
    if (!place) {
      return false;
    }
    boolean italic = Texts.mostlyItalic(Runs.from(runs, item.length()));
    boolean uprightItems = !items.isEmpty() && !italicItems;
    if (listed.isPresent() && lists.claims(italic, uprightItems)) {
      return false;
    }
    if (listed.isEmpty() || !lists.couldTake(listed.get())) {
      return true;
    }
    Citation path = itemCitation(item.path());
    if (items.containsKey(path) || !continuesItems(item.path())) {
      return false;
    }
    if (lists.differs(italic)) {
      return lists.italic();
    }
    return !(italic && uprightItems) && !lists.goesOn() && !comesAgain(item);
  }

  /** Entries without the word {@code Items} begin their items after the related definitions. */
  private boolean opensItems(ItemLabel item) {
    return !parts.containsKey(Role.ITEMS)
        && item.path().get(0).equals("a")
        && (is(Role.RELATED_DEFINITIONS) || is(Role.RELATED_CONTROLS) || is(Role.OTHER))
        && blocks.subList(at, blocks.size()).stream().noneMatch(EntryTree::opensItems);
  }

  private static boolean opensItems(Block block) {
    boolean emphasised = block.kind() == BlockKind.HEADING || Texts.opensEmphasised(block.runs());
    return EntryLabels.of(Texts.plain(block.runs()), emphasised)
        .filter(EntryLabels::isItems)
        .isPresent();
  }

  /** Whether a path is the next of its series, or goes on behind asterisks. */
  private boolean continuesItems(List<String> path) {
    Citation above = itemCitation(path.subList(0, path.size() - 1));
    if (path.size() > 1 && !items.containsKey(above)) {
      return false;
    }
    String label = path.get(path.size() - 1);
    if (label.equals("a") || label.equals("1")) {
      return true;
    }
    String before = previous(label);
    return items.containsKey(above.then(Kind.PARAGRAPH, before))
        || items.keySet().stream().noneMatch(known -> known.parent().equals(above));
  }

  private static String previous(String label) {
    if (Character.isDigit(label.charAt(0))) {
      return Integer.toString(Integer.parseInt(label) - 1);
    }
    char last = label.charAt(label.length() - 1);
    return last > 'a' ? label.substring(0, label.length() - 1) + (char) (last - 1) : "";
  }

  private boolean comesAgain(ItemLabel item) {
    for (Block later : blocks.subList(Math.min(at + 1, blocks.size()), blocks.size())) {
      boolean same =
          later.kind() != BlockKind.TABLE
              && ItemLabel.of(Texts.plain(later.runs()))
                  .filter(label -> label.path().equals(item.path()))
                  .isPresent();
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** An item, or each item of a reserved range. */
  private void item(ItemLabel label, List<Run> runs, Block block) {
    single(label, runs, block);
    label.reserved().forEach(behind -> single(label.beside(behind), runs, block));
  }

  private void single(ItemLabel label, List<Run> runs, Block block) {
    if (!is(Role.ITEMS)) {
      part = unnamed(Role.ITEMS, block);
    }
    Citation path = itemCitation(label.path());
    Node parent = part;
    for (Citation above = path.parent(); !above.equals(entry); above = above.parent()) {
      Node node = items.get(above);
      if (node != null) {
        parent = node;
        break;
      }
    }
    Content content = Captions.split(Runs.from(runs, label.length()), block.span());
    Node known = items.get(path);
    if (known != null && sameWords(known.clause().content(), content)) {
      warn("repeated-item", path + ": the entry prints this item twice in the same words", block);
      hold(known);
      latestItem = path;
      return;
    }
    String last = label.path().get(label.path().size() - 1);
    Citation citation = labels.labelled(path.parent(), Kind.PARAGRAPH, last);
    boolean orphan = !path.parent().equals(entry) && !items.containsKey(path.parent());
    if (orphan && !elided() && missing.add(path.parent())) {
      warn("missing-item", path + ": the entry does not show " + path.parent(), block);
    }
    if (!citation.equals(path)) {
      warn("repeated-item", path + ": the entry has more than one item with this label", block);
    }
    Node node = parent.add(new Paragraph(citation, content));
    items.put(path, node);
    italicItems |= Texts.mostlyItalic(Runs.from(runs, label.length()));
    lists.close();
    hold(node);
    latestItem = path;
  }

  private static boolean sameWords(Content one, Content other) {
    return one.ownText().equals(other.ownText());
  }

  /** Asterisks may stand for an item that is not shown. */
  private boolean elided() {
    return blocks.subList(0, at).stream().anyMatch(block -> block.kind() == BlockKind.ELLIPSIS);
  }

  private void warn(String code, String message, Block block) {
    diagnostics.add(
        new Diagnostic(code, Diagnostic.Severity.WARNING, message, Optional.of(block.span())));
  }

  private void entryOfList(ListLabel label, List<Run> runs, Block block) {
    entryUnder(lists.list().parentOf(label, Texts.plain(runs)), label, runs, block);
  }

  private void entryUnder(Node parent, ListLabel label, List<Run> runs, Block block) {
    List<Run> text = Runs.from(runs, label.length());
    Node node =
        parent.add(
            new Paragraph(
                labels.labelled(parent.clause().citation(), Kind.PARAGRAPH, label.label()),
                Texts.mostlyItalic(text)
                    ? Content.of(text, block.span())
                    : Captions.split(text, block.span())));
    lists.add(label, node, text);
    latest = node;
  }

  /** Whether a line without label or stop among the items heads a group, where an item follows. */
  private boolean groups(List<Run> runs) {
    return is(Role.ITEMS)
        && !lists.inNote()
        && GROUP.matcher(Texts.plain(runs)).matches()
        && at + 1 < blocks.size()
        && ItemLabel.of(Texts.plain(blocks.get(at + 1).runs()))
            .filter(item -> item.path().size() == 1)
            .isPresent();
  }

  /** Text without a label: the first such paragraph under the label of a part is the part's own. */
  private void plain(Block block) {
    if (block.runs().isEmpty()) {
      return;
    }
    if (groups(block.runs())) {
      innerHeading(block);
      return;
    }
    Clause holder = latest.clause();
    boolean empty = holder.text().isEmpty() && latest.isLeaf();
    boolean takesText = latest == part ? holder instanceof EccnPart : holder instanceof Note;
    if (empty && takesText) {
      latest.replace(holder.withContent(holder.content().withText(block.runs())));
      return;
    }
    latest.add(
        new Paragraph(
            labels.unlabelled(latest.clause().citation(), Kind.UNLABELLED),
            Content.of(block.runs(), block.span())));
  }
}
