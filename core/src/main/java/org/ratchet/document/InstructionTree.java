package org.ratchet.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Designator;
import org.ratchet.source.Block;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Builds the numbered and lettered instructions of a rule with the text they set out. */
final class InstructionTree {

  private static final Pattern LABEL = Pattern.compile("^\\(?(\\d{1,3}|[a-z]{1,4}|[A-Z])[.)]\\s+");
  private static final Pattern SECTION = Pattern.compile("§+\\s*(\\d+[a-z]?\\.\\d+[a-z]?)");
  private static final Pattern SUPPLEMENT =
      Pattern.compile("(?i)supplement\\s+no\\.\\s*(\\d+)\\s+to\\s+part\\s+(\\d+)");
  private static final Pattern NUMBERED = Pattern.compile("(?i)supplement\\s+no\\.\\s*(\\d+)\\b");
  private static final Pattern SECTION_WORD =
      Pattern.compile("(?i)\\bsections?\\s+(\\d+[a-z]?\\.\\d+[a-z]?)");

  /** An instruction while it is being read. */
  private static final class Draft {
    final String id;
    final String label;
    final List<Run> runs;
    final Citation part;
    final Block block;
    final List<Draft> children = new ArrayList<>();
    final List<Block> setOut = new ArrayList<>();

    Draft(String id, String label, List<Run> runs, Citation part, Block block) {
      this.id = id;
      this.label = label;
      this.runs = runs;
      this.part = part;
      this.block = block;
    }
  }

  private final int title;
  private final List<Diagnostic> diagnostics;
  private final List<Draft> roots = new ArrayList<>();
  private final List<Draft> open = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();

  InstructionTree(int title, List<Diagnostic> diagnostics) {
    this.title = title;
    this.diagnostics = diagnostics;
  }

  /** Takes the next instruction. */
  void instruction(Block block, Citation part) {
    Matcher matcher = LABEL.matcher(block.text());
    String label = matcher.lookingAt() ? matcher.group(1) : "";
    List<Run> runs = label.isEmpty() ? block.runs() : Runs.from(block.runs(), matcher.end());
    int level = level(label);
    while (open.size() > level) {
      open.remove(open.size() - 1);
    }
    Draft parent = open.isEmpty() ? null : open.get(open.size() - 1);
    String path = parent == null ? label : parent.id + "." + label;
    String key = path.isEmpty() ? "¶" : path;
    int times = ids.merge(key, 1, Integer::sum);
    Draft draft = new Draft(times == 1 ? key : key + "#" + times, label, runs, part, block);
    (parent == null ? roots : parent.children).add(draft);
    open.add(draft);
  }

  /**
   * Numbers open a new instruction; letters stand under it; a numeral such as i stands under a
   * letter unless the letter before it was h.
   */
  private int level(String label) {
    if (label.isEmpty() || label.matches("\\d+") || open.isEmpty()) {
      return 0;
    }
    if (label.matches("[A-Z]")) {
      return Math.min(open.size(), 3);
    }
    String before = open.size() > 1 ? open.get(1).label : "";
    int letter = Designator.letter(label);
    boolean nextLetter = letter > 0 && letter == Designator.letter(before) + 1;
    boolean numeral = Designator.roman(label) > 0;
    boolean continues =
        open.size() > 2 && Designator.roman(label) == Designator.roman(open.get(2).label) + 1;
    if (numeral && (continues || (!nextLetter && !before.isEmpty()))) {
      return 2;
    }
    return 1;
  }

  /** Takes a block that the current instruction sets out. */
  void setOut(Block block) {
    if (!open.isEmpty()) {
      open.get(0).setOut.add(block);
    }
  }

  boolean isEmpty() {
    return roots.isEmpty();
  }

  List<Instruction> build() {
    return roots.stream().map(this::build).toList();
  }

  private Instruction build(Draft draft) {
    return new Instruction(
        draft.id,
        draft.label,
        draft.runs,
        draft.part,
        draft.children.stream().map(this::build).toList(),
        setOut(draft),
        draft.block.span());
  }

  private List<Clause> setOut(Draft draft) {
    if (draft.setOut.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = ClauseTree.withoutLead(draft.setOut);
    return new ClauseTree(title, draft.part, new Labels(), diagnostics)
        .clauses(blocks, locus(Runs.text(draft.runs), draft.part));
  }

  /** The section or supplement that an instruction names, for text set out without a heading. */
  private Citation locus(String words, Citation part) {
    Matcher supplement = SUPPLEMENT.matcher(words);
    if (supplement.find()) {
      return Citation.supplement(title, supplement.group(2), supplement.group(1));
    }
    Matcher section = SECTION.matcher(words);
    if (section.find()) {
      return Citation.section(title, section.group(1));
    }
    Matcher spelled = SECTION_WORD.matcher(words);
    if (spelled.find()) {
      return Citation.section(title, spelled.group(1));
    }
    Matcher numbered = NUMBERED.matcher(words);
    if (numbered.find() && part.steps().size() == 2) {
      return Citation.supplement(title, part.last().label(), numbered.group(1));
    }
    return part;
  }
}
