package org.ratchet.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.document.Document;
import org.ratchet.document.Instruction;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.text.Runs;

/**
 * The clauses of a document as a tree of lines, for people and for machines.
 *
 * @param lines the topmost lines
 */
public record Outline(List<Line> lines) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int WIDTH = 160;

  /** Copies the lines. */
  public Outline {
    lines = List.copyOf(lines);
  }

  /**
   * A clause or an instruction.
   *
   * @param kind the kind of clause in the words of the field: {@code Section}; or {@code
   *     Instruction}
   * @param citation its address; for an instruction its number
   * @param heading its heading
   * @param text its own text
   * @param place document, page, column and line
   * @param children what is under it
   */
  public record Line(
      String kind,
      String citation,
      String heading,
      String text,
      String place,
      List<Line> children) {

    /** Copies the children. */
    public Line {
      children = List.copyOf(children);
    }
  }

  /** The outline of a document. */
  public static Outline of(Document document) {
    if (document instanceof Rule rule) {
      return new Outline(rule.instructions().stream().map(Outline::line).toList());
    }
    return new Outline(((Regulation) document).clauses().stream().map(Outline::line).toList());
  }

  private static Line line(Instruction instruction) {
    List<Line> children = new ArrayList<>();
    instruction.children().forEach(child -> children.add(line(child)));
    instruction.setOut().forEach(clause -> children.add(line(clause)));
    return new Line(
        "Instruction",
        instruction.id(),
        "",
        instruction.text(),
        instruction.span().toString(),
        children);
  }

  private static Line line(Clause clause) {
    return new Line(
        clause.getClass().getSimpleName(),
        clause.citation().toString(),
        Runs.text(clause.heading()),
        Clauses.ownText(clause),
        clause.span().toString(),
        clause.children().stream().map(Outline::line).toList());
  }

  /** The lines at a citation and under it. */
  public Outline only(Citation citation) {
    List<Line> found = new ArrayList<>();
    lines.forEach(line -> collect(line, citation.toString(), found));
    return new Outline(found);
  }

  private static void collect(Line line, String citation, List<Line> found) {
    if (!line.kind().equals("Instruction") && line.citation().equals(citation)) {
      found.add(line);
    } else {
      line.children().forEach(child -> collect(child, citation, found));
    }
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Writes one line a clause, indented, each cut to what fits a wide terminal. */
  public void text(Appendable out) throws IOException {
    for (Line line : lines) {
      text(line, 0, out);
    }
  }

  private static void text(Line line, int depth, Appendable out) throws IOException {
    String words = (line.heading() + " " + line.text()).strip();
    String whole = "  ".repeat(depth) + line.kind() + " " + line.citation() + "  " + words;
    String flat = whole.replace('\n', ' ').stripTrailing();
    out.append(flat.length() <= WIDTH ? flat : flat.substring(0, WIDTH - 1) + "…").append('\n');
    for (Line child : line.children()) {
      text(child, depth + 1, out);
    }
  }

  /** Writes nested objects with whole texts. */
  public void json(Appendable out) throws IOException {
    out.append(MAPPER.writeValueAsString(lines)).append('\n');
  }
}
