package org.ratchet.source.xml;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words in which rules amend, where no mark says what is an instruction. */
final class AmendatoryWords {

  private static final Pattern ISSUANCE =
      Pattern.compile(
          "(?:for the reasons|accordingly|therefore|in consideration of|under the authority|pursuant"
              + "|by the authority|in light of|consequently)\\b.*"
              + "\\b(?:amend|revis|correct|add|establish|remov)\\w*\\b.*\\bas follows\\s*[:.]?"
              + "|.*\\b(?:CFR|code of federal regulations)\\b.*\\b(?:is|are)\\s+(?:\\w+\\s+)?"
              + "(?:amended|corrected|revised)\\b.*\\bas follows\\s*[:.]?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})[a-z]?\\s*\\.\\s+");
  private static final Pattern ITEM = Pattern.compile("(?:[a-z]{1,2}|[ivx]{1,6})\\.\\s+");
  private static final String DONE =
      "(?:amended|revised|added|removed|redesignated|reserved|republished|corrected|transferred"
          + "|suspended|stayed|withdrawn|delayed|designated|deleted|inserted)";
  private static final Pattern PASSIVE =
      Pattern.compile(
          "\\b(?:is|are)\\s+(?:(?:further|hereby|also|newly|proposed to be)\\s+)*"
              + DONE
              + "\\b|\\bcontinues? to read\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IMPERATIVE =
      Pattern.compile(
          "(?:further |also )?(?:amend|revise|add|remove|redesignate|reserve|republish|correct"
              + "|transfer|suspend|stay|lift|withdraw|delay|designate|delete|insert)\\b(?! of\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GERUND =
      Pattern.compile(
          "\\b(?:revising|adding|removing|redesignating|reserving|republishing|correcting"
              + "|transferring|suspending|staying|withdrawing|designating|deleting|inserting|amending)\\b",
          Pattern.CASE_INSENSITIVE);

  /** {@code Effective March 13, 2024, amend …}; {@code In § 742.6, revise …}. */
  private static final Pattern LED =
      Pattern.compile(
          "(?:effective|delayed|in|under|to|at|from|before|after)\\b.{1,200}?,?\\s+(?:amend|revise|add"
              + "|remove|redesignate|reserve|republish|correct|transfer|suspend|stay|delete|insert)\\b(?! of\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern UNIT =
      Pattern.compile(
          "§|\\b(?:sections?|parts?|subparts?|supplements?|appendix|appendices|authority|chapter"
              + "|paragraphs?|heading|table of contents|entry|entries|ECCNs?|notes?|tables?)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What a rule says of itself in its preamble, or a law of its subjects. */
  private static final Pattern TOLD =
      Pattern.compile(
          "\\b(?:this|the) (?:(?:interim|final|proposed|direct) )*rule\\b|\\bBIS\\b|\\b(?:may|must|shall) be\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE = Pattern.compile("[\\p{Ll})”]{2}\\. +\\p{Lu}");
  private static final int OPENING = 400;
  private static final int LONGEST = 3000;

  private AmendatoryWords() {}

  /** Whether a paragraph is the words of issuance, after which a rule amends. */
  static boolean isIssuance(String text) {
    return text.length() < LONGEST
        && text.contains("as follows")
        && !Character.isDigit(text.charAt(0))
        && ISSUANCE.matcher(text).matches();
  }

  /** The number that a paragraph opens with. */
  static OptionalInt number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.lookingAt()
        ? OptionalInt.of(Integer.parseInt(number.group(1)))
        : OptionalInt.empty();
  }

  /** Whether a numbered paragraph amends a unit of the CFR. */
  static boolean amends(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.lookingAt()) {
      return false;
    }
    String words = opening(text, number.end());
    boolean led = IMPERATIVE.matcher(words).lookingAt() || LED.matcher(words).lookingAt();
    return led ? UNIT.matcher(words).find() : isPassive(words);
  }

  /** The authority citation of a part: an instruction that no preamble has. */
  static boolean citesAuthority(String text) {
    return number(text).isPresent()
        && text.length() < OPENING
        && text.matches(
            "(?is)\\d+\\s*\\.\\s+the authority citations?\\b.*\\bread as follows\\s*:?");
  }

  /** Whether the words of an instruction lead to lettered items: {@code … is amended by:}. */
  static boolean leadsToItems(String text) {
    return text.endsWith(":") && !text.matches("(?is).*\\bas follows\\s*:");
  }

  /** Whether a paragraph opens as a lettered item. */
  static boolean isItem(String text) {
    return ITEM.matcher(text).lookingAt();
  }

  /** Whether a lettered item says that it amends. */
  static boolean itemAmends(String text) {
    Matcher item = ITEM.matcher(text);
    if (!item.lookingAt()) {
      return false;
    }
    String words = opening(text, item.end());
    Matcher gerund = GERUND.matcher(words);
    return (gerund.find() && !TOLD.matcher(words.substring(0, gerund.start())).find())
        || IMPERATIVE.matcher(words).lookingAt()
        || LED.matcher(words).lookingAt();
  }

  /** Whether a unit of the CFR is the subject of the first sentence. */
  private static boolean isPassive(String words) {
    Matcher passive = PASSIVE.matcher(words);
    if (!passive.find()) {
      return false;
    }
    String subject = words.substring(0, passive.start());
    return UNIT.matcher(subject).find()
        && !TOLD.matcher(subject).find()
        && !SENTENCE.matcher(subject).find();
  }

  private static String opening(String text, int from) {
    return text.substring(from, Math.min(text.length(), from + OPENING));
  }
}
