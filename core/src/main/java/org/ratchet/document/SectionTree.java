package org.ratchet.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Definition;
import org.ratchet.clause.Designator;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Blocks of one section, or of one supplement with designated paragraphs, as a tree. */
final class SectionTree {

  private static final Pattern TERM =
      Pattern.compile("^[“\"]?([A-Z0-9][^.”\"]{0,120}?)[.”\"]*$", Pattern.DOTALL);
  private static final Pattern QUOTED_TERM = Pattern.compile("^“([^”]{1,120})”.*", Pattern.DOTALL);
  private static final Pattern PARAGRAPH_REFERENCE =
      Pattern.compile("(?i)paragraphs?\\s+((?:\\([^)]{1,5}\\))+)");
  private static final double THIN = 0.5;

  private final Labels labels;
  private final Tables tables;
  private final List<Diagnostic> diagnostics;
  private final boolean defines;
  private final Node root;

  private Node definition;
  private final Node[] open = new Node[6];
  private int depth = -1;
  private Node latest;

  private SectionTree(
      Clause section, Labels labels, List<Diagnostic> diagnostics, boolean defines) {
    this.labels = labels;
    this.tables = new Tables(labels);
    this.diagnostics = diagnostics;
    this.defines = defines;
    this.root = new Node(section);
    this.definition = root;
    this.latest = root;
  }

  /**
   * Fills a section with the clauses of its blocks.
   *
   * @param section the section or other container, without children
   * @param blocks what stands under its heading
   * @param defines whether paragraphs without designator that open with a term define it
   */
  static Clause fill(
      Clause section,
      List<Block> blocks,
      Labels labels,
      List<Diagnostic> diagnostics,
      boolean defines) {
    SectionTree tree = new SectionTree(section, labels, diagnostics, defines);
    List<Integer> levels = tree.levels(blocks);
    int at = 0;
    for (Block block : blocks) {
      int marks = segments(block).stream().mapToInt(s -> s.designators().size()).sum();
      tree.add(block, levels.subList(at, at + marks));
      at += marks;
    }
    return tree.root.build();
  }

  private static boolean isText(Block block) {
    return block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.FLUSH;
  }

  private List<Integer> levels(List<Block> blocks) {
    List<ParagraphLevels.Mark> marks = new ArrayList<>();
    boolean gap = false;
    for (Block block : blocks) {
      if (block.kind() == BlockKind.ELLIPSIS) {
        gap = true;
      } else if (isText(block)) {
        boolean chained = false;
        for (Segment segment : segments(block)) {
          for (Designator designator : segment.designators()) {
            marks.add(new ParagraphLevels.Mark(designator, gap, chained));
            chained = true;
            gap = false;
          }
        }
        gap |= block.text().contains("* * *");
        gap |= block.text().matches("(?s).*[–-]\\s*\\(\\w+\\)\\s*\\[Reserved].*");
      }
    }
    ParagraphLevels.Solution solution = ParagraphLevels.solve(marks);
    if (solution.margin() < THIN && !blocks.isEmpty()) {
      diagnostics.add(
          new Diagnostic(
              "ambiguous-depth",
              Diagnostic.Severity.WARNING,
              root.clause().citation()
                  + ": the levels of its paragraphs can be read in two ways; the likelier was taken",
              Optional.of(blocks.get(0).span())));
    }
    return solution.levels();
  }

  private void add(Block block, List<Integer> levels) {
    switch (block.kind()) {
      case ELLIPSIS -> ellipsis(block);
      case TABLE -> tables.clauses(latest.clause().citation(), block).forEach(latest::add);
      case NOTE -> note(block);
      case HEADING, SUBPART_HEADING -> heading(block);
      default -> {
        if (levels.isEmpty()) {
          plain(block);
        } else {
          designated(block, levels);
        }
      }
    }
  }

  private void ellipsis(Block block) {
    Node parent = depth < 0 ? definition : parentOfOpen();
    parent.add(
        new Ellipsis(
            labels.unlabelled(parent.clause().citation(), Kind.ELLIPSIS),
            Content.of(block.runs(), block.span())));
  }

  private Node parentOfOpen() {
    for (int level = depth - 1; level >= 0; level--) {
      if (open[level] != null) {
        return open[level];
      }
    }
    return definition;
  }

  private void heading(Block block) {
    Citation citation = labels.labelled(root.clause().citation(), Kind.HEADING, block.text());
    close();
    definition = root;
    latest =
        root.add(
            new Paragraph(
                citation,
                new Content(block.runs(), List.of(), List.of(), Shown.WHOLE, block.span())));
    definition = latest;
  }

  private void note(Block block) {
    String text = block.text();
    List<Run> runs = block.runs();
    List<Run> head =
        !runs.isEmpty() && runs.get(0).style().bold() ? List.of(runs.get(0)) : List.of();
    String caption = head.isEmpty() ? text : Runs.text(head);
    Matcher reference = PARAGRAPH_REFERENCE.matcher(caption);
    Node parent = reference.find() ? find(reference.group(1)).orElse(latest) : latest;
    String label = caption.replaceFirst("(?i)\\s+to\\s.*", "").replaceFirst("[:.—]+\\s*$", "");
    label = label.length() > 40 ? "Note" : label;
    Note note =
        new Note(
            labels.labelled(parent.clause().citation(), Kind.NOTE, label),
            new Content(
                head,
                Runs.tidy(runs.subList(head.size(), runs.size())),
                List.of(),
                Shown.WHOLE,
                block.span()));
    Node node = parent.add(note);
    if (parent == latest) {
      latest = node;
    }
  }

  /** The open paragraph that a chain of designators names, such as {@code (a)(1)}. */
  private Optional<Node> find(String chain) {
    Citation wanted = definition.clause().citation();
    Matcher label = Pattern.compile("\\(([^)]+)\\)").matcher(chain);
    while (label.find()) {
      wanted = wanted.then(Kind.PARAGRAPH, label.group(1));
    }
    for (Node node : open) {
      if (node != null && node.clause().citation().equals(wanted)) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  private void plain(Block block) {
    if (defines && define(block)) {
      return;
    }
    if (block.text().isEmpty()) {
      return;
    }
    Node parent = latest;
    if (parent.clause() instanceof Ellipsis) {
      parent = definition;
    }
    parent.add(
        new Paragraph(
            labels.unlabelled(parent.clause().citation(), Kind.UNLABELLED),
            Captions.split(block.runs(), block.span())));
  }

  private boolean define(Block block) {
    Optional<String> term = term(block.runs());
    if (term.isEmpty()) {
      return false;
    }
    close();
    definition =
        root.add(
            new Definition(
                labels.labelled(root.clause().citation(), Kind.DEFINITION, term.get()),
                Captions.split(block.runs(), block.span())));
    latest = definition;
    return true;
  }

  private static Optional<String> term(List<Run> runs) {
    if (!runs.isEmpty() && runs.get(0).style().italic()) {
      Matcher italic = TERM.matcher(runs.get(0).text().strip());
      return italic.matches() ? Optional.of(italic.group(1)) : Optional.empty();
    }
    Matcher quoted = QUOTED_TERM.matcher(Runs.text(runs));
    return quoted.matches() ? Optional.of(quoted.group(1)) : Optional.empty();
  }

  private void close() {
    Arrays.fill(open, null);
    depth = -1;
    latest = root;
  }

  /** A stretch of a paragraph that opens with designators. */
  private record Segment(List<Designator> designators, Content content) {}

  /**
   * The stretches of a paragraph, each with its designators: {@code (a) Head—(1) Head. (i) Text}
   * has three, since a designator that follows a caption opens the first child.
   */
  private static List<Segment> segments(Block block) {
    List<Segment> segments = new ArrayList<>();
    if (!isText(block)) {
      return segments;
    }
    List<Run> rest = block.runs();
    while (true) {
      Designator.Opening opening = Designator.opening(rest);
      if (opening.designators().isEmpty()) {
        return segments;
      }
      Content content = Captions.split(Runs.from(rest, opening.length()), block.span());
      boolean dash = !content.text().isEmpty() && content.text().get(0).text().startsWith("—");
      List<Run> after = dash ? Runs.from(content.text(), 1) : content.text();
      boolean nested =
          !content.heading().isEmpty() && !Designator.opening(after).designators().isEmpty();
      segments.add(
          new Segment(
              opening.designators(),
              nested ? content.withText(dash ? Runs.of("—") : List.of()) : content));
      if (!nested) {
        return segments;
      }
      rest = after;
    }
  }

  private void designated(Block block, List<Integer> levels) {
    int at = 0;
    for (Segment segment : segments(block)) {
      int last = segment.designators().size() - 1;
      for (int i = 0; i <= last; i++) {
        Content content = i == last ? segment.content() : leading(segment, i + 1, block);
        open(segment.designators().get(i), levels.get(at), content, i < last);
        at++;
      }
    }
  }

  /**
   * A designator with no text of its own: {@code (i)(A)} opens an empty paragraph (i), while {@code
   * (b)(10)} leads to a paragraph in the midst of one that is not shown.
   */
  private static Content leading(Segment segment, int next, Block block) {
    boolean first = Set.of("a", "1", "i", "A").contains(segment.designators().get(next).label());
    return new Content(
        List.of(), List.of(), List.of(), first ? Shown.WHOLE : Shown.CONTEXT, block.span());
  }

  /**
   * A paragraph that only leads to the next designator of its chain is context when it is met
   * again: {@code (a)(1) …} followed by {@code (a)(2) …} is one paragraph (a).
   */
  private void open(Designator designator, int level, Content content, boolean leading) {
    Node again = open[level];
    if (leading
        && level <= depth
        && again != null
        && again.clause().citation().last().label().equals(designator.label())) {
      depth = level;
      clearBelow(level);
      return;
    }
    depth = level;
    Node parent = parentOfOpen();
    Citation citation =
        labels.labelled(parent.clause().citation(), Kind.PARAGRAPH, designator.label());
    open[level] = parent.add(new Paragraph(citation, content));
    clearBelow(level);
    latest = open[level];
  }

  private void clearBelow(int level) {
    for (int deeper = level + 1; deeper < open.length; deeper++) {
      open[deeper] = null;
    }
  }
}
