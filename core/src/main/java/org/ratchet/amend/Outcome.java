package org.ratchet.amend;

/**
 * A state after a rule, and what became of each of its instructions.
 *
 * @param state the regulation after the rule
 * @param ledger one line for each instruction
 */
public record Outcome(State state, Ledger ledger) {}
