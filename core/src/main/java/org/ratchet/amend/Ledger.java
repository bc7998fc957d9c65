package org.ratchet.amend;

import java.util.List;

/**
 * One line for each instruction of a document that asks for something, in printed order.
 *
 * @param lines the lines
 */
public record Ledger(List<LedgerLine> lines) {

  /** Copies the lines. */
  public Ledger {
    lines = List.copyOf(lines);
  }

  /** The lines with a status. */
  public List<LedgerLine> with(LedgerLine.Status status) {
    return lines.stream().filter(line -> line.status() == status).toList();
  }
}
