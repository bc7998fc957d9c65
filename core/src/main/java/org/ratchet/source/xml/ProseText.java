package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings running text to the form of the field: copies of the web set inner blanks around links and
 * designators, write quotes with backticks, and name the printed page in the middle of a sentence.
 */
final class ProseText {

  private static final Pattern PAGE =
      Pattern.compile(
          "(?:\\(\\s?printed page (?<web>\\d{1,6})\\s?\\)|\\[\\[Page (?<text>\\d{1,6})]])\\s*+");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}&&[^\\u00AD]]|[\\p{Cc}&&[^\\t\\n\\r\\f]]");
  private static final Pattern DOUBLE = Pattern.compile("``([^`]{1,2000}?)''");

  /** An apostrophe inside is followed by a letter or, in a plural, stands before the quote. */
  private static final Pattern SINGLE =
      Pattern.compile("`([^`']{1,200}+(?:'(?:(?=\\p{L})|(?='))[^`']{0,200}+){0,3})'(?!\\p{L})");

  private static final Pattern OPENING = Pattern.compile("(?<=[(\\[“‘])\\s+(?=\\S)");
  private static final Pattern CLOSING = Pattern.compile("(?<=\\S)\\s+(?=[,;:)\\]]|\\.(?:\\s|$))");
  private static final Pattern LEADERS = Pattern.compile("(?:\\.\\s*){3}|(?:\\*\\s*){3}");
  private static final Pattern DASH = Pattern.compile("(?<=\\S)\\s+—(?=$|\\s?\\()");

  private static final Pattern BROKEN = Pattern.compile("\\p{L}-$");

  private ProseText() {}

  /** Rewrites the text of an element and of all below it. */
  static void tidy(XmlElement element) {
    List<Object> content = element.content();
    List<Object> tidied = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof XmlElement child) {
        tidy(child);
        tidied.add(child);
      } else {
        withPages((String) part, element.line(), tidied);
      }
    }
    content.clear();
    content.addAll(tidied);
  }

  private static void withPages(String raw, int line, List<Object> out) {
    Matcher page = PAGE.matcher(raw);
    int at = 0;
    while (page.find()) {
      String before = raw.substring(at, page.start()).stripTrailing();
      // A word that is broken at the end of a page goes on without a space.
      boolean broken = BROKEN.matcher(before).find();
      out.add(words(before) + (broken ? "" : " "));
      XmlElement mark = new XmlElement("PRTPAGE", line);
      mark.put("P", page.group("web") == null ? page.group("text") : page.group("web"));
      out.add(mark);
      at = page.end();
    }
    out.add(words(raw.substring(at)));
  }

  /** The words of a text in the spelling of the field. */
  static String words(String raw) {
    String text = quotes(INVISIBLE.matcher(raw).replaceAll(""));
    if (LEADERS.matcher(text).find()) {
      return text;
    }
    text = OPENING.matcher(text).replaceAll("");
    text = CLOSING.matcher(text).replaceAll("");
    return DASH.matcher(text).replaceAll("—");
  }

  /** Quotes of the field in place of backticks. */
  static String quotes(String text) {
    if (text.indexOf('`') < 0) {
      return text;
    }
    String doubled = DOUBLE.matcher(text).replaceAll(quoted('“', '”'));
    return SINGLE.matcher(doubled).replaceAll(quoted('‘', '’'));
  }

  private static Function<MatchResult, String> quoted(char open, char close) {
    return m -> Matcher.quoteReplacement(open + m.group(1) + close);
  }
}
