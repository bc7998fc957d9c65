package org.ratchet.clause;

import java.util.stream.Collectors;
import org.ratchet.text.Runs;

/** What is done with trees of clauses everywhere. */
public final class Clauses {

  private Clauses() {}

  /** The text of a clause and of all under it, one clause a line, each with its label. */
  public static String text(Clause clause) {
    return clause.stream()
        .map(unit -> (label(unit) + " " + unit.content().ownText()).strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The own text of a clause; for asterisks in place of the text, {@code * * *}. */
  public static String ownText(Clause clause) {
    boolean context = clause.content().shown() == Content.Shown.CONTEXT;
    String text = Runs.text(clause.text());
    return context && text.isEmpty() ? "* * *" : text;
  }

  /** The label as printed before a clause: {@code (a)}, {@code a.1.}, or nothing. */
  public static String label(Clause clause) {
    if (!(clause instanceof Paragraph) || clause.citation().last().kind() != Step.Kind.PARAGRAPH) {
      return "";
    }
    Citation citation = clause.citation();
    Citation entry = citation.upTo(Step.Kind.ECCN);
    if (entry.steps().isEmpty()) {
      return "(" + citation.last().label() + ")";
    }
    return citation.steps().subList(entry.steps().size(), citation.steps().size()).stream()
        .filter(step -> step.kind() == Step.Kind.PARAGRAPH)
        .map(step -> step.label() + ".")
        .collect(Collectors.joining());
  }

  /** The clause and all under it, moved from one address to another. */
  public static Clause rebase(Clause clause, Citation from, Citation to) {
    Content content =
        clause
            .content()
            .withChildren(
                clause.children().stream().map(child -> rebase(child, from, to)).toList());
    return clause.withContent(content).withCitation(clause.citation().rebase(from, to));
  }
}
