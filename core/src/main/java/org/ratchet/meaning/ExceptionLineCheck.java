package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.diff.Change;
import org.ratchet.meaning.Finding.Certainty;

/**
 * Lines of list-based license exceptions: {@code LVS: N/A}, {@code GBS: Yes}, {@code LVS: $3000}. A
 * line that opens is looser, one that closes is tighter, a higher value is looser; conditions in
 * words are not compared.
 */
final class ExceptionLineCheck implements Check {

  private static final Pattern LABEL = Pattern.compile("[A-Z]{3}(?:/[A-Z]{3})*|Civ|CIV");
  private static final Pattern VALUE = Pattern.compile("\\$\\s?([\\d,]+(?:\\.\\d+)?)\\W*");

  @Override
  public String id() {
    return "exception-line";
  }

  private static final String PARAGRAPHS =
      "(?<list>\\d[A-E]\\d{3}\\.[a-z](?:\\.\\w+)*(?:(?:, (?:and |or )?| and | or )\\d[A-E]\\d{3}\\.[a-z](?:\\.\\w+)*)*)";
  private static final Pattern ONLY =
      Pattern.compile(
          "Yes,? (?:only )?for " + PARAGRAPHS + "(?:,? (?:if|where|provided)\\b[^;]*)?");
  private static final Pattern EXCEPT =
      Pattern.compile("(?<rest>.*?),? except (?:N/A )?for " + PARAGRAPHS);

  private static final Pattern POINTER = Pattern.compile("[;,.]? ?\\(?\\bsee\\b.*$|[.;]$");
  private static final Pattern OPENS = Pattern.compile("\\byes\\b|\\$");
  private static final Pattern LIMITS =
      Pattern.compile("\\b(?:for|except|if|where|when|provided|only|limited|unless|n/a)\\b|\\$|:");

  /** How far a line opens the exception. */
  private enum Openness {
    CLOSED,
    PARTLY,
    OPEN
  }

  @Override
  public List<Finding> examine(Delta delta) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : delta.changes()) {
      if (change.before().or(change::after).filter(ExceptionLineCheck::line).isPresent()) {
        compared(change, delta).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static boolean line(Clause clause) {
    List<Step> steps = clause.citation().steps();
    return clause instanceof Paragraph
        && steps.size() > 2
        && steps.get(steps.size() - 2).kind() == Kind.ECCN_PART
        && !steps.get(steps.size() - 2).label().contains("STA")
        && clause.citation().last().kind() == Kind.PARAGRAPH
        && LABEL.matcher(clause.citation().last().label()).matches();
  }

  /** A line that was not there before, or is not there now, is not quoted. */
  private static String told(Change change, String before, String after) {
    if (change.before().isEmpty()) {
      return " has a line that it did not have before: “" + after + "”";
    }
    if (change.after().isEmpty()) {
      return " has no line any more; it was “" + before + "”";
    }
    return " was “" + before + "” and is now “" + after + "”";
  }

  private Optional<Finding> compared(Change change, Delta delta) {
    boolean elsewhere =
        change.before().filter(clause -> !clause.citation().equals(change.citation())).isPresent();
    if (change instanceof Change.SetOut || elsewhere) {
      return Optional.empty();
    }
    String before = change.before().map(clause -> text(clause)).orElse("N/A");
    String after = change.after().map(clause -> text(clause)).orElse("N/A");
    Direction direction = direction(before, after);
    Citation entry = change.citation().upTo(Kind.ECCN);
    String line = change.citation().last().label();
    Findings draft =
        Findings.by(id(), change.citation())
            .on(Facet.EXCEPTION)
            .explaining(List.of(change))
            .showing(change);
    String statement =
        Entries.name(entry) + ": License Exception " + line + told(change, before, after) + ".";
    if (direction.equals(Direction.TIGHTER) || direction.equals(Direction.LOOSER)) {
      if (renamed(change, delta)) {
        return Optional.of(
            draft
                .because(
                    "another line of the entry says the same under another name on the other side, and whether the exceptions are the same is not compared")
                .saying(statement));
      }
      List<String> concerned = concerned(before, after);
      if (!concerned.isEmpty() && concerned.stream().allMatch(p -> onOneSide(p, delta))) {
        return Optional.of(
            draft
                .because(
                    "the line differs only for "
                        + String.join(", ", concerned)
                        + ", which the entry specifies on one side only: it belongs to that control")
                .towards(Direction.UNCHANGED, Certainty.BY_POLARITY)
                .saying(statement));
      }
    }
    if (direction == Direction.UNDETERMINED) {
      return Optional.of(
          draft
              .because("the conditions of the exception are in words that are not compared")
              .saying(statement));
    }
    if (direction == Direction.LOOSER) {
      draft.because(
          "for items that the entry covered before; for items newly covered it only limits the new control");
    }
    return Optional.of(draft.towards(direction, Certainty.BY_POLARITY).saying(statement));
  }

  /** Whether a line that comes or goes stands under another name on the other side. */
  private static boolean renamed(Change change, Delta delta) {
    if (change.before().isPresent() == change.after().isPresent()) {
      return false;
    }
    State other = change.before().isEmpty() ? delta.before() : delta.after();
    String said = text(change.before().or(change::after).orElseThrow());
    return other.find(change.citation().parent()).stream()
        .flatMap(part -> part.children().stream())
        .filter(line -> !line.citation().equals(change.citation()))
        .anyMatch(line -> text(line).equals(said) && openness(said) == Openness.PARTLY);
  }

  /** The paragraphs that two lines differ in, if each line says nothing else. */
  private static List<String> concerned(String before, String after) {
    boolean opens = openness(before) == Openness.CLOSED || openness(after) == Openness.CLOSED;
    Matcher old = (opens ? ONLY : EXCEPT).matcher(before);
    Matcher now = (opens ? ONLY : EXCEPT).matcher(after);
    boolean single = old.matches() != now.matches();
    Matcher named = old.matches() ? old : now;
    String rest = old.matches() ? after : before;
    if (!single || !(opens || named.group("rest").equals(rest))) {
      return List.of();
    }
    return List.of(named.group("list").split("(?:, (?:and |or )?| and | or )", -1));
  }

  /** Whether a paragraph of the list is specified before only, or after only. */
  private static boolean onOneSide(String paragraph, Delta delta) {
    Citation citation = Citation.parse(paragraph);
    return specified(citation, delta.before()) != specified(citation, delta.after());
  }

  private static boolean specified(Citation citation, State state) {
    return state
        .find(citation)
        .filter(c -> !c.content().ownText().toLowerCase(Locale.ROOT).contains("[reserved]"))
        .isPresent();
  }

  private static String text(Clause clause) {
    return clause.content().ownText().strip().replaceFirst("\\.$", "");
  }

  private static Direction direction(String before, String after) {
    Optional<BigDecimal> old = value(before);
    Optional<BigDecimal> now = value(after);
    if (old.isPresent() && now.isPresent()) {
      int order = now.get().compareTo(old.get());
      return order > 0 ? Direction.LOOSER : order < 0 ? Direction.TIGHTER : Direction.UNCHANGED;
    }
    Openness from = openness(before);
    Openness to = openness(after);
    if (plain(before).equals(plain(after)) || (from == to && from != Openness.PARTLY)) {
      return Direction.UNCHANGED;
    }
    // A line that is neither "Yes" nor "N/A" must say what it opens, or what it leaves out.
    boolean closed = from == Openness.CLOSED || to == Openness.CLOSED;
    boolean told =
        Stream.of(before, after)
            .filter(line -> openness(line) == Openness.PARTLY)
            .allMatch(line -> (closed ? OPENS : LIMITS).matcher(plain(line)).find());
    if (from == to || !told) {
      return Direction.UNDETERMINED;
    }
    return to.compareTo(from) > 0 ? Direction.LOOSER : Direction.TIGHTER;
  }

  private static Optional<BigDecimal> value(String text) {
    Matcher value = VALUE.matcher(text);
    return value.matches() ? Numbers.parse(value.group(1)) : Optional.empty();
  }

  private static Openness openness(String text) {
    String plain = plain(text);
    if (plain.matches("n/?a|no|none|not (?:available|applicable)")) {
      return Openness.CLOSED;
    }
    return plain.equals("yes") ? Openness.OPEN : Openness.PARTLY;
  }

  /** The line in lower case without a reference to what stands elsewhere. */
  private static String plain(String text) {
    return POINTER.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("").strip();
  }
}
