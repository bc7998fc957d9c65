package org.ratchet.source.xml;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.Budget;
import org.ratchet.source.TableText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;
import org.ratchet.text.Style;
import org.ratchet.text.Style.Rise;

/** Collects blocks while a document is walked; footnotes are kept apart and come last. */
final class BlockSink {

  private final String document;
  private final Budget budget;
  private final List<Block> body = new ArrayList<>();
  private final List<Block> footnotes = new ArrayList<>();
  private int printedPage;

  BlockSink(String document, Budget budget) {
    this.document = document;
    this.budget = budget;
  }

  List<Block> blocks() {
    endOfUnit();
    return List.copyOf(body);
  }

  /** The footnotes so far belong to a unit that ends here, and follow it. */
  void endOfUnit() {
    body.addAll(footnotes);
    footnotes.clear();
  }

  /** What follows is printed on this page. */
  void page(int number) {
    printedPage = number;
  }

  /** What follows a page mark is printed on its page; the number may be missing or roman. */
  void page(XmlElement mark) {
    Pages.number(mark).ifPresent(this::page);
  }

  /** What follows an element is printed on the last page marked in it. */
  void pagesIn(XmlElement element) {
    element.stream().filter(e -> e.is("PRTPAGE")).forEach(this::page);
  }

  int page() {
    return printedPage;
  }

  Span span(XmlElement element) {
    return new Span(document, 0, printedPage, 0, element.line(), Optional.empty());
  }

  void add(BlockKind kind, XmlElement element) {
    add(kind, 0, InlineText.of(element), element);
  }

  void add(BlockKind kind, int level, List<Run> runs, XmlElement at) {
    checkTime();
    if (!runs.isEmpty() || kind == BlockKind.FIGURE) {
      body.add(new Block(kind, level, runs, span(at), Optional.empty()));
    }
  }

  void table(TableText table, Span span) {
    checkTime();
    body.add(new Block(BlockKind.TABLE, 0, List.of(), span, Optional.of(table)));
  }

  /**
   * The paragraphs of a footnote. A paragraph that opens with a raised number begins a footnote,
   * the others go on with the last one.
   */
  void footnote(List<XmlElement> paragraphs) {
    Block open = null;
    for (XmlElement paragraph : paragraphs) {
      checkTime();
      List<Run> runs = spaceAfterNumber(InlineText.of(paragraph));
      if (runs.isEmpty()) {
        continue;
      }
      if (open == null || isRaised(runs.get(0))) {
        open = Block.of(BlockKind.FOOTNOTE, runs, span(paragraph));
      } else {
        footnotes.remove(footnotes.size() - 1);
        List<Run> joined = new ArrayList<>(open.runs());
        joined.add(Run.plain(" "));
        joined.addAll(runs);
        open = Block.of(BlockKind.FOOTNOTE, Runs.tidy(joined), open.span());
      }
      footnotes.add(open);
    }
  }

  private static boolean isRaised(Run run) {
    return run.style().rise() == Rise.SUPER;
  }

  private static List<Run> spaceAfterNumber(List<Run> runs) {
    boolean glued = runs.size() > 1 && isRaised(runs.get(0)) && !runs.get(1).text().startsWith(" ");
    if (!glued) {
      return runs;
    }
    List<Run> spaced = new ArrayList<>(runs);
    spaced.set(1, new Run(" " + runs.get(1).text(), runs.get(1).style()));
    return spaced;
  }

  /** A heading in bold and the paragraph that runs on from it, as one block. */
  void runIn(BlockKind kind, Optional<XmlElement> heading, Optional<XmlElement> paragraph) {
    List<Run> runs = new ArrayList<>();
    heading.ifPresent(e -> runs.addAll(InlineText.of(e, Style.BOLD)));
    if (!runs.isEmpty() && paragraph.isPresent()) {
      runs.add(Run.plain(" "));
    }
    paragraph.ifPresent(e -> runs.addAll(InlineText.of(e)));
    heading.or(() -> paragraph).ifPresent(at -> add(kind, 0, Runs.tidy(runs), at));
  }

  /** Every walk comes by here with every block; its many branches need not know of the time. */
  private void checkTime() {
    try {
      budget.checkTime();
    } catch (UnreadableSourceException e) {
      throw new UncheckedIOException(e);
    }
  }
}
