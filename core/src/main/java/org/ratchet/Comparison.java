package org.ratchet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.amend.Ledger;
import org.ratchet.amend.LedgerLine;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.diff.Change;
import org.ratchet.document.Document;
import org.ratchet.document.Instruction;
import org.ratchet.document.Rule;
import org.ratchet.meaning.Direction;
import org.ratchet.meaning.Finding;
import org.ratchet.text.Diagnostic;

/**
 * Two documents compared, with everything a report needs.
 *
 * @param basis how the two documents relate
 * @param base the regulation before both, if one was given
 * @param before the document on the left
 * @param after the document on the right
 * @param stateBefore the regulation before
 * @param stateAfter the regulation after
 * @param ledger what became of the instructions of both documents
 * @param changes changes of substance, by citation
 * @param editorial changes of spacing, punctuation and the like
 * @param findings what the changes mean
 * @param diagnostics remarks on the documents
 */
public record Comparison(
    Basis basis,
    Optional<Document> base,
    Document before,
    Document after,
    State stateBefore,
    State stateAfter,
    Ledger ledger,
    List<Change> changes,
    List<Change> editorial,
    List<Finding> findings,
    List<Diagnostic> diagnostics) {

  /** How two documents relate. */
  public enum Basis {
    /** Two full texts of the regulation. */
    TEXTS,
    /** A full text, and a rule executed on it. */
    RULE,
    /** Two rules, the second executed on the state after the first. */
    SUCCESSIVE,
    /** Two versions of one rule, each executed on the same state. */
    ALTERNATIVE
  }

  /** Copies the lists. */
  public Comparison {
    changes = List.copyOf(changes);
    editorial = List.copyOf(editorial);
    findings = List.copyOf(findings);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The findings with a direction. */
  public List<Finding> findings(Direction direction) {
    return findings.stream().filter(finding -> finding.direction() == direction).toList();
  }

  /**
   * Whether more may differ than the changes say: an instruction of the document after was refused
   * or is ambiguous. Two versions of one rule that share such an instruction, word for word, hide
   * nothing by it.
   *
   * <pre>{@code
   * boolean safe = comparison.changes().isEmpty() && !comparison.incomplete();
   * }</pre>
   */
  public boolean incomplete() {
    return switch (basis) {
      case TEXTS -> false;
      case RULE, SUCCESSIVE -> !notApplied(after).isEmpty();
      case ALTERNATIVE -> !notApplied(before).equals(notApplied(after));
    };
  }

  /**
   * The words of the instructions of a document that were not carried out, with what they set out.
   */
  private Set<String> notApplied(Document document) {
    if (!(document instanceof Rule rule)) {
      return Set.of();
    }
    Set<String> open =
        ledger.lines().stream()
            .filter(line -> line.status() != LedgerLine.Status.APPLIED)
            .filter(line -> line.document().equals(rule.metadata().number()))
            .map(LedgerLine::instruction)
            .collect(Collectors.toSet());
    return rule.instructions().stream()
        .filter(numbered -> numbered.stream().anyMatch(one -> open.contains(one.id())))
        .map(Comparison::words)
        .collect(Collectors.toSet());
  }

  private static String words(Instruction numbered) {
    return numbered.stream()
        .flatMap(
            one -> Stream.concat(Stream.of(one.text()), one.setOut().stream().map(Clauses::text)))
        .collect(Collectors.joining("\n"));
  }

  /** Whether one of the two sides holds a clause at or under a citation. */
  public boolean shows(Citation citation) {
    return Stream.of(stateBefore, stateAfter)
        .flatMap(state -> state.clauses().stream())
        .flatMap(Clause::stream)
        .anyMatch(clause -> citation.isPrefixOf(clause.citation()));
  }

  /**
   * This comparison, with only the changes, findings and instructions that concern one of the
   * citations. An instruction whose target is not understood may concern any.
   */
  public Comparison only(List<Citation> citations) {
    Ledger concerned =
        new Ledger(
            ledger.lines().stream()
                .filter(
                    line ->
                        line.targets().isEmpty()
                            || line.targets().stream().anyMatch(at -> touches(citations, at)))
                .toList());
    return new Comparison(
        basis,
        base,
        before,
        after,
        stateBefore,
        stateAfter,
        concerned,
        changes.stream().filter(change -> touches(citations, change.citation())).toList(),
        editorial.stream().filter(change -> touches(citations, change.citation())).toList(),
        findings.stream().filter(finding -> touches(citations, finding.citation())).toList(),
        diagnostics);
  }

  private static boolean touches(List<Citation> citations, Citation citation) {
    return citations.stream()
        .anyMatch(wanted -> wanted.isPrefixOf(citation) || citation.isPrefixOf(wanted));
  }
}
