package org.ratchet.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.clause.Clause;
import org.ratchet.clause.ClauseVisitor;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.TableRow;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;

/**
 * What a clause says itself, without its children.
 *
 * @param text heading and text, or the cells of a row separated by {@code " | "}
 * @param law characters at the front that are law; the rest are citations of sources, or lines of a
 *     table of contents, whose changes are editorial
 * @param listing whether it is an entry of a list, where marks between names and addresses carry no
 *     meaning
 */
record OwnText(String text, int law, boolean listing) {

  /** What stands between the cells of a row. */
  static final String BORDER = "|";

  private static final String CELLS = " " + BORDER + " ";
  private static final Pattern SOURCE = Pattern.compile("\\[?\\d+ FR \\d+.*\\]?", Pattern.DOTALL);

  /** A line of a table of contents repeats the heading of what it lists. */
  private static final Pattern CONTENTS =
      Pattern.compile(
          "Sec\\.?|§?\\s?(?<part>\\d{1,5}[a-z]?)\\.\\d\\S*\\s+[\\p{Lu}“\\[].*"
              + "|(?i:subpart|appendix|supplement)\\s+(?:(?i:no)\\.\\s*)?\\w+"
              + "(?:\\s+(?:to|of)\\s+(?i:sub)?(?i:part)\\s+\\w+)?\\s*[–—-].*",
          Pattern.DOTALL);

  /** What holds law; outside of them a part has only headings and its table of contents. */
  private static final Set<Kind> UNITS = EnumSet.of(Kind.SECTION, Kind.SUPPLEMENT, Kind.APPENDIX);

  static OwnText of(Clause clause) {
    return clause.accept(READER);
  }

  /** A text that is law throughout. */
  static OwnText plain(String text) {
    return new OwnText(text, text.length(), false);
  }

  /** A text that is no law: citations of sources. */
  static OwnText history(String text) {
    return new OwnText(text, 0, false);
  }

  boolean isSourceOnly() {
    return law == 0 && !text.isEmpty();
  }

  private static final ClauseVisitor<OwnText> READER =
      new ClauseVisitor.WithDefault<>() {
        @Override
        public OwnText visitOther(Clause clause) {
          String text = clause.content().ownText();
          boolean source =
              has(clause, EnumSet.of(Kind.AUTHORITY))
                  || (text.startsWith("[") && SOURCE.matcher(text).matches())
                  || isContents(clause, text);
          return source ? history(text) : plain(text);
        }

        @Override
        public OwnText visitControlRow(ControlRow row) {
          return plain(cells(List.of(row.control(), row.where())));
        }

        @Override
        public OwnText visitTableRow(TableRow row) {
          return plain(cells(row.cells()));
        }

        @Override
        public OwnText visitEntityEntry(EntityEntry entry) {
          String law =
              String.join(
                  CELLS, entry.content().ownText(), entry.requirement(), entry.policy() + CELLS);
          return new OwnText(law + entry.register(), law.length(), true);
        }
      };

  private static boolean isContents(Clause clause, String text) {
    Matcher line = CONTENTS.matcher(text);
    if (clause.citation().last().kind() != Kind.UNLABELLED
        || has(clause, UNITS)
        || !line.matches()) {
      return false;
    }
    String part = line.group("part");
    return part == null || clause.citation().steps().contains(Step.of(Kind.PART, part));
  }

  private static boolean has(Clause clause, Set<Kind> kinds) {
    return clause.citation().steps().stream().anyMatch(step -> kinds.contains(step.kind()));
  }

  private static String cells(List<List<Run>> cells) {
    return cells.stream().map(Runs::text).collect(Collectors.joining(CELLS));
  }
}
