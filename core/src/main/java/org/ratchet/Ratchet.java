package org.ratchet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ratchet.Comparison.Basis;
import org.ratchet.amend.Amender;
import org.ratchet.amend.Ledger;
import org.ratchet.amend.LedgerLine;
import org.ratchet.amend.Outcome;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.diff.Change;
import org.ratchet.diff.Differ;
import org.ratchet.document.Document;
import org.ratchet.document.DocumentReader;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.meaning.Classifier;
import org.ratchet.meaning.Delta;
import org.ratchet.meaning.Finding;
import org.ratchet.meaning.Meaning;
import org.ratchet.meaning.Product;
import org.ratchet.meaning.Release;
import org.ratchet.meaning.Vocabulary;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.SourceReaders;
import org.ratchet.source.SourceText;
import org.ratchet.text.Diagnostic;

/**
 * Reads documents and compares them. Immutable and safe to share between threads: build once,
 * share.
 *
 * <pre>{@code
 * Ratchet ratchet = Ratchet.standard();
 * Comparison comparison = ratchet.compare(Path.of("before.pdf"), Path.of("after.pdf"));
 * for (Finding finding : comparison.findings(Direction.TIGHTER)) {
 *   System.out.println(finding.citation() + ": " + finding.statement());
 * }
 * }</pre>
 */
public final class Ratchet {

  private final SourceReaders readers;
  private final ReadLimits limits;
  private final Meaning meaning;
  private final Vocabulary vocabulary;

  private Ratchet(Builder builder) {
    this.readers = builder.readers;
    this.limits = builder.limits;
    this.vocabulary = builder.vocabulary;
    this.meaning = builder.meaning.orElseGet(() -> Meaning.with(builder.vocabulary));
  }

  /** All formats, all checks, and the standard limits. */
  public static Ratchet standard() {
    return builder().build();
  }

  /** For callers who want other readers, limits or checks. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what a {@link Ratchet} is made of. */
  public static final class Builder {

    private SourceReaders readers = SourceReaders.standard();
    private ReadLimits limits = ReadLimits.standard();
    private Optional<Meaning> meaning = Optional.empty();
    private Vocabulary vocabulary = Vocabulary.standard();

    private Builder() {}

    /** The formats that can be read. */
    public Builder readers(SourceReaders those) {
      this.readers = those;
      return this;
    }

    /** What reading one file may cost. */
    public Builder limits(ReadLimits those) {
      this.limits = those;
      return this;
    }

    /** The checks that judge what a change means; else those of this release. */
    public Builder meaning(Meaning that) {
      this.meaning = Optional.of(that);
      return this;
    }

    /**
     * The quantities, units and characteristics by which criteria and products are understood. The
     * checks of this release use it too; checks of the caller's choice have their own.
     */
    public Builder vocabulary(Vocabulary that) {
      this.vocabulary = that;
      return this;
    }

    /** The configured instance. */
    public Ratchet build() {
      return new Ratchet(this);
    }
  }

  /**
   * The text of a document as blocks in reading order.
   *
   * @throws org.ratchet.source.UnreadableSourceException with the reason if it cannot be read
   */
  public SourceText text(Source source) throws IOException {
    return readers.read(source, limits);
  }

  /**
   * A document with its clauses.
   *
   * @throws org.ratchet.source.UnreadableSourceException with the reason if it cannot be read
   */
  public Document read(Source source) throws IOException {
    return new DocumentReader(readers, limits).read(source);
  }

  /**
   * Compares two files.
   *
   * @throws org.ratchet.source.UnreadableSourceException with the reason if one cannot be read
   */
  public Comparison compare(Path before, Path after) throws IOException {
    return compare(read(Source.of(before)), read(Source.of(after)));
  }

  /** Compares two documents without a base text: what neither sets out stays unknown. */
  public Comparison compare(Document before, Document after) {
    return compare(Optional.empty(), before, after, Optional.empty());
  }

  /**
   * Compares two documents.
   *
   * @param base the regulation before both, for rules; what it shows is known
   * @param before a rule or a regulation
   * @param after a rule or a regulation
   * @param basis how they relate; if absent it is judged from what they are and from RIN and docket
   * @throws IllegalArgumentException if the basis does not fit the documents, or the base is a rule
   */
  public Comparison compare(
      Optional<Document> base, Document before, Document after, Optional<Basis> basis) {
    Basis chosen = basis.orElseGet(() -> judgeBasis(before, after));
    Sides sides = Sides.of(chosen, stateOf(base), before, after);
    List<Change> all = Differ.standard().compare(sides.before(), sides.after());
    List<Change> changes = all.stream().filter(change -> !change.editorial()).toList();
    List<Change> editorial = all.stream().filter(Change::editorial).toList();
    List<Finding> findings =
        meaning.examine(
            new Delta(
                sides.before(),
                sides.after(),
                changes,
                chosen == Basis.ALTERNATIVE ? rules(before) : List.of(),
                chosen == Basis.TEXTS ? List.of() : rules(after)));
    Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    base.ifPresent(document -> diagnostics.addAll(document.diagnostics()));
    diagnostics.addAll(before.diagnostics());
    diagnostics.addAll(after.diagnostics());
    if (chosen == Basis.SUCCESSIVE) {
      Order.doubt(before, after).ifPresent(diagnostics::add);
    }
    return new Comparison(
        chosen,
        base,
        before,
        after,
        sides.before(),
        sides.after(),
        sides.ledger(),
        changes,
        editorial,
        findings,
        List.copyOf(diagnostics));
  }

  private static List<Rule> rules(Document document) {
    return document instanceof Rule rule ? List.of(rule) : List.of();
  }

  /**
   * The products of a table in CSV: one column {@code product}, columns {@code source…} and {@code
   * note…} for people, and one column for each fact, as {@link Product#of} takes it.
   *
   * @throws org.ratchet.source.UnreadableSourceException with line and column if a cell is not
   *     understood, or two products have one name
   */
  public List<Product> products(Source table) throws IOException {
    return ProductTable.read(table, limits, vocabulary);
  }

  /**
   * What the control list says of products after each document.
   *
   * @param base the regulation before the first document; what it shows is known
   * @param documents each executed on the state after those before it; rules that all tell when
   *     they were published in that order, other documents in the order given
   * @param only the entries or paragraphs to examine; if empty, every entry that measures what is
   *     given of a product
   * @throws IllegalArgumentException if the base is a rule
   */
  public Classification classify(
      List<Product> products,
      Optional<Document> base,
      List<Document> documents,
      List<Citation> only) {
    Classifier classifier = Classifier.with(vocabulary);
    State state = stateOf(base);
    List<Release> releases = new ArrayList<>();
    Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    base.ifPresent(document -> diagnostics.addAll(document.diagnostics()));
    for (Document document : Order.legal(documents)) {
      diagnostics.addAll(document.diagnostics());
      state = after(state, document);
      releases.add(classifier.classify(name(document), state, products, only));
    }
    return new Classification(products, releases, List.copyOf(diagnostics));
  }

  private static State after(State before, Document document) {
    return document instanceof Rule rule
        ? Amender.standard().apply(before, rule).state()
        : State.of((Regulation) document);
  }

  private static String name(Document document) {
    return document instanceof Rule rule && !rule.metadata().number().isBlank()
        ? rule.metadata().number()
        : document.provenance().name();
  }

  private static State stateOf(Optional<Document> base) {
    if (base.isEmpty()) {
      return State.empty();
    }
    if (base.get() instanceof Regulation regulation) {
      return State.of(regulation);
    }
    throw new IllegalArgumentException(
        base.get().provenance().name() + " is a rule; a base is a text of the regulation");
  }

  /**
   * Two versions of one rule share a RIN or a docket, and at least one of them is a proposal; two
   * final rules of one RIN follow each other.
   */
  private static Basis judgeBasis(Document before, Document after) {
    if (before instanceof Regulation) {
      return after instanceof Regulation ? Basis.TEXTS : Basis.RULE;
    }
    if (after instanceof Regulation) {
      return Basis.TEXTS;
    }
    Rule left = (Rule) before;
    Rule right = (Rule) after;
    boolean related = Numbers.related(left.metadata(), right.metadata());
    boolean sameDocument =
        !left.metadata().number().isBlank()
            && left.metadata().number().equals(right.metadata().number());
    return sameDocument || (related && (proposes(left) || proposes(right)))
        ? Basis.ALTERNATIVE
        : Basis.SUCCESSIVE;
  }

  private static boolean proposes(Rule rule) {
    return rule.metadata().action().toLowerCase(Locale.ROOT).contains("propos");
  }

  private record Sides(State before, State after, Ledger ledger) {

    static Sides of(Basis basis, State base, Document before, Document after) {
      return switch (basis) {
        case TEXTS -> new Sides(textOf(before), textOf(after), new Ledger(List.of()));
        case RULE -> rule(textOf(before), ruleOf(after));
        case SUCCESSIVE -> successive(base, ruleOf(before), ruleOf(after));
        case ALTERNATIVE -> alternative(base, ruleOf(before), ruleOf(after));
      };
    }

    private static Sides rule(State text, Rule rule) {
      Outcome outcome = Amender.standard().apply(text, rule);
      return new Sides(text, outcome.state(), outcome.ledger());
    }

    private static Sides successive(State base, Rule first, Rule second) {
      Outcome one = Amender.standard().apply(base, first);
      Outcome two = Amender.standard().apply(one.state(), second);
      return new Sides(one.state(), two.state(), both(one, two));
    }

    private static Sides alternative(State base, Rule first, Rule second) {
      Outcome one = Amender.standard().apply(base, first);
      Outcome two = Amender.standard().apply(base, second);
      return new Sides(one.state(), two.state(), both(one, two));
    }

    private static Ledger both(Outcome one, Outcome two) {
      List<LedgerLine> lines = new ArrayList<>(one.ledger().lines());
      lines.addAll(two.ledger().lines());
      return new Ledger(lines);
    }

    private static State textOf(Document document) {
      if (document instanceof Regulation regulation) {
        return State.of(regulation);
      }
      return Amender.standard().apply(State.empty(), (Rule) document).state();
    }

    private static Rule ruleOf(Document document) {
      if (document instanceof Rule rule) {
        return rule;
      }
      throw new IllegalArgumentException(
          document.provenance().name() + " is a text of the regulation, not a rule");
    }
  }
}
