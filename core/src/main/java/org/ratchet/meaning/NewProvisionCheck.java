package org.ratchet.meaning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * A provision that comes or goes as a whole and whose sentence says in one of a few closed shapes
 * that a license is required, that foreign-made items are reached, that BIS may inform persons,
 * that no license exception may be used, or that applications meet a denial. What frees from it in
 * the same provision is born with it and limits it. A provision much like one that stood in the
 * section before is not taken for new.
 */
final class NewProvisionCheck implements Check {

  /** How many words two provisions have in common if one may be the other in other words. */
  private static final double LIKE = 0.6;

  private static final int LONGEST_QUOTE = 160;

  private static final Pattern NAMED =
      Pattern.compile("paragraph ((?:\\([a-z0-9]+\\))+) of this section");

  private static final Pattern REQUIRING =
      Pattern.compile("(?i)\\b(?:required (?:by|under|in)|that) paragraph ((?:\\([a-z0-9]+\\))+)");

  /** Sentence shapes by the side of control they are about. */
  private enum Shape {
    FOREIGN_MADE(
        Facet.JURISDICTION,
        "\\ba foreign-made item is subject to the ear (?:where|when|if)\\b",
        "foreign-made items are subject to the EAR under it"),
    REQUIRED(
        Facet.DESTINATION,
        "\\ba license is required (?:for \\w+ reasons )?to (?:export|reexport|transfer)\\b",
        "it requires a license"),
    PROHIBITED(
        Facet.END_USE,
        "\\byou may not\\b[^.]*?\\b(?:export|reexport|transfer)\\b[^.]*\\bwithout a license\\b"
            + "|\\byou may not, without a license\\b",
        "it forbids to ship without a license"),
    INFORMED(
        Facet.KNOWLEDGE,
        "\\bbis may inform persons\\b(?:(?!\\bthat\\b)[^.])*\\bthat a license is required\\b",
        "BIS may make a license necessary by informing persons"),
    NO_EXCEPTION(
        Facet.EXCEPTION,
        "\\bno license exceptions? (?:overcomes?|may be used|(?:is|are) available)\\b",
        "license exceptions may not be used against it"),
    DENIAL(
        Facet.REVIEW_POLICY,
        "(?<!\\bno \\w{1,12} )\\b(?:is|are|will be|shall be) reviewed (?:under|with) a (?:presumption|policy) of denial\\b",
        "applications meet a denial where no license was required");

    private final Facet facet;
    private final Pattern words;
    private final String effect;

    Shape(Facet facet, String words, String effect) {
      this.facet = facet;
      this.words = Pattern.compile("(?i)" + words);
      this.effect = effect;
    }
  }

  /** One of them stands in every sentence of a shape. */
  private static final List<String> MARKS = List.of("license", "foreign-made item", "denial");

  private static final Pattern PERSONS =
      Pattern.compile(
          "(?i)\\bu\\.s\\. person\\W*\\s+may not do the following without a license:\\s*$");
  private static final Pattern BARRED =
      Pattern.compile("(?i)\\b(?:may not use|no) (?:any )?license exceptions?\\b[^.]*:\\s*$");
  private static final Pattern ENTITIES =
      Pattern.compile("(?i)\\bentity\\b[^.]*\\bsupplement no\\. 4\\b");

  /** A condition without which what stands elsewhere does not hold, and no new requirement. */
  private static final Pattern LIMITED =
      Pattern.compile("(?i)\\bonly (?:if|where|when|to the extent)\\b");

  private static final Pattern ANYWHERE =
      Pattern.compile("(?i)\\bto (?:or within )?(?:any|all)(?: other)? destinations?\\b");
  private static final Pattern HEADQUARTERS =
      Pattern.compile("(?i)\\bfor an entity (?:that is )?headquartered in\\b");

  @Override
  public String id() {
    return "new-provision";
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change instanceof Change.Added added) {
        findings.addAll(judged(change, added.clause(), delta.after(), delta.before(), true));
      } else if (change instanceof Change.Removed removed) {
        findings.addAll(judged(change, removed.clause(), delta.before(), delta.after(), false));
      } else if (change instanceof Change.Paired pair
          && pair.oneToOne()
          && pair.old().citation().equals(pair.now().citation())
          && Transfers.reserved(pair.old()) != Transfers.reserved(pair.now())) {
        findings.addAll(
            Transfers.reserved(pair.now())
                ? judged(change, pair.old(), delta.before(), delta.after(), false)
                : judged(change, pair.now(), delta.after(), delta.before(), true));
      }
    }
    return findings;
  }

  private List<Finding> judged(
      Change change, Clause clause, State own, State other, boolean comes) {
    boolean elsewhere =
        clause.citation().steps().stream()
            .anyMatch(
                step ->
                    step.kind() == Kind.ECCN
                        || step.kind() == Kind.DEFINITION
                        || step.kind() == Kind.NOTE
                        || step.kind() == Kind.SUPPLEMENT);
    if (elsewhere || !(clause instanceof Paragraph || clause instanceof Section)) {
      return List.of();
    }
    Map<Facet, Finding> findings = new EnumMap<>(Facet.class);
    clause.stream()
        .filter(each -> each instanceof Paragraph)
        .forEach(
            each ->
                told(each, own, other)
                    .filter(said -> !like(each, other, own))
                    .ifPresent(
                        said ->
                            findings.computeIfAbsent(
                                said.facet(), f -> finding(change, each, said, comes))));
    return List.copyOf(findings.values());
  }

  /** What a provision says, in our words. */
  private record Said(Facet facet, String effect) {}

  private Optional<Said> told(Clause clause, State own, State other) {
    String above =
        own.find(clause.citation().parent())
            .map(parent -> parent.content().ownText().strip())
            .filter(text -> text.endsWith(":"))
            .map(ThresholdText::normalise)
            .orElse("");
    List<Operative> does = Operative.of(clause, own);
    if (PERSONS.matcher(above).find() && does.stream().allMatch(Operative::limb)) {
      return Optional.of(
          new Said(Facet.ACTIVITY, "a “U.S. person” needs a license for what it describes"));
    }
    if (BARRED.matcher(above).find() && does.stream().anyMatch(NewProvisionCheck::barred)) {
      return Optional.of(
          new Said(Facet.EXCEPTION, "license exceptions may not be used for what it describes"));
    }
    return Operative.sentences(clause).stream()
        .filter(NewProvisionCheck::isMarked)
        .filter(sentence -> !LIMITED.matcher(sentence).find())
        .flatMap(sentence -> shaped(sentence, clause, other).stream())
        .findFirst();
  }

  /** Whether a sentence holds a word that every shape has; few do. */
  private static boolean isMarked(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return MARKS.stream().anyMatch(lower::contains);
  }

  private static boolean barred(Operative operative) {
    return operative.limb() && operative.function() == Operative.Function.BARS;
  }

  private Optional<Said> shaped(String sentence, Clause clause, State other) {
    for (Shape shape : Shape.values()) {
      if (Operative.states(shape.words, sentence)
          && (shape != Shape.DENIAL || fresh(sentence, clause, other))) {
        return Optional.of(new Said(facet(shape, sentence), shape.effect));
      }
    }
    return Optional.empty();
  }

  /** Where a requirement holds for any destination, it is about whom or what it names. */
  private static Facet facet(Shape shape, String text) {
    if (shape == Shape.PROHIBITED && ENTITIES.matcher(text).find()) {
      return Facet.PARTY;
    }
    boolean anywhere = shape == Shape.REQUIRED && ANYWHERE.matcher(text).find();
    return anywhere ? HEADQUARTERS.matcher(text).find() ? Facet.PARTY : Facet.SCOPE : shape.facet;
  }

  /**
   * Whether the requirement whose applications a paragraph judges is not there on the other side.
   */
  private static boolean fresh(String text, Clause clause, State other) {
    return other.find(clause.citation().upTo(Kind.SECTION)).isEmpty()
        || fresh(NAMED, text, clause, other);
  }

  /** Whether a text says that paragraphs require a license which are not on the other side. */
  static boolean ofFresh(String text, Clause clause, State other) {
    return fresh(REQUIRING, text, clause, other);
  }

  private static boolean fresh(Pattern names, String text, Clause clause, State other) {
    Citation section = clause.citation().upTo(Kind.SECTION);
    Matcher named = names.matcher(text);
    boolean any = false;
    while (named.find()) {
      any = true;
      Citation at = section;
      for (String label : named.group(1).replaceAll("^\\(|\\)$", "").split("\\)\\(", -1)) {
        at = at.then(Kind.PARAGRAPH, label);
      }
      if (other.find(at).filter(c -> !Transfers.reserved(c)).isPresent()) {
        return false;
      }
    }
    return any;
  }

  /**
   * Whether the section has a provision in much the same words on the other side, which does not
   * stand there on this side too.
   */
  private static boolean like(Clause clause, State other, State own) {
    Set<String> words = words(clause);
    return other.find(clause.citation().upTo(Kind.SECTION)).stream()
        .flatMap(Clause::stream)
        .filter(Paragraph.class::isInstance)
        .filter(those -> !stays(those, own))
        .map(NewProvisionCheck::words)
        .anyMatch(
            those -> {
              long common = those.stream().filter(words::contains).count();
              return 2.0 * common >= LIKE * (words.size() + those.size());
            });
  }

  /** Whether a provision stands at the same place in the same words on the other side. */
  private static boolean stays(Clause clause, State state) {
    return state
        .find(clause.citation())
        .filter(same -> same.content().ownText().equals(clause.content().ownText()))
        .isPresent();
  }

  private static Set<String> words(Clause clause) {
    return new HashSet<>(Readings.words(clause));
  }

  private Finding finding(Change change, Clause clause, Said said, boolean comes) {
    return Findings.by(id(), clause.citation())
        .on(said.facet())
        .explaining(List.of(change))
        .showing(comes ? "after" : "before", Optional.of(clause))
        .towards(comes ? Direction.TIGHTER : Direction.LOOSER, Certainty.BY_POLARITY)
        .because("what the same provision excludes or exempts limits it")
        .saying(
            clause.citation()
                + (comes ? " is new: " : " is gone; while it stood, ")
                + said.effect()
                + " ("
                + quote(clause)
                + ").");
  }

  static String quote(Clause clause) {
    String text =
        clause.stream()
            .map(each -> Readings.text(each).strip())
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse("");
    return "“" + shortened(text) + "”";
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_QUOTE
        ? text
        : text.substring(0, text.lastIndexOf(' ', LONGEST_QUOTE)) + " …";
  }
}
