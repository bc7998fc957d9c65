package org.ratchet.amend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.Amendment.Position;
import org.ratchet.amend.Amendment.Sentences;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;
import org.ratchet.amend.Understanding.Named;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Step;

/** {@code Revise paragraph (a)}, {@code add a sentence}, {@code remove and reserve § 744.6}. */
final class UnitsForm implements Form {

  private static final Set<Kind> UNIT =
      EnumSet.of(Kind.SECTION, Kind.CHAIN, Kind.NOTE, Kind.INTRO, Kind.QUOTE, Kind.TERM);

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    Optional<Statement> next =
        at + 1 < statements.size() ? Optional.of(statements.get(at + 1)) : Optional.empty();
    if (next.isPresent() && isSwap(statement, next.get())) {
      swap(statement.object(), next.get().object(), so);
      return 2;
    }
    if (next.isPresent() && sharesUnit(statement, next.get(), so)) {
      List<Token> both = new ArrayList<>(statement.object());
      both.addAll(unit(next.get().object()));
      units(statement.verb(), both, so);
      return 1;
    }
    return switch (statement.verb()) {
      case "revise", "add", "remove", "reserve", "remove and reserve", "republish", "continue" -> {
        units(statement.verb(), statement.object(), so);
        yield 1;
      }
      case "correct" -> {
        units("revise", statement.object(), so);
        yield 1;
      }
      default -> 0;
    };
  }

  /** {@code Remove the last sentence and add two sentences in its place}. */
  private static boolean isSwap(Statement removed, Statement added) {
    return removed.is("remove")
        && removed.has(Kind.SENTENCE)
        && added.is("add")
        && added.has(Kind.SENTENCE)
        && added.has(Kind.IN_PLACE);
  }

  private static void swap(List<Token> removed, List<Token> added, Understanding so) {
    List<Target> from = so.targets(removed);
    List<Target> to = so.targets(added.stream().filter(token -> !token.is(Kind.IN_PLACE)).toList());
    boolean one =
        from.size() == 1 && to.size() == 1 && from.get(0).sentences().ordinals().size() == 1;
    if (!one || !to.get(0).isSentences() || !to.get(0).sentences().all()) {
      so.problem("it does not name one sentence and how many stand in its place");
      return;
    }
    Target target = from.get(0);
    int ordinal = target.sentences().ordinals().get(0);
    so.add(new Amendment.RemoveSentences(target.citation(), target.extent(), target.sentences()));
    so.add(
        new Amendment.AddSentences(
            target.citation(), target.extent(), to.get(0).count(), place(ordinal)));
  }

  /**
   * {@code Revise the first sentence and add a sentence at the end of paragraph (d)}: where a
   * section around has no sentences of its own, both are of the unit that is named once.
   */
  private static boolean sharesUnit(Statement statement, Statement next, Understanding so) {
    boolean sentences = statement.has(Kind.SENTENCE) && next.has(Kind.SENTENCE);
    return sentences
        && !so.place().steps().isEmpty()
        && so.place().last().kind() == Step.Kind.SECTION
        && statement.object().stream().noneMatch(token -> UNIT.contains(token.kind()))
        && !unit(next.object()).isEmpty();
  }

  /** The last words of a statement that name one unit, with the preposition before them. */
  private static List<Token> unit(List<Token> tokens) {
    int at = tokens.size();
    for (int i = 0; i < tokens.size(); i++) {
      boolean leads = tokens.get(i).is(Kind.END) || tokens.get(i).is(Kind.BEGINNING);
      if (leads || tokens.get(i).is(Kind.PREPOSITION)) {
        at = Math.min(at, i + 1);
      }
    }
    List<Token> named = tokens.subList(at, tokens.size());
    long units = named.stream().filter(token -> UNIT.contains(token.kind())).count();
    if (units != 1) {
      return List.of();
    }
    List<Token> unit = new ArrayList<>(List.of(new Token(Kind.PREPOSITION, "of")));
    unit.addAll(named);
    return unit;
  }

  private static void units(String verb, List<Token> object, Understanding so) {
    boolean sentences = Statement.index(object, Kind.SENTENCE) >= 0;
    TextPosition text =
        sentences ? TextPosition.of(object, so) : new TextPosition(Optional.empty(), object);
    Named named = so.read(text.rest());
    List<Target> targets = named.targets();
    if (targets.isEmpty() && so.problems().isEmpty()) {
      if (so.operations().isEmpty() && isUnit(so.place(), so.part())) {
        targets = so.places();
      } else {
        so.problem("it does not say which unit");
      }
    }
    for (Target target : targets) {
      if (target.isSentences()) {
        sentences(verb, target, text.position(), so);
      } else {
        unit(verb, target, named.reserved(), so);
      }
    }
  }

  private static boolean isUnit(Citation place, Citation part) {
    return !place.steps().isEmpty() && !place.equals(part);
  }

  private static void unit(String verb, Target target, boolean reserved, Understanding so) {
    Citation citation = target.citation();
    switch (verb) {
      case "revise" -> so.add(new Amendment.Revise(citation, target.extent()));
      case "add" ->
          so.add(
              reserved
                  ? new Amendment.Reserve(citation)
                  : new Amendment.Add(citation, target.extent()));
      case "republish", "continue" -> so.add(new Amendment.NoChange(citation));
      default -> {
        if (target.extent() != Extent.WHOLE) {
          so.problem(
              "a "
                  + target.extent().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + " alone is not removed or reserved");
        } else {
          so.add(taken(verb, citation));
        }
      }
    }
  }

  private static Amendment taken(String verb, Citation citation) {
    return switch (verb) {
      case "reserve" -> new Amendment.Reserve(citation);
      case "remove and reserve" -> new Amendment.RemoveAndReserve(citation);
      default -> new Amendment.Remove(citation);
    };
  }

  private static void sentences(
      String verb, Target target, Optional<Position> position, Understanding so) {
    Citation citation = target.citation();
    Extent extent = target.extent();
    switch (verb) {
      case "revise", "remove" -> {
        Sentences which = which(target, position);
        if (which.all()) {
          so.problem("it does not say which sentence");
        } else {
          so.add(
              verb.equals("revise")
                  ? new Amendment.ReviseSentences(citation, extent, which)
                  : new Amendment.RemoveSentences(citation, extent, which));
        }
      }
      case "add" -> add(target, position, so);
      default -> so.problem("a sentence alone is not reserved or republished");
    }
  }

  /** {@code the three sentences that follow the first sentence} are the second to the fourth. */
  private static Sentences which(Target target, Optional<Position> position) {
    boolean after =
        position.filter(p -> p.where() == Position.Where.AFTER && p.sentence() > 0).isPresent();
    if (target.sentences().all() && after && target.count() > 0) {
      int first = position.get().sentence() + 1;
      return new Sentences(IntStream.range(first, first + target.count()).boxed().toList());
    }
    return target.sentences();
  }

  /** A new fifth sentence stands behind the fourth. */
  private static void add(Target target, Optional<Position> position, Understanding so) {
    List<Integer> ordinals = target.sentences().ordinals();
    Optional<Position> where = position;
    int count = target.count();
    if (where.isEmpty() && !ordinals.isEmpty()) {
      int first = ordinals.get(0);
      count = ordinals.size();
      where = Optional.of(place(first));
    }
    if (where.isEmpty()) {
      so.problem("a sentence is to be added, and it does not say where in the text");
      return;
    }
    so.add(new Amendment.AddSentences(target.citation(), target.extent(), count, where.get()));
  }

  /** Where a sentence stands that is to be the one of this number. */
  private static Position place(int ordinal) {
    return switch (ordinal) {
      case 1 -> new Position(Position.Where.BEGINNING, "", "", 0);
      case Sentences.LAST -> Position.END;
      default -> new Position(Position.Where.AFTER, "", "", ordinal - 1);
    };
  }
}
