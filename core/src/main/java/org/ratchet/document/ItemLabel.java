package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ratchet.clause.Designator;

/**
 * The label of an item of the Commerce Control List, which gives the whole path: {@code a.1.b.}.
 *
 * @param path the labels from the entry inwards
 * @param reserved the last labels of the items behind the first of a reserved range, {@code b} and
 *     {@code c} for {@code a. through c. [Reserved]}; empty for one item
 * @param length characters of the label with the space behind it
 */
record ItemLabel(List<String> path, List<String> reserved, int length) {

  private static final int ALPHABET = 26;
  private static final String PATH = "[a-z]{1,2}(?:\\.(?:\\d{1,3}|[a-z]{1,2}))*";
  private static final Pattern ITEM =
      Pattern.compile(
          "\\.?(?<path>" + PATH + ")(?:\\.{1,2}(?=\\s|$|[A-Z“‘'\\[])|(?<=\\.\\w{1,3})(?=\\s))\\s*");
  private static final Pattern RANGE =
      Pattern.compile(
          "\\.?(?<path>"
              + PATH
              + ")\\.?(?:\\s+(?:through|thru|to|and)\\s+|\\s?[–-]\\s?)\\.?(?<last>"
              + PATH
              + "|\\d{1,3})\\.?\\s*(?=\\[Reserved)");

  /** A path in a numbered list, {@code 2.b.1.}, always with its last point. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?<path>\\d{1,2}\\.[a-z]{1,2}(?:\\.(?:\\d{1,3}|[a-z]{1,2}))*)\\.(?=\\s|$|[A-Z“‘'\\[])\\s*");

  /** Abbreviations that look like paths. */
  private static final Set<String> WORDS = Set.of("e.g", "i.e", "a.k.a", "f.k.a", "p.m", "a.m");

  /** Copies the path. */
  ItemLabel {
    path = List.copyOf(path);
    reserved = List.copyOf(reserved);
  }

  /** The label that a text opens with. */
  static Optional<ItemLabel> of(String text) {
    Matcher range = RANGE.matcher(text);
    if (range.lookingAt()) {
      List<String> first = labels(range.group("path"));
      List<String> behind = behind(first, labels(range.group("last")));
      if (!behind.isEmpty()) {
        return Optional.of(new ItemLabel(first, behind, range.end()));
      }
    }
    Matcher item = ITEM.matcher(text);
    if (item.lookingAt() && !WORDS.contains(item.group("path"))) {
      return Optional.of(new ItemLabel(labels(item.group("path")), List.of(), item.end()));
    }
    return Optional.empty();
  }

  /** The path of several steps that an entry of a list in a note opens with. */
  static Optional<ItemLabel> inList(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.lookingAt()
        ? Optional.of(new ItemLabel(labels(numbered.group("path")), List.of(), numbered.end()))
        : of(text).filter(label -> label.path().size() > 1 && label.reserved().isEmpty());
  }

  /** The item at the end of a path that another label takes in place of the last one. */
  ItemLabel beside(String label) {
    List<String> other = new ArrayList<>(path.subList(0, path.size() - 1));
    other.add(label);
    return new ItemLabel(other, List.of(), length);
  }

  /**
   * The labels from the one behind the first path to the last: {@code a.3} to {@code a.5}, or to
   * {@code 5} alone; none if they are not of one series.
   */
  private static List<String> behind(List<String> first, List<String> last) {
    List<String> above = first.subList(0, first.size() - 1);
    if (last.size() > 1 && !last.subList(0, last.size() - 1).equals(above)) {
      return List.of();
    }
    String from = first.get(first.size() - 1);
    String to = last.get(last.size() - 1);
    boolean digits = Character.isDigit(from.charAt(0));
    if (digits != Character.isDigit(to.charAt(0))) {
      return List.of();
    }
    return digits
        ? IntStream.rangeClosed(Integer.parseInt(from) + 1, Integer.parseInt(to))
            .mapToObj(Integer::toString)
            .toList()
        : letters(Designator.letter(from), Designator.letter(to));
  }

  private static List<String> letters(int from, int to) {
    return from == 0
        ? List.of()
        : IntStream.rangeClosed(from + 1, to).mapToObj(ItemLabel::letter).toList();
  }

  /** The letter label at a place in its series: a, …, z, aa, bb. */
  private static String letter(int place) {
    char letter = (char) ('a' + (place - 1) % ALPHABET);
    return String.valueOf(letter).repeat(1 + (place - 1) / ALPHABET);
  }

  private static List<String> labels(String path) {
    return List.of(path.split("\\.", -1));
  }
}
