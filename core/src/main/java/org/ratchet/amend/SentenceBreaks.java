package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.Amendment.Sentences;

/** Where the sentences of a text begin and end. */
final class SentenceBreaks {

  /** A stretch of a text, by its characters. */
  record Range(int from, int to) {}

  private static final Pattern BREAK =
      Pattern.compile("[.?!][”\"’')\\]]*(?=\\s+[“\"‘'(\\[]*[A-Z§\\d])");

  /** Words before a point that end no sentence. */
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:\\b(?:Nos?|Sec|Secs|Pub|Stat|Fed|Reg|Inc|Co|Corp|Ltd|St|Dr|Mr|Mrs|Ms|Supp|Art|Para|Fig|cf|seq|vs?"
              + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\\b[A-Z]|e\\.g|i\\.e|U\\.S\\.C?|P\\.O|D\\.C)$",
          Pattern.CASE_INSENSITIVE);

  private SentenceBreaks() {}

  static List<Range> of(String text) {
    List<Range> sentences = new ArrayList<>();
    int from = start(text, 0);
    Matcher matcher = BREAK.matcher(text);
    while (matcher.find()) {
      if (!ABBREVIATION.matcher(text.substring(from, matcher.start())).find()) {
        sentences.add(new Range(from, matcher.end()));
        from = start(text, matcher.end());
      }
    }
    if (from < text.length()) {
      sentences.add(new Range(from, text.stripTrailing().length()));
    }
    return sentences;
  }

  private static int start(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * The sentences that are named.
   *
   * @throws Refusal if the text has no such sentence
   */
  static List<Range> named(List<Range> all, Sentences sentences) throws Refusal {
    List<Range> named = new ArrayList<>();
    for (int ordinal : sentences.ordinals()) {
      int at = ordinal == Sentences.LAST ? all.size() : ordinal;
      if (at < 1 || at > all.size()) {
        throw new Refusal(
            "there is no "
                + AmendmentWords.ordinal(ordinal)
                + " sentence; the text has "
                + all.size());
      }
      named.add(all.get(at - 1));
    }
    return named;
  }
}
