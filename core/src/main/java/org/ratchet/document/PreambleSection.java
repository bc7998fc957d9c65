package org.ratchet.document;

import java.util.List;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step;
import org.ratchet.source.Block;

/**
 * A section of the preamble: what stands before the words of issuance and amends nothing.
 *
 * @param heading caption or heading, {@code SUMMARY:} or {@code I. Background}; empty before the
 *     first
 * @param level 0 for a caption, 1 or 2 for headings
 * @param blocks the text under it, up to the next caption or heading
 */
public record PreambleSection(String heading, int level, List<Block> blocks) {

  /** Copies the blocks. */
  public PreambleSection {
    blocks = List.copyOf(blocks);
  }

  /** Its text as clauses, which all stand at the citation of the preamble as a whole. */
  public List<Clause> paragraphs() {
    return blocks.stream()
        .<Clause>map(
            block ->
                new Paragraph(
                    Citation.ROOT.then(Step.Kind.HEADING, "preamble"),
                    Content.of(block.runs(), block.span())))
        .toList();
  }
}
