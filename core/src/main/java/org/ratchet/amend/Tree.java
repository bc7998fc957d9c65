package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;

/** The clauses of a state while a rule is carried out. Every edit copies the path to its place. */
final class Tree {

  /** Puts something in the place of one clause of a list. */
  interface Edit {
    List<Clause> apply(List<Clause> siblings, int at);
  }

  private static final Pattern QUOTES = Pattern.compile("[“”\"'‘’]");
  private static final Pattern DASHES = Pattern.compile("[‐‑–—]");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern END_MARKS = Pattern.compile("[.,;:\\s]+$");

  private List<Clause> roots;

  Tree(List<Clause> roots) {
    this.roots = List.copyOf(roots);
  }

  List<Clause> roots() {
    return roots;
  }

  Optional<Clause> find(Citation citation) {
    return Optional.ofNullable(find(roots, citation));
  }

  private static @Nullable Clause find(List<Clause> clauses, Citation citation) {
    for (Clause clause : clauses) {
      if (is(clause, citation)) {
        return clause;
      }
      if (mayHold(clause, citation)) {
        Clause found = find(clause.children(), citation);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean is(Clause clause, Citation citation) {
    return !(clause instanceof Ellipsis) && clause.citation().equals(citation);
  }

  /** Groups such as subparts and parts of an entry are no step of what stands under them. */
  private static boolean mayHold(Clause clause, Citation citation) {
    return unit(clause.citation()).isPrefixOf(citation);
  }

  /** The smallest part, section, supplement or entry around a citation. */
  static Citation unit(Citation citation) {
    Citation unit = citation;
    while (!unit.steps().isEmpty() && !isUnit(unit.last().kind())) {
      unit = unit.parent();
    }
    return unit;
  }

  private static boolean isUnit(Kind kind) {
    return switch (kind) {
      case TITLE, PART, SECTION, SUPPLEMENT, APPENDIX, ECCN -> true;
      default -> false;
    };
  }

  /**
   * The clauses that an instruction may mean by a citation: the one at it; else those of the unit
   * that have the same labels, whatever headings and groups stand between.
   */
  List<Clause> meant(Citation citation) {
    Optional<Clause> exact = find(citation);
    if (exact.isPresent()) {
      return List.of(exact.get());
    }
    Optional<Clause> unit = find(unit(citation));
    List<Clause> meant =
        unit.map(Stream::of)
            .orElseGet(() -> groups(unit(citation)))
            .flatMap(Clause::stream)
            .filter(clause -> !(clause instanceof Ellipsis) && means(citation, clause.citation()))
            .toList();
    boolean term = !citation.steps().isEmpty() && citation.last().kind() == Kind.DEFINITION;
    return meant.isEmpty() && term && unit.isPresent()
        ? defining(unit.get(), citation.last().label())
        : inTable(citation, meant);
  }

  /** Groups of a unit, such as a subpart, that are set out without the unit around them. */
  private Stream<Clause> groups(Citation unit) {
    return roots.stream()
        .filter(root -> !isUnit(root.citation().last().kind()))
        .filter(root -> unit(root.citation()).equals(unit));
  }

  /** Paragraphs that begin with a term and a point, where a text does not mark its definitions. */
  private static List<Clause> defining(Clause section, String label) {
    String term = folded(label) + ".";
    return section.stream()
        .filter(clause -> clause.citation().last().kind() == Kind.UNLABELLED)
        .filter(clause -> folded(clause.content().ownText() + "x").startsWith(term))
        .toList();
  }

  private static boolean means(Citation named, Citation printed) {
    List<Step> left = labels(named, true);
    boolean headings = left.stream().anyMatch(step -> step.kind() == Kind.HEADING);
    List<Step> right = labels(printed, headings);
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!sameLabel(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Those in a table that is named by itself or by a heading above it, such as Country Group A. Of
   * rows and the like, all where no table has that name; of tables, none.
   */
  private static List<Clause> inTable(Citation named, List<Clause> clauses) {
    Citation table = named.upTo(Kind.TABLE);
    if (table.steps().isEmpty() || table.last().label().isEmpty()) {
      return clauses;
    }
    String name = folded(table.last().label());
    List<Clause> inside =
        clauses.stream()
            .filter(clause -> !clause.citation().upTo(Kind.TABLE).steps().isEmpty())
            .filter(
                clause ->
                    clause.citation().steps().stream()
                        .filter(step -> step.kind() == Kind.HEADING || step.kind() == Kind.TABLE)
                        .anyMatch(step -> folded(step.label()).equals(name)))
            .toList();
    boolean itself = named.last().kind() == Kind.TABLE;
    return inside.isEmpty() && !itself ? clauses : inside;
  }

  private static List<Step> labels(Citation citation, boolean headings) {
    List<Step> steps = citation.steps();
    return steps.stream()
        .filter(
            step ->
                switch (step.kind()) {
                  case HEADING -> headings;
                  case ECCN_PART, TABLE -> step.equals(citation.last());
                  default -> true;
                })
        .toList();
  }

  private static boolean sameLabel(Step named, Step printed) {
    if (named.kind() != printed.kind() || named.ordinal() != printed.ordinal()) {
      return false;
    }
    return switch (named.kind()) {
      case HEADING, ECCN_PART -> begins(folded(printed.label()), folded(named.label()));
      case TABLE -> true;
      case DEFINITION, NOTE, COUNTRY, ROW -> folded(named.label()).equals(folded(printed.label()));
      case ENTITY -> sameEntity(folded(named.label()), folded(printed.label()));
      default -> named.label().equals(printed.label());
    };
  }

  private static boolean begins(String printed, String named) {
    return printed.startsWith(named)
        && (printed.length() == named.length()
            || !Character.isLetterOrDigit(printed.charAt(named.length())));
  }

  private static boolean sameEntity(String named, String printed) {
    return named.equals(printed)
        || named.startsWith(printed + ",")
        || named.startsWith(printed + ".,");
  }

  static String folded(String label) {
    String plain = QUOTES.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("");
    plain = SPACES.matcher(DASHES.matcher(plain).replaceAll("-")).replaceAll(" ");
    return END_MARKS.matcher(plain).replaceAll("");
  }

  /** What holds the clause at a citation: its parent, or a group under that. */
  Optional<Citation> holding(Citation citation) {
    return holding(roots, citation);
  }

  private static Optional<Citation> holding(List<Clause> clauses, Citation citation) {
    for (Clause clause : clauses) {
      if (mayHold(clause, citation)) {
        boolean holds = clause.children().stream().anyMatch(child -> is(child, citation));
        Optional<Citation> holding =
            holds ? Optional.of(clause.citation()) : holding(clause.children(), citation);
        if (holding.isPresent()) {
          return holding;
        }
      }
    }
    return Optional.empty();
  }

  /** The list in which the clause at a citation stands. */
  List<Clause> siblings(Citation citation) {
    List<List<Clause>> found = new ArrayList<>();
    edit(
        citation,
        (siblings, at) -> {
          found.add(siblings);
          return siblings;
        });
    return found.isEmpty() ? List.of() : found.get(0);
  }

  /** Edits the list in which the clause at a citation stands; false if it is not there. */
  boolean edit(Citation citation, Edit edit) {
    List<Clause> edited = edit(roots, citation, edit);
    if (edited == null) {
      return false;
    }
    roots = List.copyOf(edited);
    return true;
  }

  private static @Nullable List<Clause> edit(List<Clause> clauses, Citation citation, Edit edit) {
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      if (is(clause, citation)) {
        return edit.apply(clauses, i);
      }
      if (mayHold(clause, citation)) {
        List<Clause> children = edit(clause.children(), citation, edit);
        if (children != null) {
          List<Clause> copy = new ArrayList<>(clauses);
          copy.set(i, clause.withContent(clause.content().withChildren(children)));
          return copy;
        }
      }
    }
    return null;
  }

  void replace(Citation citation, Clause clause) {
    edit(
        citation,
        (siblings, at) -> {
          List<Clause> copy = new ArrayList<>(siblings);
          copy.set(at, clause);
          return copy;
        });
  }

  void remove(Citation citation) {
    edit(
        citation,
        (siblings, at) -> {
          List<Clause> copy = new ArrayList<>(siblings);
          copy.remove(at);
          return copy;
        });
  }

  /** Adds a root in its natural place. */
  void addRoot(Clause clause) {
    List<Clause> copy = new ArrayList<>(roots);
    int at = 0;
    while (at < copy.size() && copy.get(at).citation().compareTo(clause.citation()) < 0) {
      at++;
    }
    copy.add(at, clause);
    roots = List.copyOf(copy);
  }

  /**
   * Puts a clause among its siblings in the order of their labels: after the greatest smaller one,
   * else before the smallest greater one, else at the end of a holder. Where asterisks stand at
   * that place, others remain on both sides.
   *
   * @param parent the clause whose label the siblings continue
   * @param holder the clause that holds it if it has no siblings, the parent or a group under it
   */
  void place(Clause clause, Clause parent, Citation holder) {
    Clause smaller = null;
    Clause greater = null;
    for (Clause sibling : siblings(clause, parent)) {
      if (sibling.citation().compareTo(clause.citation()) < 0) {
        smaller = smaller == null || isLess(smaller, sibling) ? sibling : smaller;
      } else {
        greater = greater == null || isLess(sibling, greater) ? sibling : greater;
      }
    }
    if (smaller != null) {
      boolean next = isNext(smaller.citation().last(), clause.citation().last());
      edit(
          smaller.citation(),
          (list, at) -> {
            List<Clause> copy = insert(list, at + 1, clause);
            if (next && copy.get(at + 1) instanceof Ellipsis) {
              copy.remove(at + 1);
            }
            return copy;
          });
    } else if (greater != null) {
      edit(greater.citation(), (list, at) -> insert(list, at, clause));
    } else {
      append(clause, holder);
    }
  }

  /** Between (b) and (c) nothing can stand that is not shown. */
  private static boolean isNext(Step smaller, Step step) {
    return smaller.kind() == Kind.PARAGRAPH
        && step.kind() == Kind.PARAGRAPH
        && Designations.isNext(smaller.label(), step.label());
  }

  private static boolean isLess(Clause left, Clause right) {
    return left.citation().compareTo(right.citation()) < 0;
  }

  private static List<Clause> siblings(Clause clause, Clause parent) {
    Citation of = clause.citation().parent();
    Kind kind = clause.citation().last().kind();
    boolean entity = kind == Kind.ENTITY;
    return inside(parent)
        .filter(other -> other.citation().last().kind() == kind && !(other instanceof Ellipsis))
        .filter(other -> entity || other.citation().parent().equals(of))
        .toList();
  }

  /** Everything of the unit, not what stands in units of its own. */
  private static Stream<Clause> inside(Clause parent) {
    return parent.children().stream()
        .flatMap(
            child ->
                isUnit(child.citation().last().kind())
                    ? Stream.of(child)
                    : Stream.concat(Stream.of(child), inside(child)));
  }

  private void append(Clause clause, Citation holder) {
    edit(
        holder,
        (list, at) -> {
          Clause old = list.get(at);
          List<Clause> children = old.children();
          List<Clause> copy = new ArrayList<>(list);
          copy.set(
              at,
              old.withContent(
                  old.content().withChildren(insert(children, children.size(), clause))));
          return copy;
        });
  }

  private static List<Clause> insert(List<Clause> list, int at, Clause clause) {
    List<Clause> copy = new ArrayList<>(list);
    copy.add(at, clause);
    boolean starsBefore = at > 0 && list.get(at - 1) instanceof Ellipsis;
    boolean starsAfter = at < list.size() && list.get(at) instanceof Ellipsis;
    if (starsBefore && !starsAfter) {
      copy.add(at + 1, list.get(at - 1));
    } else if (starsAfter && !starsBefore) {
      copy.add(at, list.get(at));
    }
    return copy;
  }
}
