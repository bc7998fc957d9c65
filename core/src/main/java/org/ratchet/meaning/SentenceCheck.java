package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
        "^(?:[^.:]{0,80}\\. )?no (?:prior )?(?:notice|notification|report|certification|purchase"
            + " order|record|license application) is (?:needed|required)\\b",
        "something need not be given"),
    ENDS(
        Facet.TIME,
        Direction.TIGHTER,
        "\\b(?:an?|the|this|such|each|every) (?:answer|authorization|approval|license|waiver|determination|notice of approval)\\b[^.]*?"
            + "\\b(?:ends|expires|lapses|is valid (?:only )?for|remains valid (?:only )?for)\\b",
        "what was given ends"),
    NO_EXCEPTION(
        Facet.EXCEPTION,
        Direction.TIGHTER,
        "^no license exceptions? (?:overcomes?|may be used|(?:is|are) available)\\b",
        "license exceptions may not be used against the requirement"),
    KNOWS(
        Facet.KNOWLEDGE,
        Direction.TIGHTER,
        "\\b(?:so informed|informed by bis)\\b[^.]*\\b(?:has|have|is (?:deemed|presumed|considered) to have) \\W?knowledge\\b",
        "a person who is informed is taken to know");

    private final Facet facet;
    private final Direction more;
    private final Pattern words;
    private final String effect;

    Shape(Facet facet, Direction more, String words, String effect) {
      this.facet = facet;
      this.more = more;
      this.words = Pattern.compile("(?i)" + words);
      this.effect = effect;
    }
  }

  private static final Pattern UNLESS =
      Pattern.compile("(?i)\\b(?:unless|except|other than|if)\\b");

  @Override
  public String id() {
    return "sentence";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    IdentityHashMap<Clause, List<Set<String>>> stood = new IdentityHashMap<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Paired pair
          && pair.oneToOne()
          && pair.old() instanceof Paragraph
          && pair.now() instanceof Paragraph
          && Places.sameSection(pair.old(), pair.now())) {
        Sentences sentences = Sentences.of(pair.old(), pair.now());
        Side after = new Side(change, pair.now(), delta.after(), delta.before(), true);
        Side before = new Side(change, pair.old(), delta.before(), delta.after(), false);
        sentences.come().forEach(sentence -> findings.addAll(after.judged(sentence)));
        sentences.gone().forEach(sentence -> findings.addAll(before.judged(sentence)));
      } else if (change instanceof Change.Added added) {
        findings.addAll(whole(change, added.clause(), delta.after(), delta.before(), true, stood));
      } else if (change instanceof Change.Removed removed) {
        findings.addAll(
            whole(change, removed.clause(), delta.before(), delta.after(), false, stood));
      }
    }
    return findings;
  }

  private List<Finding> whole(
      Change change,
      Clause clause,
      State own,
      State other,
      boolean comes,
      IdentityHashMap<Clause, List<Set<String>>> sentences) {
    Citation section = clause.citation().upTo(Kind.SECTION);
    Optional<Clause> stood = other.find(section).filter(c -> !section.steps().isEmpty());
    if (!(clause instanceof Paragraph) || stood.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    clause.stream()
        .filter(Paragraph.class::isInstance)
        .forEach(
            each -> {
              Side side = new Side(change, each, own, other, comes);
              for (String sentence : Operative.sentences(each)) {
                List<Finding> judged = side.judged(sentence);
                if (!judged.isEmpty() && isNew(sentence, stood.get(), sentences)) {
                  findings.addAll(judged);
                }
              }
            });
    return findings;
  }

  /** The words of each sentence of a section. */
  private static List<Set<String>> sentences(Clause section) {
    return section.stream()
        .flatMap(each -> Operative.sentences(each).stream())
        .map(Sentences::words)
        .toList();
  }

  private static boolean isNew(
      String sentence, Clause section, IdentityHashMap<Clause, List<Set<String>>> sentences) {
    Set<String> words = Sentences.words(sentence);
    return sentences.computeIfAbsent(section, SentenceCheck::sentences).stream()
        .allMatch(other -> Sentences.alike(words, other) < ANEW);
  }

  /** A sentence less like all others than this is new to its section. */
  private static final double ANEW = 0.7;

  /** Where a sentence stands that the other side does not have. */
  private final class Side {

    private final Change change;
    private final Clause clause;
    private final State own;
    private final State other;
    private final boolean comes;

    Side(Change change, Clause clause, State own, State other, boolean comes) {
      this.change = change;
      this.clause = clause;
      this.own = own;
      this.other = other;
      this.comes = comes;
    }

    List<Finding> judged(String sentence) {
      for (Shape shape : Shape.values()) {
        if (shape.words.matcher(sentence).find()) {
          return List.of(finding(shape.facet, shape.more, shape.effect, sentence));
        }
      }
      return Operative.of(clause, own).stream()
          .filter(each -> each.sentence().equals(sentence) && !each.limb())
          .flatMap(each -> operative(each).stream())
          .toList();
    }

    private List<Finding> operative(Operative operative) {
      String sentence = operative.sentence();
      if (operative.function() == Operative.Function.OBLIGES && !UNLESS.matcher(sentence).find()) {
        return List.of(
            finding(
                Facet.BURDEN, Direction.TIGHTER, "something is owed to the authorities", sentence));
      }
      if (operative.function() == Operative.Function.EXCLUDES
          && Excluded.stood(clause, sentence, own, other)) {
        return List.of(
            finding(
                operative.facet(clause),
                Direction.LOOSER,
                "a requirement that stands does not apply to what it describes",
                sentence));
      }
      return List.of();
    }

    private Finding finding(Facet facet, Direction more, String effect, String sentence) {
      return Findings.by(
              id(), change instanceof Change.Paired ? change.citation() : clause.citation())
          .on(facet)
          .explaining(List.of(change))
          .showing(comes ? "after" : "before", Optional.of(clause))
          .towards(comes ? more : more.flip(), Certainty.BY_POLARITY)
          .saying(
              (change instanceof Change.Paired ? change.citation() : clause.citation())
                  + (comes ? " says what it did not say before: “" : " no longer says: “")
                  + NewProvisionCheck.shortened(sentence)
                  + "”: "
                  + effect
                  + ".");
    }
  }
}
