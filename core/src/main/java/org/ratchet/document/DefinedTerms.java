package org.ratchet.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.source.Block;
import org.ratchet.source.BlockKind;
import org.ratchet.text.Run;

/**
 * Which paragraphs of a list of definitions open the definition of a term. The term is in italics
 * or quotes; in text without type it is one that the instruction names, {@code by adding the
 * definition for “lamp”}, or stands before {@code means}.
 */
final class DefinedTerms {

  /**
   * A term at the beginning of a paragraph.
   *
   * @param label its words
   * @param length characters it takes, with its quotes and stop
   */
  record Term(String label, int length) {}

  private static final Pattern ITALIC =
      Pattern.compile(
          "[“\"]?((?:\\p{Lu}\\.){2,}|(?:[^.”\"—:]|(?<=\\b\\p{Lu})\\.|\\.(?=\\w)){1,120}?)(?:[.,”\"—:]*)",
          Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("“([^”]{1,120}?)[.,;]?”");
  private static final Pattern MEANS =
      Pattern.compile("([\\p{Lu}\\d][^.,;:“”]{0,80}?)(?= (?:\\([^)]{1,40}\\) )?means?\\b)");
  private static final Pattern NO_TERM =
      Pattern.compile("(?i)(?:see|and|or|note|except|example)\\b.*");

  private final List<String> named;

  private DefinedTerms(List<String> named) {
    this.named = named;
  }

  /**
   * Those of a section.
   *
   * @param words those of the instruction that sets it out; empty if none does
   */
  static DefinedTerms of(String words) {
    return new DefinedTerms(
        QUOTED
            .matcher(words)
            .results()
            .map(term -> term.group(1).strip())
            .sorted(Comparator.comparing(String::length).reversed())
            .toList());
  }

  /** Whether any term is set in italics, so that no other paragraph opens a definition. */
  static boolean inType(Collection<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> block.runs().stream())
        .anyMatch(run -> run.style().italic());
  }

  /**
   * The term that a paragraph opens with.
   *
   * @param inType whether the terms of the section are in italics
   */
  Optional<Term> term(Block block, boolean inType) {
    boolean text = block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.FLUSH;
    if (!text || block.runs().isEmpty()) {
      return Optional.empty();
    }
    if (block.runs().get(0).style().italic()) {
      String opening = italicOpening(block.runs());
      Matcher term = ITALIC.matcher(opening.strip());
      return term.matches() ? term(term, opening.length()) : Optional.empty();
    }
    String words = Texts.plain(block.runs());
    Matcher quoted = QUOTED.matcher(words);
    if (quoted.lookingAt()) {
      return term(quoted, quoted.end());
    }
    return inType ? Optional.empty() : named(words).or(() -> means(words));
  }

  private static Optional<Term> term(MatchResult found, int length) {
    String label = found.group(1);
    return label.isBlank() || NO_TERM.matcher(label).matches()
        ? Optional.empty()
        : Optional.of(new Term(label.strip(), length));
  }

  private Optional<Term> named(String words) {
    return named.stream()
        .filter(term -> words.regionMatches(true, 0, term, 0, term.length()))
        .filter(term -> !goesOn(words, term.length()))
        .findFirst()
        .map(term -> new Term(words.substring(0, term.length()), stop(words, term.length())));
  }

  private static boolean goesOn(String words, int end) {
    return end < words.length() && Character.isLetterOrDigit(words.charAt(end));
  }

  private static int stop(String words, int end) {
    return end < words.length() && words.charAt(end) == '.' ? end + 1 : end;
  }

  private static Optional<Term> means(String words) {
    Matcher term = MEANS.matcher(words);
    return term.lookingAt() ? term(term, term.end()) : Optional.empty();
  }

  /** The italics a paragraph opens with. */
  private static String italicOpening(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    for (Run run : runs) {
      if (!run.style().italic()) {
        break;
      }
      out.append(run.text());
    }
    return out.toString();
  }
}
