package org.ratchet.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One kind of change in meaning. A check is stateless; what it does not understand it leaves. */
public interface Check {

  /** Stable id, lower case with hyphens: {@code control-criterion}. */
  String id();

  /**
   * The page that explains it, in Markdown: a heading that is the id, what it looks at, and when
   * that is tighter, looser or undetermined. It stands beside the class as {@code checks/ID.md};
   * empty if there is none.
   */
  default String page() {
    try (InputStream page = getClass().getResourceAsStream("checks/" + id() + ".md")) {
      return page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it finds; empty if nothing. */
  List<Finding> examine(Delta delta);

  /**
   * What follows from what all checks found, at places that did not change themselves; nothing
   * unless a check says otherwise.
   *
   * @param found by {@link #examine} of all checks
   */
  default List<Finding> follow(Delta delta, List<Finding> found) {
    return List.of();
  }
}
