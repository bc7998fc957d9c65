package org.ratchet.clause;

import java.util.Arrays;
import java.util.Optional;

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
    REASON_FOR_CONTROL("Reason for Control"),
    /** The table of controls, or what stands in its place; children are {@link ControlRow}s. */
    LICENSE_REQUIREMENTS("License Requirements"),
    /** {@code Reporting Requirements: …}. */
    REPORTING_REQUIREMENTS("Reporting Requirements"),
    /** One exception a child, {@code LVS: …}. */
    LICENSE_EXCEPTIONS("License Exceptions"),
    /** {@code Special Conditions for STA}. */
    STA_CONDITIONS("Special Conditions for STA"),
    /** {@code Related Controls: …}. */
    RELATED_CONTROLS("Related Controls"),
    /** {@code Related Definitions: …}. */
    RELATED_DEFINITIONS("Related Definitions"),
    /** {@code Items: …}, the item paragraphs and their notes. */
    ITEMS("Items"),
    /** Anything else that stands in an entry. */
    OTHER("");

    private final String label;

    Role(String label) {
      this.label = label;
    }

    /** The name of the part, which is the label of its step in a citation; empty for OTHER. */
    public String label() {
      return label;
    }

    /** The role with a name, if it is one of an entry's usual parts. */
    public static Optional<Role> named(String label) {
      return Arrays.stream(values())
          .filter(role -> role != OTHER && role.label.equalsIgnoreCase(label))
          .findFirst();
    }
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
