package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.TableText;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;
import org.ratchet.text.Style;

/** Collects blocks while a document is walked; footnotes are kept apart and come last. */
final class BlockSink {

  private final String document;
  private final List<Block> body = new ArrayList<>();
  private final List<Block> footnotes = new ArrayList<>();
  private int printedPage;

  BlockSink(String document) {
    this.document = document;
  }

  List<Block> blocks() {
    List<Block> all = new ArrayList<>(body);
    all.addAll(footnotes);
    return all;
  }

  /** What follows is printed on this page. */
  void page(String number) {
    if (number.matches("\\d{1,7}")) {
      printedPage = Integer.parseInt(number);
    }
  }

  Span span(XmlElement element) {
    return new Span(document, 0, printedPage, 0, element.line(), Optional.empty());
  }

  void add(BlockKind kind, XmlElement element) {
    add(kind, 0, InlineText.of(element), element);
  }

  void add(BlockKind kind, int level, List<Run> runs, XmlElement at) {
    if (!runs.isEmpty() || kind == BlockKind.FIGURE) {
      List<Block> target = kind == BlockKind.FOOTNOTE ? footnotes : body;
      target.add(new Block(kind, level, runs, span(at), Optional.empty()));
    }
  }

  void table(TableText table, XmlElement at) {
    body.add(new Block(BlockKind.TABLE, 0, List.of(), span(at), Optional.of(table)));
  }

  /** A heading in bold and the paragraph that runs on from it, as one block. */
  void runIn(BlockKind kind, Optional<XmlElement> heading, Optional<XmlElement> paragraph) {
    List<Run> runs = new ArrayList<>();
    heading.ifPresent(e -> runs.addAll(bold(InlineText.of(e))));
    if (!runs.isEmpty() && paragraph.isPresent()) {
      runs.add(Run.plain(" "));
    }
    paragraph.ifPresent(e -> runs.addAll(InlineText.of(e)));
    heading.or(() -> paragraph).ifPresent(at -> add(kind, 0, Runs.tidy(runs), at));
  }

  private static List<Run> bold(List<Run> runs) {
    return Runs.tidy(List.of(new Run(Runs.text(runs), Style.BOLD)));
  }
}
