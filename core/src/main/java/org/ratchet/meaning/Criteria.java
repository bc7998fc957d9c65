package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Criterion.AnyOf;
import org.ratchet.meaning.Criterion.Not;
import org.ratchet.meaning.Criterion.Opaque;
import org.ratchet.meaning.Criterion.Stated;
import org.ratchet.text.Runs;

/**
 * Reads the criterion of an entry of the Commerce Control List from its items and notes.
 *
 * <pre>{@code
 * Criterion criterion = Criteria.of(entry).criterion();
 * }</pre>
 */
public final class Criteria {

  private static final Pattern NONE = Pattern.compile("(?i)\\bnone of the following\\W*$");
  private static final Pattern ALL =
      Pattern.compile(
          "(?i)\\b(?:all|both|each) (?:of )?the following\\b[^.;]*$|\\ball of the\\b[^.;]*:$");
  private static final Pattern ANY =
      Pattern.compile(
          "(?i)\\b(?:any|either|one or more|at least one|any one|one) (?:of )?the following\\b[^.;]*$");
  private static final Pattern SERIES = Pattern.compile("(?i)\\bas follows\\b[^.;]*$|^[^.;]*:?$");
  private static final Pattern LIST_CALL =
      Pattern.compile(
          "(?i)[,;:]?\\s*\\b(?:and\\s+)?(?:(?:having|with|meeting|has|have|satisfying)\\s+)?"
              + "(?:any|either|both|all|each|one or more|at least one|any one|none)"
              + "(?: one)? (?:of )?the following\\b(.*)$");
  private static final Pattern TURNED_CALL =
      Pattern.compile(
          "(?i)\\b(?:not|except|excluding|other than|unless|without)\\W+(?:\\w+\\W+){0,4}$");
  private static final Pattern ENDS_AND = Pattern.compile("(?i)[;,]?\\s*\\band\\W*$");
  private static final Pattern ENDS_OR = Pattern.compile("(?i)[;,]?\\s*\\bor\\W*$");
  private static final Pattern EXCLUSION =
      Pattern.compile(
          "(?is)^(.*?)\\b(?:does|do|shall) not (?:apply to|control|include|cover|specify)\\s+(.*)$");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[^A-Z]\\.)\\s+(?=[A-Z\\d])");
  private static final Pattern RELEASE =
      Pattern.compile("(?i)\\b(?:unless|except|if|provided|other than)\\b");

  /** A paragraph of an entry, or an entry, as a text names it. */
  static final Pattern SUBJECT =
      Pattern.compile("\\b(?:\\d[A-E]\\d{3}|[a-z](?=\\.))?(?:\\.[a-z\\d]+)+|\\b\\d[A-E]\\d{3}\\b");

  private static final Pattern CARRIER =
      Pattern.compile(
          "(?i)^(?:(?:any|an?|those)\\s+)?(?:items?|commodit(?:y|ies)|integrated circuits?|ICs?|products?|devices?|equipment)\\s+"
              + "(?:that|which)\\s+");
  private static final Pattern ITEM =
      Pattern.compile("(?i)^(?:the|an?|each) (?:item|commodity|integrated circuit)\\s+");
  private static final Pattern NEGATION =
      Pattern.compile(
          "(?i)^(?:(?:that|which)\\s+)?(?:(?:is|are|was|were) not|(?:do|does) not (?:have|meet)|not having|without)\\s+");
  private static final Pattern AFFIRMATION =
      Pattern.compile("(?i)^(?:(?:that|which)\\s+)?(?:is|are|have|has|having|with)\\s+");
  private static final Pattern PART_SPLIT =
      Pattern.compile(
          "(?i),?\\s+and\\s+(?=(?:that |which )?(?:do|does|is|are|has|have|having|whose|with|an? )\\b|['\"])");

  private static final Pattern AS_FOLLOWS = Pattern.compile("(?i),?\\s*\\bas follows\\b.*$");

  /** What stands at the end of an item and says nothing of it. */
  private static final List<Pattern> ENDINGS =
      List.of(
          Pattern.compile("(?i)\\s*\\((?:see|see also) list of items controlled\\)"),
          Pattern.compile("(?i)[;,]?\\s*\\b(?:and|or)\\s*[.;]?$"),
          Pattern.compile("[.;:,]+$"));

  private final Vocabulary vocabulary;
  private final Set<Citation> used = new HashSet<>();
  private final List<Exclusion> exclusions = new ArrayList<>();

  /** Texts already read; most of an entry is the same on both sides of a comparison. */
  private final Map<String, Criterion> leaves;

  private Criteria(Vocabulary vocabulary, Map<String, Criterion> leaves) {
    this.vocabulary = vocabulary;
    this.leaves = leaves;
  }

  private record Exclusion(Citation from, Citation note, Criterion excluded) {}

  /**
   * What an entry controls.
   *
   * @param criterion the predicate; {@link Criterion#never()} for an entry that lists nothing
   * @param used the clauses that take part in it
   * @param complete false if asterisks hide some of the items
   */
  public record Reading(Criterion criterion, Set<Citation> used, boolean complete) {

    /** Copies the set. */
    public Reading {
      used = Set.copyOf(used);
    }
  }

  /** The criterion of an entry, or of one paragraph of it, with the standard vocabulary. */
  public static Reading of(Clause clause) {
    return of(clause, Vocabulary.standard());
  }

  /** The criterion of an entry, or of one paragraph of it. */
  public static Reading of(Clause clause, Vocabulary vocabulary) {
    return of(clause, vocabulary, new HashMap<>());
  }

  /**
   * The same, for one of several readings.
   *
   * @param leaves what was read of the texts of others with the same vocabulary
   */
  static Reading of(Clause clause, Vocabulary vocabulary, Map<String, Criterion> leaves) {
    Criteria reader = new Criteria(vocabulary, leaves);
    Criterion items =
        clause instanceof EccnEntry entry ? reader.entry(entry) : reader.paragraph(clause);
    return new Reading(reader.excluding(items), reader.used, !hidden(clause));
  }

  /**
   * Whether asterisks hide items. Asterisks behind the last item of an entry that is otherwise
   * wholly shown stand for the entries that follow it.
   */
  private static boolean hidden(Clause clause) {
    List<Clause> all = clause.stream().toList();
    long asterisks = all.stream().filter(Ellipsis.class::isInstance).count();
    boolean atEnd = all.get(all.size() - 1) instanceof Ellipsis;
    boolean context = all.stream().anyMatch(c -> c.content().shown() == Shown.CONTEXT);
    return context || asterisks > (atEnd ? 1 : 0);
  }

  private Criterion entry(EccnEntry entry) {
    Optional<Clause> items =
        entry.children().stream()
            .filter(child -> child instanceof EccnPart part && part.role() == Role.ITEMS)
            .findFirst();
    entry.children().stream().filter(Note.class::isInstance).forEach(this::note);
    if (items.isEmpty()) {
      used.add(entry.citation());
      return new Stated(entry.citation(), leaf(Runs.text(entry.heading())));
    }
    Clause part = items.get();
    used.add(part.citation());
    return new Stated(entry.citation(), under(part, Runs.text(part.text()), true));
  }

  private Criterion paragraph(Clause clause) {
    used.add(clause.citation());
    return new Stated(clause.citation(), under(clause, clause.content().ownText(), false));
  }

  /** A text and the list under it. */
  private Criterion under(Clause clause, String text, boolean top) {
    List<Clause> items = new ArrayList<>();
    StringBuilder own = new StringBuilder(text);
    boolean started = false;
    for (Clause child : clause.children()) {
      if (child instanceof Note) {
        note(child);
      } else if (child instanceof Paragraph && labelled(child)) {
        items.add(child);
        started = true;
      } else if (child instanceof Paragraph && !started) {
        used.add(child.citation());
        own.append(' ').append(child.content().ownText());
      } else if (child instanceof Paragraph) {
        used.add(child.citation());
        items.add(child);
      }
    }
    List<Clause> stated = items.stream().filter(item -> !reserved(item)).toList();
    items.forEach(item -> used.add(item.citation()));
    if (stated.isEmpty()) {
      String alone = ThresholdText.normalise(own.toString()).strip();
      boolean nothing = alone.isEmpty() || LIST_CALL.matcher(alone).find() || alone.endsWith(":");
      return !items.isEmpty() && nothing ? Criterion.never() : leaf(alone);
    }
    return combined(ThresholdText.normalise(own.toString()), stated, top);
  }

  private static boolean labelled(Clause clause) {
    return clause.citation().last().kind() == Kind.PARAGRAPH;
  }

  private static boolean reserved(Clause clause) {
    return clause.content().ownText().toLowerCase(Locale.ROOT).contains("[reserved]");
  }

  private Criterion combined(String text, List<Clause> items, boolean top) {
    Matcher call = LIST_CALL.matcher(text);
    boolean called = call.find();
    String head = called ? text.substring(0, call.start()) : text;
    List<Criterion> parts = summing(items.stream().map(this::paragraph).toList(), items);
    if (called && (TURNED_CALL.matcher(head).find() || !closes(call.group(1)))) {
      return new Opaque(ThresholdText.key(whole(text, items)), false);
    }
    Optional<Criterion> list = listed(text, items, parts, top);
    if (list.isEmpty()) {
      return new Opaque(ThresholdText.key(whole(text, items)), false);
    }
    Criterion before = called || !series(head) ? leaf(head) : leaf(seriesHead(head));
    return Criterion.all(List.of(before, list.get()));
  }

  /** The items, with a sum left uninterpreted where it does not add up figures of its kind. */
  private List<Criterion> summing(List<Criterion> parts, List<Clause> items) {
    List<Criterion> tied = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Criterion part = parts.get(i);
      List<Criterion> others = new ArrayList<>(parts);
      others.remove(part);
      Clause item = items.get(i);
      boolean loose =
          item.children().stream().noneMatch(Paragraph.class::isInstance)
              && !item.content().ownText().contains("TOPS")
              && part.quantities().stream().anyMatch(q -> sum(q) && !adds(q, others));
      Criterion words = new Opaque(ThresholdText.key(item.content().ownText()), false);
      tied.add(loose ? new Stated(item.citation(), words) : part);
    }
    return tied;
  }

  private boolean sum(Quantity quantity) {
    return vocabulary.entry(quantity.name()).filter(Vocabulary.Entry::sum).isPresent();
  }

  private boolean adds(Quantity sum, List<Criterion> others) {
    List<Quantity> summed = others.stream().flatMap(o -> o.quantities().stream()).toList();
    return !summed.isEmpty() && summed.stream().allMatch(q -> vocabulary.related(sum, q));
  }

  /** Whether what follows "the following" only names the kind of list: "characteristics:". */
  private static boolean closes(String rest) {
    return rest.chars().noneMatch(Character::isDigit) && rest.split(" ", -1).length <= 12;
  }

  private static boolean series(String head) {
    return head.toLowerCase(Locale.ROOT).contains("as follows");
  }

  private static String seriesHead(String head) {
    return AS_FOLLOWS.matcher(head).replaceFirst("");
  }

  private static Optional<Criterion> listed(
      String text, List<Clause> items, List<Criterion> parts, boolean top) {
    if (NONE.matcher(text).find()) {
      return Optional.of(new Not(Criterion.any(parts)));
    }
    if (ALL.matcher(text).find()) {
      return Optional.of(Criterion.all(parts));
    }
    if (ANY.matcher(text).find() || top || parts.size() == 1) {
      return Optional.of(Criterion.any(parts));
    }
    boolean and = items.stream().limit(items.size() - 1L).anyMatch(i -> ends(i, ENDS_AND));
    boolean or = items.stream().limit(items.size() - 1L).anyMatch(i -> ends(i, ENDS_OR));
    if (and != or) {
      return Optional.of(and ? Criterion.all(parts) : Criterion.any(parts));
    }
    boolean series = !and && SERIES.matcher(text).find() && !text.contains("the following");
    return series ? Optional.of(Criterion.any(parts)) : Optional.empty();
  }

  private static boolean ends(Clause clause, Pattern connective) {
    List<Clause> all = clause.stream().filter(Paragraph.class::isInstance).toList();
    return connective.matcher(all.get(all.size() - 1).content().ownText().strip()).find();
  }

  private static String whole(String text, List<Clause> items) {
    StringBuilder all = new StringBuilder(text);
    items.stream()
        .flatMap(Clause::stream)
        .forEach(clause -> all.append(' ').append(clause.content().ownText()));
    return all.toString();
  }

  private Criterion leaf(String text) {
    String plain = ThresholdText.normalise(text);
    for (Pattern ending : ENDINGS) {
      plain = ending.matcher(plain).replaceFirst("");
    }
    return leaves.computeIfAbsent(plain, this::read);
  }

  private Criterion read(String item) {
    return ReferredLimit.of(item)
        .map(
            limit ->
                Criterion.all(
                    List.of(ThresholdText.of(limit.words(), vocabulary), limit.threshold())))
        .orElseGet(
            () ->
                ReferredLimit.mentions(item)
                    ? ThresholdText.of(item, vocabulary).map(Criteria::unsure)
                    : ThresholdText.of(item, vocabulary));
  }

  private static Criterion unsure(Criterion literal) {
    return literal instanceof Opaque words ? new Opaque(words.words(), false) : literal;
  }

  /** A note that says what its paragraphs do not apply to. Other notes inform. */
  private void note(Clause note) {
    StringBuilder own = new StringBuilder(Runs.text(note.text()));
    note.children().stream()
        .filter(child -> child instanceof Paragraph && !labelled(child))
        .forEach(child -> own.append(' ').append(child.content().ownText()));
    String text = ThresholdText.normalise(own.toString());
    if (heading(note).toLowerCase(Locale.ROOT).startsWith("technical")) {
      return;
    }
    List<Clause> items =
        note.children().stream()
            .filter(child -> child instanceof Paragraph && labelled(child))
            .toList();
    String first = SENTENCE_END.split(text, 2)[0];
    Matcher exclusion = EXCLUSION.matcher(first);
    if (!exclusion.matches()) {
      return;
    }
    note.stream().forEach(clause -> used.add(clause.citation()));
    Criterion excluded = excluded(exclusion.group(2), items);
    for (Citation subject : subjects(note, exclusion.group(1))) {
      exclusions.add(new Exclusion(subject, note.citation(), excluded));
    }
  }

  private static String heading(Clause note) {
    String printed = Runs.text(note.heading());
    return printed.isBlank() ? note.citation().last().label() : printed;
  }

  private Criterion excluded(String text, List<Clause> items) {
    if (RELEASE.matcher(text).find()) {
      return new Opaque(ThresholdText.key(whole(text, items)), false);
    }
    if (!items.isEmpty()) {
      return combined(text, items, false);
    }
    return conjunction(CARRIER.matcher(text).replaceFirst(""));
  }

  /** What a clause with an item as its subject asks of it: "the item has … and is not …". */
  static Criterion condition(String text, Vocabulary vocabulary) {
    String plain = ITEM.matcher(ThresholdText.normalise(text)).replaceFirst("");
    return RELEASE.matcher(plain).find()
        ? new Opaque(ThresholdText.key(plain), false)
        : new Criteria(vocabulary, new HashMap<>()).conjunction(plain);
  }

  private Criterion conjunction(String plain) {
    List<Criterion> parts = new ArrayList<>();
    for (String piece : PART_SPLIT.split(plain, -1)) {
      Matcher negation = NEGATION.matcher(piece);
      parts.add(
          negation.find()
              ? new Not(leaf(piece.substring(negation.end())))
              : leaf(AFFIRMATION.matcher(piece).replaceFirst("")));
    }
    return Criterion.all(parts);
  }

  /** The paragraphs that a note names as its subject, else those of its heading. */
  private List<Citation> subjects(Clause note, String printed) {
    Citation entry = note.citation().upTo(Kind.ECCN);
    List<Citation> named = paragraphs(entry, printed);
    if (named.isEmpty()) {
      named = paragraphs(entry, heading(note));
    }
    return named.isEmpty() ? List.of(note.citation().parent()) : named;
  }

  /** The paragraphs of an entry that a text names. */
  static List<Citation> paragraphs(Citation entry, String printed) {
    List<Citation> citations = new ArrayList<>();
    Matcher subject = SUBJECT.matcher(printed);
    while (subject.find()) {
      Citation citation = entry;
      for (String label : subject.group().split("\\.", -1)) {
        if (!label.isEmpty()
            && !label.equals(entry.steps().isEmpty() ? "" : entry.last().label())) {
          citation = citation.then(Kind.PARAGRAPH, label);
        }
      }
      citations.add(citation);
    }
    return citations.stream().distinct().toList();
  }

  /** The items without what the notes take out of them. */
  private Criterion excluding(Criterion criterion) {
    if (exclusions.isEmpty()) {
      return criterion;
    }
    Set<Citation> places = new HashSet<>();
    Criterion qualified = qualify(criterion, places);
    List<Criterion> unplaced = new ArrayList<>();
    for (Exclusion exclusion : exclusions) {
      if (!places.contains(exclusion.from())) {
        unplaced.add(new Not(new Opaque(exclusion.note() + " " + exclusion.from(), false)));
      }
    }
    if (unplaced.isEmpty()) {
      return qualified;
    }
    unplaced.add(0, qualified);
    return Criterion.all(unplaced);
  }

  private Criterion qualify(Criterion criterion, Set<Citation> places) {
    if (criterion instanceof Stated stated) {
      Criterion inner = qualify(stated.criterion(), places);
      List<Criterion> parts = new ArrayList<>(List.of(inner));
      for (Exclusion exclusion : exclusions) {
        if (exclusion.from().equals(stated.citation())) {
          places.add(exclusion.from());
          parts.add(new Stated(exclusion.note(), new Not(exclusion.excluded())));
        }
      }
      return new Stated(stated.citation(), Criterion.all(parts));
    }
    if (criterion instanceof Criterion.AllOf all) {
      return new Criterion.AllOf(all.parts().stream().map(p -> qualify(p, places)).toList());
    }
    if (criterion instanceof AnyOf any) {
      return new AnyOf(any.parts().stream().map(p -> qualify(p, places)).toList());
    }
    return criterion;
  }
}
