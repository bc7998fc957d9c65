package org.ratchet.amend;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Subpart;
import org.ratchet.document.Regulation;
import org.ratchet.document.SourceCitation;
import org.ratchet.document.StatusNote;

/**
 * The regulation as far as it is known after some documents: its clauses, and which instruction
 * last touched each. Immutable and safe to share between threads.
 *
 * <p>What was never set out is <em>unknown</em>, not absent: see {@link #knowledge}.
 *
 * <pre>{@code
 * State after = Amender.standard().apply(State.empty(), rule).state();
 * after.knowledge(Citation.section(15, "744.23"));   // KNOWN if the rule sets it out whole
 * }</pre>
 */
public final class State {

  /** What a state can say of a citation. */
  public enum Knowledge {
    /** The clause is there and its text is shown. */
    KNOWN,
    /** Its place is wholly shown and it is not there, or an instruction removed it. */
    ABSENT,
    /** Its text has not been shown by any document. */
    UNKNOWN
  }

  private final List<Clause> clauses;
  private final Map<Citation, LedgerLine> causes;
  private final Map<Citation, Citation> origins;
  private final Map<Citation, SourceCitation> sources;
  private final List<StatusNote> status;
  private final Optional<LocalDate> asOf;
  private volatile @Nullable Map<Citation, Clause> index;

  /** A state in which nothing was redesignated. */
  public State(List<Clause> clauses, Map<Citation, LedgerLine> causes) {
    this(clauses, causes, Map.of());
  }

  /**
   * A state.
   *
   * @param clauses the roots, parts of the CFR in natural order; a part or section may hold only
   *     the units that some document showed, the rest standing as an {@link
   *     org.ratchet.clause.Ellipsis}
   * @param causes for each citation that an instruction touched, the line of the ledger that did it
   *     last
   * @param origins for each citation that an instruction filled by redesignation, the citation
   *     where the unit stood first; {@link Citation#ROOT} for a new unit at a citation that another
   *     one had left
   */
  public State(
      List<Clause> clauses, Map<Citation, LedgerLine> causes, Map<Citation, Citation> origins) {
    this(clauses, causes, origins, Map.of(), List.of(), Optional.empty());
  }

  private State(
      List<Clause> clauses,
      Map<Citation, LedgerLine> causes,
      Map<Citation, Citation> origins,
      Map<Citation, SourceCitation> sources,
      List<StatusNote> status,
      Optional<LocalDate> asOf) {
    this.clauses = List.copyOf(clauses);
    this.causes = Map.copyOf(causes);
    this.origins = Map.copyOf(origins);
    this.sources = Map.copyOf(sources);
    this.status = List.copyOf(status);
    this.asOf = asOf;
  }

  /** Nothing is known. */
  public static State empty() {
    return new State(List.of(), Map.of());
  }

  /** The state that a regulation shows. */
  public static State of(Regulation regulation) {
    Map<Citation, SourceCitation> sources = new HashMap<>();
    regulation.sources().forEach(source -> sources.put(source.unit(), source));
    return new State(
        regulation.clauses(),
        Map.of(),
        Map.of(),
        sources,
        regulation.status(),
        Period.asOf(regulation.asOf()));
  }

  /** The roots, parts of the CFR in natural order. */
  public List<Clause> clauses() {
    return clauses;
  }

  /** For each citation that an instruction touched, the line of the ledger that did it last. */
  public Map<Citation, LedgerLine> causes() {
    return causes;
  }

  /** For each citation filled by redesignation, the citation where the unit stood first. */
  public Map<Citation, Citation> origins() {
    return origins;
  }

  /**
   * For each unit whose documents are known, their citation. A unit that an instruction touched has
   * another one, which its next edition prints first: it is not known.
   */
  public Map<Citation, SourceCitation> sources() {
    return sources;
  }

  /**
   * The day of the text that this state was made from, if the text tells it: what took effect by
   * then is part of it.
   */
  public Optional<LocalDate> asOf() {
    return asOf;
  }

  /** This state with the day and the source citations of the text that it was made from. */
  State madeFrom(State base) {
    Map<Citation, SourceCitation> kept = new HashMap<>(base.sources);
    kept.keySet().removeIf(this::amended);
    return new State(clauses, causes, origins, kept, status, base.asOf);
  }

  /**
   * The standing of the text where the text itself does not tell it: what is stayed, until when and
   * by which document, and what will change. A stay leaves the clauses as they are.
   */
  public List<StatusNote> status() {
    return status;
  }

  /** This state with other notes on the standing of its text. */
  State withStatus(List<StatusNote> notes) {
    return new State(clauses, causes, origins, sources, notes, asOf);
  }

  /** What stays a citation, or a unit around it; none if it is not known to be stayed. */
  public Optional<StatusNote> stay(Citation citation) {
    return status.stream()
        .filter(note -> note.kind() == StatusNote.Kind.STAYED && note.extent().isEmpty())
        .filter(note -> note.unit().isPrefixOf(citation))
        .findFirst();
  }

  /** The clause at a citation, if the state holds it. */
  public Optional<Clause> find(Citation citation) {
    return Optional.ofNullable(index().get(citation));
  }

  /** The line of the ledger that last touched a citation or the nearest unit around it. */
  public Optional<LedgerLine> cause(Citation citation) {
    for (Citation at = citation; !at.steps().isEmpty(); at = at.parent()) {
      LedgerLine line = causes.get(at);
      if (line != null) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether an instruction touched a unit or the unit around it, or a text in it; the units of a
   * part or subpart answer for themselves.
   */
  public boolean amended(Citation unit) {
    boolean holdsUnits = unit.last().kind() == Kind.PART || unit.last().kind() == Kind.HEADING;
    return cause(unit).isPresent()
        || (!holdsUnits && causes.keySet().stream().anyMatch(unit::isPrefixOf));
  }

  /** What this state can say of a citation. */
  public Knowledge knowledge(Citation citation) {
    return knowledge(citation, this::find, causes.keySet(), origins);
  }

  /** The same of clauses that are still being amended. */
  static Knowledge knowledge(
      Citation citation,
      Function<Citation, Optional<Clause>> clauses,
      Set<Citation> touched,
      Map<Citation, Citation> origins) {
    Optional<Clause> found = clauses.apply(citation);
    if (found.isPresent()) {
      return found.get().content().shown() == Shown.WHOLE ? Knowledge.KNOWN : Knowledge.UNKNOWN;
    }
    for (Citation at = citation; !at.steps().isEmpty(); at = at.parent()) {
      Citation origin = origins.get(at);
      if (origin != null && !origin.steps().isEmpty()) {
        return Knowledge.UNKNOWN;
      }
      if (touched.contains(at) && clauses.apply(at).isEmpty()) {
        return Knowledge.ABSENT;
      }
      Optional<Clause> around = clauses.apply(at);
      if (around.isPresent()) {
        return whollyShown(around.get()) ? Knowledge.ABSENT : Knowledge.UNKNOWN;
      }
    }
    return Knowledge.UNKNOWN;
  }

  /** Whether nothing under a clause is hidden by asterisks, not even within headings that group. */
  private static boolean whollyShown(Clause clause) {
    return clause.content().shown() == Shown.WHOLE
        && clause.children().stream()
            .noneMatch(
                child -> child instanceof Ellipsis || (groups(child) && !whollyShown(child)));
  }

  private static boolean groups(Clause clause) {
    return clause instanceof Subpart || clause instanceof EccnPart;
  }

  private Map<Citation, Clause> index() {
    Map<Citation, Clause> built = index;
    if (built == null) {
      Map<Citation, Clause> fresh = new HashMap<>();
      clauses.forEach(clause -> collect(clause, fresh));
      index = fresh;
      built = fresh;
    }
    return built;
  }

  private static void collect(Clause clause, Map<Citation, Clause> into) {
    if (!(clause instanceof Ellipsis)) {
      into.putIfAbsent(clause.citation(), clause);
    }
    clause.children().forEach(child -> collect(child, into));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof State that
        && clauses.equals(that.clauses)
        && causes.equals(that.causes)
        && origins.equals(that.origins)
        && sources.equals(that.sources)
        && status.equals(that.status)
        && asOf.equals(that.asOf);
  }

  @Override
  public int hashCode() {
    return Objects.hash(clauses, causes, origins, sources, status, asOf);
  }

  @Override
  public String toString() {
    return "State[" + clauses.size() + " parts, " + causes.size() + " causes]";
  }
}
