package org.ratchet.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Supplement;
import org.ratchet.document.DefinedTerms.Term;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * Blocks of one section, or of one supplement, as a tree: headings and definitions open scopes, in
 * which the levels of designated paragraphs are solved together.
 */
final class SectionTree {

  private static final Pattern PARAGRAPH_REFERENCE =
      Pattern.compile("(?i)paragraphs?\\s+((?:\\([^)]{1,5}\\))+)");
  private static final Pattern LABEL = Pattern.compile("\\(([^)]+)\\)");
  private static final Set<String> FIRST = Set.of("a", "1", "i", "A");
  private static final double THIN = 0.5;

  private final Labels labels;
  private final Tables tables;
  private final List<Diagnostic> diagnostics;
  private final Optional<DefinedTerms> terms;
  private final boolean inType;
  private final boolean points;
  private final boolean interprets;
  private final Node root;

  /** What the paragraphs of the current scope stand under: the section, a heading, a definition. */
  private Node scope;

  /** The unit whose paragraphs or terms the comments are on. */
  private Node commented;

  private final List<Node> open = new ArrayList<>();
  private Node latest;
  private Optional<NestedList> noteList = Optional.empty();

  /** Whether something of the scope is not shown. */
  private boolean elided;

  private SectionTree(
      Clause section,
      List<Block> blocks,
      Labels labels,
      List<Diagnostic> diagnostics,
      Optional<DefinedTerms> terms) {
    this.labels = labels;
    this.tables = new Tables(labels);
    this.diagnostics = diagnostics;
    this.terms = terms;
    this.inType = DefinedTerms.inType(blocks);
    this.points = section instanceof Supplement;
    this.interprets = CommentHeading.isInterpretation(section);
    this.root = new Node(section);
    this.scope = root;
    this.commented = root;
    this.latest = root;
  }

  /**
   * Fills a section with the clauses of its blocks.
   *
   * @param section the section or other container, without children
   * @param blocks what stands under its heading
   * @param terms which paragraphs define a term; empty where the section defines none
   */
  static Clause fill(
      Clause section,
      List<Block> blocks,
      Labels labels,
      List<Diagnostic> diagnostics,
      Optional<DefinedTerms> terms) {
    SectionTree tree = new SectionTree(section, blocks, labels, diagnostics, terms);
    List<Optional<CommentHeading>> comments =
        tree.interprets
            ? CommentHeading.of(blocks)
            : Collections.nCopies(blocks.size(), Optional.empty());
    int at = 0;
    while (at < blocks.size()) {
      int end = at + 1;
      while (end < blocks.size() && !tree.opensScope(blocks.get(end), comments.get(end))) {
        end++;
      }
      tree.scope(blocks.subList(at, end), comments.get(at));
      at = end;
    }
    return tree.root.build();
  }

  /** A block with its designators; none if they belong to the list of a note. */
  private record Item(Block block, List<Segment> segments, Optional<ListLabel> ofNote) {}

  private boolean opensScope(Block block, Optional<CommentHeading> comments) {
    return interprets ? comments.isPresent() : isHeading(block) || term(block).isPresent();
  }

  private static boolean isHeading(Block block) {
    return (block.kind() == BlockKind.HEADING || block.kind() == BlockKind.SUBPART_HEADING)
        && Designator.opening(block.runs()).designators().isEmpty();
  }

  private void scope(List<Block> blocks, Optional<CommentHeading> comments) {
    Block first = blocks.get(0);
    List<Block> rest = blocks;
    if (comments.isPresent()) {
      comments(first, comments.get());
      rest = blocks.subList(1, blocks.size());
    } else if (isHeading(first) && !interprets) {
      heading(first);
      rest = blocks.subList(1, blocks.size());
    } else if (term(first).isPresent()) {
      rest = new ArrayList<>(define(term(first).get(), first));
      rest.addAll(blocks.subList(1, blocks.size()));
    }
    List<Item> items = items(rest);
    ParagraphLevels.Solution solution = solve(items);
    List<Integer> levels = solution.levels();
    int mark = 0;
    for (int at = 0; at < items.size(); at++) {
      Item item = items.get(at);
      int marks = item.segments().stream().mapToInt(s -> s.designators().size()).sum();
      List<Integer> own = levels.subList(mark, mark + marks);
      List<String> range = marks == 0 ? List.of() : solution.ranges().get(mark + marks - 1);
      mark += marks;
      if (item.block().kind() == BlockKind.ELLIPSIS) {
        OptionalInt next =
            opens(items, at + 1) ? OptionalInt.of(levels.get(mark)) : OptionalInt.empty();
        ellipsis(item.block(), next, at == items.size() - 1);
      } else {
        add(item, own, range);
      }
    }
  }

  private static boolean opens(List<Item> items, int at) {
    return at < items.size() && !items.get(at).segments().isEmpty();
  }

  /** Which blocks are paragraphs of the scope, and which go on with the list of a note. */
  private List<Item> items(List<Block> blocks) {
    List<Item> items = new ArrayList<>();
    Optional<List<ListLabel>> list = Optional.empty();
    for (Block block : blocks) {
      List<Segment> segments = Segment.of(block, points);
      Optional<ListLabel> label = ListLabel.of(Texts.plain(block.runs()));
      if (block.kind() == BlockKind.NOTE) {
        list = Texts.plain(block.runs()).endsWith(":") ? Optional.of(new ArrayList<>()) : list;
        list = Texts.plain(block.runs()).endsWith(":") ? list : Optional.empty();
      } else if (list.isPresent() && !segments.isEmpty() && label.isPresent()) {
        List<ListLabel> before = list.get();
        boolean goesOn =
            before.isEmpty()
                ? label.get().isFirst()
                : label.get().follows(before.get(before.size() - 1));
        if (goesOn) {
          before.add(label.get());
          items.add(new Item(block, List.of(), label));
          continue;
        }
        list = Optional.empty();
      } else if (block.kind() != BlockKind.ELLIPSIS) {
        list = Optional.empty();
      }
      items.add(new Item(block, segments, Optional.empty()));
    }
    return items;
  }

  private ParagraphLevels.Solution solve(List<Item> items) {
    List<ParagraphLevels.Mark> marks = new ArrayList<>();
    List<Block> places = new ArrayList<>();
    boolean gap = scope.clause().content().shown() == Shown.CONTEXT;
    for (Item item : items) {
      gap |= item.block().kind() == BlockKind.ELLIPSIS;
      boolean chained = false;
      for (Segment segment : item.segments()) {
        int size = segment.designators().size();
        for (int i = 0; i < size; i++) {
          Designator designator = segment.designators().get(i);
          boolean last = i == size - 1;
          marks.add(
              new ParagraphLevels.Mark(
                  designator,
                  last ? segment.last().orElse(designator.label()) : designator.label(),
                  segment.bracketed(),
                  gap,
                  chained,
                  !last,
                  last && !segment.content().heading().isEmpty()));
          places.add(item.block());
          chained = true;
          gap = false;
        }
        gap |= segment.content().shown() == Shown.CONTEXT;
      }
    }
    ParagraphLevels.Solution solution = ParagraphLevels.solve(marks, THIN);
    report(solution.doubtful(), marks, places);
    return solution;
  }

  private void report(OptionalInt doubtful, List<ParagraphLevels.Mark> marks, List<Block> places) {
    doubtful.ifPresent(
        at ->
            diagnostics.add(
                new Diagnostic(
                    "ambiguous-depth",
                    Diagnostic.Severity.WARNING,
                    scope.clause().citation()
                        + ": the level of ("
                        + marks.get(at).designator().label()
                        + ") can be read in two ways; the likelier was taken",
                    Optional.of(places.get(at).span()))));
  }

  private void add(Item item, List<Integer> levels, List<String> range) {
    Block block = item.block();
    switch (block.kind()) {
      case TABLE -> tables.clauses(latest.clause().citation(), block).forEach(latest::add);
      case NOTE -> note(block);
      case FIGURE -> figure(block);
      default -> {
        if (item.ofNote().isPresent() && noteList.isPresent()) {
          noteEntry(noteList.get(), item.ofNote().get(), block);
        } else if (levels.isEmpty()) {
          plain(block);
        } else {
          designated(item.segments(), levels, range, block);
        }
      }
    }
  }

  /**
   * Asterisks stand among the siblings of what went by, or among the children that they lead to.
   * Behind a definition that is wholly shown they stand for other definitions.
   */
  private void ellipsis(Block block, OptionalInt next, boolean lastOfScope) {
    boolean wholeDefinition =
        scope.clause() instanceof Definition
            && (open.isEmpty() || (lastOfScope && !elided))
            && next.isEmpty();
    Node parent = scope;
    if (wholeDefinition) {
      parent = root;
    } else if (next.isPresent() && next.getAsInt() == open.size() && !open.isEmpty()) {
      parent = open.get(open.size() - 1);
    } else if (open.size() > 1) {
      parent = open.get(open.size() - 2);
    }
    parent.add(
        new Ellipsis(
            labels.unlabelled(parent.clause().citation(), Kind.ELLIPSIS),
            Content.of(block.runs(), block.span())));
    elided = true;
    noteList = Optional.empty();
  }

  private void heading(Block block) {
    close(
        root.add(
            new Paragraph(
                labels.labelled(root.clause().citation(), Kind.HEADING, block.text()),
                new Content(block.runs(), List.of(), List.of(), Shown.WHOLE, block.span()))));
  }

  /**
   * Comments on a paragraph stand under the heading of its section, even if that is not printed.
   */
  private void comments(Block block, CommentHeading heading) {
    Node parent = root;
    if (!heading.top()) {
      String part = root.clause().citation().upTo(Kind.PART).last().label();
      parent =
          heading.section().isEmpty()
              ? commented
              : unit("Section " + part + "." + heading.section(), block.span());
    }
    boolean context = CommentHeading.isContext(block);
    List<Run> words =
        Texts.upTo(block.runs(), CommentHeading.withoutStars(Texts.plain(block.runs())).length());
    Node node =
        parent.add(
            new Paragraph(
                labels.labelled(parent.clause().citation(), Kind.HEADING, heading.label()),
                new Content(
                    words,
                    List.of(),
                    List.of(),
                    context ? Shown.CONTEXT : Shown.WHOLE,
                    block.span())));
    commented = heading.top() ? node : parent;
    close(node);
  }

  private Node unit(String label, Span span) {
    Optional<Node> printed = root.child(Kind.HEADING, label);
    return printed.isPresent()
        ? printed.get()
        : root.add(
            new Paragraph(
                labels.labelled(root.clause().citation(), Kind.HEADING, label),
                new Content(List.of(), List.of(), List.of(), Shown.CONTEXT, span)));
  }

  private void close(Node next) {
    open.clear();
    scope = next;
    latest = next;
    noteList = Optional.empty();
    elided = next.clause().content().shown() == Shown.CONTEXT;
  }

  private void figure(Block block) {
    diagnostics.add(
        new Diagnostic(
            "figure",
            Diagnostic.Severity.WARNING,
            latest.clause().citation() + ": holds a figure, whose content cannot be compared",
            Optional.of(block.span())));
    plain(block);
  }

  private void note(Block block) {
    List<Run> runs = block.runs();
    String text = Texts.plain(runs);
    boolean bold = !runs.isEmpty() && runs.get(0).style().bold();
    String head = bold ? runs.get(0).text().strip() : "";
    Optional<NoteHeading> heading = NoteHeading.of(bold ? head : text);
    int length = bold ? runs.get(0).text().length() : heading.map(NoteHeading::length).orElse(0);
    String label = heading.map(NoteHeading::label).orElse(head.isEmpty() ? "Note" : head);
    String target = heading.map(NoteHeading::target).orElse("");
    Matcher named = PARAGRAPH_REFERENCE.matcher(target);
    Node parent = ofSection(target) ? root : named.find() ? find(named.group(1)) : noteParent();
    Node node =
        parent.add(
            new Note(
                labels.labelled(parent.clause().citation(), Kind.NOTE, label),
                new Content(
                    Texts.upTo(runs, length),
                    Runs.from(runs, length),
                    List.of(),
                    Shown.WHOLE,
                    block.span())));
    noteList = Optional.of(new NestedList(node));
    latest = node;
  }

  /** {@code Note to § 1.16} belongs to the section, wherever it stands in it. */
  private boolean ofSection(String target) {
    return root.clause() instanceof Section
        && target
            .replaceFirst("^§\\s*", "")
            .strip()
            .equals(root.clause().citation().last().label());
  }

  /** A note belongs to the paragraph it follows, not to the note before it. */
  private Node noteParent() {
    return open.isEmpty() ? scope : open.get(open.size() - 1);
  }

  /** The paragraph of this scope that a chain of designators names, or what encloses its place. */
  private Node find(String chain) {
    Node found = scope;
    Matcher label = LABEL.matcher(chain);
    while (label.find()) {
      Optional<Node> child = found.child(Kind.PARAGRAPH, label.group(1).strip());
      if (child.isEmpty()) {
        return found == scope ? noteParent() : found;
      }
      found = child.get();
    }
    return found;
  }

  private void noteEntry(NestedList list, ListLabel label, Block block) {
    Node parent = list.parentOf(label, Texts.plain(block.runs()));
    Node node =
        parent.add(
            new Paragraph(
                labels.labelled(parent.clause().citation(), Kind.PARAGRAPH, label.label()),
                Content.of(Runs.from(block.runs(), label.length()), block.span())));
    list.add(label, node);
  }

  private void plain(Block block) {
    if (block.runs().isEmpty()) {
      return;
    }
    latest.add(
        new Paragraph(
            labels.unlabelled(latest.clause().citation(), Kind.UNLABELLED),
            Captions.split(block.runs(), block.span())));
  }

  /**
   * Opens a definition, its term the heading. Where designators follow the term, {@code Term. (1)
   * …}, they open the first paragraph, which is returned.
   */
  private List<Block> define(Term term, Block block) {
    List<Run> heading = Texts.upTo(block.runs(), term.length());
    List<Run> text = Runs.from(block.runs(), term.length());
    if (Texts.plain(text).startsWith("—")) {
      heading = Texts.upTo(block.runs(), Texts.plain(block.runs()).indexOf('—', term.length()) + 1);
      text = Runs.from(text, 1);
    }
    boolean opens = !Designator.opening(text).designators().isEmpty();
    boolean context = Texts.plain(text).matches("\\s*\\*\\s*\\*\\s*\\*\\s*");
    close(
        root.add(
            new Definition(
                labels.labelled(root.clause().citation(), Kind.DEFINITION, term.label()),
                new Content(
                    heading,
                    opens || context ? List.of() : text,
                    List.of(),
                    context ? Shown.CONTEXT : Shown.WHOLE,
                    block.span()))));
    return opens ? List.of(Block.of(BlockKind.PARAGRAPH, text, block.span())) : List.of();
  }

  private Optional<Term> term(Block block) {
    return terms.flatMap(defined -> defined.term(block, inType));
  }

  private void designated(
      List<Segment> segments, List<Integer> levels, List<String> range, Block block) {
    noteList = Optional.empty();
    int at = 0;
    for (Segment segment : segments) {
      int last = segment.designators().size() - 1;
      for (int i = 0; i <= last; i++) {
        Content content = i == last ? segment.content() : leading(segment, i + 1, block);
        elided |= content.shown() == Shown.CONTEXT;
        open(segment.designators().get(i), levels.get(at), content, i < last);
        at++;
      }
    }
    Content content = segments.get(segments.size() - 1).content();
    int level = levels.get(levels.size() - 1);
    range.forEach(label -> open(new Designator(label, false), level, content, false));
  }

  /**
   * A designator with no text of its own: {@code (i)(A)} opens an empty paragraph (i), while {@code
   * (b)(10)} leads to a paragraph in the midst of one that is not shown.
   */
  private static Content leading(Segment segment, int next, Block block) {
    boolean first = FIRST.contains(segment.designators().get(next).label());
    return new Content(
        List.of(), List.of(), List.of(), first ? Shown.WHOLE : Shown.CONTEXT, block.span());
  }

  /**
   * A paragraph that only leads to the next designator of its chain is not opened again when it is
   * met again: {@code (a)(1) …} followed by {@code (a)(2) …} is one paragraph (a).
   */
  private void open(Designator designator, int level, Content content, boolean leading) {
    int depth = Math.min(level, open.size());
    if (leading && depth < open.size()) {
      Node again = open.get(depth);
      if (again.clause().citation().last().label().equals(designator.label())) {
        open.subList(depth + 1, open.size()).clear();
        return;
      }
    }
    open.subList(depth, open.size()).clear();
    Node parent = depth == 0 ? scope : open.get(depth - 1);
    Citation citation =
        labels.labelled(parent.clause().citation(), Kind.PARAGRAPH, designator.label());
    latest = parent.add(new Paragraph(citation, content));
    open.add(latest);
  }
}
