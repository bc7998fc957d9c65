package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an instruction with quotations taken out, so that nothing quoted is read as part of
 * the instruction.
 *
 * @param text one line, each quotation standing as {@code «n»}
 * @param quotes the quotations, without their marks
 */
record Wording(String text, List<String> quotes) {

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f]+");
  private static final Pattern OPENING = Pattern.compile("``|‘‘");
  private static final Pattern CLOSING = Pattern.compile("''|’’");
  private static final Pattern LOOSE_LABEL = Pattern.compile("\\(\\s*(\\w{1,5})\\s*\\)");
  private static final Pattern LOOSE_LABELS = Pattern.compile("\\)\\s+(?=\\()");
  private static final Pattern GLUED_SIGN = Pattern.compile("(?<=[a-z])(?=§)");
  private static final Pattern SIGN = Pattern.compile("§+\\s*");
  private static final Pattern GLUED_SECTION = Pattern.compile("(?<=[a-z])(?=Section \\d)");

  /** {@code “Alpha;” Beta;” “Gamma;”}: a name in a list of names has lost its opening mark. */
  private static final Pattern UNOPENED =
      Pattern.compile("(?<=”|”,|” and|”, and) ([A-Z][^“”]*[;,.])”");

  /** {@code for Alpha “Beta Ltd.; “Gamma;”}: the opening mark stands inside the name. */
  private static final Pattern MISPLACED =
      Pattern.compile("(?<=\\bfor )([A-Z][\\w ]*? )“([^“”]*[;,.]) (?=“)");

  private static final Pattern QUOTE = Pattern.compile("“([^“”]*)”|\"([^\"]*)\"");

  Wording {
    quotes = List.copyOf(quotes);
  }

  static Wording of(String printed) {
    String text = SPACE.matcher(printed).replaceAll(" ");
    text = OPENING.matcher(text).replaceAll("“");
    text = CLOSING.matcher(text).replaceAll("”").replace('’', '\'');
    text = UNOPENED.matcher(text).replaceAll(" “$1”");
    text = MISPLACED.matcher(text).replaceAll("“$1$2” ");
    List<String> quotes = new ArrayList<>();
    Matcher matcher = QUOTE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, " «" + quotes.size() + "» ");
      quotes.add((matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).strip());
    }
    matcher.appendTail(out);
    return new Wording(tidy(out.toString()), quotes);
  }

  /** {@code (A)( 1 )} is {@code (A)(1)}, and words that ran together come apart. */
  private static String tidy(String text) {
    String tidy = LOOSE_LABEL.matcher(text).replaceAll("($1)");
    tidy = LOOSE_LABELS.matcher(tidy).replaceAll(")");
    tidy = GLUED_SECTION.matcher(tidy).replaceAll(" ");
    if (tidy.indexOf('§') >= 0) {
      tidy = SIGN.matcher(GLUED_SIGN.matcher(tidy).replaceAll(" ")).replaceAll("§ ");
    }
    return SPACE.matcher(tidy).replaceAll(" ").strip();
  }
}
