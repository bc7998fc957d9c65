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
import org.ratchet.clause.Designator;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Builds the numbered and lettered instructions of a rule with the text they set out. */
final class InstructionTree {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:(?<number>\\d{1,3}[a-z]?)\\.|\\(?(?<item>\\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z])[.)])"
              + "(?:\\s+|(?=[A-Z§]|$))");
  private static final Pattern LEAD =
      Pattern.compile(
          "(?is)(?:the|these|those)\\b.{0,120}\\b(?:reads?|follows?|set forth)\\b.{0,40}:");

  /** One printed instruction. */
  private record Entry(String label, boolean bracketed, List<Run> runs, Block block) {}

  /** A numbered instruction with its items and the blocks behind them. */
  private static final class Group {
    final Entry head;
    final Citation part;
    final Optional<Citation> above;
    final List<Entry> items = new ArrayList<>();
    final List<Block> setOut = new ArrayList<>();

    Group(Entry head, Citation part, Optional<Citation> above) {
      this.head = head;
      this.part = part;
      this.above = above;
    }
  }

  private final PartTitles titles;
  private final List<Diagnostic> diagnostics;
  private final List<Group> groups = new ArrayList<>();
  private final List<Block> displaced = new ArrayList<>();

  InstructionTree(PartTitles titles, List<Diagnostic> diagnostics) {
    this.titles = titles;
    this.diagnostics = diagnostics;
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /**
   * Takes the next instruction: a number opens a group, and so does a mark that instructions are
   * missing; all else is an item of the group.
   *
   * @param above the unit in the heading directly above it, such as {@code § 744.23 [Amended]}
   */
  void instruction(Block block, Citation part, Optional<Citation> above) {
    String text = Texts.plain(block.runs());
    Matcher label = LABEL.matcher(text);
    boolean labelled = label.lookingAt();
    String number = labelled ? label.group("number") : null;
    boolean missing = text.startsWith("[[");
    boolean item =
        labelled ? number == null : !missing && !isEmpty() && !last().head.label().isEmpty();
    String printed = number != null ? number : labelled ? label.group("item") : "";
    Entry entry =
        new Entry(
            printed,
            text.startsWith("("),
            labelled ? Runs.from(block.runs(), label.end()) : block.runs(),
            block);
    if (item && !isEmpty()) {
      last().items.add(entry);
    } else {
      groups.add(new Group(entry, part, above));
    }
  }

  private Group last() {
    return groups.get(groups.size() - 1);
  }

  /** Takes a block that the current instruction sets out. */
  void setOut(Block block) {
    if (!isEmpty()) {
      last().setOut.add(block);
    }
  }

  /** Whether the words of the current instruction, with its items, contain some text. */
  boolean mentions(String words) {
    return !isEmpty() && words(last()).contains(words);
  }

  private static String words(Group group) {
    StringBuilder words = new StringBuilder(Texts.plain(group.head.runs()));
    group.items.forEach(item -> words.append(' ').append(Texts.plain(item.runs())));
    return words.toString();
  }

  List<Instruction> build() {
    Map<String, Integer> used = new HashMap<>();
    return groups.stream().map(group -> build(group, used)).toList();
  }

  private Instruction build(Group group, Map<String, Integer> used) {
    String id = unique(group.head.label().isEmpty() ? "¶" : group.head.label(), used);
    List<Integer> levels = levels(group);
    return new Instruction(
        id,
        group.head.label(),
        group.head.runs(),
        part(group),
        children(group, levels, 0, group.items.size(), 1, id, used),
        setOut(group),
        group.head.block().span());
  }

  /** Where no heading names the part, a document that is about one part means it. */
  private Citation part(Group group) {
    return group.part.steps().isEmpty() ? titles.only() : group.part;
  }

  /** The level of each item under its numbered instruction, solved as for paragraphs. */
  private static List<Integer> levels(Group group) {
    List<ParagraphLevels.Mark> marks = new ArrayList<>();
    marks.add(mark(new Entry("1", false, List.of(), group.head.block())));
    for (Entry item : group.items) {
      marks.add(mark(item.label().isEmpty() ? group.head : item));
    }
    List<Integer> solved = ParagraphLevels.solve(marks, 0).levels();
    List<Integer> levels = new ArrayList<>();
    for (int at = 0; at < group.items.size(); at++) {
      boolean labelled = !group.items.get(at).label().isEmpty();
      levels.add(labelled ? Math.max(1, solved.get(at + 1)) : 1);
    }
    return levels;
  }

  private static ParagraphLevels.Mark mark(Entry entry) {
    Designator designator = new Designator(entry.label(), false);
    return new ParagraphLevels.Mark(
        designator, entry.label(), entry.bracketed(), false, false, false, false);
  }

  private List<Instruction> children(
      Group group,
      List<Integer> levels,
      int from,
      int to,
      int level,
      String parent,
      Map<String, Integer> used) {
    List<Instruction> children = new ArrayList<>();
    int at = from;
    while (at < to) {
      int end = at + 1;
      while (end < to && levels.get(end) > level) {
        end++;
      }
      Entry entry = group.items.get(at);
      String label = entry.label().isEmpty() ? "¶" : entry.label();
      String id = unique(parent + "." + label, used);
      children.add(
          new Instruction(
              id,
              entry.label(),
              entry.runs(),
              part(group),
              children(group, levels, at + 1, end, level + 1, id, used),
              List.of(),
              entry.block().span()));
      at = end;
    }
    return children;
  }

  /** Numbers are meant to run on through the document, but may repeat. */
  private static String unique(String id, Map<String, Integer> used) {
    int times = used.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + "#" + times;
  }

  private List<Clause> setOut(Group group) {
    int lead = lead(group.setOut);
    group.setOut.subList(0, Math.max(0, lead)).stream()
        .filter(block -> !isLead(block))
        .forEach(displaced::add);
    List<Block> blocks = group.setOut.subList(lead + 1, group.setOut.size());
    String words = words(group);
    return new ClauseTree(titles, group.part, DefinedTerms.of(words), new Labels(), diagnostics)
        .clauses(blocks, SetOutPlace.of(words, group.part, group.above, titles));
  }

  /**
   * Blocks that stand between an instruction and {@code The revisions read as follows:}. They are
   * not set out: tables and figures of the preamble may float behind the first instruction.
   */
  List<Block> displaced() {
    return displaced;
  }

  /** Where the words stand that lead over to what is set out, -1 if there are none. */
  private static int lead(List<Block> blocks) {
    int lead = -1;
    for (int at = 0; at < blocks.size() && !opensUnit(blocks.get(at)); at++) {
      lead = isLead(blocks.get(at)) ? at : lead;
    }
    return lead;
  }

  private static boolean opensUnit(Block block) {
    return switch (block.kind()) {
      case PART_HEADING,
          SUBPART_HEADING,
          SECTION_HEADING,
          SUPPLEMENT_HEADING,
          AUTHORITY,
          ELLIPSIS ->
          true;
      default -> false;
    };
  }

  private static boolean isLead(Block block) {
    boolean text = block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.FLUSH;
    return text && LEAD.matcher(Texts.plain(block.runs()).strip()).matches();
  }
}
