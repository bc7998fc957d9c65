package org.ratchet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratchet.Comparison;

/** The report for machines: its fields, and that it reads back as what was written. */
class JsonReportTest {

  private static Comparison comparison() throws IOException {
    return SmallRules.compared();
  }

  private static String json() throws IOException {
    return SmallRules.write(Reports.json(), comparison());
  }

  private static List<String> fields(JsonNode node) {
    return ImmutableList.copyOf(node.fieldNames());
  }

  @Test
  void topLevelChangesAndFindingsHaveTheirFields() throws IOException {
    JsonNode report = JsonMapper.builder().build().readTree(json());

    assertThat(fields(report))
        .containsExactly(
            "schemaVersion",
            "basis",
            "base",
            "before",
            "after",
            "summary",
            "changes",
            "editorial",
            "findings",
            "ledger",
            "diagnostics");
    assertThat(fields(report.path("changes").path(0)))
        .contains("id", "kind", "citation", "before", "after", "edits");
    assertThat(fields(report.path("findings").path(0)))
        .contains(
            "id",
            "changes",
            "citation",
            "facet",
            "dimension",
            "direction",
            "statement",
            "evidence",
            "witnesses",
            "instruction",
            "effective",
            "effect",
            "certainty",
            "reason");
    assertThat(report.path("before").path("sha256").asText()).matches("[0-9a-f]{64}");
  }

  @Test
  void readsBackAsAnEqualModel() throws IOException {
    assertThat(JsonReport.read(json())).isEqualTo(Models.of(comparison()));
  }

  @Test
  void theSameInputsGiveTheSameBytes() throws IOException {
    assertThat(json()).isEqualTo(json());
  }
}
