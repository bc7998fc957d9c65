package org.ratchet.source;

import java.util.List;
import java.util.Optional;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * One block of text in reading order.
 *
 * @param kind what it is
 * @param level for headings 1 (bold) or 2 (italic), else 0
 * @param runs its text; empty for figures without a name and for tables
 * @param span where it begins
 * @param table the cells, for {@link BlockKind#TABLE} only
 */
public record Block(
    BlockKind kind, int level, List<Run> runs, Span span, Optional<TableText> table) {

  /** Copies the runs. */
  public Block {
    runs = List.copyOf(runs);
  }

  /** A block of text without level or table. */
  public static Block of(BlockKind kind, List<Run> runs, Span span) {
    return new Block(kind, 0, runs, span, Optional.empty());
  }

  /** The text in one string, raised and lowered text marked as by {@link Runs#text}. */
  public String text() {
    return table.map(TableText::text).orElseGet(() -> Runs.text(runs));
  }
}
