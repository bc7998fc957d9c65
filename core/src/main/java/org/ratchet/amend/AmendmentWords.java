package org.ratchet.amend;

import java.util.List;
import java.util.stream.Collectors;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.Amendment.Position;
import org.ratchet.amend.Amendment.Sentences;
import org.ratchet.clause.Citation;

/** Operations in a few words, for people. */
final class AmendmentWords {

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

  private AmendmentWords() {}

  static String of(Amendment operation) {
    if (operation instanceof Amendment.Revise revise) {
      return "revise " + text(revise.target(), revise.extent(), Sentences.ALL);
    } else if (operation instanceof Amendment.Add add) {
      return "add " + text(add.target(), add.extent(), Sentences.ALL);
    } else if (operation instanceof Amendment.Remove) {
      return "remove " + operation.target();
    } else if (operation instanceof Amendment.Reserve) {
      return "reserve " + operation.target();
    } else if (operation instanceof Amendment.RemoveAndReserve) {
      return "remove and reserve " + operation.target();
    } else if (operation instanceof Amendment.Redesignate move) {
      return "redesignate " + move.target() + " as " + move.to();
    } else if (operation instanceof Amendment.ReviseRows rows) {
      return "replace the "
          + rows.removed()
          + " rows under "
          + rows.target()
          + " by "
          + (rows.added() == 0 ? "those set out" : rows.added() + " others");
    } else if (operation instanceof Amendment.Transfer transfer) {
      return "transfer " + transfer.target() + " to " + transfer.to();
    } else if (operation instanceof Amendment.MoveBehind move) {
      return "move " + move.target() + " behind " + move.other();
    } else if (operation instanceof Amendment.Correct correct) {
      return "correct " + correct.printed() + ": " + of(correct.operation());
    } else if (operation instanceof Amendment.CorrectInstruction correct) {
      return correct.operations().stream()
          .map(AmendmentWords::of)
          .collect(
              Collectors.joining("; ", "correct instruction " + correct.instruction() + ": ", ""));
    } else if (operation instanceof Amendment.ChangeForce change) {
      return force(change);
    } else if (operation instanceof Amendment.NoChange) {
      return "no change to " + operation.target();
    }
    return inText(operation);
  }

  private static String inText(Amendment operation) {
    if (operation instanceof Amendment.ReplaceWords words) {
      return (words.replacement().isEmpty()
              ? "remove " + quoted(words.words())
              : "replace " + quoted(words.words()) + " by " + quoted(words.replacement()))
          + " in "
          + text(words.target(), words.extent(), words.sentences())
          + switch (words.times()) {
            case Amendment.ReplaceWords.WHEREVER -> ", wherever it appears";
            case Amendment.ReplaceWords.AT_THE_END -> ", at the end";
            case 1 -> "";
            default -> ", " + words.times() + " times";
          };
    } else if (operation instanceof Amendment.InsertWords words) {
      return "insert "
          + quoted(words.words())
          + " "
          + position(words.position())
          + text(words.target(), words.extent(), words.sentences());
    } else if (operation instanceof Amendment.ReviseSentences sentences) {
      return "revise " + text(sentences.target(), sentences.extent(), sentences.sentences());
    } else if (operation instanceof Amendment.RemoveSentences sentences) {
      return "remove " + text(sentences.target(), sentences.extent(), sentences.sentences());
    } else if (operation instanceof Amendment.AddSentences sentences) {
      return "add "
          + (sentences.count() == 1
              ? "a sentence "
              : sentences.count() == 0 ? "sentences " : sentences.count() + " sentences ")
          + position(sentences.position())
          + text(sentences.target(), sentences.extent(), Sentences.ALL);
    }
    throw new IllegalStateException(operation.getClass().getSimpleName());
  }

  private static String force(Amendment.ChangeForce change) {
    String verb =
        switch (change.force()) {
          case STAYED -> "stay ";
          case RESTORED -> "lift the stay of ";
          case WITHDRAWN -> "withdraw the amendment of ";
          case DELAYED -> "delay the amendment of ";
        };
    return verb
        + text(change.target(), change.extent(), change.sentences())
        + (change.until().isEmpty() ? "" : " until " + change.until());
  }

  private static String text(Citation target, Extent extent, Sentences sentences) {
    return target + part(extent, sentences);
  }

  /** Which text of a unit is meant, as it stands behind its name; empty if all of it. */
  static String part(Extent extent, Sentences sentences) {
    String of =
        switch (extent) {
          case WHOLE -> "";
          case INTRODUCTORY_TEXT -> " introductory text";
          case HEADING -> " heading";
          case FOLLOWING_TEXT -> ", the undesignated text that follows it";
        };
    if (sentences.all()) {
      return of;
    }
    return of
        + sentences.ordinals().stream()
            .map(AmendmentWords::ordinal)
            .collect(Collectors.joining(" and ", ", ", " sentence"));
  }

  static String ordinal(int ordinal) {
    if (ordinal == Sentences.LAST) {
      return "last";
    }
    return ordinal <= ORDINALS.size() ? ORDINALS.get(ordinal - 1) : ordinal + "th";
  }

  private static String position(Position position) {
    String beside =
        position.sentence() == 0
            ? quoted(position.words())
            : "the " + ordinal(position.sentence()) + " sentence";
    return switch (position.where()) {
      case BEGINNING -> "at the beginning of ";
      case END -> "at the end of ";
      case BEFORE -> "before " + beside + " in ";
      case AFTER -> "after " + beside + " in ";
      case BETWEEN -> "between " + beside + " and " + quoted(position.second()) + " in ";
    };
  }

  private static String quoted(String words) {
    return "“" + words + "”";
  }
}
