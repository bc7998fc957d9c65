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
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Subpart;
import org.ratchet.clause.Supplement;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Blocks of one part of the CFR, or of what an instruction sets out, as clauses. */
final class ClauseTree {

  private static final Pattern SECTION =
      Pattern.compile("^§+\\s*(\\d+[a-z]?\\.\\d+[a-z]?(?:[-–]\\d*\\.?\\d+[a-z]?)?)[\\s.]*");
  private static final Pattern SUPPLEMENT =
      Pattern.compile(
          "(?i)^supplement\\s+no\\.?\\s*(\\d+)\\s+to\\s+part\\s+(\\d+[a-z]?)[\\s.:—–-]*");
  private static final Pattern APPENDIX =
      Pattern.compile(
          "(?i)^(?:appendix|supplement|schedule)\\s*(\\w*)\\s+to\\s+(?:part|subpart|§)\\s*([\\w.]+)[\\s.:—–-]*");

  private final int title;
  private final Citation part;
  private final Labels labels;
  private final List<Diagnostic> diagnostics;

  ClauseTree(int title, Citation part, Labels labels, List<Diagnostic> diagnostics) {
    this.title = title;
    this.part = part;
    this.labels = labels;
    this.diagnostics = diagnostics;
  }

  /**
   * The clauses of a run of blocks.
   *
   * @param blocks in reading order, without the part's own heading
   * @param locus where blocks stand that no heading places, for example what the instruction names
   */
  List<Clause> clauses(List<Block> blocks, Citation locus) {
    List<Clause> clauses = new ArrayList<>();
    int at = 0;
    while (at < blocks.size()) {
      int end = endOfUnit(blocks, at);
      unit(blocks.subList(at, end), locus, clauses);
      at = end;
    }
    return clauses;
  }

  private static boolean opensUnit(Block block) {
    return switch (block.kind()) {
      case SECTION_HEADING, SUPPLEMENT_HEADING, SUBPART_HEADING, AUTHORITY, PART_HEADING -> true;
      default -> false;
    };
  }

  private static int endOfUnit(List<Block> blocks, int start) {
    int end = start + 1;
    while (end < blocks.size() && !opensUnit(blocks.get(end))) {
      end++;
    }
    return end;
  }

  private void unit(List<Block> blocks, Citation locus, List<Clause> out) {
    Block head = blocks.get(0);
    List<Block> rest = blocks.subList(1, blocks.size());
    switch (head.kind()) {
      case SECTION_HEADING -> out.add(section(head, rest));
      case SUPPLEMENT_HEADING -> out.add(supplement(head, rest));
      case AUTHORITY -> {
        out.add(authority(head));
        loose(rest, locus, out);
      }
      case SUBPART_HEADING, PART_HEADING -> {
        out.add(
            new Subpart(
                labels.labelled(part, Kind.HEADING, head.text()),
                new Content(head.runs(), List.of(), List.of(), Shown.WHOLE, head.span())));
        loose(rest, locus, out);
      }
      default -> loose(blocks, locus, out);
    }
  }

  private Clause authority(Block block) {
    List<Run> runs = block.runs();
    int caption = !runs.isEmpty() && runs.get(0).style().bold() ? runs.get(0).text().length() : 0;
    return new Paragraph(
        labels.labelled(part, Kind.AUTHORITY, ""),
        new Content(
            Runs.of("Authority:"), Runs.from(runs, caption), List.of(), Shown.WHOLE, block.span()));
  }

  private Clause section(Block head, List<Block> blocks) {
    Matcher number = SECTION.matcher(head.text());
    boolean known = number.find();
    Citation citation =
        known ? ofSection(number.group(1)) : labels.labelled(part, Kind.HEADING, head.text());
    if (known) {
      citation = labels.labelled(citation.parent(), Kind.SECTION, number.group(1));
    } else {
      diagnostics.add(
          new Diagnostic(
              "unnumbered-section",
              Diagnostic.Severity.WARNING,
              "the heading has no section number: " + head.text(),
              Optional.of(head.span())));
    }
    List<Run> subject = known ? Runs.from(head.runs(), number.end()) : head.runs();
    Clause empty =
        new Section(citation, new Content(subject, List.of(), List.of(), Shown.WHOLE, head.span()));
    boolean defines = Runs.text(subject).matches("(?i).*\\bdefinitions?\\b.*");
    return fill(empty, blocks, defines);
  }

  private Citation ofSection(String number) {
    return Citation.section(title, number);
  }

  private Clause supplement(Block head, List<Block> blocks) {
    Matcher supplement = SUPPLEMENT.matcher(head.text());
    Matcher appendix = APPENDIX.matcher(head.text());
    Citation citation;
    int skip;
    if (supplement.find()) {
      citation =
          labels.labelled(
              Citation.part(title, supplement.group(2)), Kind.SUPPLEMENT, supplement.group(1));
      skip = supplement.end();
    } else if (appendix.find()) {
      citation = labels.labelled(part, Kind.APPENDIX, appendix.group(1));
      skip = appendix.end();
    } else {
      citation = labels.labelled(part, Kind.HEADING, head.text());
      skip = 0;
    }
    Clause empty =
        new Supplement(
            citation,
            new Content(
                Runs.from(head.runs(), skip), List.of(), List.of(), Shown.WHOLE, head.span()));
    return fill(empty, blocks, false);
  }

  private Clause fill(Clause container, List<Block> blocks, boolean defines) {
    if (container.citation().equals(Citation.supplement(15, "774", "1"))) {
      return container.withContent(
          container.content().withChildren(entries(container.citation(), blocks)));
    }
    return SectionTree.fill(container, blocks, labels, diagnostics, defines);
  }

  private List<Clause> entries(Citation list, List<Block> blocks) {
    return new ControlList(list, labels, diagnostics).clauses(blocks);
  }

  /** Blocks that no heading places stand where the instruction says. */
  private void loose(List<Block> blocks, Citation locus, List<Clause> out) {
    if (blocks.isEmpty()) {
      return;
    }
    if (blocks.stream().anyMatch(EntryTree::opens)) {
      Citation list = Citation.supplement(15, "774", "1");
      Clause container =
          new Supplement(
              list,
              new Content(
                  List.of(),
                  List.of(),
                  entries(list, blocks),
                  Shown.CONTEXT,
                  blocks.get(0).span()));
      out.add(container);
      return;
    }
    if (locus.steps().isEmpty() || blocks.stream().allMatch(ClauseTree::isLead)) {
      return;
    }
    Content content =
        new Content(List.of(), List.of(), List.of(), Shown.CONTEXT, blocks.get(0).span());
    Clause holder =
        switch (locus.last().kind()) {
          case SECTION -> new Section(locus, content);
          case SUPPLEMENT, APPENDIX -> new Supplement(locus, content);
          case ELLIPSIS -> new Ellipsis(locus, content);
          default -> new Subpart(locus, content);
        };
    out.add(fill(holder, blocks, locus.last().kind() == Kind.SECTION && isDefinitions(locus)));
  }

  /** § 772.1 is where the EAR define their terms. */
  private static boolean isDefinitions(Citation section) {
    return section.equals(Citation.section(15, "772.1"));
  }

  /** {@code The revisions read as follows:} leads over to what is set out and is no part of it. */
  private static boolean isLead(Block block) {
    return block.kind() != BlockKind.TABLE
        && block.text().matches("(?is)the\\b.{0,120}\\bread(s)?\\b.{0,40}:?");
  }

  static List<Block> withoutLead(List<Block> blocks) {
    return !blocks.isEmpty() && isLead(blocks.get(0)) ? blocks.subList(1, blocks.size()) : blocks;
  }
}
