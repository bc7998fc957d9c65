package org.ratchet.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ratchet.clause.Step.Kind;

/** Reads citations, as {@link CitationFormat} writes them and as people do. */
final class CitationParser {

  private static final String ORDINAL = "(?:#(\\d{1,6}))?";
  private static final String PART_NUMBER = "(\\d{1,5}[a-z]?)";

  private static final Pattern TARGET =
      Pattern.compile("(?:Table (?<table>\\S+?)|(?<note>.+?))" + ORDINAL + " to (?<place>.+)");
  private static final Pattern PARAGRAPH_OF =
      Pattern.compile("(?i)paragraphs? (?<chain>(?:\\([^()]+\\)\\s?)+)\\s?(?:of|to) (?<place>.+)");
  private static final Pattern ECCN =
      Pattern.compile("(?i:ECCN )?(\\d[A-E]\\d{3})" + ORDINAL + "(?=[. ]|$)");
  private static final Pattern SUPPLEMENT =
      Pattern.compile(
          "(?i)supp(?:\\.|lement)? ?(?:no\\.? ?)?([A-Za-z0-9-]+)"
              + ORDINAL
              + " to (?:(\\d{1,3}) CFR )?part "
              + PART_NUMBER
              + "(?=[ (]|$)");
  private static final Pattern APPENDIX =
      Pattern.compile(
          "(?i)appendix ([A-Za-z0-9-]+)"
              + ORDINAL
              + " to (?:(\\d{1,3}) CFR )?part "
              + PART_NUMBER
              + "(?=[ (]|$)");
  private static final Pattern SECTION =
      Pattern.compile(
          "(?:(\\d{1,3}) C\\.?F\\.?R\\.? ?)?(?:(?:§§?|(?i:sections?|sec\\.)) ?)?"
              + "(\\d{1,5}[a-z]?\\.\\d+[a-z]{0,2}(?:-\\d*\\.?\\d+[a-z]{0,2})*)"
              + ORDINAL
              + "(?=[ (]|$)");
  private static final Pattern PART =
      Pattern.compile(
          "(?:(\\d{1,3}) C\\.?F\\.?R\\.? )?(?i:parts? )?" + PART_NUMBER + ORDINAL + "(?= |$)");
  private static final Pattern TITLE = Pattern.compile("(\\d{1,3}) C\\.?F\\.?R\\.?(?= |$)");
  private static final Pattern TAIL =
      Pattern.compile(
          "\\G ?(?:\\(\\s*(?<para>[^()#]+?)\\s*"
              + ORDINAL
              + "\\)|\\.(?<item>[A-Za-z0-9]+)"
              + ORDINAL
              + "|\"(?<term>(?:[^\"\\\\]|\\\\.)*)\""
              + ORDINAL
              + ")");
  private static final Pattern NAMED =
      Pattern.compile("(?<kind>[a-z-]+)? ?\"(?<label>(?:[^\"\\\\]|\\\\.)*)\"" + ORDINAL);
  private static final Pattern BRACKETS =
      Pattern.compile("\\(\\s*(?<label>[^()#]+?)\\s*" + ORDINAL + "\\)");
  private static final Pattern COUNTED =
      Pattern.compile("(?<kind>¶|ellipsis) (?<ordinal>\\d{1,6})");
  private static final Pattern WORD = Pattern.compile("(?<label>[^#\"]+?)" + ORDINAL);

  private final String whole;
  private final List<Step> steps = new ArrayList<>();

  private CitationParser(String whole) {
    this.whole = whole;
  }

  static Citation parse(String text) {
    CitationParser parser = new CitationParser(text);
    String source = normal(text);
    if (source.isEmpty()) {
      return Citation.ROOT;
    }
    List<String> segments = segments(source);
    if (!parser.named(segments.get(0), true)) {
      parser.base(segments.get(0));
    }
    for (int at = 1; at < segments.size(); at++) {
      parser.segment(segments.get(at));
    }
    return new Citation(parser.steps);
  }

  private static String normal(String text) {
    String spaced = text.replaceAll("[\\s\\u00A0\\u2000-\\u200A\\u202F]+", " ").strip();
    return spaced.indexOf('"') < 0 ? spaced.replaceAll("[“”]", "\"") : text.strip();
  }

  private IllegalArgumentException refuse() {
    return new IllegalArgumentException("not a citation: " + whole);
  }

  /** The text between commas, those in quotes and in the names of countries left alone. */
  private static List<String> segments(String source) {
    List<String> segments = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int at = 0; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == '\\' && quoted) {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && source.startsWith(", ", at)) {
        add(segments, source.substring(start, at));
        start = at + 2;
      }
    }
    add(segments, source.substring(start));
    return segments;
  }

  private static void add(List<String> segments, String segment) {
    int last = segments.size() - 1;
    if (last > 0 && isCountry(segments.get(last)) && isCountry(segment)) {
      segments.set(last, segments.get(last) + ", " + segment);
    } else {
      segments.add(segment);
    }
  }

  private static boolean isCountry(String segment) {
    Matcher word = WORD.matcher(segment);
    return word.matches() && CitationWords.isCountry(word.group("label"));
  }

  private void base(String text) {
    Matcher paragraph = PARAGRAPH_OF.matcher(text);
    if (paragraph.matches()) {
      base(paragraph.group("place"));
      tail(paragraph.group("chain"), 0);
      return;
    }
    if (anchored(text)) {
      return;
    }
    Matcher target = TARGET.matcher(text);
    if (!target.matches()) {
      throw refuse();
    }
    String table = target.group("table");
    String note = target.group("note");
    boolean isTable = table != null && CitationWords.TABLE.matcher(table).matches();
    if (!isTable && (note == null || !CitationWords.NOTE.matcher(note).matches())) {
      throw refuse();
    }
    base(target.group("place"));
    add(isTable ? Kind.TABLE : Kind.NOTE, isTable ? table : note, target.group(3));
  }

  private boolean anchored(String text) {
    Matcher matcher = ECCN.matcher(text);
    if (matcher.lookingAt()) {
      steps.addAll(Citation.eccn(matcher.group(1)).parent().steps());
      add(Kind.ECCN, matcher.group(1), matcher.group(2));
      tail(text, matcher.end());
      return true;
    }
    return supplement(SUPPLEMENT, Kind.SUPPLEMENT, text)
        || supplement(APPENDIX, Kind.APPENDIX, text)
        || section(text)
        || part(text);
  }

  private boolean supplement(Pattern pattern, Kind kind, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.lookingAt()) {
      return false;
    }
    add(Kind.TITLE, title(matcher.group(3)), null);
    add(Kind.PART, matcher.group(4), null);
    add(kind, matcher.group(1), matcher.group(2));
    tail(text, matcher.end());
    return true;
  }

  private boolean section(String text) {
    Matcher matcher = SECTION.matcher(text);
    if (!matcher.lookingAt()) {
      return false;
    }
    String number = matcher.group(2);
    add(Kind.TITLE, title(matcher.group(1)), null);
    add(Kind.PART, number.substring(0, number.indexOf('.')), null);
    add(Kind.SECTION, number, matcher.group(3));
    tail(text, matcher.end());
    return true;
  }

  private boolean part(String text) {
    Matcher matcher = PART.matcher(text);
    if (matcher.lookingAt() && (matcher.group(1) != null || !isDigit(text.charAt(0)))) {
      add(Kind.TITLE, title(matcher.group(1)), null);
      add(Kind.PART, matcher.group(2), matcher.group(3));
      tail(text, matcher.end());
      return true;
    }
    Matcher alone = TITLE.matcher(text);
    if (alone.lookingAt()) {
      add(Kind.TITLE, alone.group(1), null);
      tail(text, alone.end());
      return true;
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** People who write {@code 744.23} mean the Export Administration Regulations. */
  private static String title(@Nullable String printed) {
    return printed == null ? CitationWords.EAR_TITLE : printed;
  }

  private void tail(String text, int from) {
    Matcher matcher = TAIL.matcher(text);
    int at = from;
    while (at < text.length() && matcher.find(at)) {
      if (matcher.group("para") != null) {
        add(Kind.PARAGRAPH, matcher.group("para"), matcher.group(2));
      } else if (matcher.group("item") != null) {
        add(Kind.PARAGRAPH, matcher.group("item"), matcher.group(4));
      } else {
        add(Kind.DEFINITION, unescaped(matcher.group("term")), matcher.group(6));
      }
      at = matcher.end();
    }
    if (at < text.stripTrailing().length()) {
      throw refuse();
    }
  }

  private void segment(String text) {
    if (named(text, false) || counted(text)) {
      return;
    }
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.lookingAt()) {
      add(Kind.PARAGRAPH, brackets.group("label"), brackets.group(2));
      tail(text, brackets.end());
      return;
    }
    word(text);
  }

  private void word(String text) {
    int definition = text.indexOf(" \"");
    Matcher word = WORD.matcher(definition < 0 ? text : text.substring(0, definition));
    if (!word.matches()) {
      throw refuse();
    }
    String label = word.group("label");
    Optional<EccnPart.Role> role = EccnPart.Role.named(label);
    if (label.equals("authority")) {
      add(Kind.AUTHORITY, "", word.group(2));
    } else if (lastIs(Kind.ECCN) && (role.isPresent() || CitationWords.isEntryPart(label))) {
      add(Kind.ECCN_PART, role.map(EccnPart.Role::label).orElse(label), word.group(2));
    } else if (label.startsWith("table ")) {
      add(Kind.TABLE, label.substring("table ".length()), word.group(2));
    } else if (CitationWords.NOTE.matcher(label).matches()) {
      add(Kind.NOTE, label, word.group(2));
    } else if (lastIs(Kind.ECCN_PART)) {
      add(Kind.PARAGRAPH, label, word.group(2));
    } else if (lastIs(Kind.SUPPLEMENT) && isCountry(label)) {
      add(Kind.COUNTRY, label, word.group(2));
    } else {
      throw refuse();
    }
    if (definition >= 0) {
      tail(text, definition);
    }
  }

  private boolean lastIs(Kind kind) {
    return !steps.isEmpty() && steps.get(steps.size() - 1).kind() == kind;
  }

  /** {@code row "…"}: a kind by name, or an entity by its name alone. */
  private boolean named(String text, boolean start) {
    Matcher named = NAMED.matcher(text);
    if (!named.lookingAt()) {
      return false;
    }
    String word = named.group("kind");
    Optional<Kind> kind =
        word == null ? Optional.of(Kind.ENTITY).filter(k -> !start) : CitationWords.kind(word);
    if (kind.isEmpty()) {
      throw refuse();
    }
    add(kind.get(), unescaped(named.group("label")), named.group(3));
    tail(text, named.end());
    return true;
  }

  private boolean counted(String text) {
    Matcher counted = COUNTED.matcher(text);
    if (!counted.lookingAt()) {
      return false;
    }
    Kind kind = counted.group("kind").equals("¶") ? Kind.UNLABELLED : Kind.ELLIPSIS;
    steps.add(new Step(kind, "", Integer.parseInt(counted.group("ordinal"))));
    tail(text, counted.end());
    return true;
  }

  private static String unescaped(String label) {
    return label.replaceAll("\\\\(.)", "$1");
  }

  private void add(Kind kind, String label, @Nullable String ordinal) {
    steps.add(new Step(kind, label, ordinal == null ? 0 : Integer.parseInt(ordinal) - 1));
  }
}
