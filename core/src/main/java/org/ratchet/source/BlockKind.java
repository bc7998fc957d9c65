package org.ratchet.source;

/**
 * What a block is, in the words of the Federal Register. Every kind can be told from a printed page
 * as well as from markup, so that both give the same blocks.
 */
public enum BlockKind {
  /** Department, in capitals: {@code DEPARTMENT OF COMMERCE}. */
  AGENCY,
  /** Bureau or office under the department. */
  SUBAGENCY,
  /** {@code 15 CFR Parts 734 and 774}. */
  CFR_LINE,
  /** Bracketed docket line. */
  DOCKET,
  /** {@code RIN 0694-AI94}. */
  RIN,
  /** Title of the document. */
  SUBJECT,
  /**
   * A paragraph of the preamble head that opens with a caption in capitals ({@code AGENCY:}, {@code
   * SUMMARY:}); the caption is the first run, bold.
   */
  CAPTION,
  /** A heading in the text; level 1 is bold, level 2 italic. */
  HEADING,
  /** A paragraph with first-line indent. */
  PARAGRAPH,
  /** A paragraph without first-line indent, or hanging. */
  FLUSH,
  /** An amendatory instruction: one numbered or lettered item, without its marker. */
  INSTRUCTION,
  /** {@code PART 744—…}. */
  PART_HEADING,
  /** {@code Subpart B—…}. */
  SUBPART_HEADING,
  /** {@code § 744.23 …}, number and subject. */
  SECTION_HEADING,
  /** {@code Supplement No. 4 to Part 744—…} or {@code Appendix A to Part …}. */
  SUPPLEMENT_HEADING,
  /** {@code Authority: …}. */
  AUTHORITY,
  /** A line of asterisks: text that exists and is not shown. */
  ELLIPSIS,
  /** A note with its run-in heading, the heading being the first, bold run. */
  NOTE,
  /** A table; the cells are in {@link Block#table()}. */
  TABLE,
  /** A footnote of the document; it opens with its number, raised. */
  FOOTNOTE,
  /** An image; the text is the name printed beside it, if any. */
  FIGURE,
  /** Date, name or title of the signature. */
  SIGNATURE,
  /** {@code [FR Doc. 2092-00121 Filed …]}. */
  FR_DOC,
  /** {@code BILLING CODE 3510-33-P}. */
  BILLING_CODE,
  /** Source citation at the end of a section of the CFR: {@code [87 FR 62186, Oct. 13, 2022]}. */
  SOURCE_CITATION,
  /** An editorial or effective-date note of the CFR: status, not text. */
  EDITORIAL_NOTE
}
