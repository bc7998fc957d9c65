package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.source.pdf.Page.Tag;
import org.ratchet.text.Box;

/**
 * Parts the type area of a page from what is printed around it on every page: running head, footer
 * strip, text in the margins, and the masthead on the first page of a section.
 *
 * <p>Places are those of the Federal Register since 1990: head rules about 48 and 52 points under
 * the upper edge, the footer strip within 40 points of the lower one.
 */
final class Furniture {

  private static final float HEAD = 60;
  private static final float FOOT = 40;
  private static final float MARGIN = 40;
  private static final float DOUBLE_RULE = 5;
  private static final float WIDE = 0.7f;
  private static final float MASTHEAD_DEPTH = 80;
  private static final float MASTHEAD_SIZE = 14;
  private static final float NOTICE_DEPTH = 110;
  private static final Pattern VOLUME = Pattern.compile("Vol\\.\\s*(\\d+)");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,\\s+[A-Z][a-z]+\\s+\\d{1,2},\\s+\\d{4}");
  private static final Pattern GRAPHIC =
      Pattern.compile("E[A-Z]\\d{2}[A-Z]{2}\\d{2}\\.\\d{3,}(?:[-–]\\d+)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final PageContent content;
  private float top;
  private float left;
  private float right;
  private boolean masthead;

  private Furniture(PageContent content) {
    this.content = content;
  }

  /** The page without its furniture. */
  static Page strip(PageContent content) {
    return new Furniture(content).page();
  }

  private Page page() {
    List<Chunk> all = Chunk.of(content.glyphs());
    findHead(all);
    float bottom = FOOT;
    List<Chunk> body = new ArrayList<>();
    List<Chunk> head = new ArrayList<>();
    for (Chunk chunk : all) {
      if (chunk.y > top) {
        head.add(chunk);
      } else if (chunk.y >= bottom) {
        body.add(chunk);
      }
    }
    List<Stroke> strokes =
        content.strokes().stream().filter(s -> s.y1() < top - 0.5f && s.y1() > bottom).toList();
    if (masthead) {
      dropSectionNotice(body, strokes);
    }
    String headText = text(head);
    List<Glyph> angled = new ArrayList<>();
    List<Glyph> margin = new ArrayList<>();
    for (Glyph glyph : content.rotated()) {
      boolean inside =
          glyph.x() > Math.max(left, MARGIN)
              && glyph.x() < Math.min(right, content.width() - MARGIN) + 1
              && glyph.y() > bottom
              && glyph.y() < top;
      (inside ? angled : margin).add(glyph);
    }
    List<Box> images =
        content.images().stream()
            .filter(b -> b.y() + b.height() / 2 < top && b.y() + b.height() / 2 > bottom)
            .toList();
    return new Page(
        content.number(),
        printedPage(head),
        number(VOLUME, headText),
        match(DATE, headText),
        left,
        right,
        top,
        bottom,
        body,
        strokes,
        images,
        tags(margin),
        angled,
        Turn.NONE);
  }

  private void findHead(List<Chunk> chunks) {
    top = content.height();
    left = 0;
    right = content.width();
    List<Stroke> rules =
        content.strokes().stream()
            .filter(s -> s.isHorizontal() && s.width() > WIDE * content.width())
            .filter(s -> s.y0() > content.height() - HEAD)
            .sorted(Comparator.comparingDouble(s -> -s.y0()))
            .toList();
    top = rules.isEmpty() ? top : rules.get(0).y0();
    for (Stroke rule : rules) {
      if (top - rule.y0() < DOUBLE_RULE) {
        top = rule.y0();
        left = rule.x0();
        right = rule.x1();
      }
    }
    float headRule = top;
    masthead =
        chunks.stream()
            .anyMatch(
                c -> c.size >= MASTHEAD_SIZE && c.y < headRule && c.y > headRule - MASTHEAD_DEPTH);
    if (masthead) {
      content.strokes().stream()
          .filter(s -> s.isHorizontal() && s.width() > WIDE * content.width())
          .filter(s -> s.y0() < headRule - 1 && s.y0() > headRule - MASTHEAD_DEPTH)
          .max(Comparator.comparingDouble(Stroke::y0))
          .ifPresentOrElse(s -> top = s.y0(), () -> masthead = false);
    }
  }

  /**
   * The notice that opens a section ("This section of the …") stands in small type without serifs
   * at the head of the first column, above a double rule.
   */
  private void dropSectionNotice(List<Chunk> body, List<Stroke> strokes) {
    float columnWidth = (right - left) / 3;
    strokes.stream()
        .filter(s -> s.isHorizontal() && Math.abs(s.x0() - left) < 2 && s.width() < columnWidth)
        .filter(s -> s.y0() > top - NOTICE_DEPTH)
        .max(Comparator.comparingDouble(Stroke::y0))
        .filter(
            rule ->
                body.stream()
                    .filter(c -> c.y > rule.y0() && c.x0 < left + columnWidth)
                    .allMatch(c -> c.plainSans() == c.letters()))
        .ifPresent(rule -> body.removeIf(c -> c.y > rule.y0() && c.x0 < left + columnWidth));
  }

  private static int printedPage(List<Chunk> head) {
    for (Chunk chunk : head) {
      String text = text(List.of(chunk)).strip();
      if (NUMBER.matcher(text).matches()) {
        return Integer.parseInt(text);
      }
    }
    return 0;
  }

  private static String text(List<Chunk> chunks) {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.<Chunk>comparingDouble(c -> -c.y).thenComparingDouble(c -> c.x0));
    StringBuilder out = new StringBuilder();
    for (Chunk chunk : sorted) {
      float end = chunk.x0;
      for (Glyph glyph : chunk.glyphs) {
        if (glyph.x() - end > 0.1f * glyph.size()) {
          out.append(' ');
        }
        out.append(glyph.text());
        end = glyph.end();
      }
      out.append(' ');
    }
    return out.toString();
  }

  private static int number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group().replaceAll("\\s+", " ") : "";
  }

  /** Names of graphics, drawn one after the other up the margin. */
  private static List<Tag> tags(List<Glyph> margin) {
    StringBuilder text = new StringBuilder();
    margin.forEach(glyph -> text.append(glyph.text().charAt(0)));
    List<Tag> tags = new ArrayList<>();
    Matcher matcher = GRAPHIC.matcher(text);
    while (matcher.find()) {
      tags.add(new Tag(matcher.group(), margin.get(matcher.start()).y()));
    }
    return tags;
  }
}
