package org.ratchet.clause;

/**
 * One step of a {@link Citation}.
 *
 * @param kind what the step names
 * @param label the label as printed, without brackets: {@code 744}, {@code 744.23}, {@code a},
 *     {@code iii}, {@code CHINA}; empty for a unit without a label
 * @param ordinal 0 for the first unit of this kind and label under its parent, 1 for the next, and
 *     so on; for {@link Kind#UNLABELLED} and {@link Kind#ELLIPSIS}, which never have a label, their
 *     place among their like under the parent, counted from 1
 */
public record Step(Kind kind, String label, int ordinal) {

  /** What a step of a citation names. */
  public enum Kind {
    /** Title of the CFR: {@code 15}. */
    TITLE,
    /** Part: {@code 744}. */
    PART,
    /** Section with its full number: {@code 744.23}. */
    SECTION,
    /** Supplement by number: {@code 4}. */
    SUPPLEMENT,
    /** Appendix by letter or number: {@code A}. */
    APPENDIX,
    /** Entry of the Commerce Control List: {@code 3A090}. */
    ECCN,
    /** A part of an entry of the Commerce Control List, such as {@code License Requirements}. */
    ECCN_PART,
    /** Designated paragraph: {@code a} for (a), or {@code a} for .a under an ECCN. */
    PARAGRAPH,
    /** Undesignated paragraph, by ordinal only. */
    UNLABELLED,
    /** Note with its number, empty if it has none. */
    NOTE,
    /** Defined term. */
    DEFINITION,
    /** Table by its number, empty if it has none. */
    TABLE,
    /** Row of a table, by its first cell. */
    ROW,
    /** Country heading in a list of entities. */
    COUNTRY,
    /** Entity, by its name. */
    ENTITY,
    /** Heading within a supplement, a part or a subpart. */
    HEADING,
    /** The authority citation of a part. */
    AUTHORITY,
    /** Rows or paragraphs that exist and are not shown. */
    ELLIPSIS
  }

  /** The first unit of this kind and label. */
  public static Step of(Kind kind, String label) {
    return new Step(kind, label, 0);
  }
}
