package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Supplement;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;

/** Blocks of the Commerce Control List (15 CFR part 774, supplement no. 1) as its entries. */
final class ControlList {

  private static final int CATEGORIES = 10;
  private static final Pattern NUMBER = Pattern.compile("\\b\\d[A-E]\\d{3}\\b");

  private final Citation list;
  private final Labels labels;
  private final List<Diagnostic> diagnostics;

  ControlList(Citation list, Labels labels, List<Diagnostic> diagnostics) {
    this.list = list;
    this.labels = labels;
    this.diagnostics = diagnostics;
  }

  /** The entries in order, and between them the headings and remarks that belong to none. */
  List<Clause> clauses(List<Block> blocks) {
    List<Clause> clauses = new ArrayList<>();
    int at = 0;
    while (at < blocks.size()) {
      int end = at + 1;
      boolean entry = EntryTree.opens(blocks.get(at));
      while (end < blocks.size() && !(entry ? endsEntry(blocks, end) : opens(blocks, end))) {
        end++;
      }
      if (entry) {
        int last = showsAll(blocks.subList(at, end)) ? end - 1 : end;
        clauses.add(
            EntryTree.of(blocks.get(at), blocks.subList(at + 1, last), labels, diagnostics));
        clauses.addAll(between(blocks.subList(last, end)));
      } else {
        clauses.addAll(between(blocks.subList(at, end)));
      }
      at = end;
    }
    notShown(blocks).ifPresent(diagnostics::add);
    return clauses;
  }

  /**
   * A list with entries of all categories is meant whole. Entries that it names and does not show
   * may be missing from this copy, so that a comparison would take them for added or removed.
   */
  private static Optional<Diagnostic> notShown(List<Block> blocks) {
    Set<String> shown =
        blocks.stream()
            .filter(EntryTree::opens)
            .flatMap(block -> numbers(block).limit(1))
            .collect(Collectors.toSet());
    if (shown.stream().map(number -> number.charAt(0)).distinct().count() < CATEGORIES) {
      return Optional.empty();
    }
    Set<String> named =
        blocks.stream()
            .flatMap(ControlList::numbers)
            .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(shown);
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Diagnostic(
                "missing-entries",
                Severity.WARNING,
                "the list names entries that it does not show, which are missing here or are law no"
                    + " more: "
                    + String.join(", ", named),
                Optional.of(blocks.get(0).span())));
  }

  private static Stream<String> numbers(Block block) {
    return NUMBER.matcher(Texts.plain(block.runs())).results().map(MatchResult::group);
  }

  private static boolean opens(List<Block> blocks, int at) {
    return EntryTree.opens(blocks.get(at));
  }

  /** A heading that is no label of an entry's part groups entries; a small one only before one. */
  private static boolean endsEntry(List<Block> blocks, int at) {
    Block block = blocks.get(at);
    if (EntryTree.opens(block) || isBasket(block)) {
      return true;
    }
    if (block.kind() != BlockKind.HEADING || isInEntry(block)) {
      return false;
    }
    int next = at;
    while (next < blocks.size()
        && blocks.get(next).kind() == BlockKind.HEADING
        && !EntryTree.opens(blocks.get(next))) {
      next++;
    }
    return block.level() == 1 || next == blocks.size() || EntryTree.opens(blocks.get(next));
  }

  /** Behind the last entry of a category stands what no entry specifies: EAR99. */
  private static boolean isBasket(Block block) {
    return Texts.opensEmphasised(block.runs()) && Texts.plain(block.runs()).startsWith("EAR99");
  }

  private static boolean isInEntry(Block block) {
    String text = Texts.plain(block.runs());
    return EntryLabels.of(text, true).isPresent()
        || NoteHeading.of(text).filter(note -> block.level() > 1 || !note.isOnTerm()).isPresent();
  }

  /**
   * Whether asterisks at the end stand for the entries that follow: the entry before them is shown
   * up to its items and has no asterisks of its own.
   */
  private static boolean showsAll(List<Block> entry) {
    boolean items = false;
    int ellipses = 0;
    for (Block block : entry) {
      ellipses += block.kind() == BlockKind.ELLIPSIS ? 1 : 0;
      items |=
          EntryLabels.of(Texts.plain(block.runs()), true).filter(EntryLabels::isItems).isPresent();
    }
    return items && ellipses == 1 && entry.get(entry.size() - 1).kind() == BlockKind.ELLIPSIS;
  }

  private List<Clause> between(List<Block> blocks) {
    if (blocks.isEmpty()) {
      return List.of();
    }
    Clause holder =
        new Supplement(
            list,
            new Content(List.of(), List.of(), List.of(), Shown.CONTEXT, blocks.get(0).span()));
    return SectionTree.fill(holder, blocks, labels, diagnostics, Optional.empty()).children();
  }
}
