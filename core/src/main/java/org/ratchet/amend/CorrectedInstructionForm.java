package org.ratchet.amend;

import java.util.List;
import org.ratchet.amend.Token.Kind;

/** {@code Amendatory instruction 7.b is corrected to read “…”}. */
final class CorrectedInstructionForm implements Form {

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    int instruction = statement.index(Kind.INSTRUCTION);
    if (!statement.is("correct") || instruction < 0 || at + 1 >= statements.size()) {
      return 0;
    }
    int quote = statements.get(at + 1).index(Kind.QUOTE);
    if (quote < 0) {
      return 0;
    }
    int page = statement.index(Kind.PAGE);
    String words = so.quoted(statements.get(at + 1).object().get(quote));
    Understanding corrected = new Understanding(Wording.of(words), so.part(), so.places());
    corrected.read();
    corrected.problems().forEach(so::problem);
    if (corrected.operations().isEmpty()) {
      so.problem("the corrected instruction is not understood");
    } else {
      so.add(
          new Amendment.CorrectInstruction(
              page < 0 ? "" : statement.object().get(page).value(),
              statement.object().get(instruction).value(),
              corrected.operations()));
    }
    return 2;
  }
}
