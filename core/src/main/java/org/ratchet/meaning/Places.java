package org.ratchet.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Definition;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;

/** What the place of a provision in the EAR (15 CFR parts 730 to 774) says of its function. */
final class Places {

  private static final Pattern TURNS =
      Pattern.compile(
          "(?i)\\b(?:except|excepted|with the exceptions? of|exclud\\w+|exclusions?|other than|unless|not|no(?!\\.)|nor|neither|never|cannot|exempt\\w*"
              + "|waiv\\w+|suspen\\w+|reliev\\w+|relief|lift(?:s|ed)?|takes? away|overcomes?|ineligible|unavailable"
              + "|outside|apart from|save|but|lack(?:s|ing)?|free(?:s|d|ly)?|may proceed)\\b");

  /** Words with "not" that turn nothing: a duty, the scope of an item, a matter of no account. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)\\b(?:may not(?=\\b[^.]*\\bwithout\\b)|not subject to the EAR|whether or not|not limited to"
              + "|no(?:t)? (?:more|less|greater|fewer|later|earlier) than|not exceeding)\\b");

  /** An exception that another paragraph spells out does not turn the meaning of this one. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?i),? (?:unless|except)\\b[^.;:]*?(?:\\bparagraph|§)[^.;:]*");

  private static final Pattern REQUIRES =
      Pattern.compile(
          "(?i)\\blicense (?:is|are) required\\b|\\bmay not\\b[^.]*\\bwithout\\b|\\blicense requirements?\\b[^.;:]{0,80}\\b(?:apply|applies|extends?|reach(?:es)?)\\b|\\brequires? a license\\b"
              + "|\\byou must (?:obtain|have) a license\\b");

  /** Words about applications, not about what needs one. */
  private static final Pattern JUDGED =
      Pattern.compile("(?i)\\b(?:applications?|reviewed|presumption|policy)\\b");

  /** The heading of a paragraph: a few words without a verb. */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(?!.*\\b(?:is|are|was|were|may|must|shall|will|does|do|has|have|means?|appl(?:y|ies)|requires?)\\b).{1,120}");

  /** What a license exception or general authorization frees. */
  private static final Pattern FREES =
      Pattern.compile(
          "(?i)\\b(?:may (?:export|reexport|transfer|send|be (?:exported|reexported|transferred|sent|used|made))"
              + "|authoriz(?:e|es|ed|ing)|permit(?:s|ted)?|eligible)\\b");

  /** What takes from it, or asks for more. */
  private static final Pattern LIMITS =
      Pattern.compile(
          "(?i)\\b(?:restrict\\w*|limit\\w*|prohibit\\w*|den(?:y|ies|ied)|must|subject to(?! the EAR\\b)|if|once|provided|after|until"
              + "|governments?|BIS|who|whose|wherever|whenever|prevent\\w*|independent|against)\\b");

  private Places() {}

  private static Optional<String> label(Citation citation, Kind kind) {
    return citation.steps().stream()
        .filter(step -> step.kind() == kind)
        .map(Step::label)
        .findFirst();
  }

  /** The side of control that a provision belongs to by its place. */
  static Facet facet(Clause clause) {
    Citation citation = clause.citation();
    if (clause instanceof Definition
        || citation.steps().stream().anyMatch(s -> s.kind() == Kind.DEFINITION)) {
      return Facet.DEFINITION;
    }
    if (clause instanceof EntityEntry) {
      return Facet.PARTY;
    }
    Optional<String> entryPart = label(citation, Kind.ECCN_PART);
    if (label(citation, Kind.ECCN).isPresent()) {
      String part = entryPart.orElse("").toLowerCase(Locale.ROOT);
      if (part.contains("exception") || part.contains("sta")) {
        return Facet.EXCEPTION;
      }
      if (part.contains("reporting")) {
        return Facet.BURDEN;
      }
      return part.contains("license requirements") ? Facet.DESTINATION : Facet.SCOPE;
    }
    return switch (label(citation, Kind.PART).orElse("")) {
      case "734" -> Facet.JURISDICTION;
      case "736" -> Facet.ACTIVITY;
      case "740" -> Facet.EXCEPTION;
      case "742" -> Facet.REVIEW_POLICY;
      case "744" -> label(citation, Kind.SUPPLEMENT).isPresent() ? Facet.PARTY : Facet.END_USE;
      case "743", "748", "750", "758", "762" -> Facet.BURDEN;
      case "772" -> Facet.DEFINITION;
      case "774" -> Facet.SCOPE;
      default -> Facet.STRUCTURE;
    };
  }

  /** Whether two clauses stand in one section, so that a move is a matter of numbering. */
  static boolean sameSection(Clause old, Clause now) {
    Citation section = now.citation().upTo(Kind.SECTION);
    return old.citation().equals(now.citation())
        || (!section.steps().isEmpty() && section.equals(old.citation().upTo(Kind.SECTION)));
  }

  /** Paragraphs that answer to each other, one to one, within their section. */
  static List<Change.Paired> paragraphs(Delta delta) {
    return delta.changes().stream()
        .filter(Change.Paired.class::isInstance)
        .map(Change.Paired.class::cast)
        .filter(Change.Paired::oneToOne)
        .filter(pair -> pair.old() instanceof Paragraph && pair.now() instanceof Paragraph)
        .filter(pair -> sameSection(pair.old(), pair.now()))
        .toList();
  }

  /** The polarity of a pair of texts, where both sides have the same. */
  static Optional<Boolean> positive(Change.Paired pair, Delta delta) {
    return positive(pair.old(), pair.now(), delta);
  }

  static Optional<Boolean> positive(Clause old, Clause now, Delta delta) {
    Sentences differing = Sentences.differing(old, now);
    Optional<Boolean> before = positive(old, differing.gone(), delta.before());
    return before.equals(positive(now, differing.come(), delta.after()))
        ? before
        : Optional.empty();
  }

  /** Whether a provision stands in the part of the license exceptions. */
  static boolean authorizes(Clause clause) {
    return label(clause.citation(), Kind.PART).orElse("").equals("740");
  }

  /** Whether words turn the meaning of others: "except", "unless", "not". */
  static boolean turns(String words) {
    return TURNS.matcher(PLAIN.matcher(words).replaceAll("")).find();
  }

  /**
   * The polarity of sentences of a paragraph: positive where they state a license requirement and
   * nothing turns it, negative where they say what a license exception frees, with nothing to turn
   * or limit it; empty where that cannot be said. The first sentence of a paragraph behind its
   * heading may be led by the paragraphs above it; another one speaks for itself. Part 740 also
   * says where no exception may be used.
   */
  private static Optional<Boolean> positive(Clause clause, List<String> sentences, State state) {
    boolean led =
        Operative.sentences(clause).stream()
            .dropWhile(sentence -> HEADING.matcher(sentence).matches())
            .limit(1)
            .anyMatch(sentences::contains);
    String said = String.join(" ", sentences);
    String context =
        led ? ELSEWHERE.matcher(Operative.above(clause, state) + " ").replaceAll("") + said : said;
    if (turns(context)) {
      return Optional.empty();
    }
    if (authorizes(clause)) {
      boolean frees = FREES.matcher(context).find() && !LIMITS.matcher(context).find();
      return frees ? Optional.of(false) : Optional.empty();
    }
    boolean requires =
        Operative.sentences(context).stream()
            .anyMatch(sentence -> Operative.states(REQUIRES, sentence));
    return requires && !JUDGED.matcher(said).find() ? Optional.of(true) : Optional.empty();
  }
}
