package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Diagnostic.Severity;
import org.ratchet.text.Span;

/**
 * The text edition of the Federal Register and the CFR, as GPO distributes it.
 *
 * <p>Paragraphs are indented by four blanks, headings are not; a line with a lone {@code 0} is the
 * mark before an instruction; footnotes and tables stand between dashed rules:
 *
 * <pre>
 * 0
 * 2. Amend Sec.  740.99 by revising paragraph (b) to read as follows:
 *
 *
 * Sec.  740.99  Widgets.
 *
 * * * * * *
 *     (b) New text.\1\
 * ---------------------------------------------------------------------------
 *
 *     \1\ A footnote.
 * ---------------------------------------------------------------------------
 * </pre>
 *
 * @param elements what it holds, in order
 * @param imprint what its header says
 * @param diagnostics what could not be read as it stands
 */
record GpoText(List<XmlElement> elements, Prose.Imprint imprint, List<Diagnostic> diagnostics) {

  private static final int HEAD = 6_000;
  private static final Pattern HEADER =
      Pattern.compile(
          "^(?:\\[Federal Register(?: Volume|:)|\\[Code of Federal Regulations]"
              + "|From the (?:Federal Register Online|U\\.S\\. Government))",
          Pattern.MULTILINE);
  private static final Pattern MARKER = Pattern.compile("^0\\s*\\n(?=\\d+\\. )", Pattern.MULTILINE);
  private static final Pattern SECTION_WORD =
      Pattern.compile("^Sec\\.  ?\\d+\\.\\d+", Pattern.MULTILINE);

  /** Lines of the header, none of them text. */
  private static final Pattern OF_HEADER =
      Pattern.compile(
          "\\[Federal Register.*|\\[Code of Federal Regulations]|\\[(?:Rules and Regulations"
              + "|Proposed Rules|Notices|Presidential Documents)]|\\[Pages? [\\d-]+]|From the .*"
              + "|\\[DOCID:.*|\\[FR Doc No:? .*|\\[CITE: .*|\\[Title \\d+, .*|\\[Revised as of .*"
              + "|Federal Register / Vol\\..*");

  private static final Pattern VOLUME = Pattern.compile("\\bVolume (\\d{1,4})\\b");
  private static final Pattern DATE =
      Pattern.compile(
          "\\b((?:January|February|March|April|May|June|July|August|September|October"
              + "|November|December) \\d{1,2}, \\d{4})\\b");
  private static final Pattern NUMBER = Pattern.compile("\\[FR Doc No:? ([\\w-]+)]");
  private static final Pattern PAGES = Pattern.compile("^\\[Pages? (\\d+)", Pattern.MULTILINE);
  private static final Pattern PAGE_LINE = Pattern.compile("\\[\\[?Page \\d+(?:-\\d+)?]?]");
  private static final Pattern RULE = Pattern.compile("\\s*[-_=]{20,}\\s*");
  private static final Pattern FOOTNOTE = Pattern.compile("\\s*\\\\\\d{1,3}\\\\ .*");
  private static final Pattern CENTRED = Pattern.compile("\\s{6,}\\S.*");

  static boolean is(String text) {
    String head = text.substring(0, Math.min(HEAD, text.length()));
    return HEADER.matcher(head).find()
        || (MARKER.matcher(text).find() && SECTION_WORD.matcher(text).find());
  }

  static GpoText of(String text, String name) {
    return new Reader(text.lines().map(String::stripTrailing).toList(), name).read(text);
  }

  private static Prose.Imprint imprint(String text) {
    String head = text.substring(0, Math.min(HEAD, text.length()));
    if (!HEADER.matcher(head).find()) {
      return Prose.Imprint.NONE;
    }
    int volume = find(VOLUME, head).map(Integer::valueOf).orElse(0);
    boolean code = head.contains("[Code of Federal Regulations]");
    return new Prose.Imprint(
        find(NUMBER, head).orElse(""), code ? 0 : volume, find(DATE, head).orElse(""));
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static final class Reader {

    private final List<String> lines;
    private final String name;
    private final List<XmlElement> elements = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private String opened = "p";
    private int openLine;
    private String latest = "";
    private boolean atMarker;
    private boolean afterPage;

    Reader(List<String> lines, String name) {
      this.lines = lines;
      this.name = name;
    }

    GpoText read(String text) {
      Prose.Imprint imprint = imprint(text);
      String head = text.substring(0, Math.min(HEAD, text.length()));
      find(PAGES, head).ifPresent(page -> element("p", "[[Page " + page + "]]", 1));
      int at = 0;
      while (at < lines.size()) {
        at = RULE.matcher(lines.get(at)).matches() ? rule(at) : line(at);
      }
      close();
      return new GpoText(elements, imprint, diagnostics);
    }

    /** Takes a line of text; returns the next. */
    private int line(int at) {
      String line = lines.get(at);
      String words = line.strip();
      if (words.isEmpty()) {
        if (!afterPage) {
          close();
        }
      } else if (PAGE_LINE.matcher(words).matches()) {
        page(words);
      } else if (OF_HEADER.matcher(words).matches() && open.length() == 0) {
        return at + 1 + wrapped(at, words);
      } else if (words.equals("0") && at + 1 < lines.size() && !lines.get(at + 1).isBlank()) {
        close();
        atMarker = true;
      } else {
        text(line, words, at);
      }
      return at + 1;
    }

    /** The running head of a page wraps: {@code Federal Register / Vol. 90 … / Rules⏎and …}. */
    private int wrapped(int at, String words) {
      boolean wraps = words.startsWith("Federal Register /") && !words.endsWith("Regulations");
      return wraps && at + 1 < lines.size() && !lines.get(at + 1).isBlank() ? 1 : 0;
    }

    /** A page begins, often in the middle of a paragraph. */
    private void page(String words) {
      String mark = words.startsWith("[[") ? words : "[" + words + "]";
      String number = mark.replaceFirst("-\\d+", "");
      if (open.length() > 0) {
        open.append(' ').append(number);
        afterPage = true;
      } else if (goesOn()) {
        reopen();
        open.append(' ').append(number);
      } else {
        element("p", number, 1);
      }
    }

    /** Whether the last paragraph ended in the middle of a sentence. */
    private boolean goesOn() {
      int last = elements.size() - 1;
      return !latest.isEmpty()
          && elements.get(last).is("p", "AMDPAR")
          && ".:;!?”\")]*".indexOf(latest.charAt(latest.length() - 1)) < 0;
    }

    /** What interrupted a paragraph is over. */
    private void reopen() {
      XmlElement last = elements.remove(elements.size() - 1);
      opened = last.name();
      openLine = last.line();
      open.append(latest);
      afterPage = true;
    }

    private void text(String line, String words, int at) {
      boolean indented = line.startsWith("    ");
      boolean starts = open.length() == 0 || atMarker || indented || Wording.isStars(words);
      if (starts && !(afterPage && !indented && open.length() > 0)) {
        close();
      }
      afterPage = false;
      if (open.length() == 0) {
        openLine = at + 1;
        opened = atMarker ? "AMDPAR" : indented || isText(words) ? "p" : "h1";
        atMarker = false;
      }
      boolean own = ownLine(words);
      if (own && open.length() > 0) {
        close();
        openLine = at + 1;
        opened = "p";
      }
      open.append(open.length() == 0 || endsInDash() ? "" : " ").append(words);
      if (own) {
        close();
      }
    }

    /** A dash at the end of a line stands in the middle of a word group. */
    private boolean endsInDash() {
      int last = open.length() - 1;
      return open.charAt(last) == '-' && last > 0 && open.charAt(last - 1) != ' ';
    }

    /** Lines of a document's head and foot that stand by themselves without a blank line. */
    private static boolean ownLine(String words) {
      return Wording.isStars(words)
          || Wording.isRin(words)
          || Wording.isBilling(words)
          || words.startsWith("[FR Doc.")
          || words.startsWith("[Docket ");
    }

    /** Text that is not indented and no heading: captions, stars and signatures. */
    private static boolean isText(String words) {
      return Wording.caption(words) > 0 || Wording.isStars(words) || words.endsWith(",");
    }

    private void close() {
      afterPage = false;
      if (open.length() > 0) {
        element(opened, open.toString(), openLine);
        open.setLength(0);
      }
      opened = "p";
    }

    private void element(String kind, String words, int line) {
      XmlElement element = new XmlElement(kind.equals("h1") && isBody(words) ? "p" : kind, line);
      GpoInline.add(element, words);
      elements.add(element);
      latest = words;
    }

    /** A paragraph that goes on from the page before is not indented. */
    private static boolean isBody(String words) {
      return words.endsWith(".") && words.length() > 200;
    }

    /** Takes what stands behind a dashed rule: a table, footnotes, or nothing; returns the next. */
    private int rule(int at) {
      int next = at + 1;
      while (next < lines.size() && lines.get(next).isBlank()) {
        next++;
      }
      if (next < lines.size() && FOOTNOTE.matcher(lines.get(next)).matches()) {
        return footnotes(next);
      }
      Optional<TextTable> table = TextTable.at(lines, at);
      if (table.isPresent()) {
        table(table.get(), at);
        return table.get().end();
      }
      if (open.length() > 0) {
        close();
      }
      return at + 1;
    }

    /** Footnotes run to the rule behind them; the sentence they interrupt goes on after it. */
    private int footnotes(int from) {
      close();
      boolean interrupted = goesOn();
      XmlElement note = new XmlElement("FTNT", from + 1);
      StringBuilder words = new StringBuilder();
      int at = from;
      while (at < lines.size() && !RULE.matcher(lines.get(at)).matches()) {
        String line = lines.get(at);
        if (line.startsWith("    ") || line.isBlank()) {
          paragraph(note, words, at);
        }
        words.append(words.length() == 0 ? "" : " ").append(line.strip());
        at++;
      }
      paragraph(note, words, at);
      int place = interrupted ? elements.size() - 1 : elements.size();
      elements.add(place, note);
      if (interrupted) {
        reopen();
      }
      return at + 1;
    }

    private static void paragraph(XmlElement note, StringBuilder words, int at) {
      String text = words.toString().strip();
      words.setLength(0);
      if (!text.isEmpty()) {
        XmlElement paragraph = new XmlElement("P", at);
        GpoInline.add(paragraph, text);
        note.add(paragraph);
      }
    }

    private void table(TextTable table, int at) {
      List<XmlElement> title = title();
      close();
      if (table.isClear()) {
        XmlElement element = table.element();
        title.forEach(line -> caption(element, line));
        elements.add(element);
        latest = "";
      } else {
        elements.addAll(title);
        diagnostics.add(
            new Diagnostic(
                "table-as-lines",
                Severity.WARNING,
                "the columns of a table cannot be told apart; its lines were read as text",
                Optional.of(Span.ofLine(name, at + 1))));
        table.lines().forEach(line -> element("p", line, at + 1));
      }
    }

    private static void caption(XmlElement table, XmlElement title) {
      XmlElement caption = new XmlElement("CAPTION", title.line());
      title.content().forEach(part -> addTo(caption, part));
      table.content().add(0, caption);
    }

    private static void addTo(XmlElement parent, Object part) {
      if (part instanceof XmlElement child) {
        parent.add(child);
      } else {
        parent.add((String) part);
      }
    }

    /** A line in the centre directly over a table is its title. */
    private List<XmlElement> title() {
      if (open.length() > 0 && CENTRED.matcher(lines.get(openLine - 1)).matches()) {
        XmlElement title = new XmlElement("p", openLine);
        GpoInline.add(title, open.toString());
        open.setLength(0);
        return List.of(title);
      }
      return List.of();
    }
  }
}
