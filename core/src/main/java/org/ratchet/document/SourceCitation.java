package org.ratchet.document;

import org.ratchet.clause.Citation;
import org.ratchet.text.Span;

/**
 * The documents that made and amended a unit of the CFR, as printed at its end or below its
 * heading: {@code [61 FR 12802, Mar. 25, 1996, as amended at 62 FR 25453, May 9, 1997]}. It is the
 * history of the text and no law.
 *
 * @param unit the section, supplement, part or subpart that it stands in
 * @param text as printed
 * @param span where it stands
 */
public record SourceCitation(Citation unit, String text, Span span) {}
