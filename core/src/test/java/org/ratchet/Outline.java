package org.ratchet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ratchet.amend.State;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.Content.Shown;
import org.ratchet.clause.Definition;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Part;
import org.ratchet.clause.Section;
import org.ratchet.clause.Step;
import org.ratchet.clause.Step.Kind;
import org.ratchet.clause.Subpart;
import org.ratchet.clause.Supplement;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.text.Run;
import org.ratchet.text.Runs;
import org.ratchet.text.Span;

/**
 * Clauses written down by hand, one a line, two spaces of indent a level:
 *
 * <pre>
 * part 744 Control policy
 *   § 744.23 End uses.
 *     (a) Scope. | General prohibition
 *       (1) Text
 *     * * *
 * </pre>
 *
 * A bar parts heading and text, and the cells of a row under its table; {@code * * *} alone is an
 * ellipsis, after a label it is context; a line without label is an undesignated paragraph.
 * Sections without a part line stand as roots.
 */
public final class Outline {

  private static final Pattern PART = Pattern.compile("part (\\d+)\\s*(.*)");
  private static final Pattern SECTION = Pattern.compile("§ (\\d+\\.\\d+)\\s*(.*)");
  private static final Pattern SUPPLEMENT = Pattern.compile("supp (\\d+) to (\\d+)\\s*(.*)");
  private static final Pattern ECCN = Pattern.compile("ECCN (\\d[A-E]\\d{3})\\s*(.*)");
  private static final Pattern ECCN_PART = Pattern.compile("\\[([A-Z_]+)\\]\\s*(.*)");
  private static final Pattern LABEL = Pattern.compile("\\(([\\w/]+)\\)\\s*(.*)");
  private static final Pattern ITEM = Pattern.compile("([a-z](?:\\.\\w+)*)\\.\\s+(.*)");
  private static final Pattern TERM = Pattern.compile("\"([^\"]+)\"\\s*(.*)");
  private static final Pattern SUBPART = Pattern.compile("Subpart [A-Z]+—.*");
  private static final Pattern TABLE = Pattern.compile("Table (\\d+) to .*");
  private static final Pattern NOTE = Pattern.compile("(Note(?: \\d+)?): (.*)");

  private final String[] lines;
  private final Map<Citation, Integer> ordinals = new HashMap<>();
  private int at;

  private Outline(String text) {
    this.lines = text.lines().filter(line -> !line.isBlank()).toArray(String[]::new);
  }

  /** The clauses of an outline. */
  public static List<Clause> clauses(String text) {
    return new Outline(text).children(0, Citation.ROOT);
  }

  /** A state that shows the clauses of an outline. */
  public static State state(String text) {
    return new State(clauses(text), Map.of());
  }

  private static int indent(String line) {
    return (line.length() - line.stripLeading().length()) / 2;
  }

  private List<Clause> children(int level, Citation parent) {
    List<Clause> found = new ArrayList<>();
    while (at < lines.length && indent(lines[at]) == level) {
      found.add(clause(lines[at].strip(), level, parent));
    }
    return found;
  }

  private Clause clause(String line, int level, Citation parent) {
    Span span = Span.ofLine("outline", at + 1);
    at++;
    Matcher m = PART.matcher(line);
    if (m.matches()) {
      Citation c = Citation.part(15, m.group(1));
      return new Part(c, headed(m.group(2), level, c, span));
    }
    m = SECTION.matcher(line);
    if (m.matches()) {
      Citation c = Citation.section(15, m.group(1));
      return new Section(c, headed(m.group(2), level, c, span));
    }
    m = SUPPLEMENT.matcher(line);
    if (m.matches()) {
      Citation c = Citation.supplement(15, m.group(2), m.group(1));
      return new Supplement(c, headed(m.group(3), level, c, span));
    }
    m = ECCN.matcher(line);
    if (m.matches()) {
      Citation c = Citation.eccn(m.group(1));
      return new EccnEntry(c, headed(m.group(2), level, c, span));
    }
    return smaller(line, level, parent, span);
  }

  private Clause smaller(String line, int level, Citation parent, Span span) {
    if (line.equals("* * *")) {
      Content stars = Content.of(Runs.of(line), span);
      return new Ellipsis(parent.then(unlabelled(parent, Kind.ELLIPSIS)), stars);
    }
    if (SUBPART.matcher(line).matches()) {
      Citation c = parent.then(Kind.HEADING, line);
      return new Subpart(c, headed(line, level, parent, span));
    }
    if (!parent.steps().isEmpty() && parent.last().kind() == Kind.TABLE) {
      List<List<Run>> cells = Stream.of(line.split(" \\| ", -1)).map(Runs::of).toList();
      Citation c = parent.then(labelled(parent, Kind.ROW, Runs.text(cells.get(0))));
      return new TableRow(c, cells, Content.of(Runs.of(line), span));
    }
    Matcher m = TABLE.matcher(line);
    if (m.matches()) {
      Citation c = parent.then(Kind.TABLE, m.group(1));
      return new Table(c, headed(line, level, c, span));
    }
    m = ECCN_PART.matcher(line);
    if (m.matches()) {
      EccnPart.Role role = EccnPart.Role.valueOf(m.group(1));
      Citation c = parent.then(Kind.ECCN_PART, role.label());
      Citation under = role == EccnPart.Role.ITEMS ? parent : c;
      return new EccnPart(c, role, content(m.group(2), level, under, span));
    }
    m = LABEL.matcher(line);
    if (m.matches()) {
      Citation c = parent.then(Kind.PARAGRAPH, m.group(1));
      return new Paragraph(c, content(m.group(2), level, c, span));
    }
    m = TERM.matcher(line);
    if (m.matches()) {
      Citation c = parent.then(Kind.DEFINITION, m.group(1));
      return new Definition(c, content(m.group(2), level, c, span));
    }
    m = NOTE.matcher(line);
    if (m.matches()) {
      Citation c = parent.then(Kind.NOTE, m.group(1));
      return new Note(c, content(m.group(2), level, c, span));
    }
    m = ITEM.matcher(line);
    if (m.matches() && parent.steps().stream().anyMatch(s -> s.kind() == Kind.ECCN)) {
      Citation c = parent.upTo(Kind.ECCN);
      for (String label : m.group(1).split("\\.", -1)) {
        c = c.then(Kind.PARAGRAPH, label);
      }
      return new Paragraph(c, content(m.group(2), level, c, span));
    }
    Citation c = parent.then(unlabelled(parent, Kind.UNLABELLED));
    return new Paragraph(c, content(line, level, c, span));
  }

  private Step unlabelled(Citation parent, Kind kind) {
    return new Step(kind, "", ordinals.merge(parent.then(kind, ""), 1, Integer::sum));
  }

  private Step labelled(Citation parent, Kind kind, String label) {
    int before = ordinals.merge(parent.then(kind, label), 1, Integer::sum) - 1;
    return new Step(kind, label, before);
  }

  private Content headed(String heading, int level, Citation citation, Span span) {
    boolean context = heading.endsWith("* * *");
    String shown = context ? heading.substring(0, heading.length() - 5).strip() : heading;
    Content content =
        new Content(
            Runs.of(shown), List.of(), List.of(), context ? Shown.CONTEXT : Shown.WHOLE, span);
    return content.withChildren(children(level + 1, citation));
  }

  private Content content(String text, int level, Citation citation, Span span) {
    int bar = text.indexOf(" | ");
    String heading = bar < 0 ? "" : text.substring(0, bar);
    String body = bar < 0 ? text : text.substring(bar + 3);
    boolean context = body.equals("* * *");
    Content content =
        new Content(
            Runs.of(heading),
            context ? List.of() : Runs.of(body),
            List.of(),
            context ? Shown.CONTEXT : Shown.WHOLE,
            span);
    return content.withChildren(children(level + 1, citation));
  }

  /** Clauses as an outline again, for comparison in tests. */
  public static String print(List<Clause> clauses) {
    StringBuilder out = new StringBuilder();
    clauses.forEach(clause -> print(clause, 0, out));
    return out.toString();
  }

  private static void print(Clause clause, int level, StringBuilder out) {
    String label = label(clause).map(l -> l + " ").orElse("");
    String heading = Runs.text(clause.heading());
    String body = clause.content().shown() == Shown.CONTEXT ? "* * *" : Runs.text(clause.text());
    String bar = heading.isEmpty() || body.isEmpty() || clause instanceof Section ? "" : " | ";
    String gap = heading.isEmpty() || body.isEmpty() || !bar.isEmpty() ? bar : " ";
    out.append("  ".repeat(level)).append((label + heading + gap + body).strip()).append('\n');
    clause.children().forEach(child -> print(child, level + 1, out));
  }

  private static Optional<String> label(Clause clause) {
    Citation citation = clause.citation();
    Step last = citation.last();
    return switch (last.kind()) {
      case PART -> Optional.of("part " + last.label());
      case SECTION -> Optional.of("§ " + last.label());
      case SUPPLEMENT ->
          Optional.of("supp " + last.label() + " to " + citation.steps().get(1).label());
      case ECCN -> Optional.of("ECCN " + last.label());
      case ECCN_PART -> Optional.of("[" + ((EccnPart) clause).role() + "]");
      case PARAGRAPH -> Optional.of(designator(citation));
      case DEFINITION -> Optional.of('"' + last.label() + '"');
      case NOTE -> Optional.of(last.label() + ":");
      default -> Optional.empty();
    };
  }

  private static String designator(Citation citation) {
    Citation entry = citation.upTo(Kind.ECCN);
    if (entry.steps().isEmpty() || citation.parent().last().kind() == Kind.ECCN_PART) {
      return "(" + citation.last().label() + ")";
    }
    StringBuilder out = new StringBuilder();
    citation.steps().stream()
        .skip(entry.steps().size())
        .forEach(step -> out.append(step.label()).append('.'));
    return out.toString();
  }
}
