package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an item is or is not, as data, and how the words of a criterion that is not a number are
 * read as such: only if characteristics and qualifiers account for every word, so that no condition
 * is passed over. Immutable.
 */
final class Characteristics {

  private static final int FIELDS = 4;
  private static final Pattern BAR = Pattern.compile("\\|");

  private final Map<String, Characteristic> byName;
  private final Map<String, String> bySpelling;
  private final Set<String> qualifiers;

  private Characteristics(Map<String, Characteristic> byName, Set<String> qualifiers) {
    this.byName = byName;
    this.qualifiers = qualifiers;
    this.bySpelling = new LinkedHashMap<>();
    byName.values().forEach(c -> c.spellings().forEach(s -> bySpelling.put(s, c.name())));
  }

  /**
   * One characteristic.
   *
   * @param spellings normalised, the name among them
   * @param anyOf it is there if one of these is; empty if it is not made of others
   */
  record Characteristic(String name, List<String> spellings, List<String> anyOf, String source) {}

  /** Those shipped with this release. */
  static Characteristics standard() {
    Set<String> qualifiers =
        Vocabulary.resource("qualifiers.tsv").stream()
            .filter(Characteristics::data)
            .map(line -> words(line.split("\t", 2)[0]))
            .collect(Collectors.toUnmodifiableSet());
    return new Characteristics(Map.of(), qualifiers)
        .with(Vocabulary.resource("characteristics.tsv"));
  }

  /** These with more; a name that is there already is replaced. */
  Characteristics with(List<String> lines) {
    Map<String, Characteristic> more = new LinkedHashMap<>(byName);
    lines.stream().filter(Characteristics::data).forEach(line -> add(line, more));
    return new Characteristics(more, qualifiers);
  }

  private static boolean data(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  private static void add(String line, Map<String, Characteristic> into) {
    String[] fields = line.split("\t", -1);
    if (fields.length < FIELDS) {
      throw new IllegalArgumentException(
          "a characteristic has " + FIELDS + " fields, not " + fields.length + ": " + line);
    }
    List<String> spellings = new ArrayList<>(List.of(words(fields[0])));
    names(fields[1]).forEach(spelling -> spellings.add(words(spelling)));
    into.put(
        fields[0],
        new Characteristic(
            fields[0], List.copyOf(spellings), List.copyOf(names(fields[2])), fields[3]));
  }

  private static List<String> names(String field) {
    return field.isBlank() ? List.of() : BAR.splitAsStream(field).map(String::strip).toList();
  }

  /** As {@link ThresholdText#key}, with the words at the ends that a key leaves out. */
  private static String words(String printed) {
    String marked = ThresholdText.key("x " + printed + " x");
    return marked.length() < 4 ? "" : marked.substring(2, marked.length() - 2);
  }

  /** The name of a characteristic that a heading spells, or the normalised heading. */
  String name(String printed) {
    String key = words(printed);
    return bySpelling.getOrDefault(key, key);
  }

  Optional<Characteristic> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The characteristics that words ask for, all of them together; empty if some of the words are
   * neither a characteristic nor a qualifier.
   *
   * @param words normalised words of a criterion
   * @param more names of characteristics that are known beside those of the vocabulary
   */
  Optional<Set<String>> asked(String words, Collection<String> more) {
    String[] all = words.split(" ", -1);
    Set<String> asked = new LinkedHashSet<>();
    int at = 0;
    while (at < all.length) {
      int before = at;
      for (int to = all.length; to > at; to--) {
        String stretch = String.join(" ", List.of(all).subList(at, to));
        String name = bySpelling.getOrDefault(stretch, more.contains(stretch) ? stretch : "");
        if (!name.isEmpty() || qualifiers.contains(stretch)) {
          if (!name.isEmpty()) {
            asked.add(name);
          }
          at = to;
          break;
        }
      }
      if (at == before) {
        return Optional.empty();
      }
    }
    return asked.isEmpty() && words.isBlank() ? Optional.empty() : Optional.of(asked);
  }
}
