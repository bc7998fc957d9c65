package org.ratchet.source.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that Word draws before the paragraphs of its lists and that are not in the text. */
final class WordLists {

  private static final int LEVELS = 9;
  private static final Pattern PLACE = Pattern.compile("%([1-9])");

  private final WordStyles styles;
  private final Map<String, XmlElement> definitions = new HashMap<>();
  private final Map<String, XmlElement> lists = new HashMap<>();

  /** By definition, the number that each level has reached; 0 before its first paragraph. */
  private final Map<String, int[]> reached = new HashMap<>();

  /** The lists whose own first numbers have been set. */
  private final Map<String, Boolean> begun = new HashMap<>();

  WordLists(XmlElement root, WordStyles styles) {
    this.styles = styles;
    for (XmlElement element : root.elements()) {
      if (element.is("abstractNum")) {
        definitions.put(element.attribute("abstractNumId"), element);
      } else if (element.is("num")) {
        lists.put(element.attribute("numId"), element);
      }
    }
  }

  /** The number of a paragraph as it is drawn, with a space behind it; empty if it has none. */
  String next(XmlElement paragraph) {
    Optional<XmlElement> own =
        WordXml.child(paragraph, "pPr").flatMap(p -> WordXml.child(p, "numPr"));
    Optional<XmlElement> numbered =
        own.or(() -> styles.property(styles.of(paragraph), "pPr", "numPr"));
    String list = WordXml.value(numbered, "numId");
    XmlElement instance = lists.get(list);
    if (instance == null) {
      return "";
    }
    String id = WordXml.value(Optional.of(instance), "abstractNumId");
    XmlElement definition = definitions.get(id);
    if (definition == null) {
      return "";
    }
    int level = level(numbered, definition, styles.of(paragraph));
    int[] numbers = reached.computeIfAbsent(id, key -> new int[LEVELS]);
    begin(list, instance, numbers);
    count(numbers, level, instance, definition);
    return drawn(numbers, level, instance, definition);
  }

  private static int level(Optional<XmlElement> numbered, XmlElement definition, String style) {
    String stated = WordXml.value(numbered, "ilvl");
    String byStyle =
        definition.elements().stream()
            .filter(e -> e.is("lvl") && WordXml.value(Optional.of(e), "pStyle").equals(style))
            .map(e -> e.attribute("ilvl"))
            .findFirst()
            .orElse("0");
    int level = GpoTable.parse(stated.isEmpty() ? byStyle : stated).orElse(0);
    return Math.max(0, Math.min(LEVELS - 1, level));
  }

  /** A list that says with what number it starts does not go on with the one before it. */
  private void begin(String list, XmlElement instance, int[] numbers) {
    if (begun.put(list, true) != null) {
      return;
    }
    for (XmlElement override : instance.elements()) {
      int level = GpoTable.parse(override.attribute("ilvl")).orElse(LEVELS);
      boolean restarts = WordXml.child(override, "startOverride").isPresent();
      if (override.is("lvlOverride") && restarts && level >= 0 && level < LEVELS) {
        numbers[level] = 0;
      }
    }
  }

  private static void count(int[] numbers, int level, XmlElement instance, XmlElement definition) {
    for (int above = 0; above < level; above++) {
      if (numbers[above] == 0) {
        numbers[above] = start(above, instance, definition);
      }
    }
    numbers[level] = numbers[level] == 0 ? start(level, instance, definition) : numbers[level] + 1;
    for (int below = level + 1; below < LEVELS; below++) {
      numbers[below] = 0;
    }
  }

  private static int start(int level, XmlElement instance, XmlElement definition) {
    String override =
        instance.elements().stream()
            .filter(e -> e.is("lvlOverride") && e.attribute("ilvl").equals("" + level))
            .map(e -> WordXml.value(Optional.of(e), "startOverride"))
            .findFirst()
            .orElse("");
    String stated =
        override.isEmpty()
            ? definition(level, instance, definition)
                .map(e -> WordXml.value(Optional.of(e), "start"))
                .orElse("1")
            : override;
    return GpoTable.parse(stated).orElse(1);
  }

  /** What a list says of a level, itself or by its definition. */
  private static Optional<XmlElement> definition(
      int level, XmlElement instance, XmlElement definition) {
    Optional<XmlElement> own =
        instance.elements().stream()
            .filter(e -> e.is("lvlOverride") && e.attribute("ilvl").equals("" + level))
            .flatMap(e -> WordXml.child(e, "lvl").stream())
            .findFirst();
    return own.or(
        () ->
            definition.elements().stream()
                .filter(e -> e.is("lvl") && e.attribute("ilvl").equals("" + level))
                .findFirst());
  }

  private static String drawn(
      int[] numbers, int level, XmlElement instance, XmlElement definition) {
    Optional<XmlElement> own = definition(level, instance, definition);
    String format = WordXml.value(own, "numFmt");
    if (own.isEmpty() || format.equals("bullet") || format.equals("none")) {
      return "";
    }
    boolean digits = own.flatMap(e -> WordXml.child(e, "isLgl")).isPresent();
    Matcher place = PLACE.matcher(WordXml.value(own, "lvlText"));
    StringBuilder out = new StringBuilder();
    while (place.find()) {
      int at = place.group(1).charAt(0) - '1';
      String of = WordXml.value(definition(at, instance, definition), "numFmt");
      place.appendReplacement(
          out, Matcher.quoteReplacement(numeral(numbers[at], digits ? "decimal" : of)));
    }
    place.appendTail(out);
    return out.toString().isBlank() ? "" : out.append(' ').toString();
  }

  private static String numeral(int number, String format) {
    return switch (format) {
      case "lowerLetter" -> Numerals.repeatedLetters(number);
      case "upperLetter" -> Numerals.upper(Numerals.repeatedLetters(number));
      case "lowerRoman" -> Numerals.roman(number);
      case "upperRoman" -> Numerals.upper(Numerals.roman(number));
      case "decimalZero" -> (number < 10 ? "0" : "") + number;
      default -> Integer.toString(number);
    };
  }
}
