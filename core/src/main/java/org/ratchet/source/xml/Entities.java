package org.ratchet.source.xml;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs what older files get wrong about {@code &} and {@code <}: names of HTML characters, an
 * ampersand alone, and {@code <11>} in the footer of a printed page.
 */
final class Entities {

  private static final Pattern SUSPECT =
      Pattern.compile("&(?:(#\\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});)?|<(?=\\d)");
  private static final Set<String> KNOWN_TO_XML = Set.of("amp", "lt", "gt", "quot", "apos");

  /** Names and characters of HTML 4 that occur in rules. */
  private static final Map<String, String> HTML =
      Map.ofEntries(
          Map.entry("nbsp", "\u00A0"),
          Map.entry("sect", "§"),
          Map.entry("para", "¶"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("deg", "°"),
          Map.entry("plusmn", "±"),
          Map.entry("times", "×"),
          Map.entry("divide", "÷"),
          Map.entry("minus", "−"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("ne", "≠"),
          Map.entry("micro", "µ"),
          Map.entry("mu", "μ"),
          Map.entry("frac12", "½"),
          Map.entry("frac14", "¼"),
          Map.entry("frac34", "¾"),
          Map.entry("sup1", "¹"),
          Map.entry("sup2", "²"),
          Map.entry("sup3", "³"),
          Map.entry("cent", "¢"),
          Map.entry("euro", "€"),
          Map.entry("bull", "•"),
          Map.entry("middot", "·"),
          Map.entry("hellip", "…"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("thinsp", "\u2009"),
          Map.entry("ensp", "\u2002"),
          Map.entry("emsp", "\u2003"),
          Map.entry("aacute", "á"),
          Map.entry("atilde", "ã"),
          Map.entry("auml", "ä"),
          Map.entry("ccedil", "ç"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("iacute", "í"),
          Map.entry("ntilde", "ñ"),
          Map.entry("oacute", "ó"),
          Map.entry("ouml", "ö"),
          Map.entry("uacute", "ú"),
          Map.entry("uuml", "ü"));

  /**
   * A text that may now parse.
   *
   * @param text the repaired text, with the same lines
   * @param count how many places were repaired
   * @param firstLine line of the first of them
   */
  record Repaired(String text, int count, int firstLine) {}

  private Entities() {}

  /** The repaired text; empty if there was nothing to repair, or if it declares entities. */
  static Optional<Repaired> repair(String text) {
    if (text.contains("<!DOCTYPE")) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(text.length() + 64);
    Matcher matcher = SUSPECT.matcher(text);
    int count = 0;
    int first = 0;
    int end = 0;
    while (matcher.find()) {
      String better = better(matcher.group(), matcher.group(1));
      if (!better.equals(matcher.group())) {
        first = count == 0 ? matcher.start() : first;
        count++;
      }
      out.append(text, end, matcher.start()).append(better);
      end = matcher.end();
    }
    out.append(text, end, text.length());
    if (count == 0) {
      return Optional.empty();
    }
    int line = 1 + (int) text.substring(0, first).chars().filter(c -> c == '\n').count();
    return Optional.of(new Repaired(out.toString(), count, line));
  }

  private static String better(String found, @org.jspecify.annotations.Nullable String name) {
    if (found.equals("<")) {
      return "&lt;";
    }
    if (name == null) {
      return "&amp;";
    }
    if (name.startsWith("#") || KNOWN_TO_XML.contains(name)) {
      return found;
    }
    return HTML.getOrDefault(name, "&amp;" + name + ";");
  }
}
