package org.ratchet.meaning;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameter points of real products, as their makers published them: the first items that are tried
 * when an item is looked for that only one of two criteria covers. Dated and cited in {@code
 * reference-points.tsv}.
 */
final class ReferencePoints {

  /** Values by the names of quantities, in canonical units. */
  static final List<Map<String, BigDecimal>> ALL =
      Vocabulary.rows("reference-points.tsv").stream().map(row -> point(row[0])).toList();

  private ReferencePoints() {}

  private static Map<String, BigDecimal> point(String parameters) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (String value : parameters.split("\\|", -1)) {
      int equals = value.indexOf('=');
      values.put(value.substring(0, equals), new BigDecimal(value.substring(equals + 1)));
    }
    return values;
  }
}
