package org.ratchet.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cell of a list of entities that holds name, aliases and addresses as running text: {@code
 * Acme Co., a.k.a., the following two aliases: —X; and —Y. 1 Main Street, Town.}
 *
 * @param name without aliases and addresses
 * @param aliases in printed order; as many as the cell says
 * @param addresses what stands behind the names, divided at semicolons
 */
public record EntityCell(String name, List<String> aliases, List<String> addresses) {

  /** Copies the lists. */
  public EntityCell {
    aliases = List.copyOf(aliases);
    addresses = List.copyOf(addresses);
  }

  private static final Pattern ALIASES =
      Pattern.compile(
          "(?i),?\\s+(?:a\\.k\\.a\\s*[.,]*\\s*)?(?:(?:and|as)\\s+)?(?:the following )?(?:the"
              + " )?follow(?:ing)? (?<count>[\\w-]+)"
              + " alias(?:es)?(?:[^:—]{0,80}:|[,:]?)\\s*|,?\\s+a\\.k\\.a\\s*[.,:]+\\s*");
  private static final Pattern NEXT_ALIAS =
      Pattern.compile("\\s*[;,]?\\s*(?:and\\s*)?—\\s*|\\s*;\\s*(?:and\\s+)?-?\\s*");
  private static final Pattern NEXT_ADDRESS = Pattern.compile("\\s*;\\s*(?:and\\s+)?(?:—\\s*)?");
  private static final Pattern ADDRESS =
      Pattern.compile(
          ",? (?=(?:No\\. ?|Unit |Room |Floor |Building |Suite |Box #?)?\\d+(?:-\\d+)?,?"
              + " (?:\\p{Lu}|$)|\\d+/F\\b)");
  private static final Pattern SUFFIX =
      Pattern.compile(
          "\\s*(?:Ltd|Limited|Inc|Incorporated|LLC|L\\.L\\.C|LLP|Co|Corp|Corporation|Company|OOO|OAO"
              + "|ZAO|PAO|AO|JSC|PJSC|S\\.A|SA|SARL|GmbH|AG|KG|BV|B\\.V|NV|N\\.V|FZE|FZC|FZCO|FZ-LLC|FZ"
              + " LLC|L\\.L\\.C|Pvt|Pte|PTE|PLC|Sdn|Bhd|SRL|S\\.R\\.L|S\\.p\\.A|A\\.S|AS|OY|Oy|LTD|INC"
              + "|Jr|Sr)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> NUMBERS =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  /** Reads a cell. */
  public static EntityCell of(String text) {
    Matcher intro = ALIASES.matcher(text);
    if (!intro.find()) {
      int end = endOfName(text, true);
      return new EntityCell(text.substring(0, end).strip(), List.of(), addresses(text, end));
    }
    List<String> aliases = new ArrayList<>();
    int end = aliases(text, intro.end(), count(intro.group("count")), aliases);
    return new EntityCell(
        text.substring(0, intro.start()).strip(),
        aliases.stream().filter(alias -> !alias.isEmpty()).toList(),
        addresses(text, end));
  }

  private static int count(@Nullable String word) {
    if (word == null) {
      return 1;
    }
    if (word.matches("\\d{1,3}")) {
      return Integer.parseInt(word);
    }
    int at = NUMBERS.indexOf(word.toLowerCase(Locale.ROOT));
    return at < 0 ? Integer.MAX_VALUE : at + 1;
  }

  /** Takes in the aliases from a place on; the place behind them. */
  private static int aliases(String text, int from, int count, List<String> aliases) {
    Matcher next = NEXT_ALIAS.matcher(text).region(from, text.length());
    int start = next.lookingAt() ? next.end() : from;
    boolean listed = start > from || count > 1;
    while (aliases.size() < count && start < text.length()) {
      boolean more = listed && next.find(start) && aliases.size() + 1 < count;
      if (!more) {
        String last = text.substring(start);
        int end = start + (listed ? endOfLast(last) : endOfName(last, true));
        aliases.add(text.substring(start, end).strip());
        return end;
      }
      aliases.add(text.substring(start, next.start()).strip());
      start = next.end();
    }
    return start;
  }

  /**
   * Where the last alias of a list ends: at its full stop; where that was left out, before what
   * begins an address, or at the first comma.
   */
  private static int endOfLast(String text) {
    int end = endOfName(text, false);
    if (end < text.length() - 1) {
      return end;
    }
    Matcher address = ADDRESS.matcher(text);
    return address.find() ? address.start() : endOfName(text, true);
  }

  private static List<String> addresses(String text, int from) {
    String rest = text.substring(Math.min(from, text.length())).replaceFirst("^[\\s.,;]+", "");
    return Arrays.stream(NEXT_ADDRESS.split(rest, -1))
        .map(address -> address.strip().replaceFirst("\\.$", ""))
        .filter(address -> !address.isEmpty())
        .toList();
  }

  /** What stands before the address: up to a comma or full stop that belongs to no name. */
  private static int endOfName(String text, boolean commaEnds) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean spaceBehind = at + 1 < text.length() && text.charAt(at + 1) == ' ';
      if (c == ','
          && commaEnds
          && !SUFFIX.matcher(text).region(at + 1, text.length()).lookingAt()) {
        return at;
      }
      if (c == '.' && spaceBehind && endsName(text, at)) {
        return wordBefore(text, at).length() > 4 || !isSuffix(wordBefore(text, at)) ? at : at + 1;
      }
    }
    return text.endsWith(".") && !isSuffix(wordBefore(text, text.length() - 1))
        ? text.length() - 1
        : text.length();
  }

  private static boolean isSuffix(String word) {
    return SUFFIX.matcher(word).matches();
  }

  /** Whether a full stop ends the name: not behind an initial, {@code Co.} before Ltd., or No. */
  private static boolean endsName(String text, int stop) {
    String word = wordBefore(text, stop);
    boolean initial = word.length() == 1 || word.matches("(?:[A-Z][a-z]?\\.)+[A-Z][a-z]?|St|Dr|Mr");
    boolean suffixBehind = SUFFIX.matcher(text).region(stop + 2, text.length()).lookingAt();
    boolean number = word.equals("No") && Character.isDigit(text.charAt(stop + 2));
    return !initial && !number && !suffixBehind;
  }

  private static String wordBefore(String text, int end) {
    int start = end;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }
}
