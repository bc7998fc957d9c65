package org.ratchet.amend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.document.Regulation;

/**
 * The regulation as far as it is known after some documents: its clauses, and which instruction
 * last touched each.
 *
 * <p>What was never set out is <em>unknown</em>, not absent: see {@link #knowledge}.
 *
 * @param clauses the roots, parts of the CFR in natural order; a part or section may hold only the
 *     units that some document showed, the rest standing as an {@link org.ratchet.clause.Ellipsis}
 * @param causes for each citation that an instruction touched, the line of the ledger that did it
 *     last
 */
public record State(List<Clause> clauses, Map<Citation, LedgerLine> causes) {

  /** What a state can say of a citation. */
  public enum Knowledge {
    /** The clause is there and its text is shown. */
    KNOWN,
    /** Its place is wholly shown and it is not there, or an instruction removed it. */
    ABSENT,
    /** Its text has not been shown by any document. */
    UNKNOWN
  }

  /** Copies both. */
  public State {
    clauses = List.copyOf(clauses);
    causes = Map.copyOf(causes);
  }

  /** Nothing is known. */
  public static State empty() {
    return new State(List.of(), Map.of());
  }

  /** The state that a regulation shows. */
  public static State of(Regulation regulation) {
    return new State(regulation.clauses(), Map.of());
  }

  /** The clause at a citation, if the state holds it. */
  public Optional<Clause> find(Citation citation) {
    return clauses.stream()
        .flatMap(Clause::stream)
        .filter(clause -> clause.citation().equals(citation))
        .findFirst();
  }

  /** What this state can say of a citation. */
  public Knowledge knowledge(Citation citation) {
    return find(citation).isPresent() ? Knowledge.KNOWN : Knowledge.UNKNOWN;
  }
}
