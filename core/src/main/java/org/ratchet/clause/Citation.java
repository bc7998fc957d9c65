package org.ratchet.clause;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.clause.Step.Kind;

/**
 * The address of a clause, and the key of everything: {@code 15 CFR 744.23(a)(1)(i)(A)}, {@code
 * ECCN 3A090.a.1}, {@code Note 1 to 3A090.a}, {@code Supp. No. 4 to Part 744, CHINA, "…"}.
 *
 * <p>Prints as the field writes it, parses back, and compares naturally: a.2 before a.10, (i)
 * before (ii) before (v), {@code (z)} before {@code (aa)}. A citation can be a prefix of another.
 *
 * <pre>{@code
 * Citation entry = Citation.parse("3A090");
 * entry.isPrefixOf(Citation.parse("ECCN 3A090.a.1"));   // true
 * }</pre>
 *
 * @param steps from the title of the CFR inwards
 */
public record Citation(List<Step> steps) implements Comparable<Citation> {

  /** The empty citation, prefix of every other. */
  public static final Citation ROOT = new Citation(List.of());

  /** Copies the steps. */
  public Citation {
    steps = List.copyOf(steps);
  }

  /** A part: {@code 15 CFR part 744}. */
  public static Citation part(int title, String part) {
    return ROOT.then(Kind.TITLE, Integer.toString(title)).then(Kind.PART, part);
  }

  /** A section: {@code 15 CFR 744.23}. Its part is the number before the point. */
  public static Citation section(int title, String number) {
    int point = number.indexOf('.');
    return part(title, point < 0 ? number : number.substring(0, point)).then(Kind.SECTION, number);
  }

  /** A supplement of a part: {@code Supp. No. 4 to Part 744}. */
  public static Citation supplement(int title, String part, String number) {
    return part(title, part).then(Kind.SUPPLEMENT, number);
  }

  /** An entry of the Commerce Control List (15 CFR part 774, supplement no. 1). */
  public static Citation eccn(String number) {
    return supplement(15, "774", "1").then(Kind.ECCN, number);
  }

  /**
   * Reads a citation as people write it.
   *
   * @throws IllegalArgumentException if it is no citation
   */
  public static Citation parse(String text) {
    return CitationFormat.parse(text);
  }

  /** This citation with one more step. */
  public Citation then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Citation(longer);
  }

  /** This citation with one more step, the first of its kind and label. */
  public Citation then(Kind kind, String label) {
    return then(Step.of(kind, label));
  }

  /** The citation without its last step. */
  public Citation parent() {
    return steps.isEmpty() ? this : new Citation(steps.subList(0, steps.size() - 1));
  }

  /** The last step. */
  public Step last() {
    return steps.get(steps.size() - 1);
  }

  /** Whether this is the other citation or an ancestor of it. */
  public boolean isPrefixOf(Citation other) {
    return steps.size() <= other.steps.size() && steps.equals(other.steps.subList(0, steps.size()));
  }

  /** The longest prefix that ends in a step of the given kind, or {@link #ROOT}. */
  public Citation upTo(Kind kind) {
    for (int end = steps.size(); end > 0; end--) {
      if (steps.get(end - 1).kind() == kind) {
        return new Citation(steps.subList(0, end));
      }
    }
    return ROOT;
  }

  /**
   * The citation with one prefix replaced by another, for redesignations and moves; a citation
   * without that prefix as it is, such as that of a section under a subpart that is renamed.
   */
  public Citation rebase(Citation from, Citation to) {
    if (!from.isPrefixOf(this)) {
      return this;
    }
    List<Step> rebased = new ArrayList<>(to.steps);
    rebased.addAll(steps.subList(from.steps.size(), steps.size()));
    return new Citation(rebased);
  }

  @Override
  public int compareTo(Citation other) {
    return CitationFormat.compare(this, other);
  }

  @Override
  public String toString() {
    return CitationFormat.print(this);
  }
}
