package org.ratchet.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.diff.TextEdit.Kind;
import org.ratchet.diff.Words.Word;

/** Word-level edits between two texts, with those that change nothing of substance marked. */
final class WordDiff {

  private static final Set<String> LIST_ENDS = Set.of(";", ".", ",", "-");

  /** How many changes, and how many words apart, may together be one of marks. */
  private static final int NEAR = 8;

  private static final int NEAR_WORDS = 40;

  private static final Pattern MARKS = Pattern.compile("[.,;:-]");
  private static final Pattern RISE = Pattern.compile("[\\^_]");

  /** Words that say nothing alone; connectives and negations are not among them. */
  private static final Set<String> LITTLE =
      Set.of("the", "a", "an", "of", "in", "to", "for", "by", "on", "is", "are", ",", "-");

  private final OwnText before;
  private final OwnText after;
  private final List<Word> old;
  private final List<Word> now;
  private final BitSet deleted = new BitSet();
  private final BitSet inserted = new BitSet();
  private final List<TextEdit> edits = new ArrayList<>();
  private String oldSpace = "";
  private String newSpace = "";

  private WordDiff(OwnText before, OwnText after) {
    this.before = before;
    this.after = after;
    this.old = Words.of(before.text());
    this.now = Words.of(after.text());
  }

  /** The edits that turn the first text into the second; empty if they are equal. */
  static List<TextEdit> edits(OwnText before, OwnText after) {
    if (before.text().equals(after.text())) {
      return List.of();
    }
    WordDiff diff = new WordDiff(before, after);
    diff.mark();
    diff.bridge();
    diff.gather();
    diff.collect();
    return List.copyOf(diff.edits);
  }

  private void mark() {
    int front = 0;
    int shorter = Math.min(old.size(), now.size());
    while (front < shorter && same(front, front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front && same(old.size() - 1 - back, now.size() - 1 - back)) {
      back++;
    }
    Patch<String> patch =
        DiffUtils.diff(
            keys(old, front, back), keys(now, front, back), new MyersDiffWithLinearSpace<>());
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      int source = front + delta.getSource().getPosition();
      deleted.set(source, source + delta.getSource().size());
      int target = front + delta.getTarget().getPosition();
      inserted.set(target, target + delta.getTarget().size());
    }
  }

  private boolean same(int i, int j) {
    return old.get(i).key().equals(now.get(j).key());
  }

  private static List<String> keys(List<Word> words, int front, int back) {
    return words.subList(front, words.size() - back).stream().map(Word::key).toList();
  }

  /** Little words that happen to be equal inside a rewritten stretch are part of it. */
  private void bridge() {
    int i = deleted.nextClearBit(0);
    int j = inserted.nextClearBit(0);
    boolean changedBefore = i > 0 || j > 0;
    while (i < old.size() && j < now.size()) {
      int length = 0;
      while (i + length < old.size() && !deleted.get(i + length) && !inserted.get(j + length)) {
        length++;
      }
      boolean changedAfter = i + length < old.size() || j + length < now.size();
      if (changedBefore && changedAfter && bridges(i, length)) {
        deleted.set(i, i + length);
        inserted.set(j, j + length);
      }
      i = deleted.nextClearBit(i + length);
      j = inserted.nextClearBit(j + length);
      changedBefore = true;
    }
  }

  private boolean bridges(int start, int length) {
    return LITTLE.containsAll(keys(old.subList(start, start + length)));
  }

  /**
   * Marks that one copy sets otherwise can shift where words begin and end, so that one difference
   * of marks comes apart into several changes. Those that together change no word are one.
   */
  private void gather() {
    List<Hunk> hunks = hunks();
    int first = 0;
    while (first < hunks.size()) {
      int last = Math.min(first + NEAR, hunks.size()) - 1;
      while (last > first && !marksOnly(hunks.get(first), hunks.get(last))) {
        last--;
      }
      if (last > first) {
        deleted.set(hunks.get(first).from(), hunks.get(last).to());
        inserted.set(hunks.get(first).nowFrom(), hunks.get(last).nowTo());
      }
      first = last + 1;
    }
  }

  /** Words from..to of the text before became words nowFrom..nowTo of the text after. */
  private record Hunk(int from, int to, int nowFrom, int nowTo) {}

  private List<Hunk> hunks() {
    List<Hunk> hunks = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      int oldEnd = deleted.nextClearBit(i);
      int newEnd = inserted.nextClearBit(j);
      if (oldEnd > i || newEnd > j) {
        hunks.add(new Hunk(i, oldEnd, j, newEnd));
      }
      int kept = 0;
      while (oldEnd + kept < old.size()
          && !deleted.get(oldEnd + kept)
          && !inserted.get(newEnd + kept)) {
        kept++;
      }
      i = oldEnd + kept;
      j = newEnd + kept;
    }
    return hunks;
  }

  private boolean marksOnly(Hunk first, Hunk last) {
    if (last.from() - first.from() > NEAR_WORDS) {
      return false;
    }
    String left = joined(old.subList(first.from(), last.to()));
    String right = joined(now.subList(first.nowFrom(), last.nowTo()));
    return left.equals(right) || flattened(left, right);
  }

  private void collect() {
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      int oldEnd = deleted.get(i) ? Math.min(deleted.nextClearBit(i), old.size()) : i;
      int newEnd = inserted.get(j) ? Math.min(inserted.nextClearBit(j), now.size()) : j;
      if (oldEnd > i || newEnd > j) {
        changed(place(old, i, oldEnd), place(now, j, newEnd));
        i = oldEnd;
        j = newEnd;
      } else {
        kept(old.get(i), now.get(j));
        i++;
        j++;
      }
    }
    flushSpace();
  }

  private void kept(Word left, Word right) {
    flushSpace();
    String old = left.raw().stripTrailing();
    if (left.raw().equals(right.raw())) {
      add(Kind.EQUAL, left.raw(), false);
    } else if (old.equals(right.raw().stripTrailing())) {
      add(Kind.EQUAL, old, false);
      oldSpace = left.raw().substring(old.length());
      newSpace = right.raw().substring(old.length());
    } else {
      add(Kind.DELETE, left.raw(), true);
      add(Kind.INSERT, right.raw(), true);
    }
  }

  /** Spaces that differ after a word that is kept; a change that follows takes them up. */
  private void flushSpace() {
    add(Kind.DELETE, oldSpace, true);
    add(Kind.INSERT, newSpace, true);
    oldSpace = "";
    newSpace = "";
  }

  private static IdleMarks.Place place(List<Word> words, int start, int end) {
    return new IdleMarks.Place(
        words.subList(start, end),
        start == 0 ? null : words.get(start - 1),
        end == words.size() ? null : words.get(end));
  }

  private void changed(IdleMarks.Place from, IdleMarks.Place to) {
    List<Word> left = from.words();
    List<Word> right = to.words();
    boolean editorial =
        joined(left).equals(joined(right))
            || flattened(joined(left), joined(right))
            || endsOfList(left, right)
            || IdleMarks.differ(from, to)
            || (borders() == 1 && IdleMarks.leadOverBorder(from, to))
            || marksOfListing(left, right)
            || sourcesOnly(left, right);
    add(Kind.DELETE, oldSpace + raw(left), editorial);
    add(Kind.INSERT, newSpace + raw(right), editorial);
    oldSpace = "";
    newSpace = "";
  }

  private static String raw(List<Word> words) {
    return words.stream().map(Word::raw).collect(Collectors.joining());
  }

  private boolean marksOfListing(List<Word> left, List<Word> right) {
    return before.listing()
        && after.listing()
        && MARKS
            .matcher(joined(left))
            .replaceAll("")
            .equals(MARKS.matcher(joined(right)).replaceAll(""));
  }

  /** How many borders of cells both rows have together: one, if a row of one entry lost its own. */
  private long borders() {
    return Stream.concat(old.stream(), now.stream())
        .filter(word -> word.key().equals(OwnText.BORDER))
        .count();
  }

  private static String joined(List<Word> words) {
    return words.stream().map(Word::key).collect(Collectors.joining());
  }

  /** Raised or lowered text that one of the sides sets on the line: {@code m^3} and {@code m3}. */
  private static boolean flattened(String old, String now) {
    boolean oneSide = RISE.matcher(old).find() != RISE.matcher(now).find();
    return oneSide && RISE.matcher(old).replaceAll("").equals(RISE.matcher(now).replaceAll(""));
  }

  /** Another mark at the end of a list item, where no connective changes with it. */
  private boolean endsOfList(List<Word> left, List<Word> right) {
    boolean atEnd =
        (left.isEmpty() || last(left).equals(last(old)))
            && (right.isEmpty() || last(right).equals(last(now)));
    return atEnd && LIST_ENDS.containsAll(keys(left)) && LIST_ENDS.containsAll(keys(right));
  }

  private static List<String> keys(List<Word> words) {
    return keys(words, 0, 0);
  }

  private static Word last(List<Word> words) {
    return words.get(words.size() - 1);
  }

  private boolean sourcesOnly(List<Word> left, List<Word> right) {
    return left.stream().allMatch(word -> word.start() >= before.law())
        && right.stream().allMatch(word -> word.start() >= after.law());
  }

  private void add(Kind kind, String text, boolean editorial) {
    if (text.isEmpty()) {
      return;
    }
    int end = edits.size() - 1;
    if (end >= 0 && edits.get(end).kind() == kind && edits.get(end).editorial() == editorial) {
      edits.set(end, new TextEdit(kind, edits.get(end).text() + text, editorial));
    } else {
      edits.add(new TextEdit(kind, text, editorial));
    }
  }
}
