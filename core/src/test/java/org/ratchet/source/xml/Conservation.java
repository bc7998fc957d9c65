package org.ratchet.source.xml;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ratchet.source.Block;
import org.ratchet.source.TableText;
import org.ratchet.source.TableText.Row;
import org.ratchet.text.Run;

/** Counts characters, so that a test can say that no text was lost and none was invented. */
final class Conservation {

  private Conservation() {}

  /** How often each visible character other than the asterisk stands in a text. */
  static Map<String, Long> characters(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '*')
        .mapToObj(Character::toString)
        .collect(groupingBy(c -> c, TreeMap::new, counting()));
  }

  /** All text of the blocks, without marks for raised and lowered text. */
  static String text(List<Block> blocks) {
    StringBuilder out = new StringBuilder();
    for (Block block : blocks) {
      append(block.runs(), out);
      block.table().ifPresent(table -> append(table, out));
    }
    return out.toString();
  }

  private static void append(TableText table, StringBuilder out) {
    append(table.title(), out);
    Stream.concat(table.head().stream(), table.rows().stream())
        .map(Row::cells)
        .flatMap(List::stream)
        .forEach(cell -> append(cell.runs(), out));
    table.notes().forEach(note -> append(note, out));
  }

  private static void append(List<Run> runs, StringBuilder out) {
    runs.forEach(run -> out.append(run.text()));
    out.append('\n');
  }
}
