package org.ratchet.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
      int marks = isText(block) ? Designator.opening(block.runs()).designators().size() : 0;
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
        for (Designator designator : Designator.opening(block.runs()).designators()) {
          marks.add(new ParagraphLevels.Mark(designator, gap, chained));
          chained = true;
          gap = false;
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

  private void designated(Block block, List<Integer> levels) {
    Designator.Opening opening = Designator.opening(block.runs());
    List<Run> rest = Runs.from(block.runs(), opening.length());
    for (int i = 0; i < levels.size(); i++) {
      boolean last = i == levels.size() - 1;
      Content content =
          last
              ? Captions.split(rest, block.span())
              : new Content(List.of(), List.of(), List.of(), Shown.WHOLE, block.span());
      open(opening.designators().get(i), levels.get(i), content, !last);
    }
    inner(rest, block);
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
    Content own =
        leading
            ? new Content(List.of(), List.of(), List.of(), Shown.CONTEXT, content.span())
            : content;
    open[level] = parent.add(new Paragraph(citation, own));
    clearBelow(level);
    latest = open[level];
  }

  private void clearBelow(int level) {
    for (int deeper = level + 1; deeper < open.length; deeper++) {
      open[deeper] = null;
    }
  }

  /**
   * {@code (a) Head—(1) Head. (i)…}: a caption may be followed by the first child in one paragraph.
   */
  private void inner(List<Run> rest, Block block) {
    Content content = latest.clause().content();
    Designator.Opening opening = Designator.opening(content.text());
    boolean dash = Runs.text(content.text()).startsWith("—");
    if (dash) {
      opening = Designator.opening(Runs.from(content.text(), 1));
    }
    if (content.heading().isEmpty() || opening.designators().size() != 1 || depth >= 5) {
      return;
    }
    List<Run> text = Runs.from(content.text(), opening.length() + (dash ? 1 : 0));
    Node captioned = latest;
    Clause headOnly =
        captioned.clause().withContent(content.withText(dash ? Runs.of("—") : List.of()));
    replaceOpen(headOnly);
    open(opening.designators().get(0), depth + 1, Captions.split(text, block.span()), false);
    inner(rest, block);
  }

  private void replaceOpen(Clause clause) {
    Node parent = parentOfOpen();
    Node replaced = parent.replaceLast(clause);
    open[depth] = replaced;
    latest = replaced;
  }
}
