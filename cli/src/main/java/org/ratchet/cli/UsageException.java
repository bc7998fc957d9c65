package org.ratchet.cli;

/** The command cannot do what was asked; the message is for the user. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
