package org.ratchet.meaning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step.Kind;

/**
 * The paragraphs of an entry that a text names: {@code entire entry, except .a.1}, {@code
 * 3B001.a.4, c, f.1.b, k to n}.
 *
 * @param named the paragraphs named, the entry itself for all
 * @param except those taken out again
 */
record ItemScope(Set<Citation> named, Set<Citation> except) {

  private static final Pattern ENTIRE =
      Pattern.compile("(?i)(?:the )?(?:entire|this) entry|all items(?: in this entry)?");
  private static final Pattern EXCEPT = Pattern.compile("(?i),? except (?:for )?(?:items in )?");
  private static final Pattern LIST = Pattern.compile(",? (?:and|or) |, ");
  private static final Pattern RANGE =
      Pattern.compile("(\\S+) (?:to|through) (?:\\d[A-E]\\d{3})?\\.?(\\S+)");
  private static final Pattern PATH = Pattern.compile("[a-z](?:\\.(?:\\d{1,2}|[a-z]))*");

  ItemScope {
    named = Set.copyOf(named);
    except = Set.copyOf(except);
  }

  /** The scope that a text names, if the whole text is understood. */
  static Optional<ItemScope> of(String text, Citation entry) {
    String plain = text.strip().replaceFirst("[\\s.;,]+$", "");
    Matcher except = EXCEPT.matcher(plain);
    boolean excepts = except.find();
    String first = excepts ? plain.substring(0, except.start()) : plain;
    Optional<Set<Citation>> named = list(first, entry);
    Optional<Set<Citation>> without =
        excepts ? list(plain.substring(except.end()), entry) : Optional.of(Set.of());
    return named.flatMap(all -> without.map(less -> new ItemScope(all, less)));
  }

  private static Optional<Set<Citation>> list(String text, Citation entry) {
    String number = Entries.name(entry);
    if (ENTIRE.matcher(text).matches() || text.equals(number)) {
      return Optional.of(Set.of(entry));
    }
    Set<Citation> found = new LinkedHashSet<>();
    for (String piece : LIST.split(text, -1)) {
      String token =
          piece.strip().replaceFirst("^" + number + "(?=\\.)", "").replaceFirst("^\\.", "");
      Matcher range = RANGE.matcher(token);
      if (range.matches()) {
        Optional<List<String>> paths = between(range.group(1), range.group(2));
        if (paths.isEmpty()) {
          return Optional.empty();
        }
        paths.get().forEach(path -> found.add(citation(entry, path)));
      } else if (PATH.matcher(token).matches()) {
        found.add(citation(entry, token));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /** The paths from one sibling to another: {@code f.2} to {@code f.4}, {@code k} to {@code n}. */
  private static Optional<List<String>> between(String from, String to) {
    int dot = from.lastIndexOf('.');
    String stem = from.substring(0, dot + 1);
    String first = from.substring(dot + 1);
    String last = to.startsWith(stem) ? to.substring(stem.length()) : to;
    if (!PATH.matcher(from).matches() || !last.matches("\\d{1,2}|[a-z]")) {
      return Optional.empty();
    }
    boolean numbers = first.matches("\\d+") && last.matches("\\d+");
    boolean letters = first.matches("[a-z]") && last.matches("[a-z]");
    if (!numbers && !letters) {
      return Optional.empty();
    }
    int low = numbers ? Integer.parseInt(first) : first.charAt(0);
    int high = numbers ? Integer.parseInt(last) : last.charAt(0);
    return low > high
        ? Optional.empty()
        : Optional.of(
            java.util.stream.IntStream.rangeClosed(low, high)
                .mapToObj(i -> stem + (numbers ? String.valueOf(i) : String.valueOf((char) i)))
                .toList());
  }

  private static Citation citation(Citation entry, String path) {
    Citation citation = entry;
    for (String label : path.split("\\.", -1)) {
      citation = citation.then(Kind.PARAGRAPH, label);
    }
    return citation;
  }

  /** Whether a paragraph is one of these or stands under one. */
  boolean covers(Citation paragraph) {
    return under(named, paragraph) && !under(except, paragraph);
  }

  private static boolean under(Set<Citation> these, Citation paragraph) {
    return these.stream().anyMatch(each -> each.equals(paragraph) || each.isPrefixOf(paragraph));
  }
}
