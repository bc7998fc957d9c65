package org.ratchet.document;

import java.util.List;

/**
 * What the head and foot of a rule say of it; each text as printed, empty where it is absent.
 *
 * @param number Federal Register document number with ASCII hyphen: {@code 2092-00121}
 * @param volume volume of the Federal Register, 0 if not known
 * @param firstPage first printed page, 0 if not known
 * @param lastPage last printed page, 0 if not known
 * @param publicationDate date of the issue as printed in the running head
 * @param agencies department and bureau, in printed order
 * @param cfrParts CFR line as printed, one string a line: {@code 15 CFR Parts 734 and 774}
 * @param docket docket line without brackets
 * @param rin {@code 0694-AI94}
 * @param title subject of the document
 * @param action the {@code ACTION:} caption's text
 * @param dates the {@code DATES:} caption's text, all paragraphs; where there is none, what stands
 *     under {@code EFFECTIVE DATE:} or in a paragraph that says when the rule takes effect
 * @param billingCode billing code line
 */
public record RuleMetadata(
    String number,
    int volume,
    int firstPage,
    int lastPage,
    String publicationDate,
    List<String> agencies,
    List<String> cfrParts,
    String docket,
    String rin,
    String title,
    String action,
    String dates,
    String billingCode) {

  /** Copies the lists. */
  public RuleMetadata {
    agencies = List.copyOf(agencies);
    cfrParts = List.copyOf(cfrParts);
  }

  /** {@code 87 FR 62186}, or empty if volume or page are not known. */
  public String citation() {
    return volume > 0 && firstPage > 0 ? volume + " FR " + firstPage : "";
  }
}
