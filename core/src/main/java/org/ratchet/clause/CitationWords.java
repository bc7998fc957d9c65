package org.ratchet.clause;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.clause.Step.Kind;

/** The words by which printed citations name their steps, shared by writing and reading. */
final class CitationWords {

  /** The title of the Export Administration Regulations, which people leave out. */
  static final String EAR_TITLE = "15";

  /** {@code Note 1}, {@code Technical Note 2}, {@code License Requirement Note}, {@code N.B.}. */
  static final Pattern NOTE =
      Pattern.compile(
          "(?:[A-Z][A-Za-z]* ){0,3}(?:Notes?|Footnotes?|N\\.B\\.|Nota Bene)(?: \\d{1,3}[a-z]?)?");

  /** The number of a table. */
  static final Pattern TABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

  /** Capitals without digits: {@code CHINA, PEOPLE'S REPUBLIC OF}. */
  private static final Pattern COUNTRY =
      Pattern.compile("\\p{Lu}[\\p{Lu}\\p{M} .'’()-]*[\\p{Lu}.)](?:, \\p{Lu}[\\p{Lu} .'’()-]*)*");

  /** {@code License Requirements}. */
  private static final Pattern ENTRY_PART = Pattern.compile("[A-Z][A-Za-z]*(?: [A-Za-z]+)*");

  /** A label that stands between brackets. */
  static final Pattern BRACKETED = Pattern.compile("[^()\"“”#,\\s][^()\"“”#,]*(?<!\\s)");

  /** A label between the points of an item of the Commerce Control List. */
  static final Pattern ITEM = Pattern.compile("[A-Za-z0-9]+");

  private CitationWords() {}

  /** The word that names a kind before a label in quotes. */
  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that a word names. */
  static Optional<Kind> kind(String word) {
    for (Kind kind : Kind.values()) {
      if (word(kind).equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether a label is written as the countries of a list of entities are. */
  static boolean isCountry(String label) {
    return COUNTRY.matcher(label).matches() && !NOTE.matcher(label).matches();
  }

  /** Whether a label is written as the names of an entry's parts are, without doubt. */
  static boolean isEntryPart(String label) {
    return ENTRY_PART.matcher(label).matches() && !NOTE.matcher(label).matches();
  }
}
