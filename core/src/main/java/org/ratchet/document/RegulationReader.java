package org.ratchet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Part;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.SourceText;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/** Blocks of the CFR as a regulation. */
final class RegulationReader {

  private static final Pattern PART = Pattern.compile("(?i)^part\\s+(\\d+[a-z]?)[\\s.:—–-]*");
  private static final Pattern SUPPLEMENT = Pattern.compile("(?i)\\bto part (\\d+[a-z]?)");
  private static final Pattern SECTION = Pattern.compile("^§+\\s*(\\d+[a-z]?)\\.");

  private static final Pattern TITLE = Pattern.compile("^(\\d+) CFR");

  private RegulationReader() {}

  static Regulation read(SourceText text) {
    List<Diagnostic> diagnostics = new ArrayList<>(text.diagnostics());
    List<Clause> parts = new ArrayList<>();
    List<Block> pending = new ArrayList<>();
    Labels labels = new Labels();
    int title = title(text.document());
    Block head = null;
    for (Block block : text.blocks()) {
      switch (block.kind()) {
        case SOURCE_CITATION -> {
          // History, not law.
        }
        case EDITORIAL_NOTE -> diagnostics.add(status(block));
        case PART_HEADING -> {
          flush(head, pending, parts, labels, diagnostics, title);
          head = block;
        }
        default -> pending.add(block);
      }
    }
    flush(head, pending, parts, labels, diagnostics, title);
    return new Regulation(
        new Provenance(text.name(), text.sha256(), text.mediaType()),
        text.date(),
        parts,
        diagnostics);
  }

  private static int title(String unit) {
    Matcher title = TITLE.matcher(unit);
    return title.find() ? Integer.parseInt(title.group(1)) : 15;
  }

  private static Diagnostic status(Block block) {
    return new Diagnostic(
        "editorial-note", Diagnostic.Severity.NOTE, block.text(), Optional.of(block.span()));
  }

  private static void flush(
      @Nullable Block head,
      List<Block> pending,
      List<Clause> parts,
      Labels labels,
      List<Diagnostic> diagnostics,
      int title) {
    if (head == null && pending.isEmpty()) {
      return;
    }
    List<Run> heading = List.of();
    String number = head == null ? number(pending) : "";
    if (head != null) {
      Matcher part = PART.matcher(head.text());
      boolean found = part.find();
      number = found ? part.group(1) : number(pending);
      heading = Runs.from(head.runs(), found ? part.end() : 0);
    }
    Citation citation = Citation.part(title, number);
    List<Clause> children =
        new ClauseTree(title, citation, labels, diagnostics).clauses(pending, citation);
    Block first = head == null ? pending.get(0) : head;
    parts.add(
        new Part(
            citation,
            new Content(
                heading,
                List.of(),
                children,
                head == null ? Shown.CONTEXT : Shown.WHOLE,
                first.span())));
    pending.clear();
  }

  /** A supplement or section by itself says in its heading to which part it belongs. */
  private static String number(List<Block> blocks) {
    for (Block block : blocks) {
      Matcher matcher =
          (block.kind() == BlockKind.SECTION_HEADING ? SECTION : SUPPLEMENT).matcher(block.text());
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return "";
  }
}
