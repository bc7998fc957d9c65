package org.ratchet.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label of an item of the Commerce Control List, which gives the whole path: {@code a.1.b.}.
 *
 * @param path the labels from the entry inwards
 * @param range what follows the first label of a range, {@code through y.}; empty for one item
 * @param length characters of the label with the space behind it
 */
record ItemLabel(List<String> path, String range, int length) {

  private static final String PATH = "[a-z]{1,2}(?:\\.(?:\\d{1,3}|[a-z]{1,2}))*";
  private static final Pattern ITEM =
      Pattern.compile(
          "\\.?(?<path>" + PATH + ")(?:\\.{1,2}(?=\\s|$|[A-Z“‘'\\[])|(?<=\\.\\w{1,3})(?=\\s))\\s*");
  private static final Pattern RANGE =
      Pattern.compile(
          "\\.?(?<path>"
              + PATH
              + ")\\.?(?<range>(?:\\s+(?:through|thru|to|and)\\s+|\\s?[–-]\\s?)\\.?"
              + PATH
              + "\\.?)\\s*(?=\\[Reserved)");

  /** A path in a numbered list, {@code 2.b.1.}, always with its last point. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?<path>\\d{1,2}\\.[a-z]{1,2}(?:\\.(?:\\d{1,3}|[a-z]{1,2}))*)\\.(?=\\s|$|[A-Z“‘'\\[])\\s*");

  /** Abbreviations that look like paths. */
  private static final Set<String> WORDS = Set.of("e.g", "i.e", "a.k.a", "f.k.a", "p.m", "a.m");

  /** Copies the path. */
  ItemLabel {
    path = List.copyOf(path);
  }

  /** The label that a text opens with. */
  static Optional<ItemLabel> of(String text) {
    Matcher range = RANGE.matcher(text);
    if (range.lookingAt()) {
      return Optional.of(
          new ItemLabel(labels(range.group("path")), range.group("range").strip(), range.end()));
    }
    Matcher item = ITEM.matcher(text);
    if (item.lookingAt() && !WORDS.contains(item.group("path"))) {
      return Optional.of(new ItemLabel(labels(item.group("path")), "", item.end()));
    }
    return Optional.empty();
  }

  /** The path of several steps that an entry of a list in a note opens with. */
  static Optional<ItemLabel> inList(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.lookingAt()
        ? Optional.of(new ItemLabel(labels(numbered.group("path")), "", numbered.end()))
        : of(text).filter(label -> label.path().size() > 1 && label.range().isEmpty());
  }

  private static List<String> labels(String path) {
    return List.of(path.split("\\.", -1));
  }
}
