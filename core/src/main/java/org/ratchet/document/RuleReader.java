package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private static final Pattern PART = Pattern.compile("(?i)^part\\s+(\\d+[a-z]?)\\b");
  private static final Pattern TITLE = Pattern.compile("(\\d+)\\s+CFR");

  private final SourceText text;
  private final List<Diagnostic> diagnostics;
  private final List<PreambleSection> preamble = new ArrayList<>();
  private final List<Block> footnotes = new ArrayList<>();
  private final List<String> signature = new ArrayList<>();
  private final InstructionTree instructions;
  private final int title;

  private String heading = "";
  private int level;
  private List<Block> section = new ArrayList<>();
  private Citation part = Citation.ROOT;
  private boolean amending;

  private RuleReader(SourceText text) {
    this.text = text;
    this.diagnostics = new ArrayList<>(text.diagnostics());
    this.title = title(text.blocks());
    this.instructions = new InstructionTree(title, diagnostics);
  }

  static Rule read(SourceText text) {
    RuleReader reader = new RuleReader(text);
    text.blocks().forEach(reader::accept);
    reader.closeSection();
    return new Rule(
        new Provenance(text.name(), text.sha256(), text.mediaType()),
        reader.metadata(),
        reader.preamble,
        reader.instructions.build(),
        reader.footnotes,
        reader.signature,
        reader.diagnostics);
  }

  private static int title(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.kind() == BlockKind.CFR_LINE)
        .map(block -> TITLE.matcher(block.text()))
        .filter(Matcher::find)
        .map(matcher -> Integer.valueOf(matcher.group(1)))
        .findFirst()
        .orElse(15);
  }

  private void accept(Block block) {
    switch (block.kind()) {
      case AGENCY, SUBAGENCY, CFR_LINE, DOCKET, RIN, SUBJECT, FR_DOC, BILLING_CODE -> {
        // Read by metadata().
      }
      case FOOTNOTE -> footnotes.add(block);
      case SIGNATURE -> signature.add(block.text());
      case PART_HEADING -> part(block);
      case INSTRUCTION -> {
        amending = true;
        instructions.instruction(block, part);
      }
      default -> {
        if (amending && !instructions.isEmpty()) {
          instructions.setOut(block);
        } else {
          preamble(block);
        }
      }
    }
  }

  private void part(Block block) {
    Matcher number = PART.matcher(block.text());
    if (number.find()) {
      part = Citation.part(title, number.group(1));
      amending = !instructions.isEmpty();
    } else if (amending) {
      instructions.setOut(block);
    }
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
        texts(BlockKind.AGENCY, BlockKind.SUBAGENCY),
        texts(BlockKind.CFR_LINE),
        first(BlockKind.DOCKET).replaceAll("^\\[|]$", ""),
        first(BlockKind.RIN).replaceFirst("^RIN\\s*", ""),
        first(BlockKind.SUBJECT),
        captioned("ACTION"),
        captioned("DATES"),
        first(BlockKind.BILLING_CODE));
  }

  private List<String> texts(BlockKind... kinds) {
    List<BlockKind> wanted = List.of(kinds);
    return text.blocks().stream().filter(b -> wanted.contains(b.kind())).map(Block::text).toList();
  }

  private String first(BlockKind kind) {
    List<String> all = texts(kind);
    return all.isEmpty() ? "" : all.get(0);
  }

  private String captioned(String caption) {
    return preamble.stream()
        .filter(s -> s.level() == 0 && s.heading().toUpperCase(Locale.ROOT).startsWith(caption))
        .findFirst()
        .map(s -> String.join("\n", s.blocks().stream().map(Block::text).toList()))
        .orElse("");
  }
}
