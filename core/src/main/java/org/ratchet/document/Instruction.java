package org.ratchet.document;

import java.util.List;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * An amendatory instruction, numbered or lettered, with the text it sets out.
 *
 * @param id unique in the document, by position: {@code 7}, {@code 7.b}, {@code 7.b.i}; a number
 *     that is used twice gets {@code #2}
 * @param label the label as printed, without its point: {@code 7}, {@code b}; empty if it has none
 * @param runs its words, without the label
 * @param part the part of the CFR it stands under: {@code 15 CFR part 744}; {@link Citation#ROOT}
 *     if no heading says so
 * @param children the lettered items under it
 * @param setOut the clauses it sets out; those of a numbered instruction with lettered items stand
 *     at the numbered one
 * @param span where it begins
 */
public record Instruction(
    String id,
    String label,
    List<Run> runs,
    Citation part,
    List<Instruction> children,
    List<Clause> setOut,
    Span span) {

  /** Copies the lists. */
  public Instruction {
    runs = List.copyOf(runs);
    children = List.copyOf(children);
    setOut = List.copyOf(setOut);
  }

  /** Its words in one string, without the label. */
  public String text() {
    return Runs.text(runs);
  }

  /** This instruction and all under it, in printed order. */
  public Stream<Instruction> stream() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Instruction::stream));
  }
}
