package org.ratchet.report;

import java.util.List;
import java.util.Map;

/**
 * A comparison as plain values: what the JSON report holds, field for field. Reads back as an equal
 * value with {@link JsonReport}.
 *
 * @param schemaVersion version of this shape, now 1
 * @param basis how the two documents relate, in lower case: {@code successive}
 * @param base the regulation before both, or null
 * @param before the document on the left
 * @param after the document on the right
 * @param summary counts, what is refused and undetermined first
 * @param changes changes of substance, by citation
 * @param editorial changes of spacing, punctuation and the like
 * @param findings what the changes mean
 * @param ledger what became of each instruction
 * @param diagnostics remarks on the documents
 */
public record ReportModel(
    int schemaVersion,
    String basis,
    List<Input> base,
    Input before,
    Input after,
    Summary summary,
    List<ChangeModel> changes,
    List<ChangeModel> editorial,
    List<FindingModel> findings,
    List<LineModel> ledger,
    List<RemarkModel> diagnostics) {

  /** Version of the shape that this release writes. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * A document that was compared.
   *
   * @param name path or name of the source
   * @param sha256 hash of its bytes
   * @param mediaType what the bytes are
   * @param kind {@code rule} or {@code regulation}
   * @param number document number, empty for a regulation
   * @param citation {@code 87 FR 62186}, or empty
   * @param title subject, or empty
   * @param asOf date of the text, or publication date, as printed
   */
  public record Input(
      String name,
      String sha256,
      String mediaType,
      String kind,
      String number,
      String citation,
      String title,
      String asOf) {}

  /**
   * Counts of a comparison.
   *
   * @param applied instructions carried out
   * @param refused instructions not carried out
   * @param ambiguous instructions that could be carried out in more than one way
   * @param changes changes of substance
   * @param editorial editorial changes
   * @param undetermined findings without a direction
   * @param tighter findings
   * @param looser findings
   * @param mixed findings
   * @param unchanged findings
   * @param byFacet for each facet, the number of findings in each direction
   * @param byProvision the same for each ECCN entry, section, supplement or part
   * @param sentences three: what is not known, what is tighter, what is looser or mixed
   */
  public record Summary(
      int applied,
      int refused,
      int ambiguous,
      int changes,
      int editorial,
      int undetermined,
      int tighter,
      int looser,
      int mixed,
      int unchanged,
      Map<String, Map<String, Integer>> byFacet,
      Map<String, Map<String, Integer>> byProvision,
      List<String> sentences) {}

  /**
   * A text and where it is printed.
   *
   * @param citation the clause
   * @param text its words, its children included
   * @param place document, page, column and line
   */
  public record Passage(String citation, String text, String place) {}

  /**
   * A difference.
   *
   * @param id stable id from content
   * @param kind added, set out, removed, revised, moved, redesignated, split, merged, reserved
   * @param citation where the reader finds it
   * @param before the clause before; empty list if there is none
   * @param after the clause after; empty list if there is none
   * @param edits word-level edits: {@code equal}, {@code delete} or {@code insert}, and the words
   * @param instruction {@code 7.b of 2092-00121}, or empty
   */
  public record ChangeModel(
      String id,
      String kind,
      String citation,
      List<Passage> before,
      List<Passage> after,
      List<EditModel> edits,
      String instruction) {}

  /**
   * A stretch of words.
   *
   * @param kind {@code equal}, {@code delete} or {@code insert}
   * @param text the words
   * @param editorial whether only form differs
   */
  public record EditModel(String kind, String text, boolean editorial) {}

  /**
   * A finding.
   *
   * @param id stable id from content
   * @param check id of the check
   * @param changes ids of the changes it explains
   * @param citation the provision
   * @param facet in lower case
   * @param dimension in lower case, or empty
   * @param direction in lower case
   * @param statement one sentence
   * @param evidence texts on both sides
   * @param witnesses items that only one side covers
   * @param instruction the instruction that made it, or empty
   * @param effective date from which it holds, as printed, or empty
   * @param effect findings with one legal effect share it
   * @param certainty in lower case
   * @param reason why it is undetermined or what it assumes, or empty
   * @param why the paragraph of the preamble that discusses it, if one does
   */
  public record FindingModel(
      String id,
      String check,
      List<String> changes,
      String citation,
      String facet,
      String dimension,
      String direction,
      String statement,
      List<EvidenceModel> evidence,
      List<WitnessModel> witnesses,
      String instruction,
      String effective,
      String effect,
      String certainty,
      String reason,
      List<EvidenceModel> why) {}

  /**
   * A text that a finding rests on.
   *
   * @param side {@code before} or {@code after}
   * @param citation the clause
   * @param text its words
   * @param place document, page, column and line
   */
  public record EvidenceModel(String side, String citation, String text, String place) {}

  /**
   * An item that only one side covers.
   *
   * @param caughtAfter whether the side after covers it
   * @param values quantities by name
   * @param description the item in words
   */
  public record WitnessModel(boolean caughtAfter, Map<String, String> values, String description) {}

  /**
   * What became of an instruction.
   *
   * @param document number of the document
   * @param instruction its id
   * @param text its words
   * @param status applied, refused or ambiguous
   * @param targets citations it touched
   * @param reason why it was not applied, or empty
   * @param effective date from which it holds, as printed, or empty
   * @param place document, page, column and line
   */
  public record LineModel(
      String document,
      String instruction,
      String text,
      String status,
      List<String> targets,
      String reason,
      String effective,
      String place) {}

  /**
   * A remark on a document.
   *
   * @param code stable name of the kind of remark
   * @param severity in lower case
   * @param message one sentence
   * @param place document, page, column and line, or empty
   */
  public record RemarkModel(String code, String severity, String message, String place) {}
}
