package org.ratchet.meaning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart.Role;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step.Kind;
import org.ratchet.meaning.Verdict.ExceptionLine;

/**
 * The lines of an entry under "List Based License Exceptions", asked for one product: {@code N/A},
 * {@code Yes}, {@code Yes, for 3A090.a, if …; N/A for 3A090.c}. Anything else is not decidable.
 */
final class ExceptionTerms {

  private static final Pattern STATEMENT = Pattern.compile(";\\s*|\\.\\s+(?=[A-Z])|\\.$");
  private static final Pattern POINTER = Pattern.compile("(?i)^see\\b.*");
  private static final Pattern TERM =
      Pattern.compile(
          "(?i)^(?<answer>yes|n/?a|no|none)\\b(?:,? (?:only )?for (?<list>.*?))?(?:,? if (?<condition>.*))?$");
  private static final Pattern JOINTS = Pattern.compile("(?i),|\\band\\b|\\bor\\b|\\s");

  private final Citation governing;
  private final Facts facts;
  private final Vocabulary vocabulary;

  ExceptionTerms(Citation governing, Facts facts, Vocabulary vocabulary) {
    this.governing = governing;
    this.facts = facts;
    this.vocabulary = vocabulary;
  }

  /** The lines that are open to the product or may be. */
  List<ExceptionLine> of(EccnEntry entry) {
    return Entries.part(Optional.of(entry), Role.LICENSE_EXCEPTIONS).stream()
        .flatMap(part -> part.children().stream())
        .filter(line -> line instanceof Paragraph)
        .filter(line -> line.citation().last().kind() == Kind.PARAGRAPH)
        .map(this::line)
        .filter(line -> line.open() != Truth.FALSE)
        .toList();
  }

  private ExceptionLine line(Clause line) {
    String text = ThresholdText.normalise(line.content().ownText()).strip();
    String label = line.citation().last().label();
    Truth open = Truth.FALSE;
    for (String statement : STATEMENT.split(text, -1)) {
      String plain = statement.strip();
      if (!plain.isEmpty() && !POINTER.matcher(plain).matches()) {
        open = open.or(statement(plain));
      }
    }
    return new ExceptionLine(label, open, open == Truth.UNKNOWN ? "its words are: " + text : "");
  }

  private Truth statement(String text) {
    Matcher term = TERM.matcher(text);
    if (!term.matches()) {
      return Truth.UNKNOWN;
    }
    Truth concerned = Optional.ofNullable(term.group("list")).map(this::named).orElse(Truth.TRUE);
    if (!term.group("answer").equalsIgnoreCase("yes")) {
      return Truth.FALSE;
    }
    return concerned.and(
        Optional.ofNullable(term.group("condition"))
            .map(words -> Criteria.condition(words, vocabulary).evaluate(facts::test))
            .orElse(Truth.TRUE));
  }

  /** Whether a list of paragraphs names the governing one. */
  private Truth named(String list) {
    String rest = Criteria.SUBJECT.matcher(list).replaceAll("");
    if (!JOINTS.matcher(rest).replaceAll("").isEmpty()) {
      return Truth.UNKNOWN;
    }
    return Truth.of(
        Criteria.paragraphs(governing.upTo(Kind.ECCN), list).stream()
            .anyMatch(paragraph -> paragraph.isPrefixOf(governing)));
  }
}
