package org.ratchet.amend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ratchet.amend.Amendment.Extent;
import org.ratchet.amend.Amendment.Sentences;
import org.ratchet.amend.TargetReader.Target;
import org.ratchet.amend.Token.Kind;
import org.ratchet.clause.Citation;

/** What is understood of one instruction while its statements are read. */
final class Understanding {

  private static final Map<String, String> MARKS =
      Map.of("semicolon", ";", "period", ".", "comma", ",", "colon", ":", "hyphen", "-");

  private final Wording wording;
  private final Citation part;
  private final List<Amendment> operations = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private List<Target> places;
  private boolean asks;
  private String printed = "";

  /**
   * Nothing is read yet.
   *
   * @param places where the instructions around this one apply
   */
  Understanding(Wording wording, Citation part, List<Target> places) {
    this.wording = wording;
    this.part = part;
    this.places = places;
  }

  void read() {
    List<Statement> statements = Statement.cut(Token.of(wording.text()));
    int at = 0;
    while (at < statements.size()) {
      asks |= !statements.get(at).is("amend");
      int read = 0;
      for (int form = 0; read == 0 && form < Form.ALL.size(); form++) {
        read = Form.ALL.get(form).read(statements, at, this);
      }
      if (read == 0) {
        problem("“" + statements.get(at).verb() + "” is not an operation that is carried out");
      }
      at += Math.max(1, read);
    }
  }

  Citation part() {
    return part;
  }

  /** Where the next statement applies, and the instructions under this one. */
  List<Target> places() {
    return places;
  }

  /** Whether there is a verb that asks for something. */
  boolean asks() {
    return asks;
  }

  List<Amendment> operations() {
    return printed.isEmpty()
        ? operations
        : operations.stream().<Amendment>map(o -> new Amendment.Correct(printed, o)).toList();
  }

  List<String> problems() {
    return problems;
  }

  void add(Amendment operation) {
    operations.add(operation);
  }

  void problem(String problem) {
    problems.add(problem);
  }

  void printed(String where) {
    printed = where;
  }

  /** Goes to the place that some words name, seen from the one around. */
  void goTo(List<Token> tokens) {
    List<Target> named = new ArrayList<>();
    Citation last = place();
    for (Target around : places) {
      TargetReader reader = new TargetReader(wording, part, around.citation());
      reader.read(tokens);
      named.addAll(reader.targets());
      last = reader.place();
      if (named.size() == reader.targets().size()) {
        unknown(reader);
      }
    }
    places = named.isEmpty() ? List.of(Target.of(last)) : List.copyOf(named);
  }

  /** The place, if it is one; what stands in several places is read for each of them. */
  Citation place() {
    return places.get(0).citation();
  }

  /** The units that some words name, in each place; the places themselves if they name none. */
  List<Target> targetsOrPlaces(List<Token> tokens) {
    List<Target> targets = targets(tokens);
    return targets.isEmpty() && problems.isEmpty() ? places : targets;
  }

  /** The units that some words name, in each place. */
  List<Target> targets(List<Token> tokens) {
    return read(tokens).targets();
  }

  /**
   * The units that some words name.
   *
   * @param reserved whether the words say that they are reserved
   */
  record Named(List<Target> targets, boolean reserved) {}

  Named read(List<Token> tokens) {
    List<Target> targets = new ArrayList<>();
    boolean reserved = false;
    List<Target> inherited = places;
    for (int at = 0; at < inherited.size(); at++) {
      Target around = inherited.get(at);
      TargetReader reader = new TargetReader(wording, part, around.citation());
      reader.read(tokens);
      reserved |= reader.reserved();
      if (at == 0) {
        unknown(reader);
      }
      if (inherited.size() == 1 && reader.ledTo().isPresent()) {
        places = List.of(Target.of(reader.ledTo().get()));
      }
      for (Target target : reader.targets()) {
        targets.add(within(around, target));
      }
    }
    return new Named(targets, reserved);
  }

  /** {@code In the introductory text, remove the first sentence}: both narrow the unit. */
  private Target within(Target around, Target target) {
    if (around.extent() == Extent.WHOLE && !around.isSentences()) {
      return target;
    }
    if (!target.citation().equals(around.citation())) {
      problem("the place is less than a unit and holds no " + target.citation());
      return target;
    }
    Extent extent = target.extent() == Extent.WHOLE ? around.extent() : target.extent();
    return target.isSentences()
        ? new Target(target.citation(), extent, target.sentences(), target.count())
        : new Target(target.citation(), extent, around.sentences(), around.count());
  }

  private void unknown(TargetReader reader) {
    if (!reader.unknown().isEmpty()) {
      problem("these words are not understood: " + String.join(" ", reader.unknown()));
    }
  }

  /** What a quotation or the name of a mark says. */
  String quoted(Token token) {
    return token.is(Kind.PUNCTUATION)
        ? MARKS.getOrDefault(token.lower(), token.value())
        : wording.quotes().get(Integer.parseInt(token.value()));
  }

  Sentences sentences(Target target) {
    return target.isSentences() ? target.sentences() : Sentences.ALL;
  }
}
