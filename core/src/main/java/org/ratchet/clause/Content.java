package org.ratchet.clause;

import java.util.List;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * What every clause holds.
 *
 * @param heading its heading or caption, without label; empty if it has none
 * @param text its own text, without label, heading and children
 * @param children the clauses under it, in printed order
 * @param shown how much of the clause's own text the document shows
 * @param span where it begins
 */
public record Content(
    List<Run> heading, List<Run> text, List<Clause> children, Shown shown, Span span) {

  /** How much of a clause's own text a document shows. */
  public enum Shown {
    /** All of it. */
    WHOLE,
    /** Three asterisks stand for the text: the clause is there to give context. */
    CONTEXT
  }

  /** Copies the lists. */
  public Content {
    heading = List.copyOf(heading);
    text = List.copyOf(text);
    children = List.copyOf(children);
  }

  /** Text alone, wholly shown. */
  public static Content of(List<Run> text, Span span) {
    return new Content(List.of(), text, List.of(), Shown.WHOLE, span);
  }

  /** This content with other children. */
  public Content withChildren(List<Clause> others) {
    return new Content(heading, text, others, shown, span);
  }

  /** This content with another text. */
  public Content withText(List<Run> other) {
    return new Content(heading, other, children, Shown.WHOLE, span);
  }

  /** This content with another heading. */
  public Content withHeading(List<Run> other) {
    return new Content(other, text, children, shown, span);
  }

  /** Heading and own text in one string, separated by a space. */
  public String ownText() {
    String head = Runs.text(heading);
    String body = Runs.text(text);
    return head.isEmpty() ? body : body.isEmpty() ? head : head + " " + body;
  }
}
