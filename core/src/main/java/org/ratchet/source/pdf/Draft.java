package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Box;
import org.ratchet.text.Run;

/** A block while its lines are gathered and its kind is found. */
final class Draft {

  /** How a block is set, before its meaning is known. */
  enum Shape {
    TEXT,
    CAPTION,
    MARKED,
    BOLD,
    ITALIC,
    STARS,
    FR_DOC,
    BILLING,
    NOTE,
    TABLE,
    PICTURE,
    RULE
  }

  final Shape shape;
  final Page page;
  final int column;
  final int lineNumber;
  final Box box;
  final float size;
  final boolean sans;
  final boolean indented;
  final List<Run> runs = new ArrayList<>();
  @Nullable Line last;
  int lines;
  float hanging;
  BlockKind kind = BlockKind.PARAGRAPH;
  int level;
  Optional<TableDraft> table = Optional.empty();

  /** Opens a block with its first line. */
  Draft(Shape shape, Line line) {
    this.shape = shape;
    this.page = line.page;
    this.column = line.column.number();
    this.lineNumber = line.number;
    this.box = line.box();
    this.size = line.size;
    this.sans = line.isSans();
    this.indented = line.indent() > Lines.INDENT * line.size;
    add(line);
  }

  /** A block that is not made of lines. */
  Draft(Shape shape, Page page, int column, Box box) {
    this.shape = shape;
    this.page = page;
    this.column = column;
    this.lineNumber = 0;
    this.box = box;
    this.size = 0;
    this.sans = false;
    this.indented = false;
  }

  void add(Line line) {
    Joiner.join(runs, line.runs);
    last = line;
    lines++;
  }

  String text() {
    return Joiner.text(runs);
  }
}
