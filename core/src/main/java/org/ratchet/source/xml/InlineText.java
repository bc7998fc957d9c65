package org.ratchet.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Style;
import org.ratchet.text.Style.Rise;

/**
 * Mixed content as runs: white space collapsed, inline elements as styles.
 *
 * <p>The codes of {@code <E T="…">} are faces of the typesetter; only those whose meaning is stable
 * are interpreted: 03 italic, 02 and 04 bold; 51 and 53 raised, 52 and 54 lowered, alone or after
 * the two digits of a face; 32 and 35 lowered after a face.
 */
final class InlineText {

  private static final Set<String> BREAKS =
      Set.of("br", "LI", "P", "FP", "HD", "CHED", "ENT", "p", "li", "div");
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");
  private static final Pattern RAISED = Pattern.compile("(?:\\d\\d)?5[13]");
  private static final Pattern LOWERED = Pattern.compile("(?:\\d\\d)?5[24]|\\d\\d3[25]");
  private static final Pattern STARS = Pattern.compile("\\*{3}|\\*{5}|\\*{7}");

  private final List<Run> runs = new ArrayList<>();
  private boolean spaceBefore;
  private boolean lineBreakBefore;

  private InlineText() {}

  /** The runs of an element's content. */
  static List<Run> of(XmlElement element) {
    InlineText text = new InlineText();
    text.append(element, Style.PLAIN);
    return Runs.tidy(text.runs);
  }

  /** The runs of an element's content, with a style to begin with. */
  static List<Run> of(XmlElement element, Style style) {
    InlineText text = new InlineText();
    text.append(element, style);
    return Runs.tidy(text.runs);
  }

  private void append(XmlElement element, Style style) {
    for (Object part : element.content()) {
      if (part instanceof XmlElement child) {
        appendElement(child, style);
      } else {
        appendText((String) part, style);
      }
    }
  }

  private void appendElement(XmlElement child, Style style) {
    if (isApart(child) || child.is("PRTPAGE", "FTREF")) {
      return;
    }
    if (BREAKS.contains(child.name()) || (child.is("FR") && endsInDigit())) {
      appendText(" ", style);
    }
    append(child, styleOf(child, style));
    if (BREAKS.contains(child.name())) {
      appendText(" ", style);
    }
  }

  /** A fraction after a whole number: 2 1/2. */
  private boolean endsInDigit() {
    String last = runs.isEmpty() ? "" : runs.get(runs.size() - 1).text();
    return !last.isEmpty() && Character.isDigit(last.charAt(last.length() - 1));
  }

  private static Style styleOf(XmlElement child, Style style) {
    return switch (child.name()) {
      case "E" -> face(child.attribute("T"), style);
      case "SU", "sup", "SUP" -> rise(style, Rise.SUPER);
      case "sub", "SUB" -> rise(style, Rise.SUB);
      case "I", "i", "em" -> new Style(style.bold(), true, style.rise());
      case "B", "b", "strong" -> new Style(true, style.italic(), style.rise());
      default -> style;
    };
  }

  /** Whether an element inside a text is set apart from it, as a block of its own. */
  static boolean isApart(XmlElement element) {
    return element.is("FTNT", "GPOTABLE", "GPH", "TABLE", "DIV", "img");
  }

  /** Whether an inline element stands off the line. */
  static boolean isRaisedOrLowered(XmlElement element) {
    return styleOf(element, Style.PLAIN).rise() != Rise.NONE;
  }

  private static Style face(String code, Style style) {
    if (RAISED.matcher(code).matches()) {
      return rise(style, Rise.SUPER);
    }
    if (LOWERED.matcher(code).matches()) {
      return rise(style, Rise.SUB);
    }
    return switch (code) {
      case "03" -> new Style(style.bold(), true, style.rise());
      case "02", "04" -> new Style(true, style.italic(), style.rise());
      default -> style;
    };
  }

  private static Style rise(Style style, Rise rise) {
    return new Style(style.bold(), style.italic(), rise);
  }

  private void appendText(String raw, Style style) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    Matcher matcher = SPACE.matcher(raw);
    while (matcher.find()) {
      word(raw.substring(at, matcher.start()), out, style);
      spaceBefore = true;
      lineBreakBefore |= matcher.group().indexOf('\n') >= 0;
      at = matcher.end();
    }
    word(raw.substring(at), out, style);
    if (out.length() > 0) {
      runs.add(new Run(out.toString(), style));
    }
  }

  /** The space before a raised or lowered word stands on the line. */
  private void keepSpaceOnTheLine() {
    int last = runs.size() - 1;
    if (!lineBreakBefore && last >= 0) {
      runs.set(last, new Run(runs.get(last).text() + " ", runs.get(last).style()));
    }
    spaceBefore = false;
  }

  /**
   * Pretty printing puts line breaks around inline elements, also where no space is meant: before a
   * closing mark the break is none.
   */
  private void word(String word, StringBuilder out, Style style) {
    if (word.isEmpty()) {
      return;
    }
    if (spaceBefore && out.length() == 0 && style.rise() != Rise.NONE) {
      keepSpaceOnTheLine();
    }
    boolean closing = ",.;:)]”’".indexOf(word.charAt(0)) >= 0;
    if (spaceBefore && !(lineBreakBefore && closing)) {
      out.append(' ');
    }
    spaceBefore = false;
    lineBreakBefore = false;
    out.append(STARS.matcher(word).matches() ? String.join(" ", word.split("")) : word);
  }
}
