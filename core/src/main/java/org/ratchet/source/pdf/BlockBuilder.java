package org.ratchet.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ratchet.source.pdf.Draft.Shape;
import org.ratchet.text.Box;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Style.Rise;

/**
 * Makes blocks of lines by indent, size and face. A block may go on in the next column or on the
 * next page, and around a float.
 */
final class BlockBuilder {

  /** Leads of the register are up to 1.15 of the type size; drafts are set with double space. */
  private static final float EXTRA_LEAD = 1.3f;

  private static final float MORE_THAN_USUAL = 1.15f;
  private static final float SAME_SIZE = 0.6f;
  private static final float SAME_INDENT = 1.2f;
  private static final float SLACK = 5;
  private static final Pattern STARS = Pattern.compile("(?:\\*\\s*){5,}");
  private static final Pattern CAPTION =
      Pattern.compile("[A-Z][A-Z ,/&()\u2019-]*[A-Z)] ?(?:\\([A-Za-z]+\\))?:");
  private static final Pattern APPROVAL =
      Pattern.compile("\\((?:Information collection )?[Aa]pproved by (?:the Office|OMB)\\b.*");
  private static final Pattern CONTENTS = Pattern.compile("\\d{1,5}\\.\\d{1,4}[a-z]? .+");
  private static final Pattern NOTE_NUMBER = Pattern.compile("[\\d*\u2020\u2021]+");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:\u00A7|PART \\d|Subpart [A-Z]|\\[|RIN |\\(\\w{1,4}\\) [A-Z]|\\d+\\([a-z]\\)).*");
  private static final Pattern ITEM = Pattern.compile("(\\(?)(\\d{1,3}|[a-z])([.)])\\s");
  private static final Pattern COUNTED = Pattern.compile("(\\p{Lu}\\p{L}+) (\\d{1,3})\u2014");
  private static final String SENTENCE_ENDS = ".:;?!\u201D\u2019)]";

  private final List<Draft> drafts = new ArrayList<>();
  private final List<Draft> floats = new ArrayList<>();
  private final List<Footnote> notes = new ArrayList<>();
  private @Nullable Draft open;
  private Optional<TableDraft> lastTable = Optional.empty();
  private final Set<Line> series = new HashSet<>();
  private float extraLead = EXTRA_LEAD;

  /**
   * A footnote.
   *
   * @param draft its text
   * @param after how many blocks were complete or open where it stands
   */
  record Footnote(Draft draft, int after) {}

  /** The blocks, floats standing after the block that they interrupt. */
  List<Draft> drafts() {
    return drafts;
  }

  /** The footnotes. */
  List<Footnote> notes() {
    return notes;
  }

  /** Takes the items of a whole file, page after page. */
  void build(List<Item> items) {
    extraLead = Math.max(EXTRA_LEAD, MORE_THAN_USUAL * usualLead(items));
    findSeries(items);
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item instanceof Item.TextLine text) {
        addLine(text.line(), nextLine(items, i));
      } else if (item instanceof Item.NoteLine note) {
        addNote(note.line());
      } else if (item instanceof Item.Divider) {
        close();
      } else if (item instanceof Item.TablePart table) {
        addTable(table);
      } else if (item instanceof Item.Picture picture) {
        Draft draft = new Draft(Shape.PICTURE, picture.page(), picture.column(), picture.box());
        draft.runs.addAll(Runs.of(picture.name()));
        floats.add(draft);
      }
    }
    close();
  }

  /**
   * Lines at the margin that count on, as "Code 1", "Code 2" with a dash behind it: each opens a
   * paragraph, also behind a line that is full.
   */
  private void findSeries(List<Item> items) {
    Line last = null;
    for (Item item : items) {
      if (item instanceof Item.TextLine text
          && !isIndented(text.line())
          && COUNTED.matcher(text.line().text).lookingAt()) {
        if (last != null && countsOn(last, text.line())) {
          series.add(last);
          series.add(text.line());
        }
        last = text.line();
      }
    }
  }

  private static boolean countsOn(Line before, Line line) {
    Matcher one = COUNTED.matcher(before.text);
    Matcher two = COUNTED.matcher(line.text);
    return one.lookingAt()
        && two.lookingAt()
        && one.group(1).equals(two.group(1))
        && Integer.parseInt(two.group(2)) == Integer.parseInt(one.group(2)) + 1;
  }

  /** The median distance of lines that stand under each other, in units of their size. */
  private static float usualLead(List<Item> items) {
    List<Float> leads = new ArrayList<>();
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i - 1) instanceof Item.TextLine before
          && items.get(i) instanceof Item.TextLine text
          && text.line().isBelow(before.line())
          && text.line().size > 0) {
        leads.add((before.line().y - text.line().y) / text.line().size);
      }
    }
    leads.sort(Comparator.naturalOrder());
    return leads.isEmpty() ? 0 : leads.get(leads.size() / 2);
  }

  /** A table that goes on from the page before becomes one with its beginning. */
  private void addTable(Item.TablePart part) {
    TableDraft table = TableBuilder.build(part);
    Optional<TableDraft> before = lastTable;
    lastTable = Optional.of(table);
    if (before.isPresent()
        && before.get().isContinuedBy(table, part.goesOn(), isAdjacent(before.get()))) {
      before.get().append(table);
      lastTable = before;
      return;
    }
    float bottom = (float) part.chunks().stream().mapToDouble(c -> c.y).min().orElse(0);
    Box place = new Box(part.column().left(), bottom, part.column().width(), 0);
    Box box = part.page().turn().back(place);
    Draft draft = new Draft(Shape.TABLE, part.page(), part.column().number(), box);
    draft.table = Optional.of(table);
    floats.add(draft);
  }

  private boolean isAdjacent(TableDraft table) {
    List<Draft> last = floats.isEmpty() ? drafts : floats;
    return (floats.isEmpty() ? open == null : true)
        && !last.isEmpty()
        && last.get(last.size() - 1).table.filter(t -> t == table).isPresent();
  }

  private static @Nullable Line nextLine(List<Item> items, int i) {
    return i + 1 < items.size() && items.get(i + 1) instanceof Item.TextLine next
        ? next.line()
        : null;
  }

  private void addLine(Line line, @Nullable Line next) {
    Shape shape = shape(line);
    Draft draft = open;
    if (draft != null && continues(draft, shape, line, next)) {
      if (draft.shape == Shape.TEXT && draft.lines == 1 && isDeeper(line, lastOf(draft))) {
        draft.hanging = line.indent();
      }
      draft.add(line);
      return;
    }
    close();
    open = new Draft(shape, line);
    drafts.add(open);
  }

  private static Line lastOf(Draft draft) {
    Line last = draft.last;
    if (last == null) {
      throw new IllegalStateException("a block of lines has a last line");
    }
    return last;
  }

  private void close() {
    open = null;
    drafts.addAll(floats);
    floats.clear();
  }

  private static Shape shape(Line line) {
    if (line.marked) {
      return Shape.MARKED;
    }
    if (line.text.startsWith("*") && STARS.matcher(line.text).matches()) {
      return Shape.STARS;
    }
    if (line.text.startsWith("[FR Doc.") || line.text.startsWith("[FR Doc ")) {
      return Shape.FR_DOC;
    }
    if (line.isBold() && line.text.startsWith("BILLING CODE")) {
      return Shape.BILLING;
    }
    if (isCaption(line)) {
      return Shape.CAPTION;
    }
    if (isIndented(line)) {
      return Shape.TEXT;
    }
    if (line.isBold()) {
      return Shape.BOLD;
    }
    return line.isItalic() ? Shape.ITALIC : Shape.TEXT;
  }

  private static boolean isCaption(Line line) {
    if (line.runs.isEmpty() || !line.runs.get(0).style().bold() || isIndented(line)) {
      return false;
    }
    String first = line.runs.get(0).text().strip();
    return CAPTION.matcher(first).matches();
  }

  private static boolean isIndented(Line line) {
    return line.indent() > Lines.INDENT * line.size;
  }

  private static boolean isDeeper(Line line, Line before) {
    return line.indent() > before.indent() + Lines.INDENT * line.size;
  }

  private boolean continues(Draft draft, Shape shape, Line line, @Nullable Line next) {
    Line before = lastOf(draft);
    if (draft.shape == Shape.FR_DOC) {
      return shape == Shape.TEXT && !draft.text().endsWith("]") && !hasExtraLead(before, line);
    }
    boolean closed =
        draft.shape == Shape.STARS
            || (before.column.number() == 0) != (line.column.number() == 0)
            || draft.shape == Shape.BILLING
            || (shape != Shape.TEXT && shape != Shape.BOLD && shape != Shape.ITALIC);
    if (closed || hasExtraLead(before, line) || !isSameSize(draft, before, line)) {
      return false;
    }
    boolean full = before.isFull(line, SLACK);
    return switch (draft.shape) {
      case BOLD -> continuesHeading(draft, line, full, line.isBold(), true);
      case ITALIC -> continuesHeading(draft, line, full, line.isItalic(), false);
      default -> continuesText(draft, shape, line, next, full);
    };
  }

  private boolean hasExtraLead(Line before, Line line) {
    return floats.isEmpty()
        && line.isBelow(before)
        && before.y - line.y > extraLead * Math.max(line.size, before.size);
  }

  private static boolean isSameSize(Draft draft, Line before, Line line) {
    boolean captionAlone = draft.shape == Shape.CAPTION && draft.lines == 1 && before.isBold();
    if (Math.abs(before.size - line.size) <= SAME_SIZE || (captionAlone && !line.isBold())) {
      return true;
    }
    // A line may hold nothing but the small sans capitals of a caption that the text refers to.
    boolean smallCaption = line.isBold() && line.isSans() && line.size > 0.75f * draft.size;
    boolean afterSmallCaption = Math.abs(draft.size - line.size) <= SAME_SIZE;
    return draft.shape != Shape.BOLD
        && draft.shape != Shape.ITALIC
        && !isIndented(line)
        && ((smallCaption && line.size < draft.size) || afterSmallCaption);
  }

  private static boolean continuesHeading(
      Draft draft, Line line, boolean full, boolean sameFace, boolean bold) {
    if (!full || UNIT.matcher(line.text).matches()) {
      return false;
    }
    if (draft.hanging > 0) {
      return Math.abs(line.indent() - draft.hanging) < SAME_INDENT;
    }
    if (sameFace && draft.sans == line.isSans()) {
      if (isIndented(line)) {
        draft.hanging = line.indent();
      }
      return true;
    }
    Run first = line.runs.isEmpty() ? Run.plain("") : line.runs.get(0);
    return bold ? first.style().bold() : first.style().italic();
  }

  private boolean continuesText(
      Draft draft, Shape shape, Line line, @Nullable Line next, boolean full) {
    Line before = lastOf(draft);
    int last = before.text.length() - 1;
    boolean ended = last >= 0 && SENTENCE_ENDS.indexOf(before.text.charAt(last)) >= 0;
    boolean below = floats.isEmpty() && line.isBelow(before);
    if (shape != Shape.TEXT && !below && (ended || !full)) {
      return false;
    }
    if (shape == Shape.BOLD && line.isSans() && !before.isSans() && line.size >= draft.size) {
      return false;
    }
    if (!isIndented(line)) {
      return draft.hanging == 0
          && full
          && !isNextItem(draft, line)
          && !isNextEntry(draft, line)
          && !series.contains(line)
          && !isApproval(line);
    }
    if (draft.hanging > 0) {
      return Math.abs(line.indent() - draft.hanging) < SAME_INDENT && full;
    }
    boolean deep = Math.abs(line.x0 - before.x0) < 0.5f && before.indent() > 2.5f * line.size;
    if (deep) {
      return full;
    }
    boolean canHang =
        draft.shape == Shape.TEXT && draft.lines == 1 && full && isDeeper(line, before);
    return canHang && !opensParagraph(line, next);
  }

  /** The approval of a collection of information is a line of its own at the end of a section. */
  private static boolean isApproval(Line line) {
    return APPROVAL.matcher(line.text).matches();
  }

  /** In a table of contents every number of a section opens a line. */
  private static boolean isNextEntry(Draft draft, Line line) {
    return CONTENTS.matcher(line.text).matches() && CONTENTS.matcher(draft.text()).matches();
  }

  /** Whether a line at the margin opens the item of a list that comes after the open one. */
  private static boolean isNextItem(Draft draft, Line line) {
    Matcher after = ITEM.matcher(line.text);
    if (draft.indented || !after.lookingAt()) {
      return false;
    }
    Matcher before = ITEM.matcher(draft.text());
    if (!before.lookingAt()) {
      return false;
    }
    String label = before.group(2);
    String next = after.group(2);
    boolean numbers = Character.isDigit(label.charAt(0)) && Character.isDigit(next.charAt(0));
    boolean follows =
        numbers
            ? Integer.parseInt(next) == Integer.parseInt(label) + 1
            : label.length() + next.length() == 2 && next.charAt(0) == label.charAt(0) + 1;
    return follows
        && before.group(1).equals(after.group(1))
        && before.group(3).equals(after.group(3));
  }

  /** Whether an indented line is followed by a line of the same paragraph at the margin. */
  private boolean opensParagraph(Line line, @Nullable Line next) {
    return next != null
        && !isIndented(next)
        && !next.isBold()
        && Math.abs(next.size - line.size) < SAME_SIZE
        && !hasExtraLead(line, next)
        && line.isFull(next, SLACK);
  }

  private void addNote(Line line) {
    boolean numbered =
        !line.runs.isEmpty()
            && line.runs.get(0).style().rise() == Rise.SUPER
            && NOTE_NUMBER.matcher(line.runs.get(0).text().strip()).matches();
    boolean paragraph = !notes.isEmpty() && opensNoteParagraph(notes.get(notes.size() - 1), line);
    if (numbered || notes.isEmpty() || paragraph) {
      Draft draft = new Draft(Shape.NOTE, line);
      draft.level = paragraph && !numbered ? 1 : 0;
      notes.add(new Footnote(draft, drafts.size()));
    } else {
      notes.get(notes.size() - 1).draft().add(line);
    }
  }

  private static boolean opensNoteParagraph(Footnote note, Line line) {
    Line before = lastOf(note.draft());
    return isIndented(line) && !(line.isBelow(before) && before.isFull(line, SLACK));
  }
}
