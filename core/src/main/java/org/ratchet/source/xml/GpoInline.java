package org.ratchet.source.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What GPO's text writes in place of signs: {@code \3\} and {@code <SUP>3</SUP>} raised, {@code
 * <INF>2</INF>} lowered, {@code --} for the dash, {@code Sec.} for the section sign, {@code [deg]}
 * for signs outside ASCII.
 */
final class GpoInline {

  private static final Pattern RISE =
      Pattern.compile(
          "\\\\(?<number>[\\d,* -]{1,10})\\\\|<(?<tag>SUP|INF|SUB)>(?<text>[^<]{0,80})</\\k<tag>>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SECTIONS = Pattern.compile("\\bSecs\\. {1,2}(?=\\d)");
  private static final Pattern SECTION = Pattern.compile("\\bSec\\. {1,2}(?=\\d+[a-z]?\\.\\d)");
  private static final Pattern DASH = Pattern.compile("(?<=\\S)--(?!-)|(?<!-)--(?=[^\\s-])");
  private static final Pattern PART = Pattern.compile("^(PARTS? \\d{1,5}[a-z]?)_(?=\\S)");

  private GpoInline() {}

  static void add(XmlElement element, String raw) {
    String text = signs(raw);
    Matcher rise = RISE.matcher(text);
    int at = 0;
    while (rise.find()) {
      element.add(text.substring(at, rise.start()));
      boolean lowered = rise.group("tag") != null && !rise.group("tag").equalsIgnoreCase("SUP");
      XmlElement raised = new XmlElement(lowered ? "sub" : "sup", element.line());
      raised.add(rise.group("number") == null ? rise.group("text") : rise.group("number"));
      element.add(raised);
      at = rise.end();
    }
    element.add(text.substring(at));
  }

  private static String signs(String raw) {
    String text = SECTIONS.matcher(raw).replaceAll("§§ ");
    text = SECTION.matcher(text).replaceAll("§ ");
    text = DASH.matcher(text).replaceAll("—");
    text = PART.matcher(text).replaceFirst("$1—");
    return text.replace("[deg]", "°")
        .replace("[micro]", "µ")
        .replace("[mu]", "µ")
        .replace("[Omega]", "Ω")
        .replace("[thxsp]", " ")
        .replace("[bull]", "•")
        .replace("[times]", "×")
        .replace("[gteqt]", "≥")
        .replace("[lteqt]", "≤")
        .replace("[plusmn]", "±")
        .replace("[reg]", "®")
        .replace("[supreg]", "®")
        .replace("[cedil]", "¸");
  }
}
