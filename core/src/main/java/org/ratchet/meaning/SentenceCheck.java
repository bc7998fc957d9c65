package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * A sentence that comes to a provision which stood before, or leaves one that stays, and says in
 * one of a few closed shapes that something is owed to the authorities, that an authorization ends,
 * that no license exception may be used, that a person is taken to know, or that the requirement
 * does not apply to something. What a new section asks of those who use what it gives limits its
 * own relief and is left out.
 */
final class SentenceCheck implements Check {

  /** Closed shapes of sentences, and what one more of them does. */
  private enum Shape {
    NO_DUTY(
        Facet.BURDEN,
        Direction.LOOSER,
        Matter.DUTY,
        "^(?:[^.:]{0,80}\\. |for [^.:]{0,160}, )?no (?:prior )?(?:notice|notification|report|certification|purchase"
            + " order|record|license application) is (?:needed|required)"
            + "(?: (?:for|if|where|when|from|in|by|of|under)\\b[^;]*)?\\.?$",
        "something need not be given"),
    ENDS(
        Facet.TIME,
        Direction.TIGHTER,
        Matter.TERM,
        "\\b(?:an?|the|this|such|each|every) (?:answer|authorization|approval|license|waiver|determination|notice of approval)\\b(?:(?! (?:not|no|never) )[^.,;])*?"
            + " (?:(?:ends|expires|lapses)(?= (?:on|at|upon|with|by|after|when|if|\\d|one|two|three|four|five|six|ten|thirty|sixty|ninety)\\b|\\.?$)"
            + "|(?:is|remains) valid only (?:for|until|through)\\b)",
        "what was given ends"),
    NO_EXCEPTION(
        Facet.EXCEPTION,
        Direction.TIGHTER,
        Matter.EXCEPTIONS,
        "^no license exceptions? (?:overcomes?|may be used|(?:is|are) available)\\b",
        "license exceptions may not be used against the requirement"),
    KNOWS(
        Facet.KNOWLEDGE,
        Direction.TIGHTER,
        Matter.KNOWLEDGE,
        "\\b(?:so informed|informed by bis)\\b(?:(?! (?:not|no|never) )[^.])*\\b(?:has|have|is (?:deemed|presumed|considered) to have) \\W?knowledge\\b",
        "a person who is informed is taken to know");

    private final Facet facet;
    private final Direction more;
    private final Matter matter;
    private final Pattern words;
    private final String effect;

    Shape(Facet facet, Direction more, Matter matter, String words, String effect) {
      this.facet = facet;
      this.more = more;
      this.matter = matter;
      this.words = Pattern.compile("(?i)" + words);
      this.effect = effect;
    }
  }

  /** How many letters the forms of a word share. */
  private static final int MARK = 5;

  /** What sentences may be about in other words as well. */
  private enum Matter {
    DUTY("\\b(?:reports?|reporting|notices?|notif\\w+|certif\\w+|purchase orders?|records?)\\b"),
    TERM("\\b(?:ends?|expir\\w+|laps\\w+|valid\\w*|terminat\\w+|until)\\b"),
    EXCEPTIONS("\\b(?:license exceptions?|part 740)\\b"),
    KNOWLEDGE("\\b(?:knowledge|knows?)\\b"),
    REACH(
        "\\b(?:appl(?:y|ies)|reach(?:es)?|extends?|excluded?|exclusions?|except\\w*|exempt\\w*|outside|unless|other than)\\b");

    private final Pattern words;

    Matter(String words) {
      this.words = Pattern.compile("(?i)" + words);
    }

    /** Whether two sentences are about the same of it: two reports, but no report and a notice. */
    boolean common(String one, String other) {
      return !Collections.disjoint(marks(one), marks(other));
    }

    private Set<String> marks(String sentence) {
      return words
          .matcher(sentence)
          .results()
          .map(match -> this == DUTY ? match.group().toLowerCase(Locale.ROOT) : name())
          .map(mark -> mark.substring(0, Math.min(MARK, mark.length())))
          .collect(Collectors.toSet());
    }
  }

  /** Words by which a duty is less than it seems, or takes the place of another. */
  private static final Pattern UNLESS =
      Pattern.compile(
          "(?i)\\b(?:unless|except|other than|if|only|instead|in lieu|rather than|until)\\b");

  @Override
  public String id() {
    return "sentence";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    IdentityHashMap<Clause, List<Sentence>> stood = new IdentityHashMap<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Added || change instanceof Change.Removed) {
        boolean comes = change instanceof Change.Added;
        change.after().or(change::before).filter(Paragraph.class::isInstance).stream()
            .flatMap(Clause::stream)
            .filter(Paragraph.class::isInstance)
            .forEach(
                each ->
                    findings.addAll(
                        new Side(change, each, delta, comes, stood)
                            .found(Operative.sentences(each))));
      }
    }
    for (Change.Paired pair : Places.paragraphs(delta)) {
      Sentences sentences = Sentences.of(pair.old(), pair.now());
      Side after = new Side(pair, pair.now(), delta, true, stood);
      Side before = new Side(pair, pair.old(), delta, false, stood);
      findings.addAll(after.found(sentences.come()));
      findings.addAll(before.found(sentences.gone()));
    }
    return findings;
  }

  /**
   * A sentence of a section.
   *
   * @param words its words, as they are compared
   */
  private record Sentence(String text, Set<String> words) {}

  /** The sentences of a section. */
  private static List<Sentence> sentences(Clause section) {
    return section.stream()
        .flatMap(each -> Operative.sentences(each).stream())
        .map(text -> new Sentence(text, Sentences.words(text)))
        .toList();
  }

  /** A sentence less like all others than this is new to its section. */
  private static final double ANEW = 0.7;

  /** How much of the telling words of an exclusion another sentence has that may say the same. */
  private static final double SAME = 0.5;

  /** What a sentence does, more of it being the direction. */
  private record Said(Facet facet, Direction more, Matter matter, String effect) {}

  private static Optional<Said> shaped(String sentence) {
    return Stream.of(Shape.values())
        .filter(shape -> Operative.states(shape.words, sentence))
        .map(shape -> new Said(shape.facet, shape.more, shape.matter, shape.effect))
        .findFirst();
  }

  /** Where a sentence stands that the other side does not have. */
  private final class Side {

    private final Change change;
    private final Clause clause;
    private final State own;
    private final State other;
    private final boolean comes;
    private final IdentityHashMap<Clause, List<Sentence>> known;

    Side(
        Change change,
        Clause clause,
        Delta delta,
        boolean comes,
        IdentityHashMap<Clause, List<Sentence>> known) {
      this.change = change;
      this.clause = clause;
      this.own = comes ? delta.after() : delta.before();
      this.other = comes ? delta.before() : delta.after();
      this.comes = comes;
      this.known = known;
    }

    private Optional<Clause> section(State state) {
      return state
          .find(clause.citation().upTo(Kind.SECTION))
          .filter(section -> !section.citation().steps().isEmpty());
    }

    private List<Sentence> sentences(State state) {
      return section(state).stream()
          .flatMap(section -> known.computeIfAbsent(section, SentenceCheck::sentences).stream())
          .toList();
    }

    /** What those of the sentences say that are new to a section which stood. */
    List<Finding> found(List<String> sentences) {
      List<Finding> findings = new ArrayList<>();
      for (String sentence : section(other).isEmpty() ? List.<String>of() : sentences) {
        shaped(sentence)
            .or(() -> operative(sentence))
            .filter(said -> isNew(Sentences.words(sentence), other))
            .ifPresent(said -> findings.add(finding(said, sentence)));
      }
      return findings;
    }

    private boolean isNew(Set<String> words, State state) {
      return sentences(state).stream()
          .noneMatch(each -> Sentences.alike(words, each.words()) >= ANEW);
    }

    private Optional<Said> operative(String sentence) {
      return Operative.of(clause, own).stream()
          .filter(each -> each.sentence().equals(sentence) && !each.limb())
          .findFirst()
          .flatMap(this::said);
    }

    private Optional<Said> said(Operative operative) {
      String sentence = operative.sentence();
      if (operative.function() == Operative.Function.OBLIGES && !UNLESS.matcher(sentence).find()) {
        return Optional.of(
            new Said(
                Facet.BURDEN,
                Direction.TIGHTER,
                Matter.DUTY,
                "something is owed to the authorities"));
      }
      if (operative.function() == Operative.Function.EXCLUDES
          && Excluded.frees(clause, sentence, own, other)) {
        return Optional.of(
            new Said(
                operative.facet(clause),
                Direction.LOOSER,
                Matter.REACH,
                "a requirement that stands does not apply to what it describes"));
      }
      return Optional.empty();
    }

    /** Whether a sentence that only the other side has may say the same in other words. */
    private boolean answered(Matter matter, String sentence) {
      Set<String> stems = Stems.of(sentence);
      return sentences(other).stream()
          .filter(each -> matter.common(sentence, each.text()))
          .filter(each -> matter != Matter.REACH || shares(stems, Stems.of(each.text())))
          .anyMatch(each -> isNew(each.words(), own));
    }

    private static boolean shares(Set<String> mine, Set<String> theirs) {
      return mine.stream().filter(theirs::contains).count() >= SAME * mine.size();
    }

    private Finding finding(Said said, String sentence) {
      Citation place = change instanceof Change.Paired ? change.citation() : clause.citation();
      Findings draft =
          Findings.by(id(), place)
              .on(said.facet())
              .explaining(List.of(change))
              .showing(comes ? "after" : "before", Optional.of(clause));
      String quoted =
          place
              + (comes ? " says what it did not say before: “" : " no longer says: “")
              + NewProvisionCheck.shortened(sentence)
              + "”";
      if (answered(said.matter(), sentence)) {
        return draft
            .because(
                "another sentence of the section on this matter "
                    + (comes ? "is gone" : "has come")
                    + ", and whether it says the same in other words is not compared")
            .saying(quoted + ".");
      }
      return draft
          .towards(comes ? said.more() : said.more().flip(), Certainty.BY_POLARITY)
          .saying(quoted + ": " + said.effect() + ".");
    }
  }
}
