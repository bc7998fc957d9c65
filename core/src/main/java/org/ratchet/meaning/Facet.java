package org.ratchet.meaning;

/** Which side of control a provision is about. The function of the provision decides. */
public enum Facet {
  /** License exceptions and general authorizations. */
  EXCEPTION,
  /** How an application is judged. */
  REVIEW_POLICY,
  /** Reach of the EAR: de minimis, foreign direct product. */
  JURISDICTION,
  /** Reports, records, certifications. */
  BURDEN,
  /** Effective, compliance and expiry dates, stays. */
  TIME,
  /** A defined term. */
  DEFINITION,
  /** What is controlled. */
  SCOPE,
  /** To where. */
  DESTINATION,
  /** To whom. */
  PARTY,
  /** For what. */
  END_USE,
  /** Export, reexport, transfer, and what a U.S. person may do. */
  ACTIVITY,
  /** What the person must know. */
  KNOWLEDGE,
  /** Moved, renumbered or corrected without legal effect. */
  STRUCTURE
}
