package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Part;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Subpart;
import org.ratchet.clause.Supplement;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/** Blocks of the CFR, or of what an instruction sets out, as clauses. */
final class ClauseTree {

  private static final Citation CONTROL_LIST = Citation.supplement(15, "774", "1");
  private static final Pattern CHAPTER = Pattern.compile("(?i)(?:sub)?chapter [A-Z]+\\s?[—–-]");
  private static final Pattern AUTHORITY = Pattern.compile("(?i)authority\\s*:?\\s*");
  private static final Citation EAR_DEFINITIONS = Citation.section(15, "772.1");

  private static final Pattern DEFINITIONS =
      Pattern.compile("(?is).*\\b(?:definitions?|meanings? of (?:\\w+ )?terms)\\b.*");

  private final PartTitles titles;
  private final Citation part;
  private final DefinedTerms terms;
  private final Labels labels;
  private final List<Diagnostic> diagnostics;

  /**
   * A tree over one stretch of text.
   *
   * @param part the part the text stands in; {@link Citation#ROOT} if not known
   * @param terms which paragraphs of a section of definitions define a term
   */
  ClauseTree(
      PartTitles titles,
      Citation part,
      DefinedTerms terms,
      Labels labels,
      List<Diagnostic> diagnostics) {
    this.titles = titles;
    this.part = part;
    this.terms = terms;
    this.labels = labels;
    this.diagnostics = diagnostics;
  }

  /**
   * The clauses of a run of blocks.
   *
   * @param blocks in reading order
   * @param locus where blocks stand that no heading places, for example what the instruction names
   */
  List<Clause> clauses(List<Block> blocks, Citation locus) {
    List<Clause> clauses = new ArrayList<>();
    int at = 0;
    while (at < blocks.size()) {
      int end = endOf(blocks, at);
      unit(blocks.subList(at, end), locus, clauses);
      at = end;
    }
    return clauses;
  }

  private static final int LEAF = 4;
  private static final int TEXT = 9;

  /** Where the unit ends that the block at a position opens; parts and subparts hold others. */
  private static int endOf(List<Block> blocks, int start) {
    int rank = rank(blocks, start);
    boolean leaf = blocks.get(start).kind() == BlockKind.SUPPLEMENT_HEADING;
    int holds = leaf ? LEAF : Math.min(rank, TEXT - 1);
    int end = start + 1;
    while (end < blocks.size() && rank(blocks, end) > holds) {
      end++;
    }
    return end;
  }

  /** The lower the rank, the more a heading closes; text closes nothing. */
  private static int rank(List<Block> blocks, int at) {
    Block block = blocks.get(at);
    return switch (block.kind()) {
      case PART_HEADING -> 0;
      case SUPPLEMENT_HEADING -> 1;
      case SUBPART_HEADING -> 2;
      case SECTION_HEADING -> UnitHeading.isContents(block) ? TEXT : LEAF;
      case AUTHORITY -> LEAF;
      case HEADING -> leadsToSection(blocks, at) ? LEAF - 1 : TEXT;
      default -> TEXT;
    };
  }

  /** An undesignated heading in the centre stands over the sections that follow it. */
  private static boolean leadsToSection(List<Block> blocks, int at) {
    int next = at;
    while (next < blocks.size() && blocks.get(next).kind() == BlockKind.HEADING) {
      next++;
    }
    return next < blocks.size()
        && blocks.get(next).kind() == BlockKind.SECTION_HEADING
        && !UnitHeading.isContents(blocks.get(next));
  }

  private void unit(List<Block> blocks, Citation locus, List<Clause> out) {
    Block head = blocks.get(0);
    List<Block> rest = blocks.subList(1, blocks.size());
    switch (head.kind()) {
      case PART_HEADING -> out.add(part(head, rest));
      case SUBPART_HEADING -> out.add(group(head, rest));
      case SECTION_HEADING -> {
        if (UnitHeading.isContents(head)) {
          loose(blocks, locus, out);
        } else {
          out.add(section(head, rest));
        }
      }
      case SUPPLEMENT_HEADING -> out.add(supplement(head, rest));
      case AUTHORITY -> out.add(authority(head, rest));
      case HEADING -> {
        if (leadsToSection(blocks, 0)) {
          out.add(group(head, rest));
        } else {
          loose(blocks, locus, out);
        }
      }
      default -> loose(blocks, locus, out);
    }
  }

  private Clause part(Block head, List<Block> blocks) {
    Optional<UnitHeading> heading = UnitHeading.part(Texts.plain(head.runs()), titles);
    Citation citation = heading.map(UnitHeading::citation).orElse(part);
    List<Clause> children =
        new ClauseTree(titles, citation, terms, labels, diagnostics).members(citation, blocks);
    return new Part(
        citation, content(head, heading.map(UnitHeading::length).orElse(0)).withChildren(children));
  }

  private Clause group(Block head, List<Block> blocks) {
    return new Subpart(
        labels.labelled(part, Kind.HEADING, head.text()),
        content(head, 0).withChildren(members(part, blocks)));
  }

  /** What stands in a part or subpart; its own text is contents and remarks. */
  private List<Clause> members(Citation container, List<Block> blocks) {
    List<Clause> members = new ArrayList<>();
    int at = 0;
    while (at < blocks.size()) {
      int end = endOf(blocks, at);
      if (rank(blocks, at) == TEXT) {
        members.addAll(paragraphs(container, blocks.subList(at, end)));
      } else {
        unit(blocks.subList(at, end), container, members);
      }
      at = end;
    }
    return members;
  }

  private List<Clause> paragraphs(Citation container, List<Block> blocks) {
    return fill(new Part(container, empty(blocks.get(0).span())), blocks).children();
  }

  private Clause authority(Block block, List<Block> more) {
    List<Run> runs = block.runs();
    Matcher caption = AUTHORITY.matcher(Texts.plain(runs));
    int length = caption.lookingAt() ? caption.end() : 0;
    Clause authority =
        new Paragraph(
            labels.labelled(part, Kind.AUTHORITY, ""),
            new Content(
                Texts.upTo(runs, length),
                Runs.from(runs, length),
                List.of(),
                Shown.WHOLE,
                block.span()));
    return more.isEmpty() ? authority : fill(authority, more);
  }

  private Clause section(Block head, List<Block> blocks) {
    Optional<UnitHeading> heading = UnitHeading.section(Texts.plain(head.runs()), titles);
    if (heading.isEmpty()) {
      warn("unnumbered-section", "the heading has no section number: " + head.text(), head.span());
    }
    return fill(
        new Section(
            cited(heading, head), content(head, heading.map(UnitHeading::length).orElse(0))),
        blocks);
  }

  private Clause supplement(Block head, List<Block> blocks) {
    Optional<UnitHeading> heading = UnitHeading.supplement(Texts.plain(head.runs()), titles, part);
    return fill(
        new Supplement(
            cited(heading, head), content(head, heading.map(UnitHeading::length).orElse(0))),
        blocks);
  }

  private Citation cited(Optional<UnitHeading> heading, Block head) {
    if (heading.isEmpty()) {
      return labels.labelled(part, Kind.HEADING, head.text());
    }
    Citation citation = heading.get().citation();
    return labels.labelled(citation.parent(), citation.last().kind(), citation.last().label());
  }

  /** The subject behind the number; asterisks in its place mean that it is not shown. */
  private static Content content(Block head, int numberLength) {
    return new Content(
        Runs.from(head.runs(), numberLength), List.of(), List.of(), Shown.WHOLE, head.span());
  }

  private static Content empty(Span span) {
    return new Content(List.of(), List.of(), List.of(), Shown.CONTEXT, span);
  }

  private Clause fill(Clause container, List<Block> blocks) {
    Citation citation = container.citation();
    if (!citation.steps().isEmpty() && first(citation).equals(CONTROL_LIST)) {
      return container.withContent(
          container
              .content()
              .withChildren(new ControlList(CONTROL_LIST, labels, diagnostics).clauses(blocks)));
    }
    return SectionTree.fill(container, blocks, labels, diagnostics, terms(container));
  }

  /** The citation without the ordinal of a repeated unit. */
  private static Citation first(Citation citation) {
    return citation.parent().then(citation.last().kind(), citation.last().label());
  }

  private Optional<DefinedTerms> terms(Clause container) {
    boolean defines =
        container instanceof Section
            && (first(container.citation()).equals(EAR_DEFINITIONS)
                || DEFINITIONS.matcher(Runs.text(container.heading())).matches());
    return defines ? Optional.of(terms) : Optional.empty();
  }

  /** Blocks that no heading places stand where the instruction says. */
  private void loose(List<Block> blocks, Citation locus, List<Clause> out) {
    Span place = blocks.get(0).span();
    if (blocks.stream().anyMatch(EntryTree::opens)) {
      out.add(fill(new Supplement(CONTROL_LIST, empty(place)), blocks));
    } else if (locus.steps().isEmpty() && opensChapter(blocks.get(0))) {
      Block head = blocks.get(0);
      Citation chapter = labels.labelled(Citation.ROOT, Kind.HEADING, head.text());
      out.add(fill(new Subpart(chapter, content(head, 0)), blocks.subList(1, blocks.size())));
    } else if (locus.steps().isEmpty()) {
      warn("unplaced-text", "no heading or instruction says where this text stands", place);
      Citation nowhere = labels.labelled(Citation.ROOT, Kind.HEADING, "unplaced");
      out.add(fill(new Paragraph(nowhere, empty(place)), blocks));
    } else {
      Clause holder =
          switch (locus.last().kind()) {
            case SECTION -> new Section(locus, empty(place));
            case SUPPLEMENT, APPENDIX -> new Supplement(locus, empty(place));
            default -> new Part(locus, empty(place));
          };
      out.add(fill(holder, blocks));
    }
  }

  /** The heading of a chapter stands above all parts. */
  private static boolean opensChapter(Block block) {
    return block.kind() == BlockKind.HEADING
        && CHAPTER.matcher(Texts.plain(block.runs())).lookingAt();
  }

  private void warn(String code, String message, Span span) {
    diagnostics.add(new Diagnostic(code, Diagnostic.Severity.WARNING, message, Optional.of(span)));
  }
}
