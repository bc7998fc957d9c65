package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Step.Kind;

/**
 * What a sentence of the regulations does, by the shape of its words: it requires a license, brings
 * foreign-made items under the regulations, bars license exceptions, takes something out of a
 * requirement, or says how applications are reviewed. A sentence of another shape, or one whose
 * words turn in a way that is not understood, does nothing that is known.
 */
record Operative(Function function, String sentence, boolean limb) {

  /** What a sentence does. */
  enum Function {
    REQUIRES(true),
    REACHES(true),
    BARS(true),
    EXCLUDES(false),
    REVIEWS(true),
    INFORMS(true),
    LISTS(true),
    OBLIGES(true);

    private final boolean positive;

    Function(boolean positive) {
      this.positive = positive;
    }

    /** Whether more of what the sentence is about is more control. */
    boolean positive() {
      return positive;
    }
  }

  /** What a paragraph may do for those under it. */
  private static final Set<Function> LEADING =
      Set.of(Function.REQUIRES, Function.REACHES, Function.BARS);

  private static final Pattern SENTENCE =
      Pattern.compile(" (?=\"?\\p{Lu})(?<=[a-z0-9)\"']\\.\"? )|, (?=except that )");

  private static final Pattern EXCLUDES =
      Pattern.compile(
          "(?i)^(?:[^.:]{0,120}\\. )?(?:(?:the )?license requirements? (?:of|in|under) )?(?:this"
              + " paragraph|paragraphs?|this section|these requirements?|the (?:license )?"
              + "requirements?)\\b(?:(?! not )[^.;])*?\\b(?:does|do) not (?:apply|reach|extend)"
              + "\\b(?: to)?");
  private static final Pattern REVIEWS =
      Pattern.compile(
          "(?i)\\breviewed (?:on an? |under an? |with an? |favorably )?(?:(?:general )?(?:presumption|policy) of"
              + " (?:approval|denial)|case[- ]by[- ]case)");
  private static final Pattern INFORMS =
      Pattern.compile(
          "(?i)\\bBIS may inform\\b(?:(?!\\bthat\\b)[^.])*\\bthat a license is required\\b");
  private static final Pattern LISTS =
      Pattern.compile(
          "(?i)\\b(?:entities|persons|an entity|a person) (?:are|is|may be|will be) added\\b[^.]*\\b(?:where|if|when)\\b");
  private static final Pattern OBLIGES =
      Pattern.compile(
          "(?i)\\b(?:gives?|must give|shall give|provides?) BIS notice\\b|\\b(?:must|shall) (?:notify|report|submit|file|certify|keep|retain)\\b"
              + "|\\breports? to BIS\\b|\\bappli(?:cant|cants)\\b[^.]*\\bcertif(?:y|ies)\\b");
  private static final Pattern REQUIRES =
      Pattern.compile(
          "(?i)\\ba license is (?:also )?required\\b|\\bmay not\\b[^.]*\\bwithout a license\\b|\\bmay"
              + " not,? without a license\\b|\\byou (?:must|need to) (?:obtain|have) a license\\b");
  private static final Pattern REACHES =
      Pattern.compile("(?i)\\bforeign-(?:made|produced) items? (?:is|are) subject to the EAR\\b");
  private static final Pattern BARS =
      Pattern.compile(
          "(?i)\\byou may not use (?:any|a|this) license exceptions?\\b|\\bno license exceptions? (?:may be"
              + " used|overcomes?|(?:is|are) available)\\b");

  /** Shapes that begin with a verb, whose subject may have a clause of its own. */
  private static final Pattern VERB =
      Pattern.compile("(?i)^(?:may|must|shall|gives?|provides?|reports?)\\b");

  /**
   * A shape of sentence.
   *
   * @param marks one of which, in lower case, every sentence of the shape holds: asked first, since
   *     few sentences have any
   */
  private record Shape(Function function, List<String> marks, Pattern words) {

    boolean isIn(String sentence, String lower) {
      return marks.stream().anyMatch(lower::contains) && at(sentence) >= 0;
    }

    /** Where a sentence says it; negative if nowhere. */
    int at(String sentence) {
      if (function == Function.EXCLUDES || function == Function.REVIEWS) {
        Matcher matcher = words.matcher(sentence);
        return matcher.find() ? matcher.start() : -1;
      }
      return stated(words, sentence, function == Function.OBLIGES);
    }
  }

  /** The shapes; the first that a sentence has tells what it does. */
  private static final List<Shape> SHAPES =
      List.of(
          new Shape(Function.EXCLUDES, List.of(" not "), EXCLUDES),
          new Shape(Function.REVIEWS, List.of("reviewed "), REVIEWS),
          new Shape(Function.BARS, List.of("license exception"), BARS),
          new Shape(Function.INFORMS, List.of("bis may inform"), INFORMS),
          new Shape(Function.LISTS, List.of(" added"), LISTS),
          new Shape(Function.OBLIGES, List.of(" bis", "must ", "shall ", "certif"), OBLIGES),
          new Shape(Function.REACHES, List.of("subject to the ear"), REACHES),
          new Shape(Function.REQUIRES, List.of("a license"), REQUIRES));

  private static final Pattern DEEMED = Pattern.compile("(?i)\\bdeemed (?:re)?exports?\\b");
  private static final Pattern ENTITY =
      Pattern.compile("(?i)\\bwhere an entity\\b|\\bfor an entity headquartered\\b");

  /** Words with "not" that turn nothing here. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)\\bnot (?:also )?subject to the EAR\\b|\\bnot limited to\\b"
              + "|\\bmay not(?=\\b[^.]*\\bwithout a license\\b)|\\bmay not,? (?=without a license)"
              + "|\\bwithout a license\\b|\\bthat (?:paragraph [^,;]*?|this paragraph )(?:does|do) not"
              + " (?:name|describe|specify|control)\\b|,? (?:unless|except as|except where)"
              + " [^,;.]*?(?:paragraph|§)(?:[^;.]|\\.(?=\\d))*(?=;|\\.(?!\\d))");

  /** "Headquartered in, or whose ultimate parent is headquartered in," is one condition. */
  private static final Pattern PARENT =
      Pattern.compile(
          "(?i)headquartered in, (?:or|and) (?:whose|with an?) ultimate parent (?:company )?(?:is )?(?:not"
              + " )?headquartered in,?");

  /** Words that turn all that follows in the sentence. */
  private static final Pattern TURN =
      Pattern.compile(
          "(?i)\\b(?:unless|except(?: for)?|with the exceptions? of|excluding|other than|but not)\\b");

  /** Where the reach of a "not" within a condition ends. */
  private static final Pattern JOINT =
      Pattern.compile("(?i)[;:]|\\b(?:and|where|if)\\b(?: (?:that|which|who|whose)\\b)?");

  /** Opens a clause of its own, which may or may not belong to what a "not" before it turns. */
  private static final Pattern RELATIVE = Pattern.compile("(?i)\\b(?:that|which|who|whose)\\b");

  /** Begins another thing that an exclusion takes out. */
  private static final String NOR = "nor to ";

  private static final Pattern ITEM_END = Pattern.compile("[,.;]| or ");

  /** Words that open an item which is no plain word. */
  private static final Pattern ITEM_OPENS =
      Pattern.compile(
          "(?i)^(?:an?|the|to|for|in|by|from|with|of|on|at|any|each|where|when|if|that|which|who)\\b");

  private static final Pattern NOT = Pattern.compile("(?i)\\bnot\\b");

  /** Words that turn the sentence as a whole, outside the shapes above. */
  private static final Pattern TURNED =
      Pattern.compile(
          "(?i)\\b(?:(?:does|do|may|shall|must|will|need|can) not|cannot|no|nor|neither|never|without"
              + "|waiv\\w+|suspen\\w+|reliev\\w+|relief|exempt\\w*|ineligible|unavailable|outside|apart"
              + " from|save|but|however|although|lack(?:s|ing)?|free(?:s|d|ly)?|lift(?:s|ed)?|takes?"
              + " away|fail(?:s|ed|ing|ure)?|refus\\w+|absen(?:t|ce)|missing|until|whether|regardless"
              + "|irrespective|even (?:if|where|when|though)|for (?:example|instance)|such as|including|namely|removed"
              + "|less than all)\\b(?!\\.)"
              + "|(?:; (?:and )?|, (?:and|but) )(?:such|this|that|these|the|an?|it|they|BIS|applications?|you)"
              + " (?:\\w+ ){0,4}(?:is|are|was|were|may|must|shall|will|has|have|does|reviews?|issues?|considers?)\\b");

  /** Words that make what follows a supposition, a question or a quotation and no statement. */
  private static final String SUPPOSING =
      "\\b(?:if|where|when|whenever|whether|unless|until|although|though|because|since|that|which"
          + "|who|whom|than|before|after|once|while|not)\\b";

  private static final Pattern SUPPOSED = Pattern.compile("(?i)" + SUPPOSING + "(?: \\S+){0,5} *$");

  /** Before a verb, whose subject may have such words in a clause of its own. */
  private static final Pattern SUPPOSED_VERB =
      Pattern.compile("(?i)" + SUPPOSING + "(?: \\S+){0,2} *$");

  /** A supposition with an aside: "where, under part 746, a license is required". */
  private static final Pattern ASIDE = Pattern.compile("(?i)^(?:if|where|when|unless),");

  private static final Pattern BOUND = Pattern.compile("[,;:] |\\. (?=\\p{Lu})");

  /** Those who enforce the regulations, whose duties are no burden. */
  private static final String AUTHORITIES =
      "\\b(?:BIS|Secretary|Departments?|agenc(?:y|ies)|Bureau|Commerce|Committee)\\b";

  private static final Pattern AUTHORITY =
      Pattern.compile("(?i)^(?:and )?(?:the )?" + AUTHORITIES + "|" + AUTHORITIES + "[^,;]{0,20}$");

  /** Of whom or what a duty holds, not how it is fulfilled. */
  private static final Pattern OF_EACH =
      Pattern.compile("(?i)\\b(?:each|every|any|all|if|where|when|whenever)\\b");

  /** What may stand before the statement of a sentence and say when it holds. */
  private static final Pattern CONDITION =
      Pattern.compile("(?i)^(?:[^.:]{0,80}\\. )?(?:if|where|when|whenever|for)\\b");

  private static final Pattern APPLIES =
      Pattern.compile("(?i)\\b(?:applies|apply|(?:is|are) required)\\b");

  /** Words behind a place that turn what stands before them. */
  private static final Pattern UNTRUE =
      Pattern.compile(
          "(?i)^(?:(?!\\b(?:that|which|who|whose|where|when|if|unless|except|other than|and|but)\\b)(?:[^;.:]|[.:](?=\\d)))*?"
              + "\\b(?:does|do|is|are|was|were|has|have|will|shall|may|can) (?:not|no longer)\\b"
              + "|^[^;:]*\\b(?:whichever|as applicable|as appropriate|respectively)\\b");

  /** Words behind a place that free what stands before them. */
  private static final Pattern FREED =
      Pattern.compile(
          "(?i)\\b(?:may proceed|(?:is|are) (?:exempt|excluded|free|authorized)|needs? no license)\\b");

  /** The sentences of a clause that do something known. */
  static List<Operative> of(Clause clause, State state) {
    return Readings.of(state).operatives(clause, () -> read(clause, state));
  }

  private static List<Operative> read(Clause clause, State state) {
    List<Operative> found = new ArrayList<>();
    for (String sentence : sentences(clause)) {
      Optional<Function> own = function(sentence);
      boolean other =
          own.filter(Function.EXCLUDES::equals).isPresent()
              && !Excluded.ofRestriction(clause, sentence, state);
      if (!other) {
        (own.isPresent() ? own : led(clause, state))
            .ifPresent(function -> found.add(new Operative(function, sentence, own.isEmpty())));
      }
    }
    return found;
  }

  /** What the paragraphs around a paragraph do with it. */
  private static Optional<Function> led(Clause clause, State state) {
    Citation around = clause.citation().parent();
    return Readings.of(state).lead(around, () -> lead(above(clause, state)));
  }

  /** What a sentence does by what it states, not by what it supposes. */
  static Optional<Function> function(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return SHAPES.stream()
        .filter(shape -> shape.isIn(sentence, lower))
        .map(Shape::function)
        .findFirst();
  }

  /** Whether a sentence states what a pattern says: not only supposes, asks or denies it. */
  static boolean states(Pattern words, String sentence) {
    return stated(words, sentence, false) >= 0;
  }

  /** Whether the words before a verb name those who enforce the regulations as its subject. */
  static boolean byAuthority(String before) {
    return AUTHORITY.matcher(before).find();
  }

  /** Where a sentence states what a pattern says; negative if nowhere. */
  private static int stated(Pattern words, String sentence, boolean duty) {
    Matcher matcher = words.matcher(sentence);
    while (matcher.find()) {
      String before = sentence.substring(0, matcher.start());
      int from = 0;
      for (Matcher bound = BOUND.matcher(before); bound.find(); ) {
        from = bound.end();
      }
      String clause = before.substring(from);
      boolean verb = VERB.matcher(matcher.group()).find();
      boolean supposed = (verb ? SUPPOSED_VERB : SUPPOSED).matcher(clause).find();
      boolean theirs = duty && byAuthority(clause);
      if (!supposed && !theirs && !ASIDE.matcher(before).find()) {
        return matcher.start();
      }
    }
    return -1;
  }

  /** What the words above a limb do, if nothing in them turns it. */
  private static Optional<Function> lead(String above) {
    Optional<Function> function = function(above).filter(LEADING::contains);
    if (function.isEmpty()) {
      return function;
    }
    String closed = above + " .";
    String plain = PLAIN.matcher(PLAIN.matcher(closed).replaceAll("")).replaceAll("");
    if (function.filter(Function.BARS::equals).isPresent()) {
      plain = BARS.matcher(plain).replaceAll("");
    }
    List<String> sentences = List.of(SENTENCE.split(plain, -1));
    boolean turned =
        TURN.matcher(plain).find()
            || TURNED.matcher(plain).find()
            || NOT.matcher(sentences.get(sentences.size() - 1)).find();
    return turned ? Optional.empty() : function;
  }

  /** The words of the paragraphs that a paragraph stands under, up to its section. */
  static String above(Clause clause, State state) {
    StringBuilder words = new StringBuilder();
    Citation section = clause.citation().upTo(Kind.SECTION);
    Citation at = clause.citation();
    while (at.steps().size() > section.steps().size() + 1 && !section.steps().isEmpty()) {
      at = at.parent();
      state
          .find(at)
          .map(parent -> Readings.text(parent))
          .filter(text -> !text.isBlank())
          .ifPresent(text -> words.insert(0, text + " "));
    }
    return words.toString().strip();
  }

  /**
   * Whether more of what stands at a place of the sentence is more control (in a review policy:
   * more of what the policy applies to); empty where words before it turn it in a way that is not
   * understood.
   *
   * @param words the words before it in {@link #sentence}
   * @param behind the words from there on
   */
  Optional<Boolean> growing(String words, String behind) {
    String before = words;
    if (freed() || UNTRUE.matcher(PLAIN.matcher(behind).replaceAll("#")).find() || !within(words)) {
      return Optional.empty();
    }
    if (function == Function.EXCLUDES) {
      Matcher opening = EXCLUDES.matcher(before);
      if (!opening.find()) {
        return Optional.empty();
      }
      int last = before.lastIndexOf(NOR);
      before = before.substring(last < opening.end() ? opening.end() : last + NOR.length());
      if (APPLIES.matcher(before).find()) {
        return Optional.empty();
      }
    }
    before = PARENT.matcher(before).replaceAll("headquartered in");
    before = PLAIN.matcher(PLAIN.matcher(before).replaceAll("#")).replaceAll("#");
    if (function == Function.BARS) {
      before = BARS.matcher(before).replaceAll("#");
    }
    if (TURNED.matcher(before).find()) {
      return Optional.empty();
    }
    if (function == Function.REVIEWS) {
      before = before.replaceFirst("(?i)^except that ", "");
    }
    Matcher turn = TURN.matcher(before);
    boolean turns = turn.find();
    // A comma may end what the word turns.
    String rest = turns ? before.substring(turn.end()) : before;
    if (turns && (rest.contains(",") || turn.find())) {
      return Optional.empty();
    }
    return negated(rest, behind).map(negated -> function.positive() != (negated != turns));
  }

  /** Whether it states a restriction, and nothing in it frees from that. */
  boolean restricts() {
    boolean turned = limb && TURN.matcher(sentence).lookingAt();
    return LEADING.contains(function) && !freed() && !turned;
  }

  /** Whether words free from something. */
  static boolean frees(String words) {
    return FREED.matcher(words).find();
  }

  private boolean freed() {
    return function != Function.REVIEWS && frees(sentence);
  }

  /**
   * Whether a place is in what the sentence states or in a condition that it opens with, and not in
   * an aside such as "in addition to". The object of a duty may say in what ways it is fulfilled.
   *
   * @param before the words before the place
   */
  private boolean within(String before) {
    boolean anywhere =
        switch (function) {
          case EXCLUDES, REVIEWS, LISTS -> true;
          case REQUIRES, REACHES, BARS, INFORMS, OBLIGES -> limb;
        };
    if (anywhere) {
      return true;
    }
    int at =
        SHAPES.stream()
            .filter(shape -> shape.function() == function)
            .mapToInt(shape -> shape.at(sentence))
            .findFirst()
            .orElse(-1);
    boolean inside = at >= 0 && at < before.length();
    if (inside && function == Function.OBLIGES) {
      return OF_EACH.matcher(before.substring(at)).find();
    }
    return inside || CONDITION.matcher(before).find();
  }

  /** On which side of control the sentence is. */
  Facet facet(Clause clause) {
    return switch (function) {
      case REACHES -> Facet.JURISDICTION;
      case EXCLUDES -> DEEMED.matcher(sentence).find() ? Facet.ACTIVITY : Facet.EXCEPTION;
      case BARS -> Facet.EXCEPTION;
      case REVIEWS -> Facet.REVIEW_POLICY;
      case INFORMS -> Facet.KNOWLEDGE;
      case LISTS -> Facet.PARTY;
      case OBLIGES -> Facet.BURDEN;
      case REQUIRES ->
          ENTITY.matcher(sentence).find()
              ? Facet.PARTY
              : Places.facet(clause) == Facet.REVIEW_POLICY ? Facet.SCOPE : Places.facet(clause);
    };
  }

  /** The sentences of the own text of a clause. */
  static List<String> sentences(Clause clause) {
    return Readings.sentences(clause, Operative::sentences);
  }

  /** The sentences of a text. */
  static List<String> sentences(String text) {
    return List.of(SENTENCE.split(ThresholdText.normalise(text), -1));
  }

  /**
   * Whether a "not" of the condition that a place stands in reaches it. A comma may end what it
   * turns, as in "a mill that is not red, a saw, or a fan"; plain words of one form, as in "not
   * red, blue, or green", are one list.
   */
  private static Optional<Boolean> negated(String before, String behind) {
    int from = 0;
    for (Matcher joint = JOINT.matcher(before); joint.find(); ) {
      from = joint.end();
    }
    String condition = before.substring(from);
    int own = 0;
    for (Matcher relative = RELATIVE.matcher(condition); relative.find(); ) {
      own = relative.end();
    }
    Matcher not = NOT.matcher(condition.substring(own));
    if (!not.find()) {
      return NOT.matcher(condition).find() ? Optional.empty() : Optional.of(false);
    }
    String listed = condition.substring(own + not.end()).strip();
    String item = ITEM_END.split(behind, 2)[0].strip();
    boolean ends =
        listed.endsWith(",")
            && (ITEM_OPENS.matcher(item).find() || item.endsWith("s") != listed.endsWith("s,"));
    return ends ? Optional.empty() : Optional.of(true);
  }
}
