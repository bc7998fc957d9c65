package org.ratchet.clause;

/**
 * One method for each kind of clause.
 *
 * @param <R> what a visit returns
 */
public interface ClauseVisitor<R> {

  /** Visits a clause of this kind. */
  R visitPart(Part clause);

  /** Visits a clause of this kind. */
  R visitSubpart(Subpart clause);

  /** Visits a clause of this kind. */
  R visitSection(Section clause);

  /** Visits a clause of this kind. */
  R visitSupplement(Supplement clause);

  /** Visits a clause of this kind. */
  R visitParagraph(Paragraph clause);

  /** Visits a clause of this kind. */
  R visitEccnEntry(EccnEntry clause);

  /** Visits a clause of this kind. */
  R visitEccnPart(EccnPart clause);

  /** Visits a clause of this kind. */
  R visitControlRow(ControlRow clause);

  /** Visits a clause of this kind. */
  R visitNote(Note clause);

  /** Visits a clause of this kind. */
  R visitDefinition(Definition clause);

  /** Visits a clause of this kind. */
  R visitTable(Table clause);

  /** Visits a clause of this kind. */
  R visitTableRow(TableRow clause);

  /** Visits a clause of this kind. */
  R visitEntityEntry(EntityEntry clause);

  /** Visits a clause of this kind. */
  R visitEllipsis(Ellipsis clause);

  /**
   * A visitor that treats every kind alike unless told otherwise.
   *
   * @param <R> what a visit returns
   */
  interface WithDefault<R> extends ClauseVisitor<R> {

    /** Visits a clause of any kind whose own method is not overridden. */
    R visitOther(Clause clause);

    @Override
    default R visitPart(Part clause) {
      return visitOther(clause);
    }

    @Override
    default R visitSubpart(Subpart clause) {
      return visitOther(clause);
    }

    @Override
    default R visitSection(Section clause) {
      return visitOther(clause);
    }

    @Override
    default R visitSupplement(Supplement clause) {
      return visitOther(clause);
    }

    @Override
    default R visitParagraph(Paragraph clause) {
      return visitOther(clause);
    }

    @Override
    default R visitEccnEntry(EccnEntry clause) {
      return visitOther(clause);
    }

    @Override
    default R visitEccnPart(EccnPart clause) {
      return visitOther(clause);
    }

    @Override
    default R visitControlRow(ControlRow clause) {
      return visitOther(clause);
    }

    @Override
    default R visitNote(Note clause) {
      return visitOther(clause);
    }

    @Override
    default R visitDefinition(Definition clause) {
      return visitOther(clause);
    }

    @Override
    default R visitTable(Table clause) {
      return visitOther(clause);
    }

    @Override
    default R visitTableRow(TableRow clause) {
      return visitOther(clause);
    }

    @Override
    default R visitEntityEntry(EntityEntry clause) {
      return visitOther(clause);
    }

    @Override
    default R visitEllipsis(Ellipsis clause) {
      return visitOther(clause);
    }
  }
}
