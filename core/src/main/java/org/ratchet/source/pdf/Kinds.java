package org.ratchet.source.pdf;

import java.util.List;
import java.util.regex.Pattern;
import org.ratchet.source.BlockKind;
import org.ratchet.source.pdf.Draft.Shape;

/** Gives the blocks of one document their kinds. */
final class Kinds {

  private static final Pattern CFR_LINE =
      Pattern.compile("\\d+ CFR (?:Part|Chapter|Ch\\.|Subtitle|Subchapter).*");
  private static final Pattern CFR_PARTS = Pattern.compile("\\d+ CFR Parts? [\\d, and]+");
  private static final Pattern NOTE = Pattern.compile("(?:[A-Z][a-z]+ )?Notes?\\b.*");
  private static final Pattern AUTHORITY = Pattern.compile("Authority ?:");
  private static final Pattern PART = Pattern.compile("PARTS? \\d+.*");
  private static final Pattern SUBPART = Pattern.compile("Subparts? [A-Z]+.*");
  private static final Pattern SECTION = Pattern.compile("\u00A7\u00A7? ?\\S.*");

  /** The heading of an entry of the Commerce Control List is a hanging paragraph in bold. */
  private static final Pattern ENTRY = Pattern.compile("\\d[A-E]\\d{3} .*");

  private static final Pattern SUPPLEMENT =
      Pattern.compile("(?i:supplement|appendix|schedule)\\b.*");

  /** In the face of the text a heading opens a supplement only if it says of what. */
  private static final Pattern SUPPLEMENT_OF_UNIT =
      Pattern.compile(
          "(?i)(?:supplement|appendix|annex|schedule|exhibit)(?: no\\.)?(?: [\\w-]+)? (?:to|of)"
              + " (?:(?:sub)?part\\b|§).*");

  private static final Pattern BY_ORDER =
      Pattern.compile("(?s)By (?:order|direction|authority) of (?:the )?\\p{Lu}.*");
  private static final Pattern DATED =
      Pattern.compile(
          "(?:Dated|Date|Issued|Signed|Approved|Decided|Done|Executed|Adopted|Made)\\b.*");
  private static final float SAME_SIZE = 0.5f;

  private final List<Draft> drafts;

  private Kinds(List<Draft> drafts) {
    this.drafts = drafts;
  }

  /** Sets the kinds of the blocks of one document. */
  static void set(List<Draft> drafts) {
    Kinds kinds = new Kinds(drafts);
    boolean regulatory = false;
    for (Draft draft : drafts) {
      regulatory |= draft.shape == Shape.MARKED;
      setByShape(draft, regulatory);
      regulatory |= draft.kind == BlockKind.PART_HEADING;
    }
    kinds.setHead();
    kinds.setSignatures();
  }

  private static void setByShape(Draft draft, boolean regulatory) {
    switch (draft.shape) {
      case MARKED -> draft.kind = BlockKind.INSTRUCTION;
      case CAPTION -> draft.kind = BlockKind.CAPTION;
      case STARS -> draft.kind = BlockKind.ELLIPSIS;
      case FR_DOC -> draft.kind = BlockKind.FR_DOC;
      case BILLING -> draft.kind = BlockKind.BILLING_CODE;
      case NOTE -> draft.kind = BlockKind.FOOTNOTE;
      case TABLE -> draft.kind = BlockKind.TABLE;
      case PICTURE -> draft.kind = BlockKind.FIGURE;
      case BOLD -> setHeading(draft, regulatory);
      case ITALIC -> setItalic(draft);
      default -> setText(draft);
    }
  }

  private static void setHeading(Draft draft, boolean regulatory) {
    String text = draft.text();
    if (draft.hanging > 0 || (regulatory && ENTRY.matcher(text).matches())) {
      draft.kind = BlockKind.FLUSH;
    } else if (PART.matcher(text).matches()) {
      draft.kind = BlockKind.PART_HEADING;
    } else if (SUBPART.matcher(text).matches()) {
      draft.kind = BlockKind.SUBPART_HEADING;
    } else if (SECTION.matcher(text).matches()) {
      draft.kind = BlockKind.SECTION_HEADING;
    } else if (regulatory
        && (draft.sans ? SUPPLEMENT : SUPPLEMENT_OF_UNIT).matcher(text).matches()) {
      draft.kind = BlockKind.SUPPLEMENT_HEADING;
    } else {
      draft.kind = BlockKind.HEADING;
      draft.level = 1;
    }
  }

  /**
   * The parts in a list of subjects, lines that a list follows, and headings of the second level.
   */
  private static void setItalic(Draft draft) {
    String text = draft.text();
    boolean listed = draft.hanging > 0 || text.endsWith(":");
    if (listed && !CFR_PARTS.matcher(text).matches()) {
      draft.kind = BlockKind.FLUSH;
    } else {
      draft.kind = BlockKind.HEADING;
      draft.level = 2;
    }
  }

  private static void setText(Draft draft) {
    String text = draft.text();
    boolean runIn = !draft.runs.isEmpty() && draft.runs.get(0).style().bold();
    if (runIn && AUTHORITY.matcher(text).lookingAt()) {
      draft.kind = BlockKind.AUTHORITY;
    } else if (runIn && NOTE.matcher(text).matches()) {
      draft.kind = BlockKind.NOTE;
    } else {
      boolean paragraph = draft.indented && draft.hanging == 0;
      draft.kind = paragraph ? BlockKind.PARAGRAPH : BlockKind.FLUSH;
    }
  }

  /** Whether the document begins here: with an agency in bold capitals. */
  static boolean isBeginning(Draft draft) {
    return draft.shape == Shape.BOLD && draft.sans && isCapitals(draft.text());
  }

  private static boolean isCapitals(String text) {
    return text.chars().filter(Character::isLetter).count() > 3
        && text.chars().noneMatch(Character::isLowerCase);
  }

  private void setHead() {
    if (drafts.isEmpty() || !isBeginning(drafts.get(0))) {
      return;
    }
    int end = 0;
    while (end < drafts.size() && drafts.get(end).shape == Shape.BOLD && drafts.get(end).sans) {
      end++;
    }
    Draft subject = null;
    for (Draft draft : drafts.subList(0, end)) {
      String text = draft.text();
      draft.level = 0;
      if (text.startsWith("[")) {
        draft.kind = BlockKind.DOCKET;
      } else if (text.startsWith("RIN ") || text.startsWith("RINs ")) {
        draft.kind = BlockKind.RIN;
      } else if (CFR_LINE.matcher(text).matches()) {
        draft.kind = BlockKind.CFR_LINE;
      } else {
        draft.kind = isCapitals(text) ? BlockKind.AGENCY : BlockKind.SUBAGENCY;
        subject = draft;
      }
    }
    if (subject != null && subject != drafts.get(0)) {
      subject.kind = BlockKind.SUBJECT;
    }
  }

  /**
   * A name in bold and a title in italics, both in small type, and the date or the board before
   * them.
   */
  private void setSignatures() {
    for (int i = 0; i < drafts.size(); i++) {
      Draft name = drafts.get(i);
      boolean isName = name.shape == Shape.BOLD && !name.sans && name.text().endsWith(",");
      int next = i + 1;
      while (isName && next < drafts.size() && isTitle(name, drafts.get(next))) {
        sign(drafts.get(next++));
      }
      if (next > i + 1) {
        sign(name);
        signBefore(i);
      }
    }
  }

  private void signBefore(int name) {
    for (int k = name - 1; k >= 0; k--) {
      Draft before = drafts.get(k);
      boolean date = DATED.matcher(before.text()).matches();
      boolean onBehalf = before.text().startsWith("For the ") || before.text().startsWith("By ");
      boolean small = isSameSize(before, drafts.get(name));
      boolean board = BY_ORDER.matcher(before.text()).matches();
      if (before.shape != Shape.TEXT || !(date || board || (onBehalf && small))) {
        return;
      }
      sign(before);
    }
  }

  private static boolean isTitle(Draft name, Draft draft) {
    return draft.shape == Shape.ITALIC && isSameSize(name, draft);
  }

  private static boolean isSameSize(Draft one, Draft other) {
    return Math.abs(one.size - other.size) < SAME_SIZE;
  }

  private static void sign(Draft draft) {
    draft.kind = BlockKind.SIGNATURE;
    draft.level = 0;
  }
}
