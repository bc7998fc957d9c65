package org.ratchet.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Clauses;
import org.ratchet.document.Document;
import org.ratchet.document.Instruction;
import org.ratchet.document.PreambleSection;
import org.ratchet.document.Regulation;
import org.ratchet.document.Rule;
import org.ratchet.document.RuleMetadata;
import org.ratchet.document.StatusNote;
import org.ratchet.source.Block;
import org.ratchet.text.Runs;

/**
 * A document as a tree of lines, for people and for machines: what its head says, and its clauses.
 *
 * <pre>{@code
 * Outline.of(ratchet.read(source)).only(Citation.parse("3A090")).text(System.out);
 * }</pre>
 *
 * @param document what is known of the document as a whole, by name, in the order of print: {@code
 *     number}, {@code citation}, {@code agencies}; what it does not state is left out
 * @param lines the topmost lines: of a rule its preamble, instructions, footnotes and signature, of
 *     a regulation what is said of its standing, and its parts
 */
public record Outline(Map<String, String> document, List<Line> lines) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int WIDTH = 160;

  /** Copies the values. */
  public Outline {
    document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
    lines = List.copyOf(lines);
  }

  /**
   * A clause, an instruction, or a piece of a rule that amends nothing.
   *
   * @param kind the kind of clause in the words of the field: {@code Section}; or {@code
   *     Instruction}, {@code Preamble}, {@code Footnote}, {@code Signature}
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
    return document instanceof Rule rule ? of(rule) : of((Regulation) document);
  }

  private static Outline of(Regulation regulation) {
    Map<String, String> about = new LinkedHashMap<>();
    state(about, "kind", "regulation");
    state(about, "asOf", regulation.asOf());
    List<Line> lines = new ArrayList<>();
    regulation.status().forEach(note -> lines.add(line(note)));
    regulation.clauses().forEach(clause -> lines.add(line(clause)));
    return new Outline(about, lines);
  }

  private static Line line(StatusNote note) {
    String kind = note.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String heading =
        Stream.of(kind, note.date(), note.source(), note.extent())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining("; "));
    return new Line(
        "Status", note.unit().toString(), heading, note.text(), note.span().toString(), List.of());
  }

  private static Outline of(Rule rule) {
    RuleMetadata metadata = rule.metadata();
    Map<String, String> about = new LinkedHashMap<>();
    state(about, "kind", "rule");
    state(about, "number", metadata.number());
    state(about, "citation", metadata.citation());
    state(about, "lastPage", metadata.citation().isEmpty() ? "" : "" + metadata.lastPage());
    state(about, "publicationDate", metadata.publicationDate());
    state(about, "agencies", String.join("; ", metadata.agencies()));
    state(about, "cfrParts", String.join("; ", metadata.cfrParts()));
    state(about, "docket", metadata.docket());
    state(about, "rin", metadata.rin());
    state(about, "title", metadata.title());
    state(about, "action", metadata.action());
    state(about, "dates", metadata.dates());
    state(about, "billingCode", metadata.billingCode());
    List<Line> lines = new ArrayList<>();
    rule.preamble().forEach(section -> lines.add(line(section)));
    rule.instructions().forEach(instruction -> lines.add(line(instruction)));
    rule.footnotes().forEach(note -> lines.add(plain("Footnote", "", List.of(note))));
    if (!rule.signature().isEmpty()) {
      String signature = String.join("\n", rule.signature());
      lines.add(new Line("Signature", "", "", signature, "", List.of()));
    }
    return new Outline(about, lines);
  }

  private static void state(Map<String, String> about, String name, String value) {
    if (!value.isBlank()) {
      about.put(name, value);
    }
  }

  private static Line line(PreambleSection section) {
    return plain("Preamble", section.heading(), section.blocks());
  }

  private static Line plain(String kind, String heading, List<Block> blocks) {
    String text = blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    String place = blocks.isEmpty() ? "" : blocks.get(0).span().toString();
    return new Line(kind, "", heading, text, place, List.of());
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
    return new Outline(document, found);
  }

  private static void collect(Line line, String citation, List<Line> found) {
    if (!line.kind().equals("Instruction") && line.citation().equals(citation)) {
      found.add(line);
    } else {
      line.children().forEach(child -> collect(child, citation, found));
    }
  }

  /** Whether there is no clause. */
  @JsonIgnore
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * Writes what the head says, then one line a clause, indented, each cut to what fits a wide
   * terminal.
   */
  public void text(Appendable out) throws IOException {
    for (Map.Entry<String, String> fact : document.entrySet()) {
      row(fact.getKey() + ": " + fact.getValue(), out);
    }
    for (Line line : lines) {
      text(line, 0, out);
    }
  }

  private static void text(Line line, int depth, Appendable out) throws IOException {
    String words = (line.heading() + " " + line.text()).strip();
    String named = (line.kind() + " " + line.citation()).strip();
    row("  ".repeat(depth) + named + "  " + words, out);
    for (Line child : line.children()) {
      text(child, depth + 1, out);
    }
  }

  private static void row(String whole, Appendable out) throws IOException {
    String flat = whole.replace('\n', ' ').stripTrailing();
    out.append(flat.length() <= WIDTH ? flat : flat.substring(0, WIDTH - 1) + "…").append('\n');
  }

  /** Writes an object with the members {@code document} and {@code lines}, texts whole. */
  public void json(Appendable out) throws IOException {
    out.append(MAPPER.writeValueAsString(this)).append('\n');
  }
}
