package org.ratchet.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read as a document, and why. The message is one line for a person. */
public class UnreadableSourceException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why a file cannot be read. */
  public enum Reason {
    /** There is no such file. */
    MISSING,
    /** It is a directory or a device. */
    NOT_A_FILE,
    /** The operating system does not let us read it. */
    NOT_PERMITTED,
    /** It has no bytes. */
    EMPTY,
    /** It ends early or its structure is broken. */
    DAMAGED,
    /** It needs a password. */
    ENCRYPTED,
    /** Its pages are images without text, or blank. */
    NO_TEXT,
    /** It is of a kind that no reader understands. */
    UNKNOWN_FORMAT,
    /** It holds several documents and none was chosen, or the one chosen is not there. */
    WHICH_DOCUMENT,
    /** It would take more than {@link ReadLimits} allow. */
    LIMIT_EXCEEDED,
    /** It tries to reach outside itself, for example by an external entity. */
    FORBIDDEN_REFERENCE
  }

  private final Reason reason;

  /** Without a cause. */
  public UnreadableSourceException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** With the exception of the library that found it. */
  public UnreadableSourceException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why the file cannot be read. */
  public Reason reason() {
    return reason;
  }
}
