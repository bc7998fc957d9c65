package org.ratchet.source.pdf;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.source.Budget;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReader;
import org.ratchet.source.SourceText;
import org.ratchet.source.TableText;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;
import org.ratchet.source.pdf.DocumentCutter.Cut;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Run;
import org.ratchet.text.Span;

/**
 * Reads documents of the Federal Register from PDF.
 *
 * <p>A file holds whole pages, so it may begin with the end of one document and end with the
 * beginning of another. The document asked for is returned; without a number, the one that begins
 * and ends in the file.
 */
public final class PdfReader implements SourceReader {

  private static final String MEDIA_TYPE = "application/pdf";

  private static final String END_OF_FILE = "%%EOF";

  /** How many bytes from the end its mark is looked for: some stand behind it in real files. */
  private static final int TAIL = 2048;

  /** A reader. */
  public PdfReader() {}

  @Override
  public boolean reads(String mediaType, byte[] bytes) {
    return mediaType.equals(MEDIA_TYPE);
  }

  @Override
  public SourceText read(Source source, byte[] bytes, ReadLimits limits) throws IOException {
    String name = source.name();
    Budget budget = new Budget(name, limits);
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (!isWhole(bytes)) {
      throw new UnreadableSourceException(
          Reason.DAMAGED, name + ": the PDF ends early; get it again");
    }
    Unpacking.check(bytes, budget);
    List<Page> pages = pages(name, bytes, limits, budget, diagnostics);
    List<Item> items = PageLayout.read(pages, Columns.find(pages), budget);
    BlockBuilder builder = new BlockBuilder();
    builder.build(items);
    List<Cut> cuts = DocumentCutter.cut(builder.drafts(), builder.notes());
    Cut cut = choose(source, cuts);
    return text(name, bytes, pages, cut, vocabulary(items), diagnostics);
  }

  /**
   * Whether the end of the file is there, ISO 32000-1, 7.5.5. Of a file that was cut off the
   * library reads what is left, and what is gone would be taken for law that is no more.
   */
  private static boolean isWhole(byte[] bytes) {
    int from = Math.max(0, bytes.length - TAIL);
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1)
        .contains(END_OF_FILE);
  }

  private static List<Page> pages(
      String name, byte[] bytes, ReadLimits limits, Budget budget, List<Diagnostic> diagnostics)
      throws IOException {
    try (PDDocument document = load(bytes, limits)) {
      budget.checkPages(document.getNumberOfPages());
      FontTables fonts = new FontTables();
      List<Page> pages = new ArrayList<>();
      int withText = 0;
      boolean pictures = false;
      for (PDPage page : document.getPages()) {
        PageContent content = PageScanner.scan(page, pages.size() + 1, fonts, budget);
        Page stripped = Furniture.strip(content);
        pictures |= !content.images().isEmpty();
        if (!stripped.chunks().isEmpty() || stripped.isSideways()) {
          withText++;
        } else if (!content.images().isEmpty()) {
          diagnostics.add(
              at(
                  "page-without-text",
                  Severity.ERROR,
                  "the page is an image without text; nothing on it is compared",
                  name,
                  stripped));
        }
        remarkAngled(name, stripped, diagnostics);
        pages.add(stripped);
      }
      if (withText == 0) {
        throw new UnreadableSourceException(
            Reason.NO_TEXT,
            pictures
                ? name + ": its pages are images without text; recognize the text first"
                : name + ": there is no text on its pages");
      }
      return pages;
    } catch (UnreadableSourceException e) {
      throw e;
    } catch (InvalidPasswordException e) {
      throw new UnreadableSourceException(
          Reason.ENCRYPTED, name + ": the file is encrypted; save it without a password", e);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableSourceException(
          Reason.DAMAGED, name + ": the PDF is damaged or ends early; get it again", e);
    }
  }

  private static void remarkAngled(String name, Page page, List<Diagnostic> diagnostics) {
    if (page.angled().isEmpty()) {
      return;
    }
    int count = page.angled().size();
    diagnostics.add(
        page.isSideways()
            ? at(
                "sideways-text",
                Severity.NOTE,
                "the page is printed sideways; " + count + " characters are read as one column",
                name,
                page)
            : at(
                "angled-text",
                Severity.WARNING,
                count + " characters are printed at an angle beside upright text and are not read",
                name,
                page));
  }

  private static Diagnostic at(
      String code, Severity severity, String message, String name, Page page) {
    Span span = new Span(name, page.number(), page.printed(), 0, 0, Optional.empty());
    return new Diagnostic(code, severity, message, Optional.of(span));
  }

  private static PDDocument load(byte[] bytes, ReadLimits limits) throws IOException {
    MemoryUsageSetting memory = MemoryUsageSetting.setupMainMemoryOnly(limits.maxMemoryBytes());
    return Loader.loadPDF(new RandomAccessReadBuffer(bytes), "", null, null, memory.streamCache);
  }

  private static Cut choose(Source source, List<Cut> cuts) throws UnreadableSourceException {
    List<Cut> candidates = cuts;
    if (source.fragment().isPresent()) {
      String wanted = DocumentCutter.key(source.fragment().get());
      candidates =
          cuts.stream().filter(cut -> cut.number().filter(wanted::equals).isPresent()).toList();
    } else if (cuts.size() > 1) {
      candidates = cuts.stream().filter(Cut::isWhole).toList();
    }
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    String choices =
        cuts.stream().flatMap(cut -> cut.number().stream()).collect(Collectors.joining(", "));
    throw new UnreadableSourceException(
        Reason.WHICH_DOCUMENT,
        source.name()
            + ": "
            + source.fragment().map(f -> "has no document " + f).orElse("which document is meant?")
            + "; name one of: "
            + choices);
  }

  private static SourceText text(
      String name,
      byte[] bytes,
      List<Page> pages,
      Cut cut,
      Vocabulary vocabulary,
      List<Diagnostic> diagnostics) {
    Kinds.set(cut.drafts());
    cut.notes().forEach(note -> note.kind = BlockKind.FOOTNOTE);
    String document = cut.number().orElse(name);
    List<Block> blocks = new ArrayList<>();
    for (Draft draft : cut.drafts()) {
      blocks.add(block(draft, document, vocabulary, diagnostics));
    }
    for (Draft draft : cut.notes()) {
      blocks.add(block(draft, document, vocabulary, diagnostics));
    }
    if (!cut.isWhole()) {
      diagnostics.add(
          new Diagnostic(
              "part-of-document",
              Severity.WARNING,
              cut.hasBeginning()
                  ? "the document does not end in this file; what follows is unknown"
                  : "the document does not begin in this file; what comes before is unknown",
              Optional.empty()));
    }
    int first = blocks.isEmpty() ? 0 : blocks.get(0).span().printedPage();
    int last = first;
    for (Block block : blocks) {
      last = Math.max(last, block.span().printedPage());
    }
    Page model = pages.get(0);
    return new SourceText(
        name,
        Hashing.sha256().hashBytes(bytes).toString(),
        MEDIA_TYPE,
        SourceText.Kind.REGISTER_DOCUMENT,
        document,
        model.volume(),
        first,
        last,
        model.date(),
        blocks,
        diagnostics);
  }

  private static Vocabulary vocabulary(List<Item> items) {
    Vocabulary vocabulary = new Vocabulary();
    for (Item item : items) {
      if (item instanceof Item.TextLine text) {
        vocabulary.add(text.line().text);
      } else if (item instanceof Item.TablePart part) {
        Lines.rows(part.chunks()).forEach(row -> vocabulary.add(Chunk.text(row.chunks)));
      }
    }
    return vocabulary;
  }

  private static Block block(
      Draft draft, String document, Vocabulary vocabulary, List<Diagnostic> diagnostics) {
    List<Run> runs = Joiner.finish(draft.runs);
    Span span =
        new Span(
            document,
            draft.page.number(),
            draft.page.printed(),
            draft.column,
            draft.lineNumber,
            Optional.of(draft.box));
    Optional<TableText> table = draft.table.map(t -> t.text(document, vocabulary));
    Block block = new Block(draft.kind, draft.level, runs, span, table);
    remark(block, vocabulary.takeDoubts(), diagnostics);
    return block;
  }

  private static void remark(Block block, List<String> doubts, List<Diagnostic> diagnostics) {
    for (String word : doubts) {
      diagnostics.add(
          new Diagnostic(
              "line-end-hyphen",
              Severity.NOTE,
              "\""
                  + word
                  + "\" is broken at the end of a line in a table and nowhere else printed whole",
              Optional.of(block.span())));
    }
    if (block.text().contains(FontTable.UNKNOWN)) {
      diagnostics.add(
          new Diagnostic(
              "unmapped-character",
              Severity.WARNING,
              "a font does not say what a character stands for; it is read as " + FontTable.UNKNOWN,
              Optional.of(block.span())));
    }
  }
}
