package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import org.ratchet.amend.Token.Kind;

/**
 * A verb and what it governs. The words before an active verb say where, and stand under the verb
 * {@code amend}.
 *
 * @param verb in its plain form: {@code revise}, {@code remove and reserve}
 * @param object the words that it governs
 */
record Statement(String verb, List<Token> object) {

  private static final List<String> STEMS =
      List.of(
          "redesignate",
          "reserve",
          "republish",
          "amend",
          "correct",
          "suspend",
          "stay",
          "transfer",
          "insert",
          "withdraw",
          "lift",
          "delay",
          "renumber",
          "designate",
          "move",
          "change");

  /** Cuts words at their verbs. */
  static List<Statement> cut(List<Token> tokens) {
    List<Statement> statements = new ArrayList<>();
    List<Token> buffer = new ArrayList<>();
    String verb = "amend";
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is(Kind.VERB)) {
        boolean leads = verb.equals("revise") && endsInBy(buffer);
        verb = leads ? "amend" : verb;
        boolean subject = token.lower().endsWith("s") && statements.isEmpty();
        int lead = verb.equals("amend") ? -1 : lead(buffer, tokens.subList(at, tokens.size()));
        if (lead > 0) {
          flush(statements, verb, buffer.subList(0, lead));
          flush(statements, "amend", buffer.subList(lead, buffer.size()));
        } else {
          flush(statements, verb, subject ? known(buffer) : buffer);
        }
        verb = canonical(token.lower());
        buffer = new ArrayList<>();
      } else if (token.is(Kind.PASSIVE)) {
        verb = passive(canonical(token.lower()), tokens.subList(at + 1, tokens.size()));
        if (!verb.equals("redesignate") && !verb.equals("transfer")) {
          flush(statements, verb, buffer);
          buffer = new ArrayList<>();
          verb = "amend";
        }
      } else if (token.is(Kind.CONTINUES)) {
        flush(statements, "continue", buffer);
        return statements;
      } else if (token.is(Kind.UNTIL) && verb.equals("amend") && buffer.isEmpty() && at > 0) {
        addTo(statements, token);
      } else {
        buffer.add(token);
      }
    }
    flush(statements, verb, buffer);
    return statements;
  }

  /**
   * {@code Remove “x” and, in paragraph (b), remove “y”}: the place before a verb is where it
   * works, not where the verb before it does. Behind {@code and}, the verb goes on with the one
   * before.
   *
   * @return where the place begins among the words between the two verbs; -1 if none does
   */
  private static int lead(List<Token> between, List<Token> behind) {
    int end = between.size();
    while (end > 0 && (isWord(between.get(end - 1), ",") || isWord(between.get(end - 1), "by"))) {
      end--;
    }
    boolean goesOn = end == 0 || isConjunction(between.get(end - 1)) || inPlace(behind);
    int lead = -1;
    for (int at = end - 1; at > 0 && !goesOn; at--) {
      Token token = between.get(at);
      if (token.is(Kind.COUNTRY) || isWord(token, "in") || isWord(token, "under")) {
        int before = at;
        while (before > 0 && isWord(between.get(before - 1), ",")) {
          before--;
        }
        goesOn = before > 0 && isConjunction(between.get(before - 1));
        lead = goesOn || before < at ? at : lead;
      }
    }
    return lead;
  }

  private static boolean isConjunction(Token token) {
    return isWord(token, "and") || isWord(token, "or") || isWord(token, ";");
  }

  private static boolean isWord(Token token, String word) {
    return (token.is(Kind.FILLER) || token.is(Kind.PREPOSITION)) && token.lower().equals(word);
  }

  /** {@code and add in its place}: the words that were removed stand where these come. */
  private static boolean inPlace(List<Token> verb) {
    return verb.stream()
        .skip(1)
        .takeWhile(token -> !token.is(Kind.VERB))
        .anyMatch(token -> token.is(Kind.IN_PLACE));
  }

  /**
   * {@code Revise paragraph (a) by removing}: what is revised is only the place. {@code By revising
   * paragraph (a), and by removing} does both.
   */
  private static boolean endsInBy(List<Token> tokens) {
    int last = tokens.size() - 1;
    return last > 0
        && tokens.get(last).is(Kind.FILLER)
        && tokens.get(last).lower().equals("by")
        && !tokens.get(last - 1).is(Kind.FILLER);
  }

  /** {@code is stayed until May 1, 2030}: the date belongs to the verb before it. */
  private static void addTo(List<Statement> statements, Token token) {
    if (!statements.isEmpty()) {
      Statement last = statements.remove(statements.size() - 1);
      List<Token> object = new ArrayList<>(last.object());
      object.add(token);
      statements.add(new Statement(last.verb(), object));
    }
  }

  /** {@code is corrected by adding} leads to another verb; {@code is corrected to read} revises. */
  private static String passive(String verb, List<Token> rest) {
    boolean leads =
        rest.stream()
            .filter(token -> !token.is(Kind.FILLER))
            .limit(1)
            .anyMatch(t -> t.is(Kind.VERB));
    boolean corrects = verb.equals("correct");
    boolean quotes = rest.stream().anyMatch(token -> token.is(Kind.TO_READ));
    return corrects ? leads ? "amend" : quotes ? "correct" : "revise" : verb;
  }

  /** {@code The FAA amends …}: who amends is no matter. */
  private static List<Token> known(List<Token> tokens) {
    return tokens.stream().filter(token -> !token.is(Kind.UNKNOWN)).toList();
  }

  private static void flush(List<Statement> statements, String verb, List<Token> object) {
    boolean empty = object.stream().allMatch(token -> token.is(Kind.FILLER));
    if (!verb.equals("amend") || !empty) {
      statements.add(new Statement(verb, List.copyOf(object)));
    }
  }

  private static String canonical(String verb) {
    boolean reserve = verb.contains(" and reserv");
    if (verb.startsWith("revis")) {
      return "revise";
    }
    if (verb.startsWith("add") || verb.startsWith("insert") || verb.startsWith("[insert")) {
      return reserve ? "reserve" : "add";
    }
    if (verb.startsWith("remov") || verb.startsWith("delet")) {
      return reserve ? "remove and reserve" : "remove";
    }
    if (verb.startsWith("renumber")) {
      return "redesignate";
    }
    for (String known : STEMS) {
      if (verb.startsWith(known.substring(0, known.length() - 1))) {
        return known;
      }
    }
    return verb;
  }

  boolean is(String other) {
    return verb.equals(other);
  }

  boolean has(Kind kind) {
    return index(kind) >= 0;
  }

  int index(Kind kind) {
    return index(object, kind);
  }

  static int index(List<Token> tokens, Kind kind) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(kind)) {
        return i;
      }
    }
    return -1;
  }
}
