package org.ratchet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.ratchet.meaning.Product;
import org.ratchet.meaning.Vocabulary;
import org.ratchet.source.ReadLimits;
import org.ratchet.source.Source;
import org.ratchet.source.UnreadableSourceException;
import org.ratchet.source.UnreadableSourceException.Reason;

/** Reads products from CSV (RFC 4180, UTF-8; lines that begin with # are remarks). */
final class ProductTable {

  private static final String PRODUCT = "product";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private ProductTable() {}

  static List<Product> read(Source source, ReadLimits limits, Vocabulary vocabulary)
      throws IOException {
    String name = source.name();
    List<Product> products = new ArrayList<>();
    Set<String> names = new HashSet<>();
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(
                new InputStreamReader(
                    new ByteArrayInputStream(unmarked(source.bytes(limits))),
                    StandardCharsets.UTF_8))
            .setFormat(FORMAT)
            .get()) {
      String column =
          parser.getHeaderNames().stream()
              .filter(PRODUCT::equalsIgnoreCase)
              .findFirst()
              .orElseThrow(() -> refused(name + ": has no column “product”", null));
      for (CSVRecord line : parser) {
        String place = name + ":" + parser.getCurrentLineNumber();
        if (!line.isConsistent()) {
          throw refused(place + ": has not as many cells as the first line", null);
        }
        Product product = product(line, column, place, vocabulary);
        if (!names.add(product.name())) {
          throw refused(place + ": “" + product.name() + "” is there twice", null);
        }
        products.add(product);
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw refused(name + ": is no table in CSV: " + e.getMessage(), e);
    }
    return products;
  }

  private static Product product(CSVRecord line, String column, String place, Vocabulary vocabulary)
      throws UnreadableSourceException {
    Map<String, String> facts = new LinkedHashMap<>(line.toMap());
    facts.remove(column);
    String source =
        facts.entrySet().stream()
            .filter(cell -> remark(cell.getKey()) && !cell.getValue().isBlank())
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("; "));
    facts.keySet().removeIf(ProductTable::remark);
    String name = line.get(column);
    if (name.isBlank()) {
      throw refused(place + ": the product has no name", null);
    }
    try {
      return Product.of(name, facts, source, vocabulary);
    } catch (IllegalArgumentException e) {
      throw refused(place + ": " + e.getMessage(), e);
    }
  }

  private static boolean remark(String heading) {
    String plain = heading.toLowerCase(Locale.ROOT);
    return plain.startsWith("source") || plain.startsWith("note");
  }

  /** Without the mark of byte order that spreadsheets write. */
  private static byte[] unmarked(byte[] bytes) {
    boolean marked =
        bytes.length > 2
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static UnreadableSourceException refused(
      String message, @org.jspecify.annotations.Nullable Exception cause) {
    return new UnreadableSourceException(Reason.DAMAGED, message, cause);
  }
}
