package org.ratchet.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ratchet.clause.Citation;
import org.ratchet.clause.Clause;
import org.ratchet.clause.Content;
import org.ratchet.clause.ControlRow;
import org.ratchet.clause.Definition;
import org.ratchet.clause.EccnEntry;
import org.ratchet.clause.EccnPart;
import org.ratchet.clause.Ellipsis;
import org.ratchet.clause.EntityEntry;
import org.ratchet.clause.Note;
import org.ratchet.clause.Paragraph;
import org.ratchet.clause.Part;
import org.ratchet.clause.Section;
import org.ratchet.clause.Subpart;
import org.ratchet.clause.Supplement;
import org.ratchet.clause.Table;
import org.ratchet.clause.TableRow;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.text.Box;
import org.ratchet.text.Diagnostic;
import org.ratchet.text.Run;
import org.ratchet.text.Span;
import org.ratchet.text.Style;

/**
 * A regulation in Ratchet's own JSON, which {@link DocumentReader} reads again: what is written and
 * read is equal. The top level says {@code "ratchet": "regulation"} and a {@code schemaVersion}.
 */
public final class RegulationJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SIGN = "{\"ratchet\":\"regulation\"";
  private static final int VERSION = 1;

  private RegulationJson() {}

  /** The regulation as one line of JSON; the same regulation gives the same text. */
  public static String write(Regulation regulation) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("ratchet", "regulation").put("schemaVersion", VERSION);
    root.put("name", regulation.provenance().name());
    root.put("sha256", regulation.provenance().sha256());
    root.put("mediaType", regulation.provenance().mediaType());
    root.put("asOf", regulation.asOf());
    ArrayNode clauses = root.putArray("clauses");
    regulation.clauses().forEach(clause -> clauses.add(clause(clause)));
    ArrayNode status = root.putArray("status");
    regulation.status().forEach(note -> status.add(status(note)));
    ArrayNode sources = root.putArray("sources");
    regulation.sources().forEach(source -> sources.add(source(source)));
    ArrayNode diagnostics = root.putArray("diagnostics");
    regulation.diagnostics().forEach(remark -> diagnostics.add(remark(remark)));
    return root.toString();
  }

  /** Whether bytes are such JSON. */
  static boolean is(byte[] bytes) {
    int length = Math.min(bytes.length, 4 * SIGN.length());
    String start = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return start.replaceAll("\\s", "").startsWith(SIGN);
  }

  static Regulation read(byte[] bytes, String name) throws IOException {
    try {
      JsonNode root = MAPPER.readTree(bytes);
      int version = root.path("schemaVersion").asInt();
      if (version != VERSION) {
        throw damaged(name, "is of schema version " + version + ", not " + VERSION, null);
      }
      Provenance provenance =
          new Provenance(text(root, "name"), text(root, "sha256"), text(root, "mediaType"));
      List<Clause> clauses = new ArrayList<>();
      root.path("clauses").forEach(node -> clauses.add(clause(node)));
      List<StatusNote> status = new ArrayList<>();
      root.path("status").forEach(node -> status.add(status(node)));
      List<SourceCitation> sources = new ArrayList<>();
      root.path("sources").forEach(node -> sources.add(source(node)));
      List<Diagnostic> diagnostics = new ArrayList<>();
      root.path("diagnostics").forEach(node -> diagnostics.add(remark(node)));
      return new Regulation(provenance, text(root, "asOf"), clauses, status, sources, diagnostics);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw damaged(name, "is no regulation as Ratchet writes it: " + firstLine(e), e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static UnreadableSourceException damaged(
      String name, String what, @Nullable Exception cause) {
    String message = name + ": " + what + "; write it again with this release";
    return cause == null
        ? new UnreadableSourceException(UnreadableSourceException.Reason.DAMAGED, message)
        : new UnreadableSourceException(UnreadableSourceException.Reason.DAMAGED, message, cause);
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("“" + field + "” is missing");
    }
    return value.asText();
  }

  private static ObjectNode clause(Clause clause) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("kind", clause.getClass().getSimpleName());
    node.put("citation", clause.citation().toString());
    Content content = clause.content();
    node.set("heading", runs(content.heading()));
    node.set("text", runs(content.text()));
    node.put("shown", content.shown().name());
    node.set("span", span(content.span()));
    if (clause instanceof EccnPart part) {
      node.put("role", part.role().name());
    } else if (clause instanceof ControlRow row) {
      node.set("control", runs(row.control()));
      node.set("where", runs(row.where()));
    } else if (clause instanceof TableRow row) {
      ArrayNode cells = node.putArray("cells");
      row.cells().forEach(cell -> cells.add(runs(cell)));
    } else if (clause instanceof EntityEntry entity) {
      node.put("country", entity.country()).put("name", entity.name());
      put(node, "aliases", entity.aliases());
      put(node, "addresses", entity.addresses());
      node.put("requirement", entity.requirement()).put("policy", entity.policy());
      put(node, "footnotes", entity.footnotes());
      node.put("register", entity.register());
    }
    ArrayNode children = node.putArray("children");
    clause.children().forEach(child -> children.add(clause(child)));
    return node;
  }

  private static Clause clause(JsonNode node) {
    List<Clause> children = new ArrayList<>();
    node.path("children").forEach(child -> children.add(clause(child)));
    Citation at = Citation.parse(text(node, "citation"));
    Content content =
        new Content(
            runs(node.path("heading")),
            runs(node.path("text")),
            children,
            Content.Shown.valueOf(text(node, "shown")),
            span(node.path("span")));
    return switch (text(node, "kind")) {
      case "Part" -> new Part(at, content);
      case "Subpart" -> new Subpart(at, content);
      case "Section" -> new Section(at, content);
      case "Supplement" -> new Supplement(at, content);
      case "Paragraph" -> new Paragraph(at, content);
      case "EccnEntry" -> new EccnEntry(at, content);
      case "EccnPart" -> new EccnPart(at, EccnPart.Role.valueOf(text(node, "role")), content);
      case "ControlRow" ->
          new ControlRow(at, runs(node.path("control")), runs(node.path("where")), content);
      case "Note" -> new Note(at, content);
      case "Definition" -> new Definition(at, content);
      case "Table" -> new Table(at, content);
      case "TableRow" -> {
        List<List<Run>> cells = new ArrayList<>();
        node.path("cells").forEach(cell -> cells.add(runs(cell)));
        yield new TableRow(at, cells, content);
      }
      case "EntityEntry" ->
          new EntityEntry(
              at,
              text(node, "country"),
              text(node, "name"),
              texts(node, "aliases"),
              texts(node, "addresses"),
              text(node, "requirement"),
              texts(node, "footnotes"),
              text(node, "policy"),
              text(node, "register"),
              content);
      case "Ellipsis" -> new Ellipsis(at, content);
      default -> throw new IllegalArgumentException("“" + text(node, "kind") + "” is no clause");
    };
  }

  private static void put(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Each run as its text and its style: {@code b} bold, {@code i} italic, {@code ^}, {@code _}. */
  private static ArrayNode runs(List<Run> runs) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Run run : runs) {
      Style style = run.style();
      String rise =
          switch (style.rise()) {
            case NONE -> "";
            case SUPER -> "^";
            case SUB -> "_";
          };
      String letters = (style.bold() ? "b" : "") + (style.italic() ? "i" : "") + rise;
      array.add(run.text()).add(letters);
    }
    return array;
  }

  private static List<Run> runs(JsonNode array) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i + 1 < array.size(); i += 2) {
      String letters = array.get(i + 1).asText();
      Style.Rise rise =
          letters.endsWith("^")
              ? Style.Rise.SUPER
              : letters.endsWith("_") ? Style.Rise.SUB : Style.Rise.NONE;
      Style style = new Style(letters.contains("b"), letters.contains("i"), rise);
      runs.add(new Run(array.get(i).asText(), style));
    }
    return runs;
  }

  private static ObjectNode span(Span span) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("document", span.document()).put("page", span.page());
    node.put("printedPage", span.printedPage()).put("column", span.column());
    node.put("line", span.line());
    span.box()
        .ifPresent(
            box ->
                node.putArray("box").add(box.x()).add(box.y()).add(box.width()).add(box.height()));
    return node;
  }

  private static Span span(JsonNode node) {
    JsonNode box = node.path("box");
    Optional<Box> where =
        box.size() == 4
            ? Optional.of(
                new Box(
                    box.get(0).floatValue(),
                    box.get(1).floatValue(),
                    box.get(2).floatValue(),
                    box.get(3).floatValue()))
            : Optional.empty();
    return new Span(
        text(node, "document"),
        node.path("page").asInt(),
        node.path("printedPage").asInt(),
        node.path("column").asInt(),
        node.path("line").asInt(),
        where);
  }

  private static ObjectNode status(StatusNote note) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("kind", note.kind().name()).put("unit", note.unit().toString());
    node.put("extent", note.extent()).put("date", note.date()).put("source", note.source());
    node.put("text", note.text()).set("span", span(note.span()));
    return node;
  }

  private static StatusNote status(JsonNode node) {
    return new StatusNote(
        StatusNote.Kind.valueOf(text(node, "kind")),
        unit(node),
        text(node, "extent"),
        text(node, "date"),
        text(node, "source"),
        text(node, "text"),
        span(node.path("span")));
  }

  private static ObjectNode source(SourceCitation source) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("unit", source.unit().toString()).put("text", source.text());
    node.set("span", span(source.span()));
    return node;
  }

  private static SourceCitation source(JsonNode node) {
    return new SourceCitation(unit(node), text(node, "text"), span(node.path("span")));
  }

  private static Citation unit(JsonNode node) {
    String unit = text(node, "unit");
    return unit.isEmpty() ? Citation.ROOT : Citation.parse(unit);
  }

  private static ObjectNode remark(Diagnostic remark) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("code", remark.code()).put("severity", remark.severity().name());
    node.put("message", remark.message());
    remark.span().ifPresent(span -> node.set("span", span(span)));
    return node;
  }

  private static Diagnostic remark(JsonNode node) {
    Optional<Span> span =
        node.has("span") ? Optional.of(span(node.path("span"))) : Optional.empty();
    return new Diagnostic(
        text(node, "code"),
        Diagnostic.Severity.valueOf(text(node, "severity")),
        text(node, "message"),
        span);
  }
}
