package org.ratchet.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** Which units of two rows without labels answer to each other, by text and order. */
final class Sequence {

  /** Units between equal ones are the same if so much of their words is common. */
  private static final double ALIKE = 0.4;

  /**
   * Two units that answer to each other.
   *
   * @param equal whether their texts are equal
   */
  record Pair(Node left, Node right, boolean equal) {

    Pair turned() {
      return new Pair(/* left= */ right, /* right= */ left, equal);
    }
  }

  private Sequence() {}

  static List<Pair> pairs(List<Node> left, List<Node> right) {
    Patch<Long> patch =
        DiffUtils.diff(
            left.stream().map(Node::hash).toList(), right.stream().map(Node::hash).toList());
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (AbstractDelta<Long> delta : patch.getDeltas()) {
      while (i < delta.getSource().getPosition()) {
        pairs.add(new Pair(left.get(i++), right.get(j++), true));
      }
      int leftEnd = i + delta.getSource().size();
      int rightEnd = j + delta.getTarget().size();
      alike(left.subList(i, leftEnd), right.subList(j, rightEnd), pairs);
      i = leftEnd;
      j = rightEnd;
    }
    while (i < left.size()) {
      pairs.add(new Pair(left.get(i++), right.get(j++), true));
    }
    return pairs;
  }

  private static void alike(List<Node> left, List<Node> right, List<Pair> pairs) {
    int next = 0;
    for (Node node : left) {
      for (int j = next; j < right.size(); j++) {
        if (node.similarity(right.get(j)) >= ALIKE) {
          pairs.add(new Pair(node, right.get(j), false));
          next = j + 1;
          break;
        }
      }
    }
  }
}
