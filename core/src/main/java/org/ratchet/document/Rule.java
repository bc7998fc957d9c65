package org.ratchet.document;

import java.util.List;
import org.ratchet.source.Block;
import org.ratchet.text.Diagnostic;

/**
 * A rule of the Federal Register: a list of instructions with the text they set out, and a preamble
 * that explains them.
 *
 * @param provenance where it came from
 * @param metadata what head and foot say
 * @param preamble the sections before the words of issuance
 * @param instructions the numbered instructions, in printed order
 * @param footnotes footnotes, in printed order
 * @param signature date, name and title lines
 * @param diagnostics remarks
 */
public record Rule(
    Provenance provenance,
    RuleMetadata metadata,
    List<PreambleSection> preamble,
    List<Instruction> instructions,
    List<Block> footnotes,
    List<String> signature,
    List<Diagnostic> diagnostics)
    implements Document {

  /** Copies the lists. */
  public Rule {
    preamble = List.copyOf(preamble);
    instructions = List.copyOf(instructions);
    footnotes = List.copyOf(footnotes);
    signature = List.copyOf(signature);
    diagnostics = List.copyOf(diagnostics);
  }
}
