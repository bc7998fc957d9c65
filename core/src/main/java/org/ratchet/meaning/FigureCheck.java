package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Figures.Figure;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Amounts of money, percentages, periods and dates in running text, all other words being the same.
 * A closed list of sentence shapes says what a greater figure does: a record kept for longer is
 * more of a burden, an exemption for more assets frees more, a license that ends later lasts
 * longer. A sentence of another shape gives no direction.
 */
final class FigureCheck implements Check {

  private static final Pattern TURNS =
      Pattern.compile(
          "(?i)\\b(?:unless|except|other than|excluding|does not|do not|not apply|need not|must not"
              + "|may not|cannot|no longer|no license)\\b");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[a-z)]\\.)\\s+(?=\\p{Lu})");
  private static final String THIS = "#this";
  private static final Pattern MARK = Pattern.compile("#(?:money|percent|period|date)");

  /** A date on which something is counted. */
  private static final Pattern AS_OF = Pattern.compile("(?i)\\bas of #this\\b");

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");

  private final List<Shape> shapes;

  FigureCheck() {
    this.shapes =
        Vocabulary.resource("figure-shapes.tsv").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Shape::read)
            .toList();
  }

  /**
   * A sentence shape.
   *
   * @param kind the figure that changes
   * @param words matches in a sentence
   * @param around must match in the paragraphs above; empty for any
   * @param greater what a greater figure does
   * @param facet on which side of control
   */
  private record Shape(
      Figures.Kind kind, Pattern words, Pattern around, Direction greater, Facet facet) {

    /** Whether a sentence has the shape, and what it asks for is no duty of the authorities. */
    boolean states(String sentence) {
      Matcher matcher = words.matcher(sentence);
      return matcher.find()
          && (facet != Facet.BURDEN
              || !Operative.byAuthority(sentence.substring(0, matcher.start())));
    }

    static Shape read(String line) {
      String[] fields = line.split("\t", -1);
      return new Shape(
          Figures.Kind.valueOf(fields[0]),
          Pattern.compile("(?i)" + fields[3]),
          Pattern.compile("(?is)" + (fields.length < 5 ? "" : fields[4])),
          Direction.valueOf(fields[1]),
          Facet.valueOf(fields[2]));
    }
  }

  @Override
  public String id() {
    return "figure";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Paired pair && running(pair.old()) && running(pair.now())) {
        compared(pair, delta).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Whether a clause is running text: no item of an entry, which is read as a criterion. */
  private static boolean running(Clause clause) {
    boolean entry = !clause.citation().upTo(Kind.ECCN).steps().isEmpty();
    boolean note = clause.citation().steps().stream().anyMatch(s -> s.kind() == Kind.NOTE);
    return (clause instanceof Paragraph || clause instanceof Note) && (!entry || note);
  }

  /** A figure before and after. */
  private record Moved(Figure from, Figure to, String sentence) {

    int sign() {
      return to.size().compareTo(from.size());
    }
  }

  private Optional<Finding> compared(Change.Paired pair, Delta delta) {
    Figures old = Figures.of(pair.old().content().ownText());
    if (old.values().isEmpty()) {
      return Optional.empty();
    }
    Figures now = Figures.of(pair.now().content().ownText());
    if (!key(old).equals(key(now))) {
      return Optional.empty();
    }
    List<Moved> moved = moved(old, now);
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    Set<Direction> directions = new LinkedHashSet<>();
    Set<Facet> facets = new LinkedHashSet<>();
    Set<String> decided = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    String around = around(pair.now(), delta.after());
    for (Moved each : moved) {
      Optional<Shape> shape = shape(each, around);
      String figures = "from " + each.from().text() + " to " + each.to().text();
      if (shape.isPresent()) {
        directions.add(each.sign() > 0 ? shape.get().greater() : shape.get().greater().flip());
        facets.add(shape.get().facet());
        decided.add(figures);
      } else if (!AS_OF.matcher(each.sentence()).find()) {
        open.add(figures);
      }
    }
    open.removeAll(decided);
    Findings draft =
        Findings.by(id(), pair.citation())
            .on(facets.size() == 1 ? facets.iterator().next() : Places.facet(pair.now()))
            .explaining(List.of(pair))
            .showing(pair);
    String statement =
        pair.citation()
            + ": in words otherwise the same, "
            + moved.stream()
                .map(m -> "“" + m.from().text() + "” became “" + m.to().text() + "”")
                .distinct()
                .collect(Collectors.joining(", "));
    if (directions.size() != 1 || facets.size() != 1 || !open.isEmpty()) {
      return Optional.of(
          draft
              .because(
                  "what a greater or later figure does in this sentence is not certain from its words")
              .saying(statement + "."));
    }
    Direction direction = directions.iterator().next();
    return Optional.of(
        draft
            .towards(direction, Certainty.BY_POLARITY)
            .saying(statement + ": " + consequence(facets.iterator().next(), direction) + "."));
  }

  private static String consequence(Facet facet, Direction direction) {
    boolean looser = direction == Direction.LOOSER;
    return switch (facet) {
      case EXCEPTION -> looser ? "more is exempt" : "less is exempt";
      case BURDEN -> looser ? "less is asked" : "more is asked";
      case TIME -> looser ? "there is more time" : "there is less time";
      case JURISDICTION ->
          looser
              ? "fewer foreign-made items are subject to the EAR"
              : "more foreign-made items are subject to the EAR";
      default -> looser ? "the requirement reaches less" : "the requirement reaches more";
    };
  }

  private static String key(Figures figures) {
    return YEAR.matcher(ThresholdText.key(figures.words())).replaceAll("#year");
  }

  private static List<Moved> moved(Figures old, Figures now) {
    if (old.values().size() != now.values().size()) {
      return List.of();
    }
    List<Moved> moved = new ArrayList<>();
    int at = 0;
    for (String sentence : SENTENCE.split(now.words(), -1)) {
      Matcher mark = MARK.matcher(sentence);
      for (; mark.find() && at < now.values().size(); at++) {
        Figure from = old.values().get(at);
        Figure to = now.values().get(at);
        if (from.kind() == to.kind() && from.size().compareTo(to.size()) != 0) {
          String here = sentence.substring(0, mark.start()) + THIS + sentence.substring(mark.end());
          moved.add(new Moved(from, to, here));
        }
      }
    }
    return moved;
  }

  private Optional<Shape> shape(Moved moved, String around) {
    if (TURNS.matcher(moved.sentence()).find()) {
      return Optional.empty();
    }
    return shapes.stream()
        .filter(shape -> shape.kind() == moved.to().kind())
        .filter(shape -> shape.states(moved.sentence()))
        .filter(shape -> shape.around().matcher(around).find())
        .findFirst();
  }

  /** The words of the paragraph and of those it stands under. */
  private static String around(Clause clause, State state) {
    StringBuilder words = new StringBuilder(clause.content().ownText());
    for (Citation at = clause.citation().parent(); !at.steps().isEmpty(); at = at.parent()) {
      state.find(at).ifPresent(parent -> words.insert(0, parent.content().ownText() + " "));
    }
    return ThresholdText.normalise(words.toString());
  }
}
