package org.ratchet.amend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;
import org.ratchet.clause.Citation;
import org.ratchet.document.Instruction;

/**
 * Reads instructions into operations. Nothing is guessed: a word that is not understood makes the
 * reading a refusal. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * for (AmendmentParser.Reading reading : AmendmentParser.standard().parse(instruction)) {
 *   System.out.println(reading.instruction().id() + " " + reading.operations() + reading.reason());
 * }
 * }</pre>
 */
public final class AmendmentParser {

  private static final Pattern DATED =
      Pattern.compile(
          "^(?:Effective|effective)(?: on| from)? ([A-Z][a-z]+\\.? \\d{1,2}[,.] \\d{4}(?:,? (?:through|until) [A-Z][a-z]+ \\d{1,2}, \\d{4})?),?\\s*");
  private static final Pattern DELAYED = Pattern.compile("^(Delayed indefinitely),?\\s*");

  private AmendmentParser() {}

  /** The parser of this release. */
  public static AmendmentParser standard() {
    return new AmendmentParser();
  }

  /**
   * One instruction that asks for something, as it is understood.
   *
   * @param instruction the instruction, a leaf or one that itself asks for something
   * @param operations what it asks for, in order; empty if it is not understood
   * @param reason why it is not understood, empty if it is
   * @param effective the date its own words give, as printed; empty if they give none
   */
  public record Reading(
      Instruction instruction, List<Amendment> operations, String reason, String effective) {

    /** Copies the operations. */
    public Reading {
      operations = List.copyOf(operations);
    }
  }

  /**
   * Reads a numbered instruction with everything under it. A container that only says where its
   * lettered items apply is no reading of its own.
   */
  public List<Reading> parse(Instruction instruction) {
    List<Reading> readings = new ArrayList<>();
    read(instruction, instruction.part(), "", readings);
    return readings;
  }

  private void read(
      Instruction instruction, Citation locus, String effective, List<Reading> readings) {
    if (instruction.text().startsWith("[[")) {
      String reason = "the file says that paragraphs are missing, an instruction among them";
      readings.add(new Reading(instruction, List.of(), reason, effective));
      instruction.children().forEach(child -> read(child, locus, effective, readings));
      return;
    }
    Wording wording = Wording.of(instruction.text());
    String own = date(wording.text());
    String date = own.isEmpty() ? effective : own;
    Wording undated =
        new Wording(
            DELAYED.matcher(DATED.matcher(wording.text()).replaceFirst("")).replaceFirst(""),
            wording.quotes());
    Sentence sentence = new Sentence(undated, instruction.part(), locus);
    sentence.read();
    boolean leaf = instruction.children().isEmpty() && !asksNothing(instruction, sentence);
    if (leaf || !sentence.operations.isEmpty()) {
      readings.add(reading(instruction, sentence, date));
    }
    if (!leaf && sentence.places.size() > 1) {
      readings.add(new Reading(instruction, List.of(), "it names several places at once", date));
      return;
    }
    for (Instruction child : instruction.children()) {
      read(child, sentence.place, date, readings);
    }
  }

  /** {@code Parts 1 and 2 are amended as set forth below:} leads to the instructions. */
  private static boolean asksNothing(Instruction instruction, Sentence sentence) {
    return sentence.onlyPlace && instruction.label().isEmpty() && instruction.setOut().isEmpty();
  }

  private static Reading reading(Instruction instruction, Sentence sentence, String date) {
    if (!sentence.problems.isEmpty()) {
      return new Reading(instruction, List.of(), String.join("; ", sentence.problems), date);
    }
    if (sentence.operations.isEmpty()) {
      return new Reading(
          instruction, List.of(), "it does not say what is to be done to which unit", date);
    }
    return new Reading(instruction, sentence.operations, "", date);
  }

  private static String date(String text) {
    Matcher dated = DATED.matcher(text);
    if (dated.find()) {
      return dated.group(1);
    }
    Matcher delayed = DELAYED.matcher(text);
    return delayed.find() ? delayed.group(1) : "";
  }

  /** What one instruction says by itself. */
  private static final class Sentence {

    private final Wording wording;
    private final Citation part;
    private final List<Amendment> operations = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private Citation place;
    private List<Target> places = List.of();
    private boolean onlyPlace = true;

    private record Statement(String verb, List<Token> object) {}

    Sentence(Wording wording, Citation part, Citation place) {
      this.wording = wording;
      this.part = part;
      this.place = place;
    }

    void read() {
      List<Statement> statements = statements(Token.of(wording.text()));
      for (int i = 0; i < statements.size(); i++) {
        Statement statement = statements.get(i);
        onlyPlace &= statement.verb().equals("amend");
        if (statement.verb().equals("amend")) {
          locus(statement.object());
        } else if (words(statement) && statement.verb().equals("remove")) {
          boolean pair =
              i + 1 < statements.size()
                  && statements.get(i + 1).verb().equals("add")
                  && has(statements.get(i + 1), Kind.IN_PLACE);
          replace(statement, pair ? statements.get(i + 1).object() : List.of());
          i += pair ? 1 : 0;
        } else if (has(statement, Kind.REFERENCES) && has(statement, Kind.TO_READ)) {
          int split = index(statement.object(), Kind.TO_READ);
          replace(
              new Statement("remove", statement.object().subList(0, split)),
              statement.object().subList(split, statement.object().size()));
        } else {
          operation(statement);
        }
      }
    }

    /** Cuts the words at their verbs; what stands before an active verb is the place. */
    private List<Statement> statements(List<Token> tokens) {
      List<Statement> statements = new ArrayList<>();
      List<Token> buffer = new ArrayList<>();
      String verb = "amend";
      for (Token token : tokens) {
        if (token.is(Kind.VERB)) {
          boolean subject = token.lower().endsWith("s") && statements.isEmpty();
          flush(statements, verb, subject ? known(buffer) : buffer);
          verb = canonical(token.lower());
          buffer = new ArrayList<>();
        } else if (token.is(Kind.PASSIVE)) {
          verb = canonical(token.lower());
          if (!verb.equals("redesignate")) {
            flush(statements, verb, buffer);
            buffer = new ArrayList<>();
            verb = "amend";
          }
        } else if (token.is(Kind.CONTINUES)) {
          flush(statements, "continue", buffer);
          return statements;
        } else {
          buffer.add(token);
        }
      }
      flush(statements, verb, buffer);
      return statements;
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
      if (verb.startsWith("add")) {
        return reserve ? "reserve" : "add";
      }
      if (verb.startsWith("remov") || verb.startsWith("delet")) {
        return reserve ? "remove and reserve" : "remove";
      }
      for (String known : List.of("redesignate", "reserve", "republish", "amend")) {
        if (verb.startsWith(known.substring(0, known.length() - 1))) {
          return known;
        }
      }
      return verb;
    }

    private static boolean has(Statement statement, Kind kind) {
      return index(statement.object(), kind) >= 0;
    }

    private static int index(List<Token> tokens, Kind kind) {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).is(kind)) {
          return i;
        }
      }
      return -1;
    }

    /** Whether a statement is about words in a text and not about a unit. */
    private static boolean words(Statement statement) {
      return wordsAt(statement.object()) >= 0;
    }

    /** Where the quotation stands that the words themselves are. */
    private static int wordsAt(List<Token> tokens) {
      boolean named = true;
      for (int i = 0; i < tokens.size(); i++) {
        switch (tokens.get(i).kind()) {
          case WORDS, REFERENCES, TO_READ, IN_PLACE -> named = true;
          case QUOTE -> {
            if (named) {
              return i;
            }
          }
          case FILLER -> {}
          case PREPOSITION -> named &= i > 0 && tokens.get(i - 1).is(Kind.REFERENCES);
          default -> named = false;
        }
      }
      return -1;
    }

    private void locus(List<Token> tokens) {
      TargetReader reader = new TargetReader(wording, part, place);
      reader.read(tokens);
      List<Target> targets = reader.targets();
      problems(reader.unknown());
      places = targets;
      place = targets.size() == 1 ? targets.get(0).citation() : reader.place();
    }

    /** Words can be replaced in several places at once; units stand under one. */
    private boolean inOnePlace() {
      boolean one = places.size() < 2 && places.stream().allMatch(t -> t.extent() == Extent.WHOLE);
      if (!one) {
        problems.add("it names several places at once for what follows");
      }
      return one;
    }

    private void problems(List<String> unknown) {
      if (!unknown.isEmpty()) {
        problems.add("these words are not understood: " + String.join(" ", unknown));
      }
    }

    private void operation(Statement statement) {
      switch (statement.verb()) {
        case "redesignate" -> redesignate(statement.object());
        case "revise", "add", "remove", "reserve", "remove and reserve", "republish", "continue" ->
            units(statement);
        default ->
            problems.add("“" + statement.verb() + "” is not an operation that is carried out");
      }
    }

    private void units(Statement statement) {
      if (statement.verb().equals("add") && words(statement)) {
        problems.add(
            "words are to be inserted, and where in the text they belong is not worked out");
        return;
      }
      if (!inOnePlace()) {
        return;
      }
      TargetReader reader = new TargetReader(wording, part, place);
      reader.read(statement.object());
      problems(reader.unknown());
      List<Target> targets = reader.targets();
      if (targets.isEmpty() && reader.unknown().isEmpty()) {
        boolean here = !place.steps().isEmpty() && !place.equals(part);
        if (here && operations.isEmpty()) {
          targets = List.of(new Target(place, Extent.WHOLE));
        } else {
          problems.add("it does not say which unit");
        }
      }
      for (Target target : targets) {
        unit(statement.verb(), target, reader.reserved());
      }
    }

    private void unit(String verb, Target target, boolean reserved) {
      Citation citation = target.citation();
      boolean whole = target.extent() == Extent.WHOLE;
      switch (verb) {
        case "revise" -> operations.add(new Amendment.Revise(citation, target.extent()));
        case "add" ->
            operations.add(
                reserved
                    ? new Amendment.Reserve(citation)
                    : new Amendment.Add(citation, target.extent()));
        case "republish", "continue" -> operations.add(new Amendment.NoChange(citation));
        default -> {
          if (!whole) {
            problems.add(
                "a "
                    + target.extent().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " alone is not removed or reserved");
          } else {
            operations.add(taken(verb, citation));
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

    private void replace(Statement removed, List<Token> added) {
      List<Token> tokens = new ArrayList<>(removed.object());
      int from = wordsAt(tokens);
      int to = wordsAt(added);
      if (from < 0 || (!added.isEmpty() && to < 0)) {
        problems.add("it does not quote the words to be replaced and those in their place");
        return;
      }
      String words = wording.quotes().get(Integer.parseInt(tokens.remove(from).value()));
      String replacement = "";
      if (to >= 0) {
        List<Token> rest = new ArrayList<>(added);
        replacement = wording.quotes().get(Integer.parseInt(rest.remove(to).value()));
        tokens.addAll(rest);
      }
      int times = times(tokens);
      List<Token> where =
          tokens.stream().filter(token -> !ABOUT_WORDS.contains(token.kind())).toList();
      TargetReader reader = new TargetReader(wording, part, place);
      reader.read(where);
      problems(reader.unknown());
      List<Target> targets = reader.targets();
      if (targets.isEmpty()) {
        targets = places.isEmpty() ? List.of(new Target(place, Extent.WHOLE)) : places;
      }
      for (Target target : targets) {
        operations.add(
            new Amendment.ReplaceWords(
                target.citation(), target.extent(), words, replacement, times));
      }
    }

    private static final Set<Kind> ABOUT_WORDS =
        EnumSet.of(
            Kind.WORDS, Kind.REFERENCES, Kind.EVERYWHERE, Kind.TWICE, Kind.IN_PLACE, Kind.TO_READ);

    private static int times(List<Token> tokens) {
      if (index(tokens, Kind.EVERYWHERE) >= 0 || index(tokens, Kind.REFERENCES) >= 0) {
        return 0;
      }
      return index(tokens, Kind.TWICE) >= 0 ? 2 : 1;
    }

    /** {@code (f) through (h) as (d) through (f), Note 3 as Note 4}: as many on each side. */
    private void redesignate(List<Token> tokens) {
      if (!inOnePlace()) {
        return;
      }
      List<Target> open = new ArrayList<>();
      Citation at = place;
      boolean to = false;
      int start = 0;
      for (int i = 0; i <= tokens.size(); i++) {
        if (i < tokens.size() && !tokens.get(i).is(Kind.AS)) {
          continue;
        }
        TargetReader reader = new TargetReader(wording, part, at);
        reader.read(tokens.subList(start, i));
        problems(reader.unknown());
        List<Target> named = new ArrayList<>(reader.targets());
        start = i + 1;
        if (to) {
          if (named.size() < open.size()) {
            break;
          }
          for (Target from : open) {
            operations.add(new Amendment.Redesignate(from.citation(), named.remove(0).citation()));
          }
        }
        to = true;
        open = named;
      }
      if (!open.isEmpty() || operations.isEmpty()) {
        problems.add("it does not name as many new designations as old ones");
      }
    }
  }
}
