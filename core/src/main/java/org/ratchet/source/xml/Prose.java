package org.ratchet.source.xml;

import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.source.Budget;
import org.ratchet.source.Source;
import org.ratchet.source.SourceText;
import org.ratchet.source.SourceText.Kind;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.text.Diagnostic;

/** Running text of a format without markup of its own for the law: a rule or a regulation. */
final class Prose {

  private static final Pattern CFR = Pattern.compile("\\b(\\d{1,2}) CFR\\b");

  /** What a format says of the whole document, apart from its text. */
  record Imprint(String document, int volume, String date) {
    static final Imprint NONE = new Imprint("", 0, "");
  }

  private Prose() {}

  /**
   * The text of a file.
   *
   * @param elements its paragraphs in order, which are changed
   * @param remarks what is already known of the reading
   * @throws UnreadableSourceException if it takes too long
   */
  static SourceText read(
      Source source,
      byte[] bytes,
      String mediaType,
      List<XmlElement> elements,
      Imprint imprint,
      List<Diagnostic> remarks,
      Budget budget)
      throws UnreadableSourceException {
    List<String> texts = new ArrayList<>();
    for (XmlElement element : elements) {
      ProseText.tidy(element);
      texts.add(ProseWalk.text(element));
      budget.checkTime();
    }
    boolean register = !imprint.document().isEmpty() || isRegister(elements, texts);
    String number = imprint.document().isEmpty() ? number(texts) : imprint.document();
    XmlElement file = new XmlElement("", 1);
    elements.forEach(file::add);
    Pages pages = register ? Pages.of(file, file) : new Pages(0, 0);
    BlockSink sink = new BlockSink(number.isEmpty() ? source.name() : number, budget);
    if (register) {
      sink.page(pages.first());
    }
    List<Diagnostic> diagnostics = new ArrayList<>(remarks);
    ProseWalk.walk(elements, texts, register, sink, diagnostics);
    return new SourceText(
        source.name(),
        Hashing.sha256().hashBytes(bytes).toString(),
        mediaType,
        register ? Kind.REGISTER_DOCUMENT : Kind.REGULATION,
        register ? number : title(texts),
        imprint.volume(),
        pages.first(),
        pages.last(),
        imprint.date(),
        sink.blocks(),
        diagnostics);
  }

  /** A document of the register is filed, has captions in capitals, or amends. */
  private static boolean isRegister(List<XmlElement> elements, List<String> texts) {
    long captions = texts.stream().filter(text -> Wording.caption(text) > 0).count();
    return captions > 1
        || elements.stream().anyMatch(element -> element.is("AMDPAR"))
        || texts.stream().anyMatch(text -> Wording.filed(text).isPresent())
        || (texts.stream().anyMatch(t -> !t.isEmpty() && AmendatoryWords.isIssuance(t))
            && texts.stream().anyMatch(AmendatoryWords::amends));
  }

  private static String number(List<String> texts) {
    return texts.stream()
        .map(Wording::filed)
        .flatMap(Optional::stream)
        .reduce((a, b) -> b)
        .orElse("");
  }

  /** The title of the CFR that a line over the sections cites; empty if there is none. */
  private static String title(List<String> texts) {
    for (String text : texts) {
      Matcher title = CFR.matcher(text);
      if ((Wording.locator(text).isPresent() || Wording.isCfrLine(text)) && title.find()) {
        return title.group(1) + " CFR";
      }
    }
    return "";
  }
}
