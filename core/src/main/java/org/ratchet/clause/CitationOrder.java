package org.ratchet.clause;

import java.util.List;
import org.ratchet.clause.Step.Kind;

/**
 * The order of citations: that of the printed text where labels tell it. (a) before (b) before
 * (aa), 9 before 23, and numerals by value where the paragraph above has a number, as 1 CFR 21.11
 * orders them.
 */
final class CitationOrder {

  /** What stands first in a unit when the kinds of two siblings differ. */
  private static final List<Kind> KINDS =
      List.of(
          Kind.TITLE,
          Kind.PART,
          Kind.AUTHORITY,
          Kind.SECTION,
          Kind.SUPPLEMENT,
          Kind.APPENDIX,
          Kind.HEADING,
          Kind.ECCN,
          Kind.ECCN_PART,
          Kind.UNLABELLED,
          Kind.PARAGRAPH,
          Kind.DEFINITION,
          Kind.NOTE,
          Kind.TABLE,
          Kind.ROW,
          Kind.COUNTRY,
          Kind.ENTITY,
          Kind.ELLIPSIS);

  private CitationOrder() {}

  static int compare(Citation left, Citation right) {
    List<Step> a = left.steps();
    List<Step> b = right.steps();
    int shared = Math.min(a.size(), b.size());
    for (int i = 0; i < shared; i++) {
      if (!a.get(i).equals(b.get(i))) {
        return compare(a.get(i), b.get(i), underNumber(a, i));
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** Paragraphs under a number are numerals in a section, and letters in an entry. */
  private static boolean underNumber(List<Step> steps, int at) {
    if (at == 0 || steps.get(at - 1).kind() != Kind.PARAGRAPH) {
      return false;
    }
    boolean number = steps.get(at - 1).label().chars().allMatch(Character::isDigit);
    return number && steps.stream().noneMatch(step -> step.kind() == Kind.ECCN);
  }

  private static int compare(Step a, Step b, boolean numerals) {
    if (a.kind() != b.kind()) {
      return Integer.compare(KINDS.indexOf(a.kind()), KINDS.indexOf(b.kind()));
    }
    int order =
        switch (a.kind()) {
          case PARAGRAPH -> paragraphs(a.label(), b.label(), numerals);
          case ECCN_PART -> role(a.label()).compareTo(role(b.label()));
          default -> 0;
        };
    if (order == 0) {
      order = natural(a.label(), b.label());
    }
    return order != 0 ? order : Integer.compare(a.ordinal(), b.ordinal());
  }

  private static EccnPart.Role role(String part) {
    return EccnPart.Role.named(part).orElse(EccnPart.Role.OTHER);
  }

  private static int paragraphs(String a, String b, boolean numerals) {
    if (numerals) {
      int left = Designator.roman(a);
      int right = Designator.roman(b);
      if (left > 0 || right > 0) {
        return left == 0 ? 1 : right == 0 ? -1 : Integer.compare(left, right);
      }
    }
    boolean letters = isLetters(a) && isLetters(b);
    return letters ? Integer.compare(a.length(), b.length()) : 0;
  }

  private static boolean isLetters(String label) {
    return !label.isEmpty() && label.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Runs of digits by value, the rest by character; ties by case, so that order fits equality. */
  private static int natural(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = digitsEnd(a, i);
        int endB = digitsEnd(b, j);
        int order = numbers(a.substring(i, endA), b.substring(j, endB));
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else {
        int order =
            Character.compare(
                Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    return order != 0 ? order : a.compareTo(b);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int numbers(String a, String b) {
    String left = a.replaceFirst("^0+(?=\\d)", "");
    String right = b.replaceFirst("^0+(?=\\d)", "");
    int order = Integer.compare(left.length(), right.length());
    return order != 0 ? order : left.compareTo(right);
  }
}
