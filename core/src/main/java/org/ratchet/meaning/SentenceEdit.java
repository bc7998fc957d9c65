package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A place where two versions of a sentence differ, "or" and punctuation left out of account.
 *
 * @param prefix the words before it on the side that has it
 * @param raw its words as printed there
 * @param words its words on the side that has it, plain
 * @param others its words on the other side, plain; empty if it is added or removed whole
 * @param added whether the version after has words here
 * @param removed whether the version before has words here
 * @param besideOr whether an "or" stands at one of its ends
 * @param around the words of the whole sentence and where the edit begins and ends in them
 */
record SentenceEdit(
    String prefix,
    String raw,
    List<String> words,
    List<String> others,
    boolean added,
    boolean removed,
    boolean besideOr,
    Around around) {

  private static final Pattern AROUND =
      Pattern.compile("^[\\p{Punct}“”‘’&&[^.(]]+|[\\p{Punct}“”‘’&&[^)]]+$");

  /** A sentence in words, and a stretch of it. */
  record Around(List<String> words, int from, int to) {}

  SentenceEdit {
    words = List.copyOf(words);
    others = List.copyOf(others);
  }

  /** The words of both sides. */
  List<String> allWords() {
    List<String> all = new ArrayList<>(words);
    all.addAll(others);
    return all;
  }

  /** Whether it stands in a run of words of one form, closed by "or". */
  boolean inOrList(Pattern form) {
    List<String> all = around.words();
    int from = around.from();
    int to = around.to();
    while (from > 0 && listed(all.get(from - 1), form)) {
      from--;
    }
    while (to < all.size() && listed(all.get(to), form)) {
      to++;
    }
    List<String> run = all.subList(from, to);
    return run.size() > words.size() + 1 && run.contains("or");
  }

  private static boolean listed(String word, Pattern form) {
    return word.equals("or") || form.matcher(plain(word)).matches();
  }

  /** The edits between two sentences, in printed order. */
  static List<SentenceEdit> between(String before, String after) {
    List<String> old = List.of(before.split(" ", -1));
    List<String> now = List.of(after.split(" ", -1));
    List<String> oldPlain = old.stream().map(SentenceEdit::plain).toList();
    List<String> nowPlain = now.stream().map(SentenceEdit::plain).toList();
    List<Integer> mine = telling(oldPlain);
    List<Integer> theirs = telling(nowPlain);
    int[][] common = new int[mine.size() + 1][theirs.size() + 1];
    for (int i = mine.size() - 1; i >= 0; i--) {
      for (int j = theirs.size() - 1; j >= 0; j--) {
        common[i][j] =
            oldPlain.get(mine.get(i)).equals(nowPlain.get(theirs.get(j)))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<SentenceEdit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < mine.size() || j < theirs.size()) {
      int fromOld = i;
      int fromNow = j;
      while (i < mine.size() || j < theirs.size()) {
        boolean both = i < mine.size() && j < theirs.size();
        if (both && oldPlain.get(mine.get(i)).equals(nowPlain.get(theirs.get(j)))) {
          break;
        }
        if (both ? common[i + 1][j] >= common[i][j + 1] : i < mine.size()) {
          i++;
        } else {
          j++;
        }
      }
      if (i > fromOld || j > fromNow) {
        edits.add(edit(old, mine, fromOld, i, now, theirs, fromNow, j));
      }
      i++;
      j++;
    }
    return edits;
  }

  private static SentenceEdit edit(
      List<String> old,
      List<Integer> mine,
      int fromOld,
      int toOld,
      List<String> now,
      List<Integer> theirs,
      int fromNow,
      int toNow) {
    boolean added = toNow > fromNow;
    List<String> all = added ? now : old;
    List<Integer> telling = added ? theirs : mine;
    int from = added ? fromNow : fromOld;
    int to = added ? toNow : toOld;
    boolean one = added != (toOld > fromOld);
    // "mill or a saw", "mill, a fan, or a saw": what came is "a fan" as well as "fan, or a".
    while (one
        && from > 0
        && !besideOr(all, telling.get(from), telling.get(to - 1) + 1)
        && plain(all.get(telling.get(from - 1))).equals(plain(all.get(telling.get(to - 1))))) {
      from--;
      to--;
    }
    int first = telling.get(from);
    int last = telling.get(to - 1) + 1;
    boolean or = besideOr(all, first, last);
    return new SentenceEdit(
        String.join(" ", all.subList(0, first)) + (first > 0 ? " " : ""),
        String.join(" ", all.subList(first, last)),
        telling.subList(from, to).stream().map(at -> plain(all.get(at))).toList(),
        added
            ? mine.subList(fromOld, toOld).stream().map(at -> plain(old.get(at))).toList()
            : List.of(),
        added,
        toOld > fromOld,
        or,
        new Around(all, first, last));
  }

  private static boolean besideOr(List<String> all, int first, int last) {
    return (first > 0 && all.get(first - 1).equals("or"))
        || (last < all.size() && all.get(last).equals("or"));
  }

  private static List<Integer> telling(List<String> plain) {
    return IntStream.range(0, plain.size())
        .filter(at -> !plain.get(at).isEmpty() && !plain.get(at).equals("or"))
        .boxed()
        .toList();
  }

  private static String plain(String word) {
    return AROUND.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
