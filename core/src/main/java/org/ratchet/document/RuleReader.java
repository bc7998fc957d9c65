package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.SourceText;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Runs;

/** Blocks of a document of the Federal Register as a rule. */
final class RuleReader {

  private static final Pattern ISSUANCE =
      Pattern.compile(
          "(?is)(?:for the reasons|accordingly|therefore|in consideration of|under the"
              + " authority)\\b.*|.*\\bread(?:s|ing)? as follows:?");

  private static final Pattern FOR_THE_REASONS = Pattern.compile("(?is)for the reasons\\b.*");

  /** How a paragraph opens that says when a rule takes effect, where a file lost its caption. */
  private static final Pattern EFFECTIVE =
      Pattern.compile(
          "(?is)(?:effective dates?:|th(?:is|e|ese) (?:[\\w-]+ ){0,3}(?:rules?|amendments?|regulations?|corrections?|document)"
              + " (?:is|are|becomes?) effective\\b).*");

  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?i)\\d+\\. the authority citation for (?:\\d+ CFR )?part (\\d{1,5}[a-z]?)\\b");

  private final SourceText text;
  private final List<Diagnostic> diagnostics;
  private final List<PreambleSection> preamble = new ArrayList<>();
  private final List<Block> footnotes = new ArrayList<>();
  private final List<String> signature = new ArrayList<>();
  private final InstructionTree instructions;
  private final PartTitles titles;

  private String heading = "";
  private int level;
  private List<Block> section = new ArrayList<>();
  private Citation part = Citation.ROOT;
  private boolean amending;

  /** The unit that the heading above the next instruction names. */
  private Optional<Citation> above = Optional.empty();

  private RuleReader(SourceText text) {
    this.text = text;
    this.diagnostics = new ArrayList<>(text.diagnostics());
    this.titles = PartTitles.of(texts(text, BlockKind.CFR_LINE));
    this.instructions = new InstructionTree(titles, diagnostics);
  }

  static Rule read(SourceText text) {
    RuleReader reader = new RuleReader(text);
    for (int at = 0; at < text.blocks().size(); at++) {
      reader.accept(at);
    }
    List<Instruction> instructions = reader.instructions.build();
    reader.instructions.displaced().forEach(reader::displaced);
    reader.closeSection();
    return new Rule(
        new Provenance(text.name(), text.sha256(), text.mediaType()),
        reader.metadata(),
        reader.preamble,
        instructions,
        reader.footnotes,
        reader.signature,
        reader.diagnostics);
  }

  private void accept(int at) {
    Block block = text.blocks().get(at);
    switch (block.kind()) {
      case AGENCY, SUBAGENCY, CFR_LINE, DOCKET, RIN, SUBJECT, FR_DOC, BILLING_CODE -> {
        // Read by metadata().
      }
      case FOOTNOTE -> footnotes.add(block);
      case SIGNATURE -> {
        signature.add(block.text());
        amending = false;
      }
      case PART_HEADING -> part(block, at);
      case INSTRUCTION -> {
        amending = true;
        inPart(Texts.plain(block.runs()));
        instructions.instruction(block, part, above);
        above = Optional.empty();
      }
      case SECTION_HEADING, SUPPLEMENT_HEADING, SUBPART_HEADING -> {
        if (locates(block, at)) {
          above = unit(block);
        } else {
          amend(block);
        }
      }
      default -> {
        amending &= !opensIssuance(at);
        if (amending) {
          instructions.setOut(block);
        } else {
          preamble(block);
        }
      }
    }
  }

  /** Where agencies issue a rule together, each issues its amendments with a heading of its own. */
  private boolean opensIssuance(int at) {
    List<Block> blocks = text.blocks();
    int next = at;
    while (next < blocks.size() && blocks.get(next).kind() == BlockKind.HEADING) {
      next++;
    }
    return next > at
        && next + 1 < blocks.size()
        && FOR_THE_REASONS.matcher(blocks.get(next).text()).matches()
        && (blocks.get(next + 1).kind() == BlockKind.PART_HEADING
            || blocks.get(next + 1).kind() == BlockKind.INSTRUCTION);
  }

  /**
   * The first instruction of a part cites its authority, also where a file lost the heading. Where
   * instructions are missing, another part may have begun.
   */
  private void inPart(String instruction) {
    Matcher authority = AUTHORITY.matcher(instruction);
    if (authority.lookingAt()) {
      part = titles.citation(authority.group(1));
    } else if (instruction.startsWith("[[")) {
      part = Citation.ROOT;
    }
  }

  /**
   * A heading in the part that amends; a rule may add a whole part without numbered instructions.
   */
  private void amend(Block block) {
    if (instructions.isEmpty() && !part.steps().isEmpty()) {
      issue(block);
    }
    if (amending) {
      instructions.setOut(block);
    } else {
      preamble(block);
    }
  }

  /**
   * The words of issuance are the instruction of a rule that has no numbered ones: {@code For the
   * reasons set forth above, the Bureau adds part 1003 to read as follows:}.
   */
  private void issue(Block place) {
    int last = section.size() - 1;
    boolean words = last >= 0 && ISSUANCE.matcher(section.get(last).text()).matches();
    Block issuance =
        words ? section.remove(last) : Block.of(BlockKind.INSTRUCTION, List.of(), place.span());
    instructions.instruction(issuance, part, Optional.empty());
    amending = true;
  }

  /** A part heading says where the instructions behind it work, or opens a part that is set out. */
  private void part(Block block, int at) {
    Optional<UnitHeading> heading = UnitHeading.part(Texts.plain(block.runs()), titles);
    heading.ifPresent(unit -> part = unit.citation());
    if (heading.isPresent() && nextIsInstruction(at)) {
      amending = !instructions.isEmpty();
    } else {
      amend(block);
    }
  }

  private boolean nextIsInstruction(int at) {
    List<Block> blocks = text.blocks();
    int next = at + 1;
    while (next < blocks.size() && mayStandBeforeInstruction(blocks.get(next))) {
      next++;
    }
    return next == blocks.size() || blocks.get(next).kind() == BlockKind.INSTRUCTION;
  }

  /** Tables and figures of the preamble may float behind the first part heading. */
  private boolean mayStandBeforeInstruction(Block block) {
    return UnitHeading.isLocator(block)
        || block.kind() == BlockKind.SUBPART_HEADING
        || (instructions.isEmpty()
            && (block.kind() == BlockKind.TABLE || block.kind() == BlockKind.FIGURE));
  }

  /**
   * Whether a heading only says where the next instruction works: in brackets, or directly before
   * an instruction while the instruction that went before does not speak of it.
   */
  private boolean locates(Block block, int at) {
    boolean followed = nextIsInstruction(at) && at + 1 < text.blocks().size();
    if (UnitHeading.isLocator(block)) {
      return followed || !Texts.plain(block.runs()).matches("(?is).*\\[reserved]\\.?");
    }
    if (!followed) {
      return false;
    }
    String words =
        switch (block.kind()) {
          case SUBPART_HEADING -> "ubpart";
          case SUPPLEMENT_HEADING -> "to part";
          default ->
              UnitHeading.section(Texts.plain(block.runs()), titles)
                  .map(unit -> unit.citation().last().label())
                  .orElse("ection");
        };
    return !instructions.mentions(words);
  }

  private Optional<Citation> unit(Block heading) {
    String text = Texts.plain(heading.runs());
    Optional<UnitHeading> unit =
        heading.kind() == BlockKind.SECTION_HEADING
            ? UnitHeading.section(text, titles)
            : UnitHeading.supplement(text, titles, part);
    return unit.map(UnitHeading::citation);
  }

  private void preamble(Block block) {
    boolean caption = block.kind() == BlockKind.CAPTION;
    if (!caption && block.kind() != BlockKind.HEADING) {
      section.add(block);
      return;
    }
    closeSection();
    level = caption ? 0 : block.level();
    heading = caption ? caption(block) : block.text();
    section = new ArrayList<>();
    if (caption) {
      int length = block.runs().get(0).text().length();
      Block rest = Block.of(BlockKind.PARAGRAPH, Runs.from(block.runs(), length), block.span());
      if (!rest.runs().isEmpty()) {
        section.add(rest);
      }
    }
  }

  private static String caption(Block block) {
    return block.runs().isEmpty() ? "" : block.runs().get(0).text().strip();
  }

  /** A table or figure that floated out of the preamble belongs to its last section. */
  private void displaced(Block block) {
    diagnostics.add(
        new Diagnostic(
            "displaced-block",
            Diagnostic.Severity.NOTE,
            "stands between an instruction and what it sets out; read as part of the preamble",
            Optional.of(block.span())));
    section.add(block);
  }

  private void closeSection() {
    if (!heading.isEmpty() || !section.isEmpty()) {
      preamble.add(new PreambleSection(heading, level, section));
    }
    heading = "";
    section = new ArrayList<>();
  }

  private RuleMetadata metadata() {
    return new RuleMetadata(
        text.document(),
        text.volume(),
        text.firstPage(),
        text.lastPage(),
        text.date(),
        texts(text, BlockKind.AGENCY, BlockKind.SUBAGENCY),
        cfrLines(),
        first(BlockKind.DOCKET).replaceAll("^\\[|]$", ""),
        first(BlockKind.RIN).replaceFirst("^RIN\\s*", ""),
        first(BlockKind.SUBJECT),
        captioned("ACTION"),
        dates(),
        first(BlockKind.BILLING_CODE));
  }

  /** The CFR lines of the head. */
  private List<String> cfrLines() {
    return text.blocks().stream()
        .takeWhile(block -> block.kind() != BlockKind.SUBJECT && block.kind() != BlockKind.CAPTION)
        .filter(block -> block.kind() == BlockKind.CFR_LINE)
        .map(Block::text)
        .toList();
  }

  private static List<String> texts(SourceText text, BlockKind... kinds) {
    List<BlockKind> wanted = List.of(kinds);
    return text.blocks().stream().filter(b -> wanted.contains(b.kind())).map(Block::text).toList();
  }

  private String first(BlockKind kind) {
    List<String> all = texts(text, kind);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** What the head says of dates: under its caption, or in a paragraph that opens with it. */
  private String dates() {
    String dates = captioned("DATES");
    String effective = captioned("EFFECTIVE DATE");
    if (!dates.isEmpty() || !effective.isEmpty()) {
      return dates.isEmpty() ? "Effective date: " + effective : dates;
    }
    return preamble.stream()
        .takeWhile(s -> !s.heading().toUpperCase(Locale.ROOT).startsWith("SUPPLEMENTARY"))
        .flatMap(s -> s.blocks().stream())
        .map(Block::text)
        .filter(text -> EFFECTIVE.matcher(text).matches())
        .findFirst()
        .orElse("");
  }

  private String captioned(String caption) {
    return preamble.stream()
        .filter(s -> s.level() == 0 && s.heading().toUpperCase(Locale.ROOT).startsWith(caption))
        .findFirst()
        .map(s -> String.join("\n", s.blocks().stream().map(Block::text).toList()))
        .orElse("");
  }
}
