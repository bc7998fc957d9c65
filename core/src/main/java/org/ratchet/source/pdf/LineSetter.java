package org.ratchet.source.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Style;
import org.ratchet.text.Style.Rise;

/**
 * Sets the chunks of one line as text: spaces from gaps, accents on their letters, small capitals
 * as lower case, raised and lowered type marked.
 */
final class LineSetter {

  private static final float SPACE = 0.13f;

  /** A thin space, a sixth of the type size, binds a word to what follows. */
  private static final float BINDING_SPACE = 0.22f;

  private static final float SMALL_CAPITAL = 0.92f;
  private static final float RAISED_SIZE = 0.85f;
  private static final float RAISED_BY = 0.08f;
  private static final Pattern LIGATURE = Pattern.compile("[\uFB00-\uFB06]");
  private static final char MARKER = '\u25A0';
  private static final String ACCENTS =
      "\u00B4`\u00A8\u02C6^\u02DC~\u00AF\u02D8\u02D9\u02DA\u00B8\u02DD\u02DB\u02C7";
  private static final String COMBINING =
      "\u0301\u0300\u0308\u0302\u0302\u0303\u0303\u0304\u0306\u0307\u030A\u0327\u030B\u0328\u030C";

  final float y;
  final float x0;
  final float x1;
  final float size;
  final boolean marked;
  final float firstWord;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final float smallCapitals;

  LineSetter(List<Chunk> chunks, float baseline, float size) {
    List<Chunk> ordered = new ArrayList<>(chunks);
    ordered.sort(Comparator.comparingDouble(chunk -> chunk.x0));
    this.y = baseline;
    this.size = size;
    float end = Float.NEGATIVE_INFINITY;
    boolean overlapping = false;
    for (Chunk chunk : ordered) {
      overlapping |= chunk.x0 < end - 0.2f * size;
      end = chunk.x1;
      glyphs.addAll(chunk.glyphs);
    }
    if (overlapping) {
      glyphs.sort(Comparator.comparingDouble(Glyph::x));
    }
    this.marked = dropMarker();
    this.x0 = ordered.get(0).x0;
    this.x1 = (float) ordered.stream().mapToDouble(chunk -> chunk.x1).max().orElse(x0);
    this.smallCapitals = smallCapitals();
    this.firstWord = firstWord();
  }

  private boolean dropMarker() {
    if (!glyphs.isEmpty() && glyphs.get(0).text().indexOf(MARKER) >= 0) {
      glyphs.remove(0);
      return true;
    }
    return false;
  }

  /**
   * The shares, from 0 to 1, of letters and digits set in faces of some kind; of all marks if the
   * line has none.
   */
  record Shares(float bold, float italic, float sans) {}

  Shares shares() {
    Tally letters = new Tally();
    Tally marks = new Tally();
    for (Glyph glyph : glyphs) {
      (glyph.isWordPart() ? letters : marks).add(glyph.face());
    }
    return (letters.all > 0 ? letters : marks).shares();
  }

  /** Counts glyphs by kind of face. */
  private static final class Tally {
    private int all;
    private int bold;
    private int italic;
    private int sans;

    void add(Face face) {
      all++;
      bold += face.bold() ? 1 : 0;
      italic += face.italic() ? 1 : 0;
      sans += face.sans() ? 1 : 0;
    }

    Shares shares() {
      float whole = Math.max(1, all);
      return new Shares(bold / whole, italic / whole, sans / whole);
    }
  }

  /**
   * Width of the first word, up to a place where a line may break: a reference to a footnote and
   * the number after a section sign stand behind a thin space and stay with it.
   */
  private float firstWord() {
    Glyph first = glyphs.isEmpty() ? null : glyphs.get(0);
    Glyph before = first;
    for (Glyph glyph : glyphs) {
      if (before == null || first == null) {
        break;
      }
      float gap = glyph.x() - before.end();
      if (glyph.isSpace() || gap > BINDING_SPACE * Math.max(glyph.size(), before.size())) {
        break;
      }
      before = glyph;
      if (isBreak(glyph) && glyph.x() > first.x()) {
        break;
      }
    }
    return first == null || before == null ? 0 : before.end() - first.x();
  }

  private static boolean isBreak(Glyph glyph) {
    return glyph.text().equals("-")
        || glyph.text().equals("\u2013")
        || glyph.text().equals("\u2014");
  }

  /** The size of small capitals in the line, 0 if it has none. */
  private float smallCapitals() {
    for (int i = 1; i < glyphs.size(); i++) {
      Glyph big = glyphs.get(i - 1);
      Glyph small = glyphs.get(i);
      if (small.size() < SMALL_CAPITAL * big.size()
          && big.isUpperCase()
          && small.isUpperCase()
          && Math.abs(small.y() - big.y()) < 0.2f
          && small.face().equals(big.face())
          && small.x() - big.end() < SPACE * big.size()) {
        return small.size();
      }
    }
    return 0;
  }

  /** The text of the line, without spaces at its ends. */
  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    Style style = Style.PLAIN;
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      boolean gap = i > 0 && glyph.x() - glyphs.get(i - 1).end() > SPACE * glyph.size();
      if (glyph.isSpace() || gap) {
        space(open, runs);
      }
      if (glyph.isSpace()) {
        continue;
      }
      int accent = accent(glyph);
      if (accent >= 0 && i > 0 && stands(glyph, glyphs.get(i - 1)) && open.length() > 0) {
        open.append(COMBINING.charAt(accent));
        continue;
      }
      if (accent >= 0 && i + 1 < glyphs.size() && stands(glyph, glyphs.get(i + 1))) {
        Glyph letter = glyphs.get(i + 1);
        style = turn(style(letter, style), style, open, runs);
        open.append(letter(letter)).append(COMBINING.charAt(accent));
        i++;
        continue;
      }
      style = turn(style(glyph, style), style, open, runs);
      open.append(letter(glyph));
    }
    turn(Style.PLAIN, style, open, runs);
    if (open.length() > 0) {
      runs.add(new Run(open.toString(), style));
    }
    return Runs.tidy(runs.stream().map(run -> new Run(composed(run.text()), run.style())).toList());
  }

  /** Letters with their accents in one, and the letters of a ligature one by one. */
  private static String composed(String text) {
    if (isPlain(text)) {
      return text;
    }
    String spelled =
        LIGATURE
            .matcher(text)
            .replaceAll(ligature -> Normalizer.normalize(ligature.group(), Normalizer.Form.NFKC));
    return Normalizer.normalize(spelled, Normalizer.Form.NFC);
  }

  /** Whether there is nothing to compose: accents and ligatures lie behind Latin-1. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '\u00ff') {
        return false;
      }
    }
    return true;
  }

  private static Style turn(Style next, Style style, StringBuilder open, List<Run> runs) {
    if (!next.equals(style) && open.length() > 0) {
      runs.add(new Run(open.toString(), style));
      open.setLength(0);
    }
    return next;
  }

  private static void space(StringBuilder open, List<Run> runs) {
    boolean spaced =
        open.length() > 0
            ? open.charAt(open.length() - 1) == ' '
            : runs.isEmpty() || runs.get(runs.size() - 1).text().endsWith(" ");
    if (!spaced) {
      open.append(' ');
    }
  }

  private String letter(Glyph glyph) {
    boolean small =
        smallCapitals > 0 && glyph.isUpperCase() && glyph.size() <= smallCapitals + 0.1f;
    return small ? glyph.text().toLowerCase(Locale.ROOT) : glyph.text();
  }

  /** The style of a glyph; the one before it if it is the same, as it mostly is. */
  private Style style(Glyph glyph, Style before) {
    Rise rise = Rise.NONE;
    if (glyph.size() < RAISED_SIZE * size) {
      if (glyph.y() - y > RAISED_BY * size) {
        rise = Rise.SUPER;
      } else if (y - glyph.y() > RAISED_BY * size) {
        rise = Rise.SUB;
      }
    }
    boolean bold = glyph.face().bold();
    boolean italic = glyph.face().italic();
    return before.rise() == rise && before.bold() == bold && before.italic() == italic
        ? before
        : new Style(bold, italic, rise);
  }

  static int accent(Glyph glyph) {
    return glyph.text().length() == 1 ? ACCENTS.indexOf(glyph.text().charAt(0)) : -1;
  }

  private static boolean stands(Glyph accent, Glyph letter) {
    float middle = accent.x() + accent.width() / 2;
    return letter.text().codePoints().allMatch(Character::isLetter)
        && middle > letter.x()
        && middle < letter.end();
  }
}
