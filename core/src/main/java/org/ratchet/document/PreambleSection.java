package org.ratchet.document;

import java.util.List;
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
}
