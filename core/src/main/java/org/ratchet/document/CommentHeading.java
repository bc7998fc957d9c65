package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Supplement;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;

/**
 * A heading of the official interpretations of a part, its Supplement I. Under the heading of a
 * section stand those of its paragraphs or terms, and under each of them the comments, numbered:
 *
 * <pre>
 * Section 1005.31—Disclosures
 * 31(b)(1) Pre-payment disclosures
 * 1. Fees and taxes. …                comment 31(b)(1)-1
 * </pre>
 *
 * <p>The lower headings are often printed as paragraphs, in italics or not. They are known by the
 * paragraph that they name, or, where a section defines terms, by the numbered comments behind
 * them.
 *
 * @param label as comments are cited: {@code Section 1005.31}, {@code 31(b)(1)}, else its words
 * @param section the number of the section whose paragraph it names, {@code 31}; else empty
 * @param top whether it stands over the headings of comments
 */
record CommentHeading(String label, String section, boolean top) {

  private static final int LONGEST = 250;
  private static final Pattern UNIT =
      Pattern.compile(
          "(?is)(section|appendix)\\s+(\\d+[a-z]?\\.\\d+(?:[a-z](?![a-z]))?|[a-z]{1,2}\\b).*");
  private static final Pattern PARAGRAPH =
      Pattern.compile(
          "(?is)(?:paragraphs?\\s+)?((\\d+[a-z]?)(?:\\([a-z0-9]{1,5}\\))+)(?:[\\s.:—–-].*)?");
  private static final Pattern PHRASE = Pattern.compile("(?s)[\\p{Lu}\\d“](?:(?!\\.\\s)[^:;])*");
  private static final Pattern STARS = Pattern.compile("\\s*\\*\\s*\\*\\s*\\*\\s*$");

  /** Supplements that are numbered in figures are no interpretations. */
  static boolean isInterpretation(Clause container) {
    return container instanceof Supplement
        && container.citation().last().kind() == Kind.SUPPLEMENT
        && !Character.isDigit(container.citation().last().label().charAt(0));
  }

  /** The heading that each block of the interpretations is, if it is one. */
  static List<Optional<CommentHeading>> of(List<Block> blocks) {
    List<Optional<CommentHeading>> headings = new ArrayList<>();
    boolean defines = false;
    for (int at = 0; at < blocks.size(); at++) {
      Optional<CommentHeading> heading = heading(blocks, at, defines);
      if (heading.isPresent() && heading.get().top()) {
        defines = blocks.get(at).text().toLowerCase(Locale.ROOT).contains("definition");
      }
      headings.add(heading);
    }
    return headings;
  }

  private static Optional<CommentHeading> heading(List<Block> blocks, int at, boolean defines) {
    Block block = blocks.get(at);
    String text = withoutStars(Texts.plain(block.runs()));
    boolean heading =
        block.kind() == BlockKind.HEADING || block.kind() == BlockKind.SUBPART_HEADING;
    boolean phrase =
        (block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.FLUSH)
            && !text.isEmpty()
            && text.length() <= LONGEST
            && (PHRASE.matcher(text).matches() || block.runs().get(0).text().strip().equals(text));
    Matcher unit = UNIT.matcher(text);
    if (heading && unit.matches()) {
      String word = unit.group(1).toLowerCase(Locale.ROOT);
      String label = Character.toUpperCase(word.charAt(0)) + word.substring(1);
      return Optional.of(new CommentHeading(label + " " + unit.group(2), "", true));
    }
    Matcher paragraph = PARAGRAPH.matcher(text);
    if ((heading || phrase) && paragraph.matches()) {
      return Optional.of(new CommentHeading(paragraph.group(1), paragraph.group(2), false));
    }
    boolean term = defines && phrase && ListLabel.of(text).isEmpty() && isTerm(blocks, at);
    return term || (heading && leadsToComments(blocks, at))
        ? Optional.of(new CommentHeading(text.replaceFirst("\\.$", ""), "", !defines))
        : Optional.empty();
  }

  /** Whether asterisks in place of comments stand behind the words of the heading. */
  static boolean isContext(Block block) {
    return STARS.matcher(Texts.plain(block.runs())).find();
  }

  static String withoutStars(String text) {
    return STARS.matcher(text).replaceFirst("").strip();
  }

  /** A term stands over comments, in italics or where no comment goes on. */
  private static boolean isTerm(List<Block> blocks, int at) {
    boolean begins =
        at > 0
            && (blocks.get(at - 1).kind() == BlockKind.ELLIPSIS
                || blocks.get(at - 1).kind() == BlockKind.HEADING);
    return (begins || Texts.mostlyItalic(blocks.get(at).runs()))
        && leadsToComments(blocks, at)
        && blocks.get(at + 1).kind() != BlockKind.HEADING;
  }

  /**
   * A heading within the text of a comment, such as that of a notice, leads to words of its own.
   */
  private static boolean leadsToComments(List<Block> blocks, int at) {
    if (at + 1 == blocks.size()) {
      return false;
    }
    Block next = blocks.get(at + 1);
    return switch (next.kind()) {
      case HEADING, SUBPART_HEADING, ELLIPSIS -> true;
      default -> ListLabel.of(Texts.plain(next.runs())).isPresent();
    };
  }
}
