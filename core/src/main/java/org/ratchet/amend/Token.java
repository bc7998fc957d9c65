package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or phrase of an instruction.
 *
 * @param kind what it is
 * @param value its label or number, or the word itself
 */
record Token(Kind kind, String value) {

  enum Kind {
    VERB,
    PASSIVE,
    SECTION,
    SECTION_WORD,
    PART,
    SUPPLEMENT,
    APPENDIX,
    SUBPART,
    ECCN,
    PARAGRAPH_WORD,
    CHAIN,
    ITEM,
    THROUGH,
    NOTE,
    DEFINITION_WORD,
    QUOTE,
    INTRO,
    SECTION_HEADING,
    HEADING_WORD,
    AUTHORITY,
    ENTRY_WORD,
    COUNTRY,
    ORDER,
    ROLE,
    GROUP,
    POSITION,
    PREPOSITION,
    AS,
    IN_PLACE,
    WORDS,
    REFERENCES,
    TO_READ,
    CONTINUES,
    RESERVED,
    EVERYWHERE,
    TWICE,
    FILLER,
    UNKNOWN
  }

  private record Rule(Kind kind, Pattern pattern) {}

  private static final String DO =
      "revis(?:e|es|ing) and republish(?:es|ing)?|revis(?:e|es|ing)|add(?:s|ing)? and reserv(?:e|ing)"
          + "|add(?:s|ing)?|remov(?:e|es|ing) and reserv(?:e|es|ing)|(?:remov|delet)(?:e|es|ing)"
          + "|reserv(?:e|es|ing)|redesignat(?:e|es|ing)|republish(?:es|ing)?|amend(?:s|ing)?"
          + "|correct(?:s|ing)?|suspend(?:s|ing)?|stay(?:s|ing)?|transfer(?:s|ring)?|insert(?:s|ing)?"
          + "|withdraw(?:s|ing)?|lift(?:s|ing)?|renumber(?:s|ing)?|designat(?:e|es|ing)|mov(?:e|es|ing)";
  private static final String DONE =
      "revised and republished|revised|added and reserved|added|removed and reserved|removed|deleted"
          + "|reserved|redesignated|republished|amended|corrected|suspended|stayed|transferred|inserted"
          + "|withdrawn|lifted|renumbered|designated|moved";
  private static final String ROLES =
      "items|license requirements|list of items controlled|related controls|related definitions"
          + "|reasons? for control|(?:list[- ]based )?license exceptions?|special conditions for sta"
          + "|reporting requirements";

  /** In this order: the first that fits takes the words. */
  private static final List<Rule> RULES =
      List.of(
          rule(Kind.QUOTE, "«(\\d+)»"),
          exact(
              Kind.COUNTRY,
              "(?:Under|under|For|for|In|in) (?!ECCN|EAR|CCL|CFR|U\\.S)([A-Z][A-Z'.]+(?:[ ,]+(?:[A-Z][A-Z'.]+|AND|OF|THE|\\([A-Z ]+\\)))*)(?=[,:]|\\s|$)"),
          rule(Kind.CONTINUES, "continues? to read(?: as follows| as set forth below)?()"),
          rule(
              Kind.PASSIVE, "(?:is|are|was|were)(?: hereby| further| also| being)* (" + DONE + ")"),
          exact(Kind.ITEM, "(\\.?[a-z](?:\\.(?:\\d{1,2}|[a-z]))*)(?=[,;.:\\s]|$)"),
          rule(
              Kind.FILLER,
              "(?:to read )?(?:as follows|as set forth(?: below)?|to read as follows|as shown below)()"),
          rule(Kind.TO_READ, "to read()(?= «| the words? «|:)"),
          rule(
              Kind.FILLER,
              "newly[- ](?:re)?designated()|newly added()|further()|each of()|the following()"),
          rule(
              Kind.FILLER,
              "in (?:correct )?(?:alphabetical|alphabetic|numerical|numeric|alphanumeric|alphanumerical) order(?: by \\w+)?()|alphabetically()|numerically()|respectively()"),
          rule(
              Kind.IN_PLACE,
              "(?:in|to) (?:its|their|the) places?(?: thereof)?()|in lieu thereof()"),
          rule(
              Kind.EVERYWHERE,
              "(?:wherever|everywhere|each (?:place|time|instance)(?: in which| where| that)?|in each (?:place|instance)(?: in which| where)?)(?: (?:it|they|the \\w+|those words))?(?: appears?| occurs?)?()"),
          rule(Kind.TWICE, "(?:in )?(?:both|two) places()|twice()"),
          rule(
              Kind.POSITION,
              "(?:immediately |directly )?(?:before|after|following|preceding|between)()(?= )"),
          rule(Kind.FILLER, "at the (?:end|beginning) of()"),
          rule(Kind.RESERVED, "reserved()"),
          rule(Kind.VERB, "(" + DO + ")(?![\\w-])"),
          rule(Kind.AUTHORITY, "authority citations?()"),
          rule(Kind.INTRO, "introductory (?:text|paragraph)s?()"),
          rule(Kind.SECTION_HEADING, "section headings?()|the (?:section|heading) title()"),
          rule(Kind.HEADING_WORD, "(?:subject |paragraph |subject)?(?:headings?)()"),
          rule(
              Kind.SUPPLEMENT,
              "supp(?:lement)?s?\\.? no(?:s)?\\.? ?(\\d+(?:(?:, | and |, and | through )\\d+)*(?: to (?:15 CFR )?part \\d+[a-z]?)?)"),
          rule(
              Kind.APPENDIX,
              "(?:appendix|supplement) ([A-Z]{1,2}|[IVX]+) to (?:part|subpart [A-Z]+ of part) (\\d+[a-z]?)"),
          rule(Kind.ORDER, "(General Order No\\. \\d+)"),
          rule(Kind.SUBPART, "subparts? ([A-Z]{1,3})(?: (?:of|to) part \\d+)?"),
          rule(
              Kind.GROUP,
              "Category \\d()|Product Group [A-E]()|Commerce Control List()|(?:the )?CCL()"),
          rule(Kind.PART, "(?:(?:15|\\d+) CFR )?parts? (\\d+[a-z]?)(?![.\\d])"),
          rule(
              Kind.SECTION,
              "(?:§ |sections? )?(\\d+[a-z]?\\.[A-Z]?\\d+[a-z]?(?:-\\d+[a-z]?)*)((?:\\(\\w{1,5}\\))*)"),
          rule(Kind.SECTION_WORD, "§()|sections?()(?= \\d)"),
          rule(
              Kind.ECCN,
              "(?:Export Control Classification Numbers? )?\\(?(?:ECCNs?\\)? )?(\\d[A-E]\\d{3}(?:\\.[a-z0-9]{1,3})*)"),
          rule(
              Kind.FILLER,
              "Export Control Classification Numbers? \\(ECCNs?\\)()|ECCNs?()(?= \\d)"),
          rule(
              Kind.NOTE,
              "((?:technical )?notes? \\d+(?:(?:, | and |, and | through )\\d+)*|(?:technical )?notes?|N\\.B\\.|nota bene)"),
          rule(Kind.ROLE, "(" + ROLES + ")(?: (?:paragraph|section|table))?"),
          rule(Kind.THROUGH, "through()|[-–—]()(?=\\()"),
          rule(Kind.CHAIN, "((?:\\(\\w{1,5}\\))+)"),
          rule(Kind.PARAGRAPH_WORD, "(?:sub)?paragraphs?()"),
          rule(Kind.DEFINITION_WORD, "definitions?()|defined terms?()"),
          rule(Kind.ENTRY_WORD, "entr(?:y|ies)()"),
          rule(Kind.REFERENCES, "(?:all |any )?references?()"),
          rule(
              Kind.WORDS,
              "(?:words?|phrases?|terms?|citations?|captions?|numbers?|figures?|dates?|text|cross-references?)()"),
          rule(Kind.AS, "as()"),
          rule(Kind.PREPOSITION, "(in|of|to|for|from|under|at|within)"),
          rule(
              Kind.FILLER,
              "(?:the|a|an|and|by|new|both|follows?|each|its|or|that|(?:the )?ear)()(?![\\w-])"),
          rule(Kind.FILLER, "[,;:.()—–-]()"),
          rule(Kind.UNKNOWN, "([^\\s,;:.]+)"));

  private static Rule rule(Kind kind, String pattern) {
    String bounded = "\\s*(?:" + pattern + ")";
    boolean word = Character.isLetter(pattern.charAt(pattern.length() - 1));
    return new Rule(kind, Pattern.compile(bounded + (word ? "\\b" : ""), Pattern.CASE_INSENSITIVE));
  }

  private static Rule exact(Kind kind, String pattern) {
    return new Rule(kind, Pattern.compile("\\s*(?:" + pattern + ")"));
  }

  /** The words of an instruction in order. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = next(text, at, tokens);
      if (end == at) {
        break;
      }
      at = end;
    }
    return tokens;
  }

  private static int next(String text, int at, List<Token> tokens) {
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(text).useTransparentBounds(true);
      matcher.region(at, text.length());
      if (matcher.lookingAt() && matcher.end() > at && wordEnds(text, matcher, rule.kind())) {
        if (rule.kind() == Kind.ITEM && !itemMayStand(tokens)) {
          continue;
        }
        tokens.add(new Token(rule.kind(), value(matcher)));
        return matcher.end();
      }
    }
    return at;
  }

  /** A phrase that ends in a letter must end where the word ends. */
  private static boolean wordEnds(String text, Matcher matcher, Kind kind) {
    int end = matcher.end();
    return kind == Kind.UNKNOWN
        || end >= text.length()
        || !Character.isLetterOrDigit(text.charAt(end))
        || !Character.isLetterOrDigit(text.charAt(end - 1));
  }

  /** A single letter names an item only in a list that the word paragraph opens. */
  private static boolean itemMayStand(List<Token> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      switch (tokens.get(i).kind()) {
        case PARAGRAPH_WORD, ITEM -> {
          return true;
        }
        case FILLER, THROUGH -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static String value(Matcher matcher) {
    StringBuilder out = new StringBuilder();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String part = matcher.group(group);
      if (part != null && !part.isEmpty()) {
        out.append(out.length() == 0 ? "" : "|").append(part);
      }
    }
    return out.length() == 0 ? matcher.group().strip() : out.toString();
  }

  boolean is(Kind other) {
    return kind == other;
  }

  String lower() {
    return value.toLowerCase(Locale.ROOT);
  }
}
