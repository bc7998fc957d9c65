package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    SECTION_TITLE,
    PART,
    SUPPLEMENT,
    APPENDIX,
    SUBPART,
    CHAPTER,
    ECCN,
    PARAGRAPH_WORD,
    CHAIN,
    ITEM,
    NUMBERED,
    COMMENT,
    FORM,
    FORM_LABEL,
    FOLLOWING,
    THROUGH,
    NOTE,
    FOOTNOTE,
    TABLE,
    DEFINITION_WORD,
    TERM,
    LABEL,
    DIRECTIVE,
    QUOTE,
    PUNCTUATION,
    INTRO,
    SECTION_HEADING,
    HEADING_WORD,
    AUTHORITY,
    ENTRY_WORD,
    COUNTRY,
    ORDER,
    ROLE,
    EXCEPTION,
    GROUP,
    SENTENCE,
    ORDINAL,
    COUNT,
    END,
    BEGINNING,
    BEFORE,
    AFTER,
    BETWEEN,
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
    IT,
    FORCE,
    UNTIL,
    PAGE,
    INSTRUCTION,
    FILLER,
    UNKNOWN
  }

  private record Rule(Kind kind, Pattern pattern) {

    /** Whether it fits one character, or might if more came. */
    boolean mayBeginWith(char first) {
      Matcher matcher = pattern.matcher(String.valueOf(first));
      return matcher.lookingAt() || matcher.hitEnd();
    }
  }

  private static final Map<Character, List<Rule>> BY_FIRST = new ConcurrentHashMap<>();

  private static final String DO =
      "revis(?:e|es|ing) and republish(?:es|ing)?|revis(?:e|es|ing)|add(?:s|ing)? and reserv(?:e|ing)"
          + "|add(?:s|ing)?|remov(?:e|es|ing) and reserv(?:e|es|ing)|(?:remov|delet)(?:e|es|ing)"
          + "|reserv(?:e|es|ing)|redesignat(?:e|es|ing)|republish(?:es|ing)?|amend(?:s|ing)?"
          + "|correct(?:s|ing)?|suspend(?:s|ing)?|stay(?:s|ing)?|transfer(?:s|ring)?|insert(?:s|ing)?"
          + "|withdraw(?:s|ing)?|lift(?:s|ing)?|delay(?:s|ing)?|renumber(?:s|ing)?|designat(?:e|es|ing)"
          + "|mov(?:e|es|ing)|chang(?:e|es|ing)|\\[insert-in-order\\]";
  private static final String DONE =
      "revised and republished|revised|added and reserved|added|removed and reserved|removed|deleted"
          + "|reserved|redesignated|republished|amended|corrected|suspended|stayed|transferred|inserted"
          + "|withdrawn|lifted|delayed|renumbered|designated|moved|changed";
  private static final String ORDINALS =
      "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final";
  private static final String DATE = "[A-Z][a-z]+\\.? \\d{1,2}[,.] \\d{4}";

  /** The hour of a day: {@code 8 a.m. Eastern Time on}, {@code 11:59 p.m. ET,}. */
  private static final String HOUR =
      "(?:\\d{1,2}(?::\\d{2})? [ap]\\.m\\.|noon|midnight),?(?: [A-Z][a-z]+){0,3}(?: [A-Z]{2,4})?,? (?:on )?";

  /** Words of a title or a name: what begins with a capital and is no verb. */
  private static final String NAME =
      "(?!(?:Revis|Add|Remov|Amend|Redesignat|Reserv|Delet|Republish)[a-z]*\\b)[A-Z][\\w'-]*";

  private static final String ROLES =
      "items|license requirements|list of items controlled|related controls|related definitions"
          + "|reasons? for control|(?:list[- ]based )?license exceptions?|special conditions for sta"
          + "|reporting requirements";

  /** In this order: the first that fits takes the words. */
  private static final List<Rule> RULES =
      List.of(
          exact(
              Kind.TABLE,
              "(?:the )?«\\d+»(?: and (?:the )?«\\d+»)* tables?|(?:the )?(?:Country Group [A-E](?: tables?)?|Commerce Country [Cc]hart)"
                  + "|(?:the |this )?[Tt]ables? \\d+(?:\\.\\d+)?(?: (?:to|in|of) paragraph (?:\\(\\w{1,5}\\))+)?"
                  + "|(?:the|this) table(?: (?:to|in|of) paragraph (?:\\(\\w{1,5}\\))+)?"),
          exact(Kind.QUOTE, "«(\\d+)»"),
          exact(Kind.LABEL, "\\[label:([^\\]]+)\\]"),
          exact(
              Kind.PAGE,
              "[Oo]n (page \\d+(?:, in the (?:first|second|third|\\w+) column)?(?:,? (?:in )?(?:the )?(?:\\w+ )?(?:lines?|paragraphs?)(?: \\d+(?: (?:and|through) \\d+)?)?(?: from the (?:top|bottom)(?: of the (?:page|column))?)?)*),?"),
          exact(
              Kind.FILLER,
              "Under the authority[^,(]*(?:\\([^)]*\\))?,?()|For the reasons (?:set forth|stated|set out|discussed)[^,]*,()"
                  + "|(?:in )?[Tt]itle \\d+,?(?: of the)? (?:Code of Federal Regulations|CFR)()|(?:and )?[ivx]{1,5}\\.()(?= [A-Z])"),
          exact(
              Kind.EXCEPTION,
              "(?:License Exceptions? )?([A-Z]{3}(?:/[A-Z]{3})*)(?: lines?\\b|(?=(?:(?:, | and |, and )[A-Z]{3}(?:/[A-Z]{3})*)* (?:paragraph|line)s?\\b))"),
          exact(
              Kind.COUNTRY,
              "(?:Under|under|For|for|In|in) (?!ECCN|EAR|CCL|CFR|U\\.S)([A-Z][A-Z'.]+(?:[ ,]+(?:[A-Z][A-Z'.]+|AND|OF|THE|\\([A-Z ]+\\)))*)(?=[,:]|\\s|$)"),
          exact(
              Kind.COUNTRY,
              "Under (?:the )?(?!Sections?\\b|Category|Appendix|Supplement|Subpart|Part\\b|Comments?\\b|Product)("
                  + NAME
                  + "(?:,? (?:"
                  + NAME
                  + "|of|the|and))*)(?=,? (?:by )?(?:adding|removing|revising))"),
          rule(Kind.CONTINUES, "continues? to read(?: as follows| as set forth below)?()"),
          rule(
              Kind.PASSIVE, "(?:is|are|was|were)(?: hereby| further| also| being)* (" + DONE + ")"),
          exact(Kind.ITEM, "(\\.?[a-z](?:\\.(?:\\d{1,2}|[a-z]))*)(?=[,;.:\\s]|$)"),
          exact(
              Kind.NUMBERED,
              "(\\d{1,3}(?:\\.(?:[ivxl]+|[A-Z])(?:\\.\\d{1,2})?)?)\\.?(?=is\\b|[,;:\\s]|$)"),
          rule(
              Kind.FILLER,
              "(?:to read )?(?:as follows|as set forth(?: below)?|to read as follows|as shown below)()"),
          rule(Kind.TO_READ, "to read()(?=:?,? «| the (?:words?|phrase) «|:)"),
          exact(
              Kind.UNTIL,
              "(?:until|through|to) (?:" + HOUR + ")?(" + DATE + "|further notice)|(indefinitely)"),
          exact(Kind.UNTIL, "[Ee]ffective (" + DATE + ")"),
          rule(
              Kind.FORCE,
              "the (?:stay|suspension|(?:effective|effectiveness|effective date)(?: date)?)(?: of| on)?(?: the)?(?: amendments? (?:of|to))?()|the amendments? (?:of|to)()"),
          rule(
              Kind.FILLER,
              "newly[- ](?:re)?designated()|newly added()|further()|each of()|the following()(?! new airworthiness)"),
          rule(
              Kind.FILLER,
              "in (?:correct )?(?:alphabetical|alphabetic|numerical|numeric|alphanumeric|alphanumerical) order(?: by \\w+)?()|alphabetically()|numerically()|respectively()|nomenclature changes?()"),
          rule(
              Kind.IN_PLACE,
              "(?:in|to) (?:its|their|the) places?(?: thereof)?()|in lieu thereof()"),
          rule(
              Kind.EVERYWHERE,
              "(?:wherever|everywhere|each (?:place|time|instance)(?: in which| where| that)?|in each (?:place|instance)(?: in which| where)?)(?: (?:it|they|the \\w+|those words))?(?: appears?| occurs?)?()|in all places()"),
          rule(
              Kind.TWICE,
              "(?:in )?(?:(?:both|two) places|both instances)(?: (?:where |in which )?(?:it|they) appears?)?()|twice()"),
          rule(
              Kind.FOLLOWING,
              "(?:the )?(?:undesignated|flush) (?:paragraphs?|text) (?:immediately )?following(?: paragraphs?)?()"),
          rule(Kind.BETWEEN, "between()(?= )"),
          rule(Kind.BEFORE, "(?:from )?(?:immediately |directly )?(?:before|preceding)()(?= )"),
          rule(
              Kind.AFTER,
              "(?:from )?(?:immediately |directly )?(?:after|following|that follows?)()(?= )"),
          rule(Kind.END, "(?:at|to) the ends?(?: of)?()"),
          rule(Kind.BEGINNING, "(?:at|to) the beginnings?(?: of)?()"),
          rule(Kind.SENTENCE, "sentences?()"),
          rule(Kind.ORDINAL, "(?:the )?(" + ORDINALS + ")()(?!\\w)"),
          rule(
              Kind.COUNT,
              "(?:the )?(one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3})(?= (?:new )?(?:sentences?|entr(?:y|ies)))"),
          rule(Kind.RESERVED, "reserved()"),
          exact(Kind.VERB, "(?i:(" + DO + "))(?![\\w-])"),
          rule(Kind.AUTHORITY, "authority citations?()"),
          rule(Kind.INTRO, "introductory (?:text|paragraph)s?()"),
          rule(Kind.SECTION_HEADING, "section headings?()|the (?:section|heading) title()"),
          rule(Kind.HEADING_WORD, "(?:subject |paragraph |subject)?(?:headings?)()"),
          rule(
              Kind.SUPPLEMENT,
              "supp(?:lement)?s?\\.? no(?:s)?\\.? ?(\\d+(?:(?:, | and |, and | through )\\d+)*(?: to (?:15 CFR )?part \\d+[a-z]?)?)"),
          rule(
              Kind.APPENDIX,
              "((?:appendix|supplement) (?:[A-Z]{1,2}|[IVX]+) to (?:part|subpart [A-Z]+ of part) \\d+[a-z]?)(?:\\s*[—–-]\\s*[A-Z][\\w ]*)?"),
          rule(Kind.ORDER, "(General Order No\\. \\d+)|sub-?heading (appendix [A-Z]{1,2})"),
          rule(Kind.SUBPART, "subparts? ([A-Z]{1,3})(?: (?:of|to) part (\\d+[a-z]?))?"),
          exact(Kind.CHAPTER, "([Cc]hapter [IVXL]+)"),
          rule(
              Kind.GROUP,
              "(Category \\d)|(Product Group [A-E])|Commerce Control List()|(?:the )?CCL()"),
          rule(Kind.PART, "(?:(?:15|\\d+) CFR )?parts? (\\d+[a-z]?)(?![.\\d])"),
          rule(Kind.COMMENT, "comments? ?(\\d+[a-z]?(?:\\(\\w{1,5}\\))+(?:-\\d+(?:\\.[ivxl]+)*)?)"),
          exact(Kind.COMMENT, "(\\d+[a-z]?\\([a-z]\\)(?:\\(\\w{1,5}\\))*)(?: " + NAME + ")+(?=,)"),
          rule(
              Kind.SECTION,
              "(?:§ |sections? )?(\\d+[a-z]?\\.[A-Z]?\\d+[a-z]?(?:[-‐‑–]\\d++[a-z]?+(?!\\.\\d))*)((?:\\(\\w{1,5}\\))*)"),
          exact(
              Kind.SECTION_TITLE,
              "(?:[—–-]\\s*[A-Z][^,:;«]*(?=[,:;]|$)|"
                  + NAME
                  + "(?: (?:"
                  + NAME
                  + "|for|of|and|the))*(?=:|$))"),
          rule(Kind.SECTION_WORD, "§()|sections?()(?= \\d)"),
          rule(
              Kind.ECCN,
              "(?:Export Control Classification Numbers? )?\\(?(?:ECCNs?\\)? )?(\\d[A-E]\\d{3}(?:\\.[a-z0-9]{1,3})*)"),
          rule(
              Kind.FILLER,
              "Export Control Classification Numbers? \\(ECCNs?\\)()|ECCNs?()(?= \\d)"),
          rule(Kind.FOOTNOTE, "footnotes? (\\d+)(?: (?:to|of|in) the table)?"),
          rule(
              Kind.NOTE,
              "((?:technical )?notes? \\d+(?:(?:, | and |, and | through )\\d+)*|(?:technical )?notes?|N\\.B\\.|nota bene)"),
          rule(Kind.ROLE, "(" + ROLES + ")(?: (?:paragraph|section|table))?"),
          rule(Kind.THROUGH, "through()|[-–—]()(?=\\()"),
          rule(Kind.CHAIN, "((?:\\(\\w{1,5}\\))+)"),
          rule(Kind.FORM, "(?:model )?(form|clause|title|sample)s?(?= [A-Z]{1,2}-\\d)"),
          exact(Kind.FORM_LABEL, "([A-Z]{1,2}-\\d+(?:\\([a-z]\\))*)"),
          exact(
              Kind.INSTRUCTION,
              "(?:amendatory )?[Ii]nstruction (?:no\\. |number )?(\\d+(?:\\.\\w+)*)\\.?"),
          rule(Kind.PARAGRAPH_WORD, "(?:sub)?paragraphs?()"),
          exact(
              Kind.TERM,
              "(?:[Dd]efinitions?|[Dd]efined terms?) (?:of|for) (?:the )?([A-Za-z][\\w ()-]*?)(?=[,;:.]?$|[,;:.] |(?: (?:and|by|to|in|as)\\b))"),
          rule(Kind.DEFINITION_WORD, "definitions?()|defined terms?()"),
          rule(Kind.DIRECTIVE, "(?:the following )?(?:new )?(airworthiness directives?)"),
          rule(Kind.ENTRY_WORD, "(?:country )?(?:entr(?:y|ies)|listings?)()"),
          rule(Kind.REFERENCES, "(?:all |any )?references?()"),
          rule(
              Kind.WORDS,
              "(?:words?|phrases?|terms?|citations?|captions?|acronyms?|abbreviations?|numbers?|figures?|dates?|text|cross-references?)()"
                  + "|names?()(?= «)|(alias|address)(?:es)?(?= «)"),
          rule(Kind.PUNCTUATION, "(semicolon|period|comma|colon|hyphen)s?"),
          rule(Kind.IT, "(?:it|them)()"),
          rule(Kind.AS, "as()"),
          rule(Kind.PREPOSITION, "(in|of|to|for|from|under|at|within|with)"),
          rule(Kind.FILLER, "Sub-?heading()|(?:the |this )section()(?! \\d| heading| title)"),
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
    for (Rule rule : rules(text, at)) {
      Kind kind = rule.kind();
      Matcher matcher = rule.pattern().matcher(text).useTransparentBounds(true);
      matcher.region(at, text.length());
      if (matcher.lookingAt() && matcher.end() > at && wordEnds(text, matcher, kind)) {
        if (!mayStand(kind, tokens)) {
          continue;
        }
        tokens.add(new Token(kind, value(matcher)));
        return matcher.end();
      }
    }
    return at;
  }

  /** The rules that may fit here, by the character that comes next: most begin with another. */
  private static List<Rule> rules(String text, int at) {
    int first = at;
    while (first < text.length() - 1 && text.charAt(first) <= ' ') {
      first++;
    }
    return BY_FIRST.computeIfAbsent(
        text.charAt(first), c -> RULES.stream().filter(rule -> rule.mayBeginWith(c)).toList());
  }

  /** A phrase that ends in a letter must end where the word ends. */
  private static boolean wordEnds(String text, Matcher matcher, Kind kind) {
    int end = matcher.end();
    return kind == Kind.UNKNOWN
        || end >= text.length()
        || !Character.isLetterOrDigit(text.charAt(end))
        || !Character.isLetterOrDigit(text.charAt(end - 1));
  }

  /**
   * A single letter or number names an item only in a list that the word paragraph opens, and a
   * title stands behind a section.
   */
  private static boolean mayStand(Kind kind, List<Token> tokens) {
    return switch (kind) {
      case ITEM -> listOf(tokens, Kind.PARAGRAPH_WORD, Kind.ITEM);
      case NUMBERED -> listOf(tokens, Kind.PARAGRAPH_WORD, Kind.NUMBERED);
      case FORM_LABEL -> listOf(tokens, Kind.FORM, Kind.FORM_LABEL);
      case SECTION_TITLE -> !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(Kind.SECTION);
      default -> true;
    };
  }

  private static boolean listOf(List<Token> tokens, Kind opening, Kind element) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Kind kind = tokens.get(i).kind();
      if (kind == opening || kind == element) {
        return true;
      }
      if (kind != Kind.FILLER && kind != Kind.THROUGH) {
        return false;
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
