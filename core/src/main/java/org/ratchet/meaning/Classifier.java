package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ratchet.amend.State;
import org.ratchet.amend.State.Knowledge;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Criterion.Threshold;
import org.ratchet.meaning.Verdict.ExceptionLine;
import org.ratchet.meaning.Verdict.Missing;
import org.ratchet.meaning.Verdict.Outcome;

/**
 * Asks of products which paragraphs of the Commerce Control List specify them. Everything comes
 * from the text of the entries; what is not known stays unknown. Immutable and safe to share
 * between threads.
 */
public final class Classifier {

  private final Vocabulary vocabulary;

  private Classifier(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A classifier that knows quantities and characteristics by a vocabulary. */
  public static Classifier with(Vocabulary vocabulary) {
    return new Classifier(vocabulary);
  }

  /**
   * The verdicts on products in one state of the regulation.
   *
   * @param name what the state is called
   * @param only the entries, or paragraphs of entries, to examine; if there are none, every entry
   *     that measures something which is given of a product or computed from it
   */
  public Release classify(String name, State state, List<Product> products, List<Citation> only) {
    List<Examined> all =
        state.clauses().stream()
            .flatMap(Clause::stream)
            .filter(EccnEntry.class::isInstance)
            .map(entry -> Examined.of((EccnEntry) entry, only, vocabulary))
            .filter(entry -> only.isEmpty() ? measures(entry, products) : wanted(entry, only))
            .toList();
    List<Citation> hidden = only.stream().filter(citation -> hidden(state, citation)).toList();
    List<Citation> examined =
        only.isEmpty() ? all.stream().map(e -> e.entry().citation()).toList() : only;
    return new Release(
        name,
        examined,
        products.stream().map(product -> verdict(product, name, all, only, hidden)).toList());
  }

  private static boolean hidden(State state, Citation citation) {
    Citation entry = citation.upTo(Kind.ECCN);
    return state.find(entry).isEmpty() && state.knowledge(entry) == Knowledge.UNKNOWN;
  }

  private boolean measures(Examined entry, List<Product> products) {
    return entry.criterion().quantities().stream()
        .anyMatch(
            quantity ->
                products.stream()
                    .anyMatch(product -> new Facts(product, vocabulary, true).knows(quantity)));
  }

  private static boolean wanted(Examined entry, List<Citation> only) {
    Citation citation = entry.entry().citation();
    return only.stream().anyMatch(c -> c.isPrefixOf(citation) || citation.isPrefixOf(c));
  }

  /** An entry with its alternatives by the paragraph that states each. */
  private record Examined(
      EccnEntry entry,
      Criterion criterion,
      boolean complete,
      Map<Citation, List<Branch>> branches) {

    static Examined of(EccnEntry entry, List<Citation> only, Vocabulary vocabulary) {
      Criterion criterion = Criteria.of(entry, vocabulary).criterion();
      boolean complete =
          entry.stream()
              .filter(clause -> entry == clause || only.contains(clause.citation()))
              .filter(clause -> entry != clause || !within(entry, only))
              .allMatch(clause -> Criteria.of(clause, vocabulary).complete());
      return new Examined(
          entry,
          criterion,
          complete,
          Entries.reserved(entry) ? Map.of() : byParagraph(criterion, entry));
    }

    /** Whether only paragraphs of the entry are asked for. */
    private static boolean within(EccnEntry entry, List<Citation> only) {
      return !only.isEmpty() && only.stream().noneMatch(c -> c.isPrefixOf(entry.citation()));
    }

    private static Map<Citation, List<Branch>> byParagraph(Criterion criterion, EccnEntry entry) {
      Map<Citation, List<Branch>> branches = new LinkedHashMap<>();
      for (Branch branch : Branch.of(criterion)) {
        Citation stated = branch.citation();
        Citation at = stated.steps().isEmpty() ? entry.citation() : stated;
        branches.computeIfAbsent(at, citation -> new ArrayList<>()).add(branch);
      }
      return branches;
    }
  }

  private Verdict verdict(
      Product product,
      String release,
      List<Examined> entries,
      List<Citation> only,
      List<Citation> hidden) {
    Facts certain = new Facts(product, vocabulary, false);
    Facts assuming = new Facts(product, vocabulary, true);
    List<Citation> met = new ArrayList<>();
    Optional<Citation> governing = Optional.empty();
    Set<Missing> missing = new LinkedHashSet<>();
    Set<String> assumptions = new LinkedHashSet<>();
    hidden.forEach(citation -> missing.add(new Missing(citation, "its text is not shown")));
    for (Examined examined : entries) {
      if (!examined.complete()) {
        missing.add(new Missing(examined.entry().citation(), "paragraphs that are not shown"));
      }
      for (Map.Entry<Citation, List<Branch>> paragraph : examined.branches().entrySet()) {
        Citation citation = paragraph.getKey();
        if (!only.isEmpty() && only.stream().noneMatch(wanted -> wanted.isPrefixOf(citation))) {
          continue;
        }
        Criterion any =
            Criterion.any(paragraph.getValue().stream().map(Branch::criterion).toList());
        Truth truth = any.evaluate(assuming::test);
        if (any.evaluate(certain::test) != truth) {
          assumptions.addAll(assumptions(any, certain, assuming));
        }
        if (truth == Truth.TRUE) {
          met.add(citation);
          governing = missing.isEmpty() && met.size() == 1 ? Optional.of(citation) : governing;
        } else if (truth == Truth.UNKNOWN) {
          open(any, assuming).forEach(what -> missing.add(new Missing(citation, what)));
        }
      }
    }
    Outcome outcome =
        !met.isEmpty()
            ? Outcome.SPECIFIED
            : missing.isEmpty() ? Outcome.NOT_SPECIFIED : Outcome.UNKNOWN;
    List<ExceptionLine> exceptions =
        governing.map(citation -> exceptions(citation, entries, assuming)).orElse(List.of());
    return new Verdict(
        product.name(),
        release,
        outcome,
        met,
        governing,
        exceptions,
        List.copyOf(missing),
        List.copyOf(assumptions));
  }

  private List<ExceptionLine> exceptions(Citation governing, List<Examined> entries, Facts facts) {
    return entries.stream()
        .map(Examined::entry)
        .filter(entry -> entry.citation().isPrefixOf(governing))
        .flatMap(entry -> new ExceptionTerms(governing, facts, vocabulary).of(entry).stream())
        .toList();
  }

  /** What decides a criterion with an assumption and not without it. */
  private static List<String> assumptions(Criterion criterion, Facts certain, Facts assuming) {
    return criterion
        .literals()
        .filter(literal -> certain.test(literal) != assuming.test(literal))
        .flatMap(literal -> assuming.assumption(((Threshold) literal).quantity()).stream())
        .distinct()
        .toList();
  }

  /** What keeps a criterion open: of an alternative that is false, nothing does. */
  private static Set<String> open(Criterion criterion, Facts facts) {
    if (criterion.evaluate(facts::test) != Truth.UNKNOWN) {
      return Set.of();
    }
    Set<String> open = new LinkedHashSet<>();
    parts(criterion).forEach(part -> open.addAll(open(part, facts)));
    if (parts(criterion).findAny().isEmpty()) {
      open.addAll(facts.missing(criterion));
    }
    return open;
  }

  private static Stream<Criterion> parts(Criterion criterion) {
    if (criterion instanceof Criterion.AllOf all) {
      return all.parts().stream();
    }
    if (criterion instanceof Criterion.AnyOf any) {
      return any.parts().stream();
    }
    if (criterion instanceof Criterion.Not not) {
      return Stream.of(not.part());
    }
    return criterion instanceof Criterion.Stated stated
        ? Stream.of(stated.criterion())
        : Stream.empty();
  }
}
