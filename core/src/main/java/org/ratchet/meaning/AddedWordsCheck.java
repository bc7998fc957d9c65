package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.amend.State;
import org.ratchet.clause.Clause;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Words added to a sentence, or taken out of it: one more of several things joined by "or" widens
 * what the sentence is about, and a part excepted by "other than" narrows it. What follows depends
 * on what the sentence does and on what turns it before these words. Other edits of the sentence
 * are a finding of their own.
 */
final class AddedWordsCheck implements Check {

  private static final Pattern NUMBER = Pattern.compile("(?i)\\d[A-E]\\d{3}(?:\\.\\w+)*");

  /** Words that may turn what stands beside them. */
  private static final Set<String> TURNING =
      Set.of(
          "not",
          "no",
          "nor",
          "unless",
          "except",
          "excluding",
          "only",
          "other",
          "but",
          "if",
          "without",
          "and",
          "never",
          "all",
          "both");

  /** Opens what narrows a thing behind its name. */
  private static final Pattern NARROWS =
      Pattern.compile(
          "(?i)\\S (?:(?:specified|controlled|described|listed|classified|named) (?:in|on|under|by|elsewhere)"
              + "|that|which|who|whose|having|(?:specially )?designed)\\b");

  /** Opens a thing that stands for itself. */
  private static final Pattern OWN =
      Pattern.compile(
          "(?i)^(?:or )?(?:to |in |for |by |of |with |from |on )?(?:an?|the|any|another|each|every|its|such|other)\\b");

  private static final Pattern EXCEPTS =
      Pattern.compile("(?i)^,? ?(?:other than|except(?: for)?|excluding) (.*)$");

  @Override
  public String id() {
    return "added-words";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change.Paired pair : Places.paragraphs(delta)) {
      Sentences all = Sentences.of(pair.old(), pair.now());
      for (Sentences.Pair sentences : all.pairs()) {
        findings.addAll(compared(pair, sentences, all, delta));
      }
    }
    return findings;
  }

  private List<Finding> compared(
      Change.Paired pair, Sentences.Pair sentences, Sentences all, Delta delta) {
    Optional<Operative> old = operative(pair.old(), sentences.before(), delta.before());
    Optional<Operative> now = operative(pair.now(), sentences.after(), delta.after());
    if (old.isEmpty()
        || now.isEmpty()
        || old.get().function() != now.get().function()
        || old.get().function() == Operative.Function.REVIEWS) {
      return List.of();
    }
    List<SentenceEdit> edits = SentenceEdit.between(sentences.before(), sentences.after());
    List<SentenceEdit> rest = edits.stream().filter(edit -> sign(edit) == 0).toList();
    if (rest.stream().flatMap(edit -> edit.allWords().stream()).anyMatch(TURNING::contains)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (SentenceEdit edit : edits) {
      int sign = sign(edit);
      Operative where = edit.added() ? now.get() : old.get();
      boolean moved =
          edit.added()
              ? elsewhere(edit, pair.old(), all.gone())
              : elsewhere(edit, pair.now(), all.come());
      if (sign != 0 && !moved) {
        findings.add(
            finding(
                pair,
                edit,
                where,
                where
                    .growing(edit.prefix(), where.sentence().substring(edit.prefix().length()))
                    .map(grows -> grows == sign > 0)));
      }
    }
    Set<Direction> directions =
        findings.stream().map(Finding::direction).collect(Collectors.toSet());
    if (directions.size() != 1 || directions.contains(Direction.UNDETERMINED)) {
      return List.of();
    }
    if (!rest.isEmpty()) {
      findings.add(Unexplained.rest(id(), pair, pair.now(), "what is joined by “or” or excepted"));
    }
    return findings;
  }

  /**
   * Whether paragraphs under the other side say the words, or other sentences of it that nothing
   * answers to.
   */
  private static boolean elsewhere(SentenceEdit edit, Clause other, List<String> alone) {
    Set<String> words = Stems.of(edit.raw());
    return !words.isEmpty()
        && Stream.concat(
                other.stream().skip(1).map(under -> under.content().ownText()), alone.stream())
            .map(Stems::of)
            .anyMatch(
                theirs -> 2 * words.stream().filter(theirs::contains).count() >= words.size());
  }

  private static Optional<Operative> operative(Clause clause, String sentence, State state) {
    return Operative.of(clause, state).stream()
        .filter(each -> each.sentence().equals(sentence))
        .findFirst();
  }

  /** One more alternative, 1; one more exception, -1; neither, 0; the inverse for what is gone. */
  private static int sign(SentenceEdit edit) {
    if (edit.added() == edit.removed()) {
      return 0;
    }
    int more = edit.added() ? 1 : -1;
    if (EXCEPTS.matcher(edit.raw()).matches()) {
      boolean plain =
          edit.words().stream().skip(2).noneMatch(w -> TURNING.contains(w) && !w.equals("and"));
      return plain ? -more : 0;
    }
    boolean turns = edit.words().stream().anyMatch(TURNING::contains);
    boolean listed =
        edit.words().stream().allMatch(word -> NUMBER.matcher(word).matches())
            && edit.inOrList(NUMBER);
    return !turns && (listed || (edit.besideOr() && !shared(edit))) ? more : 0;
  }

  /**
   * Whether what narrows the words may narrow those before them as well: in "wheels or bearings
   * specified in this part" it does, in "a wheel or a bearing that this part specifies" not.
   */
  private static boolean shared(SentenceEdit edit) {
    return NARROWS.matcher(edit.raw()).find() && !OWN.matcher(edit.raw()).find();
  }

  private Finding finding(
      Change.Paired pair, SentenceEdit edit, Operative where, Optional<Boolean> tighter) {
    Findings draft =
        Findings.by(id(), pair.citation())
            .on(where.facet(pair.now()))
            .explaining(List.of(pair))
            .showing(pair);
    String statement =
        pair.citation()
            + (edit.added() ? ": “" : ": the words “")
            + edit.raw().strip()
            + (edit.added() ? "” is added to what it says." : "” are taken out of what it says.");
    return tighter
        .map(
            more ->
                draft
                    .towards(more ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
                    .because("the words join by “or” or except, and the sentence otherwise stands")
                    .saying(statement))
        .orElseGet(() -> draft.saying(statement));
  }
}
