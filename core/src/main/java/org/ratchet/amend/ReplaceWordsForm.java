package org.ratchet.amend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ratchet.amend.Amendment.ReplaceWords;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;
import org.ratchet.clause.Step;

/**
 * {@code Remove “x” and add in its place “y”}, {@code revise all references to “x” to read “y”},
 * {@code change “x” to “y”}, {@code remove “x” wherever it appears}.
 */
final class ReplaceWordsForm implements Form {

  private static final Set<Kind> ABOUT_WORDS =
      EnumSet.of(
          Kind.WORDS, Kind.REFERENCES, Kind.EVERYWHERE, Kind.TWICE, Kind.IN_PLACE, Kind.TO_READ);

  /** What stands in a list of names or of addresses: without one of them, the list reads anew. */
  private static final Set<String> LISTED = Set.of("alias", "address");

  @Override
  public int read(List<Statement> statements, int at, Understanding so) {
    Statement statement = statements.get(at);
    boolean words = Quotations.at(statement.object()) >= 0;
    boolean row = so.places().stream().allMatch(place -> isTable(place));
    if (!words || row) {
      return 0;
    }
    if (statement.is("remove")) {
      boolean pair =
          at + 1 < statements.size()
              && statements.get(at + 1).is("add")
              && statements.get(at + 1).has(Kind.IN_PLACE);
      replace(statement.object(), pair ? statements.get(at + 1).object() : List.of(), so);
      return pair ? 2 : 1;
    }
    if (statement.is("revise") && statement.has(Kind.TO_READ)) {
      split(statement, statement.index(Kind.TO_READ), so);
      return 1;
    }
    if (statement.is("change")) {
      int to = to(statement.object());
      if (to > 0) {
        split(statement, to, so);
        return 1;
      }
    }
    return 0;
  }

  private static boolean isTable(Target place) {
    return !place.citation().steps().isEmpty() && place.citation().last().kind() == Step.Kind.TABLE;
  }

  /** {@code change “x” to “y”}: where the second quotation is led to. */
  private static int to(List<Token> tokens) {
    for (int i = Quotations.at(tokens) + 1; i < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.PREPOSITION) && tokens.get(i).lower().equals("to")) {
        boolean quote = i + 1 < tokens.size() && TextPosition.isQuote(tokens.get(i + 1));
        if (quote) {
          return i;
        }
      }
    }
    return -1;
  }

  private static void split(Statement statement, int at, Understanding so) {
    List<Token> object = statement.object();
    List<Token> added = new ArrayList<>(object.subList(at, object.size()));
    added.set(0, new Token(Kind.TO_READ, ""));
    replace(object.subList(0, at), added, so);
  }

  private static void replace(List<Token> removed, List<Token> added, Understanding so) {
    List<Token> tokens = new ArrayList<>(removed);
    int from = Quotations.at(tokens);
    int to = Quotations.at(added);
    if (from < 0 || (!added.isEmpty() && to < 0)) {
      so.problem("it does not quote the words to be replaced and those in their place");
      return;
    }
    Optional<Token> listed =
        tokens.stream().filter(t -> t.is(Kind.WORDS) && LISTED.contains(t.lower())).findFirst();
    if (listed.isPresent() && to < 0) {
      so.problem("how the text reads without that " + listed.get().lower() + " is not set out");
      return;
    }
    boolean mark = tokens.get(from).is(Kind.PUNCTUATION);
    String words = so.quoted(tokens.remove(from));
    String replacement = "";
    if (to >= 0) {
      List<Token> rest = new ArrayList<>(added);
      replacement = so.quoted(rest.remove(to));
      tokens.addAll(rest);
    }
    boolean atEnd = mark && Statement.index(tokens, Kind.END) >= 0;
    int times = atEnd ? ReplaceWords.AT_THE_END : times(tokens);
    List<Token> where =
        tokens.stream().filter(token -> !ABOUT_WORDS.contains(token.kind())).toList();
    for (Target target : so.targetsOrPlaces(where)) {
      so.add(
          new ReplaceWords(
              target.citation(), target.extent(), so.sentences(target), words, replacement, times));
    }
  }

  private static int times(List<Token> tokens) {
    if (Statement.index(tokens, Kind.EVERYWHERE) >= 0
        || Statement.index(tokens, Kind.REFERENCES) >= 0) {
      return ReplaceWords.WHEREVER;
    }
    return Statement.index(tokens, Kind.TWICE) >= 0 ? 2 : 1;
  }
}
