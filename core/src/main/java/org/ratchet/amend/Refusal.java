package org.ratchet.amend;

/** An operation cannot be carried out; the message says why and what would be needed. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final LedgerLine.Status status;

  Refusal(String reason) {
    this(LedgerLine.Status.REFUSED, reason);
  }

  Refusal(LedgerLine.Status status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  LedgerLine.Status status() {
    return status;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
