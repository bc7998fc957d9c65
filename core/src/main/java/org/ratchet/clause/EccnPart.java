package org.ratchet.clause;

/**
 * A part of an entry of the Commerce Control List, such as reason for control, license requirements
 * or items; which one is {@link #role()}.
 *
 * @param citation its address
 * @param role which part of the entry
 * @param content heading, text, children and place
 */
public record EccnPart(Citation citation, Role role, Content content) implements Clause {

  /** The parts of an entry, in the order of the Commerce Control List. */
  public enum Role {
    /** {@code Reason for Control: …}. */
    REASON_FOR_CONTROL,
    /** The table of controls, or what stands in its place; children are {@link ControlRow}s. */
    LICENSE_REQUIREMENTS,
    /** {@code Reporting Requirements: …}. */
    REPORTING_REQUIREMENTS,
    /** One exception a child, {@code LVS: …}. */
    LICENSE_EXCEPTIONS,
    /** {@code Special Conditions for STA}. */
    STA_CONDITIONS,
    /** {@code Related Controls: …}. */
    RELATED_CONTROLS,
    /** {@code Related Definitions: …}. */
    RELATED_DEFINITIONS,
    /** {@code Items: …}, the item paragraphs and their notes. */
    ITEMS,
    /** Anything else that stands in an entry. */
    OTHER
  }

  @Override
  public EccnPart withContent(Content other) {
    return new EccnPart(citation, role, other);
  }

  @Override
  public EccnPart withCitation(Citation other) {
    return new EccnPart(other, role, content);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitEccnPart(this);
  }
}
