package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Designator;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * A stretch of a paragraph that opens with designators: {@code (a) Head—(1) Head. (i) Text} has
 * three, since a designator that follows a caption opens the first child; so has {@code 1. Head. i.
 * Text} in a supplement.
 *
 * @param designators those it opens with, at least one
 * @param bracketed whether they stand in brackets, else before a point
 * @param last the label that ends a reserved range, {@code iv} for {@code (ii)–(iv) [Reserved]}
 * @param content caption and text; of a range, what each of its paragraphs says
 */
record Segment(
    List<Designator> designators, boolean bracketed, Optional<String> last, Content content) {

  private static final Pattern RANGE =
      Pattern.compile(
          "(?:\\s*[–—-]\\s*|\\s+(?:through|and|to)\\s+)\\(\\s*(\\w{1,4})\\s*\\)(?=[\\s.]*\\[Reserved)");

  /** Copies the designators. */
  Segment {
    designators = List.copyOf(designators);
  }

  /**
   * The stretches of a block; none if it does not open with a designator.
   *
   * @param points whether {@code 1.} and {@code a.} are designators, as in supplements
   */
  static List<Segment> of(Block block, boolean points) {
    List<Segment> segments = new ArrayList<>();
    boolean heading = block.kind() == BlockKind.HEADING;
    if (!heading && block.kind() != BlockKind.PARAGRAPH && block.kind() != BlockKind.FLUSH) {
      return segments;
    }
    List<Run> rest = block.runs();
    while (!rest.isEmpty()) {
      boolean pointed = points && segments.stream().noneMatch(Segment::bracketed);
      Optional<Segment> next = first(rest, block, pointed);
      if (next.isEmpty()) {
        return segments;
      }
      Content content = next.get().content();
      boolean nested = !content.heading().isEmpty() && opens(content.text(), pointed);
      segments.add(nested ? next.get().withoutText() : next.get());
      if (!nested) {
        return segments;
      }
      rest = content.text();
    }
    return segments;
  }

  private static boolean opens(List<Run> text, boolean points) {
    Optional<ListLabel> point = points ? ListLabel.of(Texts.plain(text)) : Optional.empty();
    return !Designator.opening(text).designators().isEmpty()
        || point.filter(label -> !label.bracketed() && label.isFirst()).isPresent();
  }

  private Segment withoutText() {
    return new Segment(designators, bracketed, last, content.withText(List.of()));
  }

  private static Optional<Segment> first(List<Run> runs, Block block, boolean points) {
    Designator.Opening opening = Designator.opening(runs);
    if (!opening.designators().isEmpty()) {
      return Optional.of(bracketed(opening, runs, block));
    }
    Optional<ListLabel> point = points ? ListLabel.of(Texts.plain(runs)) : Optional.empty();
    return point.map(
        label -> {
          boolean italic = runs.get(0).style().italic();
          return new Segment(
              List.of(new Designator(label.label(), italic)),
              false,
              Optional.empty(),
              content(Runs.from(runs, label.length()), block));
        });
  }

  private static Segment bracketed(Designator.Opening opening, List<Run> runs, Block block) {
    String text = Texts.plain(runs);
    Matcher range = RANGE.matcher(text).region(opening.length(), text.length());
    if (!range.lookingAt()) {
      return new Segment(
          opening.designators(),
          true,
          Optional.empty(),
          content(Runs.from(runs, opening.length()), block));
    }
    Content reserved = Content.of(Runs.from(runs, range.end()), block.span());
    return new Segment(opening.designators(), true, Optional.of(range.group(1)), reserved);
  }

  private static Content content(List<Run> rest, Block block) {
    return block.kind() == BlockKind.HEADING
        ? new Content(rest, List.of(), List.of(), Shown.WHOLE, block.span())
        : Captions.split(rest, block.span());
  }
}
