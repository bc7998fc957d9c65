package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/**
 * Paragraphs that a page prints a second time directly behind themselves: the points of a list, a
 * paragraph with its label, or what stands under the heading of a note, which the second printing
 * may leave out. Each is read once. Other paragraphs may well be law twice, as the lines of a form
 * are.
 */
final class RepeatedText {

  private static final int LONGEST = 40;
  private static final int WORDS = 5;

  private static final Pattern POINT = Pattern.compile("[•·–—-]\\s*\\S.*");
  private static final Pattern LABELLED =
      Pattern.compile("(?:\\([a-zA-Z0-9]{1,4}\\)|[a-z0-9]{1,2}(?:\\.[a-z0-9]{1,2})*\\.) \\S.*");
  private static final Pattern NOTE =
      Pattern.compile("(?i)(?:[a-z]+ ){0,3}(?:notes?|n\\.b\\.)\\b[^:]{0,60}: ");

  private final List<XmlElement> elements;
  private final List<String> texts;

  private RepeatedText(List<XmlElement> elements) {
    this.elements = elements;
    this.texts = elements.stream().map(e -> e.is("p") ? ProseWalk.text(e).strip() : "").toList();
  }

  /** The elements without what is repeated, and a remark for each repetition. */
  static List<XmlElement> readOnce(
      List<XmlElement> elements, String name, List<Diagnostic> remarks) {
    RepeatedText text = new RepeatedText(elements);
    List<XmlElement> once = new ArrayList<>();
    int at = 0;
    while (at < elements.size()) {
      int length = text.repeated(at);
      once.addAll(elements.subList(at, at + Math.max(1, length)));
      if (length > 0) {
        remarks.add(remark(length, elements.get(at + length).line(), name));
      }
      at += Math.max(1, 2 * length);
    }
    return once;
  }

  private static Diagnostic remark(int length, int line, String name) {
    return new Diagnostic(
        "repeated-paragraphs",
        Severity.WARNING,
        (length == 1 ? "a paragraph is" : length + " paragraphs are")
            + " printed a second time here in the same words, and read once",
        Optional.of(Span.ofLine(name, line)));
  }

  /** How many paragraphs from here on stand again directly behind; 0 if none. */
  private int repeated(int at) {
    String first = texts.get(at);
    if (!isListed(first) && !NOTE.matcher(first).lookingAt()) {
      return 0;
    }
    int most = Math.min(LONGEST, (elements.size() - at) / 2);
    for (int length = 1; length <= most && !texts.get(at + length - 1).isEmpty(); length++) {
      if (isRepeated(at, length)) {
        return length;
      }
    }
    return 0;
  }

  private boolean isRepeated(int at, int length) {
    String first = texts.get(at);
    String again = texts.get(at + length);
    boolean note = withoutHeading(first, again);
    if (again.isEmpty() || !(note || first.equals(again))) {
      return false;
    }
    List<String> run = texts.subList(at, at + length);
    boolean rest = run.subList(1, length).equals(texts.subList(at + length + 1, at + 2 * length));
    return rest && (note || areListed(run));
  }

  private static boolean withoutHeading(String first, String again) {
    return first.length() > again.length()
        && first.endsWith(": " + again)
        && NOTE.matcher(first.substring(0, first.length() - again.length())).matches();
  }

  private static boolean areListed(List<String> run) {
    return run.stream().allMatch(text -> POINT.matcher(text).matches())
        || run.stream().allMatch(RepeatedText::isLabelled);
  }

  private static boolean isListed(String text) {
    return POINT.matcher(text).matches() || isLabelled(text);
  }

  private static boolean isLabelled(String text) {
    return LABELLED.matcher(text).matches() && text.split(" ", WORDS + 1).length > WORDS;
  }
}
