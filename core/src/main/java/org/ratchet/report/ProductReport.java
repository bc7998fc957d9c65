package org.ratchet.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ratchet.Classification;
import org.ratchet.clause.Citation;
import org.ratchet.meaning.Product;
import org.ratchet.meaning.Verdict;

/**
 * What releases say of products, for people and for machines.
 *
 * <pre>{@code
 * ProductReport.of(ratchet.classify(products, base, rules, List.of())).text(System.out);
 * }</pre>
 *
 * @param scope what the verdicts are about, and what they are not about
 * @param releases the states, in legal order
 * @param products the products
 * @param verdicts one for each release and product
 */
public record ProductReport(
    String scope, List<State> releases, List<Item> products, List<Answer> verdicts) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String SCOPE =
      "Verdicts are about the entries examined alone; other entries, destinations, end uses, end"
          + " users, and what part 740 asks beyond an exception's line are not examined.";

  /** Copies the lists. */
  public ProductReport {
    releases = List.copyOf(releases);
    products = List.copyOf(products);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * A state of the regulation.
   *
   * @param release its name
   * @param examined the entries examined
   */
  public record State(String release, List<String> examined) {
    /** Copies the list. */
    public State {
      examined = List.copyOf(examined);
    }
  }

  /**
   * A product.
   *
   * @param product its name
   * @param quantities by name and unit: {@code applicable die area (mm²)}
   * @param characteristics what it is and is not
   * @param source of the figures
   */
  public record Item(
      String product,
      Map<String, String> quantities,
      Map<String, Boolean> characteristics,
      String source) {
    /** Copies the maps, keeping their order. */
    public Item {
      quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
      characteristics = Collections.unmodifiableMap(new LinkedHashMap<>(characteristics));
    }
  }

  /**
   * What a release says of a product.
   *
   * @param verdict {@code specified}, {@code not specified in the entries examined} or {@code
   *     unknown}
   * @param paragraphs every paragraph met
   * @param governing the paragraph that governs, empty if there is none or that is not known
   * @param exceptions lines of exceptions that are open, or may be
   * @param missing what would have to be known
   * @param assumptions on which it rests
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Answer(
      String product,
      String release,
      String verdict,
      List<String> paragraphs,
      String governing,
      List<Line> exceptions,
      List<Lack> missing,
      List<String> assumptions) {
    /** Copies the lists. */
    public Answer {
      paragraphs = List.copyOf(paragraphs);
      exceptions = List.copyOf(exceptions);
      missing = List.copyOf(missing);
      assumptions = List.copyOf(assumptions);
    }
  }

  /**
   * A line of an exception.
   *
   * @param exception its label
   * @param open {@code true} or {@code unknown}
   * @param reason why it is not known, else empty
   */
  public record Line(String exception, String open, String reason) {}

  /**
   * Something that is not known.
   *
   * @param paragraph which it leaves open
   * @param what the quantity, characteristic or words
   */
  public record Lack(String paragraph, String what) {}

  /** The report on a classification. */
  public static ProductReport of(Classification classification) {
    return new ProductReport(
        SCOPE,
        classification.releases().stream()
            .map(
                release ->
                    new State(
                        release.name(),
                        release.examined().stream().map(ProductReport::name).toList()))
            .toList(),
        classification.products().stream().map(ProductReport::item).toList(),
        classification.verdicts().stream().map(ProductReport::answer).toList());
  }

  private static String name(Citation citation) {
    return citation.toString().replaceFirst("^ECCN ", "");
  }

  private static Item item(Product product) {
    Map<String, String> quantities = new LinkedHashMap<>();
    product
        .quantities()
        .forEach(
            (quantity, value) ->
                quantities.put(
                    quantity.unit().isEmpty()
                        ? quantity.name()
                        : quantity.name() + " (" + quantity.unit() + ")",
                    value.toPlainString()));
    return new Item(product.name(), quantities, product.characteristics(), product.source());
  }

  private static Answer answer(Verdict verdict) {
    return new Answer(
        verdict.product(),
        verdict.release(),
        switch (verdict.outcome()) {
          case SPECIFIED -> "specified";
          case NOT_SPECIFIED -> "not specified in the entries examined";
          case UNKNOWN -> "unknown";
        },
        verdict.paragraphs().stream().map(ProductReport::name).toList(),
        verdict.governing().map(ProductReport::name).orElse(""),
        verdict.exceptions().stream()
            .map(l -> new Line(l.label(), l.open().name().toLowerCase(Locale.ROOT), l.reason()))
            .toList(),
        verdict.missing().stream().map(m -> new Lack(name(m.paragraph()), m.what())).toList(),
        verdict.assumptions());
  }

  /** Writes one line a product and release, and what is open or assumed below it. */
  public void text(Appendable out) throws IOException {
    out.append(scope).append('\n');
    int width = products.stream().mapToInt(item -> item.product().length()).max().orElse(0);
    for (State state : releases) {
      out.append('\n').append(state.release()).append(": ");
      out.append(
          state.examined().isEmpty()
              ? "no entry examined measures what is given of the products\n"
              : "examined " + String.join(", ", state.examined()) + "\n");
      for (Answer answer : verdicts) {
        if (answer.release().equals(state.release())) {
          text(answer, width, out);
        }
      }
    }
  }

  private static void text(Answer answer, int width, Appendable out) throws IOException {
    String padded = answer.product() + " ".repeat(width - answer.product().length());
    String said =
        answer.paragraphs().isEmpty()
            ? answer.verdict()
            : answer.verdict() + ": " + String.join(", ", answer.paragraphs());
    out.append("  ").append(padded).append("  ").append(said);
    if (answer.paragraphs().size() > 1 && !answer.governing().isEmpty()) {
      out.append(" (").append(answer.governing()).append(" governs)");
    }
    String exceptions =
        answer.exceptions().stream()
            .map(line -> line.open().equals("true") ? line.exception() : line.exception() + "?")
            .collect(Collectors.joining(", "));
    out.append(exceptions.isEmpty() ? "\n" : "; exception lines: " + exceptions + "\n");
    String indent = " ".repeat(width + 4);
    for (Line line : answer.exceptions()) {
      if (!line.reason().isEmpty()) {
        out.append(indent).append(line.exception()).append("? ").append(line.reason()).append('\n');
      }
    }
    for (Lack lack : answer.missing()) {
      out.append(indent).append("open ").append(lack.paragraph()).append(": ");
      out.append(lack.what()).append('\n');
    }
    for (String assumption : answer.assumptions()) {
      out.append(indent).append("assumes: ").append(assumption).append('\n');
    }
  }

  /**
   * Writes an object with the members {@code scope}, {@code releases}, {@code products} and {@code
   * verdicts}.
   */
  public void json(Appendable out) throws IOException {
    out.append(MAPPER.writeValueAsString(this)).append('\n');
  }
}
