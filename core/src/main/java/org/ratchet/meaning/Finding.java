package org.ratchet.meaning;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ratchet.clause.Citation;
import org.ratchet.text.Span;

/**
 * What a change means.
 *
 * @param id stable id from content
 * @param check id of the check that made it
 * @param changes ids of the changes it explains
 * @param citation the provision
 * @param facet which side of control
 * @param dimension the other side when facet and dimension differ: a destination in an exception
 * @param direction which way
 * @param statement one sentence in plain words with the old and the new number
 * @param evidence both texts with their places; before first
 * @param witnesses items that only one side covers
 * @param instruction id and document of the instruction that made it, empty if unknown
 * @param effective date from which it holds, as printed; empty if unknown
 * @param effect findings with one legal effect share this id
 * @param certainty how sure it is
 * @param reason why it is undetermined or assumed; empty otherwise
 * @param why the paragraph of the preamble that discusses it; it explains and decides nothing
 */
public record Finding(
    String id,
    String check,
    List<String> changes,
    Citation citation,
    Facet facet,
    Optional<Facet> dimension,
    Direction direction,
    String statement,
    List<Evidence> evidence,
    List<Witness> witnesses,
    String instruction,
    String effective,
    String effect,
    Certainty certainty,
    String reason,
    Optional<Evidence> why) {

  /** Copies the lists. */
  public Finding {
    changes = List.copyOf(changes);
    evidence = List.copyOf(evidence);
    witnesses = List.copyOf(witnesses);
  }

  /** This with what others rest on as well. */
  Finding with(
      List<String> itsChanges,
      List<Evidence> itsEvidence,
      List<Witness> itsWitnesses,
      String itsInstruction,
      String holds) {
    return new Finding(
        id,
        check,
        itsChanges,
        citation,
        facet,
        dimension,
        direction,
        statement,
        itsEvidence.stream().distinct().toList(),
        itsWitnesses,
        itsInstruction,
        holds,
        effect,
        certainty,
        reason,
        why);
  }

  /** This as a finding that has its legal effect in common with others. */
  Finding sharing(String itsEffect) {
    return copy(itsEffect, why);
  }

  /** This with the paragraph of the preamble that discusses it. */
  Finding why(Evidence paragraph) {
    return copy(effect, Optional.of(paragraph));
  }

  private Finding copy(String itsEffect, Optional<Evidence> paragraph) {
    return new Finding(
        id,
        check,
        changes,
        citation,
        facet,
        dimension,
        direction,
        statement,
        evidence,
        witnesses,
        instruction,
        effective,
        itsEffect,
        certainty,
        reason,
        paragraph);
  }

  /** This as what follows from other findings: it rests on what they rest on, for one effect. */
  Finding following(List<Finding> causes) {
    Optional<Finding> assuming =
        causes.stream().filter(cause -> cause.certainty() == Certainty.ASSUMES).findFirst();
    return new Finding(
        id,
        check,
        causes.stream().flatMap(cause -> cause.changes().stream()).distinct().toList(),
        citation,
        facet,
        dimension,
        direction,
        statement,
        evidence,
        causes.stream().flatMap(cause -> cause.witnesses().stream()).distinct().toList(),
        joined(causes, Finding::instruction),
        joined(causes, Finding::effective),
        causes.get(0).effect(),
        assuming.isPresent() && certainty != Certainty.UNKNOWN ? Certainty.ASSUMES : certainty,
        assuming.map(cause -> reason + "; " + cause.reason()).orElse(reason),
        why);
  }

  private static String joined(List<Finding> causes, Function<Finding, String> what) {
    return causes.stream()
        .map(what)
        .filter(text -> !text.isBlank())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** How sure a finding is. */
  public enum Certainty {
    /** Sets of transactions were compared. */
    DECIDED,
    /** The polarity of the place decided. */
    BY_POLARITY,
    /** It rests on an assumption, printed as the reason. */
    ASSUMES,
    /** It could not be decided. */
    UNKNOWN
  }

  /**
   * A text that a finding rests on.
   *
   * @param side {@code before} or {@code after}
   * @param citation the clause
   * @param text its words
   * @param span where it is printed
   */
  public record Evidence(String side, Citation citation, String text, Span span) {}
}
