package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table drawn with blanks and dashed rules:
 *
 * <pre>
 * -----------------------------------
 *      Country            Entity
 * -----------------------------------
 * ATLANTIS.......  Widget Works, 1
 *                   Harbour Road.
 * -----------------------------------
 * </pre>
 *
 * <p>Columns are what blanks divide in every line of the body. A line opens a row unless all its
 * cells are indented in their columns.
 */
final class TextTable {

  private static final Pattern RULE = Pattern.compile("\\s*[-_=]{20,}\\s*");
  private static final Pattern DIVIDED = Pattern.compile(".*\\S {2,}\\S.*");
  private static final Pattern LEADERS = Pattern.compile("\\.{3,}|(?: \\.){3,}");
  private static final int MOST_HEAD = 12;
  private static final int MOST_LINES = 5_000;

  private final List<String> head;
  private final List<String> body;
  private final int start;
  private final int end;
  private final List<Integer> edges;

  private TextTable(List<String> head, List<String> body, int start, int end) {
    this.head = head;
    this.body = body;
    this.start = start;
    this.end = end;
    this.edges = edges(body);
  }

  /** The table whose upper rule is at a line, if there is one. */
  static Optional<TextTable> at(List<String> lines, int upper) {
    int middle = next(lines, upper + 1, MOST_HEAD);
    if (middle < 0) {
      return Optional.empty();
    }
    int lower = next(lines, middle + 1, MOST_LINES);
    if (lower < 0) {
      return Optional.empty();
    }
    List<String> head = filled(lines.subList(upper + 1, middle));
    List<String> body = filled(lines.subList(middle + 1, lower));
    boolean table =
        !head.isEmpty()
            && !body.isEmpty()
            && head.stream().anyMatch(l -> DIVIDED.matcher(l).matches())
            && body.stream().anyMatch(l -> DIVIDED.matcher(l).matches());
    return table ? Optional.of(new TextTable(head, body, upper, lower + 1)) : Optional.empty();
  }

  private static int next(List<String> lines, int from, int most) {
    for (int at = from; at < Math.min(lines.size(), from + most); at++) {
      if (RULE.matcher(lines.get(at)).matches()) {
        return at;
      }
    }
    return -1;
  }

  private static List<String> filled(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).map(String::stripTrailing).toList();
  }

  /** The line behind the lower rule. */
  int end() {
    return end;
  }

  boolean isClear() {
    return edges.size() > 1;
  }

  /** All lines, as they stand. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(head);
    lines.addAll(body);
    return lines.stream().map(String::strip).toList();
  }

  private static boolean isStars(String line) {
    return Wording.isStars(line.strip());
  }

  /** Where the columns begin: behind two blanks that stand in every line. */
  private static List<Integer> edges(List<String> body) {
    int width = body.stream().mapToInt(String::length).max().orElse(0);
    boolean[] used = new boolean[width + 2];
    for (String line : body) {
      String drawn = isStars(line) ? "" : line;
      for (int i = 0; i < drawn.length(); i++) {
        used[i] |= drawn.charAt(i) != ' ';
      }
    }
    List<Integer> edges = new ArrayList<>();
    boolean gap = true;
    for (int i = 0; i < width; i++) {
      if (used[i] && gap) {
        edges.add(i);
      }
      gap = !used[i] && (gap || !used[i + 1]);
    }
    return edges;
  }

  /** The table as HTML has it. */
  XmlElement element() {
    XmlElement table = new XmlElement("TABLE", start + 1);
    XmlElement top = new XmlElement("THEAD", start + 1);
    top.add(row(headCells()));
    table.add(top);
    XmlElement rows = new XmlElement("TBODY", start + 1);
    table.add(rows);
    List<StringBuilder> open = new ArrayList<>();
    for (String line : body) {
      List<String> cells = cells(line);
      if (isStars(line)) {
        flush(open, rows);
        rows.add(row(List.of("* * * * * * *")));
      } else {
        if (opensRow(cells)) {
          flush(open, rows);
        }
        append(open, cells);
      }
    }
    flush(open, rows);
    return table;
  }

  /** Words of the head stand over the column whose middle is next. */
  private List<String> headCells() {
    List<StringBuilder> cells = new ArrayList<>();
    edges.forEach(edge -> cells.add(new StringBuilder()));
    for (String line : head) {
      int at = 0;
      for (String words : line.split(" {2,}", -1)) {
        int place = line.indexOf(words, at);
        at = place + words.length();
        if (!words.isBlank()) {
          add(cells.get(column(place + words.length() / 2)), words);
        }
      }
    }
    return cells.stream().map(StringBuilder::toString).toList();
  }

  private int column(int place) {
    int column = 0;
    while (column + 1 < edges.size() && place >= edges.get(column + 1)) {
      column++;
    }
    return column;
  }

  private List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      int from = Math.min(line.length(), edges.get(i));
      int to = i + 1 < edges.size() ? Math.min(line.length(), edges.get(i + 1)) : line.length();
      cells.add(line.substring(from, to).stripTrailing());
    }
    return cells;
  }

  private static boolean opensRow(List<String> cells) {
    return cells.stream()
        .filter(cell -> !cell.isBlank())
        .findFirst()
        .map(cell -> !cell.startsWith(" "))
        .orElse(false);
  }

  private static void append(List<StringBuilder> open, List<String> cells) {
    while (open.size() < cells.size()) {
      open.add(new StringBuilder());
    }
    for (int i = 0; i < cells.size(); i++) {
      add(open.get(i), cells.get(i));
    }
  }

  private static void add(StringBuilder cell, String words) {
    if (!words.isBlank()) {
      cell.append(cell.length() == 0 ? "" : " ").append(words.strip());
    }
  }

  private void flush(List<StringBuilder> open, XmlElement rows) {
    if (!open.isEmpty()) {
      rows.add(row(open.stream().map(StringBuilder::toString).toList()));
      open.clear();
    }
  }

  private XmlElement row(List<String> cells) {
    XmlElement row = new XmlElement("TR", start + 1);
    for (String words : cells) {
      XmlElement cell = new XmlElement("TD", start + 1);
      GpoInline.add(cell, LEADERS.matcher(words).replaceAll("").strip());
      row.add(cell);
    }
    if (cells.size() == 1) {
      row.elements().get(0).put("colspan", String.valueOf(edges.size()));
    }
    return row;
  }
}
