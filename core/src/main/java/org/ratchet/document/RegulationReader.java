package org.ratchet.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Part;
import org.ratchet.clause.Step.Kind;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.SourceText;
import org.ratchet.text.Diagnostic;

/** Blocks of the CFR as a regulation. */
final class RegulationReader {

  private static final Pattern SUPPLEMENT =
      Pattern.compile("(?i)\\b(?:to|of) part (\\d{1,5}[a-z]?)");
  private static final Pattern SECTION = Pattern.compile("§+\\s*(\\d{1,5}[a-z]?)\\.");

  private static final String CONTROL_LIST_PART = "774";

  private final SourceText text;
  private final PartTitles titles;
  private final List<StatusNote> status = new ArrayList<>();
  private final Map<Citation, SourceCitation> sources = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics;

  private RegulationReader(SourceText text) {
    this.text = text;
    this.titles = PartTitles.of(List.of(text.document()));
    this.diagnostics = new ArrayList<>(text.diagnostics());
  }

  static Regulation read(SourceText text) {
    RegulationReader reader = new RegulationReader(text);
    List<Clause> parts = reader.parts(reader.law());
    return new Regulation(
        new Provenance(text.name(), text.sha256(), text.mediaType()),
        text.date(),
        parts,
        reader.status,
        List.copyOf(reader.sources.values()),
        reader.diagnostics);
  }

  /** The blocks that are law; history stands apart, and status becomes remarks. */
  private List<Block> law() {
    List<Block> law = new ArrayList<>();
    Citation unit = Citation.ROOT;
    for (Block block : text.blocks()) {
      unit = heads(block, unit).orElse(unit);
      switch (block.kind()) {
        case SOURCE_CITATION -> {
          if (!unit.steps().isEmpty()) {
            source(block, unit);
          }
        }
        case EDITORIAL_NOTE -> note(block, unit);
        default -> {
          if (StatusNote.isLink(block)) {
            note(block, unit);
          } else {
            law.add(block);
          }
        }
      }
    }
    return law;
  }

  /** The unit that a heading opens. */
  private Optional<Citation> heads(Block block, Citation unit) {
    String words = Texts.plain(block.runs());
    Citation part = unit.upTo(Kind.PART);
    return switch (block.kind()) {
      case PART_HEADING -> UnitHeading.part(words, titles).map(UnitHeading::citation);
      case SUBPART_HEADING -> Optional.of(new Labels().labelled(part, Kind.HEADING, block.text()));
      case SECTION_HEADING -> UnitHeading.section(words, titles).map(UnitHeading::citation);
      case SUPPLEMENT_HEADING ->
          UnitHeading.supplement(words, titles, part).map(UnitHeading::citation);
      default -> Optional.empty();
    };
  }

  private void source(Block block, Citation unit) {
    sources.merge(
        unit,
        new SourceCitation(unit, block.text(), block.span()),
        (first, more) -> new SourceCitation(unit, first.text() + " " + more.text(), first.span()));
  }

  private void note(Block block, Citation unit) {
    StatusNote.of(block, unit).ifPresent(status::add);
    remark("editorial-note", Diagnostic.Severity.NOTE, block);
  }

  private void remark(String code, Diagnostic.Severity severity, Block block) {
    diagnostics.add(new Diagnostic(code, severity, block.text(), Optional.of(block.span())));
  }

  /** A paragraph may be law; what else stands outside is titles and the like. */
  private static Diagnostic.Severity severity(Block block) {
    return block.kind() == BlockKind.PARAGRAPH
        ? Diagnostic.Severity.WARNING
        : Diagnostic.Severity.NOTE;
  }

  private List<Clause> parts(List<Block> law) {
    List<Clause> parts = new ArrayList<>();
    int first = 0;
    while (first < law.size() && law.get(first).kind() != BlockKind.PART_HEADING) {
      first++;
    }
    List<Block> loose = law.subList(0, first);
    Labels labels = new Labels();
    if (number(loose).isPresent()) {
      parts.add(untitled(loose, number(loose).get(), labels));
    } else {
      loose.forEach(block -> remark("outside-parts", severity(block), block));
    }
    parts.addAll(
        new ClauseTree(titles, Citation.ROOT, DefinedTerms.of(""), labels, diagnostics)
            .clauses(law.subList(first, law.size()), Citation.ROOT));
    return parts;
  }

  /** Sections or supplements by themselves stand in a part that is not shown whole. */
  private Clause untitled(List<Block> blocks, String number, Labels labels) {
    Citation part = titles.citation(number);
    return new Part(
        part,
        new Content(
            List.of(),
            List.of(),
            new ClauseTree(titles, part, DefinedTerms.of(""), labels, diagnostics)
                .clauses(blocks, part),
            Shown.CONTEXT,
            blocks.get(0).span()));
  }

  /**
   * A supplement or section by itself says in its heading to which part it belongs; entries of the
   * Commerce Control List belong to part 774.
   */
  private static Optional<String> number(List<Block> blocks) {
    for (Block block : blocks) {
      Matcher number =
          (block.kind() == BlockKind.SECTION_HEADING ? SECTION : SUPPLEMENT)
              .matcher(Texts.plain(block.runs()));
      boolean heads =
          block.kind() == BlockKind.SECTION_HEADING || block.kind() == BlockKind.SUPPLEMENT_HEADING;
      if (heads && number.find()) {
        return Optional.of(number.group(1));
      }
    }
    boolean entries = blocks.stream().anyMatch(EntryTree::opens);
    return entries ? Optional.of(CONTROL_LIST_PART) : Optional.empty();
  }
}
