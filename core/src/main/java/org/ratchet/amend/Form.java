package org.ratchet.amend;

import java.util.List;

/**
 * One way in which instructions are worded. The forms are tried in order on the statements of an
 * instruction; the first that reads takes them.
 */
interface Form {

  /** All forms; the next one is a class and a line. */
  List<Form> ALL =
      List.of(
          new CorrectedInstructionForm(),
          new CorrectedWordsForm(),
          new PlaceForm(),
          new ForceForm(),
          new MoveForm(),
          new TransferForm(),
          new RedesignateForm(),
          new RowGroupForm(),
          new ReplaceWordsForm(),
          new InsertWordsForm(),
          new UnitsForm());

  /**
   * Reads statements from a place on into operations and problems.
   *
   * @return how many statements were read, 0 if they are not of this form
   */
  int read(List<Statement> statements, int at, Understanding so);
}
