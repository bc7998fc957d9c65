package org.ratchet.meaning;

import java.util.List;

/** One kind of change in meaning. A check is stateless; what it does not understand it leaves. */
public interface Check {

  /** Stable id, lower case with hyphens: {@code control-criterion}. */
  String id();

  /** What it finds; empty if nothing. */
  List<Finding> examine(Delta delta);
}
