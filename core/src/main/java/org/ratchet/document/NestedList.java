package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ratchet.text.Runs;

/** The open entries of a list inside a note or a part, outermost first. */
final class NestedList {

  private record Entry(ListLabel label, Node node) {}

  private final Node holder;
  private final List<Entry> open = new ArrayList<>();

  NestedList(Node holder) {
    this.holder = holder;
  }

  Node holder() {
    return holder;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Whether a label goes on with the list, or opens a list in it. */
  boolean takes(ListLabel label) {
    return label.isFirst() || goesOn(label);
  }

  /**
   * The open entry that a label with its whole path, {@code b.1.}, stands under.
   *
   * @param path the labels above the entry, at least one
   */
  Optional<Node> under(List<String> path) {
    for (int from = 0; from + path.size() <= open.size(); from++) {
      List<String> labels =
          open.subList(from, from + path.size()).stream()
              .map(entry -> entry.label().label())
              .toList();
      if (labels.equals(path)) {
        return Optional.of(open.get(from + path.size() - 1).node());
      }
    }
    return Optional.empty();
  }

  /** Closes the entries below an open one. */
  void closeBelow(Node node) {
    int at = 0;
    while (open.get(at).node() != node) {
      at++;
    }
    closeFrom(at + 1);
  }

  /** Whether a label is the next of an open series. */
  boolean goesOn(ListLabel label) {
    return open.stream().anyMatch(entry -> label.follows(entry.label()));
  }

  /**
   * The node under which an entry stands; deeper entries are closed. Where it is the next of two
   * open series, it is of the inner one, unless it announces a list, {@code as follows:}, and only
   * the one before it in the outer series did so too.
   *
   * @param text what stands behind the label
   */
  Node parentOf(ListLabel label, String text) {
    List<Integer> before =
        IntStream.range(0, open.size())
            .filter(at -> label.follows(open.get(at).label()))
            .boxed()
            .toList();
    if (before.isEmpty()) {
      return label.isFirst() ? top() : behindGap(label);
    }
    int innermost = before.get(before.size() - 1);
    int at = announces(text) ? last(before, innermost) : innermost;
    closeFrom(at);
    return top();
  }

  private int last(List<Integer> before, int innermost) {
    return before.stream()
        .filter(at -> announces(Runs.text(open.get(at).node().clause().text())))
        .reduce((outer, inner) -> inner)
        .orElse(innermost);
  }

  private static boolean announces(String text) {
    return text.strip().endsWith(":");
  }

  /**
   * The node under which an entry stands whose neighbour is not shown: {@code d.} behind {@code b.}
   * goes on with its series, and {@code 2.} behind {@code 3.} and {@code b.} is below b, where 1 is
   * not shown.
   */
  private Node behindGap(ListLabel label) {
    for (int at = open.size() - 1; at >= 0; at--) {
      if (label.isBehind(open.get(at).label())) {
        closeFrom(at);
        break;
      }
    }
    return top();
  }

  private void closeFrom(int at) {
    open.subList(at, open.size()).clear();
  }

  /** The innermost open entry, or the holder. */
  Node top() {
    return open.isEmpty() ? holder : open.get(open.size() - 1).node();
  }

  void add(ListLabel label, Node node) {
    open.add(new Entry(label, node));
  }
}
