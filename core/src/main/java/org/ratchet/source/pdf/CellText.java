package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.text.Run;

/** The lines of one cell of a table. */
final class CellText {

  /**
   * A line of a cell.
   *
   * @param runs its text without leaders
   * @param x0 where it begins
   * @param x1 where it ends
   * @param y baseline
   * @param leaders whether dots lead on to the next cell
   * @param firstWord width of its first word
   */
  record CellLine(List<Run> runs, float x0, float x1, float y, boolean leaders, float firstWord) {}

  private static final int FEWEST_LEADERS = 3;
  private static final float LEADER_GAP = 0.2f;

  final List<CellLine> lines = new ArrayList<>();

  /** Sets the chunks of one line of a cell; leaders are dropped. */
  static CellLine line(Lines.Row row) {
    List<Chunk> kept = new ArrayList<>();
    boolean leaders = false;
    for (Chunk chunk : row.chunks) {
      List<Glyph> glyphs = withoutLeaders(chunk.glyphs, standsApart(chunk, row));
      leaders |= glyphs.size() < chunk.glyphs.size();
      if (!glyphs.isEmpty()) {
        kept.add(glyphs.size() < chunk.glyphs.size() ? Chunk.of(glyphs).get(0) : chunk);
      }
    }
    if (kept.isEmpty()) {
      return new CellLine(List.of(), row.x0, row.x0, row.y, leaders, 0);
    }
    LineSetter setter = new LineSetter(kept, row.y, row.size);
    return new CellLine(setter.runs(), setter.x0, setter.x1, row.y, leaders, setter.firstWord);
  }

  private static boolean standsApart(Chunk chunk, Lines.Row row) {
    return row.chunks.stream()
        .filter(other -> other.x0 < chunk.x0)
        .noneMatch(other -> chunk.x0 - other.x1 < LEADER_GAP * chunk.size);
  }

  /** Dots that lead to the next column: three or more, or what is left of them after a space. */
  private static List<Glyph> withoutLeaders(List<Glyph> glyphs, boolean standsApart) {
    int end = glyphs.size();
    while (end > 0 && (isDot(glyphs.get(end - 1)) || glyphs.get(end - 1).isSpace())) {
      end--;
    }
    int dots = 0;
    boolean apart = end == 0 && standsApart;
    for (int i = end; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      if (isDot(glyph)) {
        apart |=
            dots == 0
                && i > 0
                && (glyphs.get(i - 1).isSpace()
                    || glyph.x() - glyphs.get(i - 1).end() > LEADER_GAP * glyph.size());
        dots++;
      }
    }
    boolean leaders = apart || dots >= FEWEST_LEADERS;
    if (!leaders || dots == 0) {
      return glyphs;
    }
    boolean fullStop = !apart && end < glyphs.size();
    int keep = fullStop && hasGapAfter(glyphs, end) ? end + 1 : end;
    while (keep > 0 && glyphs.get(keep - 1).isSpace()) {
      keep--;
    }
    return glyphs.subList(0, keep);
  }

  /** Whether the first of the dots ends a sentence and the others stand apart from it. */
  private static boolean hasGapAfter(List<Glyph> glyphs, int dot) {
    return dot + 1 < glyphs.size()
        && (glyphs.get(dot + 1).isSpace()
            || glyphs.get(dot + 1).x() - glyphs.get(dot).end() > 0.1f * glyphs.get(dot).size());
  }

  private static boolean isDot(Glyph glyph) {
    return glyph.text().equals(".");
  }

  float top() {
    return lines.get(0).y();
  }

  /** The text of the cell; hyphens at line ends are judged by the words of the file. */
  List<Run> text(Vocabulary vocabulary) {
    List<Run> runs = new ArrayList<>();
    for (CellLine line : lines) {
      String before = Joiner.text(runs);
      String after = Joiner.text(line.runs());
      if (before.endsWith("-") && !after.isEmpty() && vocabulary.isBroken(before, after)) {
        Run last = runs.get(runs.size() - 1);
        String shortened = last.text().substring(0, last.text().length() - 1);
        runs.set(runs.size() - 1, new Run(shortened, last.style()));
        runs.addAll(line.runs());
      } else {
        Joiner.join(runs, line.runs());
      }
    }
    return Joiner.finish(runs);
  }
}
